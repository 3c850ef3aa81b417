"""What stands behind and below values that follow one another: lines at round numbers, and the names of categories."""

from __future__ import annotations

from briefwright.drawing.pen import Pen
from briefwright.drawing.scales import Axis

_AFTER_NUMBER, _BETWEEN = 6.0, 8.0


def draw_grid(scale: Axis, place: tuple[float, float, float, float], pen: Pen) -> None:
    """A line at each round number, which stands before it; `place` is left, right, top and height."""
    left, right, top, height = place
    for tick in scale.ticks:
        y = top + height - scale.at(tick, height)
        pen.rule(left, y, right, y, pen.shade(0).fill if tick == 0.0 else None)
        pen.words(left - _AFTER_NUMBER, y, pen.number(tick), pen.look.scale, "right")


def room_for_numbers(scale: Axis, pen: Pen) -> float:
    """The width that the numbers before the lines take."""
    return pen.metrics.widest(tuple(map(pen.number, scale.ticks)), pen.look.scale) + _AFTER_NUMBER


def draw_sequence(names: tuple[str, ...], places: list[float], top: float, pen: Pen) -> float:
    """As many of the names under their places as have room, the last among them; gives where they end."""
    style = pen.look.scale
    widest = pen.metrics.widest(names, style) + _BETWEEN
    step = places[1] - places[0] if len(places) > 1 else widest
    every = max(1, -(-widest // step))
    for row, (name, place) in enumerate(zip(names, places, strict=True)):
        if (len(names) - 1 - row) % every == 0:
            middle = min(place, pen.width - pen.metrics.width(name, style) / 2)
            pen.words(middle, top + pen.leading(style) / 2, name, style, "centre")
    return top + pen.leading(style)
