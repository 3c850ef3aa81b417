"""What the fields of the brief are that a draft was made from: prose, lines, printed values, citations."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from pydantic import BaseModel

from briefwright.brief.brief import Brief
from briefwright.brief.citation import Citation
from briefwright.brief.part import key_of
from briefwright.brief.text import Prose
from briefwright.source.source import Source
from briefwright.source.value import Path, Scalar


class Kind(Enum):
    """How the text of a field is made: by the author as prose or as a line, by the house, or from citations."""

    PROSE = auto()
    LINE = auto()
    PRINTED = auto()
    CITATIONS = auto()


@dataclass(frozen=True, slots=True)
class Field:
    """A field of the brief: `text` as the file has it, `value` as the model has it."""

    path: Path
    kind: Kind
    text: str
    value: Any
    required: bool


@dataclass(frozen=True)
class Fields:
    """The fields of a brief by their JSON pointers."""

    brief: Brief
    source: Source

    def at(self, pointer: str) -> Field | None:
        """The field at a pointer, or None where there is none that has a text."""
        path = self.source.follow(pointer)
        if path is None:
            return None
        value, required = _value(self.brief, path)
        if isinstance(value, tuple) and value and isinstance(value[0], Citation):
            return Field(path, Kind.CITATIONS, "", value, required)
        scalar = self.source.value(path)
        if not isinstance(scalar, Scalar) or scalar.text is None:
            return None
        value = _shorthand(value, scalar.text)
        return Field(path, _kind(value), scalar.text, value, required)


def _kind(value: object) -> Kind:
    if isinstance(value, Prose):
        return Kind.PROSE
    return Kind.LINE if isinstance(value, str) and not isinstance(value, Enum) else Kind.PRINTED


def _value(root: Brief, path: Path) -> tuple[Any, bool]:
    """The value of the model at a path of the file, and whether its part cannot do without it."""
    value: Any = root
    required = True
    for step in path:
        if isinstance(value, BaseModel):
            attribute = _attribute(value, str(step))
            if attribute is None:
                return None, True
            required = type(value).model_fields[attribute].is_required()
            value = getattr(value, attribute)
        elif isinstance(value, tuple | list) and isinstance(step, int) and step < len(value):
            value, required = value[step], False
        elif isinstance(value, dict):
            value, required = value.get(step), False
        else:
            return value, True
    return value, required


def _attribute(part: BaseModel, step: str) -> str | None:
    kind: Any = type(part)
    return next((name for name in kind.model_fields if key_of(kind, name) == step), None)


def _shorthand(value: Any, text: str) -> Any:
    """The text of a part that the file gives by its text alone."""
    if isinstance(value, BaseModel):
        found = (getattr(value, name) for name in type(value).model_fields)
        return next((one for one in found if isinstance(one, str) and one == text), value)
    if isinstance(value, tuple) and len(value) == 1:
        return value[0]
    return value
