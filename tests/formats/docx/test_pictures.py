"""Pictures in the line of text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefwright.diagnostics import Report
from briefwright.document.pictures import Image
from briefwright.formats.docx import write
from tests.formats.docx.building import document, figure, p, theme, written
from tests.formats.docx.reading import body, find, opened, properties, values, words


def test_a_picture_is_as_wide_as_its_share_of_the_measure() -> None:
    root = body(written(document(figure("A grey oblong", width=0.5))))
    size = {name: int(length) / 12700 for name, length in properties(root, "//wp:extent").items()}
    assert size["cx"] == pytest.approx(theme().page.measure / 2, abs=0.01)
    assert size["cy"] == pytest.approx(size["cx"] / 2, abs=0.01), "the picture is twice as wide as high"


def test_a_picture_says_what_it_shows() -> None:
    assert properties(body(written(document(figure("A grey oblong")))), "//wp:docPr")["descr"] == "A grey oblong"


def test_a_picture_that_only_decorates_says_so() -> None:
    root = body(written(document(figure(None))))
    assert "descr" not in properties(root, "//wp:docPr")
    assert values(root, "//wp:docPr//adec:decorative/@val") == ["1"]


def test_the_same_picture_is_stored_once() -> None:
    package = opened(written(document(figure("one"), figure("two"))))
    assert [name for name in package.names if name.startswith("word/media/")] == ["word/media/image1.png"]
    assert values(package.root("word/document.xml"), "//wp:docPr/@id") == ["1", "2"]


def test_a_title_stands_above_the_picture_and_the_rest_below() -> None:
    root = body(written(document(figure("A", p("Title", "caption"), p("Source", "table-note")))))
    made = find(root, "//w:body/w:p")
    assert [words(one) for one in made] == ["Title", "", "Source"]
    assert find(made[1], "w:r/w:drawing")
    assert find(made[1], "w:pPr/w:keepNext")


def test_a_picture_that_cannot_be_read_is_told_at_its_place() -> None:
    report = Report()
    write(document(replace(figure("A"), picture=Image(b"\x89PNG broken", "image/png"))), theme(), report)
    assert [(found.code, found.span.line) for found in report] == [("BW603", 3)]
