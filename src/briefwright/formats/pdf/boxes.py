"""Boxes: blocks on a ground, within a border, beside a bar; a box that runs over pages is closed on each."""

from __future__ import annotations

from collections.abc import Iterable

from briefwright.formats.pdf.flow import Node, Part, Placed, Stack
from briefwright.formats.pdf.marks import Fill, Frame, Strip
from briefwright.theme.styles import BoxStyle
from briefwright.theme.theme import Theme


class Enclosed(Node):
    """A stack with what a box style draws around it; `width` is that of the whole box in points.

    The bar stands at the left, or `at_right`.
    """

    def __init__(self, content: Stack, style: BoxStyle, width: float, theme: Theme, at_right: bool) -> None:
        super().__init__()
        self._content = content
        self._style = style
        self._width = width
        self._theme = theme
        self._at_right = at_right

    def strips(self) -> list[Strip]:
        """The strips of what the box holds."""
        return self._content.strips()

    def number(self) -> None:
        """Learn `first` and `end` from the numbered strips."""
        self._content.number()
        self.first, self.end = self._content.first, self._content.end

    def parts(self) -> Iterable[Node]:
        """What the box holds."""
        return (self._content,)

    def arrange(self, start: int, end: int) -> Part:
        """The strips from `start` up to `end`, and the box around them."""
        inner = self._content.compose(start, end)
        padding = self._style.padding_vertical
        height = inner.height + 2 * padding
        items = (*self._surroundings(height), Placed(0.0, padding, inner))
        return Part(height, 0.0, 0.0, items)

    def _surroundings(self, height: float) -> list[Placed]:
        style, width = self._style, self._width
        found: list[Placed] = []
        if style.fill is not None:
            fill = Fill(0.0, 0.0, width, height, self._theme.colour(style.fill))
            found.append(Placed(0.0, 0.0, fill))
        if style.border is not None:
            colour = self._theme.colour(style.border.colour)
            found.append(Placed(0.0, 0.0, Frame(0.0, 0.0, width, height, style.border.width, colour)))
        if style.bar is not None:
            x = width - style.bar.width if self._at_right else 0.0
            bar = Fill(x, 0.0, style.bar.width, height, self._theme.colour(style.bar.colour))
            found.append(Placed(0.0, 0.0, bar))
        return found
