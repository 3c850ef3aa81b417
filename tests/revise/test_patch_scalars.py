"""A new text in the place of an old one, in every style that YAML has."""

from __future__ import annotations

import difflib

import pytest
import yaml

from briefwright.revise.edits import Replace
from briefwright.revise.patch import patch
from tests.revise.yaml_texts import sound


def _with(text: str, new: str) -> str:
    """The text with another value for its field `a`."""
    source = sound(text)
    assert source is not None
    result = patch(source, [Replace(("a",), source.data()["a"], new)])
    assert yaml.safe_load(result)["a"] == new
    return result


def test_a_question_mark_in_brackets_is_quoted_because_some_readers_end_the_text_there() -> None:
    assert _with("a: one\n", "so?") == "a: so?\n"
    source = sound("a: [one, two]\n")
    assert source is not None
    assert patch(source, [Replace(("a", 0), "one", "so?")]) == 'a: ["so?", two]\n'


@pytest.mark.parametrize(
    ("text", "new", "expected"),
    [
        ("a: one  # why\n", "two", "a: two  # why\n"),
        ("a: 'it''s one'\n", "it's two", "a: 'it''s two'\n"),
        ('a: "one\\t\\u00e9"\n', "two\té", 'a: "two\\t\\u00e9"\n'),
        ("a: one\n  two\n  three\n", "one 2 three", "a: one\n  2\n  three\n"),
        ("a: 'one\n\n  two'\n", "one\n2", "a: 'one\n\n  2'\n"),
        ("a: >-\n  one\n  two\n\n  three\n", "one 2\nthree", "a: >-\n  one\n  2\n\n  three\n"),
        ("a: |\n  one\n\n  two\n", "one\n\n2\n", "a: |\n  one\n\n  2\n"),
        ("a: |2-\n    one\n  two\n", "  one\n2", "a: |2-\n    one\n  2\n"),
        ("a: |+\n  one\n\nb: c\n", "two\n\n", "a: |+\n  two\n\nb: c\n"),
        ("a: >  # why\n  one\n", "two", "a: >-  # why\n  two\n"),
        ("a: | # why\n  one\nb: c\n", "one ", 'a: "one " # why\nb: c\n'),
        ("a: >-\n  one\n", "one\n", "a: >\n  one\n"),
        ("a: &x one\nb: 1\n", "two", "a: &x two\nb: 1\n"),
        ("a:\n  one\n", "two", "a:\n  two\n"),
        ("a: one\r\n", "two", "a: two\r\n"),
        ("a: >-\r\n  one\r\n  two\r\n", "one 2", "a: >-\r\n  one\r\n  2\r\n"),
        ("a: one", "two", "a: two"),
        ("a: |\n  one", "one two\n", "a: |\n  one two\n"),
    ],
)
def test_the_style_stays(text: str, new: str, expected: str) -> None:
    assert _with(text, new) == expected


MISREAD = ["no", "Yes", "y", "null", "~", "1.10", "0o7", "1e5", "12:30", "2024-06-19", "=", "<<", "---", "..."]
NOT_PLAIN = ["", " a", "a ", "a: b", "a #b", "a:", "a\tb", "- a", "? a", *(f"{mark}a" for mark in "*&!|>@%`[{'\"")]


@pytest.mark.parametrize("new", [*MISREAD, *NOT_PLAIN])
def test_what_others_would_misread_is_quoted(new: str) -> None:
    assert _with("a: one\n", new)[3] in "\"'"


@pytest.mark.parametrize("new", ["Ünïcode 🙂", "100 %", "a-b", "it's", "1.2.3", "10\u00a0km", "a:b", "C#", "러시아"])
def test_what_nobody_could_misread_is_not(new: str) -> None:
    assert _with("a: one\n", new) == f"a: {new}\n"


@pytest.mark.parametrize(("old", "new"), [("2024-06-19", "2024-06-20"), ("12", "13"), ("1.10", "1.20"), ("no", "yes")])
def test_a_number_that_was_not_quoted_still_is_not(old: str, new: str) -> None:
    source = sound(f"a: {old}\n")
    assert source is not None
    assert patch(source, [Replace(("a",), old, new)]) == f"a: {new}\n"


