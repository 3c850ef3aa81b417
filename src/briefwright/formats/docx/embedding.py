"""Faces that travel in the draft, so that it looks like the house where its fonts are not installed."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

import uharfbuzz as hb

from briefwright.formats.docx.sfnt import head_of_face, may_be_embedded, named, os2_of_face, packed
from briefwright.theme.fonts import FontFamily
from briefwright.theme.instances import pinned, position
from briefwright.theme.theme import Theme

OBFUSCATED_FONT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
"""The content type of a face in the file."""

_REGULAR, _BOLD = 400, 700
"""The two weights that Word knows of a family."""
_SLOTS = (
    ("embedRegular", _REGULAR, False),
    ("embedBold", _BOLD, False),
    ("embedItalic", _REGULAR, True),
    ("embedBoldItalic", _BOLD, True),
)
"""The places of a family in the font table, in its order, with the weight of each and whether it is italic."""
_HIDDEN = 32
"""How many bytes at the beginning of a face the standard wants obfuscated."""
_KEPT_NAMES = (0, 5, 7, 13, 14)
"""The copyright, the version, the trademark and the licence."""
_DROPPED = ("DSIG", "STAT")
"""What is no longer true of a face that is cut out of a variable font."""
_KEYS = uuid.UUID("6d5c31b5-7bb2-5e1c-9ba4-0d6e7d5ff0f4")
"""The namespace of the keys, so that the same face always has the same."""


@dataclass(frozen=True, slots=True)
class EmbeddedFace:
    """A face as it lies in the file: the slot of the font table it fills, its obfuscated bytes, and their key."""

    slot: str
    data: bytes
    key: str


def embedded_faces(family: FontFamily, theme: Theme) -> Iterator[EmbeddedFace]:
    """The four faces of a family that is installed and may be embedded, with all their letters.

    All four are there whether the theme needs them or not, since whoever edits may set words in any of them. Their
    optical size is that of the body.
    """
    size = theme.paragraph("body").size
    for slot, weight, italic in _SLOTS:
        file = family.italic_file if italic else family.upright_file
        data = _static(file, family.word, weight, size, italic) if file else None
        if data is not None:
            yield _obfuscated(slot, data)


@lru_cache(maxsize=32)
def _static(file: Path, name: str, weight: int, size: float, italic: bool) -> bytes | None:
    """A file of one face, or None where its licence forbids embedding."""
    font_file = hb.Face(hb.Blob.from_file_path(str(file)))
    if not may_be_embedded(_table(font_file, "OS/2")):
        return None
    wanted = pinned(font_file, position(font_file, weight, size))
    wanted.keep_everything()
    cut = wanted.subset(font_file)
    bold = weight == _BOLD
    tables = {tag: _table(cut, tag) for tag in cut.table_tags if tag not in _DROPPED}
    tables["head"] = head_of_face(tables["head"], bold, italic)
    tables["OS/2"] = os2_of_face(tables["OS/2"], bold, italic)
    tables["name"] = named(_names(font_file, name, bold, italic))
    return packed(tables)


def _table(font_file: hb.Face, tag: str) -> bytes:
    return bytes(font_file.reference_table(tag).data)


def _names(font_file: hb.Face, family: str, bold: bool, italic: bool) -> dict[int, str]:
    """What a face calls itself, as Word looks for it, and what its makers say of their rights."""
    face = " ".join([*(["Bold"] if bold else []), *(["Italic"] if italic else [])]) or "Regular"
    postscript = f"{family}-{face}".replace(" ", "")
    kept = {number: font_file.get_name(number, "en") for number in _KEPT_NAMES}
    said = {1: family, 2: face, 3: f"{postscript} embedded", 4: f"{family} {face}", 6: postscript}
    return said | {number: text for number, text in kept.items() if text}


def _obfuscated(slot: str, data: bytes) -> EmbeddedFace:
    """The face with its beginning mixed with the bytes of its key, from the last to the first (17.8.1)."""
    key = uuid.uuid5(_KEYS, sha256(data).hexdigest())
    mask = key.bytes[::-1] * 2
    hidden = bytes(byte ^ other for byte, other in zip(data[:_HIDDEN], mask, strict=True))
    return EmbeddedFace(slot, hidden + data[_HIDDEN:], f"{{{str(key).upper()}}}")
