"""Files that are wrong in one way each, made of a right one, and the check that must find it."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

Change = Callable[[Any], object]


def changed(data: bytes, change: Change) -> bytes:
    """A file as pikepdf writes it anew after a change."""
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        made = BytesIO()
        pdf.save(made, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
    return made.getvalue()


def elements(pdf: pikepdf.Pdf, role: str) -> list[Any]:
    """The structure elements of a role."""
    return [one for one in pdf.objects if isinstance(one, Dictionary) and one.get("/S") == f"/{role}" and "/P" in one]


def _first(role: str, change: Callable[[Any], object]) -> Change:
    return lambda pdf: change(elements(pdf, role)[0])


def _page(change: Callable[[Any], object]) -> Change:
    return lambda pdf: change(pdf.pages[0].obj)


def _area(change: Callable[[Any], object]) -> Change:
    return lambda pdf: change(next(page for page in pdf.pages if "/Annots" in page).Annots[0])


def _root(change: Callable[[Any], object]) -> Change:
    return lambda pdf: change(pdf.Root)


def _font(change: Callable[[Any], object]) -> Change:
    return lambda pdf: change(next(iter(pdf.pages[0].Resources.Font.values())))


def _content(pattern: bytes, by: bytes) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        stream = pdf.pages[0].Contents
        data, count = re.subn(pattern, by, stream.read_bytes(), count=1, flags=re.DOTALL)
        assert count
        stream.write(data)

    return change


def _metadata(pattern: bytes, by: bytes) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        stream = pdf.Root.Metadata
        data, count = re.subn(pattern, by, stream.read_bytes())
        assert count
        pdf.Root.Metadata = pdf.make_stream(data, Type=Name.Metadata, Subtype=Name.XML)

    return change


def _compressed_metadata(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(b"x\x9c", filter=Name.FlateDecode)


def _characters(pattern: bytes, by: bytes) -> Change:
    def change(font: Any) -> None:
        font.ToUnicode.write(re.sub(pattern, by, font.ToUnicode.read_bytes()))

    return _font(change)


def _lost_cell(pdf: pikepdf.Pdf) -> None:
    row = elements(pdf, "TR")[-1]
    row.K = Array(list(row.K)[:-1])


def _second_name(pdf: pikepdf.Pdf) -> None:
    first, second = elements(pdf, "Note")[:2]
    second.ID = first.ID


def _swapped_parents(pdf: pikepdf.Pdf) -> None:
    row = pdf.Root.StructTreeRoot.ParentTree.Nums[1]
    row[0], row[1] = row[1], row[0]


def _swapped_links(pdf: pikepdf.Pdf) -> None:
    rows = pdf.Root.StructTreeRoot.ParentTree.Nums
    rows[len(rows) - 1], rows[len(rows) - 3] = rows[len(rows) - 3], rows[len(rows) - 1]


def _wide(font: Any) -> None:
    widths = font.DescendantFonts[0].W[1]
    for place in range(len(widths)):
        widths[place] = 5000


def _without_glyphs(font: Any) -> None:
    mapping = font.DescendantFonts[0].CIDToGIDMap
    mapping.write(bytes(len(mapping.read_bytes())))


def _newer_profile(pdf: pikepdf.Pdf) -> None:
    stream = pdf.Root.OutputIntents[0].DestOutputProfile
    data = bytearray(stream.read_bytes())
    data[8] = 5
    stream.write(bytes(data))


def _script(root: Any) -> None:
    root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _outside(page: Any) -> None:
    page.Contents.F = String("elsewhere")


def _emptied(font: Any) -> None:
    del font.DescendantFonts[0].FontDescriptor.FontFile2


_TEXT = rb"/(?:P|H1)<</MCID \d+>>BDC"

MUTANTS: dict[str, tuple[str, Change]] = {
    "untagged": ("tree_is_there", _root(lambda root: root.__delitem__("/MarkInfo"))),
    "suspect": ("tree_is_there", _root(lambda root: root.MarkInfo.__setitem__("/Suspects", True))),
    "unknown role": ("roles_are_standard", _first("P", lambda one: one.__setitem__("/S", Name.Paragraph))),
    "mapped role": (
        "roles_are_standard",
        _root(lambda root: root.StructTreeRoot.RoleMap.__setitem__("/P", Name.Span)),
    ),
    "wrong parent": ("parents_are_told", lambda pdf: elements(pdf, "TR")[0].__setitem__("/P", elements(pdf, "P")[0])),
    "row outside a table": ("nesting_is_right", _first("Table", lambda one: one.__setitem__("/S", Name.Div))),
    "paragraph in a list": ("nesting_is_right", _first("LI", lambda one: one.__setitem__("/S", Name.P))),
    "label outside": ("nesting_is_right", _first("LBody", lambda one: one.__setitem__("/S", Name.Div))),
    "skipped level": ("headings_descend", _first("H2", lambda one: one.__setitem__("/S", Name.H3))),
    "late beginning": ("headings_descend", _first("H1", lambda one: one.__setitem__("/S", Name.H2))),
    "no scope": ("tables_have_headers", _first("TH", lambda one: one.__delitem__("/A"))),
    "short row": ("tables_have_headers", _lost_cell),
    "no header": (
        "tables_have_headers",
        lambda pdf: [one.__setitem__("/S", Name.TD) for one in elements(pdf, "TH")],
    ),
    "unnumbered list": ("lists_are_numbered", _first("L", lambda one: one.__delitem__("/A"))),
    "no description": ("figures_are_described", _first("Figure", lambda one: one.__delitem__("/Alt"))),
    "no area": ("figures_are_described", _first("Figure", lambda one: one.A.__delitem__("/BBox"))),
    "nameless note": ("notes_are_named", _first("Note", lambda one: one.__delitem__("/ID"))),
    "name of another note": ("notes_are_named", _second_name),
    "unlabelled note": ("notes_are_named", _first("Lbl", lambda one: one.__setitem__("/S", Name.Span))),
    "unlisted notes": ("notes_are_named", _root(lambda root: root.StructTreeRoot.__delitem__("/IDTree"))),
    "link of nothing": ("links_are_reached", _first("Link", lambda one: one.__setitem__("/S", Name.Span))),
    "wordless link": ("annotations_say_what_they_are", _area(lambda one: one.__delitem__("/Contents"))),
    "unprinted link": ("annotations_say_what_they_are", _area(lambda one: one.__delitem__("/F"))),
    "order of links": ("annotations_say_what_they_are", _page(lambda page: page.__delitem__("/Tabs"))),
    "no language": ("languages_are_told", _root(lambda root: root.__delitem__("/Lang"))),
    "odd language": ("languages_are_told", _first("P", lambda one: one.__setitem__("/Lang", String("not a tag")))),
    "unmarked text": ("everything_is_marked", _content(_TEXT + rb"(.*?)EMC", rb"\1")),
    "unmarked rule": ("everything_is_marked", _content(rb"/Artifact<</Type/Layout>>BDC(.*?)EMC", rb"\1")),
    "content in an artifact": ("everything_is_marked", _content(rb"(" + _TEXT + rb")", rb"/Artifact BMC \1")),
    "crossed text object": ("everything_is_marked", _content(rb"EMC\nET", rb"ET\nEMC")),
    "skipped text": ("only_furniture_is_skipped", _content(_TEXT, rb"/Artifact<</Type/Layout>>BDC")),
    "lost sequence": ("sequences_lead_both_ways", _content(rb"/MCID 1>>", rb"/MCID 999>>")),
    "swapped sequences": ("sequences_lead_both_ways", _swapped_parents),
    "no way back": ("sequences_lead_both_ways", _page(lambda page: page.__delitem__("/StructParents"))),
    "swapped links": ("links_lead_back", _swapped_links),
    "no key": ("links_lead_back", _area(lambda one: one.__delitem__("/StructParent"))),
    "font elsewhere": ("fonts_are_embedded", _font(_emptied)),
    "unmapped font": ("fonts_are_embedded", _font(lambda font: font.DescendantFonts[0].__delitem__("/CIDToGIDMap"))),
    "wrong widths": ("glyphs_are_there", _font(_wide)),
    "missing glyphs": ("glyphs_are_there", _font(_without_glyphs)),
    "unknown characters": ("characters_are_known", _font(lambda font: font.__delitem__("/ToUnicode"))),
    "characters of nothing": ("characters_are_known", _characters(rb"> <[0-9A-F]+>\n", b"> <FEFF>\n")),
    "ink of presses": ("colours_are_those_of_screens", _content(rb"\n[\d. ]+ rg", b"\n0 0 0 1 k")),
    "script": ("nothing_is_forbidden", _root(_script)),
    "stream outside": ("nothing_is_forbidden", _page(_outside)),
    "no profile": ("colours_have_a_meaning", _root(lambda root: root.__delitem__("/OutputIntents"))),
    "newer profile": ("colours_have_a_meaning", _newer_profile),
    "no claim of PDF/A": ("claims_are_made", _metadata(rb"<pdfaid:part>2", b"<pdfaid:part>1")),
    "no claim of PDF/UA": ("claims_are_made", _metadata(rb"<pdfuaid:part>1</pdfuaid:part>", b"")),
    "unknown schema": ("claims_are_made", _metadata(rb"pdfaSchema:namespaceURI", b"pdfaSchema:other")),
    "compressed metadata": ("claims_are_made", _compressed_metadata),
    "no title": ("title_is_shown", _metadata(rb"<dc:title>.*?</dc:title>", b"")),
    "hidden title": ("title_is_shown", _root(lambda root: root.__delitem__("/ViewerPreferences"))),
    "two titles": ("metadata_agree", _metadata(rb'"x-default">Harbour', b'"x-default">Other')),
    "two dates": ("metadata_agree", _metadata(rb"2026-11-21T", b"2026-11-22T")),
}

BYTES: dict[str, tuple[str, Callable[[bytes], bytes]]] = {
    "old head": ("head_is_right", lambda data: data.replace(b"\xe2\xe3\xcf\xd3", b"abcd", 1)),
    "more after the end": ("trailer_is_right", lambda data: data + b"more\n"),
    "no identifier": ("trailer_is_right", lambda data: data.replace(b"/ID[", b"/IX[")),
    "streams that run on": ("streams_end_rightly", lambda data: data.replace(b"\nendstream", b" endstream")),
}
