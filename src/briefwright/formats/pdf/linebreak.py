"""Line breaking: the best lines for a whole paragraph at once, after Knuth and Plass.

Items are boxes, glue and breaks. A line may end at glue, which then vanishes, or at a break. Every line has a cost,
which grows with the white space that it leaves and with the cost of the break at its end; the lines of the least
total are found by going through the breaks once and keeping the best way to each.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, NamedTuple

_INFINITE = float("inf")
NEVER = _INFINITE
"""The cost of a break that no line may have."""
_BALANCE = 6000.0
"""Added for a second hyphen in a row and for a hyphen before the last line."""
_SHORT, _SHORTEST_COST = 0.2, 12_000.0
"""A last line is short under this share of the measure; added for the shortest, and less the longer it is."""
_EVEN, _UNEVEN = 0.12, 0.25
"""The white at the end of a ragged line that is just bad, in shares of the measure: text that is hyphenated can be
kept more even than text that is not."""
_WHITE_ENOUGH = 0.75
"""The share of that white up to which no word is divided."""
_GAPS = 8
"""The spaces of a justified line that may each be as much wider as they may be narrower before a word is divided."""


class Item(NamedTuple):
    """A piece of a paragraph: a box unless `is_glue` or `is_break`.

    A break adds `width` (that of a hyphen) to a line that ends there, at this cost; None must end the line. No line
    ends at glue of the cost `NEVER`. `rank` orders the items of a line from left to right.
    """

    width: float
    content: Any = None
    is_glue: bool = False
    is_break: bool = False
    cost: float | None = 0.0
    rank: int = 0


class Span(NamedTuple):
    """A line: the items from `start` up to `end`, and whether it ends with the hyphen of the break there."""

    start: int
    end: int
    hyphen: bool


class _Breaks:
    """The places where a line may end, as columns: what a line measures is the difference of two numbers."""

    ends: Sequence[float]
    starts: Sequence[float]
    spaces: Sequence[int]
    last: Sequence[int]
    first: Sequence[int]
    costs: Sequence[float | None]
    hyphens: Sequence[bool]

    def __init__(self, items: Sequence[Item], indent: float) -> None:
        rows: list[tuple[float, float, int, int, int, float | None, bool]] = [(0.0, -indent, 0, 0, 0, 0.0, False)]
        width, spaces = 0.0, 0
        for index, item in enumerate(items):
            if item.is_glue:
                if index and not items[index - 1].is_glue and item.cost != NEVER:
                    rows.append((width, width + item.width, spaces, index, index + 1, 0.0, False))
                width += item.width
                spaces += 1
            elif item.is_break:
                rows.append((width + item.width, width, spaces, index, index + 1, item.cost, item.width > 0))
            else:
                width += item.width
        rows.append((width, width, spaces, len(items), len(items) + 1, None, False))
        self.ends, self.starts, self.spaces, self.last, self.first, self.costs, self.hyphens = zip(*rows, strict=True)


class Setting(NamedTuple):
    """The room for a paragraph: the measure, the indent of the first line, and what its lines may leave white.

    `space` is how far a space may shrink in justified text; it is 0 where the text is ragged. `even` asks ragged
    lines to be of nearly one length.
    """

    measure: float
    indent: float = 0.0
    space: float = 0.0
    even: bool = True

    @property
    def white(self) -> float:
        """The white at the end of a ragged line that is just bad."""
        return (_EVEN if self.even else _UNEVEN) * self.measure + 6

    @property
    def little_white(self) -> float:
        """The white of a line that needs no hyphen."""
        return _GAPS * self.space if self.space else _WHITE_ENOUGH * self.white


def break_lines(items: Sequence[Item], setting: Setting) -> list[Span]:
    """The lines of a paragraph."""
    breaks = _Breaks(items, setting.indent)
    for tolerance in (min(3 * setting.white, 0.4 * setting.measure + 20), setting.measure):
        chosen = _best(breaks, setting, tolerance)
        if chosen is not None:
            return _spans(breaks, chosen)
    return _spans(breaks, _best(breaks, setting, setting.measure, overfull=True) or [0, len(breaks.ends) - 1])


def break_lines_well(items: Sequence[Item], setting: Setting) -> list[Span] | None:
    """The lines of a paragraph if none of them leaves so much white that a hyphen would be the lesser evil."""
    breaks = _Breaks(items, setting.indent)
    chosen = _best(breaks, setting, setting.little_white)
    return None if chosen is None else _spans(breaks, chosen)


def _spans(breaks: _Breaks, chosen: Sequence[int]) -> list[Span]:
    return [Span(breaks.first[a], breaks.last[b], breaks.hyphens[b]) for a, b in pairwise(chosen)]


def _best(breaks: _Breaks, setting: Setting, tolerance: float, overfull: bool = False) -> list[int] | None:
    measure = setting.measure
    starts, ends, costs = breaks.starts, breaks.ends, breaks.costs
    totals, before = [0.0], [0]
    floor, final = 0, len(ends) - 1
    for b in range(1, final + 1):
        forced = costs[b] is None
        low = max(floor, bisect_left(starts, ends[b] - measure - _shrink(breaks, b, setting.space) - 1e-6))
        high = b if forced else bisect_right(starts, ends[b] - measure + tolerance, low, b)
        if overfull and low >= b:
            low, high = b - 1, b
        total, best = _INFINITE, -1
        for a in range(low, high):
            if totals[a] == _INFINITE:
                continue
            cost = totals[a] + _cost(breaks, a, b, setting, b == final)
            if cost <= total:
                total, best = cost, a
        totals.append(total)
        before.append(best)
        if forced:
            floor = b
    if totals[final] == _INFINITE:
        return None
    way = [final]
    while way[-1]:
        way.append(before[way[-1]])
    return way[::-1]


def _shrink(breaks: _Breaks, b: int, space: float) -> float:
    """The most by which a line of about one measure up to `b` could shrink."""
    return space * 20 if space and breaks.spaces[b] else 0.0


def _cost(breaks: _Breaks, a: int, b: int, setting: Setting, is_last: bool) -> float:
    """What the line from break `a` to break `b` costs."""
    measure, space = setting.measure, setting.space
    slack = measure - (breaks.ends[b] - breaks.starts[a])
    penalty = breaks.costs[b]
    balance = _BALANCE if breaks.hyphens[a] and (is_last or breaks.hyphens[b]) else 0.0
    if penalty is None:
        short = max(0.0, slack - (1 - _SHORT) * measure) / (_SHORT * measure) if is_last and a > 0 else 0.0
        badness = 0.0 if slack >= 0 else _overfull(slack, breaks.spaces[b] - breaks.spaces[a], space)
        return (10 + badness) ** 2 + balance + short**2 * _SHORTEST_COST
    if slack < 0:
        badness = _overfull(slack, breaks.spaces[b] - breaks.spaces[a], space)
    elif space:
        gaps = max(1, breaks.spaces[b] - breaks.spaces[a])
        badness = 100 * (slack / (gaps * 2 * space)) ** 3
    else:
        badness = 100 * (slack / setting.white) ** 3
    return (10 + min(badness, 1e5) + penalty) ** 2 + balance


def _overfull(slack: float, gaps: int, space: float) -> float:
    room = gaps * space
    return 100 * (slack / room) ** 2 if room and -slack <= room else 1e7 - slack * 1e5
