"""The two kinds of text in a brief: lines, printed as written, and prose, read as restricted Markdown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from briefwright.source.scalars import Form, kind_of, malformed, out_of_bounds, wrong_type


class Prose(str):
    """Text in restricted inline Markdown: emphasis, strong, links, citations `[@id, p. 4]`, `[#id]`.

    Kept exactly as it stands in the file, so that a place in it can be found again there.
    """

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._read)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "minLength": 1}

    @classmethod
    def _read(cls, value: Any) -> Self:
        if not isinstance(value, str):
            hints = ('put a text that holds ": " in quotes',) if isinstance(value, dict) else ()
            raise wrong_type(f"takes a text, not {kind_of(value)}", *hints)
        if not value.strip():
            raise out_of_bounds("the text is empty")
        return cls(value)


def _line(text: str) -> str:
    if not text:
        raise out_of_bounds("the text is empty")
    if "\n" in text:
        raise malformed("takes a text on one line", 'join the lines, or use ">-" in place of "|"')
    return text


Line = Annotated[str, Form(_line, {"type": "string", "minLength": 1})]
"""Text on one line, printed as written: titles, names, headings."""

Label = Annotated[str, Form(_line, {"type": ["string", "number"], "minLength": 1})]
"""A line that often looks like a number and is not one: volumes, pages, versions (`1.10` stays that)."""


def line_of(longest: int, shortest: int = 1) -> Form:
    """The form of a line of a bounded number of characters."""

    def read(text: str) -> str:
        line = _line(text)
        if not shortest <= len(line) <= longest:
            raise out_of_bounds(f"has {len(line)} characters; the field takes {shortest} to {longest}")
        return line

    return Form(read, {"type": "string", "minLength": shortest, "maxLength": longest})


_NOT_PRINTED = re.compile(r"\[[@#][^\]]*\]|(?<=\])\([^)]*\)")


def count_words(prose: str) -> int:
    """The words that a reader sees: citations, cross-references and addresses of links do not count."""
    return sum(1 for word in _NOT_PRINTED.sub(" ", prose).split() if any(map(str.isalnum, word)))


@dataclass(frozen=True, slots=True)
class Words:
    """The number of words that a text may have, both bounds included."""

    most: int
    least: int = 1

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(self._check, handler(source))

    def _check(self, prose: Prose) -> Prose:
        count = count_words(prose)
        if count > self.most:
            raise out_of_bounds(f"has {count} words; the field takes at most {self.most}")
        if count < self.least:
            raise out_of_bounds(f"has {count} words; the field takes at least {self.least}")
        return prose


@dataclass(frozen=True, slots=True)
class Shorthand:
    """Lets an author write the text alone where a part needs nothing but one field."""

    field: str

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._spread, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}

    def _spread(self, value: Any) -> Any:
        return {self.field: value} if isinstance(value, str) else value


@dataclass(frozen=True, slots=True)
class OneOrMore:
    """Lets an author write one text where a list of texts may stand."""

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self._enclose, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"anyOf": [{"type": "string", "minLength": 1}, handler(schema)]}

    def _enclose(self, value: Any) -> Any:
        return [value] if isinstance(value, str) else value
