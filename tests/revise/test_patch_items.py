"""Items and fields that come, go and move, each with the comments that are its own."""

from __future__ import annotations

import pytest
import yaml

from briefwright.revise.edits import Copy, Delete, Edit, Insert, Move, Replace, Set
from briefwright.revise.patch import patch
from tests.revise.yaml_texts import sound


def _patched(text: str, *edits: Edit) -> str:
    source = sound(text)
    assert source is not None
    return patch(source, edits)


LIST = """\
a:
  # of one
  - one

  # apart

  # of two
  - two  # behind two
  - three
b: c
"""


@pytest.mark.parametrize(
    ("edits", "expected"),
    [
        ([Insert(("a",), 0, "new")], LIST.replace("  # of one", "  - new\n  # of one")),
        ([Insert(("a",), 1, "new")], LIST.replace("  - one\n", "  - one\n  - new\n")),
        ([Insert(("a",), 9, "new")], LIST.replace("  - three\n", "  - three\n  - new\n")),
        ([Delete(("a", 0))], "a:\n\n  # apart\n\n  # of two\n  - two  # behind two\n  - three\nb: c\n"),
        ([Delete(("a", 1))], LIST.replace("  # of two\n  - two  # behind two\n", "")),
        ([Delete(("a", 2))], LIST.replace("  - three\n", "")),
        ([Delete(("a",))], "b: c\n"),
        ([Delete(("a", 0)), Delete(("a", 1)), Delete(("a", 2))], "b: c\n"),
        (
            [Move(("a",), 1, 0)],
            "a:\n  # of two\n  - two  # behind two\n  # of one\n  - one\n\n  # apart\n\n  - three\nb: c\n",
        ),
        (
            [Move(("a",), 1, 3), Replace(("a", 1), "two", "2.")],
            'a:\n  # of one\n  - one\n\n  # apart\n\n  - three\n  # of two\n  - "2."  # behind two\nb: c\n',
        ),
        (
            [Copy(("a",), 1, 2, (((), "copy"),))],
            LIST.replace("  - three", "  # of two\n  - copy  # behind two\n  - three"),
        ),
    ],
)
def test_items_with_their_comments(edits: list[Edit], expected: str) -> None:
    assert _patched(LIST, *edits) == expected


@pytest.mark.parametrize(
    ("text", "edit", "expected"),
    [
        ("a:\n- one\nb: c\n", Insert(("a",), 1, "two"), "a:\n- one\n- two\nb: c\n"),
        ("a:\n    -   one\n", Insert(("a",), 0, {"b": "c", "d": "e"}), "a:\n    -   b: c\n        d: e\n    -   one\n"),
        ("a:\n  - one\n\n  - two\n", Insert(("a",), 2, "three"), "a:\n  - one\n\n  - two\n\n  - three\n"),
        ("a: [one, two]\n", Insert(("a",), 1, "a, b"), 'a: [one, "a, b", two]\n'),
        ("a: [one, two]\n", Delete(("a", 0)), "a: [two]\n"),
        ("a: [\n  one,\n  two,\n]\n", Insert(("a",), 2, "three"), "a: [\n  one,\n  two,\n  three,\n]\n"),
        ("a: [one, two]\n", Move(("a",), 0, 2), "a: [two, one]\n"),
        ("a: {b: c}\n", Set(("a", "d"), ["e"]), "a: {b: c, d: [e]}\n"),
        ("a: {b: c, d: e}\n", Delete(("a", "b")), "a: {d: e}\n"),
        ("a: []\nb: c\n", Insert(("a",), 0, "one"), "a:\n  - one\nb: c\n"),
        ("a:  # why\nb: c\n", Insert(("a",), 0, "one"), "a:  # why\n  - one\nb: c\n"),
        ("b: c\n", Insert(("a",), 0, "one"), "b: c\na:\n  - one\n"),
        ("b: c", Insert(("a",), 0, "one"), "b: c\na:\n  - one"),
        ("a:\nb: c\n", Set(("a",), "one"), "a: one\nb: c\n"),
        ("a:\n  - id: one\n    b: c\n", Delete(("a", 0, "id")), "a:\n  - b: c\n"),
        ("a:\n  - id: one\n", Delete(("a", 0, "id")), "a:\n  - {}\n"),
        ("a:\n  - - one\n    - two\n", Insert(("a", 0), 0, "new"), "a:\n  - - new\n    - one\n    - two\n"),
        ("a:\r\n  - one\r\n", Insert(("a",), 1, ["b", "c"]), "a:\r\n  - one\r\n  - - b\r\n    - c\r\n"),
        (
            "a:\n  - {s: p, l: 2}\n",
            Insert(("a",), 1, {"s": "q", "l": "p. 4"}),
            "a:\n  - {s: p, l: 2}\n  - {s: q, l: p. 4}\n",
        ),
        ("a: {}\n", Set(("a", "b"), "c"), "a:\n  b: c\n"),
        ("- a\n- b\n", Delete((0,)), "- b\n"),
        ("a:\n  b: |+\n    one\n\n  c: d\ne: f\n", Delete(("a", "c")), 'a:\n  b: "one\\n\\n"\ne: f\n'),
    ],
)
def test_new_text_looks_like_the_rest(text: str, edit: Edit, expected: str) -> None:
    assert _patched(text, edit) == expected


