"""Columns: bars that stand, for a few categories with short names, such as years."""

from __future__ import annotations

from dataclasses import replace

from briefwright.document.pictures import Chart
from briefwright.drawing.bars import draw_bars
from briefwright.drawing.key import draw_key, draw_unit
from briefwright.drawing.pen import Pen
from briefwright.drawing.scales import Axis, extent

_HEIGHT = 0.34
"""The height of the plot as a share of the width, which is at most `_TALLEST`."""
_TALLEST = 150.0
_FILLED = 0.68
"""How much of its slot a column or a group of them fills."""
_WIDEST, _SLOT = 44.0, 110.0
"""The most width of a column, and of what there is for a category: few of them leave the right of the plot empty."""
_MOST_LINES = 2
_AROUND = 3.0


def draw_columns(chart: Chart, pen: Pen) -> float:
    """Columns from zero, each with its value at its end; gives the height of the chart.

    Where names or values would not fit in their columns, bars say the same.
    """
    slot = min(_SLOT, pen.width / len(chart.categories))
    column = min(_WIDEST, slot * _FILLED / len(chart.series))
    if not _fits(chart, pen, slot, column):
        return draw_bars(replace(chart, kind="bar"), pen)
    known = [value for series in chart.series for value in series.values if value is not None]
    scale, line = extent(known), pen.leading(pen.look.label)
    y = draw_key(chart, pen, draw_unit(chart, pen)) + line
    height = min(_TALLEST, _HEIGHT * pen.width)
    for index, series in enumerate(chart.series):
        for row, value in enumerate(series.values):
            x = slot * (row + 0.5) + column * (index - len(chart.series) / 2)
            _column(value, index, (x, y, column, height), scale, pen)
    zero = y + height - scale.at(0.0, height)
    pen.rule(0.0, zero, slot * len(chart.categories), zero, pen.shade(0).fill)
    bottom = y + height + _AROUND + (line if scale.low < 0 else 0.0)
    return _names(chart, slot, bottom, pen)


def _fits(chart: Chart, pen: Pen, slot: float, column: float) -> bool:
    style = pen.look.label
    values = [pen.number(value) for series in chart.series for value in series.values if value is not None]
    room = slot - 2 * _AROUND if len(chart.series) == 1 else column
    return pen.metrics.widest(tuple(values), style) <= room and all(
        pen.metrics.fits(name, style, slot - 2 * _AROUND, _MOST_LINES) for name in chart.categories
    )


def _column(value: float | None, index: int, place: tuple[float, float, float, float], scale: Axis, pen: Pen) -> None:
    if value is None:
        return
    x, top, width, height = place
    zero, end = (top + height - scale.at(each, height) for each in (0.0, value))
    pen.block(x + 0.5, zero, width - 1, end - zero, pen.shade(index).fill)
    style = pen.look.label
    away = pen.leading(style) / 2 * (1 if value < 0 else -1)
    pen.words(x + width / 2, end + away, pen.number(value), style, "centre")


def _names(chart: Chart, slot: float, top: float, pen: Pen) -> float:
    style, most = pen.look.label, 0
    for row, name in enumerate(chart.categories):
        lines = pen.metrics.lines(name, style, slot - 2 * _AROUND)
        pen.lines(slot * (row + 0.5), top, lines, style, "centre")
        most = max(most, len(lines))
    return top + most * pen.leading(style)
