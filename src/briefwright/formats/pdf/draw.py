"""Drawing: finished pages as a PDF file, with its fonts, its links, its outline and what it says of itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFPage,
    PDFPageLabel,
    PDFPageLabels,
    PDFStream,
    PDFString,
    PDFZCompress,
)

from briefwright.document.nodes import Document, Heading, Metadata, Title
from briefwright.document.walk import blocks, plain_text
from briefwright.formats.pdf.canvas import Canvas, LinkArea, Point
from briefwright.formats.pdf.embed import EmbeddedFace, embed
from briefwright.formats.pdf.faces import Face
from briefwright.formats.pdf.file import File
from briefwright.formats.pdf.layout import Page, marks, texts
from briefwright.formats.pdf.marks import Picture
from briefwright.formats.pdf.outline import Entry, add_outline
from briefwright.formats.pdf.pictures import add_picture
from briefwright.theme import theme as themes

_FONTS = "BasicFonts"
"""The name under which ReportLab keeps the fonts that all pages share."""
_PRODUCER = "Briefwright"
_ABOVE_HEADING = 6.0
"""How much of the page stays visible above a place that a link leads to."""


class _Drawn(NamedTuple):
    """A page of the file and what was found on it."""

    page: PDFPage
    reference: PDFObjectReference
    links: list[LinkArea]


class _Spot(NamedTuple):
    """A place of the document: the page and the point on it."""

    page: PDFObjectReference
    point: Point


def draw(pages: list[Page], document: Document, paper: themes.Page) -> bytes:
    """The file of these pages on this paper."""
    file = File(document.metadata.language)
    fonts = embed(texts(pages))
    pictures = _add_pictures(file, pages)
    drawn: list[_Drawn] = []
    spots: dict[str, _Spot] = {}
    headings: dict[int, _Spot] = {}
    for page in pages:
        canvas = Canvas(paper.height, fonts, {data: name for data, (name, _) in pictures.items()})
        for placed in page:
            canvas.draw(placed.what, placed.x, placed.y)
        one = _add_page(file, canvas, paper, dict(pictures.values()))
        for name, point in canvas.places.items():
            spots.setdefault(name, _Spot(one.reference, point))
        for block, point in canvas.headings.items():
            headings.setdefault(block, _Spot(one.reference, point))
        drawn.append(one)
    for one in drawn:
        one.page.Annots = [found for link in one.links if (found := _link(file, link, spots)) is not None]
    _add_fonts(file, fonts)
    add_outline(file, list(_entries(document, headings)))
    _describe(file)
    return file.write(_information(document.metadata))


def _add_page(file: File, canvas: Canvas, paper: themes.Page, images: Mapping[str, PDFObjectReference]) -> _Drawn:
    page = PDFPage()
    page.MediaBox = PDFArray([0, 0, paper.width, paper.height])
    page.Contents = PDFStream(None, canvas.stream(), [PDFZCompress])
    page.Resources = PDFDictionary({"Font": PDFObjectReference(_FONTS)})
    if canvas.images:
        page.Resources["XObject"] = PDFDictionary({name: images[name] for name in sorted(canvas.images)})
    reference = file.thisPageRef()
    file.addPage(page)
    return _Drawn(page, reference, canvas.links)


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


def _link(file: File, link: LinkArea, spots: Mapping[str, _Spot]) -> PDFObjectReference | None:
    about = {
        "Type": PDFName("Annot"),
        "Subtype": PDFName("Link"),
        "Rect": PDFArray([round(value, 2) for value in link.rectangle]),
        "Border": PDFArray([0, 0, 0]),
        "F": 4,
        "Contents": PDFString(link.goal.address or link.label),
    }
    if link.goal.address is not None:
        about["A"] = PDFDictionary({"S": PDFName("URI"), "URI": PDFString(link.goal.address)})
    elif link.goal.place is not None and link.goal.place in spots:
        about["Dest"] = _destination(spots[link.goal.place])
    else:
        return None
    reference: PDFObjectReference = file.Reference(PDFDictionary(about))
    return reference


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
    file.Catalog.ViewerPreferences = PDFDictionary({"DisplayDocTitle": "true"})
    labels = PDFPageLabels()
    labels.addPageLabel(0, PDFPageLabel("ARABIC", 1, ""))
    file.Catalog.PageLabels = labels


def _information(metadata: Metadata) -> PDFDictionary:
    date = PDFString(f"D:{metadata.date.replace('-', '')[:8]}000000Z")
    said = {
        "Title": metadata.title,
        "Author": ", ".join(metadata.authors),
        "Subject": metadata.subject,
        "Keywords": ", ".join(metadata.keywords),
        "Creator": metadata.publisher,
        "Producer": _PRODUCER,
    }
    entries = {name: PDFString(value) for name, value in said.items() if value}
    return PDFDictionary({**entries, "CreationDate": date, "ModDate": date})
