"""What a document asks of a theme that the theme does not define."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import assert_never

from briefwright.diagnostics import Report, did_you_mean
from briefwright.document.nodes import (
    Block,
    Box,
    Columns,
    Document,
    Figure,
    Heading,
    Line,
    List,
    Paragraph,
    Section,
    Styled,
    Table,
    Title,
)
from briefwright.document.walk import blocks, inlines, own_inlines
from briefwright.theme.theme import Theme


def report_problems(document: Document, theme: Theme, report: Report) -> None:
    """Report every style that the theme lacks."""
    furniture = document.furniture
    edges = (*furniture.first_header, *furniture.header, *furniture.first_footer, *furniture.footer)
    for block in (*blocks(edges), *blocks(document.content)):
        for kind, name, known in _styles(block, theme):
            if name not in known:
                message = f'the house style "{theme.name}" defines no {kind} style "{name}"'
                report.add("BW620", block.origin.span, message, *did_you_mean(name, known))


def identifiers(document: Document) -> frozenset[str]:
    """The ids of all that a link inside the document may lead to."""
    return frozenset(_identifiers(document.content))


def _identifiers(content: tuple[Block, ...]) -> Iterator[str]:
    for block in blocks(content):
        match block:
            case List():
                own = [item.id for item in block.items]
            case Table():
                own = [block.id, *[row.id for row in (*block.head, *block.rows)]]
            case Heading() | Paragraph() | Box() | Figure() | Section():
                own = [block.id]
            case Title() | Line() | Columns():
                own = []
            case _:
                assert_never(block)
        yield from (identifier for identifier in own if identifier is not None)


def _styles(block: Block, theme: Theme) -> Iterator[tuple[str, str, Mapping[str, object]]]:
    """Each style that a block names, with its kind and those that the theme has of this kind."""
    match block:
        case Title() | Heading() | Paragraph() | Line():
            yield "paragraph", block.style, theme.paragraphs
        case List():
            yield "list", block.style, theme.lists
        case Table():
            yield "table", block.style, theme.tables
        case Columns():
            yield "columns", block.style, theme.columns
        case Box():
            yield "box", block.style, theme.boxes
        case Figure() | Section():
            pass
        case _:
            assert_never(block)
    for inline in inlines(own_inlines(block)):
        if isinstance(inline, Styled):
            yield "text", inline.style, theme.texts