def test_a_long_new_text_is_folded_as_the_file_is() -> None:
    prose = "\n      ".join(["word " * 13 + "word"] * 4)
    text = f"a:\n  - b: >-\n      {prose}\n"
    result = _patched(text, Insert(("a",), 1, {"b": "word " * 40 + "end"}))
    assert result.startswith(text + "  - b: >-\n      word")
    assert {len(line) for line in result.splitlines()[7:-1]} == {75}


def test_a_record_is_copied_with_all_that_is_in_it() -> None:
    text = "a:\n  # own\n  - id: one\n    text: >-\n      Folded\n      text.\n    kind: fact  # behind\n"
    result = _patched(text, Copy(("a",), 0, 1, ((("id",), "two"), (("text",), "Folded words."))))
    copy = "  # own\n  - id: two\n    text: >-\n      Folded\n      words.\n    kind: fact  # behind\n"
    assert result == text + copy


def test_what_stands_at_the_top_of_a_file_speaks_of_the_file() -> None:
    assert _patched("# the file\na: b\nc: d\n", Delete(("a",))) == "# the file\nc: d\n"


def test_many_edits_at_once_are_made_in_any_order() -> None:
    text = "a:\n  - x: one\n    y: [p, q]\n  - x: two\nb: c\n"
    edits: list[Edit] = [
        Replace(("a", 1, "x"), "two", "2 more"),
        Move(("a",), 1, 0),
        Insert(("a", 0, "y"), 1, "new"),
        Delete(("a", 0, "x")),
        Set(("d",), "e"),
        Replace(("b",), "c", "f"),
    ]
    expected = "a:\n  - x: 2 more\n  - y: [p, new, q]\nb: f\nd: e\n"
    assert _patched(text, *edits) == expected
    assert _patched(text, *reversed(edits)) == expected


@pytest.mark.parametrize(
    "edits",
    [
        [Delete(("a", 0)), Replace(("a", 0, "x"), "one", "two")],
        [Delete(("a",)), Insert(("a",), 0, "new")],
        [Delete(("a", 0)), Move(("a",), 0, 1)],
        [Delete(("a", 0)), Delete(("a", 0))],
        [Replace(("b",), "c", "d"), Replace(("b",), "c", "e")],
        [Replace(("b",), "other", "d")],
        [Replace(("a",), "c", "d")],
        [Replace(("nowhere",), "c", "d")],
        [Set(("b",), "d")],
        [Set(("new",), "d"), Set(("new",), "e")],
        [Set(("nowhere", "x"), "d")],
        [Set(("new",), 3)],
        [Insert(("b",), 0, "d")],
        [Insert(("a",), -1, "d")],
        [Move(("a",), 7, 0)],
        [Delete(())],
    ],
)
def test_edits_that_contradict_the_file_or_each_other_are_refused(edits: list[Edit]) -> None:
    with pytest.raises(ValueError, match=r"."):
        _patched("a:\n  - x: one\n  - y: two\nb: c\n", *edits)


def test_other_readers_agree() -> None:
    result = _patched(LIST, Insert(("a",), 1, {"k: 1": "no", "list": [], "deep": {"er": ["yes", "1"]}}))
    assert yaml.safe_load(result)["a"][1] == {"k: 1": "no", "list": [], "deep": {"er": ["yes", "1"]}}


def test_a_comment_inside_an_item_stays_inside_it_behind_an_empty_line() -> None:
    text = "a:\n  b:\n    c: >\n      one\n\n    # apart\n"
    long = "word " * 30 + "end"
    patched = _patched(text, Set(("a", "d"), {"e": long}))
    assert yaml.safe_load(patched) == {"a": {"b": {"c": "one\n"}, "d": {"e": long}}}
    assert patched.startswith(text)
