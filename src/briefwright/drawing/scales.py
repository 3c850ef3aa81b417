"""Scales: values as lengths, between round numbers."""

from __future__ import annotations

import math
from dataclasses import dataclass

_ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
_PARTS = 5
"""The most parts into which an axis is divided."""
_FROM_ZERO = 0.5
"""An axis that need not begin at zero does so where the least value is less than this share of the greatest."""


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of values, and where they lie on a length in points; `ticks` are the round numbers on it."""

    low: float
    high: float
    ticks: tuple[float, ...]

    def at(self, value: float, length: float) -> float:
        """How far along the length a value lies."""
        return length * (value - self.low) / (self.high - self.low)


def extent(values: list[float]) -> Axis:
    """The stretch from zero to the outermost values, for marks that say their values themselves."""
    low, high = min([0.0, *values]), max([0.0, *values])
    return Axis(low, high if high > low else low + 1.0, ())


def axis(values: list[float]) -> Axis:
    """The axis of these values between round numbers."""
    low, high = min(values, default=0.0), max(values, default=1.0)
    if 0.0 <= low < _FROM_ZERO * high or _FROM_ZERO * low < high <= 0.0:
        low, high = min(low, 0.0), max(high, 0.0)
    if low == high:
        high = low + 1.0
    step = _step((high - low) / _PARTS)
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    ticks = tuple(round(number * step, 12) for number in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], ticks)


def _step(least: float) -> float:
    """The smallest round number that is not below this one."""
    power = 10.0 ** math.floor(math.log10(least))
    return next(power * one for one in _ROUND if power * one >= least * (1 - 1e-9))


def apart(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    """Places in rising order near the wanted ones, at least `gap` apart, between the bounds as far as they fit."""
    places = list(wanted)
    for index in range(1, len(places)):
        places[index] = max(places[index], places[index - 1] + gap)
    bound = high
    for index in range(len(places) - 1, -1, -1):
        places[index] = min(places[index], bound)
        bound = places[index] - gap
    for index, place in enumerate(places):
        least = low if index == 0 else places[index - 1] + gap
        places[index] = max(place, least)
    return places
