"""Lengths, widths and colours as a theme writes them."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BeforeValidator, StringConstraints, WithJsonSchema

_POINTS = {"pt": 1.0, "mm": 72 / 25.4, "cm": 72 / 2.54, "in": 72.0}
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(pt|mm|cm|in)?")


def points(value: object) -> object:
    """A length such as `20mm`, `1.5 cm`, `0.5in`, `9pt` or `9` in points.

    Raises:
        ValueError: the text is no length.
    """
    if not isinstance(value, str):
        return value
    match = _LENGTH.fullmatch(value.strip())
    if match is None:
        raise ValueError("write a length such as 20mm, 1.5cm, 0.5in or 9pt")
    return float(match[1]) * _POINTS[match[2] or "pt"]


Length = Annotated[float, BeforeValidator(points), WithJsonSchema({"type": ["string", "number"]})]
"""A length in points."""

Width = Length | Literal["*"]
"""The width of a column: a length, or `*` for an equal share of what the others leave."""

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$")]
"""A colour in sRGB, as `#rrggbb` in lower case."""


def share(widths: tuple[Width, ...], measure: float, gap: float = 0.0) -> tuple[float, ...]:
    """The widths of columns in points, so that with the gaps between them they fill the measure."""
    fixed = sum(width for width in widths if width != "*") + gap * (len(widths) - 1)
    stars = sum(width == "*" for width in widths)
    star = (measure - fixed) / stars if stars else 0.0
    return tuple(star if width == "*" else width for width in widths)
