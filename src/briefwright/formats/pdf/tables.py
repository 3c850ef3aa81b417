"""Tables: rows of cells, the rules between them, and the head that every page repeats."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from briefwright.document.nodes import Block, Cell, Row, Table
from briefwright.formats.pdf.column import Column
from briefwright.formats.pdf.flow import Abreast, Node, Part, Placed, Stack, hold_together, numbered
from briefwright.formats.pdf.marks import Division, Fill, Frame, Mark, Rule, Strip
from briefwright.formats.pdf.paragraph import add_place
from briefwright.formats.pdf.typesetter import Typesetter
from briefwright.theme.styles import Border, Shade, TableStyle
from briefwright.theme.theme import Theme
from briefwright.theme.units import share

_ROW_SHARE = 0.4
"""A row is divided between pages only where it is taller than so much of a page."""

_NARROWEST = 8.0

SetBlocks = Callable[[Sequence[Block], Typesetter, Column], Stack]
"""Sets blocks below one another in a column."""


class _Ground(NamedTuple):
    """The coloured ground of a cell: where it begins and ends, and its colour."""

    x: float
    width: float
    colour: str


class RowOfCells(Abreast):
    """A row: its cells side by side between paddings, with the grounds of those that have one."""

    def __init__(self, cells: Sequence[tuple[float, Stack]], grounds: Sequence[_Ground], style: TableStyle) -> None:
        super().__init__(cells)
        self._grounds = grounds
        self._style = style

    def arrange(self, start: int, end: int) -> Part:
        """How the strips from `start` up to `end` stand."""
        style = self._style
        padding = style.padding_vertical
        parts = self.columns(start, end)
        inner = max((part.lead + part.height for part in parts), default=0.0)
        height = inner + 2 * padding
        centred = style.centred and bool(self._grounds)
        if style.row_height is not None and (centred or not style.centred):
            height = max(height, style.row_height + (style.cell_gap if self._grounds else 0.0))
        items = list(self._drawn_grounds(height))
        for (x, _), part in zip(self.cells, parts, strict=True):
            y = (height - part.height) / 2 if centred else padding + part.lead
            items.append(Placed(x, y, part))
        return Part(height, 0.0, 0.0, tuple(items))

    def _drawn_grounds(self, height: float) -> Iterator[Placed]:
        gap = self._style.cell_gap
        for ground in self._grounds:
            fill = Fill(ground.x + gap / 2, gap / 2, ground.width - gap, height - gap, ground.colour)
            yield Placed(0.0, 0.0, fill)


class Rows(NamedTuple):
    """The rows of a table, and where it stands."""

    head: tuple[RowOfCells, ...]
    body: tuple[RowOfCells, ...]
    x: float
    width: float


class TableRows(Node):
    """All rows of a table; a part that begins after the head begins with the head again."""

    def __init__(self, rows: Rows, style: TableStyle, theme: Theme) -> None:
        super().__init__()
        self._rows = rows
        self._style = style
        self._theme = theme
        self._all = (*rows.head, *rows.body)
        self._strips = [strip for row in self._all for strip in row.strips()]
        for row in self._all[1 : len(rows.head) + 1]:
            row.strips()[0].division = Division.NEVER

    def strips(self) -> list[Strip]:
        """The strips of all rows, from the top."""
        return self._strips

    def number(self) -> None:
        """Learn `first` and `end` from the numbered strips."""
        for row in self._all:
            row.number()
        self.first, self.end = (self._all[0].first, self._all[-1].end) if self._all else (0, 0)

    def parts(self) -> Iterable[Node]:
        """The rows."""
        return self._all

    def arrange(self, start: int, end: int) -> Part:
        """The rows from `start` up to `end`, with the head above them and their rules."""
        inset = self._inset()
        items: list[Placed] = []
        y = inset
        shown = [row for row in self._all if row.end > start and row.first < end]
        head = self._rows.head
        repeated = bool(head) and bool(shown) and start > head[-1].first and shown[0] not in head
        for row in (*(head if repeated else ()), *shown):
            again = repeated and row in head
            part = row.whole() if again else row.compose(start, end)
            items.append(Placed(0.0, y, part, again))
            y += part.height
            rule = self._rule_under(row, end, row is shown[-1])
            if rule is not None:
                items.append(Placed(0.0, 0.0, self._ruled(rule, y)))
                y += rule.width
        height = y + inset
        frame = self._framed(height)
        return Part(height, 0.0, 0.0, (*frame, *items))

    def _inset(self) -> float:
        frame = self._style.frame
        return frame.width + frame.gap / 2 if frame else 0.0

    def _rule_under(self, row: RowOfCells, end: int, is_last_shown: bool) -> Border | None:
        head = self._rows.head
        if row in head:
            return self._style.head_rule if row is head[-1] else None
        if row.end > end or (row is self._all[-1] and not self._style.last_rule):
            return None
        if is_last_shown and not self._style.last_rule:
            return None
        return self._style.row_rule

    def _ruled(self, border: Border, y: float) -> Mark:
        frame = self._style.frame
        inset = frame.width + frame.gap if frame else 0.0
        colour = self._theme.colour(border.colour)
        x, length = self._rows.x + inset, self._rows.width - 2 * inset
        return Rule(x, y + border.width / 2, length, border.width, colour)

    def _framed(self, height: float) -> list[Placed]:
        frame = self._style.frame
        if frame is None:
            return []
        colour = self._theme.colour(frame.colour)
        mark = Frame(self._rows.x, 0.0, self._rows.width, height, frame.width, colour)
        return [Placed(0.0, 0.0, mark)]


def table_rows(block: Table, style: TableStyle, typesetter: Typesetter, column: Column, set_blocks: SetBlocks) -> Rows:
    """The rows of a table, its cells set in the columns of its style."""
    width = column.width - style.indent_left
    frame = style.frame.width + style.frame.gap if style.frame else 0.0
    rows = (*block.head, *block.rows)
    count = max((sum(cell.span for cell in row.cells) for row in rows), default=1)
    maker = _RowMaker(style, typesetter, column, set_blocks, _edges(style, count, width, frame))
    head = tuple(maker.row(row) for row in block.head)
    x = 0.0 if typesetter.is_turned else style.indent_left
    return Rows(head, tuple(maker.row(row) for row in block.rows), x, width)


def _edges(style: TableStyle, count: int, width: float, frame: float) -> list[float]:
    """Where each column begins, and where the last one ends."""
    edges = [style.indent_left + frame]
    for own in share(style.columns(count), width - 2 * frame):
        edges.append(edges[-1] + max(own, _NARROWEST))
    return edges


class _RowMaker:
    """Makes the rows of one table, whose columns lie between these edges, counted from where reading begins."""

    def __init__(
        self,
        style: TableStyle,
        typesetter: Typesetter,
        column: Column,
        set_blocks: SetBlocks,
        edges: Sequence[float],
    ) -> None:
        self._style = style
        self._typesetter = typesetter
        self._column = column
        self._set_blocks = set_blocks
        self._edges = edges

    def row(self, row: Row) -> RowOfCells:
        """A row, kept whole unless it is tall."""
        cells: list[tuple[float, Stack]] = []
        grounds: list[_Ground] = []
        place = 0
        for cell in row.cells:
            end = min(place + cell.span, len(self._edges) - 1)
            if place >= end:
                break
            cells.append(self._cell(cell, place, end))
            if cell.shade is not None and self._style.ramp:
                grounds.append(self._ground(cell.shade, place, end))
            place = end
        if not any(stack.strips() for _, stack in cells):
            cells.append((0.0, Stack([Strip(0.0, ())])))
        made = RowOfCells(cells, grounds, self._style)
        self._finish(made, row)
        return made

    def _cell(self, cell: Cell, place: int, end: int) -> tuple[float, Stack]:
        """The blocks of a cell between its margins; on a ground both margins are equal."""
        style = self._style
        left = style.padding_horizontal if place == 0 else 0.0
        right = style.padding_horizontal if end == len(self._edges) - 1 else style.column_gap
        column = self._column
        if cell.shade is not None and style.ramp:
            left = right = (left + right) / 2
            column = column._replace(ink=self._shade(cell.shade).ink, align="centre" if style.centred else column.align)
        x = self._edges[place] + left
        width = max(self._edges[end] - right - x, _NARROWEST)
        if self._typesetter.is_turned:
            x = self._column.width - x - width
        return x, self._set_blocks(cell.content, self._typesetter, column._replace(width=width))

    def _ground(self, shade: int, place: int, end: int) -> _Ground:
        start, stop = self._edges[place], self._edges[end]
        if self._typesetter.is_turned:
            start, stop = self._column.width - stop, self._column.width - start
        return _Ground(start, stop - start, self._typesetter.theme.colour(self._shade(shade).fill))

    def _shade(self, step: int) -> Shade:
        ramp = self._style.ramp
        return ramp[min(step, len(ramp) - 1)]

    def _finish(self, made: RowOfCells, row: Row) -> None:
        strips = numbered(made)
        if made.whole().height <= _ROW_SHARE * self._column.room:
            hold_together(strips, Division.ROW)
        if row.id is not None:
            add_place(strips[0], row.id)
