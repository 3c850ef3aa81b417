"""Pictures from outside: what they are is told by their bytes, and what they carry along is left behind."""

from __future__ import annotations

import struct
import warnings
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from briefwright.document.pictures import Image

if TYPE_CHECKING:
    from PIL.Image import Image as Pixels

MOST_PIXELS = 60_000_000
"""The most pixels of a picture: a page at 600 to the inch has 35 million."""

_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}
_CHUNKS = {b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND", b"sRGB", b"gAMA", b"cHRM", b"iCCP", b"pHYs"}
"""What is kept of a PNG: its pixels, its colours and its size."""
_QUALITY = 92
_ORIENTATION = 274
_START_OF_SCAN, _COMMENT, _APPLICATION = 0xDA, 0xFE, range(0xE0, 0xF0)
_KEPT_APPLICATION = {0xE0, 0xEE}
"""The segments of a JPEG that say how its pixels are to be read."""
_SIMPLE = {"L", "RGB"}


class PictureError(ValueError):
    """Bytes that are no picture, or none that can be printed; the message goes on from the name of the file."""


def media_type(data: bytes) -> str | None:
    """The media type of a PNG or JPEG picture; None for anything else."""
    return next((kind for signature, kind in _SIGNATURES.items() if data.startswith(signature)), None)


def read_image(data: bytes) -> Image:
    """The picture upright, in grey or RGB, and without what a camera or a program wrote beside its pixels.

    Raises:
        PictureError: the picture is damaged or has too many pixels.
    """
    kind = media_type(data)
    if kind is None:
        raise PictureError("is not a PNG or JPEG picture")
    with _opened(data) as pixels:
        if kind == "image/png":
            return Image(b"".join(_png_chunks(data)), kind)
        if pixels.mode in _SIMPLE and pixels.getexif().get(_ORIENTATION, 1) == 1:
            return Image(b"".join(_jpeg_segments(data)), kind)
        return Image(_upright(pixels), kind)


def _opened(data: bytes) -> Pixels:
    """The pixels, all of them read."""
    from PIL import Image as Images

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Images.DecompressionBombWarning)
            pixels = Images.open(BytesIO(data), formats=("PNG", "JPEG"))
            if pixels.width * pixels.height <= MOST_PIXELS:
                pixels.load()
                return pixels
    except (Images.DecompressionBombError, Images.DecompressionBombWarning):
        pass
    except (OSError, SyntaxError, ValueError, struct.error):
        raise PictureError("is damaged, so that it cannot be read to its end") from None
    raise PictureError("has more pixels than any page needs")


def _upright(pixels: Pixels) -> bytes:
    from PIL import ImageOps

    upright = ImageOps.exif_transpose(pixels)
    shown = upright if upright.mode in _SIMPLE else upright.convert("RGB")
    written = BytesIO()
    shown.save(written, "JPEG", quality=_QUALITY)
    return b"".join(_jpeg_segments(written.getvalue()))


def _png_chunks(data: bytes) -> Iterator[bytes]:
    yield data[:8]
    place = 8
    while place + 8 <= len(data):
        length, name = struct.unpack(">I4s", data[place : place + 8])
        end = place + 12 + length
        if name in _CHUNKS:
            yield data[place:end]
        place = end


def _jpeg_segments(data: bytes) -> Iterator[bytes]:
    """The picture without the segments in which programs write what they know of it."""
    yield data[:2]
    place = 2
    while place + 4 <= len(data):
        marker, length = data[place + 1], struct.unpack(">H", data[place + 2 : place + 4])[0]
        if marker == _START_OF_SCAN:
            yield data[place:]
            return
        if marker != _COMMENT and (marker not in _APPLICATION or marker in _KEPT_APPLICATION):
            yield data[place : place + 2 + length]
        place += 2 + length
