"""Tables of data."""

from __future__ import annotations

from collections.abc import Callable

from briefwright.document.nodes import Block, CaptionLabel, Cell, Inline, Paragraph, Row, Table
from briefwright.document.walk import inlines, plain_text
from briefwright.formats.docx.draft import Draft, Place
from briefwright.formats.docx.flow import Piece, flow, trimmed
from briefwright.formats.docx.formatting import colour
from briefwright.formats.docx.grids import Look, Margins, cell, row, table
from briefwright.formats.docx.names import StyleName
from briefwright.formats.docx.xml import Element
from briefwright.theme.styles import Border, TableStyle
from briefwright.theme.units import share

Draw = Callable[[tuple[Block, ...], Place, Draft], list[Piece]]
"""How blocks inside a cell are drawn."""


def data_table(block: Table, place: Place, draft: Draft, draw: Draw) -> Piece:
    """A table of data, without its title, which stands above it as a paragraph."""
    style = draft.theme.tables[block.style]
    frame = style.frame if style.frame and style.frame.gap else None
    inset = frame.gap + frame.width if frame else 0.0
    widths = share(style.columns(_columns(block)), place.measure - style.indent_left - 2 * inset)
    whole = style.keep_together
    rows = [_row(item, style, widths, place.cell(0), draft, draw, head=True) for item in block.head]
    for item in block.rows:
        keep = whole and item is not block.rows[-1]
        rows.append(_row(item, style, widths, place.cell(0, keep=keep), draft, draw, head=False))
    left = 0.0 if frame else place.offset + style.indent_left
    labels = any(item.cells and item.cells[0].header for item in block.rows)
    made = table(
        draft.names.tables[block.style].id,
        left,
        widths,
        rows,
        look=Look(head=bool(block.head), labels=labels),
        turned=draft.right_to_left,
        caption=_title(block.title),
        description=block.summary or "",
    )
    piece = Piece(made, style.space_before, style.space_after, is_table=True)
    name = draft.names.tables[block.style]
    return _framed(piece, style, frame, name, place, draft) if frame else piece


def frame_style(table_style: StyleName) -> StyleName:
    """The style of the frame that stands off around a table of this style."""
    return StyleName(f"{table_style.name} Frame", f"{table_style.id}Frame")


def _framed(inner: Piece, style: TableStyle, frame: Border, name: StyleName, place: Place, draft: Draft) -> Piece:
    """The table inside a one-cell table that is its frame, for Word has no frame that stands off."""
    width = place.measure - style.indent_left - frame.width
    above, below = trimmed(frame.gap - style.padding_vertical, [inner])
    side = frame.gap + frame.width / 2
    box = cell(width, flow([inner], draft), margins=Margins(above, side, below, side))
    left = place.offset + style.indent_left
    outer = table(frame_style(name).id, left, [width], [row([box])], turned=draft.right_to_left)
    return Piece(outer, style.space_before, style.space_after, is_table=True)


def _title(content: tuple[Inline, ...]) -> str:
    """A title without its label, whose number Word counts."""
    labels = [place for place, inline in enumerate(content) if any(map(_is_label, inlines((inline,))))]
    return plain_text(content[labels[-1] + 1 if labels else 0 :]).strip()


def _is_label(inline: Inline) -> bool:
    return isinstance(inline, CaptionLabel)


def _columns(block: Table) -> int:
    return max((sum(item.span for item in line.cells) for line in (*block.head, *block.rows)), default=1)


def _row(
    block: Row, style: TableStyle, widths: tuple[float, ...], place: Place, draft: Draft, draw: Draw, *, head: bool
) -> Element:
    if block.id is not None:
        draft.waiting.append(block.id)
    cells, column = [], 0
    middle = style.centred and any(item.shade is not None for item in block.cells)
    for item in block.cells:
        cells.append(_cell(item, style, widths, column, place, draft, draw, head=head, middle=middle))
        column += item.span
    return row(cells, head=head, whole=True, height=style.row_height, missing=len(widths) - column)


def _cell(
    block: Cell,
    style: TableStyle,
    widths: tuple[float, ...],
    column: int,
    place: Place,
    draft: Draft,
    draw: Draw,
    *,
    head: bool,
    middle: bool,
) -> Element:
    end = column + block.span
    width = sum(widths[column:end])
    left = style.padding_horizontal if column == 0 else 0.0
    right = style.padding_horizontal if end == len(widths) else style.column_gap
    if block.shade is not None:
        left = right = (left + right) / 2
    empty = (Paragraph((), "table-head" if head else "table-cell", block.origin),)
    ink = style.ramp[_step(block.shade, style)].ink if block.shade is not None and style.ramp else None
    pieces = draw(block.content or empty, place.cell(width - left - right, ink=ink), draft)
    above, below = trimmed(style.padding_vertical, pieces)
    margins = Margins(above, left, below, right)
    return cell(
        width,
        flow(pieces, draft),
        span=block.span,
        margins=None if margins == cell_margins(style) else margins,
        fill=_fill(block, style, draft),
        middle=middle,
    )


def cell_margins(style: TableStyle) -> Margins:
    """The margins that the cells of a table have unless they say otherwise."""
    return Margins(style.padding_vertical, 0.0, style.padding_vertical, style.column_gap)


def _fill(block: Cell, style: TableStyle, draft: Draft) -> str | None:
    if block.shade is None or not style.ramp:
        return None
    return colour(style.ramp[_step(block.shade, style)].fill, draft.theme)


def _step(shade: int, style: TableStyle) -> int:
    return min(shade, len(style.ramp) - 1)
