"""Figures: a picture as a strip of the flow."""

from __future__ import annotations

from io import BytesIO

from briefwright.document.nodes import Figure, Text
from briefwright.document.pictures import Image
from briefwright.drawing.draw import draw
from briefwright.drawing.shapes import Circle, Label, Rectangle, Shape, Stroke
from briefwright.formats.pdf.column import Column
from briefwright.formats.pdf.looks import of_paragraph
from briefwright.formats.pdf.marks import Disc, Fill, Path, Picture, Run, Sketch, Strip
from briefwright.formats.pdf.typesetter import Typesetter

_TALLEST = 0.7
"""The most of a page's height that an image takes."""
_MOST_PIXELS = 60_000_000
_HOLLOW = 1.2
"""The line in points of a round mark that is hollow."""


def picture_strip(block: Figure, typesetter: Typesetter, column: Column) -> Strip:
    """The picture as wide as its share of the column.

    An image is smaller where it would be too tall; one that cannot be read is reported and leaves an empty strip.
    """
    if isinstance(block.picture, Image):
        return _image_strip(block, block.picture, typesetter, column)
    indent = typesetter.theme.pictures.indent_left
    width = block.width * (column.width - indent)
    drawing = draw(block.picture, typesetter.theme, typesetter.language, width)
    marks = tuple(_mark(shape, block, typesetter) for shape in drawing.shapes)
    return Strip(drawing.height, (Sketch(indent, 0.0, width, drawing.height, marks, block.alt),), source=block)


def _mark(shape: Shape, block: Figure, typesetter: Typesetter) -> Run | Fill | Path | Disc:
    colour = typesetter.theme.colour
    match shape:
        case Rectangle():
            return Fill(shape.x, shape.y, shape.width, shape.height, colour(shape.fill))
        case Stroke():
            return Path(0.0, 0.0, shape.points, shape.width, colour(shape.colour), shape.dash)
        case Circle():
            return Disc(shape.x, shape.y, shape.radius, colour(shape.colour), _HOLLOW if shape.hollow else 0.0)
        case Label():
            return _run(shape, block, typesetter)


def _run(label: Label, block: Figure, typesetter: Typesetter) -> Run:
    """Words of a drawing as text of the page."""
    style = typesetter.theme.paragraph(label.style)
    look = of_paragraph(style, typesetter.theme, typesetter.language, label.ink)
    source = Text(label.text, block.origin)
    word = typesetter.shape(label.text, typesetter.setting(look), source)
    x = label.x - word.width * {"left": 0.0, "centre": 0.5, "right": 1.0}[label.anchor]
    return Run(x, label.y, word.width, look, word.pieces, 0.0, None, source)


def _image_strip(block: Figure, image: Image, typesetter: Typesetter, column: Column) -> Strip:
    size = _pixels(image.data)
    if size is None or size[0] * size[1] > _MOST_PIXELS:
        problem = "is not a picture that can be read" if size is None else "has too many pixels"
        hint = "give a PNG or JPEG file of at most 60 million pixels"
        typesetter.report.add("BW603", block.origin.span, f"the figure {problem}", hint)
        return Strip(0.0, (), source=block)
    indent = typesetter.theme.pictures.indent_left
    width = block.width * (column.width - indent)
    height = width * size[1] / size[0]
    scale = min(1.0, _TALLEST * column.room / height) if height else 0.0
    picture = Picture(indent, 0.0, width * scale, height * scale, image.data, block.alt)
    return Strip(height * scale, (picture,), source=block)


def _pixels(data: bytes) -> tuple[int, int] | None:
    """The width and height of a picture, read from its head."""
    from PIL import Image as Images
    from PIL import UnidentifiedImageError

    try:
        with Images.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
            return image.size
    except (UnidentifiedImageError, Images.DecompressionBombError, OSError):
        return None
