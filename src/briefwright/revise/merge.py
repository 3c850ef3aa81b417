"""Edits of a brief as it was, brought to the brief as it is now; what cannot be decided is a conflict."""

from __future__ import annotations

from collections.abc import Sequence as SequenceOf
from dataclasses import dataclass
from typing import Any

from briefwright.diagnostics import Span
from briefwright.revise.align import Alignment, data_at, items
from briefwright.revise.edits import Copy, Delete, Edit, Insert, Move, Replace, Set
from briefwright.revise.habits import Habits
from briefwright.revise.values import below
from briefwright.revise.words import merged
from briefwright.source.source import Source
from briefwright.source.value import Mapping, Path, Sequence


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that the draft and the current file both changed, each in its own way.

    `path` and `span` are those of the current file, of the nearest value above where the value is gone. The texts are
    None where a side has none; lists and mappings are told in YAML.
    """

    path: Path
    base: str | None
    current: str | None
    drafted: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Merged:
    """The edits that are left to do, on the paths of the current file, and the conflicts."""

    edits: tuple[Edit, ...]
    conflicts: tuple[Conflict, ...]


def merge(base: Source, current: Source, edits: SequenceOf[Edit]) -> Merged:
    """The edits of `base` as edits of `current`; those that were made there already are left out."""
    merger = _Merger(base, current)
    for edit in edits:
        merger.take(edit)
    return Merged(tuple(merger.edits), tuple(merger.conflicts))


class _Merger:
    """Takes edits one by one."""

    def __init__(self, base: Source, current: Source) -> None:
        self.base = base
        self.current = current
        self.alignment = Alignment(base, current)
        self.edits: list[Edit] = []
        self.conflicts: list[Conflict] = []
        self.arrived: dict[Path, list[Any]] = {}

    def take(self, edit: Edit) -> None:
        """Bring one edit over."""
        match edit:
            case Replace():
                self._replace(edit)
            case Delete():
                self._delete(edit)
            case Set():
                self._set(edit)
            case Insert():
                self._insert(edit)
            case Copy():
                self._copy(edit)
            case Move():
                self._move(edit)

    def _conflict(self, path: Path, drafted: Any) -> None:
        """A conflict about the value at a path of the base."""
        there, length = self.alignment.path(path), len(path)
        now = None if there is None else data_at(self.current, there)
        while there is None:
            length -= 1
            there = self.alignment.path(path[:length])
        was = data_at(self.base, path)
        self.conflicts.append(Conflict(there, _told(was), _told(now), _told(drafted), self.current.head_span(there)))

    def _replace(self, edit: Replace) -> None:
        there = self.alignment.path(edit.path)
        now = None if there is None else data_at(self.current, there)
        if there is None or not isinstance(now, str):
            self._conflict(edit.path, edit.new)
            return
        text = merged(edit.old, now, edit.new)
        if text is None:
            self._conflict(edit.path, edit.new)
        elif text != now:
            self.edits.append(Replace(there, now, text))

    def _delete(self, edit: Delete) -> None:
        there = self.alignment.path(edit.path)
        if there is None:
            return
        if data_at(self.base, edit.path) == data_at(self.current, there):
            self.edits.append(Delete(there))
        else:
            self._conflict(edit.path, None)

    def _set(self, edit: Set) -> None:
        above = self.alignment.path(edit.path[:-1])
        now = None if above is None else data_at(self.current, (*above, edit.path[-1]))
        if above is None or now not in (None, edit.value) or not isinstance(self.current.value(above), Mapping):
            self._conflict(edit.path, edit.value)
        elif now is None:
            self.edits.append(Set((*above, edit.path[-1]), edit.value))

    def _list(self, path: Path) -> Path | None:
        """Where a list stands now, or would stand if neither file has it; None if it or what held it is gone."""
        there = self.alignment.path(path)
        if there is None and not self.base.has(path):
            above = self.alignment.path(path[:-1])
            there = None if above is None else (*above, path[-1])
        if there is None or not self.current.has(there):
            return there
        is_open = isinstance(self.current.value(there), Sequence) or data_at(self.current, there) is None
        return there if is_open else None

    def _index(self, path: Path, there: Path, index: int) -> int:
        """Where an item goes: behind the one that it followed, or the nearest before that which is still there."""
        if not self.base.has(path):
            return len(items(self.current, there))
        pairs = self.alignment.items(path, there)
        return next((pairs[before] + 1 for before in reversed(range(index)) if before in pairs), 0)

    def _insert(self, edit: Insert) -> None:
        there = self._list(edit.path)
        if there is None:
            self._conflict(edit.path, edit.value)
        elif edit.value in self._new_items(edit.path, there):
            self._new_items(edit.path, there).remove(edit.value)
        else:
            self.edits.append(Insert(there, self._index(edit.path, there, edit.index), edit.value))

    def _new_items(self, path: Path, there: Path) -> list[Any]:
        """The items that the current file alone has, and that no edit has been found to bring as well."""
        if path not in self.arrived:
            known = set(self.alignment.items(path, there).values())
            now = items(self.current, there)
            self.arrived[path] = [item for index, item in enumerate(now) if index not in known]
        return self.arrived[path]

    def _copy(self, edit: Copy) -> None:
        item = (*edit.path, edit.source)
        there = self.alignment.path(item)
        drafted = _with_texts(data_at(self.base, item), edit.texts)
        texts = [(self.alignment.path((*item, *path)), text) for path, text in edit.texts]
        if there is None or any(path is None for path, _ in texts):
            self._conflict(item, drafted)
        elif drafted in self._new_items(edit.path, there[:-1]):
            self._new_items(edit.path, there[:-1]).remove(drafted)
        else:
            found = tuple((path[len(there) :], text) for path, text in texts if path is not None)
            index = self._index(edit.path, there[:-1], edit.index)
            self.edits.append(Copy(there[:-1], int(there[-1]), index, found))

    def _move(self, edit: Move) -> None:
        item = (*edit.path, edit.source)
        there = self.alignment.path(item)
        if there is None:
            self._conflict(item, data_at(self.base, item))
            return
        above = there[:-1]
        index = self._index(edit.path, above, edit.index)
        stays = min(edit.index, len(items(self.base, edit.path))) in (edit.source, edit.source + 1)
        if not stays and there[-1] in (index, index - 1):
            return
        if edit.source in self._moved(edit.path, above):
            self._conflict(item, data_at(self.base, item))
        else:
            self.edits.append(Move(above, int(there[-1]), index))

    def _moved(self, path: Path, there: Path) -> set[int]:
        """The items that have changed places with others: all but the longest run that is still in order."""
        pairs = sorted(self.alignment.items(path, there).items())
        runs: list[list[tuple[int, int]]] = []
        for pair in pairs:
            before = max((run for run in runs if run[-1][1] < pair[1]), key=len, default=[])
            runs.append([*before, pair])
        in_order = max(runs, key=len, default=[])
        return {index for index, _ in pairs} - {index for index, _ in in_order}


def _with_texts(data: Any, texts: SequenceOf[tuple[Path, str]]) -> Any:
    """The data of an item with other texts at paths below it."""
    here = dict(texts)
    if () in here:
        return here[()]
    if isinstance(data, str) or data is None:
        return data
    steps = data.items() if isinstance(data, dict) else enumerate(data)
    changed = {
        step: _with_texts(one, [(path[1:], text) for path, text in texts if path[0] == step]) for step, one in steps
    }
    return changed if isinstance(data, dict) else list(changed.values())


def _told(value: Any) -> str | None:
    """A value for people: a text as it is, more than that as YAML."""
    if isinstance(value, dict | list) and value:
        return below(value, 0, "", Habits()).rstrip("\n")
    return None if value is None else str(value or "")
