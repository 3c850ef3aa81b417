"""Paragraphs in their order, with the tables, lists, controls and marks around them."""

from __future__ import annotations

from briefwright.diagnostics import Report
from briefwright.formats.docx.reading import read
from tests.formats.docx.returned.drafts import (
    call,
    cell,
    change,
    control,
    ended,
    files,
    note,
    opened,
    p,
    packed,
    r,
    reading,
    relation,
    root,
    row,
    table,
)
from tests.formats.docx.returned.dumped import dump

_ADA = "by Ada 2026-11-26T10:00:00Z"


def lines(body: str, **parts: str) -> list[str]:
    return dump(reading(body, **parts)).splitlines()


def test_tables_are_read_row_by_row_and_tables_in_cells_where_they_stand() -> None:
    inner = table(row(cell(p(r("inner")))))
    body = p(r("before")) + table(row(cell(p(r("a")), inner, p(r("b"))), cell(p(r("c")))), row(cell(p(r("d")))))
    body += table(row(cell(p(r("next")))))
    assert lines(body) == [
        "body Normal",
        "  'before'",
        "body [0.0.0] Normal",
        "  'a'",
        "body [0.0.0] [1.0.0] Normal",
        "  'inner'",
        "body [0.0.0] Normal",
        "  'b'",
        "body [0.0.1] Normal",
        "  'c'",
        "body [0.1.0] Normal",
        "  'd'",
        "body [2.0.0] Normal",
        "  'next'",
    ]


def test_controls_round_blocks_rows_and_cells_are_seen_through() -> None:
    in_cell = cell(control("inside", p(r("a") + control("words", r("b")))))
    rows = control("row", row(control("cell", cell(p(r("c"))))))
    body = control("block", p(r("d"))) + table(row(in_cell), rows) + control("", control("deep", p(r("e"))))
    assert lines(body) == [
        "body Normal",
        "  'd' key=block",
        "body [0.0.0] Normal",
        "  'a' key=inside",
        "  'b' key=words",
        "body [0.1.0] Normal",
        "  'c' key=cell",
        "body Normal",
        "  'e' key=deep",
    ]


def test_wrappers_and_alternatives_round_blocks_are_seen_through() -> None:
    choice = f'<mc:AlternateContent><mc:Choice Requires="new">{p(r("no"))}</mc:Choice>'
    fallback = f"<mc:Fallback>{p(r('yes'))}</mc:Fallback></mc:AlternateContent>"
    assert lines(f"<w:customXml>{p(r('a'))}</w:customXml>" + choice + fallback) == [
        "body Normal",
        "  'a'",
        "body Normal",
        "  'yes'",
    ]


def test_rows_and_cells_that_were_added_or_taken_away_tell_it_on_all_that_is_in_them() -> None:
    body = table(
        row(cell(p(r("a"))), cell(p()), properties=change("ins")),
        row(cell(p(r("b") + change("ins", r("never")))), properties=change("del")),
        row(cell(p(r("c")), properties=change("cellDel")), cell(p(r("d")))),
        row(cell(p(r("e"))), properties=change("ins") + change("del")),
        row(cell(p(r("f"), ended("del")))),
    )
    assert lines(body) == [
        f"body [0.0.0] Normal end inserted {_ADA}",
        f"  'a' inserted {_ADA}",
        f"body [0.0.1] Normal end inserted {_ADA}",
        f"body [0.1.0] Normal end deleted {_ADA}",
        f"  'b' deleted {_ADA}",
        f"body [0.2.0] Normal end deleted {_ADA}",
        f"  'c' deleted {_ADA}",
        "body [0.2.1] Normal",
        "  'd'",
        "body [0.3.0] Normal",
        "  'f'",
    ]


def test_lists_are_those_of_the_paragraph_or_else_of_its_style() -> None:
    def item(numbers: str) -> str:
        return p("", f'<w:pStyle w:val="Item"/><w:numPr>{numbers}</w:numPr>')

    body = item("") + item('<w:ilvl w:val="1"/>') + item('<w:ilvl w:val="2"/><w:numId w:val="3"/>')
    body += item('<w:numId w:val="0"/>') + p("", '<w:pStyle w:val="Item"/>') + p("", "<w:numPr/>")
    assert lines(body) == [
        "body Brief List Item list 7/0",
        "body Brief List Item list 7/1",
        "body Brief List Item list 3/2",
        "body Brief List Item",
        "body Brief List Item list 7/0",
        "body Normal",
    ]


def test_a_change_of_the_style_keeps_style_and_list_before() -> None:
    former = change("pPrChange", '<w:pPr><w:pStyle w:val="Item"/></w:pPr>')
    assert lines(p(r("a"), f'<w:pStyle w:val="Heading1"/>{former}')) == [
        f"body heading 1 formatted {_ADA} was Brief List Item list 7/0",
        "  'a' bold",
    ]


def test_a_number_that_was_added_or_changed_is_a_change_too() -> None:
    added = f'<w:numPr><w:numId w:val="3"/>{change("ins")}</w:numPr>'
    changed = f'<w:numPr><w:numId w:val="3"/>{change("numberingChange")}</w:numPr>'
    assert lines(p("", added) + p("", f'<w:pStyle w:val="Item"/>{changed}')) == [
        f"body Normal list 3/0 formatted {_ADA} was Normal",
        f"body Brief List Item list 3/0 formatted {_ADA} was Brief List Item list 3/0",
    ]


