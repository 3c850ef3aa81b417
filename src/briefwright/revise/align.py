"""Which value of one file is which of another that was made from the same brief.

Records are known by their `id`. Items of a list without one are the same if they are equal, or else if they are alike,
or at last if they stand between the same neighbours.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping as MappingOf
from itertools import pairwise
from typing import Any

from briefwright.document.alignment import overlap
from briefwright.revise.words import matcher, tokens
from briefwright.source.source import Source
from briefwright.source.value import Path, Sequence

_ALIKE = 0.5
"""How much of two items has to be the same, as a share of the words of both, for them to be one item."""

_MOST = 250_000
"""The pairs of items that are weighed; where there are more, only those are that stand near each other."""

_NEAR = 20
"""How many places apart such items may stand."""


class Alignment:
    """Leads from the paths of one file to those of another."""

    def __init__(self, base: Source, current: Source) -> None:
        self.base = base
        self.current = current
        self._lists: dict[Path, MappingOf[int, int]] = {}

    def path(self, path: Path) -> Path | None:
        """Where the value at a path of the base stands in the current file; None if it is gone."""
        found: Path = ()
        for length, step in enumerate(path):
            there = self.items(path[:length], found).get(step) if isinstance(step, int) else step
            if there is None or not self.current.has((*found, there)):
                return None
            found = (*found, there)
        return found

    def items(self, path: Path, there: Path) -> MappingOf[int, int]:
        """The index that each item of a list of the base has in the list that it is in the current file."""
        if path not in self._lists:
            self._lists[path] = aligned(items(self.base, path), items(self.current, there))
        return self._lists[path]


def items(source: Source, path: Path) -> list[Any]:
    """The plain data of the items of a list; none if there is no list at the path."""
    if not source.has(path) or not isinstance(source.value(path), Sequence):
        return []
    data: list[Any] = data_at(source, path)
    return data


def data_at(source: Source, path: Path) -> Any:
    """The plain data of the value at a path, None where there is none; fields without a value are left out."""
    return Source(source.file, source.text, source.value(path)).data() if source.has(path) else None


def aligned(base: list[Any], current: list[Any]) -> dict[int, int]:
    """Which item of the second list is which of the first: the index of the one by that of the other."""
    pairs = _by_id(base, current)
    pairs |= _equal(_rest(base, pairs.keys()), _rest(current, pairs.values()))
    pairs |= _alike(_rest(base, pairs.keys()), _rest(current, pairs.values()))
    pairs |= _rewritten(base, current, pairs)
    return pairs


def _rest(values: list[Any], taken: Any) -> dict[int, Any]:
    """The items without an id that are not taken, by their index."""
    known = set(taken)
    return {index: value for index, value in enumerate(values) if index not in known and _id(value) is None}


def _id(value: Any) -> str | None:
    name = value.get("id") if isinstance(value, dict) else None
    return name if isinstance(name, str) else None


def _by_id(base: list[Any], current: list[Any]) -> dict[int, int]:
    there = {_id(value): index for index, value in reversed(list(enumerate(current)))}
    pairs: dict[int, int] = {}
    for index, value in enumerate(base):
        name = _id(value)
        if name is not None and name in there:
            pairs[index] = there.pop(name)
    return pairs


def _equal(base: dict[int, Any], current: dict[int, Any]) -> dict[int, int]:
    """Equal items: first those in the same order, then those that have another place."""
    here = [(index, json.dumps(value, sort_keys=True)) for index, value in base.items()]
    there = [(index, json.dumps(value, sort_keys=True)) for index, value in current.items()]
    found = matcher([text for _, text in here], [text for _, text in there])
    pairs = {
        here[block.a + step][0]: there[block.b + step][0]
        for block in found.get_matching_blocks()
        for step in range(block.size)
    }
    taken = set(pairs.values())
    elsewhere: dict[str, list[int]] = {}
    for other, text in reversed(there):
        if other not in taken:
            elsewhere.setdefault(text, []).append(other)
    for index, text in here:
        if index not in pairs and elsewhere.get(text):
            pairs[index] = elsewhere[text].pop()
    return pairs


def _alike(base: dict[int, Any], current: dict[int, Any]) -> dict[int, int]:
    """Items that are alike, the most alike first, and of several those that are nearest in place."""
    here = {index: Counter(_words(value)) for index, value in base.items()}
    there = {index: Counter(_words(value)) for index, value in current.items()}
    reach = _NEAR if len(here) * len(there) > _MOST else max(here.keys() | there.keys(), default=0)
    found = [
        (-likeness, abs(index - other), index, other)
        for index, words in here.items()
        for other, more in there.items()
        if abs(index - other) <= reach
        if (likeness := overlap(words, more)) >= _ALIKE
    ]
    pairs: dict[int, int] = {}
    for _, _, index, other in sorted(found):
        if index not in pairs and other not in pairs.values():
            pairs[index] = other
    return pairs


def _rewritten(base: list[Any], current: list[Any], pairs: dict[int, int]) -> dict[int, int]:
    """Items that stand between the same neighbours, as many as there were: their words are all new."""
    found: dict[int, int] = {}
    known = [-1, *sorted(pairs), len(base)]
    here, there = _rest(base, pairs), _rest(current, pairs.values())
    for before, after in pairwise(known):
        first, last = pairs.get(before, -1) + 1, pairs.get(after, len(current))
        old, new = range(before + 1, after), range(first, last)
        if len(old) == len(new) and here.keys() >= set(old) and there.keys() >= set(new):
            found |= dict(zip(old, new, strict=True))
    return found


def _words(value: Any) -> list[str]:
    if isinstance(value, dict | list):
        below = value.values() if isinstance(value, dict) else value
        return [word for one in below for word in _words(one)]
    return [token for token in tokens(value or "") if not token.isspace()]
