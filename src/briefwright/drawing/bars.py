"""Charts whose categories stand below one another: bars, stacked bars and dots. There is room for long names."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.document.pictures import Chart
from briefwright.drawing.grid import draw_sequence
from briefwright.drawing.key import draw_key, draw_unit
from briefwright.drawing.pen import Pen
from briefwright.drawing.scales import Axis, axis, extent
from briefwright.drawing.shapes import Circle

_NAMES = 0.38
"""The most of the width that the names of categories take."""
_AFTER_NAME, _AFTER_BAR = 8.0, 4.0
_BAR, _STACK, _DOT = 11.0, 14.0, 3.4
"""The height of a bar and of a stacked one, and the radius of a dot."""
_BETWEEN = 7.0
"""The space between categories."""
_INSIDE = 3.0
"""The least space between words and the sides of the stretch of a bar that holds them."""


@dataclass(frozen=True, slots=True)
class _Plot:
    """Where rows are drawn: from `left`, `length` wide, each name in its lines."""

    left: float
    length: float
    names: tuple[tuple[str, ...], ...]

    def height(self, row: int, least: float, pen: Pen) -> float:
        """How high a row is whose marks need so much."""
        return max(least, len(self.names[row]) * pen.leading(pen.look.label)) + _BETWEEN


def _plot(chart: Chart, pen: Pen, before: float, after: float) -> _Plot:
    """The plot beside the names, with so much room at its left and right for values."""
    style, most = pen.look.label, _NAMES * pen.width
    names = tuple(pen.metrics.lines(name, style, most) for name in chart.categories)
    column = max(pen.metrics.widest(lines, style) for lines in names)
    left = column + _AFTER_NAME + before
    return _Plot(left, pen.width - left - after, names)


def _names(plot: _Plot, row: int, middle: float, pen: Pen) -> None:
    lines, style = plot.names[row], pen.look.label
    pen.lines(0.0, middle - len(lines) * pen.leading(style) / 2, lines, style)


def _known(chart: Chart) -> list[float]:
    return [value for series in chart.series for value in series.values if value is not None]


def _room(chart: Chart, pen: Pen) -> tuple[float, float]:
    """The room for values left of negative bars, and right of the others."""
    known = _known(chart)
    style = pen.look.label
    below = pen.metrics.widest(tuple(pen.number(value) for value in known if value < 0), style)
    above = pen.metrics.widest(tuple(pen.number(value) for value in known if value >= 0), style)
    return below + (_AFTER_BAR if below else 0.0), above + _AFTER_BAR


def draw_bars(chart: Chart, pen: Pen) -> float:
    """Bars from zero, each with its value at its end; gives the height of the chart."""
    y = draw_key(chart, pen, draw_unit(chart, pen))
    plot, scale = _plot(chart, pen, *_room(chart, pen)), extent(_known(chart))
    zero, top = plot.left + scale.at(0.0, plot.length), y
    for row in range(len(chart.categories)):
        height = plot.height(row, _BAR * len(chart.series), pen)
        _names(plot, row, y + height / 2, pen)
        begin = y + (height - _BAR * len(chart.series)) / 2
        for index, series in enumerate(chart.series):
            _bar(series.values[row], index, begin + index * _BAR, plot, scale, pen)
        y += height
    pen.rule(zero, top, zero, y, pen.shade(0).fill)
    return y


def _bar(value: float | None, index: int, top: float, plot: _Plot, scale: Axis, pen: Pen) -> None:
    if value is None:
        return
    zero, end = (plot.left + scale.at(each, plot.length) for each in (0.0, value))
    pen.block(zero, top + 0.5, end - zero, _BAR - 1, pen.shade(index).fill)
    beyond = end - _AFTER_BAR if value < 0 else end + _AFTER_BAR
    pen.words(beyond, top + _BAR / 2, pen.number(value), pen.look.label, "right" if value < 0 else "left")


def draw_dots(chart: Chart, pen: Pen) -> float:
    """Dots on one line for each category, over a scale that need not begin at zero; gives the height of the chart."""
    y = draw_key(chart, pen, draw_unit(chart, pen), round_marks=True)
    scale = axis(_known(chart))
    ends = tuple(pen.number(tick) for tick in (scale.ticks[0], scale.ticks[-1]))
    half = max(pen.metrics.widest(ends, pen.look.scale) / 2, _DOT)
    plot, top = _plot(chart, pen, half, half), y
    bottom = y + sum(plot.height(row, 2 * _DOT, pen) for row in range(len(chart.categories)))
    grid = [plot.left + scale.at(tick, plot.length) for tick in scale.ticks]
    for x in grid:
        pen.rule(x, top, x, bottom)
    end = draw_sequence(tuple(map(pen.number, scale.ticks)), grid, bottom + 1, pen)
    for row in range(len(chart.categories)):
        height = plot.height(row, 2 * _DOT, pen)
        _names(plot, row, y + height / 2, pen)
        places = [_at(series.values[row], plot, scale) for series in chart.series]
        known = [place for place in places if place is not None]
        if len(known) > 1:
            pen.rule(min(known), y + height / 2, max(known), y + height / 2, pen.shade(0).fill)
        for index, place in enumerate(places):
            if place is not None:
                pen.add(Circle(place, y + height / 2, _DOT, pen.shade(index).fill, hollow=index % 2 == 1))
        y += height
    return end


def _at(value: float | None, plot: _Plot, scale: Axis) -> float | None:
    return None if value is None else plot.left + scale.at(value, plot.length)


def draw_stacks(chart: Chart, pen: Pen) -> float:
    """Bars of parts, each with its value in it where that fits; gives the height of the chart.

    The series are named above their parts of the first bar, or where those are too short in a key.
    """
    plot, y = _plot(chart, pen, 0.0, 0.0), draw_unit(chart, pen)
    unit = plot.length / (max(sum(_parts(chart, row)) for row in range(len(chart.categories))) or 1.0)
    y = _draw_names_of_parts(chart, plot, unit, y, pen)
    for row in range(len(chart.categories)):
        height = plot.height(row, _STACK, pen)
        _names(plot, row, y + height / 2, pen)
        x = plot.left
        for index, value in enumerate(_parts(chart, row)):
            _part(value, index, (x, y + height / 2, value * unit), pen)
            x += value * unit
        y += height
    return y


def _parts(chart: Chart, row: int) -> list[float]:
    """The parts of a bar; one that is not known has no length."""
    return [series.values[row] or 0.0 for series in chart.series]


def _draw_names_of_parts(chart: Chart, plot: _Plot, unit: float, y: float, pen: Pen) -> float:
    style, parts = pen.look.label, _parts(chart, 0)
    fit = [pen.metrics.width(s.name, style) <= part * unit for s, part in zip(chart.series, parts, strict=True)]
    if not all(fit):
        return draw_key(chart, pen, y)
    x = plot.left
    for series, part in zip(chart.series, parts, strict=True):
        pen.words(x, y + pen.leading(style) / 2, series.name, style)
        x += part * unit
    return y + pen.leading(style)


def _part(value: float, index: int, place: tuple[float, float, float], pen: Pen) -> None:
    x, middle, width = place
    gap = 0.6 if index else 0.0
    pen.block(x + gap, middle - _STACK / 2, max(0.0, width - gap), _STACK, pen.shade(index).fill)
    shown = pen.number(value)
    if value and pen.metrics.width(shown, pen.look.label) + 2 * _INSIDE <= width:
        pen.words(x + gap + _INSIDE, middle, shown, pen.look.label, ink=pen.shade(index).ink)
