"""Paragraphs of numbered styles get running numbers, a row for each style, in reading order."""

from __future__ import annotations

from briefwright.document.nodes import (
    Block,
    Box,
    Cell,
    Columns,
    Figure,
    Furniture,
    Heading,
    List,
    ListItem,
    Paragraph,
    Row,
    Section,
    Table,
)
from briefwright.document.numbering import number
from briefwright.document.pictures import Image
from briefwright.document.walk import blocks
from tests.document.specimens import HERE, document, paragraph, text

NUMBERED = {"numbered", "response"}


def numbers(*content: Block) -> list[int | None]:
    numbered = number(document(*content), NUMBERED)
    return [block.number for block in blocks(numbered.content) if isinstance(block, Paragraph)]


def test_only_paragraphs_of_numbered_styles_are_numbered() -> None:
    assert numbers(paragraph("numbered"), paragraph("body"), paragraph("numbered")) == [1, None, 2]


def test_each_style_counts_for_itself() -> None:
    assert numbers(paragraph("numbered"), paragraph("response"), paragraph("numbered"), paragraph("response")) == [
        1,
        1,
        2,
        2,
    ]


def test_numbers_run_on_through_all_that_holds_paragraphs() -> None:
    one = paragraph("numbered")
    cell = Cell((one,), HERE)
    assert numbers(
        Section("background", (one, Heading(1, (text("H"),), "heading-1", HERE)), HERE),
        Box((one,), "box", HERE),
        List((ListItem((one,), HERE), ListItem((one,), HERE)), "list", HERE),
        Table((Row((cell,), HERE),), (Row((cell, cell), HERE),), "table", HERE),
        Columns(((one,), (one,)), "columns", HERE),
        Figure(Image(b"", "image/png"), None, 1.0, (one,), HERE),
        one,
    ) == list(range(1, 12))


def test_furniture_is_not_numbered_and_the_document_left_as_it_was() -> None:
    before = document(paragraph("numbered"), furniture=Furniture(header=(paragraph("numbered"),)))
    after = number(before, NUMBERED)
    assert after.furniture == before.furniture
    assert before.content == (paragraph("numbered"),)
    assert number(before, set()) == before
