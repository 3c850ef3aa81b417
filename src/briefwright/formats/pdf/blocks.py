"""Blocks: every block of a document as a piece of its flow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import assert_never

from briefwright.document.nodes import (
    Block,
    Box,
    Columns,
    Contents,
    Figure,
    Heading,
    List,
    ListItem,
    Paragraph,
    Section,
    Table,
    Title,
)
from briefwright.document.nodes import Line as LineBlock
from briefwright.document.walk import own_inlines
from briefwright.formats.pdf.boxes import Enclosed
from briefwright.formats.pdf.column import Column
from briefwright.formats.pdf.contents import contents_list
from briefwright.formats.pdf.figures import picture_strip
from briefwright.formats.pdf.flow import Abreast, Node, Stack, hold_together, numbered
from briefwright.formats.pdf.marks import Division
from briefwright.formats.pdf.paragraph import (
    add_place,
    begins_right,
    hang,
    label,
    mirrored,
    paragraph,
    running_number,
    set_lines,
    strips_of,
)
from briefwright.formats.pdf.tables import TableRows, table_rows
from briefwright.formats.pdf.threefold import threefold
from briefwright.formats.pdf.typesetter import Typesetter
from briefwright.theme.styles import ListStyle, ParagraphStyle
from briefwright.theme.units import share

_FITS = 0.98
"""What stays together is at most so much of a page's height; taller things are divided like any other."""


def stack(
    content: Sequence[Block],
    typesetter: Typesetter,
    column: Column,
    before: float = 0.0,
    after: float = 0.0,
    x: float = 0.0,
) -> Stack:
    """Blocks below one another."""
    return Stack([node(block, typesetter, column) for block in content], before, after, x)


def node(block: Block, typesetter: Typesetter, column: Column) -> Node:
    """A block as a piece of the flow."""
    match block:
        case Title() | Heading() | Paragraph():
            return paragraph(block, typesetter, column)
        case LineBlock():
            return threefold(block, typesetter, column)
        case Section():
            return _identified(stack(block.content, typesetter, column), block.id)
        case List():
            return _list(block, typesetter, column)
        case Box():
            return _identified(_box(block, typesetter, column), block.id)
        case Columns():
            return _columns(block, typesetter, column)
        case Table():
            return _identified(_table(block, typesetter, column), block.id)
        case Contents():
            return contents_list(block, typesetter, column)
        case Figure():
            return _identified(_figure(block, typesetter, column), block.id)
        case _:
            assert_never(block)


def _identified(found: Node, identifier: str | None) -> Node:
    strips = found.strips()
    if identifier is not None and strips:
        add_place(strips[0], identifier)
    return found


def _list(block: List, typesetter: Typesetter, column: Column) -> Stack:
    style = typesetter.theme.lists[block.style]
    x = style.indent + style.hanging
    inner = column._replace(width=column.width - x)
    items = [_item(item, number, style, typesetter, inner) for number, item in enumerate(block.items, start=1)]
    return Stack(items, style.space_before, style.space_after)


def _item(item: ListItem, number: int, style: ListStyle, typesetter: Typesetter, column: Column) -> Node:
    at_right = begins_right(own_inlines(item.content[0]) if item.content else (), typesetter)
    x = 0.0 if at_right else style.indent + style.hanging
    found = _identified(stack(item.content, typesetter, column, x=x), item.id)
    strips = found.strips()
    if strips:
        text = _paragraph_style(item.content, typesetter)
        if style.numbering is not None:
            mark = running_number(number, style.numbering, text, typesetter, column)
        elif style.marker is not None:
            mark = label(style.marker, style.marker_text, text, typesetter, column)
        else:
            return found
        x = column.width + style.hanging - mark.width if at_right else -style.hanging
        hang(strips[0], mark._replace(source=item), x)
    return found


def _paragraph_style(content: Sequence[Block], typesetter: Typesetter) -> ParagraphStyle:
    """The style of the paragraph that an item begins with, for the look of its mark."""
    first = content[0] if content else None
    name = first.style if isinstance(first, Paragraph | Heading | Title) else "body"
    return typesetter.theme.paragraph(name)


def _box(block: Box, typesetter: Typesetter, column: Column) -> Stack:
    style = typesetter.theme.boxes[block.style]
    width = column.width - style.indent_left
    left = style.padding_horizontal + (style.bar.width + style.bar.gap if style.bar else 0.0)
    inner = column._replace(width=width - left - style.padding_horizontal)
    at_right = typesetter.is_turned
    content = stack(block.content, typesetter, inner, x=style.padding_horizontal if at_right else left)
    enclosed = Enclosed(content, style, width, typesetter.theme, at_right)
    if style.keep_together:
        _keep(enclosed, column)
    return Stack([enclosed], style.space_before, style.space_after, x=0.0 if at_right else style.indent_left)


def _columns(block: Columns, typesetter: Typesetter, column: Column) -> Stack:
    style = typesetter.theme.columns[block.style]
    count = len(block.cells)
    named = (*style.widths[:count], *(style.widths[-1:] * (count - len(style.widths))))
    widths = share(named, column.width, style.gap)
    cells, x = [], 0.0
    for content, width in zip(block.cells, widths, strict=True):
        start = column.width - x - width if typesetter.is_turned else x
        cells.append((start, stack(content, typesetter, column._replace(width=width))))
        x += width + style.gap
    abreast = Abreast(cells)
    if style.keep_together:
        _keep(abreast, column)
    return Stack([abreast], style.space_before, style.space_after)


def _table(block: Table, typesetter: Typesetter, column: Column) -> Stack:
    style = typesetter.theme.tables[block.style]
    rows = table_rows(block, style, typesetter, column, stack)
    table = TableRows(rows, style, typesetter.theme)
    if style.keep_together:
        _keep(table, column)
    body = Stack([table], style.space_before, style.space_after)
    return Stack([*_table_title(block, typesetter, column), body])


def _table_title(block: Table, typesetter: Typesetter, column: Column) -> list[Node]:
    if not block.title:
        return []
    theme = typesetter.theme
    style = theme.paragraph("caption")
    style = mirrored(style, begins_right(block.title, typesetter))
    lines = set_lines(block.title, style, typesetter, column)
    strips = strips_of(lines, style, typesetter, column, block)
    return [Stack(strips, style.space_before, style.space_after, keeps_next=True)]


def _figure(block: Figure, typesetter: Typesetter, column: Column) -> Stack:
    """The picture, what its caption says above it, and what it says below: the title above stays with what follows."""
    above: list[Node] = []
    below: list[Node] = []
    for part in block.caption:
        style = _paragraph_style((part,), typesetter)
        (above if style.keep_with_next else below).append(node(part, typesetter, column))
    picture = Stack([picture_strip(block, typesetter, column)], after=0.0 if below else 6.0, keeps_next=bool(below))
    figure = Stack([*above, picture, *below], before=6.0, after=8.0)
    _keep(figure, column)
    return figure


def _keep(found: Node, column: Column) -> None:
    strips = numbered(found)
    if found.whole().height <= _FITS * column.room:
        hold_together(strips, Division.TOGETHER)
