"""The source of a prose field word by word: what each word, citation and cross-reference was written as."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from briefwright.brief.prose import parse
from briefwright.diagnostics import Report, Span
from briefwright.document.nodes import Citation, Emphasis, Inline, InternalLink, Link, Origin, Strong, Text
from briefwright.revise.compare.tokens import sense, split

CITATION = "\0citation"
"""The sense of an atom that calls sources."""

REFERENCE = "\0reference"
"""The sense of a cross-reference that prints the name of what it leads to."""


@dataclass(frozen=True, slots=True)
class Look:
    """What an author can do to words: `target` is the id of what they lead to, `href` an address."""

    strong: bool = False
    emphasis: bool = False
    href: str | None = None
    target: str | None = None


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of the source, from `start` to `end` (excluded), that prints as one word, mark, space or call."""

    sense: str
    start: int
    end: int
    look: Look

    @property
    def is_space(self) -> bool:
        """Whether it prints as white space."""
        return self.sense == " "


def atoms(source: str, report: Report | None = None) -> list[Atom]:
    """The atoms of a prose field in the order of the source; problems of the prose go into the report."""
    found = parse(source, _offsets, Report() if report is None else report)
    made: list[Atom] = []
    for (look, is_word), pieces in groupby(_letters(found, source, Look()), key=lambda piece: piece[:2]):
        if is_word:
            made += _words(look, [place for _, _, place, _ in pieces], source)
        else:
            made += [Atom(kind, start, end, look) for _, _, (start, end), kind in pieces]
    return made


def _offsets(start: int, end: int) -> Origin:
    return Origin(None, Span("", 1, start, 1, end))


def _place(origin: Origin) -> tuple[int, int]:
    return origin.span.column, origin.span.end_column


_Piece = tuple[Look, bool, tuple[int, int], str]
"""A letter or a call: its look, whether it is a letter, its stretch, its kind."""


def _letters(content: tuple[Inline, ...], source: str, look: Look) -> Iterator[_Piece]:
    for inline in content:
        match inline:
            case Text():
                start, end = _place(inline.origin)
                for offset in range(start, end):
                    escaped = offset == start > 0 and source[start - 1] == "\\"
                    yield look, True, (offset - escaped, offset + 1), ""
            case Citation():
                yield look, False, _place(inline.origin), CITATION
            case InternalLink(content=()):
                yield Look(look.strong, look.emphasis, None, inline.target), False, _place(inline.origin), REFERENCE
            case Emphasis():
                yield from _letters(inline.content, source, Look(look.strong, True, look.href, look.target))
            case Strong():
                yield from _letters(inline.content, source, Look(True, look.emphasis, look.href, look.target))
            case Link():
                yield from _letters(inline.content, source, Look(look.strong, look.emphasis, inline.href))
            case InternalLink():
                yield from _letters(inline.content, source, Look(look.strong, look.emphasis, None, inline.target))
            case _:
                raise TypeError(f"prose holds no {type(inline).__name__}")


def _words(look: Look, places: list[tuple[int, int]], source: str) -> Iterator[Atom]:
    text = "".join(source[end - 1] for _, end in places)
    at = 0
    for stretch in split(text):
        last = at + len(stretch) - 1
        yield Atom(sense(stretch), places[at][0], places[last][1], look)
        at = last + 1
