"""Pictures: every kind that a brief may hold is drawn, and transparency shows the paper."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pikepdf
import pytest
from PIL import Image as Pixels

from briefwright.document.nodes import Figure
from briefwright.document.pictures import Image
from tests.formats.docx import building as s
from tests.formats.pdf.reading import letters, written


def _figure(image: Pixels.Image, kind: str, width: float = 0.5) -> Figure:
    data = BytesIO()
    image.save(data, kind)
    return Figure(Image(data.getvalue(), f"image/{kind.lower()}"), "alt", width, (s.p("Finding", "caption"),), s.HERE)


def _embedded(figure: Figure) -> tuple[Any, pikepdf.Pdf]:
    pdf = pikepdf.open(BytesIO(written(s.document(figure))))
    return pdf.pages[0].Resources.XObject.I1, pdf


@pytest.mark.parametrize(
    ("mode", "kind", "space", "filtered", "mask"),
    [
        ("RGB", "PNG", "/DeviceRGB", "/FlateDecode", False),
        ("RGBA", "PNG", "/DeviceRGB", "/FlateDecode", True),
        ("LA", "PNG", "/DeviceGray", "/FlateDecode", True),
        ("L", "PNG", "/DeviceGray", "/FlateDecode", False),
        ("1", "PNG", "/DeviceGray", "/FlateDecode", False),
        ("P", "PNG", "/DeviceRGB", "/FlateDecode", False),
        ("RGB", "JPEG", "/DeviceRGB", "/DCTDecode", False),
        ("L", "JPEG", "/DeviceGray", "/DCTDecode", False),
        ("CMYK", "JPEG", "/DeviceRGB", "/FlateDecode", False),
    ],
)
def test_a_picture_of_any_kind_is_embedded(mode: str, kind: str, space: str, filtered: str, mask: bool) -> None:
    found, _pdf = _embedded(_figure(Pixels.new(mode, (30, 20)), kind))
    assert (str(found.ColorSpace), str(found.Filter)) == (space, filtered)
    assert ("/SMask" in found) == mask
    assert len(found.read_bytes() if filtered == "/FlateDecode" else b"x" * 600) == (
        600 * (3 if space == "/DeviceRGB" and filtered == "/FlateDecode" else 1)
    )


def test_a_tall_picture_is_bounded_and_keeps_its_title() -> None:
    figure = _figure(Pixels.new("L", (10, 400)), "PNG", width=1.0)
    pages = letters(written(s.document(*(s.p("words " * 60) for _ in range(4)), figure)))
    assert len(pages) == 2
    assert "".join(letter.text for letter in pages[1]).startswith("Finding")
