"""Pictures drawn in a house of this repository, and what can be asked of them."""

from __future__ import annotations

from collections.abc import Iterable

from briefwright.document.pictures import Chart, ChartKind, Picture, Scale, Series, Timeline
from briefwright.drawing.draw import draw
from briefwright.drawing.metrics import Metrics
from briefwright.drawing.shapes import Circle, Drawing, Label, Rectangle, Stroke
from tests.formats.docx.building import theme

WIDTH = 480.0


def chart(kind: ChartKind, categories: Iterable[str], unit: str = "", **series: Iterable[float | None]) -> Chart:
    """A chart of series given by their names."""
    return Chart(kind, tuple(categories), tuple(Series(name, tuple(values)) for name, values in series.items()), unit)


def drawn(picture: Picture, width: float = WIDTH, house: str = "institute", language: str = "en-GB") -> Drawing:
    """The drawing of data."""
    assert isinstance(picture, Chart | Timeline | Scale)
    return draw(picture, theme(house), language, width)


def labels(drawing: Drawing) -> list[Label]:
    return [shape for shape in drawing.shapes if isinstance(shape, Label)]


def texts(drawing: Drawing) -> list[str]:
    return [label.text for label in labels(drawing)]


def areas(drawing: Drawing) -> list[Rectangle]:
    return [shape for shape in drawing.shapes if isinstance(shape, Rectangle)]


def strokes(drawing: Drawing, least: float = 1.0) -> list[Stroke]:
    """The lines that show data, which are thicker than those that help to read."""
    return [shape for shape in drawing.shapes if isinstance(shape, Stroke) and shape.width > least]


def circles(drawing: Drawing) -> list[Circle]:
    return [shape for shape in drawing.shapes if isinstance(shape, Circle)]


def box(label: Label, house: str = "institute") -> tuple[float, float, float, float]:
    """The left, upper, right and lower edge of the words of a label."""
    style = theme(house).paragraph(label.style)
    width = Metrics(theme(house)).width(label.text, label.style)
    left = label.x - width * {"left": 0.0, "centre": 0.5, "right": 1.0}[label.anchor]
    return left, label.y - 0.66 * style.size, left + width, label.y


def overlaps(drawing: Drawing) -> list[tuple[str, str]]:
    """Each pair of labels whose words touch."""
    found = []
    boxes = [(label.text, box(label)) for label in labels(drawing)]
    for index, (one, (left, top, right, bottom)) in enumerate(boxes):
        for other, (x, y, end, foot) in boxes[index + 1 :]:
            if left < end and x < right and top < foot and y < bottom:
                found.append((one, other))
    return found


def outside(drawing: Drawing) -> list[str]:
    """The labels that stand out of the drawing."""
    boxes = [(label.text, box(label)) for label in labels(drawing)]
    return [
        text
        for text, (left, top, right, bottom) in boxes
        if left < -0.5 or top < -0.5 or right > drawing.width + 0.5 or bottom > drawing.height + 0.5
    ]
