"""Drawing: the data of a figure as shapes, for a width and a theme."""

from __future__ import annotations

from typing import assert_never

from briefwright.document.pictures import Chart, Scale, Timeline
from briefwright.drawing.bars import draw_bars, draw_dots, draw_stacks
from briefwright.drawing.columns import draw_columns
from briefwright.drawing.lines import draw_lines
from briefwright.drawing.metrics import Metrics
from briefwright.drawing.pen import Pen
from briefwright.drawing.scale import draw_scale
from briefwright.drawing.shapes import Drawing
from briefwright.drawing.timeline import draw_timeline
from briefwright.theme.theme import Theme


def draw(picture: Chart | Timeline | Scale, theme: Theme, language: str, width: float) -> Drawing:
    """The picture as it looks in a theme; the same for every format."""
    pen = Pen(Metrics(theme), language, width)
    match picture:
        case Chart():
            height = _chart(picture, pen)
        case Timeline():
            height = draw_timeline(picture, pen)
        case Scale():
            height = draw_scale(picture, pen)
        case _:
            assert_never(picture)
    return pen.drawing(height)


def _chart(chart: Chart, pen: Pen) -> float:
    match chart.kind:
        case "bar":
            return draw_bars(chart, pen)
        case "stacked":
            return draw_stacks(chart, pen)
        case "dot":
            return draw_dots(chart, pen)
        case "column":
            return draw_columns(chart, pen)
        case "line":
            return draw_lines(chart, pen)
        case _:
            assert_never(chart.kind)
