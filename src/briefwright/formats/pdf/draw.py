"""Drawing: finished pages as a PDF file, with its fonts, its links, its outline and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFZCompress,
)

from briefwright.document.nodes import Document, Heading, Title
from briefwright.document.walk import blocks, plain_text
from briefwright.formats.pdf.canvas import Canvas, LinkArea, Point
from briefwright.formats.pdf.colour import add_output_intent
from briefwright.formats.pdf.embed import EmbeddedFace, embed
from briefwright.formats.pdf.faces import Face
from briefwright.formats.pdf.file import File, Plain, real, text_string
from briefwright.formats.pdf.file import Page as FilePage
from briefwright.formats.pdf.layout import Page, marks, texts
from briefwright.formats.pdf.marks import Goal, Picture
from briefwright.formats.pdf.metadata import information, packet
from briefwright.formats.pdf.outline import Entry, add_outline
from briefwright.formats.pdf.pictures import add_picture
from briefwright.formats.pdf.tagging.elements import FOOTER, HEADER, Element, LinkPart
from briefwright.formats.pdf.tagging.structure import write_structure
from briefwright.formats.pdf.tagging.tree import Tree
from briefwright.theme import theme as themes
from briefwright.theme.theme import Theme

_FONTS = "BasicFonts"
"""The name under which ReportLab keeps the fonts that all pages share."""
_ABOVE_HEADING = 6.0
"""How much of the page stays visible above a place that a link leads to."""


class _Drawn(NamedTuple):
    """A page of the file and what was found on it."""

    page: FilePage
    reference: PDFObjectReference
    links: list[LinkArea]
    owners: list[Element]


class _Spot(NamedTuple):
    """A place of the document: the page and the point on it."""

    page: PDFObjectReference
    point: Point


def draw(pages: list[Page], document: Document, theme: Theme) -> bytes:
    """The file of these pages, which show this document with this theme."""
    file = File(document.metadata.language)
    tree = Tree(document, theme)
    fonts = embed(texts(pages))
    pictures = _add_pictures(file, pages)
    names = {data: name for data, (name, _) in pictures.items()}
    drawn: list[_Drawn] = []
    spots: dict[str, _Spot] = {}
    headings: dict[int, _Spot] = {}
    for number, page in enumerate(pages):
        canvas = Canvas(number, theme.page.height, fonts, names, tree)
        canvas.draw(page.header.what, page.header.x, page.header.y, HEADER if number else None)
        for placed in (page.body, page.foot):
            canvas.draw(placed.what, placed.x, placed.y)
        canvas.draw(page.footer.what, page.footer.x, page.footer.y, FOOTER)
        one = _add_page(file, canvas, theme.page, dict(pictures.values()))
        for name, point in canvas.places.items():
            spots.setdefault(name, _Spot(one.reference, point))
        for block, point in canvas.headings.items():
            headings.setdefault(block, _Spot(one.reference, point))
        drawn.append(one)
    _add_links(file, drawn, spots)
    _add_fonts(file, fonts)
    add_outline(file, list(_entries(document, headings)))
    file.Catalog.StructTreeRoot = write_structure(file, tree.root, [(one.reference, one.owners) for one in drawn])
    file.Catalog.Metadata = packet(document.metadata)
    add_output_intent(file)
    _describe(file)
    return file.write(information(document.metadata))


def _add_page(file: File, canvas: Canvas, paper: themes.Page, images: Mapping[str, PDFObjectReference]) -> _Drawn:
    page = FilePage()
    page.MediaBox = PDFArray([0, 0, paper.width, paper.height])
    page.Contents = PDFStream(None, canvas.stream(), [PDFZCompress])
    page.Resources = PDFDictionary({"Font": PDFObjectReference(_FONTS)})
    page.Tabs = PDFName("S")
    if canvas.images:
        page.Resources["XObject"] = PDFDictionary({name: images[name] for name in sorted(canvas.images)})
    reference = file.thisPageRef()
    file.addPage(page)
    return _Drawn(page, reference, canvas.links, canvas.owners)


def _add_links(file: File, drawn: Sequence[_Drawn], spots: Mapping[str, _Spot]) -> None:
    """Put the links on the pages; each page and each link has its own key in the parent tree."""
    key = len(drawn)
    for number, one in enumerate(drawn):
        one.page.StructParents = number
        found = []
        for link in one.links:
            goal = _goal(link.goal, spots, file)
            if goal is not None:
                reference = file.Reference(_annotation(link, goal, key))
                link.element.annotations.append(LinkPart(number, file.number_of(reference), key))
                found.append(reference)
                key += 1
        one.page.Annots = found


def _add_fonts(file: File, fonts: Mapping[Face, EmbeddedFace]) -> None:
    shared = file.idToObject[_FONTS]
    for face in fonts.values():
        shared[face.name] = face.write(file)


def _add_pictures(file: File, pages: list[Page]) -> dict[bytes, tuple[str, PDFObjectReference]]:
    found: dict[bytes, tuple[str, PDFObjectReference]] = {}
    for page in pages:
        for placed in page:
            for mark in marks(placed.what):
                if isinstance(mark, Picture) and mark.data not in found:
                    found[mark.data] = (f"I{len(found) + 1}", add_picture(file, mark.data))
    return found


def _annotation(link: LinkArea, goal: str, key: int) -> Plain:
    """A link as text: with hundreds of them, the objects of ReportLab would take longer than the pages."""
    rectangle = " ".join(map(real, link.rectangle))
    label = text_string(link.goal.address or link.label)
    about = f"<</Type/Annot/Subtype/Link/Rect[{rectangle}]/Border[0 0 0]/F 4/Contents{label}{goal}/StructParent {key}>>"
    return Plain(about.encode("ascii"))


def _goal(goal: Goal, spots: Mapping[str, _Spot], file: File) -> str | None:
    """Where a link leads, as an entry of its annotation; None where that is not there."""
    if goal.address is not None:
        return f"/A<</S/URI/URI{text_string(goal.address)}>>"
    if goal.place is None or goal.place not in spots:
        return None
    page, (x, y) = spots[goal.place]
    return f"/Dest[{file.number_of(page)} 0 R/XYZ {real(x)} {real(y + _ABOVE_HEADING)} null]"


def _destination(spot: _Spot) -> PDFArray:
    point = (round(spot.point.x, 2), round(spot.point.y + _ABOVE_HEADING, 2))
    return PDFArray([spot.page, PDFName("XYZ"), *point, "null"])


def _entries(document: Document, found: Mapping[int, _Spot]) -> Iterable[Entry]:
    for block in blocks(document.content):
        if isinstance(block, Title | Heading) and id(block) in found:
            words = " ".join(plain_text(block.content).split())
            rank = 0 if isinstance(block, Title) else block.level
            yield Entry(words, rank, _destination(found[id(block)]))


def _describe(file: File) -> None:
    file.Catalog.MarkInfo = PDFDictionary({"Marked": "true"})
    file.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    decimal = PDFDictionary({"S": PDFName("D"), "St": 1})
    file.Catalog.PageLabels = PDFDictionary({"Nums": PDFArray([0, decimal])})
