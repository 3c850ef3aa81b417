"""Drawn blocks one after another, with the space that Word itself does not give around tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefwright.formats.docx.draft import Draft
from briefwright.formats.docx.names import own_name
from briefwright.formats.docx.xml import Element, ordered, twips, w

LEAST = 1
"""The height in points of a paragraph that is there only because Word asks for one."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph or a table as drawn, with the space it wants before and after it, in points."""

    element: Element
    before: float
    after: float
    is_table: bool = False
    keep_with_next: bool = False


def flow(pieces: Sequence[Piece], draft: Draft) -> list[Element]:
    """The pieces with the gaps between them; it ends with a paragraph, as every cell and body must."""
    elements: list[Element] = []
    for previous, piece in zip([None, *pieces], [*pieces, None], strict=True):
        if previous is not None:
            elements.append(previous.element)
            elements += _gap(previous, piece, draft)
    if not elements:
        elements.append(gap(LEAST, draft))
    return elements


def _gap(previous: Piece, following: Piece | None, draft: Draft) -> Iterator[Element]:
    """The paragraph between two pieces where one is a table: Word has no space around tables, and joins neighbours."""
    if following is None:
        if previous.is_table:
            yield gap(LEAST, draft)
        return
    if not previous.is_table and not following.is_table:
        return
    wanted = max(previous.after, following.before)
    given = previous.after * (not previous.is_table) + following.before * (not following.is_table)
    least = LEAST if previous.is_table and following.is_table else 0
    height = max(least, round(wanted - given))
    if height > 0:
        yield gap(height, draft, keep=previous.keep_with_next)


def gap(height: int, draft: Draft, keep: bool = False) -> Element:
    """An empty paragraph of this height in points, in a style that says so."""
    draft.gaps.add(height)
    properties = [w("pStyle", val=gap_style_id(height))]
    if keep:
        properties.append(w("keepNext"))
    return w("p", ordered("pPr", properties))


def gap_style(height: int) -> Element:
    """The style of an empty paragraph of this height: lines that are exact, and type too small to stretch them."""
    return w(
        "style",
        w("name", val=own_name(f"space-{height}")),
        w("uiPriority", val=99),
        w("pPr", w("spacing", before=0, after=0, line=twips(height), lineRule="exact")),
        w("rPr", w("sz", val=2), w("szCs", val=2)),
        type="paragraph",
        customStyle=1,
        styleId=gap_style_id(height),
    )


def gap_style_id(height: int) -> str:
    """The id of the style of an empty paragraph of this height."""
    return f"BriefSpace{height}"


def trimmed(padding: float, pieces: Sequence[Piece]) -> tuple[float, float]:
    """The margins above and below pieces in a cell, so that with their own space they come to the padding."""
    if not pieces:
        return padding, padding
    first, last = pieces[0], pieces[-1]
    above = 0.0 if first.is_table else first.before
    below = float(LEAST) if last.is_table else last.after
    return max(0.0, padding - above), max(0.0, padding - below)
