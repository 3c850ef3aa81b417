"""Documents that run from right to left."""

from __future__ import annotations

from pathlib import Path

from tests import judges
from tests.formats.docx.building import document, p, row, table, written
from tests.formats.docx.reading import body, find, opened, properties, values, words

HEBREW = document(
    p("שלום עולם (OECD 2026), שוב."),
    table("stakeholders", row("א", "ב", "ג", "ד", style="table-head"), row("ה", "ו", "ז", "ח")),
    language="he",
)


def test_paragraphs_tables_and_pages_run_as_the_document_does() -> None:
    data = written(HEBREW)
    styles = opened(data).root("word/styles.xml")
    assert len(find(styles, "w:docDefaults/w:pPrDefault/w:pPr/w:bidi")) == 1
    assert properties(styles, "w:docDefaults//w:lang")["bidi"] == "he-IL"
    tables = find(body(data), ".//w:tbl")
    assert tables
    assert all(find(found, "w:tblPr/w:bidiVisual") for found in tables)
    assert len(find(body(data), ".//w:sectPr/w:bidi")) == 1


def test_what_stands_between_words_runs_as_the_document_does() -> None:
    runs = find(find(body(written(HEBREW)), ".//w:p")[0], ".//w:r")
    assert [(words(run), bool(find(run, "w:rPr/w:rtl"))) for run in runs] == [
        ("שלום עולם (", True),
        ("OECD", False),
        (" 2026), שוב.", True),
    ]
    assert values(runs[0], "w:rPr/w:lang/@w:bidi") == ["he-IL"]


def test_a_document_that_runs_to_the_right_says_nothing_of_it() -> None:
    data = written(document(p("Words."), table("stakeholders", row("a", "b", "c", "d"))))
    for part in ("word/styles.xml", "word/document.xml"):
        assert find(opened(data).root(part), ".//w:bidi | .//w:bidiVisual") == []


def test_office_finds_no_error_in_a_document_that_runs_to_the_left(tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(written(HEBREW))
    assert judges.sdk_errors(tmp_path / "draft.docx", "Microsoft365") == []
    assert judges.sdk_errors(tmp_path / "draft.docx", "Office2019") == []
