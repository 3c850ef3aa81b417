"""A timeline: events on a band of years, on which equal lengths are equal stretches of time."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefwright.document.pictures import Event, Timeline
from briefwright.drawing.pen import THIN, Pen
from briefwright.drawing.shapes import Anchor, Circle, Rectangle, Stroke

_BAND, _INSET = 12.0, 8.0
"""The height of the band of years, and how far from its ends the first and the last day lie."""
_MEASURES = (84.0, 52.0)
"""The widths in which the words of an event are set, the better first."""
_DOT, _SPAN = 2.8, 2.4
"""The radius of an event's mark, and the height of that of one that lasted."""
_LEADER, _BETWEEN, _BESIDE, _ASIDE = 11.0, 5.0, 3.5, 9.0
"""From the band to the nearest words; between words of neighbouring rows; from a leader to its words;
from words to others in their row, which in Word may be set in a wider font."""
_MOST_RANKS = 6
"""The most rows of words on a side."""
_STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000)
"""The years between two that are named on the band."""


@dataclass(frozen=True, slots=True)
class _Flag:
    """The words of an event on their leader, which stands at `x`; `rank` counts the rows from the band outwards."""

    event: Event
    x: float
    lines: tuple[str, ...]
    width: float
    height: float
    is_above: bool
    rank: int
    to_left: bool

    @property
    def is_bare(self) -> bool:
        """Whether the event has a mark only."""
        return not self.height

    @property
    def left(self) -> float:
        """Where the words begin."""
        return self.x - _BESIDE - self.width if self.to_left else self.x

    @property
    def right(self) -> float:
        """Where they end."""
        return self.x if self.to_left else self.x + _BESIDE + self.width

    def is_clear_of(self, other: _Flag) -> bool:
        """Whether neither the words nor the leaders of two flags touch."""
        if self.is_above != other.is_above or self.is_bare or other.is_bare:
            return True
        apart = self.left > other.right + _ASIDE or other.left > self.right + _ASIDE
        if self.rank == other.rank:
            return apart
        outer, inner = (self, other) if self.rank > other.rank else (other, self)
        return not inner.left - _BESIDE < outer.x < inner.right + _BESIDE


@dataclass(frozen=True, slots=True)
class _Years:
    """The stretch of time that the band shows, from the first day of a year to the last of another."""

    first: int
    last: int
    width: float

    def at(self, day: dt.date) -> float:
        """Where a day lies on the band."""
        start = dt.date(self.first, 1, 1)
        length = (dt.date(self.last, 12, 31) - start).days
        return _INSET + (self.width - 2 * _INSET) * (day - start).days / length


def draw_timeline(timeline: Timeline, pen: Pen) -> float:
    """The band of years with its events above and below; gives the height."""
    events = sorted(timeline.events, key=lambda event: event.day)
    last = max(event.until or event.day for event in events)
    years = _Years(events[0].day.year, last.year, pen.width)
    flags = _placed(events, years, pen)
    above, below = _rows(flags, is_above=True), _rows(flags, is_above=False)
    top = _LEADER + sum(above) if above else 2 * _DOT
    told = [flag for flag in flags if not flag.is_bare]
    for flag in told:
        _leader(flag, above if flag.is_above else below, top, pen)
    pen.add(Rectangle(0.0, top, pen.width, _BAND, pen.look.ground))
    _name_years(years, top + _BAND / 2, pen)
    for flag in flags:
        _mark(flag, years, top, pen)
    for flag in told:
        _words(flag, above if flag.is_above else below, top, pen)
    return top + _BAND + (_LEADER + sum(below) if below else 2 * _DOT)


def _placed(events: list[Event], years: _Years, pen: Pen) -> list[_Flag]:
    """Each event where it covers the fewest that come later, and is nearest to the band.

    Where its words would touch others, an event has its mark only: the words are in the text beside the picture.
    """
    flags: list[_Flag] = []
    for index, event in enumerate(events):
        later = [years.at(other.day) for other in events[index + 1 :]]

        def cost(flag: _Flag, later: list[float] = later) -> int:
            return flag.rank + sum(flag.left - _BESIDE < x < flag.right + _BESIDE for x in later)

        choices = _choices(event, years.at(event.day), len(events), pen)
        free = [one for one in choices if all(one.is_clear_of(other) for other in flags)]
        bare = _Flag(event, years.at(event.day), (), 0.0, 0.0, is_above=True, rank=0, to_left=False)
        flags.append(min(free, key=cost, default=bare))
    return flags


