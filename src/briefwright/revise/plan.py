"""What a set of edits asks of each value of a file, once it is certain that they agree with it and with each other."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Mapping as MappingOf
from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from briefwright.revise.edits import Copy, Delete, Edit, Insert, Move, Replace, Set
from briefwright.source.source import Source
from briefwright.source.value import Mapping, Path, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Kept:
    """The item that had this index, where it was."""

    index: int


@dataclass(frozen=True, slots=True)
class Moved:
    """The item that had this index, in another place."""

    index: int


@dataclass(frozen=True, slots=True)
class Copied:
    """The item of this index once more, as it was, with other texts at paths below it."""

    index: int
    texts: tuple[tuple[Path, str], ...]


@dataclass(frozen=True, slots=True)
class New:
    """An item that was not there."""

    value: Any


Slot = Kept | Moved | Copied | New
"""An item of a list as it shall be."""


@dataclass(frozen=True)
class Plan:
    """What becomes of the values at the paths of a file.

    `texts` has the new texts of scalars, `orders` the items of lists as they shall be, `deleted` the fields that go,
    `filled` the values of fields that stood there empty, `added` those of new fields, by the path of their mapping.
    """

    texts: MappingOf[Path, str] = field(default_factory=dict)
    orders: MappingOf[Path, tuple[Slot, ...]] = field(default_factory=dict)
    deleted: frozenset[Path] = frozenset()
    filled: MappingOf[Path, Any] = field(default_factory=dict)
    added: MappingOf[Path, MappingOf[str, Any]] = field(default_factory=dict)

    @cached_property
    def touched(self) -> frozenset[Path]:
        """The paths at or below which something changes."""
        paths: list[Path] = [*self.texts, *self.orders, *self.deleted, *self.filled, *self.added]
        return frozenset(path[:length] for path in paths for length in range(len(path) + 1))

    def copies(self, path: Path) -> bool:
        """Whether a value is copied, alone or with what it stands in."""
        copied = (
            (above, slot.index) for above, order in self.orders.items() for slot in order if isinstance(slot, Copied)
        )
        return any(path[: len(above) + 1] == (*above, index) for above, index in copied)

    def rearranges(self, path: Path) -> bool:
        """Whether items or fields of the value itself come, go or move."""
        return path in self.orders or path in self.added or any(gone[:-1] == path for gone in self.deleted)


def copy_plan(path: Path, copied: Copied) -> Plan:
    """What a copy of an item changes, at the paths of the item itself."""
    return Plan(texts={(*path, copied.index, *below): text for below, text in copied.texts})


def plan(source: Source, edits: Iterable[Edit]) -> Plan:
    """The plan of some edits; raises `ValueError` if they contradict the file or one another."""
    planner = _Planner(source, list(edits))
    return planner.plan()


_ListEdit = Insert | Copy | Move


class _Planner:
    """Sorts edits by what they change."""

    def __init__(self, source: Source, edits: list[Edit]) -> None:
        self.source = source
        self.edits = edits
        self.gone = {edit.path for edit in edits if isinstance(edit, Delete)}
        self.moved = {(*edit.path, edit.source) for edit in edits if isinstance(edit, Move)}
        self.texts: dict[Path, str] = {}
        self.orders: dict[Path, tuple[Slot, ...]] = {}
        self.deleted: set[Path] = set()
        self.filled: dict[Path, Any] = {}
        self.added: dict[Path, dict[str, Any]] = {}

    def plan(self) -> Plan:
        """The plan of all edits."""
        self._check()
        lists: dict[Path, list[_ListEdit]] = {
            path[:-1]: [] for path in self.gone if isinstance(self.source.value(path[:-1]), Sequence)
        }
        for edit in self.edits:
            if isinstance(edit, Replace):
                self._replace(edit)
            elif isinstance(edit, Set):
                self._give(edit.path, _given(edit.value))
            elif not isinstance(edit, Delete):
                lists.setdefault(edit.path, []).append(edit)
        self.deleted |= {path for path in self.gone if path[:-1] not in lists}
        for path, changes in lists.items():
            self._rearrange(path, changes)
        added = {path: fields for path, fields in self.added.items() if fields}
        return Plan(self.texts, self.orders, frozenset(self.deleted), self.filled, added)

    def _check(self) -> None:
        if len(self.gone) + len(self.moved) < sum(isinstance(edit, Delete | Move) for edit in self.edits):
            raise ValueError("a value is deleted or moved twice")
        if self.gone & self.moved:
            raise ValueError(f"{min(self.gone & self.moved, key=str)} is deleted and moved")
        for edit in self.edits:
            above = range(len(edit.path) + (not isinstance(edit, Delete)))
            if any(edit.path[:length] in self.gone for length in above):
                raise ValueError(f"{edit} changes what another edit deletes")
            if isinstance(edit, Delete) and not (edit.path and self.source.has(edit.path)):
                raise ValueError(f"{edit}: there is nothing to delete")

    def _replace(self, edit: Replace) -> None:
        value = self.source.value(edit.path)
        if not self.source.has(edit.path) or not isinstance(value, Scalar):
            raise ValueError(f"{edit}: there is no text to replace")
        if (value.text or "") != edit.old:
            raise ValueError(f"{edit}: the text is {value.text!r}")
        texts = self.filled if value.text is None else self.texts
        if texts.setdefault(edit.path, edit.new) != edit.new:
            raise ValueError(f"{edit}: another edit gives it another text")

    def _give(self, path: Path, value: Any) -> None:
        """Give a field that has no value one."""
        if self.source.has(path):
            present = self.source.value(path)
            if not isinstance(present, Scalar) or present.text is not None or path in self.filled:
                raise ValueError(f"{path} has a value already")
            self.filled[path] = value
            return
        name = path[-1] if path else None
        if not isinstance(name, str) or not self._is_mapping(path[:-1]):
            raise ValueError(f"{path}: there is no mapping that could hold the field")
        fields = self.added.setdefault(path[:-1], {})
        if name in fields:
            raise ValueError(f"{path} is given twice")
        fields[name] = value

    def _is_mapping(self, path: Path) -> bool:
        return self.source.has(path) and isinstance(self.source.value(path), Mapping)

    def _rearrange(self, path: Path, changes: SequenceOf[_ListEdit]) -> None:
        value = self.source.value(path)
        if not self.source.has(path) or not isinstance(value, Sequence):
            if not all(isinstance(change, Insert) for change in changes):
                raise ValueError(f"{path} is no list")
            self._give(path, [_given(change.value) for change in changes if isinstance(change, Insert)])
            return
        order = tuple(self._slots(path, len(value.items), changes))
        if not order and path and isinstance(path[-1], str):
            self.deleted.add(path)
        else:
            self.orders[path] = order

    def _slots(self, path: Path, length: int, changes: SequenceOf[_ListEdit]) -> Iterable[Slot]:
        for change in changes:
            if change.index < 0 or (isinstance(change, Copy | Move) and not 0 <= change.source < length):
                raise ValueError(f"{change}: there is no such item")
        for index in range(length + 1):
            for change in changes:
                if min(change.index, length) == index:
                    yield _slot(change)
            if index < length and (*path, index) not in self.gone | self.moved:
                yield Kept(index)


def _slot(change: _ListEdit) -> Slot:
    match change:
        case Insert():
            return New(_given(change.value))
        case Copy():
            return Copied(change.source, change.texts)
        case Move():
            return Moved(change.source)


def _given(value: Any) -> Any:
    """A new value without fields that are nothing; raises `ValueError` if it holds more than texts."""
    if isinstance(value, dict):
        return {str(key): _given(one) for key, one in value.items() if one is not None}
    if isinstance(value, list):
        return [_given(one) for one in value]
    if isinstance(value, str):
        return value
    raise ValueError(f"{value!r} is neither a text nor a list or mapping of texts")
