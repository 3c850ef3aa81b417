"""Paragraphs of numbered styles get running numbers, a row for each style, in reading order."""

from __future__ import annotations

from briefwright.document.nodes import (
    Block,
    Box,
    CaptionLabel,
    Cell,
    Columns,
    Emphasis,
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
from briefwright.document.numbering import caption_labels, number, number_captions
from briefwright.document.pictures import Image
from briefwright.document.walk import all_inlines, blocks
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


# ---- captions ----


def label(series: str) -> CaptionLabel:
    return CaptionLabel(series, series.capitalize(), HERE)


def figure(name: str | None, *caption: Block) -> Figure:
    return Figure(Image(b"", "image/png"), None, 1.0, caption, HERE, name)


def titled(name: str | None, *content: Block) -> Table:
    cell = Cell(content, HERE)
    return Table((), (Row((cell,), HERE),), "table", HERE, (label("table"),), None, name)


def labels(*content: Block) -> list[str]:
    found = all_inlines(document(*number_captions(content)))
    return [inline.text for inline in found if isinstance(inline, CaptionLabel)]


def test_figures_and_tables_count_each_for_themselves_in_reading_order() -> None:
    drawn = figure(None, paragraph("caption", label("figure")))
    assert labels(drawn, titled(None, drawn, titled(None)), drawn) == [
        "Figure\u00a01",
        "Table\u00a01",
        "Figure\u00a02",
        "Table\u00a02",
        "Figure\u00a03",
    ]


def test_a_label_is_numbered_within_whatever_is_around_it() -> None:
    assert labels(figure(None, paragraph("caption", Emphasis((label("figure"),))))) == ["Figure\u00a01"]


def test_the_labels_of_what_has_an_id_are_known() -> None:
    content = number_captions(
        (
            figure(None, paragraph("caption", label("figure"))),
            figure("quay", paragraph("caption", label("figure"))),
            figure("ornament", paragraph("caption")),
            titled("dues"),
        )
    )
    assert {name: found.text for name, found in caption_labels(content)} == {
        "quay": "Figure\u00a02",
        "dues": "Table\u00a01",
    }
