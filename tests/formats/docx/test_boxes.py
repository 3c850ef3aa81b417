"""Boxes and columns as tables that only lay out."""

from __future__ import annotations

from lxml.etree import _Element

from briefwright.document.nodes import Block
from tests.formats.docx.building import box, columns, document, heading, items, p, row, section, table, written
from tests.formats.docx.reading import body, find, properties, style, values, words


def tables(*content: Block) -> list[_Element]:
    """The outermost tables of a document with this content."""
    return find(body(written(document(*content))), "//w:body/w:tbl")


def test_the_ground_the_bar_and_the_border_of_a_box_are_a_table_style() -> None:
    data = written(document(p("Words.")))
    answer, card = style(data, "Brief Answer Box"), style(data, "Brief Card Box")
    assert properties(answer, "w:tcPr/w:shd")["fill"] == "eef2f6"
    assert properties(answer, "w:tblPr/w:tblBorders/w:left") == {
        "val": "single",
        "sz": "32",
        "space": "0",
        "color": "9b2d30",
    }
    assert find(answer, "w:tblPr/w:tblBorders/w:right") == []
    assert values(card, "w:tblPr/w:tblBorders/w:right/@w:sz") == ["6"]


def test_a_box_is_a_table_of_one_cell_that_is_never_split() -> None:
    [made] = tables(box("answer", p("In brief", "box-label"), p("Pool it.", "answer")))
    assert len(find(made, "w:tr/w:tc")) == 1
    assert find(made, "w:tr/w:trPr/w:cantSplit")


def test_the_padding_of_a_box_counts_the_space_that_its_paragraphs_bring() -> None:
    [made] = tables(box("answer", p("In brief", "box-label"), items("a point", style="key-points", item="key-point")))
    margins = [values(made, f"w:tr/w:tc/w:tcPr/w:tcMar/w:{side}/@w:w")[0] for side in ("top", "bottom")]
    assert margins == ["220", "140"], "11 pt above; below 7 pt and the 4 pt after the last point"


def test_text_in_a_box_begins_beside_bar_and_padding() -> None:
    [made] = tables(box("answer", p("Pool it.", "answer")))
    assert values(made, "w:tr/w:tc/w:tcPr/w:tcMar/w:left/@w:w") == ["320"], "half the bar and 14 pt"
    assert values(made, "w:tblPr/w:tblInd/@w:w") == ["0"]


def test_a_box_that_holds_only_columns_is_one_table() -> None:
    card = box("card", columns("card", (p("1", "numeral"),), (p("Towns", "actor"),)), id="pool-it")
    [made] = tables(card)
    assert [words(cell) for cell in find(made, "w:tr/w:tc")] == ["1", "Towns"]
    assert find(made, ".//w:tc//w:tbl") == []
    assert values(made, ".//w:bookmarkStart/@w:name") == ["bw_pool_it"]


def test_a_table_in_a_box_is_followed_by_the_paragraph_that_word_wants() -> None:
    [made] = tables(box("aside", table("facts", None, row("a", "b"))))
    assert values(made, "w:tr/w:tc/w:p/w:pPr/w:pStyle/@w:val") == ["BriefSpace1"]


def test_columns_of_one_style_that_follow_one_another_are_rows_of_one_table() -> None:
    beside = [columns("beside", (heading(name, 2, "side-heading"),), (p(name, "beside"),)) for name in ("one", "two")]
    [made] = tables(*beside)
    assert len(find(made, "w:tr")) == 2
    assert values(made, "w:tblGrid/w:gridCol/@w:w") == ["2041", "7597"]


def test_a_row_of_columns_is_split_only_where_it_is_long() -> None:
    short = columns("beside", (p("a", "beside"),), (p("b", "beside"),))
    long = columns("beside", (p("a", "beside"),), (p("b", "beside"), p("c", "beside")))
    [made] = tables(short, long)
    assert [bool(find(row, "w:trPr/w:cantSplit")) for row in find(made, "w:tr")] == [True, False]


def test_columns_of_a_section_with_an_id_begin_a_table_of_their_own() -> None:
    beside = columns("beside", (p("a", "beside"),), (p("b", "beside"),))
    assert len(tables(beside, section("context", beside, id="later"))) == 2


def test_columns_have_no_rules() -> None:
    assert find(style(written(document(p("Words."))), "Brief Beside Columns"), "w:tblPr/w:tblBorders") == []


def test_cards_are_apart_by_the_space_of_their_style() -> None:
    cards = [box("card", p(name, "action")) for name in ("one", "two")]
    styles = values(body(written(document(*cards, p("Words.")))), "//w:body/w:p/w:pPr/w:pStyle/@w:val")
    assert styles == ["BriefSpace8", "BriefSpace8", "BodyText"]
