"""Which items of two sequences belong together, such as the paragraphs of two versions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from difflib import SequenceMatcher
from typing import TypeVar

Item = TypeVar("Item")

_MOST = 250_000
"""The pairs that are weighed between two anchors: where there are more, nothing stayed of what stood there."""

Step = tuple[int | None, int | None]
"""The places of an old and a new item that belong together; None where an item has no counterpart."""

Likeness = Callable[[Item, Item], float | None]
"""How well two items go together, from 0 to 1; None where they must not."""


def aligned(
    old: Sequence[Item], new: Sequence[Item], key: Callable[[Item], Hashable | None], likeness: Likeness[Item]
) -> list[Step]:
    """The steps through both sequences, in order; between two pairs the old items come before the new ones.

    Items with the same key go together first; an item whose key is None waits for those between which it stands.
    The likeness decides about the others, so that the sum over all pairs is the greatest.
    """
    steps: list[Step] = []
    start_old = start_new = 0
    for i, j in [*_anchors(old, new, key), (len(old), len(new))]:
        between = _alike(old[start_old:i], new[start_new:j], likeness)
        steps += [(_moved(a, start_old), _moved(b, start_new)) for a, b in between]
        if i < len(old):
            steps.append((i, j))
        start_old, start_new = i + 1, j + 1
    return steps


def overlap(old: Counter[str], new: Counter[str]) -> float:
    """The share of words that two texts have in common, from 0 to 1."""
    total = old.total() + new.total()
    return 2 * (old & new).total() / total if total else 1.0


def _moved(index: int | None, start: int) -> int | None:
    return None if index is None else index + start


def _anchors(old: Sequence[Item], new: Sequence[Item], key: Callable[[Item], Hashable | None]) -> list[tuple[int, int]]:
    """The pairs of items with the same key, in the longest stretches."""
    olds = [(i, found) for i, item in enumerate(old) if (found := key(item)) is not None]
    news = [(j, found) for j, item in enumerate(new) if (found := key(item)) is not None]
    matcher = SequenceMatcher(None, [k for _, k in olds], [k for _, k in news], autojunk=False)
    return [
        (olds[block.a + step][0], news[block.b + step][0])
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    ]


def _alike(old: Sequence[Item], new: Sequence[Item], likeness: Likeness[Item]) -> list[Step]:
    """The steps through sequences that have no key in common: of all pairings the one with the greatest sum."""
    if not old or not new or len(old) * len(new) > _MOST:
        return [*((i, None) for i in range(len(old))), *((None, j) for j in range(len(new)))]
    scores = [[likeness(a, b) for b in new] for a in old]
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in range(len(old) - 1, -1, -1):
        for j in range(len(new) - 1, -1, -1):
            score = scores[i][j]
            together = -1.0 if score is None else score + best[i + 1][j + 1]
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    steps: list[Step] = []
    i = j = 0
    while i < len(old) and j < len(new):
        score = scores[i][j]
        if score is not None and best[i][j] == score + best[i + 1][j + 1]:
            steps.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            steps.append((i, None))
            i += 1
        else:
            steps.append((None, j))
            j += 1
    steps += [(k, None) for k in range(i, len(old))]
    steps += [(None, k) for k in range(j, len(new))]
    return _old_first(steps)


def _old_first(steps: list[Step]) -> list[Step]:
    """The steps with the old items of each stretch without pairs before the new ones."""
    ordered: list[Step] = []
    waiting: list[Step] = []
    for step in steps:
        if step[0] is not None and step[1] is not None:
            ordered += [*waiting, step]
            waiting = []
        elif step[0] is None:
            waiting.append(step)
        else:
            ordered.append(step)
    return [*ordered, *waiting]
