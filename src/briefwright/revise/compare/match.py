"""Which passage of a draft is which passage of the draft as it was made.

A passage is known by its bookmark, else by the controls in it, else by where it stands and what it says. What is not
sure has a confidence below 1 and is for a person to decide.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise

from briefwright.document.reading import Passage, Words

SURE = 0.8
"""The likeness from which two passages of one style in the same place are taken for the same."""

POSSIBLE = 0.5
"""The likeness from which two passages may be the same; below it one is gone and the other is new."""

_COPY = re.compile(r"(?:_Copy_\d+)+\Z")


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage of the draft as it was made and the one that it has become, by their numbers."""

    made: int
    now: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Matching:
    """How the passages of two drafts correspond.

    `pairs` are in the order of the draft as made; `new` are passages that were not there, `gone` those that are no
    more. `copies` tells of which made passage a new one is a copy; `merged` which gone passages a passage took in.
    """

    pairs: tuple[Pair, ...]
    new: tuple[int, ...]
    gone: tuple[int, ...]
    copies: dict[int, int] = field(default_factory=dict)
    merged: dict[int, tuple[int, ...]] = field(default_factory=dict)


def match(made: Sequence[Passage], now: Sequence[Passage]) -> Matching:
    """How the passages of a draft correspond to those it was made with; empty passages are of no account."""
    known = _Known(made)
    pairs: dict[int, Pair] = {}
    copies: dict[int, int] = {}
    claimed: dict[int, list[tuple[bool, int]]] = {}
    for number, passage in enumerate(now):
        for place, is_own in known.of(passage):
            claimed.setdefault(place, []).append((not is_own, number))
    merged: dict[int, list[int]] = {}
    taken: dict[int, int] = {}
    for place, claims in sorted(claimed.items()):
        numbers = [number for _, number in sorted(claims)]
        own = next((number for number in numbers if number not in taken), None)
        if own is None:
            merged.setdefault(numbers[0], []).append(place)
            continue
        pairs[place] = Pair(place, own)
        taken[own] = place
        copies |= {number: place for number in numbers if number != own}
    copies = {n: place for n, place in copies.items() if n not in taken}
    merged = {n: places for n, places in merged.items() if n in taken}
    _fill(made, now, pairs, taken, {*copies}, {p for places in merged.values() for p in places})
    return Matching(
        tuple(pairs[place] for place in sorted(pairs)),
        tuple(n for n, passage in enumerate(now) if n not in taken and not is_empty(passage)),
        tuple(place for place, passage in enumerate(made) if place not in pairs and not is_empty(passage)),
        copies,
        {n: tuple(places) for n, places in merged.items()},
    )


def is_empty(passage: Passage) -> bool:
    """Whether a passage holds nothing, as those do that editors and writers put in for space."""
    return not passage.text.strip() and all(isinstance(piece, Words) for piece in passage.pieces)


def original(bookmark: str) -> str:
    """The name of the bookmark that this one is a copy of; its own where it is none."""
    return _COPY.sub("", bookmark)


class _Known:
    """The passages of the draft as it was made, by what they can be known by."""

    def __init__(self, made: Sequence[Passage]) -> None:
        self._by_bookmark = {name: place for place, passage in enumerate(made) for name in passage.bookmarks}
        self._by_keys: dict[tuple[str, ...], list[int]] = {}
        for place, passage in enumerate(made):
            if keys := _keys(passage):
                self._by_keys.setdefault(keys, []).append(place)

    def of(self, passage: Passage) -> Iterator[tuple[int, bool]]:
        """The places that a passage claims, and whether by a name of its own and not by that of a copy."""
        found = False
        for name in passage.bookmarks:
            place = self._by_bookmark.get(original(name))
            if place is not None:
                found = True
                yield place, original(name) == name
        if not found:
            yield from ((place, False) for place in self._by_keys.get(_keys(passage), []))


def _keys(passage: Passage) -> tuple[str, ...]:
    found = (piece.key for piece in passage.pieces if piece.key is not None)
    return tuple(dict.fromkeys(found))


# ---- passages without a name ----------------------------------------------------------------------------------------

_Pairing = Callable[[Sequence[Passage], Sequence[Passage], list[int], list[int]], Iterator[tuple[int, int, float]]]
"""What pairs some passages of the draft as it was made with some of the draft, each pair with its confidence."""


def _fill(
    made: Sequence[Passage],
    now: Sequence[Passage],
    pairs: dict[int, Pair],
    taken: dict[int, int],
    copies: set[int],
    merged: set[int],
) -> None:
    """Pair what has no name of its own, between the pairs that are known."""

    def pair(pairing: _Pairing, places: Iterable[int], numbers: Iterable[int]) -> None:
        left = [p for p in places if p not in pairs and p not in merged and not is_empty(made[p])]
        right = [n for n in numbers if n not in taken and n not in copies and not is_empty(now[n])]
        for place, number, confidence in pairing(made, now, left, right):
            pairs[place] = Pair(place, number, confidence)
            taken[number] = place

    nothing_is_known = not pairs
    for places, numbers in _gaps(pairs, len(made), len(now)):
        pair(_alike, places, numbers)
    if nothing_is_known:
        pair(_moved, range(len(made)), range(len(now)))
        for places, numbers in _gaps(pairs, len(made), len(now)):
            pair(_alone, places, numbers)


