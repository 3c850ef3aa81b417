"""The pen: what all kinds of pictures draw with, in the look of one theme and the numbers of one language."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefwright.document.numbers import number
from briefwright.drawing.metrics import Metrics
from briefwright.drawing.shapes import Anchor, Drawing, Label, Rectangle, Shape, Stroke
from briefwright.theme.pictures import PicturesStyle
from briefwright.theme.styles import Shade

THIN = 0.5
"""The width in points of lines that help to read."""
_CAPITALS = 0.66
"""The height of capitals in sizes of the type."""


@dataclass(slots=True)
class Pen:
    """Collects the shapes of one drawing of this width."""

    metrics: Metrics
    language: str
    width: float
    shapes: list[Shape] = field(default_factory=list)

    @property
    def look(self) -> PicturesStyle:
        """The look of pictures in the house."""
        return self.metrics.theme.pictures

    def drawing(self, height: float) -> Drawing:
        """What was drawn."""
        return Drawing(self.width, height, tuple(self.shapes))

    def shade(self, index: int) -> Shade:
        """The colour of a series, and that of words on it."""
        return self.look.series[index % len(self.look.series)]

    def number(self, value: float) -> str:
        """A number as the language writes it."""
        return number(value, self.language)

    def leading(self, style: str) -> float:
        """The height of a line in this style."""
        return self.metrics.theme.paragraph(style).leading

    def middle(self, style: str) -> float:
        """From the middle of the capitals of a line down to its baseline."""
        return self.metrics.theme.paragraph(style).size * _CAPITALS / 2

    def add(self, *shapes: Shape) -> None:
        """Draw shapes over those that are there."""
        self.shapes += shapes

    def rule(self, x: float, y: float, to_x: float, to_y: float, colour: str | None = None) -> None:
        """A thin straight line."""
        self.add(Stroke(((x, y), (to_x, to_y)), THIN, colour or self.look.rule))

    def block(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """An area; one of negative width or height lies on the other side of its corner."""
        if width and height:
            self.add(Rectangle(min(x, x + width), min(y, y + height), abs(width), abs(height), fill))

    def words(self, x: float, y: float, text: str, style: str, anchor: Anchor = "left", ink: str | None = None) -> None:
        """A line of words whose capitals have their middle at `y`."""
        if text:
            self.add(Label(x, y + self.middle(style), text, style, anchor, ink))

    def lines(self, x: float, top: float, lines: tuple[str, ...], style: str, anchor: Anchor = "left") -> None:
        """Lines below one another from `top`."""
        for index, line in enumerate(lines):
            self.words(x, top + (index + 0.5) * self.leading(style), line, style, anchor)
