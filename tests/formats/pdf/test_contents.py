"""The contents list of a PDF: entries that lead to the pages they name, heard as a list of contents."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from briefwright.diagnostics import Report
from briefwright.document.contents import listed
from briefwright.document.nodes import Block, Contents, Document
from briefwright.formats.pdf.write import drawn, lay_out
from tests.formats.docx import building as s
from tests.formats.pdf.conformance.spoken import said
from tests.formats.pdf.reading import letters, texts, written


def _document(*content: Block, levels: int = 2, language: str = "en-GB") -> Document:
    contents = Contents(s.said("Contents"), 0, levels, s.HERE)
    return listed(s.document(s.title("Dues"), contents, *content, language=language))


def _chapters(count: int) -> list[Block]:
    made: list[Block] = []
    for number in range(1, count + 1):
        made += [s.heading(f"Chapter {number}"), s.p("quay " * 900), s.heading(f"Part {number}", 2), s.p("x")]
    return made


@pytest.mark.parametrize("house", ["institute", "ministry"])
def test_each_entry_names_the_page_on_which_its_heading_stands(house: str) -> None:
    document = _document(*_chapters(6))
    laid_out = lay_out(document, s.theme(house))
    pages, shown = laid_out.pages_of_entries, texts(drawn(laid_out, Report()))
    assert len(set(pages.values())) > 6
    for target, page in pages.items():
        words = target.removeprefix("heading:").replace("-", " ").capitalize()
        assert any(line.strip() == words for line in shown[page - 1].splitlines()), (words, page)
        assert any(line.startswith(words) and line.endswith(f" {page}") for line in shown[0].splitlines()), words


def test_an_entry_leads_to_its_heading() -> None:
    with pikepdf.open(BytesIO(written(_document(*_chapters(3))))) as pdf:
        links = [link for link in pdf.pages[0].Annots if "/Dest" in link]
        goals = {str(link.Contents).split(" ")[-1]: _page(pdf, link.Dest[0]) for link in links}
    assert goals
    assert all(int(shown) == page for shown, page in goals.items())


def _page(pdf: pikepdf.Pdf, wanted: pikepdf.Object) -> int:
    return next(number for number, page in enumerate(pdf.pages, start=1) if page.objgen == wanted.objgen)


def test_it_is_heard_as_a_list_of_contents_in_which_parts_stand_below_their_chapter() -> None:
    document = _document(s.heading("One"), s.heading("Two", 2), s.heading("Three", 2), s.heading("Four"), s.p("x"))
    heard = said(written(document))
    entry = "Reference[Link]"
    inner = f"TOCI[{entry}]"
    assert heard.outline.startswith(
        f"Document[H1 TOC[Caption TOCI[{entry} TOC[{inner} {inner}]] TOCI[{entry}]] H2 H3 H3 H2 P"
    )
    assert [one.text for one in heard.all("Link")] == ["One 1", "Two 1", "Three 1", "Four 1"]


def test_dots_are_drawn_and_never_read() -> None:
    assert "..." not in "".join(texts(written(_document(*_chapters(2))))).replace(" ", "")


def test_a_long_heading_has_its_number_on_its_last_line() -> None:
    data = written(_document(s.heading("A heading that is far longer than one line of a list " * 3), s.p("x")))
    lines = [line for line in texts(data)[0].splitlines() if "far longer" in line or "of a list" in line]
    assert not lines[0].rstrip().endswith(" 1")
    assert any(line.rstrip().endswith(" 1") for line in lines[1:])


def test_numbers_stand_at_the_left_of_a_document_that_runs_from_right_to_left() -> None:
    data = written(_document(s.heading("سياق"), s.p("نص"), language="ar"))
    [number] = [letter for letter in letters(data)[0] if letter.text == "1"]
    heading = [letter for letter in letters(data)[0] if letter.text in "سياق" and letter.top < number.bottom + 2]
    assert number.right < min(letter.left for letter in heading)
