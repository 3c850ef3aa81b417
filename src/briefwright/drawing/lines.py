"""Lines: values that follow one another, each series with its name and its last value at its end."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.document.pictures import Chart, Series
from briefwright.drawing.grid import draw_grid, draw_sequence, room_for_numbers
from briefwright.drawing.key import draw_unit
from briefwright.drawing.pen import THIN, Pen
from briefwright.drawing.scales import apart, axis
from briefwright.drawing.shapes import Circle, Stroke

_HEIGHT, _TALLEST = 0.38, 170.0
"""The height of the plot as a share of the width, and the most of it."""
_LINE, _DOT = 1.8, 2.6
_DASHES = ((), (5.0, 2.5), (1.8, 1.8), (8.0, 2.0, 1.8, 2.0))
"""The dashes of each series in turn, so that lines that cross can be told apart in any print."""
_NAMES = 0.3
"""The most of the width that the names of series take."""
_AROUND = 6.0

_Point = tuple[float, float]


def draw_lines(chart: Chart, pen: Pen) -> float:
    """Lines over an axis of round numbers, broken where a value is not known; gives the height of the chart."""
    known = [value for series in chart.series for value in series.values if value is not None]
    scale = axis(known)
    top = draw_unit(chart, pen) + pen.leading(pen.look.scale) / 2
    height = min(_TALLEST, _HEIGHT * pen.width)
    left = room_for_numbers(scale, pen)
    names = [_name(series, pen) for series in chart.series]
    right = pen.width - max(pen.metrics.widest(lines, pen.look.label) for lines in names) - _AROUND - _DOT
    draw_grid(scale, (left, right, top, height), pen)
    step = (right - left - 2 * _AROUND) / max(1, len(chart.categories) - 1)
    places = [left + _AROUND + step * row for row in range(len(chart.categories))]
    ends: list[tuple[float, int, _Point]] = []
    for index, series in enumerate(chart.series):
        points = [
            None if value is None else (x, top + height - scale.at(value, height))
            for x, value in zip(places, series.values, strict=True)
        ]
        if last := _series(points, index, pen):
            ends.append((last[1], index, last))
    _series_names(sorted(ends), names, right + _AROUND + _DOT, (top, top + height), pen)
    return draw_sequence(chart.categories, places, top + height + 3.0, pen)


def _name(series: Series, pen: Pen) -> tuple[str, ...]:
    last = next((value for value in reversed(series.values) if value is not None), None)
    text = series.name if last is None else f"{series.name} {pen.number(last)}"
    return pen.metrics.lines(text, pen.look.label, _NAMES * pen.width)


def _series(points: list[_Point | None], index: int, pen: Pen) -> _Point | None:
    """The line of a series in stretches, with a dot at the end and on values that stand alone; gives its end."""
    colour, last = pen.shade(index).fill, None
    for stretch in _stretches(points):
        last = stretch[-1]
        if len(stretch) > 1:
            pen.add(Stroke(tuple(stretch), _LINE, colour, _DASHES[index % len(_DASHES)]))
        else:
            pen.add(Circle(*last, _DOT, colour))
    if last is not None:
        pen.add(Circle(*last, _DOT, colour))
    return last


def _stretches(points: list[_Point | None]) -> Iterator[list[_Point]]:
    stretch: list[_Point] = []
    for point in [*points, None]:
        if point is not None:
            stretch.append(point)
        elif stretch:
            yield stretch
            stretch = []


def _series_names(
    ends: list[tuple[float, int, _Point]], names: list[tuple[str, ...]], x: float, bounds: _Point, pen: Pen
) -> None:
    """The names beside the ends of their lines, moved apart; one that had to move or stands off is led to its line."""
    line = pen.leading(pen.look.label)
    most = max((len(names[index]) for _, index, _ in ends), default=1)
    half = most * line / 2
    places = apart([y for y, _, _ in ends], most * line, bounds[0] - half, bounds[1] + half)
    for place, (y, index, end) in zip(places, ends, strict=True):
        if abs(place - y) > line / 2 or x - end[0] > 2 * (_AROUND + _DOT):
            pen.add(Stroke(((end[0] + _DOT + 1, y), (x - 2, place)), THIN, pen.shade(index).fill))
        pen.lines(x, place - len(names[index]) * line / 2, names[index], pen.look.label)
