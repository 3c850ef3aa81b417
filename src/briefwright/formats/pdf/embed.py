"""Embedding: each face cut to the glyphs of the document, as a Type 0 font of the file.

A character code is given to each pair of a glyph and the characters that it stands for, so that copied text is
exactly what was written even where two characters share a glyph.
"""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable, Mapping
from typing import NamedTuple

import uharfbuzz as hb
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from briefwright.formats.pdf.faces import NOTHING, Face, Shaped
from briefwright.formats.pdf.tagging.spoken import language_of
from briefwright.theme.instances import pinned

_DROPPED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "MATH", "OS/2", "STAT", "cmap", "gasp", "meta", "name", "post")
_SYMBOLIC, _ITALIC = 4, 64
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_LEAST_SHIFT = 0.3
"""Shifts of less than so many thousandths of the size cannot be seen."""
_ROWS_OF_A_BLOCK = 100


class Stretch(NamedTuple):
    """Glyphs of one height above the line, as a TJ operator shows them.

    Those of a silent one say nothing to a reader of the text: the dots of a letter, which is read without them.
    """

    rise: float
    shown: str
    is_silent: bool


class Shown(NamedTuple):
    """A text as operators show it; `language` is told where it can only be one.

    `plain` is the text of nearly every word: one stretch on the line of which nothing has to be told.
    """

    stretches: tuple[Stretch, ...]
    language: str | None
    plain: str | None


