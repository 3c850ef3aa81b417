"""From markup to the document: each element becomes the block or the inline of its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from briefwright.compose.attributes import Attributes
from briefwright.compose.field import Field
from briefwright.compose.inlines import InlineReader
from briefwright.compose.pictures import PictureReader
from briefwright.compose.printing import Printer
from briefwright.compose.xml import Element
from briefwright.diagnostics import Report, Span
from briefwright.document.nodes import (
    Block,
    Box,
    Cell,
    Citation,
    Columns,
    Contents,
    Figure,
    Furniture,
    Heading,
    Line,
    List,
    ListItem,
    Note,
    Origin,
    Paragraph,
    Row,
    Section,
    Table,
    Title,
)
from briefwright.document.pictures import Image, Picture
from briefwright.document.walk import inlines, own_inlines

ReadImage = Callable[[str, Span], Image | None]
"""Gives an image by the path that the brief names; None, with the reason in the report, where it cannot be had."""


_LONGEST = 1_000_000
"""The most words that a contents list may wait for."""


@dataclass(frozen=True, slots=True)
class Body:
    """What the markup of a document holds; `labels` is what cross-references print for the ids placed in it."""

    content: tuple[Block, ...]
    furniture: Furniture
    labels: Mapping[str, str]


def build(root: Element, brief: Field, printer: Printer, image: ReadImage, report: Report) -> Body:
    """The blocks of a document whose markup keeps to the vocabulary; problems of its values go to the report."""
    builder = _Builder(brief, printer, image, report)
    furniture = builder.furniture(root)
    rest = [child for child in root.content if isinstance(child, str) or child.name not in {"header", "footer"}]
    return Body(builder.flow(rest, root.span, ""), furniture, builder.labels)


class _Builder:
    def __init__(self, brief: Field, printer: Printer, image: ReadImage, report: Report) -> None:
        self._attributes = Attributes(brief, printer, report)
        self._inlines = InlineReader(self._attributes, printer, report)
        self._pictures = PictureReader(self._attributes, self._inlines, report)
        self._image = image
        self._report = report
        self._placed: set[str] = set()
        self.labels: dict[str, str] = {}
        self._makers: Mapping[str, Callable[[Element], Block | None]] = {
            "title": self._title,
            "heading": self._heading,
            "p": self._p,
            "line": self._line,
            "list": self._list,
            "table": self._table,
            "columns": self._columns,
            "box": self._box,
            "section": self._section,
            "contents": self._contents,
            "figure": self._figure,
            "chart": self._drawn,
            "timeline": self._drawn,
            "scale": self._drawn,
        }

    # ---- furniture ----

    def furniture(self, root: Element) -> Furniture:
        parts: dict[str, tuple[Block, ...]] = {}
        for element in root.content:
            if not isinstance(element, str) and element.name in {"header", "footer"}:
                pages = self._attributes.choice(element, "pages", ("first", "other", "all"))
                names = {"first": ["first_"], "other": [""], "all": ["first_", ""]}[pages]
                content = self.flow(element.content, element.span, "")
                self._check_notes(content)
                for name in (prefix + element.name for prefix in names):
                    if name in parts:
                        self._attributes.wrong(
                            element, "pages", f'there are two elements "{element.name}" for these pages'
                        )
                    parts[name] = content
        return Furniture(**parts)

    def _check_notes(self, content: tuple[Block, ...]) -> None:
        for block in content:
            for inline in inlines(own_inlines(block)):
                if isinstance(inline, Note | Citation):
                    message = "a note cannot stand in a header or a footer"
                    self._report.add("BW415", inline.origin.span, message, "place a field without citations there")

    # ---- blocks ----

    def flow(self, content: Iterable[str | Element], span: Span, style: str) -> tuple[Block, ...]:
        """The blocks of a content; words that stand in it directly become paragraphs of the style."""
        blocks: list[Block] = []
        words: list[str | Element] = []
        for child in content:
            if isinstance(child, Element) and child.name in self._makers:
                blocks += self._paragraph(words, span, style)
                words = []
                blocks += self._block(child)
            else:
                words.append(child)
        return (*blocks, *self._paragraph(words, span, style))

    def _paragraph(self, words: list[str | Element], span: Span, style: str) -> Iterator[Block]:
        if content := self._inlines.line(words, span):
            yield Paragraph(content, style, Origin(None, span))

    def _block(self, element: Element) -> Iterator[Block]:
        """The block of an element; none where the element ends up holding nothing."""
        block = self._makers[element.name](element)
        if block is not None:
            yield block

    def _title(self, element: Element) -> Block | None:
        content = self._inlines.of(element)
        return Title(content, self._attributes.style(element, "title"), Origin(None, element.span)) if content else None

    def _contents(self, element: Element) -> Block:
        words = self._attributes.number(element, "words", 0, _LONGEST) or 0
        levels = self._attributes.number(element, "levels", 1, 6) or 1
        return Contents(self._inlines.of(element), words, levels, Origin(None, element.span))

    def _heading(self, element: Element) -> Block | None:
        content, level = self._inlines.of(element), self._attributes.number(element, "level", 1, 6) or 1
        if not content:
            return None
        style = self._attributes.style(element, f"heading-{level}")
        return Heading(level, content, style, Origin(None, element.span), self._id(element))

    def _p(self, element: Element) -> Block | None:
        content = self._inlines.of(element)
        if not content:
            return None
        return Paragraph(
            content, self._attributes.style(element, "body"), Origin(None, element.span), self._id(element)
        )

    def _line(self, element: Element) -> Block:
        sides = {child.name: self._inlines.of(child) for child in _elements(element)}
        left, centre, right = (sides.get(name, ()) for name in ("left", "centre", "right"))
        return Line(left, centre, right, self._attributes.style(element), Origin(None, element.span))

    def _list(self, element: Element) -> Block:
        items = tuple(item for child in _elements(element) for item in self._item(child))
        return List(items, self._attributes.style(element), Origin(None, element.span))

    def _item(self, element: Element) -> Iterator[ListItem]:
        if content := self.flow(element.content, element.span, self._attributes.style(element, "list-item")):
            yield ListItem(content, Origin(None, element.span), self._id(element))

    def _table(self, element: Element) -> Block | None:
        parts = list(_elements(element))
        title = [words for child in parts if child.name == "caption" for words in self._inlines.of(child)]
        head = [self._row(row, "table-head") for part in parts if part.name == "head" for row in _elements(part)]
        rows = [self._row(child, "table-cell") for child in parts if child.name == "row"]
        self._check_widths([*head, *rows])
        if not rows:
            return None
        return Table(
            head=tuple(head),
            rows=tuple(rows),
            style=self._attributes.style(element),
            origin=Origin(None, element.span),
            title=tuple(title),
            summary=self._inlines.phrase(element, "summary") or None,
            id=self._id(element),
        )

    def _row(self, element: Element, style: str) -> Row:
        cells = tuple(self._cell(cell, style) for cell in _elements(element))
        return Row(cells, Origin(None, element.span), self._id(element))

    def _cell(self, element: Element, style: str) -> Cell:
        return Cell(
            content=self.flow(element.content, element.span, self._attributes.style(element, style)),
            origin=Origin(None, element.span),
            span=self._attributes.number(element, "span", 1, 100) or 1,
            shade=self._attributes.number(element, "shade", 0, 100),
            header=self._attributes.flag(element, "header"),
        )

    def _check_widths(self, rows: list[Row]) -> None:
        widths = [sum(cell.span for cell in row.cells) for row in rows]
        for row, width in zip(rows, widths, strict=True):
            if width != widths[0]:
                message = f"this row is {width} columns wide, and the first one of the table {widths[0]}"
                self._report.add("BW419", row.origin.span, message, "a cell may span several columns")

    def _columns(self, element: Element) -> Block | None:
        cells = tuple(self.flow(cell.content, cell.span, "") for cell in _elements(element))
        return Columns(cells, self._attributes.style(element), Origin(None, element.span)) if any(cells) else None

    def _box(self, element: Element) -> Block | None:
        content = self.flow(element.content, element.span, "")
        if not content:
            return None
        return Box(content, self._attributes.style(element), Origin(None, element.span), self._id(element))

    def _section(self, element: Element) -> Block | None:
        content = self.flow(element.content, element.span, "")
        if not content:
            return None
        return Section(self._attributes.raw(element, "kind"), content, Origin(None, element.span), self._id(element))

    def _figure(self, element: Element) -> Block | None:
        file = self._attributes.raw(element, "file")
        if not file:
            self._attributes.wrong(element, "file", "the figure names no file")
            return None
        image = self._image(file, self._attributes.span(element, "file"))
        return None if image is None else self._shown(element, image)

    def _drawn(self, element: Element) -> Block | None:
        picture = self._pictures.of(element)
        return None if picture is None else self._shown(element, picture)

    def _shown(self, element: Element, picture: Picture) -> Figure:
        """A picture as the element presents it: its description, its width, its caption."""
        alt = self._inlines.phrase(element, "alt")
        if bool(alt) == self._attributes.flag(element, "decorative"):
            self._attributes.wrong(
                element, "alt", 'a figure has either an "alt" that says what it shows, or decorative="true"'
            )
        caption = self.flow([child for child in _elements(element) if child.name == "p"], element.span, "")
        width = self._attributes.number(element, "width", 10, 100) or 100
        return Figure(picture, alt or None, width / 100, caption, Origin(None, element.span), self._id(element))

    # ---- ids ----

    def _id(self, element: Element) -> str | None:
        name = self._attributes.raw(element, "id")
        if not name:
            return None
        if name in self._placed:
            hint = 'give the id to one of the blocks only, and place the others without "id"'
            self._report.add("BW416", element.span, f'the id "{name}" is placed twice', hint)
        self._placed.add(name)
        self.labels[name] = self._inlines.phrase(element, "label")
        return name


def _elements(element: Element) -> Iterator[Element]:
    return (child for child in element.content if isinstance(child, Element))
