"""The names of styles, bookmarks and languages in Word."""

from __future__ import annotations

import pytest

from briefwright.formats.docx.anchors import bookmark_name
from briefwright.formats.docx.languages import directions, word_language
from briefwright.formats.docx.names import style_names
from tests.formats.docx.building import theme


def test_built_in_styles_have_the_names_that_word_writes() -> None:
    names = style_names(theme())
    assert names.paragraphs["heading-1"].name == "heading 1"
    assert names.paragraphs["heading-1"].id == "Heading1"
    assert names.paragraphs["note"].name == "footnote text"
    assert names.paragraphs["title"].name == "Title"
    assert names.texts["note-call"].name == "footnote reference"


def test_our_own_styles_have_names_that_people_can_read() -> None:
    names = style_names(theme())
    assert names.paragraphs["box-label"].name == "Brief Box Label"
    assert names.boxes["card"].name == "Brief Card Box"
    assert names.columns["card"].name == "Brief Card Columns"


@pytest.mark.parametrize("house", ["institute", "ministry"])
def test_no_two_styles_share_an_id(house: str) -> None:
    names = style_names(theme(house))
    groups = (names.paragraphs, names.texts, names.boxes, names.columns, names.tables)
    found = [style.id.lower() for group in groups for style in group.values()]
    assert len(found) == len(set(found))


def test_a_bookmark_is_named_after_its_id() -> None:
    assert bookmark_name("risk-miscalculation") == "bw_risk_miscalculation"


def test_ids_that_differ_only_in_what_a_bookmark_cannot_say_have_bookmarks_that_differ() -> None:
    assert len({bookmark_name(name) for name in ("a-b", "a_b", "A-b", "a.b")}) == 4


def test_a_long_id_is_cut_and_stays_itself() -> None:
    first, second = bookmark_name("a" * 80), bookmark_name("a" * 81)
    assert len(first) == len(second) == 40
    assert first != second


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "en-US"), ("en-GB", "en-GB"), ("fr", "fr-FR"), ("ko", "ko-KR"), ("ru-Latn", "ru-RU"), ("zh-Hant", "zh-TW")],
)
def test_a_language_is_named_with_a_region(language: str, expected: str) -> None:
    assert word_language(language) == expected


def test_a_stretch_from_right_to_left_holds_the_spaces_between_its_words() -> None:
    assert list(directions("x שלום עולם y")) == [("x ", False), ("שלום עולם", True), (" y", False)]
