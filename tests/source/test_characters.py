"""Every character of a text leads back to where it was written, however YAML wrote it."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.diagnostics import Report
from briefwright.source.reader import read
from briefwright.source.source import Source


def _read(text: str) -> Source:
    report = Report()
    source = read(text, "brief.yaml", report)
    assert source is not None, [d.message for d in report]
    assert not list(report)
    return source


def _written(source: Source, start: int, end: int) -> str:
    first, last = source.inner_offsets(("a", 0), start, end)
    return source.text[first:last]


def _stands_for(written: str, character: str) -> bool:
    if character in " \n":
        return written == character or written in ("\n", "\r\n", r"\n", r"\x20", "\\ ", "\\_", r"\u000A")
    return written in (character, "''", f'"{character}"') or (
        written.startswith("\\") and _unescaped(written) == character
    )


def _unescaped(written: str) -> str:
    return str(yaml.safe_load(f'"{written}"'))


WORDS = st.text(alphabet="ab:#'\"\\é한🙂*[]{}", min_size=1, max_size=4)
LINES = st.lists(st.lists(WORDS, min_size=0, max_size=4).map(" ".join), min_size=1, max_size=6)


def _assert_exact(source: Source) -> None:
    (value,) = source.data()["a"]
    for index, character in enumerate(value):
        written = _written(source, index, index + 1)
        assert _stands_for(written, character), (character, written, source.text)
    offsets = [source.inner_offsets(("a", 0), index, index + 1) for index in range(len(value))]
    assert offsets == sorted(offsets)
    assert all(end <= start for (_, end), (start, _) in pairwise(offsets))


@settings(max_examples=300, deadline=None)
@given(lines=LINES, newline=st.sampled_from(["\n", "\r\n"]), indent=st.integers(1, 4))
def test_single_quoted_texts(lines: list[str], newline: str, indent: int) -> None:
    body = (newline + " " * (indent + 3)).join(line.replace("'", "''") for line in lines)
    text = f"a:{newline}  - '{body}'{newline}"
    _assert_unless_empty(text)


@settings(max_examples=300, deadline=None)
@given(lines=LINES, newline=st.sampled_from(["\n", "\r\n"]), joint=st.sampled_from(["", " ", "\\", " \\", "\t"]))
def test_double_quoted_texts(lines: list[str], newline: str, joint: str) -> None:
    escaped = [
        line.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\xe9").replace("🙂", "\\U0001F642")
        for line in lines
    ]
    text = f'a:{newline}  - "{(joint + newline + "    ").join(escaped)}"{newline}'
    _assert_unless_empty(text)


@settings(max_examples=300, deadline=None)
@given(lines=LINES, newline=st.sampled_from(["\n", "\r\n"]), trailing=st.sampled_from(["", " ", "\t"]))
def test_plain_texts(lines: list[str], newline: str, trailing: str) -> None:
    kept = [re.sub(r"[:#'\"\\\[\]{}*]", "x", line) for line in lines]
    text = f"a:{newline}  - x{(trailing + newline + '    ').join(kept)}{newline}"
    _assert_unless_empty(text)


@settings(max_examples=500, deadline=None)
@given(
    lines=st.lists(
        st.tuples(st.sampled_from(["", "", " ", "  ", "\t"]), st.lists(WORDS, max_size=3).map(" ".join)), max_size=7
    ),
    style=st.sampled_from("|>"),
    chomping=st.sampled_from(["", "-", "+"]),
    indent=st.integers(1, 3),
    is_declared=st.booleans(),
    newline=st.sampled_from(["\n", "\r\n"]),
    end=st.sampled_from(["", "\n", "\n\n\n", "\n# a comment\n", "\nb: next\n"]),
)
def test_block_texts(
    lines: list[tuple[str, str]], style: str, chomping: str, indent: int, is_declared: bool, newline: str, end: str
) -> None:
    body = [" " * (2 + indent) + extra + words if words else "" for extra, words in [("", "first"), *lines]]
    header = f"{style}{indent if is_declared else ''}{chomping} # how it is written"
    text = f"a:\n  - {header}\n{chr(10).join(body)}{end}".replace("\n", newline)
    _assert_unless_empty(text)


def _assert_unless_empty(text: str) -> None:
    source = read(text, "brief.yaml", Report())
    if source is not None and source.data()["a"][0] is not None:
        _assert_exact(source)


@pytest.mark.parametrize(
    ("text", "word", "place"),
    [
        ("a: one two\n", "two", "1:8"),
        ("a: one\n  two\n", "two", "2:3"),
        ("a: 'it''s two'\n", "two", "1:11"),
        ('a: "\\u00e9\\t two"\n', "two", "1:14"),
        ('a: "one \\\n   two"\n', "two", "2:4"),
        ("a: >-\n  one\n  two\n\n  three\n", "three", "5:3"),
        ("a: |2-\n    one\n  two\n", "two", "3:3"),
        ("a: &anchor # why\n  one two\n", "two", "2:7"),
        ("a: |\r\n  one\r\n  two\r\n", "two", "3:3"),
    ],
)
def test_a_word_is_found_where_it_was_written(text: str, word: str, place: str) -> None:
    source = _read(text)
    start = source.data()["a"].index(word)
    span = source.inner_span(("a",), start, start + len(word))
    assert f"{span.line}:{span.column}" == place
    assert (span.end_line, span.end_column) == (span.line, span.column + len(word))


def test_an_empty_stretch_stands_before_its_character_or_at_the_end() -> None:
    source = _read("a: one\n")
    assert source.inner_offsets(("a",), 1, 1) == (4, 4)
    assert source.inner_offsets(("a",), 3, 3) == (6, 6)


def test_a_long_text_is_worked_out_in_time() -> None:
    source = _read('a: "' + "x " * 200_000 + " " * 100_000 + 'end"\n')
    end = len(source.data()["a"])
    assert source.inner_offsets(("a",), end - 3, end) == (500_004, 500_007)
