"""What every part of a brief is: a frozen record without unknown fields; and the walk over all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from briefwright.source.scalars import Form, malformed
from briefwright.source.value import Path

ID_PATTERN = r"^[a-z][a-z0-9-]{0,47}$"


def _id(text: str) -> str:
    if re.fullmatch(ID_PATTERN[1:-1], text):
        return text
    slug = re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:48]
    hints = [f'for instance "{slug}"'] if re.match(ID_PATTERN, slug) else []
    raise malformed(
        f'"{text}" cannot be an id: it takes small letters, digits and hyphens, begins with a letter '
        "and has at most 48 characters",
        *hints,
    )


Id = Annotated[str, Form(_id, {"type": "string", "pattern": ID_PATTERN})]
"""The name by which other parts refer to this one; unique across the brief."""


class ClosedList(StrEnum):
    """A closed list of values; a house style words each by the list's name and the value."""


class Part(BaseModel):
    """A part of a brief."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True, use_enum_values=False)


class Named(Part):
    """A part that may have an id."""

    id: Id | None = Field(
        default=None,
        description="A short name by which other parts can refer to this one; unique across the brief.",
        examples=["cost-trend"],
    )


class Record(Named):
    """A part that has an id."""

    id: Id = Field(
        description="A short name by which other parts refer to this one; unique across the brief. "
        "Small letters, digits and hyphens.",
        examples=["water-loss"],
    )


def key_of(part: type[Part], attribute: str) -> str:
    """The key under which a file gives this attribute (`from` for `start`, mostly the same name)."""
    return part.model_fields[attribute].alias or attribute


def parts(part: Part, path: Path = ()) -> Iterator[tuple[Path, Part]]:
    """The part itself and every part inside it, each with its path, in the order of the model."""
    yield path, part
    for attribute, key in keys_of(type(part)):
        value = getattr(part, attribute)
        if isinstance(value, Part | tuple):
            yield from _inside(value, (*path, key))


@cache
def keys_of(part: type[Part]) -> tuple[tuple[str, str], ...]:
    """Each attribute of a part with its key."""
    return tuple((attribute, key_of(part, attribute)) for attribute in part.model_fields)


def _inside(value: object, path: Path) -> Iterator[tuple[Path, Part]]:
    if isinstance(value, Part):
        yield from parts(value, path)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _inside(item, (*path, index))
