"""The values of a YAML file, each with the place it was written at."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from briefwright.diagnostics import Span

Path = tuple[str | int, ...]
"""The steps from the root to a value: keys of mappings and indices of lists."""

ScalarStyle = Literal["plain", "single", "double", "literal", "folded"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text value; `start` and `end` are character offsets in the file, the end excluded.

    `text` is None for an explicit or implied null. `offsets` gives, for each character of the text,
    the offset in the file where it was written, and is worked out only when a place inside it is asked for.
    """

    text: str | None
    style: ScalarStyle
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of values."""

    items: tuple[Value, ...]
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entry:
    """A key of a mapping with its value."""

    key: Scalar
    value: Value


@dataclass(frozen=True, slots=True)
class Mapping:
    """A mapping, its entries in the order of the file."""

    entries: tuple[Entry, ...]
    start: int
    end: int

    def get(self, key: str) -> Entry | None:
        """The entry of this key, or None."""
        return next((entry for entry in self.entries if entry.key.text == key), None)


Value = Scalar | Sequence | Mapping
