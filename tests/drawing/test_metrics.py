"""Words are measured in the faces that show them, and break where they must."""

from __future__ import annotations

import pytest

from briefwright.drawing.metrics import Metrics
from tests.formats.docx.building import theme

STYLE = theme().pictures.label


@pytest.mark.parametrize("text", ["Losses", "Российская Федерация", "대한민국", "Œuvre n° 1", "−3.2"])
def test_words_are_as_wide_as_the_pdf_sets_them(text: str) -> None:
    from briefwright.diagnostics import Report
    from briefwright.formats.pdf.looks import of_paragraph
    from briefwright.formats.pdf.typesetter import Typesetter

    typesetter = Typesetter(theme(), Report(), "en-GB")
    set_width = typesetter.setting(of_paragraph(theme().paragraph(STYLE), theme(), "en-GB")).shape(text).width
    assert Metrics(theme()).width(text, STYLE) == pytest.approx(set_width, rel=0.03)


def test_text_breaks_between_words_and_a_word_that_is_too_wide_within() -> None:
    metrics = Metrics(theme())
    assert metrics.lines("one two", STYLE, 1000) == ("one two",)
    assert metrics.lines("one two", STYLE, metrics.width("one tw", STYLE)) == ("one", "two")
    lines = metrics.lines("a Donaudampfschifffahrt b", STYLE, 40.0)
    assert len(lines) > 2
    assert all(metrics.width(line, STYLE) <= 40 for line in lines)
    assert "".join(lines).replace(" ", "") == "aDonaudampfschifffahrtb"


def test_a_letter_that_no_font_has_still_takes_room() -> None:
    assert Metrics(theme()).width("\U00012000", STYLE) > 0
