"""What stands above the plot of a chart: its unit, and what colours mean where series cannot name themselves."""

from __future__ import annotations

from briefwright.document.pictures import Chart
from briefwright.drawing.pen import Pen
from briefwright.drawing.shapes import Circle, Rectangle

_SIDE, _GAP, _NEXT = 7.0, 4.0, 14.0
"""The side of a square of colour, the space after it, and that before the next."""
_BELOW = 6.0


def draw_unit(chart: Chart, pen: Pen) -> float:
    """The unit above the plot; gives where the plot begins."""
    style = pen.look.scale
    lines = pen.metrics.lines(chart.unit, style, pen.width)
    pen.lines(0.0, 0.0, lines, style)
    return len(lines) * pen.leading(style) + (_BELOW if lines else 0.0)


def draw_key(chart: Chart, pen: Pen, top: float, *, round_marks: bool = False) -> float:
    """The names of several series, each after its mark; gives where the plot begins."""
    if len(chart.series) == 1:
        return top
    style = pen.look.label
    x, y = 0.0, top + pen.leading(style) / 2
    for index, series in enumerate(chart.series):
        width = _SIDE + _GAP + pen.metrics.width(series.name, style)
        if x and x + width > pen.width:
            x, y = 0.0, y + pen.leading(style)
        fill = pen.shade(index).fill
        if round_marks:
            pen.add(Circle(x + _SIDE / 2, y, _SIDE / 2, fill, hollow=index % 2 == 1))
        else:
            pen.add(Rectangle(x, y - _SIDE / 2, _SIDE, _SIDE, fill))
        pen.words(x + _SIDE + _GAP, y, series.name, style)
        x += width + _NEXT
    return y + pen.leading(style) / 2 + _BELOW
