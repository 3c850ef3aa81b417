"""Grids: the cells of a table with what each is to a reader who hears them one by one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefwright.document.nodes import Block, Cell, Row, Table


class TaggedCell(NamedTuple):
    """A cell: `role` is TH or TD."""

    role: str
    attributes: str
    content: tuple[Block, ...]


class Grid(NamedTuple):
    """The rows of a table, all equally long."""

    head: tuple[tuple[TaggedCell, ...], ...]
    body: tuple[tuple[TaggedCell, ...], ...]


def grid(table: Table) -> Grid:
    """The cells of a table; rows that are too short end with empty cells."""
    columns = max((_length(row) for row in (*table.head, *table.rows)), default=0)
    return Grid(
        tuple(_row(row, columns, ["Column"] * len(row.cells)) for row in table.head),
        tuple(_row(row, columns, _scopes(row)) for row in table.rows),
    )


def _row(row: Row, columns: int, scopes: Sequence[str | None]) -> tuple[TaggedCell, ...]:
    cells = [_cell(cell, scope) for cell, scope in zip(row.cells, scopes, strict=True)]
    return (*cells, *[TaggedCell("TD", "", ())] * (columns - _length(row)))


def _cell(cell: Cell, scope: str | None) -> TaggedCell:
    span = f"/ColSpan {cell.span}" if cell.span > 1 else ""
    if scope is not None and cell.content:
        return TaggedCell("TH", f"/O/Table/Scope/{scope}{span}", cell.content)
    return TaggedCell("TD", f"/O/Table{span}" if span else "", cell.content)


def _scopes(row: Row) -> list[str | None]:
    """What each cell of the body heads: its row, or its column where nothing in the row is below a heading."""
    only_headers = all(cell.header for cell in row.cells if cell.content) and len(row.cells) > 1
    scope = "Column" if only_headers else "Row"
    return [scope if cell.header else None for cell in row.cells]


def _length(row: Row) -> int:
    return sum(cell.span for cell in row.cells)
