"""What changed from one text to another, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.document.differences import Difference, word_differences, words


def _marked(old: str, new: str) -> str:
    """The differences as `[-was-]{+is+}`."""
    return "".join(map(_mark, word_differences(old, new)))


def _mark(one: Difference[str]) -> str:
    if one.same:
        return "".join(one.new)
    was, found = "".join(one.old), "".join(one.new)
    return (f"[-{was}-]" if was else "") + (f"{{+{found}+}}" if found else "")


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "The state’s well-known 10,000.5 towns",
            ["The", " ", "state’s", " ", "well-known", " ", "10,000.5", " ", "towns"],
        ),
        ("Yes, no.", ["Yes", ",", " ", "no", "."]),
        ("政府は表示", ["政", "府", "は", "表", "示"]),
        ("정부는 항구가", ["정부는", " ", "항구가"]),
    ],
)
def test_words_are_cut_as_people_read_them(text: str, cut: list[str]) -> None:
    assert words(text) == cut


@given(st.text())
def test_words_joined_are_the_text(text: str) -> None:
    assert "".join(words(text)) == text


def test_changed_words_are_marked() -> None:
    assert _marked("The dues pay for the quay.", "The dues pay for a quay.") == "The dues pay for [-the-]{+a+} quay."


def test_marks_are_not_interrupted_for_a_space_or_a_sign() -> None:
    assert _marked("It was the old quay, mostly.", "It was a new quay, mostly.") == (
        "It was [-the old-]{+a new+} quay, mostly."
    )


def test_texts_with_little_in_common_differ_as_a_whole() -> None:
    assert _marked("Ships wait in the harbour for days", "Nobody knows the reason of it") == (
        "[-Ships wait in the harbour for days-]{+Nobody knows the reason of it+}"
    )


@given(old=st.text("ab ,c", max_size=40), new=st.text("ab ,c", max_size=40))
def test_both_texts_are_whole_in_their_differences(old: str, new: str) -> None:
    found = word_differences(old, new)
    assert "".join("".join(one.old) for one in found) == old
    assert "".join("".join(one.new) for one in found) == new
    assert all(one.old == one.new for one in found if one.same)
