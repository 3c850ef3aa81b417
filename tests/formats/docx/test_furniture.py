"""Headers, footers and the page."""

from __future__ import annotations

from briefwright.document.nodes import Furniture
from tests.formats.docx.building import document, line, p, written
from tests.formats.docx.reading import body, find, opened, properties, values, words

FOOT = line("left", "", "right", style="footer")
HEAD = line("head", style="header")


def test_the_page_is_that_of_the_theme() -> None:
    root = body(written(document(p("Words."))))
    assert properties(root, "//w:sectPr/w:pgSz") == {"w": "11906", "h": "16838"}
    margins = properties(root, "//w:sectPr/w:pgMar")
    assert (margins["left"], margins["right"], margins["bottom"], margins["footer"]) == ("1134", "1134", "1247", "567")


def test_the_first_page_has_its_own_header_where_it_differs() -> None:
    package = opened(written(document(p("Words."), furniture=Furniture(header=(HEAD,), footer=(FOOT,)))))
    root = package.root("word/document.xml")
    assert find(root, "//w:sectPr/w:titlePg")
    assert words(package.root("word/header-default.xml")) == "head"
    assert words(package.root("word/header-first.xml")) == ""
    assert values(root, "//w:sectPr/w:headerReference/@w:type") == ["default", "first"]


def test_pages_that_are_all_alike_have_one_header() -> None:
    same = Furniture(first_header=(HEAD,), header=(HEAD,), first_footer=(FOOT,), footer=(FOOT,))
    root = body(written(document(p("Words."), furniture=same), "ministry"))
    assert find(root, "//w:sectPr/w:titlePg") == []
    assert values(root, "//w:sectPr/*/@w:type") == ["default", "default"]


def test_a_first_page_that_begins_higher_pushes_the_text_of_the_others_down() -> None:
    package = opened(written(document(p("Words."))))
    assert properties(package.root("word/document.xml"), "//w:sectPr/w:pgMar")["top"] == "907"
    spaces = values(package.root("word/header-default.xml"), "//w:pStyle/@w:val")
    assert spaces == ["BriefSpace1", "BriefSpace34"], "24 mm, less the 12 mm at which the header begins"
    assert values(package.root("word/header-first.xml"), "//w:pStyle/@w:val") == ["BriefSpace1"]


def test_a_header_is_kept_clear_of_the_text() -> None:
    high = Furniture(header=(HEAD,) * 4)
    package = opened(written(document(p("Words."), furniture=high)))
    assert values(package.root("word/header-default.xml"), "//w:pStyle/@w:val")[-1] == "BriefSpace8"


def test_a_footer_is_kept_clear_of_the_text() -> None:
    high = Furniture(footer=(FOOT,) * 4)
    package = opened(written(document(p("Words."), furniture=high)))
    assert values(package.root("word/footer-default.xml"), "//w:pStyle/@w:val")[0] == "BriefSpace8"
