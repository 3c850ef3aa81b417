"""Blocks as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from briefwright.document.nodes import (
    Block,
    Box,
    Columns,
    Contents,
    Figure,
    Heading,
    Line,
    List,
    Paragraph,
    Section,
    Table,
    Title,
)
from briefwright.formats.docx import boxes, tables
from briefwright.formats.docx.contents import contents_list
from briefwright.formats.docx.draft import Draft, Place
from briefwright.formats.docx.flow import Piece
from briefwright.formats.docx.lists import list_pieces
from briefwright.formats.docx.paragraphs import Numbered, line, paragraph, picture_paragraph
from briefwright.formats.docx.pictures import picture


def blocks(content: tuple[Block, ...], place: Place, draft: Draft) -> list[Piece]:
    """The pieces of a content, in order."""
    pieces: list[Piece] = []
    rows: list[Columns] = []
    for identifier, block in _unfolded(content):
        if rows and not _continues(rows, block, identifier, draft):
            pieces.append(boxes.columns(rows, place, draft, blocks))
            rows = []
        if identifier is not None:
            draft.waiting.append(identifier)
        if isinstance(block, Columns):
            rows.append(block)
        else:
            pieces += _block(block, place, draft)
    if rows:
        pieces.append(boxes.columns(rows, place, draft, blocks))
    return pieces


def _unfolded(content: tuple[Block, ...]) -> Iterator[tuple[str | None, Block]]:
    """The blocks of a content and of the sections in it, each with the id of a section that begins with it."""
    for block in content:
        if not isinstance(block, Section):
            yield None, block
            continue
        waiting = block.id
        for identifier, inner in _unfolded(block.content):
            yield (waiting, inner) if waiting is not None and identifier is None else (identifier, inner)
            waiting = None


def _continues(rows: list[Columns], block: Block, identifier: str | None, draft: Draft) -> bool:
    """Whether a block is one more row of the columns before it."""
    if not isinstance(block, Columns) or block.style != rows[0].style or identifier is not None:
        return False
    style = draft.theme.columns[block.style]
    return not (style.space_before or style.space_after or style.keep_together)


def _block(block: Block, place: Place, draft: Draft) -> list[Piece]:
    match block:
        case Title() | Heading() | Paragraph() | Line():
            return [_words(block, place, draft)]
        case List():
            return list_pieces(block, place, draft, blocks)
        case Table():
            return _table(block, place, draft)
        case Box():
            _wait(block.id, draft)
            return [boxes.box(block, place, draft, blocks)]
        case Figure():
            return _figure(block, place, draft)
        case Contents():
            return contents_list(block, place, draft)
        case Columns() | Section():
            raise TypeError("columns and sections are drawn with the blocks around them")
        case _:
            assert_never(block)


def _words(block: Title | Heading | Paragraph | Line, place: Place, draft: Draft) -> Piece:
    match block:
        case Title():
            return paragraph(block.content, block.style, place, draft)
        case Heading():
            _wait(block.id, draft)
            return paragraph(block.content, block.style, place, draft, level=block.level)
        case Paragraph():
            _wait(block.id, draft)
            return paragraph(
                block.content, block.style, place, draft, numbered=_numbered(block.style, block.number, draft)
            )
        case Line():
            return line(block, block.style, place, draft)
        case _:
            assert_never(block)


def _numbered(name: str, number: int | None, draft: Draft) -> Numbered | None:
    """What a paragraph must say of its number: nothing where its style counts it right."""
    if draft.numbering.of_style(name) is None:
        return None
    count = 0 if number is None else draft.numbering.continued(name, number)
    return None if count is None else Numbered(count)


def _wait(identifier: str | None, draft: Draft) -> None:
    if identifier is not None:
        draft.waiting.append(identifier)


def _table(block: Table, place: Place, draft: Draft) -> list[Piece]:
    _wait(block.id, draft)
    pieces = []
    if block.title:
        pieces.append(paragraph(block.title, "caption", place, draft))
    return [*pieces, tables.data_table(block, place, draft, blocks)]


def _figure(block: Figure, place: Place, draft: Draft) -> list[Piece]:
    """A picture with its caption: what keeps with the picture stands above it, the rest below."""
    _wait(block.id, draft)
    caption = blocks(block.caption, place, draft)
    above = 0
    while above < len(caption) and caption[above].keep_with_next:
        above += 1
    inside = place.narrowed(draft.theme.pictures.indent_left)
    shown = picture(block, inside, draft)
    middle = [] if shown is None else [picture_paragraph(shown, inside, draft, keep=above < len(caption))]
    return [*caption[:above], *middle, *caption[above:]]
