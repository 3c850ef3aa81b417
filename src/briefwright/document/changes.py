"""The tracked changes of a draft: the draft with all of them accepted or rejected, and a list of them for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefwright.document.reading import (
    CellPlace,
    Change,
    ChangeKind,
    Comment,
    Passage,
    Piece,
    Reading,
    Story,
    Words,
    joined,
)

_GOING = frozenset({ChangeKind.DELETED, ChangeKind.MOVED_FROM})
_COMING = frozenset({ChangeKind.INSERTED, ChangeKind.MOVED_TO})

END = "¶"
"""What stands for the end of a paragraph in the words of a change."""

_CALL = "[note]"
"""What stands for the call of a note in the words of a change."""


@dataclass(frozen=True, slots=True)
class TrackedChange:
    """A tracked change as people see it: what it did, who made it and when, and the words it is about.

    `passage` is where it begins, counted from 0 in its story as comments count them.
    """

    kind: ChangeKind
    author: str
    date: str | None
    words: str
    story: Story
    passage: int


def accepted(reading: Reading) -> Reading:
    """The draft as it is when every tracked change is accepted."""
    return _settled(reading, _GOING, restored=False)


def rejected(reading: Reading) -> Reading:
    """The draft as it is when every tracked change is rejected."""
    return _settled(reading, _COMING, restored=True)


def changes(reading: Reading) -> tuple[TrackedChange, ...]:
    """Every tracked change in the order of the text: body, notes, headers and footers."""
    notes = [passage for note in reading.notes for passage in note]
    stories = (reading.passages, notes, reading.furniture)
    return tuple(change for passages in stories for change in _listed(passages))


# ---- accepting and rejecting --------------------------------------------------------------------------------------


def _settled(reading: Reading, dropped: frozenset[ChangeKind], *, restored: bool) -> Reading:
    """A reading without what changes of these kinds are about; notes that nobody calls any more keep their numbers."""
    body, body_places = _passages(reading.passages, dropped, restored)
    furniture, _ = _passages(reading.furniture, dropped, restored)
    notes: list[tuple[Passage, ...]] = []
    note_places: list[int] = []
    before = 0
    for note in reading.notes:
        settled, places = _passages(note, dropped, restored)
        notes.append(settled)
        note_places += [before + place for place in places]
        before += len(settled)
    now = {Story.BODY: body_places, Story.NOTE: note_places}
    comments = tuple(_moved(comment, now.get(comment.story, [])) for comment in reading.comments)
    return Reading(body, tuple(notes), furniture, comments)


def _moved(comment: Comment, places: Sequence[int]) -> Comment:
    return replace(comment, passage=places[comment.passage]) if comment.passage < len(places) else comment


def _passages(
    passages: Sequence[Passage], dropped: frozenset[ChangeKind], restored: bool
) -> tuple[tuple[Passage, ...], list[int]]:
    """The passages that are left, and where each of the passages before is now."""
    made: list[Passage] = []
    places: list[int] = []
    begun: list[Passage] = []
    for passage in passages:
        left = _without(passage, dropped, restored)
        if begun and (begun[0].story, begun[0].cells) != (left.story, left.cells):
            made.append(_one(begun))
            begun = []
        places.append(len(made))
        ends = passage.end is None or passage.end.kind not in dropped
        if ends or left.pieces:
            begun.append(left)
        if ends:
            made.append(_one(begun))
            begun = []
    if begun:
        made.append(_one(begun))
    last = max(0, len(made) - 1)
    return tuple(_renumbered(made)), [min(place, last) for place in places]


def _without(passage: Passage, dropped: frozenset[ChangeKind], restored: bool) -> Passage:
    pieces = joined(_kept(passage.pieces, dropped, restored))
    style, place = passage.before if restored and passage.before is not None else (passage.style, passage.list)
    return replace(passage, pieces=pieces, style=style, list=place, end=None, change=None, before=None)


def _kept(pieces: Iterable[Piece], dropped: frozenset[ChangeKind], restored: bool) -> Iterator[Piece]:
    for piece in pieces:
        if piece.change is not None and piece.change.kind in dropped:
            continue
        if piece.change is None and (not isinstance(piece, Words) or piece.before is None):
            yield piece
        elif isinstance(piece, Words):
            bold, italic = piece.before if restored and piece.before is not None else (piece.bold, piece.italic)
            yield replace(piece, bold=bold, italic=italic, change=None, before=None)
        else:
            yield replace(piece, change=None)


def _one(parts: Sequence[Passage]) -> Passage:
    """Passages that run on as one: it begins as the first, and of the others those are known of which any is left."""
    first, *others = parts
    if not others:
        return first
    bookmarks = [name for part in (first, *(part for part in others if part.pieces)) for name in part.bookmarks]
    pieces = joined(piece for part in parts for piece in part.pieces)
    return replace(first, pieces=pieces, bookmarks=tuple(dict.fromkeys(bookmarks)))


def _renumbered(passages: Iterable[Passage]) -> Iterator[Passage]:
    """The passages with their tables, rows and cells counted anew, as some may be gone."""
    numbers: dict[tuple[object, ...], int] = {}
    counts: dict[tuple[object, ...], int] = {}

    def number(*place: object) -> int:
        if place not in numbers:
            numbers[place] = counts.get(place[:-1], 0)
            counts[place[:-1]] = numbers[place] + 1
        return numbers[place]

    for passage in passages:
        cells = tuple(
            CellPlace(
                number(passage.story, cell.table),
                number(passage.story, cell.table, "row", cell.row),
                number(passage.story, cell.table, cell.row, "cell", cell.cell),
            )
            for cell in passage.cells
        )
        yield replace(passage, cells=cells) if cells != passage.cells else passage


# ---- listing ------------------------------------------------------------------------------------------------------


def _listed(passages: Iterable[Passage]) -> Iterator[TrackedChange]:
    marked = [one for place, passage in enumerate(passages) for one in _marks(passage, place)]
    for change, same in groupby(marked, key=lambda one: one[0]):
        pieces = list(same)
        if change is not None:
            _, _, story, place = pieces[0]
            words = "".join(words for _, words, _, _ in pieces)
            yield TrackedChange(change.kind, change.author, change.date, words, story, place)


def _marks(passage: Passage, place: int) -> Iterator[tuple[Change | None, str, Story, int]]:
    if passage.change is not None:
        yield passage.change, passage.text, passage.story, place
        yield None, "", passage.story, place
    for piece in passage.pieces:
        text = piece.text if hasattr(piece, "text") else _CALL
        yield piece.change, text, passage.story, place
    yield passage.end, END, passage.story, place
