"""Paragraphs, lists, tables, boxes and pictures that came, went, moved or changed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefwright.document.nodes import Block
from tests.formats.docx import building as s
from tests.formats.docx.reading import find, opened, style, values, words
from tests.formats.docx.redline.redlining import between, changed, texts
from tests.formats.docx.tracked import content

LAST = s.p("The last paragraph stays.")
CARD = s.box("card", s.p("A card about dues"), s.p("with more to say"), id="card-a")
OTHER = s.box("card", s.p("Another one on quays"), s.p("which says other things"), id="card-b")
TABLE = s.table("facts", None, s.row("Dues", "doubled"), s.row("Quays", "repaired"))
WIDE = s.table("stakeholders", s.row("A", "B", "C", "D", style="table-head"), s.row("a", "b", "c", "d"))


def test_a_whole_paragraph_is_inserted_with_its_end() -> None:
    root = changed((s.p("First"), LAST), (s.p("First"), s.p("Second, which is new"), LAST))
    [paragraph] = find(root, "//w:p[w:pPr/w:rPr/w:ins]")
    assert texts(paragraph, "ins") == ["Second, which is new"]


def test_a_whole_paragraph_is_deleted_with_its_end() -> None:
    root = changed((s.p("First"), s.p("Second, which is old"), LAST), (s.p("First"), LAST))
    [paragraph] = find(root, "//w:p[w:pPr/w:rPr/w:del]")
    assert texts(paragraph, "del") == ["Second, which is old"]


@pytest.mark.parametrize("more", [(s.p("More"),), (s.p("More"), s.p("and more")), (CARD,), (s.p("More"), CARD)])
def test_what_comes_or_goes_at_the_end_leaves_the_last_end_alone(more: tuple[Block, ...]) -> None:
    for before, after in (((LAST,), (LAST, *more)), ((LAST, *more), (LAST,))):
        root = changed(before, after)
        [last] = find(root, "w:body/w:p[last()]")
        assert find(last, "w:pPr/w:rPr") == []


def test_the_last_paragraph_of_a_cell_never_loses_its_end() -> None:
    short = s.box("card", s.p("One"), s.p("Two"))
    long = s.box("card", s.p("One"), s.p("Two"), s.p("Three"))
    for before, after in ((short, long), (long, short)):
        root = changed((before,), (after,))
        assert find(root, "//w:tc/w:p[last()]/w:pPr/w:rPr") == []


def test_items_come_and_go_and_keep_the_count_of_their_list() -> None:
    old = s.items("Ships wait", "Dues rise", "Quays fall", style="numbered")
    new = s.items("Ships wait", "Quays fall", "Towns pay", style="numbered")
    root = changed((old, LAST), (new, LAST))
    assert len(set(values(root, "//w:numPr/w:numId/@w:val"))) == 1


def test_two_lists_that_become_one_are_renumbered_by_a_tracked_change() -> None:
    one, two = s.items("Ships wait", "Dues rise", style="numbered"), s.items("Quays fall", style="numbered")
    both = s.items("Ships wait", "Dues rise", "Quays fall", style="numbered")
    root = changed((one, two, LAST), (both, LAST))
    assert len(find(root, "//w:pPrChange")) == 1


def test_another_kind_of_paragraph_is_a_tracked_change_of_its_style() -> None:
    root = changed((s.heading("Dues after the storm", 1), LAST), (s.heading("Dues after the storm", 2), LAST))
    assert texts(root, "ins") == texts(root, "del") == []
    [change] = find(root, "//w:pPrChange")
    assert values(change, "w:pPr/w:pStyle/@w:val") == ["Heading1"]


def test_what_moved_is_deleted_and_inserted() -> None:
    one, two, three = s.p("Dues rise in spring"), s.p("Quays fall in autumn"), s.p("Ships wait in winter")
    root = changed((one, two, three, LAST), (two, three, one, LAST))
    assert texts(root, "del") == texts(root, "ins") == ["Dues rise in spring"]


class TestTables:
    def test_rows_come_and_go(self) -> None:
        new = s.table("facts", None, s.row("Quays", "repaired"), s.row("Ships", "wait"))
        root = changed((TABLE, LAST), (new, LAST))
        assert [words(row) for row in find(root, "//w:tr[w:trPr/w:ins]")] == ["Shipswait"]
        assert len(find(root, "//w:tr[w:trPr/w:del]")) == 1

    def test_the_words_of_a_cell_are_compared(self) -> None:
        new = s.table("facts", None, s.row("Dues", "tripled"), s.row("Quays", "repaired"))
        root = changed((TABLE, LAST), (new, LAST))
        assert (texts(root, "del"), texts(root, "ins")) == (["doubled"], ["tripled"])
        assert find(root, "//w:trPr/w:ins|//w:trPr/w:del") == []

    @pytest.mark.parametrize("table", [TABLE, CARD, WIDE])
    def test_a_table_comes_and_goes_row_by_row(self, table: Block) -> None:
        for before, after, kind in (((LAST,), (table, LAST), "ins"), ((table, LAST), (LAST,), "del")):
            root = changed(before, after)
            assert len(find(root, f"//w:tr[w:trPr/w:{kind}]")) == len(find(root, "//w:tr"))

    def test_a_table_of_another_shape_is_another_table(self) -> None:
        root = changed((TABLE, LAST), (WIDE, LAST))
        assert len(find(root, "//w:tbl")) == 2

    def test_a_paragraph_that_is_in_neither_version_keeps_two_tables_apart(self) -> None:
        root = changed((TABLE,), (WIDE,))
        [apart] = find(root, "//w:tbl/following-sibling::*[1][following-sibling::w:tbl]")
        assert len(find(apart, "w:pPr/w:rPr/w:ins")) == len(find(apart, "w:pPr/w:rPr/w:del")) == 1

    def test_cards_that_change_places_keep_their_words(self) -> None:
        changed((CARD, OTHER, LAST), (OTHER, CARD, LAST))

    def test_another_ground_is_a_tracked_change_of_the_cell(self) -> None:
        def shaded(step: int) -> Block:
            return s.table("matrix", None, s.row(s.cell("A", shade=step), s.cell("B", shade=1)))

        root = changed((shaded(0), LAST), (shaded(3), LAST))
        assert len(find(root, "//w:tcPrChange")) == 1

    def test_another_title_is_a_tracked_change_of_the_table(self) -> None:
        old, new = replace(TABLE, title=s.said("Dues")), replace(TABLE, title=s.said("Fees"))
        assert len(find(changed((old, LAST), (new, LAST)), "//w:tblPrChange")) == 1


class TestPictures:
    def test_a_picture_that_stays_is_not_marked(self) -> None:
        old, new = s.figure("Quay", s.p("A caption", "caption")), s.figure("Quay", s.p("A new caption", "caption"))
        root = changed((old, LAST), (new, LAST))
        assert find(root, "//w:ins//w:drawing|//w:del//w:drawing") == []

    def test_another_picture_stands_in_a_paragraph_of_its_own(self) -> None:
        root = changed((s.figure("Quay"), LAST), (s.figure("Quays and ships"), LAST))
        assert len(find(root, "//w:p[.//w:drawing]")) == 2
        assert len(find(root, "//w:del//w:drawing")) == len(find(root, "//w:ins//w:drawing")) == 1


class TestBookmarks:
    def test_what_moved_is_named_once(self) -> None:
        one, two = s.p("Dues rise in spring", id="dues"), s.p("Quays fall in autumn", id="quays")
        link = s.p(("See ", s.to("dues", "there"), "."))
        root = changed((one, two, link), (two, one, link))
        assert sorted(values(root, "//w:bookmarkStart/@w:name")) == ["bw_dues", "bw_quays"]

    def test_a_deleted_link_still_leads_to_what_was_deleted(self) -> None:
        old = (s.p("Dues rise in spring", id="dues"), s.p(("See ", s.to("dues", "there"), "."))), LAST
        root = changed((*old[0], LAST), (LAST,))
        assert values(root, "//w:bookmarkStart/@w:name") == ["bw_dues"]


def test_the_reader_of_these_tests_notices_a_change_that_is_lost() -> None:
    old, new = s.document(s.p("Dues rise"), LAST), s.document(s.p("Dues rise and fall"), LAST)
    data = between(old, new)
    assert content(data, "accept") != content(data, "reject")
    assert content(data, "accept") != content(s.written(old))


def test_styles_of_the_gaps_of_both_versions_are_defined() -> None:
    data = between(s.document(TABLE, CARD, LAST), s.document(CARD, LAST))
    used = set(values(opened(data).root("word/document.xml"), "//w:pStyle[starts-with(@w:val, 'BriefSpace')]/@w:val"))
    for name in used:
        style(data, f"Brief Space {name.removeprefix('BriefSpace')}")
