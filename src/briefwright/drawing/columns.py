"""Columns: bars that stand, for a few categories with short names, such as years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from briefwright.document.pictures import Chart
from briefwright.drawing.bars import draw_bars
from briefwright.drawing.grid import draw_grid, draw_sequence, room_for_numbers
from briefwright.drawing.key import draw_key, draw_unit
from briefwright.drawing.pen import Pen
from briefwright.drawing.scales import Axis, axis, extent

_HEIGHT = 0.34
"""The height of the plot as a share of the width, which is at most `_TALLEST`."""
_TALLEST = 150.0
_FILLED = 0.68
"""How much of its slot a column or a group of them fills."""
_WIDEST, _SLOT = 44.0, 110.0
"""The most width of a column, and of what there is for a category: few of them leave the right of the plot empty."""
_MOST_LINES = 2
_THINNEST, _LONGEST = 2.5, 34.0
"""The least width of a column over an axis, and the most of the names below it."""
_AROUND = 3.0


def draw_columns(chart: Chart, pen: Pen) -> float:
    """Columns from zero, each with its value at its end; gives the height of the chart.

    Where values would not fit, an axis gives them; where names would not, bars say the same.
    """
    slot = min(_SLOT, pen.width / len(chart.categories))
    column = min(_WIDEST, slot * _FILLED / len(chart.series))
    if _fits(chart, pen, slot, column):
        return _draw_labelled(chart, slot, column, pen)
    if column >= _THINNEST and pen.metrics.widest(chart.categories, pen.look.scale) <= _LONGEST:
        return _draw_on_axis(chart, pen)
    return draw_bars(replace(chart, kind="bar"), pen)


def _draw_labelled(chart: Chart, slot: float, column: float, pen: Pen) -> float:
    scale, line = extent(_known(chart)), pen.leading(pen.look.label)
    y = draw_key(chart, pen, draw_unit(chart, pen)) + line
    height = min(_TALLEST, _HEIGHT * pen.width)
    for x, top, bottom, index, value in _columns(chart, (0.0, slot, column), scale, (y, height)):
        pen.block(x + 0.5, top, column - 1, bottom - top, pen.shade(index).fill)
        away = line / 2 * (1 if value < 0 else -1)
        pen.words(x + column / 2, (bottom if value < 0 else top) + away, pen.number(value), pen.look.label, "centre")
    zero = y + height - scale.at(0.0, height)
    pen.rule(0.0, zero, slot * len(chart.categories), zero, pen.shade(0).fill)
    return _names(chart, slot, y + height + _AROUND + (line if scale.low < 0 else 0.0), pen)


def _draw_on_axis(chart: Chart, pen: Pen) -> float:
    scale = axis([0.0, *_known(chart)])
    y = draw_key(chart, pen, draw_unit(chart, pen)) + pen.leading(pen.look.scale) / 2
    height = min(_TALLEST, _HEIGHT * pen.width)
    left = room_for_numbers(scale, pen)
    draw_grid(scale, (left, pen.width, y, height), pen)
    slot = (pen.width - left) / len(chart.categories)
    column = slot * _FILLED / len(chart.series)
    for x, top, bottom, index, _ in _columns(chart, (left, slot, column), scale, (y, height)):
        pen.block(x, top, column, bottom - top, pen.shade(index).fill)
    zero = y + height - scale.at(0.0, height)
    pen.rule(left, zero, pen.width, zero, pen.shade(0).fill)
    places = [left + slot * (row + 0.5) for row in range(len(chart.categories))]
    return draw_sequence(chart.categories, places, y + height + _AROUND, pen)


def _columns(
    chart: Chart, across: tuple[float, float, float], scale: Axis, down: tuple[float, float]
) -> Iterator[tuple[float, float, float, int, float]]:
    """The left, upper and lower edge of each column, the index of its series and its value."""
    (left, slot, column), (y, height) = across, down
    for index, series in enumerate(chart.series):
        for row, value in enumerate(series.values):
            if value is not None:
                x = left + slot * (row + 0.5) + column * (index - len(chart.series) / 2)
                ends = [y + height - scale.at(each, height) for each in (0.0, value)]
                yield x, min(ends), max(ends), index, value


def _known(chart: Chart) -> list[float]:
    return [value for series in chart.series for value in series.values if value is not None]


def _fits(chart: Chart, pen: Pen, slot: float, column: float) -> bool:
    style = pen.look.label
    values = [pen.number(value) for value in _known(chart)]
    room = slot - 2 * _AROUND if len(chart.series) == 1 else column
    return pen.metrics.widest(tuple(values), style) <= room and all(
        pen.metrics.fits(name, style, slot - 2 * _AROUND, _MOST_LINES) for name in chart.categories
    )


def _names(chart: Chart, slot: float, top: float, pen: Pen) -> float:
    style, most = pen.look.label, 0
    for row, name in enumerate(chart.categories):
        lines = pen.metrics.lines(name, style, slot - 2 * _AROUND)
        pen.lines(slot * (row + 0.5), top, lines, style, "centre")
        most = max(most, len(lines))
    return top + most * pen.leading(style)
