"""The structure tree of a document, made of its blocks and inlines in their order.

The header of the first page comes first: what it says of the document, such as a handling mark, is to be heard, and the
headers of the other pages only say it again.

The tree is made before anything is drawn, so that it has the order of the document and not of the page: what stands
side by side is read one after the other, and a note comes after the block that calls it. Drawing then tells which
sequences of which page show each leaf.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, assert_never

from briefwright.document.nodes import (
    Block,
    Box,
    CaptionLabel,
    Checkbox,
    Citation,
    Columns,
    Contents,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    InternalLink,
    Line,
    LineBreak,
    Link,
    List,
    ListItem,
    Note,
    PageCount,
    PageNumber,
    Paragraph,
    Section,
    Strong,
    Styled,
    Table,
    Text,
    Title,
)
from briefwright.document.walk import blocks
from briefwright.formats.pdf.tagging.elements import Element, Leaf
from briefwright.formats.pdf.tagging.grid import Grid, grid
from briefwright.theme.styles import ListStyle
from briefwright.theme.theme import Theme

_CHECKBOX = "☐"
_DEEPEST = 6
_DISC = {"◦": "Circle", "○": "Circle", "▪": "Square", "■": "Square"}


class Leaves(NamedTuple):
    """Where the content of a block or a note belongs: by the identity of what a mark shows, or `whole` for all of it.

    A mark shows an inline; the number before a paragraph shows the paragraph, and that of a note shows the note.
    """

    of_inlines: Mapping[int, Leaf]
    whole: Leaf | None = None


_NOTHING = Leaves({})


class Tree:
    """The structure tree of a document and the way from what is drawn to its leaves."""

    def __init__(self, document: Document, theme: Theme) -> None:
        self.root = Element("Document")
        self._theme = theme
        self._language = document.metadata.language
        self._depths = heading_depths(document)
        self._leaves: dict[int, Leaves] = {}
        self._notes: dict[int, Element] = {}
        self._add_all((*document.furniture.first_header, *document.content), self.root)

    def leaves(self, source: Block | ListItem | Note | None) -> Leaves:
        """Where the content of a block or a note belongs; of an item, its mark or number."""
        found = self._leaves.get(id(source))
        if found is None and isinstance(source, Note) and source.number in self._notes:
            found = self._leaves[id(source)] = self._fill(source, self._notes[source.number])
        return found or _NOTHING

    def _add_all(self, content: Sequence[Block], parent: Element) -> None:
        for block in content:
            self._add(block, parent)

    def _add(self, block: Block, parent: Element) -> None:
        match block:
            case Title() | Heading() | Paragraph():
                self._paragraph(block, parent)
            case Line():
                self._line(block, parent)
            case Section():
                self._add_all(block.content, parent.add("Sect"))
            case Box():
                self._add_all(block.content, parent.add("Div"))
            case Columns():
                for cell in block.cells:
                    self._add_all(cell, parent)
            case List():
                self._list(block, parent)
            case Table():
                self._table(block, parent)
            case Figure():
                self._figure(block, parent)
            case Contents():
                self._contents(block, parent)
            case _:
                assert_never(block)

    def _paragraph(self, block: Title | Heading | Paragraph, parent: Element) -> None:
        role = "P" if isinstance(block, Paragraph) else f"H{self._depths[id(block)]}"
        element = parent.add(role)
        inlines = self._inlines_of(block)
        if isinstance(block, Paragraph) and block.number is not None:
            inlines.leaves[id(block)] = element.leaf()
        inlines.add(block.content, element)
        parent.take(inlines.notes)

    def _line(self, block: Line, parent: Element) -> None:
        """Each part as a paragraph of its own, since nothing but space parts them."""
        inlines = self._inlines_of(block)
        for content in (block.left, block.centre, block.right):
            inlines.add(content, parent.add("P"))
        parent.take(inlines.notes)

    def _list(self, block: List, parent: Element) -> None:
        style = self._theme.lists[block.style]
        element = parent.add("L", attributes=f"/O/List/ListNumbering/{_numbering(style)}")
        for item in block.items:
            made = element.add("LI")
            self._leaves[id(item)] = Leaves({}, made.add("Lbl").leaf())
            self._add_all(item.content, made.add("LBody"))

    def _table(self, block: Table, parent: Element) -> None:
        table = parent.add("Table", attributes="/O/Table", summary=block.summary)
        if block.title:
            inlines = self._inlines_of(block)
            caption = table.add("Caption")
            inlines.add(block.title, caption)
            caption.take(inlines.notes)
        found: Grid = grid(block)
        for role, rows in (("THead", found.head), ("TBody", found.body)):
            if rows:
                group = table.add(role)
                for row in rows:
                    made = group.add("TR")
                    for cell in row:
                        self._add_all(cell.content, made.add(cell.role, attributes=cell.attributes))

    def _contents(self, block: Contents, parent: Element) -> None:
        """The list of the entries, with those below an entry as a list within it."""
        inlines = self._inlines_of(block)
        listed = parent.add("TOC")
        if block.title:
            inlines.add(block.title, listed.add("Caption"))
        above: list[tuple[int, Element]] = []
        for entry in block.entries:
            while above and above[-1][0] >= entry.level:
                above.pop()
            item = _list_within(above[-1][1] if above else listed).add("TOCI")
            link = item.add("Reference").add("Link")
            inlines.add(entry.content, link)
            inlines.leaves[id(entry)] = link.leaf()
            above.append((entry.level, item))

    def _figure(self, block: Figure, parent: Element) -> None:
        """The picture between the parts of its caption, which a reader would not hear if they were inside it."""
        group = parent.add("Div") if block.caption else parent
        above = [part for part in block.caption if self._stays_with_next(part)]
        below = [part for part in block.caption if not self._stays_with_next(part)]
        self._caption(above, group)
        if block.alt is not None:
            element = group.add("Figure", alternative=block.alt, attributes="/O/Layout/Placement/Block")
            self._leaves[id(block)] = Leaves({}, element.leaf())
        self._caption(below, group)

    def _caption(self, content: Sequence[Block], group: Element) -> None:
        if content:
            self._add_all(content, group.add("Caption"))

    def _stays_with_next(self, block: Block) -> bool:
        return isinstance(block, Paragraph | Heading | Title) and self._theme.paragraph(block.style).keep_with_next

    def _inlines_of(self, block: Block) -> _Inlines:
        inlines = _Inlines(self._language, self._notes)
        self._leaves[id(block)] = Leaves(inlines.leaves)
        return inlines

    def _fill(self, note: Note, element: Element) -> Leaves:
        """Put the text of a note into its element when it is first drawn: only then is it known which call gave it."""
        if element.kids:
            return _NOTHING
        inlines = _Inlines(self._language, self._notes)
        inlines.leaves[id(note)] = element.add("Lbl").add("Link").leaf()
        inlines.add(note.content, element)
        return Leaves(inlines.leaves)


class _Inlines:
    """The leaves of the inlines of one block, and the notes that it is the first to call."""

    def __init__(self, language: str, known: dict[int, Element]) -> None:
        self.leaves: dict[int, Leaf] = {}
        self.notes: list[Element] = []
        self._language = language
        self._known = known

    def add(self, content: Sequence[Inline], element: Element) -> None:
        """The inlines as content of an element."""
        for inline in content:
            match inline:
                case Text():
                    self.leaves[id(inline)] = self._in_language(inline, element).leaf()
                case Styled():
                    self.add(inline.content, element)
                case Emphasis():
                    self.add(inline.content, element.add("Em"))
                case Strong():
                    self.add(inline.content, element.add("Strong"))
                case Link() | InternalLink():
                    self.add(inline.content, element.add("Link"))
                case Note():
                    self.leaves[id(inline)] = element.add("Reference").add("Link").leaf()
                    self._call(inline)
                case Checkbox():
                    self.leaves[id(inline)] = element.add("Span", actual_text=_CHECKBOX).leaf()
                case CaptionLabel() | PageNumber() | PageCount():
                    self.leaves[id(inline)] = element.leaf()
                case LineBreak():
                    pass
                case Citation():
                    raise TypeError("citations are turned into notes before a document is tagged")
                case _:
                    assert_never(inline)

    def _in_language(self, text: Text, element: Element) -> Element:
        if text.language is None or text.language == self._language:
            return element
        return element.add("Span", language=text.language)

    def _call(self, note: Note) -> None:
        if note.number not in self._known:
            made = Element("Note", identifier=f"note-{note.number}")
            self._known[note.number] = made
            self.notes.append(made)


def heading_depths(document: Document) -> dict[int, int]:
    """The level of the title and of each heading as a reader is told it, by the identity of the block.

    The title is the first level. A level that the document leaves out is not counted, so that no reader searches for
    what is missing between the first and the third.
    """
    depths: dict[int, int] = {}
    way: list[int] = []
    for block in blocks(document.content):
        if isinstance(block, Title | Heading):
            rank = 0 if isinstance(block, Title) else block.level
            while way and way[-1] >= rank:
                way.pop()
            way.append(rank)
            depths[id(block)] = min(len(way), _DEEPEST)
    return depths


def _list_within(element: Element) -> Element:
    """Where an entry below this list or entry belongs."""
    if element.role == "TOC":
        return element
    last = element.kids[-1]
    return last if isinstance(last, Element) and last.role == "TOC" else element.add("TOC")


def _numbering(style: ListStyle) -> str:
    """How the items of a list are told apart, in the words of PDF."""
    if style.numbering is not None:
        return "Decimal"
    return "None" if style.marker is None else _DISC.get(style.marker, "Disc")
