"""Line breaking and division."""

from __future__ import annotations

import pytest

from briefwright.formats.pdf.division import divide, divide_anywhere
from briefwright.formats.pdf.linebreak import Item, Setting, break_lines


def _items(text: str, width: float = 10.0) -> list[Item]:
    """Words whose every letter has this width, parted by spaces of the same width."""
    items: list[Item] = []
    for number, word in enumerate(text.split()):
        if number:
            items.append(Item(width, " ", is_glue=True))
        items.append(Item(width * len(word), word))
    return items


def _lines(items: list[Item], measure: float, indent: float = 0.0) -> list[str]:
    return [
        "".join(item.content or "" for item in items[line.start : line.end])
        for line in break_lines(items, Setting(measure, indent))
    ]


def test_the_best_lines_are_those_of_the_whole_paragraph() -> None:
    items = _items("aaa bb cc ddddd")
    assert _lines(items, 60) == ["aaa", "bb cc", "ddddd"]


def test_no_line_is_wider_than_the_measure() -> None:
    items = _items("one three five seven nine eleven thirteen fifteen")
    assert all(len(line) <= 10 for line in _lines(items, 100))


def test_a_forced_break_ends_the_line() -> None:
    items = [*_items("aa bb"), Item(0.0, is_break=True, cost=None), *_items("cc")]
    assert _lines(items, 500) == ["aa bb", "cc"]


def test_the_first_line_may_be_indented() -> None:
    items = _items("aaa bbb ccc")
    assert _lines(items, 70) == ["aaa bbb", "ccc"]
    assert _lines(items, 70, indent=10) == ["aaa", "bbb ccc"]


def test_a_box_wider_than_the_measure_stands_alone() -> None:
    assert _lines(_items("aa bbbbbbbbbbbb cc"), 50) == ["aa", "bbbbbbbbbbbb", "cc"]


def test_a_paragraph_without_items_is_one_empty_line() -> None:
    assert len(break_lines([], Setting(100))) == 1


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("https://example.org/one-two", ["https://", "example.", "org/", "one-", "two"]),
        ("nuclear-armed", ["nuclear-", "armed"]),
        ("2024–25", ["2024–25"]),
        ("NATO", ["NATO"]),
        ("조선의。", ["조", "선", "의。"]),
        ("(北京)", ["(北", "京)"]),
        ("soft\u00adware", ["soft", "ware"]),
        ("“infrastructure”,", ["“in", "fra", "struc", "ture”,"]),
    ],
)
def test_words_divide_where_readers_expect_it(word: str, parts: list[str]) -> None:
    assert [part.text for part in divide(word, "en-GB", True)] == parts


@pytest.mark.parametrize("word", ["infrastructure", "https://example.org", "ab"])
def test_the_parts_of_a_word_make_the_word(word: str) -> None:
    assert "".join(part.text for part in divide(word, "en-GB", True)) == word
    assert "".join(part.text for part in divide_anywhere(word, "en-GB")) == word


def test_a_language_without_a_dictionary_is_not_hyphenated() -> None:
    assert len(divide("infrastructure", "tlh", True)) == 1