def test_quotes_are_those_that_the_file_prefers_and_that_need_no_escapes() -> None:
    assert _with("a: one\nb: 'x'\n", "no") == "a: 'no'\nb: 'x'\n"
    assert _with('a: one\nb: "x"\n', "no") == 'a: "no"\nb: "x"\n'
    assert _with('a: one\nb: "x"\n', '"no"') == 'a: \'"no"\'\nb: "x"\n'


@pytest.mark.parametrize("text", ["a: one  # why\n", "a: 'one'  # why\n", 'a: "one"  # why\n'])
def test_a_text_that_has_become_long_is_folded_and_its_comment_stays(text: str) -> None:
    new = "word " * 30 + "end"
    header, *lines = _with(text, new).splitlines()
    assert header == "a: >-  # why"
    assert all(line.startswith("  word") and 90 < len(line) <= 100 for line in lines[:-1])


def test_line_breaks_make_a_literal_block() -> None:
    assert _with("a: one\n", "one\ntwo") == "a: |-\n  one\n  two\n"


def test_a_long_text_in_brackets_stays_on_its_line() -> None:
    source = sound("a: [one, two]\n")
    assert source is not None
    new = "word " * 30 + "end"
    assert patch(source, [Replace(("a", 0), "one", new)]) == f"a: [{new}, two]\n"


LINES = [f"This is line {number} of a paragraph that somebody wrapped with care at about eighty" for number in range(9)]


def _changed_lines(old: str, new: str) -> list[str]:
    diff = difflib.unified_diff(old.splitlines(), new.splitlines(), n=0, lineterm="")
    return [line for line in diff if line[0] in "+-" and line[:3] not in ("+++", "---")]


@pytest.mark.parametrize("start", ["a: >-\n  ", "a: ", "a: '", 'a: "'])
def test_two_changed_words_in_a_long_text_change_one_line(start: str) -> None:
    end = start[-1].strip() if start[-1] in "'\"" else ""
    text = start + "\n  ".join(LINES) + end + "\n"
    new = " ".join(LINES).replace("line 4 of a", "row 4 of a")
    assert _changed_lines(text, _with(text, new)) == [
        f"-  {LINES[4]}",
        "+  This is row 4 of a paragraph that somebody wrapped with care at about eighty",
    ]


def test_what_is_over_in_a_line_goes_to_the_next_if_that_has_room() -> None:
    short = [*LINES[:4], "Short.", *LINES[5:]]
    text = "a: >-\n  " + "\n  ".join(short) + "\n"
    new = " ".join(short).replace("line 3 of", "line 3, which has become somewhat longer, of")
    changed = _changed_lines(text, _with(text, new))
    assert [line[:9] for line in changed] == ["-  This is"[:9], "-  Short."[:9], "+  This is"[:9], changed[3][:9]]
    assert changed[3].endswith(" Short.")


def test_what_is_over_in_a_line_stands_alone_if_the_next_is_full() -> None:
    text = "a: >-\n  " + "\n  ".join(LINES) + "\n"
    new = " ".join(LINES).replace("line 3 of", "line 3, which has become somewhat longer, of")
    assert [line[0] for line in _changed_lines(text, _with(text, new))] == ["-", "+", "+"]


def test_two_changes_far_apart_leave_the_lines_between_them() -> None:
    text = "a: >-\n  " + "\n  ".join(LINES) + "\n"
    new = " ".join(LINES).replace("line 1 of", "row 1 of").replace("line 7 of", "row 7 of")
    assert len(_changed_lines(text, _with(text, new))) == 4


def test_lines_that_nobody_wraps_are_not_wrapped() -> None:
    text = "a: >-\n  " + "word " * 40 + "end\n"
    assert _with(text, "word " * 41 + "end") == text.replace("end", "word end")


def test_a_repeated_value_changes_in_one_place_alone() -> None:
    source = sound("a: &x one\nb: *x\nc: *x\n")
    assert source is not None
    assert patch(source, [Replace(("b",), "one", "two")]) == "a: &x one\nb: two\nc: *x\n"
    assert patch(source, [Replace(("a",), "one", "two")]) == "a: &x two\nb: one\nc: one\n"


def test_a_value_in_a_repeated_mapping_changes_in_one_place_alone() -> None:
    text = "a: &x\n  b: one\n  c: [d]\ne: *x\n"
    source = sound(text)
    assert source is not None
    assert patch(source, [Replace(("e", "b"), "one", "two")]) == "a: &x\n  b: one\n  c: [d]\ne:\n  b: two\n  c: [d]\n"