def _gaps(pairs: dict[int, Pair], most_made: int, most_now: int) -> Iterator[tuple[range, range]]:
    """The stretches between neighbouring pairs that stand in the same order in both drafts."""
    anchors = _in_order([pairs[place] for place in sorted(pairs)])
    bounds = [(-1, -1), *((pair.made, pair.now) for pair in anchors), (most_made, most_now)]
    for (made, now), (next_made, next_now) in pairwise(bounds):
        yield range(made + 1, next_made), range(now + 1, next_now)


def _in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest part of the pairs that keeps the order of both drafts."""
    return [pairs[i] for i in longest_rise([pair.now for pair in pairs])]


def longest_rise(numbers: Sequence[int]) -> list[int]:
    """The places of a longest rising part of some numbers, all of them different."""
    ends: list[int] = []
    places: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        at = bisect_left(ends, number)
        ends[at:] = [number]
        before.append(places[at - 1] if at else -1)
        places[at:] = [place]
    found = []
    place = places[-1] if places else -1
    while place != -1:
        found.append(place)
        place = before[place]
    return found[::-1]


def _alike(
    made: Sequence[Passage], now: Sequence[Passage], left: list[int], right: list[int]
) -> Iterator[tuple[int, int, float]]:
    """Equal passages first, then those that are alike, in order."""
    if not left or not right:
        return
    texts = [_said(made[p]) for p in left], [_said(now[n]) for n in right]
    i = j = 0
    for block in SequenceMatcher(None, *texts, autojunk=False).get_matching_blocks():
        yield from _similar(made, now, left[i : block.a], right[j : block.b])
        for step in range(block.size):
            place, number = left[block.a + step], right[block.b + step]
            yield place, number, _confidence(made[place], now[number], 1.0)
        i, j = block.a + block.size, block.b + block.size


def _similar(
    made: Sequence[Passage], now: Sequence[Passage], left: list[int], right: list[int]
) -> Iterator[tuple[int, int, float]]:
    """The pairing in order with the most likeness; quadratic, so only for stretches of an edit's size."""
    if len(left) * len(right) > 10_000:
        return
    scores = [[likeness(made[p], now[n]) for n in right] for p in left]
    best = [[0.0] * (len(right) + 1) for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            together = best[i + 1][j + 1] + scores[i][j] if scores[i][j] >= POSSIBLE else 0.0
            best[i][j] = max(together, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(left) and j < len(right):
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield left[i], right[j], _confidence(made[left[i]], now[right[j]], scores[i][j])
            i, j = i + 1, j + 1


def _moved(
    made: Sequence[Passage], now: Sequence[Passage], left: list[int], right: list[int]
) -> Iterator[tuple[int, int, float]]:
    """What says the same in the same style at another place, if nothing else says it."""
    before, after = _by_words(made, left), _by_words(now, right)
    for said, places in before.items():
        numbers = after.get(said, [])
        if len(places) == len(numbers) == 1:
            yield places[0], numbers[0], 1.0


def _by_words(passages: Sequence[Passage], numbers: Iterable[int]) -> dict[tuple[str, str], list[int]]:
    found: dict[tuple[str, str], list[int]] = {}
    for number in numbers:
        found.setdefault((passages[number].style, _said(passages[number])), []).append(number)
    return found


def _alone(
    made: Sequence[Passage], now: Sequence[Passage], left: list[int], right: list[int]
) -> Iterator[tuple[int, int, float]]:
    """The only one that stands where another one stood: perhaps the same, with all its words replaced."""
    if len(left) == len(right) == 1:
        place, number = left[0], right[0]
        if made[place].style == now[number].style and len(made[place].cells) == len(now[number].cells):
            yield place, number, likeness(made[place], now[number])


def _confidence(made: Passage, now: Passage, alike: float) -> float:
    """How sure it is that two passages without a name are the same; in another style they never are quite."""
    if made.style == now.style:
        return 1.0 if alike >= SURE else alike
    return min(alike, SURE)


def likeness(first: Passage, second: Passage) -> float:
    """How alike two passages are, from 0 to 1: by their words, a little less where style or table differ."""
    matcher = SequenceMatcher(None, _said(first).split(), _said(second).split(), autojunk=False)
    if matcher.real_quick_ratio() < POSSIBLE:
        return 0.0
    apart = 0.05 * (first.style != second.style) + 0.1 * (len(first.cells) != len(second.cells))
    return max(0.0, matcher.ratio() - apart)


def _said(passage: Passage) -> str:
    return " ".join(passage.text.split())
