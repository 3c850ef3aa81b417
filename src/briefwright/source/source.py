"""A file as read: its text, its values, and the place of each, to the character."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from briefwright.diagnostics import Span
from briefwright.source.characters import characters
from briefwright.source.place import Lines
from briefwright.source.value import Mapping, Path, Scalar, Sequence, Value


@dataclass(frozen=True)
class Source:
    """A YAML file: `text` as it stands in it, `root` its outermost value."""

    file: str
    text: str
    root: Value

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.file, self.text)

    def data(self, *, with_empty: bool = False) -> Any:
        """The values as plain dicts, lists, texts and None; keys without a value are left out, or None."""
        return _plain(self.root, with_empty)

    def value(self, path: Path) -> Value:
        """The value at a path; where a step is not there, the nearest value above it."""
        return self._walk(path)[-1]

    def has(self, path: Path) -> bool:
        """Whether every step of a path is there."""
        return len(self._walk(path)) == len(path) + 1

    def _walk(self, path: Path) -> list[Value]:
        values = [self.root]
        for step in path:
            below = child(values[-1], step)
            if below is None:
                break
            values.append(below)
        return values

    def follow(self, pointer: str) -> Path | None:
        """The path that a JSON pointer means, or None where it leads nowhere."""
        path: Path = ()
        value = self.root
        for part in pointer.split("/")[1:]:
            name = part.replace("~1", "/").replace("~0", "~")
            step = int(name) if isinstance(value, Sequence) and name.isdecimal() else name
            below = child(value, step)
            if below is None:
                return None
            path, value = (*path, step), below
        return path

    def settle(self, location: Path) -> Path:
        """A path without the steps that are not in the file.

        Validators name the branch of a union among the steps; a file knows nothing of it.
        """
        path: Path = ()
        for step in location:
            if self.has((*path, step)):
                path = (*path, step)
        return path

    def span(self, path: Path) -> Span:
        """Where the value at a path stands; where a step is not there, the nearest value above it."""
        value = self.value(path)
        return self._lines.span(value.start, value.end)

    def key_span(self, path: Path) -> Span:
        """Where the key at the end of a path stands; the value itself if it is an item of a list."""
        above = self.value(path[:-1])
        if path and isinstance(above, Mapping) and isinstance(path[-1], str):
            entry = above.get(path[-1])
            if entry is not None:
                return self._lines.span(entry.key.start, entry.key.end)
        return self.span(path)

    def head_span(self, path: Path) -> Span:
        """Where the value at a path begins: its first key if it is a mapping, else the value."""
        value = self.value(path)
        if isinstance(value, Mapping) and value.entries:
            key = value.entries[0].key
            return self._lines.span(key.start, key.end)
        return self.span(path)

    def inner_span(self, path: Path, start: int, end: int) -> Span:
        """Where the characters `start` to `end` (excluded) of the text at a path were written."""
        return self._lines.span(*self.inner_offsets(path, start, end))

    def inner_offsets(self, path: Path, start: int, end: int) -> tuple[int, int]:
        """As `inner_span`, in character offsets of the file."""
        value = self.value(path)
        if not isinstance(value, Scalar):
            return value.start, value.end
        places = self._places(value)
        if not places:
            return value.start, value.end
        first = places[start][0] if start < len(places) else places[-1][1]
        last = places[min(end, len(places)) - 1][1] if end > start else first
        return first, max(first, last)

    def _places(self, scalar: Scalar) -> list[tuple[int, int]]:
        known = self._known_places
        if id(scalar) not in known:
            known[id(scalar)] = characters(self.text, scalar)
        return known[id(scalar)]

    @cached_property
    def _known_places(self) -> dict[int, list[tuple[int, int]]]:
        return {}

    def scalars(self) -> Iterator[tuple[Path, Scalar]]:
        """Every text of the file with its path, in the order of the file."""
        pending: list[tuple[Path, Value]] = [((), self.root)]
        while pending:
            path, value = pending.pop()
            if isinstance(value, Scalar):
                yield path, value
            else:
                pending += reversed([((*path, step), below) for step, below in children(value)])


def child(value: Value, step: str | int) -> Value | None:
    """The value one step below, or None."""
    if isinstance(value, Mapping) and isinstance(step, str):
        entry = value.get(step)
        return entry.value if entry else None
    if isinstance(value, Sequence) and isinstance(step, int) and 0 <= step < len(value.items):
        return value.items[step]
    return None


def children(value: Value) -> Iterator[tuple[str | int, Value]]:
    """The values one step below, each with its step."""
    if isinstance(value, Mapping):
        yield from ((entry.key.text or "", entry.value) for entry in value.entries)
    elif isinstance(value, Sequence):
        yield from enumerate(value.items)


def _plain(value: Value, with_empty: bool) -> Any:
    # Recursion is safe: the reader bounds the depth.
    if isinstance(value, Scalar):
        return value.text
    if isinstance(value, Sequence):
        return [_plain(item, with_empty) for item in value.items]
    plain = ((step, _plain(below, with_empty)) for step, below in children(value))
    return {step: below for step, below in plain if with_empty or below is not None}
