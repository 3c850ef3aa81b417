"""Running numbers of paragraphs, figures and tables, so that every format shows the same ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from dataclasses import replace

from briefwright.document.nodes import (
    Block,
    CaptionLabel,
    Document,
    Emphasis,
    Figure,
    Inline,
    InternalLink,
    Link,
    Note,
    Paragraph,
    Strong,
    Styled,
    Table,
)
from briefwright.document.walk import blocks, inlines, map_blocks, map_inlines, own_inlines


def number(document: Document, numbered: AbstractSet[str]) -> Document:
    """The document with a number on each paragraph of these styles: a row of numbers for each style, from 1.

    Paragraphs count in reading order, those in boxes, lists, cells and captions too.
    """
    last: Counter[str] = Counter()

    def numbered_block(block: Block) -> Block:
        if not isinstance(block, Paragraph) or block.style not in numbered:
            return block
        last[block.style] += 1
        return replace(block, number=last[block.style])

    return replace(document, content=map_blocks(document.content, numbered_block))


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
