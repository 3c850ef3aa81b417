"""Tables of data as tables of Word."""

from __future__ import annotations

import pytest
from lxml.etree import _Element

from briefwright.document.nodes import Table
from tests.formats.docx.building import cell, document, heading, label, p, row, said, styled, table, written
from tests.formats.docx.reading import body, find, properties, style, values, words


def drawn(block: Table, house: str = "institute") -> _Element:
    """The first table of a document that holds only this one."""
    return find(body(written(document(block), house)), "//w:tbl")[0]


@pytest.fixture(scope="module")
def risks() -> _Element:
    head = row("", "Risk", "Event", "Likelihood", "Impact", "Confidence", style="table-head")
    first = row("A", cell("Storm", "table-label"), "It comes.", "likely", "4", "low", id="risk-a")
    return drawn(table("risks", head, first, first, summary="Risks by rating"))


def test_a_table_has_a_style_fixed_widths_and_a_description(risks: _Element) -> None:
    assert values(risks, "w:tblPr/w:tblStyle/@w:val") == ["BriefRisksTable"]
    assert values(risks, "w:tblPr/w:tblLayout/@w:type") == ["fixed"]
    assert values(risks, "w:tblPr/w:tblDescription/@w:val") == ["Risks by rating"]


def test_the_columns_fill_the_measure(risks: _Element) -> None:
    widths = [int(width) for width in values(risks, "w:tblGrid/w:gridCol/@w:w")]
    assert len(widths) == 6
    assert sum(widths) == pytest.approx(9638, abs=6)
    assert values(risks, "w:tr[1]/w:tc/w:tcPr/w:tcW/@w:w") == [str(width) for width in widths]


def test_the_head_repeats_on_every_page(risks: _Element) -> None:
    assert len(find(risks, "w:tr/w:trPr/w:tblHeader")) == 1
    assert find(risks, "w:tr[1]/w:trPr/w:tblHeader")


def test_no_row_is_split(risks: _Element) -> None:
    assert len(find(risks, "w:tr/w:trPr/w:cantSplit")) == 3


def test_a_row_is_known_by_the_bookmark_of_its_first_paragraph(risks: _Element) -> None:
    assert values(risks, "w:tr[2]/w:tc[1]//w:bookmarkStart/@w:name") == ["bw_risk_a"]


def test_the_rules_of_a_table_are_those_of_its_style() -> None:
    data = written(document(p("Words.")))
    sheet = style(data, "Brief Risks Table")
    assert properties(sheet, "w:tblPr/w:tblBorders/w:insideH")["color"] == "c9d1d9"
    assert properties(sheet, "w:tblPr/w:tblBorders/w:bottom")["sz"] == "4"
    assert properties(sheet, "w:tblStylePr[@w:type='firstRow']/w:tcPr/w:tcBorders/w:bottom")["color"] == "123a5c"
    assert find(sheet, "w:tblPr/w:tblBorders/w:insideV") == []


def test_a_table_without_a_head_has_no_first_row_look() -> None:
    made = drawn(table("facts", None, row(cell("To", header=True), "the minister")))
    look = properties(made, "w:tblPr/w:tblLook")
    assert (look["firstRow"], look["firstColumn"]) == ("0", "1")


def test_a_title_stands_above_its_table_and_is_its_caption() -> None:
    data = written(document(table("facts", None, row("a", "b"), title=said("What moved"))))
    first, second, *_ = find(body(data), "//w:body/*")
    assert words(first) == "What moved"
    assert values(first, "w:pPr/w:pStyle/@w:val") == ["Caption"]
    assert values(second, "w:tblPr/w:tblCaption/@w:val") == ["What moved"]


def test_the_title_that_a_screen_reader_reads_has_no_number() -> None:
    title = said((styled("caption-label", label("Table", 3, "table"), ":"), " What moved"))
    second = find(body(written(document(table("facts", None, row("a", "b"), title=title)))), "//w:body/*")[1]
    assert values(second, "w:tblPr/w:tblCaption/@w:val") == ["What moved"]


