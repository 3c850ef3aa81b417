"""Notes as the native footnotes of Word."""

from __future__ import annotations

from tests.extraction.docx_styles import W
from tests.formats.docx.building import box, cell, document, em, items, link, note, p, row, table, written
from tests.formats.docx.reading import body, find, opened, properties, style, values, words
from tests.formats.docx.rules import faults


def test_a_note_stands_in_the_part_of_the_notes_and_is_called_in_the_text() -> None:
    package = opened(written(document(p(("Said.", note(1, "Report, 4."))))))
    assert values(package.root("word/document.xml"), "//w:footnoteReference/@w:id") == ["1"]
    [found] = find(package.root("word/footnotes.xml"), "w:footnote[@w:id='1']")
    assert words(found) == " Report, 4."
    assert values(found, "w:p/w:pPr/w:pStyle/@w:val") == ["FootnoteText"]
    assert values(found, "w:p/w:r[w:footnoteRef]/w:rPr/w:rStyle/@w:val") == ["BriefNoteNumberText"]


def test_a_document_without_notes_still_has_the_rules_that_word_looks_for() -> None:
    notes = opened(written(document(p("Words.")))).root("word/footnotes.xml")
    assert values(notes, "w:footnote/@w:type") == ["separator", "continuationSeparator"]


def test_the_rule_above_the_notes_is_the_border_of_a_style() -> None:
    data = written(document(p("Words.")), "institute")
    rule = properties(style(data, "Brief Note Rule"), "w:pPr/w:pBdr/w:top")
    assert rule == {"val": "single", "sz": "4", "space": "0", "color": "5b6673"}
    assert values(opened(data).root("word/footnotes.xml"), "//w:pStyle/@w:val") == ["BriefNoteRule", "BriefNoteRule"]


def test_the_text_of_a_note_hangs_beside_its_number() -> None:
    data = written(document(p(("Said.", note(1, "Report.")))))
    indent = properties(style(data, "footnote text"), "w:pPr/w:ind")
    assert (indent["left"], indent["hanging"]) == ("180", "180")


def test_long_numbers_push_the_text_of_the_notes_further_in() -> None:
    data = written(document(*[p(("Said.", note(n, "Report."))) for n in range(1, 101)]))
    assert int(properties(style(data, "footnote text"), "w:pPr/w:ind")["left"]) > 300


def test_a_call_is_raised_as_word_raises_it() -> None:
    data = written(document(p(("Said.", note(1, "Report.")))))
    call = style(data, "footnote reference")
    assert values(call, "w:rPr/w:vertAlign/@w:val") == ["superscript"]
    assert values(call, "w:rPr/w:sz/@w:val") == ["20"], "superscripts are set at two thirds of their size"


def test_a_link_in_a_note_belongs_to_the_part_of_the_notes() -> None:
    package = opened(written(document(p(("Said.", note(1, link("https://example.org", "there")))))))
    assert "https://example.org" in package.parts["word/_rels/footnotes.xml.rels"].decode()
    assert "https://example.org" not in package.parts["word/_rels/document.xml.rels"].decode()


def test_notes_work_in_lists_boxes_and_tables_in_the_order_of_the_text() -> None:
    data = written(
        document(
            items(("Said", note(1, "one"))),
            box("aside", p(("Said", note(2, "two")), "aside-text")),
            table("facts", None, row(cell(("Said", note(3, "three"))), cell(("Said", note(4, em("four")))))),
        )
    )
    notes = find(opened(data).root("word/footnotes.xml"), "w:footnote[not(@w:type)]")
    assert [words(found) for found in notes] == [" one", " two", " three", " four"]
    assert faults(data) == []


def test_two_hundred_notes_are_numbered_through() -> None:
    data = written(document(*[p(("Said.", note(n, f"Note number {n}."))) for n in range(1, 201)]))
    assert values(body(data), "//w:footnoteReference/@w:id") == [str(n) for n in range(1, 201)]
    assert faults(data) == []


def test_a_note_that_is_called_again_is_a_field_that_shows_its_number() -> None:
    again = note(2, "Report, 4.")
    data = written(document(p(("A", note(1, "x"))), items(("B", again), ("C", again), ("D", again))))
    root = body(data)
    assert values(root, "//w:footnoteReference/@w:id") == ["1", "2"]
    [mark] = values(root, "//w:bookmarkStart[starts-with(@w:name, '_Ref')]/@w:name")
    assert values(root, "//w:fldSimple/@w:instr") == [f" NOTEREF {mark} \\f \\h "] * 2
    assert [words(field) for field in find(root, "//w:fldSimple")] == ["2", "2"]
    assert values(root, "//w:fldSimple/w:r/w:rPr/w:rStyle/@w:val") == ["FootnoteReference"] * 2
    assert len(find(opened(data).root("word/footnotes.xml"), "w:footnote[not(@w:type)]")) == 2
    assert faults(data) == []


def test_a_bookmark_stands_round_the_first_call_and_nothing_else() -> None:
    again = note(1, "Report, 4.")
    root = body(written(document(items(("B", again, " more"), ("C", again)))))
    [start] = find(root, "//w:bookmarkStart[starts-with(@w:name, '_Ref')]")
    call, end = [*start.itersiblings()][:2]
    assert find(call, "w:footnoteReference")
    assert (end.tag, end.get(f"{W}id")) == (f"{W}bookmarkEnd", start.get(f"{W}id"))


def test_a_note_that_is_called_once_has_no_bookmark_round_its_call() -> None:
    root = body(written(document(p(("A", note(1, "x"))))))
    assert not find(root, "//w:bookmarkStart[starts-with(@w:name, '_Ref')]")
