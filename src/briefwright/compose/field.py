"""A value of the brief as templates see it: it knows the path it came from.

Printed bare, a field leaves a reference in the markup, never its text, so that what an author wrote cannot become
markup and its origin is not lost. Whatever needs the text (a filter, a concatenation) gets the plain value, which
then belongs to the house style.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from enum import Enum
from functools import cache, cached_property
from typing import Any, get_args

from markupsafe import escape
from pydantic import BaseModel

from briefwright.source.value import Path, pointer

OPEN, CLOSE = "\ue000", "\ue001"
"""What stands around the path in a reference: private-use characters, which no file may hold."""


class Field:
    """A value with its path; `written` tells whether the path is one of the file, not one worked out from others.

    Attributes and items are fields in turn. All own names begin with an underscore: the others are the brief's.
    """

    __slots__ = ("_kind", "_path", "_value", "_written")

    def __init__(self, value: Any, path: Path = (), kind: object = None, *, written: bool = True) -> None:
        self._value = value
        self._path = path
        self._kind = kind
        self._written = written

    # ---- parts ----

    def __getattr__(self, name: str) -> Field:
        if name.startswith("_"):
            raise AttributeError(name)
        try:
            return self._attribute(name)
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, key: object) -> Any:
        step = plain(key)
        if isinstance(step, slice):
            return self._value[step] if isinstance(self._value, str) else list(self)[step]
        if isinstance(self._value, Mapping):
            return self._child(self._value[step], str(step), self._kind)
        if isinstance(step, str):
            return self._attribute(step)
        if isinstance(step, int) and isinstance(self._value, tuple | list):
            return self._child(self._value[step], step % len(self._value), self._kind)
        raise LookupError(step)

    def _attribute(self, name: str) -> Field:
        if isinstance(self._value, Mapping):
            return self._child(self._value[name], name, self._kind)
        for model in _models_of(self):
            if (attribute := _attributes(model).get(name)) is not None:
                return self._of_model(model, attribute)
        raise KeyError(name)

    def _of_model(self, model: type[BaseModel], attribute: str) -> Field:
        value = getattr(self._value, attribute) if isinstance(self._value, model) else None
        if (info := model.model_fields.get(attribute)) is None:
            return Field(value, (*self._path, attribute), written=False)
        return self._child(value, info.alias or attribute, info.annotation)

    def _child(self, value: Any, step: str | int, kind: object = None) -> Field:
        return Field(value, (*self._path, step), kind, written=self._written)

    def __iter__(self) -> Iterator[Any]:
        if isinstance(self._value, Mapping):
            return iter(self._value)
        if isinstance(self._value, tuple | list):
            return (self._child(item, index, self._kind) for index, item in enumerate(self._value))
        if self._value is None:
            return iter(())
        raise TypeError(f"{name_of(self)} is not a list")

    def __len__(self) -> int:
        if isinstance(self._value, str | tuple | list | Mapping):
            return len(self._value)
        if self._value is None:
            return 0
        raise TypeError(f"{name_of(self)} is not a list")

    def __contains__(self, item: object) -> bool:
        if isinstance(self._value, str | tuple | list | Mapping):
            return plain(item) in self._value
        return False

    # ---- as a value ----

    def __bool__(self) -> bool:
        return bool(self._value)

    def __hash__(self) -> int:
        return hash(self._value)

    def __eq__(self, other: object) -> bool:
        return bool(self._value == plain(other))

    def __lt__(self, other: object) -> bool:
        return _rank(self._value) < _rank(_like(self._value, other))

    def __le__(self, other: object) -> bool:
        return _rank(self._value) <= _rank(_like(self._value, other))

    def __gt__(self, other: object) -> bool:
        return _rank(self._value) > _rank(_like(self._value, other))

    def __ge__(self, other: object) -> bool:
        return _rank(self._value) >= _rank(_like(self._value, other))

    def __int__(self) -> int:
        return int(self._value)

    def __float__(self) -> float:
        return float(self._value)

    def __index__(self) -> int:
        return operator.index(self._value)

    def __round__(self, digits: int = 0) -> float:
        return round(float(self), digits)

    def __neg__(self) -> Any:
        return -self._value

    def __abs__(self) -> Any:
        return abs(self._value)

    def __add__(self, other: object) -> Any:
        return _apply(operator.add, self, other)

    def __radd__(self, other: object) -> Any:
        return _apply(operator.add, other, self)

    def __sub__(self, other: object) -> Any:
        return _apply(operator.sub, self, other)

    def __rsub__(self, other: object) -> Any:
        return _apply(operator.sub, other, self)

    def __mul__(self, other: object) -> Any:
        return _apply(operator.mul, self, other)

    def __rmul__(self, other: object) -> Any:
        return _apply(operator.mul, other, self)

    def __truediv__(self, other: object) -> Any:
        return _apply(operator.truediv, self, other)

    def __rtruediv__(self, other: object) -> Any:
        return _apply(operator.truediv, other, self)

    def __floordiv__(self, other: object) -> Any:
        return _apply(operator.floordiv, self, other)

    def __rfloordiv__(self, other: object) -> Any:
        return _apply(operator.floordiv, other, self)

    def __mod__(self, other: object) -> Any:
        return _apply(operator.mod, self, other)

    def __rmod__(self, other: object) -> Any:
        return _apply(operator.mod, other, self)

    # ---- as text ----

    def __str__(self) -> str:
        return as_text(self._value)

    def __html__(self) -> str:
        if self._value is None:
            return ""
        return f"{OPEN}{escape(pointer(self._path))}{CLOSE}"

    def __repr__(self) -> str:
        return f"Field({pointer(self._path)})"


def plain(value: object) -> Any:
    """The value inside a field, or the value itself where it is none."""
    return value._value if isinstance(value, Field) else value  # noqa: SLF001 - the other half of the class


def path_of(field: Field) -> Path:
    """The path of a field from the root of the brief."""
    return field._path  # noqa: SLF001


def is_written(field: Field) -> bool:
    """Whether the file itself can hold this value, as against one worked out from others."""
    return field._written  # noqa: SLF001


def name_of(value: object) -> str:
    """What to call a value in a message: a field by its path."""
    return pointer(path_of(value)) or "the brief" if isinstance(value, Field) else f'"{value}"'


def kind_of(field: Field) -> str:
    """What sort of thing a field is: the name of its model in `snake_case`, else its path."""
    model = next(_models_of(field), None)
    return snake_case(model.__name__) if model else name_of(field)


def snake_case(name: str) -> str:
    """A class name as templates and word files write it: `RiskMatrix` is `risk_matrix`."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", name).lower()


