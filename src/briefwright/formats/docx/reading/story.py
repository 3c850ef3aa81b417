"""A text of a draft, paragraph by paragraph in the order in which it is read: tables row by row, rows cell by cell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from briefwright.diagnostics import Report, Span
from briefwright.document.reading import CellPlace, Change, ChangeKind, ListPlace, Passage, Piece, Story, joined
from briefwright.formats.docx.reading.around import KINDS, Around, change_of
from briefwright.formats.docx.reading.inlines import Inlines, Source
from briefwright.formats.docx.reading.names import Properties, name, properties
from briefwright.formats.docx.reading.styles import Style, list_place
from briefwright.formats.docx.reading.wrappers import State, within

_MARKS = ("ins", "moveTo", "del", "moveFrom")
_SHORT = 50
"""The characters of a passage by which people find it."""


@dataclass(slots=True)
class Text:
    """A text in the making: the body, one note, a header or a footer.

    `tables` is how many tables of the same story were read. `_is_unended` tells that one change brought the end of
    the last paragraph and another took it away: its pieces belong to the next.
    """

    story: Story
    source: Source
    file: str
    report: Report
    tables: int = 0
    passages: list[Passage] = field(default_factory=list)
    _state: State = field(default_factory=State)
    _pieces: list[Piece] = field(default_factory=list)
    _is_unended: bool = False

    def read(self, root: _Element) -> None:
        """Read everything below an element."""
        self._blocks(root, Around(), ())
        self._close(Around(), ())

    def quotes(self) -> dict[str, tuple[int, str]]:
        """The passage where the quote of each comment begins, and its words, by the id of the comment."""
        last = max(0, len(self.passages) - 1)
        return {comment: (min(at, last), words) for comment, (at, words) in self._state.quotes.found().items()}

    def _blocks(self, parent: _Element, around: Around, cells: tuple[CellPlace, ...]) -> None:
        for child in parent:
            match name(child):
                case "p":
                    self._paragraph(child, around, cells)
                case "tbl":
                    self._table(child, around, cells)
                case "altChunk":
                    self._refuse_file()
                case _:
                    inner = within(child, around, self._state)
                    if inner is not None:
                        self._blocks(*inner, cells)

    # ---- tables -------------------------------------------------------------------------------------------------

    def _table(self, table: _Element, around: Around, cells: tuple[CellPlace, ...]) -> None:
        number = self.tables
        self.tables += 1
        rows = self._changed(table, "tr", around, "trPr", ("ins", "del"))
        for row_number, (row, around_row) in enumerate(rows):
            found = self._changed(row, "tc", around_row, "tcPr", ("cellIns", "cellDel"))
            for cell_number, (cell, around_cell) in enumerate(found):
                place = (*cells, CellPlace(number, row_number, cell_number))
                self._blocks(cell, around_cell, place)
                self._close(around_cell, place)

    def _changed(
        self, parent: _Element, kind: str, around: Around, holder: str, marks: tuple[str, ...]
    ) -> Iterator[tuple[_Element, Around]]:
        """The rows of a table or the cells of a row that any version has, each with what is around its content."""
        for element, outside in self._parts(parent, kind, around):
            inside = _marked(outside, properties(element, holder), marks)
            if not inside.is_void:
                yield element, inside

    def _parts(self, parent: _Element, kind: str, around: Around) -> Iterator[tuple[_Element, Around]]:
        for child in parent:
            if name(child) == kind:
                yield child, around
            else:
                inner = within(child, around, self._state)
                if inner is not None:
                    yield from self._parts(inner[0], kind, inner[1])

    def _close(self, around: Around, cells: tuple[CellPlace, ...]) -> None:
        """A cell or the whole text ends: the end of its last paragraph cannot be changed but with the cell itself."""
        if self._is_unended:
            self._is_unended = False
            self._end(Passage((), self.source.styles.paragraph.name, self.story, cells=cells))
        if self.passages and self.passages[-1].cells == cells and self.passages[-1].end != around.change:
            self.passages[-1] = replace(self.passages[-1], end=around.change)

    # ---- paragraphs ---------------------------------------------------------------------------------------------

    def _paragraph(self, paragraph: _Element, around: Around, cells: tuple[CellPlace, ...]) -> None:
        said = properties(paragraph, "pPr")
        style = self.source.styles.of_paragraph(said)
        inlines = Inlines(self.source, self._state, style)
        inlines.read(paragraph, around)
        self._pieces += inlines.pieces()
        end = _marked(around, {name(mark): mark for mark in said.get("rPr", ())}, _MARKS)
        self._is_unended = end.is_void
        if not end.is_void:
            place = list_place(said, style.list)
            change, before = self._restyled(said, style)
            self._end(Passage((), style.name, self.story, (), cells, place, end.change, change, before))

    def _restyled(self, said: Properties, style: Style) -> tuple[Change | None, tuple[str, ListPlace | None] | None]:
        """The tracked change of a paragraph's style and list, and what they were before it."""
        if "pPrChange" in said:
            old = properties(said["pPrChange"], "pPr")
            former = self.source.styles.of_paragraph(old)
            return change_of(said["pPrChange"], ChangeKind.FORMATTED), (former.name, list_place(old, former.list))
        for mark in said.get("numPr", ()):
            if name(mark) == "ins":
                return change_of(mark, ChangeKind.FORMATTED), (style.name, style.list)
            if name(mark) == "numberingChange":
                return change_of(mark, ChangeKind.FORMATTED), (style.name, list_place(said, style.list))
        return None, None

    def _end(self, passage: Passage) -> None:
        """The passage is over: what was read since the last one is in it."""
        passage = replace(passage, pieces=joined(self._pieces), bookmarks=tuple(self._state.bookmarks))
        self._pieces.clear()
        self._state.bookmarks.clear()
        self.passages.append(passage)
        self._state.quotes.next_passage()
        for text in self._state.boxes:
            self._tell_box(passage, text)
        self._state.boxes.clear()
        if self._state.strangers:
            self._state.strangers = False
            self._refuse_file()

    # ---- what is told -------------------------------------------------------------------------------------------

    def _tell_box(self, passage: Passage, text: str) -> None:
        message = f"the text box {_quoted(text)}, {_where(passage)}, is not read"
        hint = "if it says something new, write it as a paragraph or as a comment"
        self.report.add("BW811", Span(self.file), message, hint)

    def _refuse_file(self) -> None:
        place = _where(self.passages[-1]) if self.passages else "at the beginning"
        hint = "open the draft in Word and save it, so that the text becomes part of it"
        self.report.add("BW810", Span(self.file), f"another file is placed into the draft, {place}", hint)


def _marked(around: Around, said: Properties, marks: tuple[str, ...]) -> Around:
    """What is around an end, a row or a cell whose properties may carry these marks of tracked changes."""
    for mark in marks:
        if mark in said:
            around = around.changed(change_of(said[mark], KINDS[mark]))
    return around


def _where(passage: Passage) -> str:
    return f"at the paragraph {_quoted(passage.text)}" if passage.text.strip() else "at a paragraph without words"


def _quoted(text: str) -> str:
    words = " ".join(text.split())
    return f'"{words}"' if len(words) <= _SHORT else f'"{words[:_SHORT].rstrip()}..."'
