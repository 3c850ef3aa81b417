"""Paragraphs of two versions as one, and the notes that they call."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, takewhile, zip_longest

from briefwright.document.alignment import aligned, overlap
from briefwright.document.differences import differences
from briefwright.formats.docx.derived import base_id
from briefwright.formats.docx.redline.merging import Merging
from briefwright.formats.docx.redline.notes import Notes
from briefwright.formats.docx.redline.runs import Compared, renumbered, runs
from briefwright.formats.docx.redline.tokens import Bookmark, Reading, Token, is_mark, read, weight
from briefwright.formats.docx.redline.tree import printed
from briefwright.formats.docx.xml import Element, ordered, w

_GAP = "BriefSpace"
"""How the ids of the styles of empty paragraphs begin, which only keep tables apart."""

_SAME_NOTE = 0.3
"""The share of words that a note keeps as it is changed; with less it is another note."""

_NOTHING = Reading((), ())


@dataclass(frozen=True, slots=True)
class End:
    """How a paragraph ends: the change of its mark, and whose properties it has before and after the change."""

    mark: str | None
    before: tuple[Element, ...] | None
    after: tuple[Element, ...] | None


def paragraph(old: Reading | None, new: Reading | None, merging: Merging, end: End | None = None) -> Element:
    """Two versions of a paragraph as one; without an old one it is inserted as a whole, without a new one deleted."""
    compared = _compared(old, new, merging)
    content = _marked(compared, _bookmarks(old, new, compared, merging), merging)
    return w("p", _properties(end or _own_end(old, new), merging), *content)


def unchanged(element: Element, merging: Merging) -> Element:
    """A paragraph that both versions have, as the new one has it; its notes get their numbers in the redline."""
    if element.name == "w:footnoteReference":
        content = merging.new_notes.paragraphs(element.attributes["w:id"])
        return w("footnoteReference", id=merging.add_note(content))
    if element.name == "w:fldSimple":
        return renumbered(element, "new", merging)
    if not element.children:
        return element
    return Element(element.name, element.attributes, [*_unchanged(element.children, merging)], element.text)


def _unchanged(content: Iterable[Element], merging: Merging) -> Iterator[Element]:
    mark: Element | None = None
    for element in content:
        made = unchanged(element, merging)
        if mark is not None:
            for numbers in merging.called.values():
                numbers[mark.attributes["w:name"]] = len(merging.notes)
        mark = element if is_mark(element) else None
        yield made


def _own_end(old: Reading | None, new: Reading | None) -> End:
    mark = "w:ins" if old is None else "w:del" if new is None else None
    return End(mark, old.properties if old else None, new.properties if new else None)


# ---- properties -------------------------------------------------------------------------------------------------


def _properties(end: End, merging: Merging) -> Element:
    found = list(end.after if end.after is not None else end.before or ())
    if end.mark is not None:
        found.append(w("rPr", merging.change(end.mark)))
    if end.before is not None and end.after is not None and _differ(end.before, end.after):
        found.append(merging.change("w:pPrChange", w("pPr", *end.before)))
    return ordered("pPr", found)


def _differ(before: tuple[Element, ...], after: tuple[Element, ...]) -> bool:
    """Whether a paragraph has become another kind of paragraph."""
    return kind(before) != kind(after) and not all(is_gap(properties) for properties in (before, after))


def kind(properties: Iterable[Element]) -> list[str]:
    """What a paragraph is: its style and its list; all else only lays it out, and is that of the new version."""
    lists = [printed(p) for p in properties if p.name == "w:numPr"]
    return [*(base_id(p.attributes["w:val"]) for p in properties if p.name == "w:pStyle"), *lists]


def is_gap(properties: Iterable[Element]) -> bool:
    """Whether a paragraph with these properties is there for its height only."""
    return any(p.name == "w:pStyle" and p.attributes["w:val"].startswith(_GAP) for p in properties)


# ---- bookmarks --------------------------------------------------------------------------------------------------


def _bookmarks(
    old: Reading | None, new: Reading | None, compared: Sequence[Compared], merging: Merging
) -> list[Bookmark]:
    """The bookmarks of the new version, and those of the old one that a deleted link would miss.

    They are round the compared tokens from `start` up to `end`, and what was deleted at their edges.
    """
    kept = [bookmark for bookmark in (old or _NOTHING).bookmarks if bookmark.name in merging.kept]
    before = list(accumulate((one.old is not None for one in compared), initial=0))
    after = list(accumulate((one.new is not None for one in compared), initial=0))
    return [
        *(_moved(bookmark, after) for bookmark in (new or _NOTHING).bookmarks),
        *(_moved(bookmark, before) for bookmark in kept),
    ]


def _moved(bookmark: Bookmark, passed: Sequence[int]) -> Bookmark:
    """A bookmark of a version of which so many tokens stand before each place."""
    return replace(bookmark, start=bisect_left(passed, bookmark.start), end=bisect_right(passed, bookmark.end) - 1)


def _marked(compared: Sequence[Compared], bookmarks: Sequence[Bookmark], merging: Merging) -> list[Element]:
    """The runs with the bookmarks round them."""

    def call(one: Compared) -> int:
        return _note(one, merging)

    made: list[Element] = []
    places = sorted({0, len(compared), *(b.start for b in bookmarks), *(b.end for b in bookmarks)})
    for place, following in zip_longest(places, places[1:], fillvalue=len(compared)):
        made += [_end(b) for b in reversed(bookmarks) if b.start < b.end == place]
        made += [b.mark for b in bookmarks if b.start == place]
        made += [_end(b) for b in reversed(bookmarks) if b.start == b.end == place]
        made += runs(compared[place:following], call, merging)
    return made


def _end(bookmark: Bookmark) -> Element:
    return w("bookmarkEnd", id=bookmark.number)


# ---- words and notes --------------------------------------------------------------------------------------------


def _compared(old: Reading | None, new: Reading | None, merging: Merging) -> list[Compared]:
    if old is None or new is None:
        return [
            *(Compared(token, None) for token in (old or _NOTHING).tokens),
            *(Compared(None, token) for token in (new or _NOTHING).tokens),
        ]
    before, after = _with_paired_notes(old.tokens, new.tokens, merging)
    found: list[Compared] = []
    for one in differences(before, after, weight):
        if one.same:
            found += [Compared(a, b) for a, b in zip(one.old, one.new, strict=True)]
        else:
            found += [Compared(token, None) for token in one.old]
            found += [Compared(None, token) for token in one.new]
    return found


def _with_paired_notes(
    old: tuple[Token, ...], new: tuple[Token, ...], merging: Merging
) -> tuple[list[Token], list[Token]]:
    """The tokens; two calls are the same when their notes go together, whatever changed in those."""
    olds = [token.note for token in old if token.note is not None]
    news = [token.note for token in new if token.note is not None]

    def likeness(a: tuple[str, Counter[str]], b: tuple[str, Counter[str]]) -> float | None:
        share = overlap(a[1], b[1])
        return share if share >= _SAME_NOTE else None

    steps = aligned(
        [(merging.old_notes.said(number), merging.old_notes.words(number)) for number in olds],
        [(merging.new_notes.said(number), merging.new_notes.words(number)) for number in news],
        lambda item: item[0],
        likeness,
    )
    pairs = [(olds[i], news[j]) for i, j in steps if i is not None and j is not None]
    of_old, of_new = {a: n for n, (a, _) in enumerate(pairs)}, {b: n for n, (_, b) in enumerate(pairs)}
    return (
        [_with_pair(token, of_old, "old") for token in old],
        [_with_pair(token, of_new, "new") for token in new],
    )


def _with_pair(token: Token, pairs: dict[str, int], version: str) -> Token:
    if token.note is None:
        return token
    return replace(token, key=("note", pairs.get(token.note, (version, token.note)), token.shown))


def _note(one: Compared, merging: Merging) -> int:
    """The number of a note in the redline, in which it stands with what changed in it."""
    if one.old and one.new and _same_note(one.old.note, one.new.note, merging):
        return merging.add_note(merging.new_notes.paragraphs(one.new.note or ""))
    old = _paragraphs(one.old, merging.old_notes)
    new = _paragraphs(one.new, merging.new_notes)
    return merging.add_note([_note_paragraph(a, b, merging) for a, b in zip_longest(old, new)])


def _same_note(old: str | None, new: str | None, merging: Merging) -> bool:
    return old is not None and new is not None and merging.old_notes.said(old) == merging.new_notes.said(new)


def _paragraphs(call: Token | None, notes: Notes) -> list[Reading]:
    """The paragraphs of a note in which something changed, without controls.

    LibreOffice takes the letters after a control in a note for others when changes there are accepted.
    """
    if call is None or call.note is None:
        return []
    readings = [read(paragraph) for paragraph in notes.paragraphs(call.note)]
    return [replace(one, tokens=tuple(map(_without_controls, one.tokens))) for one in readings]


def _without_controls(token: Token) -> Token:
    return replace(token, around=tuple(element for element in token.around if element.name != "w:sdt"))


def _note_paragraph(old: Reading | None, new: Reading | None, merging: Merging) -> Element:
    """A paragraph of a note: its number and its end stay, because they go with the call."""
    found = new or old or _NOTHING
    number = replace(found, tokens=tuple(takewhile(lambda token: not weight(token), found.tokens)), bookmarks=())
    return paragraph(old or number, new or number, merging, End(None, None, found.properties))