def known_names(field: Field) -> list[str]:
    """The names of the parts that this field may have."""
    value = plain(field)
    if isinstance(value, Mapping):
        return [str(key) for key in value]
    return [name for model in _models_of(field) for name in _attributes(model)]


def as_text(value: object) -> str:
    """A single value as a brief writes it.

    Raises:
        TypeError: the value is a list or a record, which has no text.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, BaseModel | Mapping | tuple | list):
        raise TypeError("a list or a record has no text of its own")
    return str(value)


def follow(root: Field, reference: str) -> Field:
    """The field at a JSON pointer.

    Raises:
        LookupError: there is none.
    """
    field = root
    for part in reference.split("/")[1:]:
        step = part.replace("~1", "/").replace("~0", "~")
        index = isinstance(plain(field), tuple | list)
        if index and not step.isdecimal():
            raise LookupError(reference)
        field = field[int(step) if index else step]
    return field


def _models_of(field: Field) -> Iterator[type[BaseModel]]:
    """The model of a record, then the other forms that its place allows; those alone where nothing is given."""
    value, kind = plain(field), field._kind  # noqa: SLF001
    if isinstance(value, BaseModel):
        yield type(value)
    if value is None or isinstance(value, BaseModel | Enum):
        yield from _models(kind)


def _models(kind: object) -> list[type[BaseModel]]:
    """The models that a type annotation names."""
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return [kind]
    return [model for part in get_args(kind) for model in _models(part)]


@cache
def _attributes(model: type[BaseModel]) -> dict[str, str]:
    """The attribute for each name that a template may use: fields, their keys in the file, and what is worked out."""
    names = {name: name for name in model.model_fields}
    names |= {info.alias: name for name, info in model.model_fields.items() if info.alias}
    for base in model.__mro__[: model.__mro__.index(BaseModel)]:
        derived = (name for name, item in vars(base).items() if isinstance(item, property | cached_property))
        names |= {name: name for name in derived if not name.startswith("_")}
    return names


def _rank(value: object) -> tuple[int, Any, Any]:
    """A key that sorts texts without regard to case, closed lists in the order of the list, and nothing last."""
    if value is None:
        return 2, 0, 0
    if isinstance(value, Enum):
        return 1, list(type(value)).index(value), 0
    if isinstance(value, str):
        return 0, value.casefold(), value
    return 0, value, 0


def _like(value: object, other: object) -> object:
    """What is compared with a value; a word beside a value of a closed list is meant as one of that list."""
    other = plain(other)
    if isinstance(value, Enum) and isinstance(other, str) and not isinstance(other, Enum):
        return type(value)(other)
    return other


def _apply(operation: Callable[[Any, Any], Any], left: object, right: object) -> Any:
    return operation(plain(left), plain(right))
