"""How a field prints where a template places it bare: as inlines that know where each word was written."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum

from briefwright.brief import prose
from briefwright.brief.citation import Citation as Cited
from briefwright.brief.citation_syntax import OriginOf
from briefwright.brief.citing import cited_source
from briefwright.brief.dates import Duration, PartialDate
from briefwright.brief.text import Prose
from briefwright.compose.field import Field, is_written, name_of, path_of, plain
from briefwright.compose.localise import Language
from briefwright.compose.words import Words, list_name, missing_words, words_of
from briefwright.diagnostics import Report, Span
from briefwright.document.nodes import Citation, Inline, Origin, Text
from briefwright.document.walk import plain_text
from briefwright.source.source import Source
from briefwright.source.value import Path, Scalar, pointer


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints fields of one brief in its language."""

    source: Source
    language: Language
    words: Words
    report: Report

    def inlines(self, field: Field, place: Span) -> tuple[Inline, ...]:
        """What a field prints at a place of the template; nothing for a value that is not given."""
        value = plain(field)
        if value is None or value == ():
            return ()
        if isinstance(value, Prose):
            return prose.parse(value, self._origins(field, place), self.report)
        if isinstance(value, tuple) and isinstance(value[0], Cited):
            return (self._citation(field, value, place),)
        text = self.text(value, place)
        if text is None:
            self.report.add("BW418", place, f"{name_of(field)} is {_kind(value)}, which cannot be printed", _HINT)
            return ()
        return (Text(text, self.origin(field, place)),)

    def text(self, value: object, place: Span) -> str | None:
        """A single value in words, or None where it has no words."""
        if isinstance(value, Enum):
            return self._value_of_list(value, place)
        if isinstance(value, str):
            return " ".join(value.split("\n"))
        if isinstance(value, dt.datetime):
            return self.language.moment(value)
        if isinstance(value, dt.date | PartialDate):
            return self.language.date(value)
        if isinstance(value, Duration):
            return self.language.duration(value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return self.language.number(value)
        return None

    def line(self, field: Field, place: Span) -> str:
        """A field as bare characters, for what cannot hold emphasis or notes."""
        return plain_text(self.inlines(field, place))

    def origin(self, field: Field, place: Span) -> Origin:
        """Where a field was written; a value that the file does not hold belongs to the house."""
        path = self.written_at(field)
        return Origin(None, place) if path is None else Origin(pointer(path), self.source.span(path))

    def _origins(self, field: Field, place: Span) -> OriginOf:
        path = self.written_at(field)
        if path is None:
            return lambda _start, _end: Origin(None, place)
        name, source = pointer(path), self.source
        return lambda start, end: Origin(name, source.inner_span(path, start, end))

    def written_at(self, field: Field) -> Path | None:
        """The path in the file of a field's text, None where the file does not hold it.

        It is shorter than the field's own path where the file gives a part by its text alone.
        """
        path = path_of(field)
        if not is_written(field):
            return None
        while path and not self.source.has(path):
            path = path[:-1]
        value = self.source.value(path)
        whole = path == path_of(field) or (isinstance(value, Scalar) and value.text == str(field))
        return path if whole else None

    def _value_of_list(self, value: Enum, place: Span) -> str:
        words = words_of(self.words, value)
        if words is None:
            self.report.add(*missing_words(self.words, f"{list_name(value)}.{value.value}", place))
        return words or ""

    def _citation(self, field: Field, cited: tuple[Cited, ...], place: Span) -> Citation:
        sources = tuple(
            cited_source(
                one, self.origin(each, place), self.inlines(each["quote"], place), self.inlines(each["note"], place)
            )
            for one, each in zip(cited, field, strict=True)
        )
        return Citation(sources, self.origin(field, place))


_HINT = "place the parts of it that are to be read; ask for a yes or no with {% if %}"


def _kind(value: object) -> str:
    if isinstance(value, bool):
        return "a yes or no"
    return "a list" if isinstance(value, tuple) else "a record"