class EmbeddedFace:
    """A face as a font of one file: `name` is that in the page's resources."""

    def __init__(self, face: Face, name: str) -> None:
        self.name = name
        self._face = face
        self._codes: dict[tuple[int, str], int] = {}
        self._widths: list[float] = []
        self._shown: dict[Shaped, Shown] = {}
        self._data = b""
        self._new_glyphs: Mapping[int, int] = {}

    def add(self, shaped: Shaped) -> None:
        """Take in the glyphs of a text that will be drawn."""
        for pair in zip(shaped.glyphs, shaped.texts, strict=True):
            if pair not in self._codes:
                self._codes[pair] = len(self._codes) + 1

    def cut(self) -> None:
        """Make the font of the glyphs taken in; no more can be added."""
        wanted = pinned(self._face.font_file, self._face.axes)
        wanted.glyph_set.update(sorted({glyph for glyph, _ in self._codes}))
        wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE
        wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
        plan = hb.SubsetPlan(self._face.font_file, wanted)
        self._new_glyphs = dict(plan.old_to_new_glyph_mapping)
        made = plan.execute()
        self._data = bytes(made.blob.data)
        font = hb.Font(made)
        unit = 1000 / made.upem
        glyphs = [0, *(self._new_glyphs[glyph] for glyph, _ in self._codes)]
        self._widths = [round(font.get_glyph_h_advance(glyph) * unit, 2) for glyph in glyphs]

    def show(self, shaped: Shaped) -> Shown:
        """What TJ operators show for the text."""
        shown = self._shown.get(shaped)
        if shown is None:
            shown = self._shown[shaped] = _shown(self._encode(shaped), language_of(shaped.texts))
        return shown

    def _encode(self, shaped: Shaped) -> tuple[Stretch, ...]:
        stretches: list[tuple[float, list[str], bool]] = []
        tokens: list[str] = []
        offsets = shaped.offsets or ((0.0, 0.0),) * len(shaped.glyphs)
        debt = height = 0.0
        was_silent = None
        for pair, advance, (x, y) in zip(
            zip(shaped.glyphs, shaped.texts, strict=True), shaped.advances, offsets, strict=True
        ):
            is_silent = pair[1] == NOTHING
            if is_silent is not was_silent or y != height:
                height, was_silent, tokens = y, is_silent, []
                stretches.append((y, tokens, is_silent))
            code = self._codes[pair]
            _shift(tokens, debt - x)
            tokens.append(f"{code:04X}")
            debt = self._widths[code] - advance + x
        _shift(tokens, debt)
        return tuple(Stretch(y, _array(tokens), is_silent) for y, tokens, is_silent in stretches)

    def write(self, document: PDFDocument) -> PDFObjectReference:
        """Put the font into the file."""
        name = PDFName(self._tagged_name())
        file = PDFStream(PDFDictionary({"Length1": len(self._data)}), self._data, [PDFZCompress])
        descriptor = PDFDictionary({**self._description(), "FontName": name, "FontFile2": document.Reference(file)})
        codes = b"\0\0" + b"".join(struct.pack(">H", self._new_glyphs[glyph]) for glyph, _ in self._codes)
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("CIDFontType2"),
                "BaseFont": name,
                "CIDSystemInfo": PDFDictionary(
                    {"Registry": PDFString("Adobe"), "Ordering": PDFString("Identity"), "Supplement": 0}
                ),
                "CIDToGIDMap": document.Reference(PDFStream(None, codes, [PDFZCompress])),
                "FontDescriptor": document.Reference(descriptor),
                "W": PDFArray([0, PDFArray([_short(width) for width in self._widths])]),
            }
        )
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": name,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(PDFStream(None, self._to_unicode(), [PDFZCompress])),
            }
        )
        reference: PDFObjectReference = document.Reference(font)
        return reference

    def _description(self) -> dict[str, object]:
        face = self._face
        italic = "Italic" in face.file.name
        box = struct.unpack(">hhhh", bytes(hb.Face(self._data).reference_table("head").data)[36:44])
        return {
            "Type": PDFName("FontDescriptor"),
            "Flags": _SYMBOLIC | (_ITALIC if italic else 0),
            "FontBBox": PDFArray([round(value * face.unit) for value in box]),
            "ItalicAngle": -12 if italic else 0,
            "Ascent": round(face.ascent * 1000),
            "Descent": -round(face.descent * 1000),
            "CapHeight": round(face.cap_height * 1000),
            "StemV": 50 + round((face.weight / 65) ** 2),
        }

    def _tagged_name(self) -> str:
        face = self._face
        digest = hashlib.sha256(self._data).digest()
        tag = "".join(_LETTERS[byte % 26] for byte in digest[:6])
        stem = "".join(char for char in face.file.stem.partition("[")[0] if char.isalnum() or char == "-")
        place = "".join(f"-{axis}{value:g}" for axis, value in face.axes.items())
        return f"{tag}+{stem}{place}"

    def _to_unicode(self) -> bytes:
        pairs = [(code, text) for (_, text), code in self._codes.items() if text]
        blocks = []
        for start in range(0, len(pairs), _ROWS_OF_A_BLOCK):
            rows = pairs[start : start + _ROWS_OF_A_BLOCK]
            lines = [f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>" for code, text in rows]
            blocks.append("\n".join([f"{len(rows)} beginbfchar", *lines, "endbfchar"]))
        return _CHARACTERS.format(blocks="\n".join(blocks)).encode("ascii")


def embed(texts: Iterable[Shaped]) -> dict[Face, EmbeddedFace]:
    """The faces of these texts, cut to their glyphs, in the order in which they first appear."""
    faces: dict[Face, EmbeddedFace] = {}
    for shaped in dict.fromkeys(texts):
        if shaped.face not in faces:
            faces[shaped.face] = EmbeddedFace(shaped.face, f"F{len(faces) + 1}")
        faces[shaped.face].add(shaped)
    for face in faces.values():
        face.cut()
    return faces


def _shown(stretches: tuple[Stretch, ...], language: str | None) -> Shown:
    first = stretches[0] if len(stretches) == 1 else None
    is_plain = first is not None and not first.rise and not first.is_silent and language is None
    return Shown(stretches, language, first.shown if first and is_plain else None)


_CHARACTERS = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


def _shift(tokens: list[str], amount: float) -> None:
    if abs(amount) >= _LEAST_SHIFT:
        tokens.append(f" {_short(amount)} ")


def _array(tokens: list[str]) -> str:
    """Codes and shifts as the inside of a TJ array: neighbouring codes share a string."""
    shown, open_string = [], False
    for token in tokens:
        is_code = token[0] != " "
        if is_code != open_string:
            shown.append("<" if is_code else ">")
            open_string = is_code
        shown.append(token if is_code else token.strip())
    if open_string:
        shown.append(">")
    return "".join(shown)


def _short(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
