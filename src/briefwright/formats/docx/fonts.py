"""The font table: the families that the document names, and what Word may take in their place."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from briefwright.formats.docx.embedding import OBFUSCATED_FONT, EmbeddedFace, embedded_faces
from briefwright.formats.docx.languages import primary
from briefwright.formats.docx.package import TreePart, tree_part
from briefwright.formats.docx.xml import STORY, Element, node, root, w
from briefwright.theme.fonts import FontFamily
from briefwright.theme.theme import Theme

_CHARSETS = {"ja": "80", "ko": "81", "zh": "86", "zh-Hant": "88", "he": "B1", "ar": "B2"}
"""The character sets of Windows by the language of a family, in which a substitute must have its letters."""


def font_table(theme: Theme, package: Package) -> TreePart:
    """The part of the font table, with the faces that travel in the file if the theme says so."""
    table = tree_part("/word/fontTable.xml", CONTENT_TYPE.WML_FONT_TABLE, package)
    own = {family.word: family for family in map(theme.family, theme.families)}
    named = {family.word: family for family in (*own.values(), *(theme.fonts[name] for name in theme.fallback))}
    fonts = {name: _font(named[name]) for name in sorted(named)}
    if theme.embed_fonts:
        for name in sorted(own):
            fonts[name].children += [_embedded(face, table) for face in embedded_faces(own[name], theme)]
    table.element = root("w:fonts", STORY, *fonts.values())
    return table


def _font(family: FontFamily) -> Element:
    made = w("font", name=family.word)
    if family.substitutes:
        made.children.append(w("altName", val=",".join(family.substitutes)))
    made.children += [w("charset", val=_charset(family)), w("family", val="roman" if family.serif else "swiss")]
    made.children.append(w("pitch", val="variable"))
    return made


def _embedded(face: EmbeddedFace, table: TreePart) -> Element:
    """The place of a face in the font table, which gets the part that holds it."""
    name = PackURI(f"/word/fonts/font{len(table.rels) + 1}.odttf")
    part = Part(name, OBFUSCATED_FONT, face.data, table.package)
    return node(f"w:{face.slot}", {"r:id": table.relate_to(part, RELATIONSHIP_TYPE.FONT), "w:fontKey": face.key})


def _charset(family: FontFamily) -> str:
    """That of the language that the family is first of all meant for."""
    language = family.languages[0] if family.languages else ""
    return _CHARSETS.get(language) or _CHARSETS.get(primary(language), "00")
