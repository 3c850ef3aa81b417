"""Going through a document tree in reading order, and rebuilding it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import assert_never

from briefwright.document.nodes import (
    Block,
    Box,
    CaptionLabel,
    Cell,
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
    Note,
    PageCount,
    PageNumber,
    Paragraph,
    Row,
    Section,
    Strong,
    Styled,
    Table,
    Text,
    Title,
)

Inlines = tuple[Inline, ...]


def children(block: Block) -> Iterator[Block]:
    """The blocks directly inside a block, in reading order."""
    match block:
        case Section() | Box():
            yield from block.content
        case List():
            for item in block.items:
                yield from item.content
        case Table():
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    yield from cell.content
        case Columns():
            for column in block.cells:
                yield from column
        case Figure():
            yield from block.caption
        case Title() | Heading() | Paragraph() | Line() | Contents():
            return
        case _:
            assert_never(block)


def blocks(content: tuple[Block, ...]) -> Iterator[Block]:
    """Every block of a content, each before those inside it."""
    for block in content:
        yield block
        yield from blocks(tuple(children(block)))


def own_inlines(block: Block) -> Inlines:
    """The inlines that a block itself holds, without those of the blocks inside it."""
    match block:
        case Title() | Heading() | Paragraph():
            return block.content
        case Line():
            return (*block.left, *block.centre, *block.right)
        case Table():
            return block.title
        case Contents():
            return (*block.title, *(inline for entry in block.entries for inline in entry.content))
        case Section() | Box() | List() | Columns() | Figure():
            return ()
        case _:
            assert_never(block)


def inlines(content: Inlines) -> Iterator[Inline]:
    """Every inline of a content, each before those inside it; the text of a note comes where it is called."""
    for inline in content:
        yield inline
        match inline:
            case Emphasis() | Strong() | Styled() | Link() | InternalLink() | Note():
                yield from inlines(inline.content)
            case Text() | CaptionLabel() | Citation() | LineBreak() | PageNumber() | PageCount() | Checkbox():
                pass
            case _:
                assert_never(inline)


def all_inlines(document: Document) -> Iterator[Inline]:
    """Every inline of a document: the furniture first, then the content in reading order."""
    furniture = document.furniture
    for content in (
        furniture.first_header,
        furniture.header,
        document.content,
        furniture.first_footer,
        furniture.footer,
    ):
        for block in blocks(content):
            yield from inlines(own_inlines(block))


def plain_text(content: Inlines) -> str:
    """The words of a content, without its notes."""
    parts: list[str] = []
    for inline in content:
        match inline:
            case Text():
                parts.append(inline.value)
            case CaptionLabel():
                parts.append(inline.text)
            case Emphasis() | Strong() | Styled() | Link() | InternalLink():
                parts.append(plain_text(inline.content))
            case LineBreak():
                parts.append(" ")
            case Checkbox():
                parts.append("☐")
            case Note() | Citation() | PageNumber() | PageCount():
                pass
            case _:
                assert_never(inline)
    return "".join(parts)


def map_inlines(content: tuple[Block, ...], change: Callable[[Inlines], Inlines]) -> tuple[Block, ...]:
    """The blocks with the inlines of each changed, in reading order."""
    return tuple(_map_block(block, change) for block in content)


def _map_block(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    match block:
        case Title() | Heading() | Paragraph():
            return replace(block, content=change(block.content))
        case Line():
            return replace(block, left=change(block.left), centre=change(block.centre), right=change(block.right))
        case Section() | Box():
            return replace(block, content=map_inlines(block.content, change))
        case List():
            items = tuple(replace(item, content=map_inlines(item.content, change)) for item in block.items)
            return replace(block, items=items)
        case Table():
            title = change(block.title)
            head = tuple(_map_row(row, change) for row in block.head)
            return replace(block, title=title, head=head, rows=tuple(_map_row(row, change) for row in block.rows))
        case Columns():
            return replace(block, cells=tuple(map_inlines(cell, change) for cell in block.cells))
        case Figure():
            return replace(block, caption=map_inlines(block.caption, change))
        case Contents():
            entries = tuple(replace(entry, content=change(entry.content)) for entry in block.entries)
            return replace(block, title=change(block.title), entries=entries)
        case _:
            assert_never(block)


def _map_row(row: Row, change: Callable[[Inlines], Inlines]) -> Row:
    def cell(old: Cell) -> Cell:
        return replace(old, content=map_inlines(old.content, change))

    return replace(row, cells=tuple(cell(old) for old in row.cells))


def map_blocks(content: tuple[Block, ...], change: Callable[[Block], Block | None]) -> tuple[Block, ...]:
    """The blocks with each changed, or left out where nothing comes of it, in reading order."""
    changed = (change(_with_parts(block, lambda parts: map_blocks(parts, change))) for block in content)
    return tuple(block for block in changed if block is not None)


def _with_parts(block: Block, change: Callable[[tuple[Block, ...]], tuple[Block, ...]]) -> Block:
    """The block with other blocks inside it."""

    def rows(old: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(
            replace(row, cells=tuple(replace(cell, content=change(cell.content)) for cell in row.cells)) for row in old
        )

    match block:
        case Section() | Box():
            return replace(block, content=change(block.content))
        case List():
            return replace(block, items=tuple(replace(item, content=change(item.content)) for item in block.items))
        case Table():
            return replace(block, head=rows(block.head), rows=rows(block.rows))
        case Columns():
            return replace(block, cells=tuple(map(change, block.cells)))
        case Figure():
            return replace(block, caption=change(block.caption))
        case Title() | Heading() | Paragraph() | Line() | Contents():
            return block
        case _:
            assert_never(block)
