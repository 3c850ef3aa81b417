"""The contents list of a draft: Word's own, filled before anybody opens it."""

from __future__ import annotations

from briefwright.document.contents import listed, paged
from briefwright.document.nodes import Contents, Document
from tests.formats.docx import building as s
from tests.formats.docx.reading import body, find, opened, properties, style, values, words
from tests.formats.docx.rules import faults


def _document() -> Document:
    contents = Contents(s.said("Contents"), 0, 2, s.HERE)
    headings = (s.heading("Context"), s.heading(("Why now", s.note(1, "Report.")), 2), s.heading("Risks"), s.p("x"))
    return paged(listed(s.document(s.title("Dues"), contents, *headings)), {"heading:context": 2, "heading:risks": 14})


def test_it_is_the_table_of_contents_that_word_knows_how_to_update() -> None:
    root = body(s.written(_document()))
    [control] = find(root, "//w:sdt[w:sdtPr/w:docPartObj]")
    assert values(control, "w:sdtPr/w:docPartObj/w:docPartGallery/@w:val") == ["Table of Contents"]
    assert values(control, "w:sdtContent/w:p/w:pPr/w:pStyle/@w:val") == [
        "TOCHeading",
        "Toc1",
        "Toc2",
        "Toc1",
        "BriefSpace1",
    ]
    assert values(control, ".//w:instrText/text()") == [' TOC \\o "1-2" \\h \\z \\u ']


def test_it_shows_each_heading_with_its_page_when_the_draft_is_opened() -> None:
    root = body(s.written(_document()))
    shown = [words(entry) for entry in find(root, "//w:sdt//w:hyperlink")]
    assert shown == ["Context2", "Why now", "Risks14"], "a page that is not known is left to Word"
    assert len(find(root, "//w:sdt//w:hyperlink/w:r/w:tab")) == 3


def test_nobody_is_asked_to_update_it() -> None:
    package = opened(s.written(_document()))
    assert not find(package.root("word/settings.xml"), "w:updateFields")
    assert not values(package.root("word/document.xml"), "//w:fldChar/@w:dirty")


def test_each_number_and_each_entry_leads_to_a_bookmark_at_its_heading() -> None:
    root = body(s.written(_document()))
    anchors = values(root, "//w:sdt//w:hyperlink/@w:anchor")
    numbers = [text.split() for text in values(root, "//w:sdt//w:fldSimple/@w:instr")]
    assert numbers == [["PAGEREF", anchor, "\\h"] for anchor in anchors]
    assert all(anchor.startswith("_Toc") for anchor in anchors)
    headings = find(root, "//w:p[w:pPr/w:pStyle[starts-with(@w:val, 'Heading')]]")
    assert [values(heading, "w:bookmarkStart/@w:name")[0] for heading in headings] == anchors


def test_every_field_that_begins_ends() -> None:
    root = body(s.written(_document()))
    assert values(root, "//w:fldChar/@w:fldCharType") == ["begin", "separate", "end"]
    assert not find(root, "//w:sdt//w:p[last()]//w:t"), "the last mark has a paragraph of its own, as Word gives it one"


def test_a_heading_stays_with_the_first_below_it() -> None:
    kept = find(body(s.written(_document())), "//w:sdt//w:p[w:pPr/w:keepNext]")
    assert [words(entry) for entry in kept] == ["Context2"]


def test_a_heading_that_has_an_id_keeps_its_own_bookmark_beside_that_of_the_list() -> None:
    contents = Contents(s.said("Contents"), 0, 1, s.HERE)
    root = body(s.written(listed(s.document(contents, s.heading("Risks", id="risks"), s.heading("Gaps")))))
    names = [values(heading, "w:bookmarkStart/@w:name") for heading in find(root, "//w:body/w:p[w:bookmarkStart]")]
    assert [[name.partition("Toc")[0] for name in own] for own in names] == [["bw_risks", "_"], ["_"]]


def test_dots_lead_to_the_numbers() -> None:
    tab = properties(style(s.written(_document()), "toc 1"), "w:pPr/w:tabs/w:tab")
    assert (tab["val"], tab["leader"], tab["pos"]) == ("right", "dot", "9638")


def test_it_calls_no_note_and_breaks_no_rule() -> None:
    data = s.written(_document())
    assert len(find(body(data), "//w:footnoteReference")) == 1
    assert not faults(data)
