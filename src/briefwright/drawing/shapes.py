"""Shapes: what a drawing is made of.

Lengths are points from the upper left corner of the drawing, y downwards. Colours and styles are names of the theme.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Anchor = Literal["left", "centre", "right"]
"""The part of a label that stands at its place."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """An area of one colour."""

    x: float
    y: float
    width: float
    height: float
    fill: str


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line from point to point; `dash` are the lengths of its dashes and of the gaps between them, in turn."""

    points: tuple[tuple[float, float], ...]
    width: float
    colour: str
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Circle:
    """A round mark about its centre: full of its colour, or white within a line of it."""

    x: float
    y: float
    radius: float
    colour: str
    hollow: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """Words on one line in a paragraph style, with `y` their baseline; `ink` names a colour other than the style's."""

    x: float
    y: float
    text: str
    style: str
    anchor: Anchor = "left"
    ink: str | None = None


Shape = Rectangle | Stroke | Circle | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Shapes in the order in which they are drawn and read."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