def test_bookmarks_are_those_that_begin_in_a_paragraph_or_right_before_it() -> None:
    def mark(number: int, name: str) -> str:
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'

    body = mark(1, "before") + p(mark(2, "in") + control("k", mark(3, "within") + r("a")) + '<w:bookmarkEnd w:id="2"/>')
    body += p() + table(mark(4, "row") + row(cell(p(r("b")))))
    assert lines(body) == [
        "body Normal #before #in #within",
        "  'a' key=k",
        "body Normal",
        "body [0.0.0] Normal #row",
        "  'b'",
    ]


def test_an_end_that_came_and_went_parts_nothing() -> None:
    gone = f"<w:rPr>{change('ins')}{change('del', author='Bo')}</w:rPr>"
    assert lines(p(r("a"), gone) + p(r("b"))) == ["body Normal", "  'ab'"]
    assert lines(table(row(cell(p(r("a"), gone)))) + p(r("b"))) == [
        "body [0.0.0] Normal",
        "  'a'",
        "body Normal",
        "  'b'",
    ]


def test_headers_and_footers_are_read_part_by_part_in_the_order_of_their_names() -> None:
    contents = files(
        p(r("body")),
        relation("h2", "header", "header2.xml"),
        relation("h1", "header", "header1.xml"),
        relation("f1", "footer", "footer1.xml"),
    )
    contents["word/header2.xml"] = root("hdr", p(r("second")))
    contents["word/header1.xml"] = root("hdr", p(r("first")) + table(row(cell(p(r("cell"))))))
    contents["word/footer1.xml"] = root("ftr", p(r("foot")))
    assert dump(read(opened(packed(contents)), Report())).splitlines() == [
        "body Normal",
        "  'body'",
        "footer Normal",
        "  'foot'",
        "header Normal",
        "  'first'",
        "header [0.0.0] Normal",
        "  'cell'",
        "header Normal",
        "  'second'",
    ]


# ---- comments ---------------------------------------------------------------------------------------------------


def _comment(number: int, text: str, author: str = "Ada", paragraph: str = "") -> str:
    identifier = f' w14:paraId="{paragraph}"' if paragraph else ""
    said = "".join(f"<w:p{identifier}><w:r><w:annotationRef/></w:r>{r(line)}</w:p>" for line in text.split("\n"))
    return f'<w:comment w:id="{number}" w:author="{author}" w:date="2026-11-26T10:00:00Z">{said}</w:comment>'


def _about(number: int, content: str) -> str:
    reference = f'<w:r><w:commentReference w:id="{number}"/></w:r>'
    return f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>{reference}'


def test_comments_quote_the_words_they_are_about() -> None:
    deleted = change("del", r("old "))
    body = p(r("a")) + p(r("x ") + _about(1, deleted + control("k", r("one ")) + r("two")) + r(" y"))
    body += p('<w:r><w:commentReference w:id="2"/></w:r>')
    found = lines(body, comments=_comment(1, "Really?\nSay why.") + _comment(2, "Here", "Bo") + _comment(3, "Lost"))
    assert found[-3:] == [
        r"Ada 2026-11-26T10:00:00Z: 'Really?\nSay why.' on 'one two' at body 1",
        "Bo 2026-11-26T10:00:00Z: 'Here' on '' at body 2",
        "Ada 2026-11-26T10:00:00Z: 'Lost' on '' at body 0",
    ]


def test_a_quote_may_run_over_paragraphs_and_stand_in_a_note() -> None:
    start, end = '<w:commentRangeStart w:id="1"/>', '<w:commentRangeEnd w:id="1"/>'
    body = p(r("a") + call(2) + call(3)) + start + p(r("one")) + table(row(cell(p(r("two") + end + r(" three")))))
    notes = note(2, r("First.")) + note(3, _about(2, r("Second.")))
    found = lines(body, footnotes=notes, comments=_comment(1, "x") + _comment(2, "y"))
    assert found[-2:] == [
        r"Ada 2026-11-26T10:00:00Z: 'x' on 'one\ntwo' at body 1",
        "Ada 2026-11-26T10:00:00Z: 'y' on 'Second.' at note 1",
    ]


def test_answers_and_settled_comments_are_known() -> None:
    extended = '<w15:commentEx w15:paraId="0A" w15:done="1"/>'
    extended += '<w15:commentEx w15:paraId="0B" w15:paraIdParent="0A" w15:done="0"/>'
    contents = files(
        p(_about(1, _about(2, r("a")))), comments=_comment(1, "Why?", paragraph="0A") + _comment(2, "So.", "Bo", "0B")
    )
    contents["word/extended.xml"] = root("commentsEx", extended)
    relations = contents["word/_rels/document.xml.rels"]
    more = relation("rIdX", "commentsExtended", "extended.xml")
    contents["word/_rels/document.xml.rels"] = relations.replace("</Relationships>", f"{more}</Relationships>")
    assert dump(read(opened(packed(contents)), Report())).splitlines()[-2:] == [
        "Ada 2026-11-26T10:00:00Z: 'Why?' on 'a' at body 0 resolved",
        "Bo 2026-11-26T10:00:00Z: 'So.' on 'a' at body 0 answers 0",
    ]
