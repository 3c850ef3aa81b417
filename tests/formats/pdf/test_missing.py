"""Characters that cannot be drawn are told where they stand, and never become a box."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefwright.diagnostics import Diagnostic, Report, Span
from briefwright.document.nodes import Document, Origin, Paragraph, Text
from briefwright.document.pictures import Image
from briefwright.formats.pdf.write import write
from briefwright.theme.theme import Theme
from tests.formats.docx import building as s
from tests.formats.pdf.reading import texts


def _at(value: str, span: Span) -> Document:
    origin = Origin("/summary", span)
    return s.document(Paragraph((Text(value, origin),), "body", origin))


def _problems(document: Document, theme: Theme | None = None) -> tuple[bytes, list[Diagnostic]]:
    report = Report()
    data = write(document, theme or s.theme(), report)
    return data, list(report)


def _without_extras() -> Theme:
    base = s.theme()
    fonts = {
        name: family.model_copy(update={"package": "no_such_package"}) if family.extra else family
        for name, family in base.fonts.items()
    }
    return base.model_copy(update={"fonts": fonts})


def test_a_character_without_a_font_is_told_at_its_place() -> None:
    data, problems = _problems(_at("one 𐎀 two", Span("brief.yaml", 7, 12, 7, 21)))
    assert [(p.code, p.span) for p in problems] == [("BW601", Span("brief.yaml", 7, 16, 7, 17))]
    assert problems[0].message == 'no font has the character "𐎀" (U+10380 UGARITIC LETTER ALPA)'
    assert texts(data)[0].split() == ["one", "two"]


def test_a_quoted_text_counts_from_within_its_quotes() -> None:
    _, problems = _problems(_at("a 𐎀", Span("brief.yaml", 7, 12, 7, 17)))
    assert problems[0].span == Span("brief.yaml", 7, 15, 7, 16)


def test_a_text_over_several_lines_is_told_as_a_whole() -> None:
    span = Span("brief.yaml", 7, 12, 9, 3)
    _, problems = _problems(_at("a 𐎀", span))
    assert problems[0].span == span


@pytest.mark.parametrize(
    ("value", "extra", "name"),
    [
        ("로동신문", "cjk", "HANGUL SYLLABLE RO"),
        ("東京", "cjk", "CJK UNIFIED IDEOGRAPH-6771"),
        ("ひらがな", "cjk", "HIRAGANA LETTER HI"),
        ("שלום", "rtl", "HEBREW LETTER SHIN"),
        ("سلام", "rtl", "ARABIC LETTER SEEN"),
    ],
)
def test_a_script_of_an_extra_names_the_extra(value: str, extra: str, name: str) -> None:
    _, problems = _problems(_at(f"In {value}", Span("brief.yaml", 3, 1, 3, 4 + len(value))), _without_extras())
    assert [p.code for p in problems] == ["BW602"]
    assert problems[0].span == Span("brief.yaml", 3, 4, 3, 5)
    assert name in problems[0].message
    assert problems[0].hints == (f'pip install "briefwright[{extra}]"',)


def test_the_same_character_is_told_once_for_each_text() -> None:
    _, problems = _problems(_at("𐎀 and 𐎀 and 𐎁", Span("brief.yaml", 1, 1, 1, 14)))
    assert [p.span.column for p in problems] == [1, 13]


def test_an_unknown_style_is_told_and_leaves_no_file() -> None:
    data, problems = _problems(s.document(s.p("Words", "unheard-of")))
    assert [p.code for p in problems] == ["BW454"]
    assert data == b""


def test_a_house_whose_own_font_is_not_installed_is_told() -> None:
    base = s.theme()
    own = base.family("display").model_copy(update={"package": "no_such_package"})
    fonts = {**base.fonts, base.families["display"]: own}
    data, problems = _problems(s.document(s.p("Words")), base.model_copy(update={"fonts": fonts}))
    assert [(p.code, p.span.file) for p in problems] == [("BW602", "templates/institute/theme.yaml")]
    assert problems[0].hints == ('pip install "no-such-package"',)
    assert data == b""


def test_an_unreadable_picture_is_told() -> None:
    figure = s.figure("alt")
    broken = replace(figure, picture=Image(b"no picture", "image/png"))
    data, problems = _problems(s.document(s.p("before"), broken, s.p("after")))
    assert [(p.code, p.span) for p in problems] == [("BW603", s.HERE.span)]
    assert "after" in texts(data)[0]
