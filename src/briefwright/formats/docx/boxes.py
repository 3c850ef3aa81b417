"""Boxes and columns: tables that only lay blocks out."""

from __future__ import annotations

from dataclasses import dataclass

from briefwright.document.nodes import Block, Box, Columns
from briefwright.formats.docx.draft import Draft, Place
from briefwright.formats.docx.flow import Piece, flow, trimmed
from briefwright.formats.docx.grids import Margins, cell, row, table
from briefwright.formats.docx.tables import Draw
from briefwright.formats.docx.xml import Element
from briefwright.theme.styles import BoxStyle, ColumnsStyle
from briefwright.theme.units import Width, share


@dataclass(frozen=True, slots=True)
class _Padding:
    """The space in points between the edges of a layout table and what is in it."""

    vertical: float = 0.0
    left: float = 0.0
    right: float = 0.0


def columns(blocks: list[Columns], place: Place, draft: Draft, draw: Draw) -> Piece:
    """Columns of one style that follow one another, as the rows of one table."""
    style = draft.theme.columns[blocks[0].style]
    widths = _widths(style, blocks, place.measure)
    rows = []
    for block in blocks:
        whole = style.keep_together or _is_short(block)
        rows.append(_row(block.cells, widths, style.gap, _Padding(), whole, place, draft, draw))
    grid = _grid(widths, style.gap, _Padding())
    made = table(draft.names.columns[blocks[0].style].id, place.offset, grid, rows, turned=draft.right_to_left)
    return Piece(made, style.space_before, style.space_after, is_table=True)


def _is_short(block: Columns) -> bool:
    """Whether no column holds more than one paragraph: in a split row, single lines would be left behind."""
    return all(len(cell) <= 1 for cell in block.cells)


def box(block: Box, place: Place, draft: Draft, draw: Draw) -> Piece:
    """A box as a table of one cell; where it holds nothing but columns, they are its cells."""
    style = draft.theme.boxes[block.style]
    left_edge, right_edge = _edges(style)
    left = left_edge + style.padding_horizontal + (style.bar.gap if style.bar else 0.0)
    padding = _Padding(style.padding_vertical, left, right_edge + style.padding_horizontal)
    width = place.measure - style.indent_left - left_edge - right_edge
    inside = width - padding.left - padding.right
    only = block.content[0] if len(block.content) == 1 else None
    if isinstance(only, Columns):
        layout = draft.theme.columns[only.style]
        cells, widths, gap = only.cells, _widths(layout, [only], inside), layout.gap
    else:
        cells, widths, gap = (block.content,), (inside,), 0.0
    made = table(
        draft.names.boxes[block.style].id,
        place.offset + style.indent_left,
        _grid(widths, gap, padding),
        [_row(cells, widths, gap, padding, style.keep_together, place, draft, draw)],
        turned=draft.right_to_left,
    )
    return Piece(made, style.space_before, style.space_after, is_table=True)


def _edges(style: BoxStyle) -> tuple[float, float]:
    """Half the borders at the left and the right.

    Word begins a table with the outer edge of its border, but measures cells from the middle of their borders.
    """
    right = style.border.width / 2 if style.border else 0.0
    return (style.bar.width / 2 if style.bar else right), right


def _widths(style: ColumnsStyle, blocks: list[Columns], measure: float) -> tuple[float, ...]:
    count = max(len(block.cells) for block in blocks)
    named: tuple[Width, ...] = (*style.widths[:count], *(style.widths[-1:] * (count - len(style.widths))))
    return share(named, measure, style.gap)


def _grid(widths: tuple[float, ...], gap: float, padding: _Padding) -> list[float]:
    """The widths of the cells that hold columns of these widths: each with the gap after it, the ends with padding."""
    grid = [width + gap for width in widths]
    grid[0] += padding.left
    grid[-1] += padding.right - gap
    return grid


def _row(
    cells: tuple[tuple[Block, ...], ...],
    widths: tuple[float, ...],
    gap: float,
    padding: _Padding,
    whole: bool,
    place: Place,
    draft: Draft,
    draw: Draw,
) -> Element:
    made = []
    grid = _grid(widths, gap, padding)
    for index, content in enumerate(cells):
        pieces = draw(content, place.cell(widths[index]), draft)
        above, below = trimmed(padding.vertical, pieces)
        left = padding.left if index == 0 else 0.0
        right = padding.right if index == len(widths) - 1 else gap
        made.append(cell(grid[index], flow(pieces, draft), margins=Margins(above, left, below, right)))
    return row(made, whole=whole, missing=len(widths) - len(cells))
