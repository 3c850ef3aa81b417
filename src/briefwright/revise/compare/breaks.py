"""Where Enter was pressed within a content control.

A control of words cannot hold the end of a paragraph, so LibreOffice breaks the line there. No field prints a break of
its own: one within a field is meant as the end of a paragraph. Where an editor has dropped the names of the controls,
it is one in a paragraph that was made without any, or in a draft that was.
"""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import replace

from briefwright.document.reading import Passage, Piece, Reading, Thing, ThingKind
from briefwright.revise.compare.match import original


def with_ends(now: Reading, made: Reading) -> Reading:
    """The reading with passages that end where a line breaks within a field."""
    broken = [passage for passage in made.passages if any(map(_is_break, passage.pieces))]
    unbroken = {name for passage in made.passages if passage not in broken for name in passage.bookmarks}
    ended = (end for passage in now.passages for end in _ended(passage, unbroken, always=not broken))
    return replace(now, passages=tuple(ended))


def _ended(passage: Passage, unbroken: Set[str], *, always: bool) -> Iterator[Passage]:
    always = always or any(original(name) in unbroken for name in passage.bookmarks)
    pieces: list[Piece] = []
    bookmarks = passage.bookmarks
    for piece in passage.pieces:
        if _is_break(piece) and (always or piece.key is not None):
            yield replace(passage, pieces=tuple(pieces), bookmarks=bookmarks)
            pieces, bookmarks = [], ()
        else:
            pieces.append(piece)
    yield replace(passage, pieces=tuple(pieces), bookmarks=bookmarks)


def _is_break(piece: Piece) -> bool:
    return isinstance(piece, Thing) and piece.kind is ThingKind.LINE_BREAK
