"""Pictures: the images of a document as objects of the file."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import TYPE_CHECKING

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFName, PDFObjectReference, PDFStream

from briefwright.formats.pdf.file import File

if TYPE_CHECKING:
    from PIL.Image import Image

_COLOUR_SPACES = {"L": "DeviceGray", "RGB": "DeviceRGB"}


def add_picture(file: File, data: bytes) -> PDFObjectReference:
    """Put an image into the file: a plain JPEG as it is, everything else as pixels, transparency as a mask."""
    from PIL import Image

    with Image.open(BytesIO(data), formats=("PNG", "JPEG")) as image:
        if image.format == "JPEG" and image.mode in _COLOUR_SPACES:
            about = _about(image, image.mode) | {"Filter": PDFName("DCTDecode")}
            return _add(file, about, data)
        image.load()
        transparent = image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info
        mask = _add_pixels(file, image.convert("RGBA").getchannel("A"), None) if transparent else None
        plain = "L" if image.mode in {"1", "L", "LA"} else "RGB"
        opaque = image.convert("RGBA").convert("RGB") if transparent else image
        return _add_pixels(file, opaque.convert(plain), mask)


def _add_pixels(file: File, image: Image, mask: PDFObjectReference | None) -> PDFObjectReference:
    about = _about(image, image.mode) | {"Filter": PDFName("FlateDecode")}
    if mask is not None:
        about["SMask"] = mask
    return _add(file, about, zlib.compress(image.tobytes(), 9))


def _about(image: Image, mode: str) -> dict[str, object]:
    return {
        "Type": PDFName("XObject"),
        "Subtype": PDFName("Image"),
        "Width": image.width,
        "Height": image.height,
        "ColorSpace": PDFName(_COLOUR_SPACES[mode]),
        "BitsPerComponent": 8,
    }


def _add(file: File, about: dict[str, object], data: bytes) -> PDFObjectReference:
    reference: PDFObjectReference = file.Reference(PDFStream(PDFDictionary(about), data))
    return reference
