"""Figures: a picture as a strip of the flow."""

from __future__ import annotations

from io import BytesIO

from briefwright.document.nodes import Figure
from briefwright.formats.pdf.column import Column
from briefwright.formats.pdf.marks import Picture, Strip
from briefwright.formats.pdf.typesetter import Typesetter

_TALLEST = 0.7
"""The most of a page's height that a picture takes."""
_MOST_PIXELS = 60_000_000


def picture_strip(block: Figure, typesetter: Typesetter, column: Column) -> Strip:
    """The picture as wide as its share of the column, smaller where it would be too tall.

    A picture that cannot be read is reported and leaves an empty strip.
    """
    size = _pixels(block.data)
    if size is None or size[0] * size[1] > _MOST_PIXELS:
        problem = "is not a picture that can be read" if size is None else "has too many pixels"
        hint = "give a PNG or JPEG file of at most 60 million pixels"
        typesetter.report.add("BW603", block.origin.span, f"the figure {problem}", hint)
        return Strip(0.0, (), source=block)
    width = block.width * column.width
    height = width * size[1] / size[0]
    scale = min(1.0, _TALLEST * column.room / height) if height else 0.0
    picture = Picture(0.0, 0.0, width * scale, height * scale, block.data, block.alt)
    return Strip(height * scale, (picture,), source=block)


def _pixels(data: bytes) -> tuple[int, int] | None:
    """The width and height of a picture, read from its head."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            return image.size
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError):
        return None
