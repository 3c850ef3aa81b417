"""A drawn version as it is compared: paragraphs, tables and the contents list with their words and names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property

from briefwright.document.alignment import overlap
from briefwright.formats.docx.derived import base_id
from briefwright.formats.docx.redline.notes import Notes, said, words_in
from briefwright.formats.docx.redline.paragraphs import is_gap, kind
from briefwright.formats.docx.redline.tokens import Reading, read
from briefwright.formats.docx.redline.tree import child, children, elements, printed, value
from briefwright.formats.docx.xml import Element, w

_OF_RECORDS = "bw_"
"""How the names of bookmarks begin that a record or a section gave."""

_MARKS = 3
"""The runs that begin a field: its begin, its instruction, and where what it shows begins."""

_SAME_NAME = 0.5
"""What it adds to the likeness of two parts that they have the same bookmark."""


@dataclass(frozen=True)
class Paragraph:
    """A paragraph, with the notes of its version."""

    element: Element
    notes: Notes

    @cached_property
    def reading(self) -> Reading:
        """The paragraph token by token."""
        return read(self.element)

    @property
    def _properties(self) -> list[Element]:
        return self.element.children[0].children

    @cached_property
    def print(self) -> str:
        """What two paragraphs have in common that are the same; how they are laid out is no part of it."""
        said_of = [] if self.is_gap else kind(self._properties)
        return "".join([*said_of, *(said(element, self.notes) for element in self.element.children[1:])])

    @property
    def key(self) -> str | None:
        """By what the same paragraph is found in the other version; None where it says nothing."""
        return self.print if len(self.element.children) > 1 else None

    @cached_property
    def words(self) -> Counter[str]:
        """The words, without those of notes."""
        return words_in([self.element])

    @cached_property
    def names(self) -> tuple[str, ...]:
        """The bookmarks."""
        return tuple(e.attributes["w:name"] for e in elements([self.element]) if e.name == "w:bookmarkStart")

    @property
    def name(self) -> str | None:
        """The first bookmark that is named after a record, or None: those of fields count places in lists."""
        return next((name for name in self.names if name.startswith(_OF_RECORDS)), None)

    @cached_property
    def has_picture(self) -> bool:
        """Whether a picture stands among the words."""
        return any(element.name == "w:drawing" for element in elements([self.element]))

    @property
    def style(self) -> str:
        """The id of the style of the theme."""
        return base_id(value(self.element.children[0], "w:pStyle") or "")

    @property
    def is_gap(self) -> bool:
        """Whether the paragraph is there for its height only."""
        return is_gap(self._properties)


@dataclass(frozen=True)
class Row:
    """A row of a table, with the content of its cells."""

    element: Element
    cells: tuple[tuple[Block, ...], ...]

    @cached_property
    def print(self) -> Hashable:
        """What two rows have in common that are the same."""
        return tuple(block.print for content in self.cells for block in content)

    @cached_property
    def words(self) -> Counter[str]:
        """The words of all cells."""
        return _all_words(block for content in self.cells for block in content)

    @property
    def name(self) -> str | None:
        """The first bookmark in the row, or None."""
        return _first_name(block for content in self.cells for block in content)

    @cached_property
    def shape(self) -> Hashable:
        """The widths of its cells: only rows of one shape can become one."""
        return tuple(
            printed(child(properties, name))
            for cell in children(self.element, "w:tc")
            if (properties := child(cell, "w:tcPr"))
            for name in ("w:tcW", "w:gridSpan")
        )


@dataclass(frozen=True)
class Table:
    """A table with its rows."""

    element: Element
    rows: tuple[Row, ...]

    @cached_property
    def print(self) -> Hashable:
        """What two tables have in common that are the same."""
        return self.shape, *(row.print for row in self.rows)

    @property
    def key(self) -> Hashable:
        """By what the same table is found in the other version."""
        return self.print

    @cached_property
    def words(self) -> Counter[str]:
        """The words of all rows."""
        return sum((row.words for row in self.rows), Counter[str]())

    @property
    def name(self) -> str | None:
        """The first bookmark in the table, or None."""
        return next((row.name for row in self.rows if row.name), None)

    @cached_property
    def shape(self) -> Hashable:
        """The style and the grid: only tables of one shape can become one."""
        return value(child(self.element, "w:tblPr"), "w:tblStyle"), printed(child(self.element, "w:tblGrid"))


@dataclass(frozen=True)
class ContentsList:
    """The contents list: its control, its paragraphs, and the runs that begin its field before the first entry."""

    element: Element
    paragraphs: tuple[Paragraph, ...]
    begin: tuple[Element, ...]

    @cached_property
    def print(self) -> Hashable:
        """What two lists have in common that are the same."""
        return self.element.name, *(paragraph.print for paragraph in self.paragraphs)

    @property
    def key(self) -> Hashable:
        """By what the same list is found in the other version."""
        return self.print

    @cached_property
    def words(self) -> Counter[str]:
        """The words of all entries."""
        return _all_words(self.paragraphs)

    @property
    def name(self) -> str | None:
        """No record gives its name to a contents list."""
        return None


Block = Paragraph | Table | ContentsList


def outline(content: Iterable[Element], notes: Notes) -> tuple[Block, ...]:
    """The paragraphs, the tables and the contents list of a body, a cell or a note."""
    return tuple(_block(element, notes) for element in content if element.name in ("w:p", "w:tbl", "w:sdt"))


def _block(element: Element, notes: Notes) -> Block:
    match element.name:
        case "w:tbl":
            return Table(element, tuple(_row(row, notes) for row in children(element, "w:tr")))
        case "w:sdt":
            return _contents_list(element, notes)
        case _:
            return Paragraph(element, notes)


def _contents_list(control: Element, notes: Notes) -> ContentsList:
    found = control.children[-1].children
    first = next(place for place, paragraph in enumerate(found) if _begins_field(paragraph))
    properties, *inner = found[first].children
    begin, rest = inner[:_MARKS], inner[_MARKS:]
    bare = [*found[:first], w("p", properties, *rest), *found[first + 1 :]]
    return ContentsList(control, tuple(Paragraph(paragraph, notes) for paragraph in bare), tuple(begin))


def _begins_field(paragraph: Element) -> bool:
    runs = children(paragraph, "w:r")
    return bool(runs) and any(mark.attributes["w:fldCharType"] == "begin" for mark in children(runs[0], "w:fldChar"))


def likeness(old: Block | Row, new: Block | Row) -> float:
    """How much two parts have in common, from 0 to 1, and half as much again where they have the same bookmark."""
    named = old.name is not None and old.name == new.name
    return overlap(old.words, new.words) + _SAME_NAME * named


def bookmark_names(content: Iterable[Element]) -> frozenset[str]:
    """The names of all bookmarks."""
    return frozenset(e.attributes["w:name"] for e in elements(content) if e.name == "w:bookmarkStart")


def _row(row: Element, notes: Notes) -> Row:
    return Row(row, tuple(outline(cell.children, notes) for cell in children(row, "w:tc")))


def _all_words(content: Iterable[Block]) -> Counter[str]:
    found = Counter[str]()
    for block in content:
        found.update(block.words)
    return found


def _first_name(content: Iterable[Block]) -> str | None:
    return next((block.name for block in content if block.name), None)
