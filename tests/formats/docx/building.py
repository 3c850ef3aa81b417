"""Short words to build documents with."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from pathlib import Path
from typing import cast

import yaml

from briefwright.diagnostics import Report, Span
from briefwright.document.nodes import (
    Block,
    Box,
    CaptionLabel,
    Cell,
    Columns,
    Document,
    Emphasis,
    Figure,
    Furniture,
    Heading,
    Inline,
    InternalLink,
    Line,
    Link,
    List,
    ListItem,
    Metadata,
    Note,
    Origin,
    Paragraph,
    Row,
    Section,
    Strong,
    Styled,
    Table,
    Text,
    Title,
)
from briefwright.document.pictures import Image
from briefwright.formats.docx import write
from briefwright.theme.theme import Theme

HERE = Origin("/body", Span("brief.yaml", 3, 5, 3, 9))
_TEMPLATES = Path(__file__).resolve().parents[3] / "templates"

Words = str | Inline | tuple[str | Inline, ...]


@cache
def theme(house: str = "institute") -> Theme:
    """The theme of a house of this repository."""
    fonts = yaml.safe_load((_TEMPLATES / "_base" / "fonts.yaml").read_text("utf-8"))["fonts"]
    look = yaml.safe_load((_TEMPLATES / house / "theme.yaml").read_text("utf-8"))
    return Theme.model_validate({**look, "fonts": {**fonts, **look.get("fonts", {})}})


def written(document: Document, house: str = "institute") -> bytes:
    """The DOCX of a document, in which nothing was found wrong."""
    report = Report()
    data = write(document, theme(house), report)
    assert not list(report)
    return data


def document(*content: Block, furniture: Furniture | None = None, language: str = "en-GB") -> Document:
    """A document with this content."""
    metadata = Metadata(
        title="Harbour dues after the storm",
        language=language,
        date="2026-11-21",
        authors=("Ada Lind", "Bo Ek"),
        subject="Ports",
        keywords=("ports", "insurance"),
        publisher="Institute of Coasts",
        identifier="PB 2026/04",
        status="draft",
    )
    return Document(metadata, furniture or Furniture(), content)


# ---- inlines ----------------------------------------------------------------------------------------------------


def said(words: Words) -> tuple[Inline, ...]:
    """Words as inlines."""
    if isinstance(words, str):
        return (Text(words, HERE),) if words else ()
    if isinstance(words, tuple):
        return tuple(inline for word in words for inline in said(word))
    return (words,)


def foreign(value: str, language: str) -> Text:
    return Text(value, HERE, language)


def strong(*words: str | Inline) -> Strong:
    return Strong(said(words))


def em(*words: str | Inline) -> Emphasis:
    return Emphasis(said(words))


def styled(style: str, *words: str | Inline) -> Styled:
    return Styled(style, said(words))


def link(href: str, *words: str | Inline) -> Link:
    return Link(href, said(words), HERE)


def to(target: str, *words: str | Inline) -> InternalLink:
    return InternalLink(target, said(words), HERE)


def named(target: str, words: str) -> InternalLink:
    """A cross-reference that prints what the house calls its target."""
    return InternalLink(target, said(words), HERE, named=True)


def label(word: str, number: int, series: str = "figure") -> CaptionLabel:
    return CaptionLabel(series, word, HERE, number)


def note(number: int, *words: str | Inline) -> Note:
    return Note(number, said(words), HERE)


# ---- blocks -----------------------------------------------------------------------------------------------------


def p(words: Words = "", style: str = "body", id: str | None = None, number: int | None = None) -> Paragraph:  # noqa: A002
    return Paragraph(said(words), style, HERE, id, number)


def heading(words: Words, level: int = 1, style: str | None = None, id: str | None = None) -> Heading:  # noqa: A002
    return Heading(level, said(words), style or f"heading-{level}", HERE, id)


def title(words: Words) -> Title:
    return Title(said(words), "title", HERE)


def line(left: Words = "", centre: Words = "", right: Words = "", style: str = "footer") -> Line:
    return Line(said(left), said(centre), said(right), style, HERE)


def items(*contents: Words | tuple[Block, ...], style: str = "bullets", item: str = "list-item") -> List:
    """A list whose items are each one paragraph in the style `item`, or the given blocks."""
    return List(tuple(ListItem(_item(content, item), HERE) for content in contents), style, HERE)


def _item(content: Words | tuple[Block, ...], style: str) -> tuple[Block, ...]:
    if isinstance(content, tuple) and isinstance(content[0], Paragraph | List):
        return content
    return (p(cast("Words", content), style),)


def cell(words: Words = "", style: str = "table-cell", **more: object) -> Cell:
    return Cell((p(words, style),) if words != "" else (), HERE, **more)  # type: ignore[arg-type]


def row(*cells: Cell | str, style: str = "table-cell", id: str | None = None) -> Row:  # noqa: A002
    return Row(tuple(c if isinstance(c, Cell) else cell(c, style) for c in cells), HERE, id)


def table(style: str, head: Row | None, *rows: Row, **more: object) -> Table:
    return Table((head,) if head else (), rows, style, HERE, **more)  # type: ignore[arg-type]


def columns(style: str, *cells: tuple[Block, ...]) -> Columns:
    return Columns(cells, style, HERE)


def box(style: str, *content: Block, id: str | None = None) -> Box:  # noqa: A002
    return Box(content, style, HERE, id)


def section(kind: str, *content: Block, id: str | None = None) -> Section:  # noqa: A002
    return Section(kind, content, HERE, id)


def figure(alt: str | None, *caption: Block, width: float = 0.5, id: str | None = None) -> Figure:  # noqa: A002
    return Figure(Image(png(40, 20), "image/png"), alt, width, caption, HERE, id)


def png(width: int, height: int) -> bytes:
    """A grey picture of this many dots."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = (b"\0" + b"\xb0" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
