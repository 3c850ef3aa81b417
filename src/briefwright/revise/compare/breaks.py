"""Where Enter was pressed within a content control.

A control of words cannot hold the end of a paragraph, so LibreOffice breaks the line there. No field prints a break of
its own: one within a field is meant as the end of a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from briefwright.document.reading import Passage, Piece, Reading, Thing, ThingKind


def with_ends(reading: Reading) -> Reading:
    """The reading with passages that end where a line breaks within a field."""
    return replace(reading, passages=tuple(_ended(reading.passages)))


def _ended(passages: Iterable[Passage]) -> Iterator[Passage]:
    for passage in passages:
        pieces: list[Piece] = []
        bookmarks = passage.bookmarks
        for piece in passage.pieces:
            if isinstance(piece, Thing) and piece.kind is ThingKind.LINE_BREAK and piece.key is not None:
                yield replace(passage, pieces=tuple(pieces), bookmarks=bookmarks)
                pieces, bookmarks = [], ()
            else:
                pieces.append(piece)
        yield replace(passage, pieces=tuple(pieces), bookmarks=bookmarks)
