"""Setting aside what is broken, so that the rest of a file can still be checked.

A broken part is taken out of the tree of values; the places of all others stay right. What is then
said to be missing only because it was taken out is a consequence, not a problem of its own.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from briefwright.source.source import Source, child
from briefwright.source.value import Mapping, Path, Scalar, Sequence, Value

_Place = tuple[type[Value], int]
"""A list or mapping, known by its kind and by where it starts: both survive the repair."""


@dataclass(slots=True)
class Losses:
    """What was taken out of a file: keys of mappings, and items of lists (as None)."""

    taken: set[tuple[_Place, str | None]] = field(default_factory=set)

    def take(self, source: Source, paths: Iterable[Path]) -> Source:
        """The file without the values at `paths`."""
        doomed = set(paths)
        for path in doomed:
            above = source.value(path[:-1])
            self.taken.add((_place(above), path[-1] if isinstance(path[-1], str) else None))
        return replace(source, root=_without(source.root, (), doomed))

    def touch(self, source: Source, path: Path) -> bool:
        """Whether what stands at `path` (or would stand there) is incomplete because of a loss."""
        value = source.root
        for step in path:
            if isinstance(step, str) and (_place(value), step) in self.taken:
                return True
            below = child(value, step)
            if below is None:
                return False
            value = below
        if isinstance(value, Scalar):
            return False
        return any(place[1] >= value.start and place[1] < value.end for place, _ in self.taken)


def _place(value: Value) -> _Place:
    return type(value), value.start


def _without(value: Value, path: Path, doomed: set[Path]) -> Value:
    # Recursion is safe: the reader bounds the depth.
    if isinstance(value, Sequence):
        kept = [
            _without(item, (*path, index), doomed)
            for index, item in enumerate(value.items)
            if (*path, index) not in doomed
        ]
        return replace(value, items=tuple(kept))
    if isinstance(value, Mapping):
        entries = [
            replace(entry, value=_without(entry.value, (*path, entry.key.text or ""), doomed))
            for entry in value.entries
            if (*path, entry.key.text or "") not in doomed
        ]
        return replace(value, entries=tuple(entries))
    return value
