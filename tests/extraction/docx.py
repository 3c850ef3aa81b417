"""Reading a DOCX as Word would: text in order, numbers counted from their definitions, notes in the order of calls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from tests.extraction.content import Content, CrossReference, Heading, Link, Word, Words
from tests.extraction.docx_numbering import Counts
from tests.extraction.docx_styles import R, Styles, W, value

_TARGET_WORDS = 3
"""How many words of a link's target are compared."""
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_RIM = "\u2007"
"""A space as wide as a figure, which the ground of a badge is widened by; the PDF draws the ground itself."""


def read_docx(data: bytes, pages: int) -> Content:
    """The content of a DOCX, its headers and footers as they stand on so many pages."""
    parts = _parts(data)
    styles = Styles(parts["word/styles.xml"])
    counts = Counts(parts["word/numbering.xml"], styles)
    body = _Story(styles, counts, _targets(parts, "document"))
    body.read(parts["word/document.xml"])
    notes: dict[int, tuple[Word, ...]] = {}
    links = [body.links]
    texts = {note.get(f"{W}id"): note for note in parts["word/footnotes.xml"] if note.get(f"{W}type") is None}
    for number, identifier in enumerate(body.called, start=1):
        story = _Story(styles, counts, _targets(parts, "footnotes"))
        story.read(texts[identifier])
        notes[number] = tuple(story.words.done)
        links.append(story.links)
    return Content(
        body=tuple(body.words.done),
        notes=notes,
        headings=tuple(body.headings),
        links=tuple(link for found in links for link in found),
        references=tuple(body.references()),
        furniture=tuple(_furniture(parts, styles, counts, page, pages) for page in range(1, pages + 1)),
        pictures=body.pictures,
        descriptions=tuple(_descriptions(parts["word/document.xml"])),
    )


def _parts(data: bytes) -> dict[str, etree._Element]:
    with ZipFile(BytesIO(data)) as archive:
        return {
            name: etree.fromstring(archive.read(name))
            for name in archive.namelist()
            if name.endswith((".xml", ".rels"))
        }


def _targets(parts: Mapping[str, etree._Element], part: str) -> dict[str, str]:
    """What the relationships of a part lead to, by their ids."""
    relationships = parts.get(f"word/_rels/{part}.xml.rels")
    return {} if relationships is None else {str(one.attrib["Id"]): str(one.attrib["Target"]) for one in relationships}


@dataclass(slots=True)
class _Story:
    """A body, a note, a header or a footer as it is read."""

    styles: Styles
    counts: Counts
    targets: Mapping[str, str]
    words: Words = field(default_factory=Words)
    called: list[str] = field(default_factory=list)
    headings: list[Heading] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    pictures: int = 0
    _anchors: list[tuple[str, str]] = field(default_factory=list)
    _places: dict[str, int] = field(default_factory=dict)
    _field: dict[str, str] = field(default_factory=dict)

    def read(self, element: etree._Element, fields: Mapping[str, str] | None = None) -> None:
        """Read all paragraphs in the order of the file: a table row by row, a row cell by cell."""
        self._field = dict(fields or {})
        for paragraph in element.iter(f"{W}p"):
            self._paragraph(paragraph)

    def references(self) -> Iterator[CrossReference]:
        """The links within the document, with the words that they lead to."""
        for letters, anchor in self._anchors:
            place = self._places[anchor]
            words = self.words.done[place : place + _TARGET_WORDS]
            yield CrossReference(letters, tuple(word.text for word in words))

    def _paragraph(self, paragraph: etree._Element) -> None:
        for mark in paragraph.iter(f"{W}bookmarkStart"):
            self._places[str(mark.get(f"{W}name"))] = len(self.words.done)
        label = self.counts.label(paragraph)
        if label:
            self.words.label(label)
        text = "".join(self._inlines(paragraph, self.styles.of(paragraph)))
        self.words.end()
        depth = self.styles.outline_depth(paragraph)
        if depth is not None and text.strip():
            self.headings.append(Heading(depth, " ".join(text.split())))

    def _inlines(self, element: etree._Element, style: str | None) -> Iterator[str]:
        """Read what is in a paragraph and give its text as it was typed, without capitals of the style."""
        for child in element:
            match child.tag.removeprefix(W) if isinstance(child.tag, str) else "":
                case "r":
                    yield from self._run(child, style)
                case "hyperlink":
                    text = "".join(self._inlines(child, style))
                    self._link(child, "".join(text.split()))
                    yield text
                case "fldSimple":
                    yield from self._computed(child, style)
                case "sdt" | "sdtContent" | "ins":
                    yield from self._inlines(child, style)

    def _computed(self, element: etree._Element, style: str | None) -> Iterator[str]:
        """What a field shows: the number of a page is worked out, other fields show what is in the file."""
        name, *arguments = str(element.get(f"{W}instr")).split()
        if name in self._field:
            self.words.add(self._field[name])
            return
        if name == "NOTEREF":
            self.words.call(int("".join(map(str, element.itertext()))))
            return
        text = "".join(self._inlines(element, style))
        if name == "REF":
            self._anchors.append(("".join(text.split()), arguments[0]))
        yield text

    def _link(self, element: etree._Element, letters: str) -> None:
        anchor, relationship = element.get(f"{W}anchor"), element.get(f"{R}id")
        if anchor is not None:
            self._anchors.append((letters, anchor))
        else:
            self.links.append(Link(letters, self.targets[str(relationship)]))

    def _run(self, run: etree._Element, style: str | None) -> Iterator[str]:
        for child in run:
            match child.tag.removeprefix(W) if isinstance(child.tag, str) else "":
                case "t":
                    text = (child.text or "").strip(_RIM)
                    self.words.add(text.upper() if self.styles.in_capitals(run, style) else text)
                    yield text
                case "tab" | "br":
                    self.words.end()
                    yield " "
                case "noBreakHyphen":
                    self.words.add("\u2011")
                    yield "\u2011"
                case "footnoteReference":
                    self.called.append(str(child.get(f"{W}id")))
                    self.words.call(len(self.called))
                case "drawing":
                    self.pictures += 1


def _descriptions(document: etree._Element) -> Iterator[str]:
    """What each picture shows, those left out that only adorn."""
    for properties in document.iter(f"{_WP}docPr"):
        if properties.get("descr"):
            yield str(properties.get("descr"))


def _furniture(
    parts: Mapping[str, etree._Element], styles: Styles, counts: Counts, page: int, pages: int
) -> tuple[str, ...]:
    """The words of the header and the footer of a page."""
    section = parts["word/document.xml"].find(f".//{W}sectPr")
    assert section is not None
    kind = "first" if page == 1 and section.find(f"{W}titlePg") is not None else "default"
    targets = _targets(parts, "document")
    story = _Story(styles, counts, {})
    for place in ("header", "footer"):
        for reference in section.iter(f"{W}{place}Reference"):
            if value(reference, "type") == kind:
                part = parts[f"word/{targets[str(reference.get(f'{R}id'))].rpartition('/')[2]}"]
                story.read(part, {"PAGE": str(page), "NUMPAGES": str(pages)})
    return tuple(word.text for word in story.words.done)
