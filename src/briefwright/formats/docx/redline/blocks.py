"""Paragraphs, tables and contents lists of two versions as one sequence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from briefwright.document.alignment import Step, aligned
from briefwright.formats.docx.redline.contents import contents_list, whole_list
from briefwright.formats.docx.redline.merging import Merging
from briefwright.formats.docx.redline.outline import Block, ContentsList, Paragraph, Table, likeness
from briefwright.formats.docx.redline.paragraphs import End, paragraph, unchanged
from briefwright.formats.docx.redline.tables import table, whole_table
from briefwright.formats.docx.redline.tokens import Reading
from briefwright.formats.docx.xml import Element, ordered, w

_SOME = 0.05
"""How well two paragraphs of one style go together that have no word in common: better than not at all."""
_OTHER_STYLE = 0.5
"""The likeness that a paragraph keeps whose style changes."""
_SAME_TABLE = 0.25
"""The likeness of two tables from which on they are one that was changed."""


def merged(old: Sequence[Block], new: Sequence[Block], merging: Merging) -> list[Element]:
    """The content of a body, a cell or a header, of which either version ends with a paragraph."""
    steps = _ended(aligned(old, new, lambda block: block.key, _likeness), old, new)
    made: list[Element] = []
    place = 0
    while place < len(steps):
        more = _one_sided(steps[place:], old, new) if _in_both(steps[place]) else 0
        if more:
            made += _shifted(steps[place : place + more + 1], old, new, merging)
        else:
            for element in _block(steps[place], old, new, merging):
                _add(element, made, merging)
        place += more + 1
    return made


def _add(element: Element, made: list[Element], merging: Merging) -> None:
    """Add a block, kept apart from a table before it: Word would join the two."""
    if element.name == "w:tbl" and made and made[-1].name == "w:tbl":
        neither = w("rPr", merging.change("w:ins"), merging.change("w:del"))
        made.append(w("p", ordered("pPr", [merging.apart, neither])))
    made.append(element)


def _block(step: Step, old: Sequence[Block], new: Sequence[Block], merging: Merging) -> list[Element]:
    before, after = (old[step[0]] if step[0] is not None else None), (new[step[1]] if step[1] is not None else None)
    if isinstance(before, Table) and isinstance(after, Table):
        return [table(before, after, merging, merged, whole)]
    if isinstance(before, ContentsList) and isinstance(after, ContentsList):
        return [contents_list(before, after, merging, merged)]
    if before is not None and after is None:
        return whole([before], "w:del", merging)
    if after is not None and before is None:
        return whole([after], "w:ins", merging)
    if isinstance(before, Paragraph) and isinstance(after, Paragraph) and _same(before, after, merging):
        return [unchanged(after.element, merging)]
    return [paragraph(_reading(old, step[0]), _reading(new, step[1]), merging)]


def _same(old: Paragraph, new: Paragraph, merging: Merging) -> bool:
    return old.print == new.print and merging.kept.isdisjoint(old.names)


def _reading(blocks: Sequence[Block], place: int | None) -> Reading | None:
    block = None if place is None else blocks[place]
    return block.reading if isinstance(block, Paragraph) else None


def _in_both(step: Step) -> bool:
    return step[0] is not None and step[1] is not None


def _is_apart(step: Step, old: Sequence[Block], new: Sequence[Block]) -> bool:
    """Whether it is a table or a contents list, to which no paragraph can be joined."""
    before, after = step
    return not isinstance(old[before] if before is not None else new[after or 0], Paragraph)


def whole(content: Sequence[Block], kind: str, merging: Merging) -> list[Element]:
    """A content that was inserted or deleted (`w:ins` or `w:del`) as a whole."""
    return [element for block in content for element in _whole(block, kind, merging)]


def _whole(block: Block, kind: str, merging: Merging) -> list[Element]:
    match block:
        case Table():
            return [whole_table(block, kind, merging, whole)]
        case ContentsList():
            return whole_list(block, kind, merging, whole)
        case Paragraph():
            old, new = (block.reading, None) if kind == "w:del" else (None, block.reading)
            return [paragraph(old, new, merging)]


def _likeness(old: Block, new: Block) -> float | None:
    """How well two blocks go together; None where they cannot be one that was changed."""
    if isinstance(old, Table) and isinstance(new, Table):
        alike = likeness(old, new)
        return alike if old.shape == new.shape and alike >= _SAME_TABLE else None
    if isinstance(old, ContentsList) and isinstance(new, ContentsList):
        return _SOME + likeness(old, new)
    if not isinstance(old, Paragraph) or not isinstance(new, Paragraph) or old.is_gap != new.is_gap:
        return None
    if old.has_picture or new.has_picture:
        return None  # Two pictures in one paragraph are drawn one over the other.
    if old.is_gap:
        return _SOME
    alike = likeness(old, new)
    if old.style != new.style:
        return alike if alike >= _OTHER_STYLE else None
    return _SOME + alike


# ---- where paragraphs end ---------------------------------------------------------------------------------------


def _ended(steps: list[Step], old: Sequence[Block], new: Sequence[Block]) -> list[Step]:
    """The steps with the last paragraphs of both versions in one where the end of either would otherwise change.

    The last paragraph of a cell or a body has no end of its own that could be inserted or deleted.
    """
    last = max((k for k, (i, j) in enumerate(steps) if i is not None and j is not None), default=-1)
    olds = [i for i, j in steps[last + 1 :] if i is not None]
    news = [j for i, j in steps[last + 1 :] if j is not None]
    if olds and news:
        together = [*((i, None) for i in olds[:-1]), *((None, j) for j in news[:-1]), (olds[-1], news[-1])]
        return [*steps[: last + 1], *together]
    tail = [*(old[i] for i in olds), *(new[j] for j in news)]
    if any(not isinstance(block, Paragraph) for block in tail):
        i, j = steps[last]
        return _ended([*steps[:last], (i, None), (None, j), *steps[last + 1 :]], old, new)
    return steps


def _one_sided(steps: Sequence[Step], old: Sequence[Block], new: Sequence[Block]) -> int:
    """How many steps follow the first, which both versions have, that must end as it did.

    They are paragraphs of one version before a table, a contents list or the end of the content: the end of the last of
    them is then the one that stays, for nothing comes after it that it could be joined to.
    """
    following = list(takewhile(lambda step: not _in_both(step) and not _is_apart(step, old, new), steps[1:]))
    sides = {step[0] is None for step in following}
    after = steps[len(following) + 1 :]
    ends_there = not after or _is_apart(after[0], old, new)
    return len(following) if len(sides) == 1 and ends_there and not _is_apart(steps[0], old, new) else 0


def _shifted(steps: Sequence[Step], old: Sequence[Block], new: Sequence[Block], merging: Merging) -> list[Element]:
    """A paragraph of both versions and those of one version after it, the end of the last being that of the first."""
    readings = [(_reading(old, i), _reading(new, j)) for i, j in steps]
    (first_old, first_new), (last_old, last_new) = readings[0], readings[-1]
    if first_old is None or first_new is None:
        raise ValueError("the first paragraph is in both versions")
    if last_new is None:
        begin = End("w:del", first_old.properties, None)
        end = End(None, last_old.properties if last_old else None, first_new.properties)
    else:
        begin = End("w:ins", None, first_new.properties)
        end = End(None, first_old.properties, last_new.properties)
    return [
        paragraph(first_old, first_new, merging, begin),
        *[paragraph(a, b, merging) for a, b in readings[1:-1]],
        paragraph(last_old, last_new, merging, end),
    ]
