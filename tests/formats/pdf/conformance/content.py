"""What ISO 14289-1 (PDF/UA-1) and ISO 19005-2 ask of the pages and their fonts."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pikepdf
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

from tests.formats.pdf.conformance.reading import SHOWING, Opened

_FORBIDDEN = {0x0, 0xFEFF, 0xFFFE}


def everything_is_marked(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.1 paragraphs 1 and 2: all that is painted is content or artifact, never both."""
    for number, page in enumerate(opened.painted, start=1):
        for one in page:
            if one.number is None and one.artifact is None:
                yield f"page {number}: {one.operator} is neither content nor artifact"
            if one.number is not None and one.artifact is not None:
                yield f"page {number}: {one.operator} is content and artifact"
            if sum(sequence.number is not None for sequence in one.around) > 1:
                yield f"page {number}: {one.operator} is content of two sequences"
    yield from opened.faults


def only_furniture_is_skipped(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.1, 7.8: text that is no content belongs to the pages: a header, a footer, a head said again."""
    for number, page in enumerate(opened.painted, start=1):
        for one in page:
            if one.operator in SHOWING and one.artifact and one.artifact.properties.get("/Type") != "/Pagination":
                yield f"page {number}: text is left out"


def sequences_lead_both_ways(opened: Opened) -> Iterator[str]:
    """ISO 32000-1 14.7.4.4: every sequence belongs to one element, and the parent tree leads back to that."""
    drawn = {
        (page.obj.objgen, one.number)
        for page, painted in zip(opened.pdf.pages, opened.painted, strict=True)
        for one in painted
        if one.number is not None
    }
    owners = defaultdict(list)
    for element in opened.tree:
        for place in element.numbers:
            owners[place].append(element)
    for place in drawn ^ set(owners):
        yield f"the sequence {place[1]} is drawn but in no element, or in an element but not drawn"
    parents = _parents(opened)
    for page in opened.pdf.pages:
        row = parents.get(int(page.get("/StructParents", -1)), [])
        for number, owner in enumerate(row):
            if [one.object.objgen for one in owners[page.obj.objgen, number]] != [owner.objgen]:
                yield f"the parent tree gives the sequence {number} to another element"
        if len(row) != sum(place[0] == page.obj.objgen for place in owners):
            yield "the parent tree does not know every sequence of a page"


def links_lead_back(opened: Opened) -> Iterator[str]:
    """ISO 32000-1 14.7.4.3: the parent tree leads from every link area to its Link."""
    parents = _parents(opened)
    owners = {area.objgen: one.object for one in opened.tree for area in one.annotations}
    for page in opened.pdf.pages:
        for area in page.get("/Annots", []):
            owner = parents.get(int(area.get("/StructParent", -1)))
            if owner is None or area.objgen not in owners or owners[area.objgen].objgen != owner.objgen:
                yield "the parent tree does not lead from a link area to its Link"


def fonts_are_embedded(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.21.3, 7.21.4, ISO 19005-2 6.2.11.3, 6.2.11.4: fonts are composite, embedded and complete."""
    for font in _fonts(opened):
        inner = font.DescendantFonts[0]
        if "/FontFile2" not in inner.FontDescriptor:
            yield f"{font.BaseFont} is not embedded"
        if font.Encoding != "/Identity-H" or "/CIDToGIDMap" not in inner:
            yield f"{font.BaseFont} does not map its codes to glyphs"


def glyphs_are_there(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.21.5, 7.21.8, ISO 19005-2 6.2.11.5, 6.2.11.8: codes have glyphs, with the widths of the font."""
    for font, codes in _used(opened):
        inner = font.DescendantFonts[0]
        if "/FontFile2" not in inner.FontDescriptor or "/CIDToGIDMap" not in inner:
            continue
        program = TTFont(BytesIO(inner.FontDescriptor.FontFile2.read_bytes()))
        names, unit = program.getGlyphOrder(), 1000 / program["head"].unitsPerEm
        glyphs, widths = inner.CIDToGIDMap.read_bytes(), inner.W[1]
        for code in codes:
            glyph = int.from_bytes(glyphs[2 * code : 2 * code + 2], "big")
            if not 0 < glyph < len(names):
                yield f"{font.BaseFont} has no glyph for the code {code}"
            elif abs(program["hmtx"][names[glyph]][0] * unit - float(widths[code])) > 1:
                yield f"{font.BaseFont} gives the code {code} another width"


def characters_are_known(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.21.7, ISO 19005-2 6.2.11.7.2: every code that is shown stands for characters of Unicode."""
    for font, codes in _used(opened):
        known = unicode_of(font)
        for code in codes:
            if not known.get(code) or any(ord(char) in _FORBIDDEN for char in known[code]):
                yield f"{font.BaseFont} does not say what the code {code} is"


def colours_are_those_of_screens(opened: Opened) -> Iterator[str]:
    """ISO 19005-2 6.2.4.3: colours are RGB or grey, which the output intent gives a meaning."""
    for number, page in enumerate(opened.pdf.pages, start=1):
        used = {str(one.operator) for one in pikepdf.parse_content_stream(page)}
        for operator in sorted(used & {"k", "K", "cs", "CS", "sc", "SC", "scn", "SCN", "sh", "ri"}):
            yield f"page {number}: the operator {operator} sets a colour of another kind"
    for one in opened.objects():
        if one.get("/Subtype") == "/Image" and one.get("/ColorSpace") not in {"/DeviceRGB", "/DeviceGray"}:
            yield "a picture has colours of another kind"


def unicode_of(font: Any) -> dict[int, str]:
    """The characters that a font says its codes stand for."""
    rows = font.ToUnicode.read_bytes().decode("ascii") if "/ToUnicode" in font else ""
    return {
        int(code, 16): bytes.fromhex(text).decode("utf-16-be")
        for code, text in re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", rows, re.MULTILINE)
    }


def _fonts(opened: Opened) -> list[Any]:
    return [font for page in opened.pdf.pages for font in page.Resources.get("/Font", {}).values()]


def _used(opened: Opened) -> list[tuple[Any, set[int]]]:
    """Each font with the codes that are shown in it, invisible text among them."""
    fonts: dict[tuple[int, int], Any] = {}
    codes: dict[tuple[int, int], set[int]] = defaultdict(set)
    for page in opened.painted:
        for one in page:
            if one.operator in SHOWING:
                fonts[one.font.objgen] = one.font
                pairs = (one.shown[place : place + 2] for place in range(0, len(one.shown), 2))
                codes[one.font.objgen].update(int.from_bytes(pair, "big") for pair in pairs)
    return [(fonts[name], codes[name]) for name in fonts]


def _parents(opened: Opened) -> dict[int, Any]:
    rows = opened.pdf.Root.StructTreeRoot.ParentTree.Nums
    return {int(rows[place]): rows[place + 1] for place in range(0, len(rows), 2)}


CHECKS = (
    everything_is_marked,
    only_furniture_is_skipped,
    sequences_lead_both_ways,
    links_lead_back,
    fonts_are_embedded,
    glyphs_are_there,
    characters_are_known,
    colours_are_those_of_screens,
)
