"""Where the calls of notes stand: citations at one place become one, behind the punctuation of their clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from briefwright.diagnostics import Span
from briefwright.document.nodes import (
    Citation,
    CitedSource,
    Emphasis,
    Inline,
    InternalLink,
    Link,
    Origin,
    Strong,
    Styled,
    Text,
)

Inlines = tuple[Inline, ...]

_AFTER = re.compile(r"(?:[\u00a0\u202f]?[.,;:!?…”»]|’(?!\w)|[\"'](?!\w))+")
"""Punctuation that a call stands behind: stops, commas and closing quotation marks."""


_STOPS = re.compile(r"\s*[.,;:!?…]+\Z")
"""Punctuation that a call stands before, where it stands before any."""

_SPACE = re.compile(r"\s+\Z")


def settled(content: Inlines, *, after_stop: bool) -> Inlines:
    """The content with each citation where its note is called, none next to another.

    With `after_stop`, a citation moves behind the punctuation that follows it; without, before the punctuation that
    it follows. The space before it is dropped.
    """
    done: list[Inline] = []
    for inline in _hoisted(content):
        previous = done[-1] if done else None
        if isinstance(inline, Citation):
            _put(done, inline, after_stop=after_stop)
        elif after_stop and isinstance(previous, Citation) and isinstance(inline, Text):
            done[-1:] = _behind(previous, inline)
        else:
            done.append(inline)
    return tuple(done)


def _put(done: list[Inline], citation: Citation, *, after_stop: bool) -> None:
    """Add a citation: without the space before it, and as one with a citation that stands there."""
    _drop_last_space(done)
    stop = [] if after_stop else _last_stop(done)
    if done and isinstance(done[-1], Citation):
        citation = replace(done[-1], sources=(*done[-1].sources, *citation.sources))
        done.pop()
    done += [citation, *stop]


def _last_stop(done: list[Inline]) -> list[Inline]:
    """The punctuation at the end with the space before it, taken off."""
    taken: list[Inline] = []
    pattern = _STOPS
    while done and isinstance(last := done[-1], Text) and (mark := pattern.search(last.value)):
        done[-1:] = [_part(last, 0, mark.start())] if mark.start() else []
        taken.insert(0, _part(last, mark.start(), len(last.value)))
        pattern = _SPACE
    return taken


def _drop_last_space(done: list[Inline]) -> None:
    while done and isinstance(last := done[-1], Text) and last.value[-1:].isspace():
        kept = len(last.value.rstrip())
        done[-1:] = [_part(last, 0, kept)] if kept else []


def _hoisted(content: Inlines) -> Iterable[Inline]:
    """The content with the citations at the end of an emphasis standing behind it."""
    for inline in content:
        if isinstance(inline, Emphasis | Strong | Styled):
            inside = [*_hoisted(inline.content)]
            trailing: list[Inline] = []
            while inside and isinstance(inside[-1], Citation):
                trailing.insert(0, inside.pop())
                _drop_last_space(inside)
            if inside:
                yield replace(inline, content=tuple(inside))
            yield from trailing
        else:
            yield inline


def _behind(citation: Citation, text: Text) -> list[Inline]:
    """The citation moved behind the punctuation that begins the text."""
    mark = _AFTER.match(text.value)
    if mark is None:
        return [citation, text]
    moved: list[Inline] = [_part(text, 0, mark.end()), citation]
    return moved if mark.end() == len(text.value) else [*moved, _part(text, mark.end(), len(text.value))]


def _part(text: Text, start: int, end: int) -> Text:
    """The characters of a text from one offset to another, with their own place where it can be told."""
    if (start, end) == (0, len(text.value)):
        return text
    span = text.origin.span
    if span.line == span.end_line and span.end_column - span.column == len(text.value):
        span = Span(span.file, span.line, span.column + start, span.line, span.column + end)
    return replace(text, value=text.value[start:end], origin=Origin(text.origin.path, span))


def collected(sources: tuple[CitedSource, ...]) -> tuple[CitedSource, ...]:
    """The sources of one note without repeats; neighbours that name pages of one source make one call to it."""
    done: list[CitedSource] = []
    for source in sources:
        if any(unplaced(source) == unplaced(known) for known in done):
            continue
        if done and _continues(done[-1], source):
            done[-1] = replace(done[-1], locator=f"{done[-1].locator}, {source.locator}")
        else:
            done.append(source)
    return tuple(done)


def unplaced(source: CitedSource) -> CitedSource:
    """The call without the places in the brief where it was written: two that say the same are then equal."""
    return replace(source, origin=_NOWHERE, quote=_unplaced(source.quote), note=_unplaced(source.note))


def _unplaced(content: Inlines) -> Inlines:
    return tuple(map(_without_place, content))


def _without_place(inline: Inline) -> Inline:
    match inline:
        case Text():
            return replace(inline, origin=_NOWHERE)
        case Emphasis() | Strong() | Styled():
            return replace(inline, content=_unplaced(inline.content))
        case Link() | InternalLink():
            return replace(inline, content=_unplaced(inline.content), origin=_NOWHERE)
        case _:
            return inline


_NOWHERE = Origin(None, Span(""))
_NUMBERS = re.compile(r"[\d\s,–-]+")


def _continues(first: CitedSource, second: CitedSource) -> bool:
    """Whether the second call adds nothing but numbers of the same kind to the first."""
    if not (_NUMBERS.fullmatch(first.locator or "") and _NUMBERS.fullmatch(second.locator or "")):
        return False
    bare = replace(second, locator=first.locator, origin=first.origin)
    return bare == replace(first, prefix="") and not (first.suffix or first.quote or first.note)
