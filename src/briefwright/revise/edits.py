"""The changes of a brief that an edited draft asks for, as paths into its YAML.

Paths are those of the brief that the draft was made from, before any of the edits.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from briefwright.source.value import Path


@dataclass(frozen=True, slots=True)
class Replace:
    """Another text for the scalar at `path`: it had the text `old` and gets `new`, both as YAML reads them."""

    path: Path
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Insert:
    """A new item in the list at `path`, before the item that had the `index`, or at the end where there is none.

    `value` is what the item holds: a text, or a mapping or list of such. Edits with the same place keep their order.
    A list that was not there is made.
    """

    path: Path
    index: int
    value: Any


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy of the item `source` of the list at `path`, before `index`, with other texts at paths below the item."""

    path: Path
    source: int
    index: int
    texts: tuple[tuple[Path, str], ...]


@dataclass(frozen=True, slots=True)
class Delete:
    """The end of the item or the field at `path`, whatever it held."""

    path: Path


@dataclass(frozen=True, slots=True)
class Move:
    """The item `source` of the list at `path` now stands before the item that had the `index`."""

    path: Path
    source: int
    index: int


@dataclass(frozen=True, slots=True)
class Set:
    """A value for the field at `path`, which the file did not give so far."""

    path: Path
    value: Any


Edit = Replace | Insert | Copy | Delete | Move | Set
