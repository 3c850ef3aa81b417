"""A reference as a row of pieces: words that know the field they come from, and the punctuation between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain

from briefwright.cite.terms import Terms
from briefwright.document.nodes import Emphasis, Inline, Link, Origin, Text

SourceOrigin = Callable[[str, str | None], Origin]
"""The place in the brief of a source, by its id, and of one of its fields."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a reference; `field` is the field of the source they come from, None for the words of the style.

    `language` is a BCP 47 tag where the words are not in the language of the document.
    """

    text: str
    field: str | None = None
    italic: bool = False
    href: str | None = None
    language: str | None = None


Pieces = tuple[Piece, ...]

NBSP = "\u00a0"


def words(text: str) -> Pieces:
    """Words of the style."""
    return (Piece(text),) if text else ()


def joined(parts: Iterable[Pieces], between: str) -> Pieces:
    """The parts that are not empty, with the punctuation between them."""
    present = [part for part in parts if part]
    return tuple(chain.from_iterable((*words(between if index else ""), *part) for index, part in enumerate(present)))


def capitalised(pieces: Pieces) -> Pieces:
    """The pieces with a capital at the front where the style's own words stand there."""
    if not pieces or pieces[0].field is not None or pieces[0].href is not None:
        return pieces
    first = pieces[0]
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *pieces[1:])


def sentence(pieces: Pieces) -> Pieces:
    """The pieces with a capital at the front and a full stop at the end."""
    return (*capitalised(pieces), Piece(".")) if pieces else ()


_CLOSING = "”’»\u00a0"
_STOPS = ".?!…"


def tidy(pieces: Pieces, terms: Terms) -> Pieces:
    """The pieces with no stop doubled, and commas and stops on the side of quotation marks where they belong."""
    done: list[Piece] = []
    for piece in pieces:
        mark = piece.text[:1]
        if mark == "." and piece.field is None and _ends_with_stop(done):
            piece = replace(piece, text=piece.text[1:])
        elif mark in {".", ","} and terms.inner_punctuation and done and done[-1].text == terms.quotes[1]:
            done.insert(-1, Piece(mark))
            piece = replace(piece, text=piece.text[1:])
        if piece.text:
            done.append(piece)
    return tuple(done)


def _ends_with_stop(pieces: list[Piece]) -> bool:
    text = "".join(piece.text for piece in pieces[-3:]).rstrip(_CLOSING)
    return text.endswith(tuple(_STOPS)) and (not pieces or pieces[-1].href is None)


def to_inlines(pieces: Pieces, source: str, origin: SourceOrigin) -> tuple[Inline, ...]:
    """The pieces as inlines of the document, each with its place in the brief."""
    return tuple(_inline(piece, origin(source, piece.field)) for piece in pieces)


def _inline(piece: Piece, origin: Origin) -> Inline:
    text = Text(piece.text, origin, piece.language)
    if piece.href is not None:
        return Link(piece.href, (text,), origin)
    return Emphasis((text,)) if piece.italic else text
