"""Paragraphs and lines: their styles, and the little that is said on them."""

from __future__ import annotations

import pytest
from lxml.etree import _Element

from briefwright.document.nodes import Block
from tests.formats.docx.building import box, document, heading, line, p, row, section, styled, table, title, written
from tests.formats.docx.reading import body, find, properties, style, values


def paragraphs(*content: Block, house: str = "institute") -> list[_Element]:
    """The paragraphs of a document with this content."""
    return find(body(written(document(*content), house)), "//w:p")


def test_a_paragraph_says_only_its_style() -> None:
    [made] = paragraphs(p("Words."))
    assert values(made, "w:pPr/*/@w:val") == ["BodyText"]


def test_titles_and_headings_are_those_of_word() -> None:
    made = paragraphs(title("Harbour dues"), heading("Context"), heading("Origin", 2), heading("Detail", 3))
    assert [values(one, "w:pPr/w:pStyle/@w:val")[0] for one in made] == ["Title", "Heading1", "Heading2", "Heading3"]


def lines(*content: Block, name: str) -> dict[str, str]:
    """How a style spaces its lines in a document of this content."""
    return properties(style(written(document(*content)), name), "w:pPr/w:spacing")


@pytest.mark.parametrize("words", ["Les États", "항구"])
def test_lines_are_exact_but_where_tall_letters_would_be_cut(words: str) -> None:
    assert lines(title("Harbour dues"), name="Title")["lineRule"] == "exact"
    assert lines(title(words), name="Title") == {"before": "0", "after": "100", "line": "580", "lineRule": "atLeast"}


def test_lines_with_room_stay_exact_whatever_stands_in_them() -> None:
    assert lines(p("Les États, 항구"), name="Body Text")["lineRule"] == "exact"


def test_words_larger_than_their_line_stretch_it() -> None:
    assert lines(line("TLP:RED", style="header"), name="header")["lineRule"] == "exact"
    assert lines(line(right=styled("tlp-red", "TLP:RED"), style="header"), name="header")["lineRule"] == "atLeast"


def test_a_style_that_is_based_on_one_that_grew_stays_exact() -> None:
    assert lines(p("항구", "picture-label"), name="Brief Picture Label")["lineRule"] == "atLeast"
    assert lines(p("항구", "picture-label"), name="Brief Picture Strong")["lineRule"] == "exact"


def test_a_line_is_parted_by_tabs_to_the_stops_of_its_style() -> None:
    data = written(document(line("left", "centre", "right", style="footer")))
    [made] = find(body(data), "//w:p")
    assert len(find(made, "w:r/w:tab")) == 2
    assert find(made, "w:pPr/w:tabs") == []
    stops = find(style(data, "footer"), "w:pPr/w:tabs/w:tab")
    assert [tuple(stop.attrib.values()) for stop in stops] == [("center", "4819"), ("right", "9638")]


def test_a_line_without_a_centre_needs_one_tab() -> None:
    data = written(document(line("left", "", "right", style="footer")))
    assert len(find(body(data), "//w:p/w:r/w:tab")) == 1
    assert values(style(data, "footer"), "w:pPr/w:tabs/w:tab/@w:val") == ["right"]


def test_a_line_in_a_narrower_place_has_stops_of_its_own() -> None:
    data = written(document(box("aside", line("left", "", "right", style="footer"))))
    assert values(body(data), "//w:tc/w:p[1]/w:pPr/w:pStyle/@w:val") == ["Footer_TwoParts4579"]
    stops = [
        tuple(stop.attrib.values()) for stop in find(style(data, "footer (two parts 457.9)"), "w:pPr/w:tabs/w:tab")
    ]
    assert stops == [("clear", "4819"), ("right", "9158"), ("clear", "9638")]


def test_a_section_and_its_heading_may_both_be_known_by_an_id() -> None:
    [made] = paragraphs(section("risks", heading("Risks", id="risks"), id="part-risks"))
    assert values(made, "w:bookmarkStart/@w:name") == ["bw_part_risks", "bw_risks"]


def test_the_bookmark_of_a_table_is_in_its_first_paragraph() -> None:
    first, *_ = paragraphs(table("facts", None, row("a", "b"), id="facts"))
    assert values(first, "w:bookmarkStart/@w:name") == ["bw_facts"]
