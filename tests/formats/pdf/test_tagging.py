"""What a reader hears who cannot see the page: the document in its order, each part as what it is."""

from __future__ import annotations

from io import BytesIO

import pikepdf

from briefwright.document.nodes import Checkbox, Document, Furniture, PageCount, PageNumber, Paragraph
from tests.formats.docx import building as s
from tests.formats.pdf.conformance.checks import findings
from tests.formats.pdf.conformance.reading import Opened
from tests.formats.pdf.conformance.spoken import Said, said
from tests.formats.pdf.reading import written


def _said(document: Document, house: str = "institute") -> Said:
    return said(written(document, house))


def test_the_title_is_the_first_heading_and_sections_come_below_it() -> None:
    heard = _said(s.document(s.title("Dues"), s.section("a", s.heading("Context"), s.heading("Before", 2), s.p("x"))))
    assert heard.outline == "Document[H1 Sect[H2 H3 P]]"
    assert [one.text for one in heard.all("H1", "H2", "H3")] == ["Dues", "Context", "Before"]


def test_no_level_of_heading_is_skipped() -> None:
    heard = _said(s.document(s.heading("a", 2), s.heading("b", 3), s.heading("c", 1), s.heading("d", 3), s.p("x")))
    assert heard.outline == "Document[H1 H2 H1 H2 P]"


def test_a_note_is_read_after_the_paragraph_that_calls_it() -> None:
    heard = _said(s.document(s.p(("Dues rise", s.note(1, "One."), " and fall", s.note(2, "Two."), ".")), s.p("After")))
    assert heard.outline == ("Document[P[Reference[Link] Reference[Link]] Note[Lbl[Link]] Note[Lbl[Link]] P]")
    assert [part.text for part in heard.parts if isinstance(part, Said)] == [
        "Dues rise1 and fall2.",
        "1One.",
        "2Two.",
        "After",
    ]


def test_a_note_that_is_called_again_is_read_once() -> None:
    note = s.note(1, "One.")
    heard = _said(s.document(s.p(("a", note)), s.p(("b", note))))
    assert heard.outline == "Document[P[Reference[Link]] Note[Lbl[Link]] P[Reference[Link]]]"


def test_a_paragraph_over_two_pages_is_one() -> None:
    heard = _said(s.document(s.p("quay " * 2500)))
    assert heard.outline == "Document[P]"
    assert heard.text.count("quay") == 2500


def test_a_note_over_two_pages_is_one() -> None:
    heard = _said(s.document(s.p(("Called", s.note(1, "quay " * 1500)))))
    assert len(heard.all("Note")) == 1
    assert heard.all("Note")[0].text.count("quay") == 1500


def test_columns_are_read_one_after_the_other_and_are_no_table() -> None:
    side, text = (s.heading("Why now", 2, "side-heading"),), (s.p("Because.", "beside"), s.p("So.", "beside"))
    heard = _said(s.document(s.heading("Context"), s.columns("beside", side, text)))
    assert heard.outline == "Document[H1 H2 P P]"


def test_items_have_labels_and_say_how_they_are_numbered() -> None:
    heard = _said(s.document(s.items("one", "two"), s.items("first", style="numbered")))
    assert heard.outline == "Document[L[LI[Lbl LBody[P]] LI[Lbl LBody[P]]] L[LI[Lbl LBody[P]]]]"
    assert [one.text for one in heard.all("Lbl")] == ["•", "•", "1."]
    assert [one.object.A.ListNumbering for one in heard.all("L")] == ["/Disc", "/Decimal"]


def test_the_number_of_a_paragraph_is_read_before_it() -> None:
    heard = _said(s.document(s.p("Dues rise.", "numbered", number=7)), "ministry")
    assert heard.text.replace(".", "") == "7Dues rise"


def test_a_table_tells_what_its_cells_are() -> None:
    body = [s.row(s.cell("Aby", header=True), "high", "low", "none") for _ in range(2)]
    head = s.row("Town", "Dues", "Storm", "Repair", style="table-head")
    heard = _said(s.document(s.table("stakeholders", head, *body, title=s.said("Towns"), summary="Towns and dues")))
    row = "TR[TH[P] TD[P] TD[P] TD[P]]"
    assert heard.outline == f"Document[Table[Caption THead[TR[TH[P] TH[P] TH[P] TH[P]]] TBody[{row} {row}]]]"
    scopes = [one.object.A.Scope for one in heard.all("TH")]
    assert scopes == ["/Column"] * 4 + ["/Row"] * 2
    assert heard.all("Table")[0].object.A.Summary == "Towns and dues"


def test_headers_below_a_table_head_its_columns() -> None:
    row = s.row(s.cell("5", header=True), "A", "B")
    scale = s.row(s.cell(), s.cell("unlikely", header=True), s.cell("likely", header=True))
    heard = _said(s.document(s.table("stakeholders", None, row, scale)))
    assert [one.object.A.Scope for one in heard.all("TH")] == ["/Row", "/Column", "/Column"]


