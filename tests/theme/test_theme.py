"""A theme is read with every name resolved, and a problem in it is told at its place."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefwright.diagnostics import Report, Span
from briefwright.document.nodes import Document, Furniture, List, Metadata, Origin, Paragraph, Styled, Text
from briefwright.theme.checks import check_styles
from briefwright.theme.load import Fonts, load_fonts, load_theme
from briefwright.theme.theme import Theme
from briefwright.theme.units import share

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture(scope="module")
def fonts() -> Fonts:
    report = Report()
    found = load_fonts((TEMPLATES / "_base/fonts.yaml").read_text(encoding="utf-8"), "fonts.yaml", report)
    assert found is not None, list(report)
    return found


def _house(name: str) -> str:
    return (TEMPLATES / name / "theme.yaml").read_text(encoding="utf-8")


def _problems(text: str, fonts: Fonts) -> list[tuple[str, str]]:
    report = Report()
    load_theme(text, "theme.yaml", fonts, report)
    return [(d.code, text.splitlines()[d.span.line - 1][d.span.column - 1 : d.span.end_column - 1]) for d in report]


@pytest.mark.parametrize("house", ["institute", "ministry"])
def test_the_themes_of_the_built_in_houses_have_no_problems(house: str, fonts: Fonts) -> None:
    assert _problems(_house(house), fonts) == []


def test_lengths_become_points(fonts: Fonts) -> None:
    theme = load_theme(_house("institute"), "theme.yaml", fonts, Report())
    assert theme is not None
    assert theme.page.left == pytest.approx(56.69, abs=0.01)
    assert theme.page.measure == pytest.approx(481.89, abs=0.01)


def test_a_style_takes_what_it_leaves_out_from_the_style_it_is_based_on(fonts: Fonts) -> None:
    theme = load_theme(_house("institute"), "theme.yaml", fonts, Report())
    assert theme is not None
    beside = theme.paragraph("beside")
    assert (beside.size, beside.hyphenate, beside.indent_left) == (10.5, True, 0.0)


def test_a_style_does_not_take_the_word_name_of_its_base(fonts: Fonts) -> None:
    theme = load_theme(_house("institute"), "theme.yaml", fonts, Report())
    assert theme is not None
    assert theme.paragraph("body").word == "Body Text"
    assert theme.paragraph("beside").word is None


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("colour: navy, gap: 8", "colour: nayv, gap: 8", "BW451", "nayv"),
        ("display: source-sans-3", "display: source-sans", "BW451", "source-sans"),
        ("subtitle: {size", "subtitle: {font: headline, size", "BW451", "headline"),
        ("beside: {based_on: body", "beside: {based_on: bodi", "BW451", "bodi"),
        ("display: {font: display", "display: {based_on: table-cell, font: display", "BW452", "table-cell"),
        ("  strong: {weight: 600}\n", "", "BW453", None),
        ("size: 8.2, leading", "size: eight, leading", "BW206", "eight"),
        ("leading: 10.8, word", "leding: 10.8, word", "BW201", "leding"),
    ],
)
def test_a_problem_in_a_theme_is_told_at_its_place(
    old: str, new: str, code: str, place: str | None, fonts: Fonts
) -> None:
    text = _house("institute")
    assert old in text
    problems = _problems(text.replace(old, new, 1), fonts)
    assert code in {found for found, _ in problems}
    assert place is None or place in {where for _, where in problems}


def test_a_style_that_the_theme_lacks_is_told_where_the_template_asks_for_it(fonts: Fonts) -> None:
    theme = load_theme(_house("institute"), "theme.yaml", fonts, Report())
    assert isinstance(theme, Theme)
    place = Origin(None, Span("document.xml", 7, 1, 7, 9))
    text = Styled("badge", (Text("A", Origin(None, Span("document.xml", 8))),))
    content = (Paragraph((text,), "byeline", place), List((), "bullet", place))
    report = Report()
    check_styles(Document(Metadata("T", "en", "2026-01-01"), Furniture(), content), theme, report)
    assert [(d.code, d.span.line, d.message) for d in report] == [
        ("BW454", 7, 'the theme has no list style "bullet"'),
        ("BW454", 7, 'the theme has no paragraph style "byeline"'),
        ("BW454", 8, 'the theme has no text style "badge"'),
    ]


def test_columns_fill_the_measure() -> None:
    assert share((10.0, "*", "*"), 100.0, 5.0) == (10.0, 40.0, 40.0)
