"""Running numbers of paragraphs, figures and tables, so that every format shows the same ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from typing import assert_never

from briefwright.document.nodes import (
    Block,
    Box,
    CaptionLabel,
    Columns,
    Contents,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    InternalLink,
    Line,
    Link,
    List,
    Note,
    Paragraph,
    Row,
    Section,
    Strong,
    Styled,
    Table,
    Title,
)
from briefwright.document.walk import blocks, inlines, map_inlines, own_inlines


def number(document: Document, numbered: AbstractSet[str]) -> Document:
    """The document with a number on each paragraph of these styles: a row of numbers for each style, from 1.

    Paragraphs count in reading order, those in boxes, lists, cells and captions too.
    """
    return replace(document, content=_Numbers(numbered).blocks(document.content))


@dataclass(slots=True)
class _Numbers:
    numbered: AbstractSet[str]
    last: Counter[str] = field(default_factory=Counter)

    def blocks(self, content: tuple[Block, ...]) -> tuple[Block, ...]:
        return tuple(self.block(block) for block in content)

    def block(self, block: Block) -> Block:
        match block:
            case Paragraph():
                return self.paragraph(block)
            case Section() | Box():
                return replace(block, content=self.blocks(block.content))
            case List():
                items = tuple(replace(item, content=self.blocks(item.content)) for item in block.items)
                return replace(block, items=items)
            case Table():
                head = tuple(self.row(row) for row in block.head)
                return replace(block, head=head, rows=tuple(self.row(row) for row in block.rows))
            case Columns():
                return replace(block, cells=tuple(self.blocks(cell) for cell in block.cells))
            case Figure():
                return replace(block, caption=self.blocks(block.caption))
            case Title() | Heading() | Line() | Contents():
                return block
            case _:
                assert_never(block)

    def row(self, row: Row) -> Row:
        return replace(row, cells=tuple(replace(cell, content=self.blocks(cell.content)) for cell in row.cells))

    def paragraph(self, paragraph: Paragraph) -> Paragraph:
        if paragraph.style not in self.numbered:
            return paragraph
        self.last[paragraph.style] += 1
        return replace(paragraph, number=self.last[paragraph.style])


# ---- captions ---------------------------------------------------------------------------------------------------


def number_captions(content: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks with a number in the label of each caption: a row of numbers for each series, in reading order."""
    last: Counter[str] = Counter()

    def numbered(inline: Inline) -> Inline:
        match inline:
            case CaptionLabel():
                last[inline.series] += 1
                return replace(inline, number=last[inline.series])
            case Emphasis() | Strong() | Styled() | Link() | InternalLink() | Note():
                return replace(inline, content=tuple(map(numbered, inline.content)))
            case _:
                return inline

    return map_inlines(content, lambda line: tuple(map(numbered, line)))


def caption_labels(content: tuple[Block, ...]) -> Iterator[tuple[str, CaptionLabel]]:
    """The label of each figure and table that has an id and a numbered caption, with the id."""
    for block in blocks(content):
        if isinstance(block, Figure | Table) and block.id is not None:
            caption = block.caption[:1] if isinstance(block, Figure) else (block,)
            words = (inline for part in caption for inline in inlines(own_inlines(part)))
            label = next((inline for inline in words if isinstance(inline, CaptionLabel)), None)
            if label is not None:
                yield block.id, label