def test_a_short_row_ends_with_empty_cells_and_a_wide_cell_tells_its_span() -> None:
    head = s.row("Town", "Dues", "Storm", style="table-head")
    heard = _said(s.document(s.table("stakeholders", head, s.row("a"), s.row(s.cell("wide", span=2), "b"))))
    assert "TR[TD[P] TD TD]" in heard.outline
    assert heard.all("TD")[3].object.A.ColSpan == 2


def test_a_head_that_is_said_again_is_read_once() -> None:
    rows = [s.row("Aby", "words " * 60, "low", "none") for _ in range(30)]
    data = written(s.document(s.table("stakeholders", s.row("Zoning", "b", "c", "d", style="table-head"), *rows)))
    assert len(pikepdf.open(BytesIO(data)).pages) > 1
    assert said(data).text.count("Zoning") == 1


def test_a_figure_is_its_description_between_the_parts_of_its_caption() -> None:
    heard = _said(s.document(s.figure("A quay in a storm", s.p("The quay", "caption"))))
    (figure,) = heard.all("Figure")
    assert figure.object.Alt == "A quay in a storm"
    assert all(float(value) > 0 for value in figure.object.A.BBox)
    assert "Caption[P]" in heard.outline
    assert not figure.all("Caption")


def test_a_picture_that_says_nothing_is_not_read() -> None:
    assert _said(s.document(s.p("a"), s.figure(None), s.p("b"))).outline == "Document[P P]"


def test_a_link_is_read_with_its_words_and_its_address() -> None:
    heard = _said(s.document(s.p(("See ", s.link("https://example.org", "the letter"), "."))))
    (link,) = heard.all("Link")
    assert link.text == "the letter"
    assert link.object.K[1].Obj.Contents == "https://example.org"


def test_a_reference_to_nothing_is_no_link() -> None:
    assert _said(s.document(s.p(("See ", s.to("nowhere", "there"))))).outline == "Document[P[Span]]"


def test_stress_and_importance_are_told() -> None:
    heard = _said(s.document(s.p((s.em("Dues"), " are ", s.strong("likely")))))
    assert heard.outline == "Document[P[Em Strong]]"


def test_foreign_words_are_read_in_their_language() -> None:
    heard = _said(s.document(s.p(("The paper ", s.foreign("Le Monde", "fr"), " said"))))
    assert [(one.text, str(one.object.Lang)) for one in heard.all("Span")] == [("Le Monde", "fr")]


def test_hangul_is_korean_whoever_wrote_it_and_cyrillic_is_whatever_it_is() -> None:
    opened = Opened(written(s.document(s.p("The papers 로동신문 and Правда said so"))))
    spans = [one.around[-1].properties["/Lang"] for page in opened.painted for one in page if len(one.around) > 1]
    assert {str(tag) for tag in spans} == {"ko"}


def test_a_box_to_tick_is_read_as_one() -> None:
    paragraph = Paragraph((Checkbox(), *s.said(" Agreed")), "body", s.HERE)
    heard = _said(s.document(paragraph))
    assert heard.text == "☐ Agreed"
    assert heard.outline == "Document[P[Span]]"


def test_the_header_of_the_first_page_is_read_once_before_all_else() -> None:
    header = (s.line("No. 7", s.styled("marking", "SECRET"), ("Page ", PageNumber(), " of ", PageCount())),)
    footer = (s.line("Institute of Coasts", s.styled("marking", "SECRET"), (PageNumber(),)),)
    paragraphs = [s.p("quay " * 400) for _ in range(3)]
    data = written(s.document(s.title("Dues"), *paragraphs, furniture=Furniture(header, header, footer, footer)))
    heard = said(data)
    assert heard.outline == "Document[P P P H1 P P P]"
    assert [one.text for one in heard.all("P")][:3] == ["No. 7", "SECRET", "Page 1 of 3"]
    assert heard.text.count("SECRET") == 1
    assert "Coasts" not in heard.text
    assert findings(data) == []


def test_the_headers_of_other_pages_and_all_footers_are_not_read() -> None:
    line = (s.line("Institute of Coasts"),)
    heard = _said(s.document(s.p("Dues"), furniture=Furniture((), line, line, line)))
    assert heard.outline == "Document[P]"


def test_the_parts_of_a_line_are_read_apart() -> None:
    heard = _said(s.document(s.line("Institute", "", "2026", style="masthead"), s.p("x")))
    assert [one.text for one in heard.all("P")] == ["Institute", "2026", "x"]


def test_a_block_that_stands_twice_is_read_twice() -> None:
    block = s.p("again")
    assert [one.text for one in _said(s.document(block, s.p("and"), block)).all("P")] == ["again", "and", "again"]
