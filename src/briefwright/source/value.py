"""The values of a YAML file, each with the place it was written at."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

Path = tuple[str | int, ...]
"""The steps from the root to a value: keys of mappings and indices of lists."""

ScalarStyle = Literal["plain", "single", "double", "literal", "folded"]


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text value, None where nothing was written; `start` and `end` are character offsets, the end excluded.

    The stretch holds quotes and the header of a block, and no anchor before them.
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


@dataclass(frozen=True)
class Mapping:
    """A mapping, its entries in the order of the file."""

    entries: tuple[Entry, ...]
    start: int
    end: int

    def get(self, key: str) -> Entry | None:
        """The entry of this key, or None."""
        return self._by_key.get(key)

    @cached_property
    def _by_key(self) -> dict[str | None, Entry]:
        return {entry.key.text: entry for entry in self.entries}


Value = Scalar | Sequence | Mapping


def pointer(path: Path) -> str:
    """A path as a JSON pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in path)
