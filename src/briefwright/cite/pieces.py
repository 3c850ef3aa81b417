"""A reference as a row of pieces: words that know the field they come from, and the punctuation between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain

from briefwright.cite.terms import Terms
from briefwright.document.nodes import Emphasis, Inline, Link, Origin, Text
from briefwright.document.walk import plain_text

SourceOrigin = Callable[[str, str | None], Origin]
"""The place in the brief of a source, by its id, or of one of its fields."""

NBSP = "\u00a0"


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a reference, taken from a field of a source, or (where `source` is None) put there by the style.

    `language` is a BCP 47 tag where the words are not in the language of the document; `content` is set for what an
    author wrote as prose, and `text` then is its plain text.
    """

    text: str
    source: str | None = None
    field: str | None = None
    italic: bool = False
    href: str | None = None
    language: str | None = None
    content: tuple[Inline, ...] = ()


Pieces = tuple[Piece, ...]


def words(text: str) -> Pieces:
    """Words of the style."""
    return (Piece(text),) if text else ()


def prose(content: tuple[Inline, ...]) -> Pieces:
    """Words that an author wrote as prose."""
    return (Piece(plain_text(content), content=content),) if content else ()


def joined(parts: Iterable[Pieces], between: str) -> Pieces:
    """The parts that are not empty, with the punctuation between them."""
    present = [part for part in parts if part]
    return tuple(chain.from_iterable((*words(between if index else ""), *part) for index, part in enumerate(present)))


def capitalised(pieces: Pieces) -> Pieces:
    """The pieces with a capital at the front, unless a name or a title stands there."""
    if not pieces or pieces[0].href is not None or pieces[0].content or pieces[0].field not in {None, "genre"}:
        return pieces
    first = pieces[0]
    return (replace(first, text=first.text[:1].upper() + first.text[1:]), *pieces[1:])


def sentences(parts: Iterable[Pieces]) -> Pieces:
    """The parts that are not empty, each a sentence."""
    return joined(((*capitalised(part), Piece(".")) for part in parts if part), " ")


_CLOSING = "”’»\u00a0"
_STOPS = (".", "?", "!", "…")


def tidy(pieces: Iterable[Piece], terms: Terms) -> Pieces:
    """The pieces with no stop doubled, and commas and stops inside quotation marks where the language has them so."""
    done: list[Piece] = []
    for piece in pieces:
        mark = piece.text[:1] if piece.source is None and not piece.content else ""
        rest = replace(piece, text=piece.text[1:])
        if mark == "." and _ends_with_stop(done):
            done.append(rest)
        elif mark and mark in ".," and terms.inner_punctuation and done and done[-1].text == terms.quotes[1]:
            done[-1:] = [Piece(mark), done[-1], rest]
        else:
            done.append(piece)
    return tuple(piece for piece in done if piece.text)


def _ends_with_stop(pieces: list[Piece]) -> bool:
    if not pieces or pieces[-1].href is not None:
        return False
    return "".join(piece.text for piece in pieces[-3:]).rstrip(_CLOSING).endswith(_STOPS)


def to_inlines(pieces: Pieces, style: Origin, origin: SourceOrigin) -> tuple[Inline, ...]:
    """The pieces as inlines of the document; `style` is the origin of the words that no source has given."""
    return tuple(chain.from_iterable(_inlines(piece, style, origin) for piece in pieces))


def _inlines(piece: Piece, style: Origin, origin: SourceOrigin) -> tuple[Inline, ...]:
    if piece.content:
        return piece.content
    place = style if piece.source is None else origin(piece.source, piece.field)
    text = Text(piece.text, place, piece.language)
    if piece.href is not None:
        return (Link(piece.href, (text,), place),)
    return (Emphasis((text,)),) if piece.italic else (text,)
