"""The whole vocabulary of the document tree.

Blocks and inlines are frozen and closed: a writer matches on them and ends with `assert_never`.
Every node that shows text knows its origin, so that a problem found late is still told at its place.
A `style` names an entry of the theme; what it looks like is the theme's to say.
"""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.diagnostics import Span
from briefwright.document.pictures import Picture
from briefwright.document.provenance import Provenance


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a piece of the document came from.

    `path` is the JSON pointer of the brief's field (`/risks/0/consequence`), or None for text of the house style;
    `span` is the exact stretch of the source file.
    """

    path: str | None
    span: Span


# ---- inlines ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as they are to be read; `language` is a BCP 47 tag where it differs from the document's."""

    value: str
    origin: Origin
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words, usually italic."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of strong importance, usually bold."""

    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Styled:
    """Words set in a text style of the theme, such as a label or a badge."""

    style: str
    content: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead to an address on the web (http, https or mailto)."""

    href: str
    content: tuple[Inline, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class InternalLink:
    """Words that lead to the block with this id; `named` where they are what the house calls it."""

    target: str
    content: tuple[Inline, ...]
    origin: Origin
    named: bool = False


@dataclass(frozen=True, slots=True)
class CitedSource:
    """One source called by a citation; `locator` is the place in it, such as a page, of the kind `locator_label`.

    `relation` is what the source does for the claim (supports, disputes, context, quoted); `quote` gives its words,
    `note` a remark.
    """

    source: str
    locator: str | None
    locator_label: str | None
    origin: Origin
    prefix: str = ""
    suffix: str = ""
    relation: str = "supports"
    quote: tuple[Inline, ...] = ()
    note: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Citation:
    """A call to one or more sources; the citing stage turns each into a `Note`."""

    sources: tuple[CitedSource, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, standing where it is called; numbered from 1 in document order.

    One that was called before has the number and the content that it had there.
    """

    number: int
    content: tuple[Inline, ...]
    origin: Origin


@dataclass(frozen=True, slots=True)
class CaptionLabel:
    """What a figure or a table is called: the word for its kind and its number, such as Figure 3.

    `series` is the row of numbers that it counts in (figure, table); `number` is given by `document.numbering`.
    """

    series: str
    word: str
    origin: Origin
    number: int = 0

    @property
    def text(self) -> str:
        """Word and number as they are read, with a space between them at which no line ends."""
        return f"{self.word}\u00a0{self.number}"


@dataclass(frozen=True, slots=True)
class LineBreak:
    """The end of a line within a paragraph."""


@dataclass(frozen=True, slots=True)
class PageNumber:
    """The number of the page it stands on."""


@dataclass(frozen=True, slots=True)
class PageCount:
    """The number of pages of the document."""


@dataclass(frozen=True, slots=True)
class Checkbox:
    """An empty box to tick, followed by its label in the surrounding text."""


Inline = (
    Text
    | Emphasis
    | Strong
    | Styled
    | Link
    | InternalLink
    | Citation
    | Note
    | CaptionLabel
    | LineBreak
    | PageNumber
    | PageCount
    | Checkbox
)


# ---- blocks -----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Title:
    """The title of the document."""

    content: tuple[Inline, ...]
    style: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 6; `style` sets its look, `level` its rank in the outline."""

    level: int
    content: tuple[Inline, ...]
    style: str
    origin: Origin
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `number` is the running number of a numbered style, given by `document.numbering`."""

    content: tuple[Inline, ...]
    style: str
    origin: Origin
    id: str | None = None
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A single line with text at the left, the centre and the right of the measure, such as a masthead or a footer."""

    left: tuple[Inline, ...]
    centre: tuple[Inline, ...]
    right: tuple[Inline, ...]
    style: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list."""

    content: tuple[Block, ...]
    origin: Origin
    id: str | None = None


@dataclass(frozen=True, slots=True)
class List:
    """A list; the list style says whether its items are marked or numbered."""

    items: tuple[ListItem, ...]
    style: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table; `shade` is a step of the table style's ramp, counted from 0; `header` marks a row header."""

    content: tuple[Block, ...]
    origin: Origin
    span: int = 1
    shade: int | None = None
    header: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    origin: Origin
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table of data; `head` repeats at the top of each page it runs over.

    `title` stands above it, `summary` describes it to those who cannot see it.
    Its columns take the widths of its table style; the last width repeats where the style names fewer.
    """

    head: tuple[Row, ...]
    rows: tuple[Row, ...]
    style: str
    origin: Origin
    title: tuple[Inline, ...] = ()
    summary: str | None = None
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Columns:
    """Blocks side by side for layout only; read from the first cell to the last."""

    cells: tuple[tuple[Block, ...], ...]
    style: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks set apart by a frame, a bar or a ground: the answer box, a recommendation card, a case study."""

    content: tuple[Block, ...]
    style: str
    origin: Origin
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption; `alt` is None where it is decorative; `width` is a share of the measure."""

    picture: Picture
    alt: str | None
    width: float
    caption: tuple[Block, ...]
    origin: Origin
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the document with its heading; `kind` names what it holds, such as `risks`."""

    kind: str
    content: tuple[Block, ...]
    origin: Origin
    id: str | None = None


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A heading as a contents list names it; `page` is the page where it stands, None until that is known."""

    level: int
    content: tuple[Inline, ...]
    target: str
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Contents:
    """The list of headings down to a level, for documents of at least so many `words`; `title` stands above it.

    `document.contents` makes the entries, or takes the list out of a shorter document.
    """

    title: tuple[Inline, ...]
    words: int
    levels: int
    origin: Origin
    entries: tuple[ContentsEntry, ...] = ()


Block = Title | Heading | Paragraph | Line | List | Table | Columns | Box | Figure | Section | Contents


# ---- the document -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the file says of itself; `date` is ISO 8601, `language` BCP 47."""

    title: str
    language: str
    date: str
    authors: tuple[str, ...] = ()
    subject: str = ""
    keywords: tuple[str, ...] = ()
    publisher: str = ""
    identifier: str = ""
    status: str = ""


@dataclass(frozen=True, slots=True)
class Furniture:
    """What stands at the head and the foot of each page; the first page has its own."""

    first_header: tuple[Block, ...] = ()
    header: tuple[Block, ...] = ()
    first_footer: tuple[Block, ...] = ()
    footer: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """A brief as its house style places it: one tree that every format draws.

    `provenance` is what a draft takes along; without it a draft cannot find the way back to the brief.
    """

    metadata: Metadata
    furniture: Furniture
    content: tuple[Block, ...]
    provenance: Provenance | None = None
