"""What a figure shows: an image of the brief's folder, or data that are drawn in the look of the house.

Data stay data until a writer knows how wide the figure is; `briefwright.drawing` then lays them out.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as the bytes of a PNG or JPEG file."""

    data: bytes
    media_type: str


ChartKind = Literal["bar", "column", "line", "dot", "stacked"]
"""How a chart draws its values; bars, dots and stacks lie, columns stand."""

CHART_KINDS: tuple[ChartKind, ...] = ("bar", "column", "line", "dot", "stacked")


@dataclass(frozen=True, slots=True)
class Series:
    """The values of one series, one for each category; None is not known."""

    name: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """Values by category; every series has as many values as there are categories."""

    kind: ChartKind
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on a day, or from that day until another; `planned` if it has not happened yet.

    Of a date that is known to the month or the year, `day` is one in its middle. `date` is how the house writes when,
    `name` a few words that say what.
    """

    day: dt.date
    until: dt.date | None
    date: str
    name: str = ""
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events on a line whose lengths are lengths of time."""

    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class Band:
    """A term of a scale with its bounds in percent, and how the house writes these."""

    low: float
    high: float
    term: str
    bounds: str


@dataclass(frozen=True, slots=True)
class Scale:
    """What the terms of likelihood mean, from 0 to 100 percent; between bands there may be gaps."""

    bands: tuple[Band, ...]


Picture = Image | Chart | Timeline | Scale
"""What a figure shows."""
