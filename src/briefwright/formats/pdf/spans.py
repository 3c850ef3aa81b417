"""Spans: the inlines of a paragraph laid out flat, each with its look."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple, assert_never

from briefwright.document.nodes import (
    CaptionLabel,
    Checkbox,
    Citation,
    Emphasis,
    Inline,
    InternalLink,
    LineBreak,
    Link,
    Note,
    PageCount,
    PageNumber,
    Strong,
    Styled,
    Text,
)
from briefwright.formats.pdf.looks import Look, stressed, styled
from briefwright.formats.pdf.marks import Goal
from briefwright.formats.pdf.typesetter import Typesetter
from briefwright.theme.theme import Theme

_SMALLEST_CALL = 0.85
"""The least share of its size in the body at which the number of a note is set in smaller text."""


class Span(NamedTuple):
    """Characters of one look; `source` is the node that they come from, None where the theme adds them."""

    text: str
    look: Look
    source: Text | CaptionLabel | PageNumber | PageCount | None
    goal: Goal | None = None

    @property
    def written(self) -> Text | None:
        """The text that the characters are of; None for those of the theme, for labels and for numbers of pages."""
        return self.source if isinstance(self.source, Text) else None


class Plate(NamedTuple):
    """Words on a ground of their own, which stay together."""

    spans: tuple[Span, ...]
    look: Look


class Call(NamedTuple):
    """The number of a note where the note is called."""

    note: Note
    look: Look


class Box(NamedTuple):
    """A square to tick."""

    source: Checkbox
    look: Look


class Folio(NamedTuple):
    """The number of a page, or of all pages."""

    source: PageNumber | PageCount
    look: Look


class Turn(NamedTuple):
    """The end of a line that the author set."""


Flat = Span | Plate | Call | Box | Folio | Turn


def flat(content: tuple[Inline, ...], look: Look, typesetter: Typesetter, goal: Goal | None = None) -> Iterator[Flat]:
    """The inlines in order, without nesting.

    Raises:
        KeyError: the theme has no text style of a name that an inline gives.
    """
    for inline in content:
        match inline:
            case Text():
                yield Span(inline.value, typesetter.in_language(look, inline.language), inline, goal)
            case CaptionLabel():
                yield Span(inline.text, look, inline, goal)
            case Emphasis() | Strong() | Styled() | Link() | InternalLink():
                yield from _wrapped(inline, look, typesetter, goal)
            case Note():
                yield Call(inline, _of_call(look, typesetter.theme))
            case LineBreak():
                yield Turn()
            case PageNumber() | PageCount():
                yield Folio(inline, look)
            case Checkbox():
                yield Box(inline, look)
            case Citation():
                raise TypeError("citations are turned into notes before a document is drawn")
            case _:
                assert_never(inline)


def block_place(identifier: str) -> str:
    """The name of the place of the block with this id."""
    return f"block:{identifier}"


def note_place(number: int) -> str:
    """The name of the place of a note's text."""
    return f"note:{number}"


def call_place(number: int) -> str:
    """The name of the place where a note is called."""
    return f"call:{number}"


def _of_call(look: Look, theme: Theme) -> Look:
    """The look of a note's number, which is as much smaller or larger as the text around it."""
    call = styled(look, theme.text("note-call"), theme)
    share = max(look.size / theme.paragraph("body").size, _SMALLEST_CALL)
    return replace(call, size=call.size * share, rise=call.rise * share)


def _wrapped(
    inline: Emphasis | Strong | Styled | Link | InternalLink, look: Look, typesetter: Typesetter, goal: Goal | None
) -> Iterator[Flat]:
    """The inlines inside another, with what it adds to their look and where it leads."""
    theme = typesetter.theme
    match inline:
        case Emphasis():
            inner = stressed(look, theme.text("emphasis"), theme)
        case Strong():
            inner = styled(look, theme.text("strong"), theme)
        case Styled():
            inner = styled(look, theme.text(inline.style), theme)
        case Link():
            inner, goal = styled(look, theme.text("link"), theme), Goal(address=inline.href)
        case InternalLink():
            inner, goal = look, Goal(place=block_place(inline.target))
        case _:
            assert_never(inline)
    parts = flat(inline.content, inner, typesetter, goal)
    if inner.background is None or look.background is not None:
        yield from parts
    else:
        yield Plate(tuple(part for part in parts if isinstance(part, Span)), inner)
