"""Pictures are read to their last byte, bounded, turned upright, and stripped of what cameras write into them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image as Images
from PIL.PngImagePlugin import PngInfo

from briefwright.document.media import PictureError, read_image

SECRET = b"48.8584 N"


def jpeg(mode: str = "RGB", orientation: int = 1) -> bytes:
    """A JPEG with a place in its metadata and its comment; twice as wide as high."""
    exif = Images.Exif()
    exif[274] = orientation
    exif[270] = SECRET.decode()
    written = BytesIO()
    Images.new(mode, (40, 20)).save(written, "JPEG", exif=exif, comment=SECRET)
    return written.getvalue()


def png(mode: str = "RGB") -> bytes:
    told = PngInfo()
    told.add_text("Comment", SECRET.decode())
    written = BytesIO()
    Images.new(mode, (40, 20)).save(written, "PNG", pnginfo=told)
    return written.getvalue()


def bomb(side: int = 60_000) -> bytes:
    """A PNG of a few bytes that says it has thousands of millions of pixels."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.mark.parametrize("data", [jpeg(), jpeg("L"), jpeg("CMYK"), jpeg(orientation=6), png(), png("RGBA"), png("P")])
def test_a_picture_loses_its_metadata_and_keeps_its_pixels(data: bytes) -> None:
    assert SECRET in data
    image = read_image(data)
    assert SECRET not in image.data
    assert b"Exif" not in image.data
    with Images.open(BytesIO(image.data)) as shown:
        shown.load()
        assert Images.MIME[shown.format or ""] == image.media_type


def test_plain_pictures_are_not_compressed_anew() -> None:
    data = jpeg()
    scan = data[data.index(b"\xff\xda") :]
    assert read_image(data).data.endswith(scan)


def test_a_picture_that_lies_on_its_side_is_turned_upright() -> None:
    with Images.open(BytesIO(read_image(jpeg(orientation=6)).data)) as shown:
        assert shown.size == (20, 40)


def test_inks_of_print_become_colours_of_light() -> None:
    with Images.open(BytesIO(read_image(jpeg("CMYK")).data)) as shown:
        assert shown.mode == "RGB"


def test_transparency_is_kept() -> None:
    with Images.open(BytesIO(read_image(png("RGBA")).data)) as shown:
        assert shown.mode == "RGBA"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (bomb(), "more pixels"),
        (bomb(9_000), "more pixels"),
        (png()[:-30], "damaged"),
        (png()[:50], "damaged"),
        (jpeg()[: len(jpeg()) // 2], "damaged"),
        (b"\x89PNG\r\n\x1a\n", "damaged"),
        (b"\xff\xd8\xff", "damaged"),
        (b"GIF89a", "not a PNG or JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not a PNG or JPEG"),
    ],
)
def test_what_cannot_be_printed_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(PictureError, match=message):
        read_image(data)


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert read_image(jpeg("CMYK")) == read_image(jpeg("CMYK"))