def _choices(event: Event, x: float, ranks: int, pen: Pen) -> Iterator[_Flag]:
    """The ways to show an event: near the band and further off, wide and narrow, at either side of its leader."""
    for rank in range(min(ranks, _MOST_RANKS)):
        for measure in _MEASURES:
            for to_left in (False, True):
                for is_above in (True, False):
                    flag = _flag(event, x, measure, pen)
                    flag = replace(flag, is_above=is_above, rank=rank, to_left=to_left)
                    if (flag.left >= 0 or not to_left) and (flag.right <= pen.width or to_left):
                        yield flag


def _flag(event: Event, x: float, measure: float, pen: Pen) -> _Flag:
    look = pen.look
    lines = pen.metrics.lines(event.name, look.label, measure)
    width = max(pen.metrics.width(event.date, look.strong), pen.metrics.widest(lines, look.label))
    height = pen.leading(look.strong) + len(lines) * pen.leading(look.label)
    return _Flag(event, x, lines, width, height, is_above=True, rank=0, to_left=False)


def _rows(flags: list[_Flag], *, is_above: bool) -> list[float]:
    """The height of each row on one side of the band, the nearest first."""
    own = [flag for flag in flags if flag.is_above == is_above and not flag.is_bare]
    ranks = range(max((flag.rank for flag in own), default=-1) + 1)
    return [max((flag.height for flag in own if flag.rank == rank), default=0.0) + _BETWEEN for rank in ranks]


def _ends(flag: _Flag, rows: list[float], top: float) -> tuple[float, float]:
    """The upper and the lower edge of the words of a flag."""
    off = _LEADER + sum(rows[: flag.rank])
    near = top - off if flag.is_above else top + _BAND + off
    return (near - flag.height, near) if flag.is_above else (near, near + flag.height)


def _leader(flag: _Flag, rows: list[float], top: float, pen: Pen) -> None:
    upper, lower = _ends(flag, rows, top)
    points = ((flag.x, upper + 1.5), (flag.x, top)) if flag.is_above else ((flag.x, top + _BAND), (flag.x, lower - 1.5))
    pen.add(Stroke(points, THIN, pen.shade(0).fill))


def _mark(flag: _Flag, years: _Years, top: float, pen: Pen) -> None:
    event, colour = flag.event, pen.shade(0).fill
    y = top - _DOT if flag.is_above else top + _BAND + _DOT
    if event.until is not None:
        pen.block(flag.x, y - _SPAN / 2, years.at(event.until) - flag.x, _SPAN, colour)
    pen.add(Circle(flag.x, y, _DOT, colour, hollow=event.planned))


def _words(flag: _Flag, rows: list[float], top: float, pen: Pen) -> None:
    look = pen.look
    upper, _ = _ends(flag, rows, top)
    x = flag.x - _BESIDE if flag.to_left else flag.x + _BESIDE
    anchor: Anchor = "right" if flag.to_left else "left"
    pen.lines(x, upper, (flag.event.date,), look.strong, anchor)
    pen.lines(x, upper + pen.leading(look.strong), flag.lines, look.label, anchor)


def _name_years(years: _Years, middle: float, pen: Pen) -> None:
    """The years on the band, as many as have room, each where it begins."""
    style = pen.look.scale
    room = 2.2 * pen.metrics.width("0000", style)
    year = pen.width / (years.last + 1 - years.first)
    step = next((step for step in _STEPS if step * year >= room), _STEPS[-1])
    for number in range(-(-years.first // step) * step, years.last + 1, step):
        x = years.at(dt.date(number, 1, 1))
        half = pen.metrics.width(str(number), style) / 2
        pen.words(min(max(x, half + 2), pen.width - half - 2), middle, str(number), style, "centre")