def test_more_columns_than_the_style_names_share_its_last_width() -> None:
    made = drawn(table("data", None, row("a", "b", "c", "d")))
    assert len(set(values(made, "w:tblGrid/w:gridCol/@w:w")[:3])) == 1


def test_a_cell_may_span_columns() -> None:
    made = drawn(table("facts", None, row(cell("wide", span=2)), row("a", "b")))
    assert values(made, "w:tr[1]/w:tc/w:tcPr/w:gridSpan/@w:val") == ["2"]


def test_a_short_row_leaves_its_last_columns_out() -> None:
    made = drawn(table("facts", None, row("a"), row("a", "b")))
    assert values(made, "w:tr[1]/w:trPr/w:gridAfter/@w:val") == ["1"]


def test_an_empty_cell_holds_an_empty_paragraph() -> None:
    made = drawn(table("facts", None, row("", "b")))
    assert values(made, "w:tr/w:tc[1]/w:p/w:pPr/w:pStyle/@w:val") == ["BriefTableCell"]


def test_a_shaded_cell_takes_ground_and_ink_from_the_ramp() -> None:
    shades = row(cell("5", "matrix-axis"), *[cell("X", "matrix-cell", shade=4)] * 5)
    data = written(document(table("matrix", None, shades)))
    made = find(body(data), "//w:tbl")[0]
    shaded = find(made, "w:tr/w:tc[2]")[0]
    assert properties(shaded, "w:tcPr/w:shd")["fill"] == "123a5c"
    assert values(shaded, "w:tcPr/w:vAlign/@w:val") == ["center"]
    assert values(shaded, "w:p/w:pPr/w:pStyle/@w:val") == ["BriefMatrixCell_White"]
    assert values(style(data, "Brief Matrix Cell (white)"), "w:rPr/w:color/@w:val") == ["ffffff"]
    assert values(made, "w:tr/w:trPr/w:trHeight/@w:val") == ["567"]


def test_gaps_between_shaded_cells_are_white_borders() -> None:
    sheet = style(written(document(p("Words."))), "Brief Matrix Table")
    assert properties(sheet, "w:tblPr/w:tblBorders/w:insideV")["color"] == "ffffff"


def test_a_table_that_stays_whole_holds_every_row_to_the_next() -> None:
    made = drawn(table("matrix", None, row("a", "b"), row("a", "b")))
    assert len(find(made, "w:tr[1]//w:p/w:pPr/w:keepNext")) == 2
    assert find(made, "w:tr[2]//w:p/w:pPr/w:keepNext") == []


def test_a_frame_that_stands_off_is_a_table_around_the_table() -> None:
    made = drawn(table("responses", None, row("Agree", "yes")), "ministry")
    assert values(made, "w:tblPr/w:tblStyle/@w:val") == ["BriefResponsesTableFrame"]
    assert values(made, "w:tr/w:tc/w:tbl/w:tblPr/w:tblStyle/@w:val") == ["BriefResponsesTable"]
    assert find(made, "w:tr/w:tc/*[last()][self::w:p]")


def test_space_around_a_table_is_a_paragraph_only_where_its_neighbours_give_too_little() -> None:
    facts = table("facts", None, row("a", "b"))
    styles = values(
        body(written(document(facts, p("Words."), facts, heading("Next")))), "//w:body/w:p//w:pStyle/@w:val"
    )
    assert styles == ["BriefSpace10", "BodyText", "Heading1"]


def test_tables_that_would_touch_are_held_apart() -> None:
    facts = table("facts", None, row("a", "b"))
    styles = values(body(written(document(facts, facts))), "//w:body/w:p//w:pStyle/@w:val")
    assert styles == ["BriefSpace10", "BriefSpace1"]


def test_a_table_of_three_pages_has_its_rows_in_order() -> None:
    head = row("Actor", "Position", "Interests", "Reaction", style="table-head")
    made = drawn(table("stakeholders", head, *[row(f"Actor {n}", "for", "many " * 20, "none") for n in range(60)]))
    assert [words(found) for found in find(made, "w:tr/w:tc[1]")] == ["Actor", *[f"Actor {n}" for n in range(60)]]
