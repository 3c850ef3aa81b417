"""What an author writes is what is read; what could hang or mislead is refused at its place."""

from __future__ import annotations

import time
from typing import Any

import pytest

from briefwright.diagnostics import Report
from briefwright.source import build
from briefwright.source.reader import decode, read


def _read(text: str) -> tuple[Any, list[str]]:
    report = Report()
    source = read(text, "brief.yaml", report)
    return source and source.data(), [f"{d.code} {d.span.line}:{d.span.column}" for d in report]


@pytest.mark.parametrize(
    "text", ["no", "yes", "on", "1.10", "0x10", "010", "1e3", "2024-06-19", "12:30:45", "=", "Null"]
)
def test_a_scalar_stays_the_text_that_was_written(text: str) -> None:
    assert _read(f"a: {text}\n") == ({"a": text}, [])


@pytest.mark.parametrize("text", ["", "~", "null"])
def test_only_an_empty_plain_scalar_is_nothing(text: str) -> None:
    assert _read(f"a:\n  - {text}\n") == ({"a": [None]}, [])


@pytest.mark.parametrize("text", ["''", '""', "'~'", '"null"'])
def test_what_stands_in_quotes_is_text(text: str) -> None:
    assert _read(f"a: {text}\n") == ({"a": text[1:-1]}, [])


def test_a_byte_order_mark_is_dropped() -> None:
    assert decode(b"\xef\xbb\xbfa: 1\n", "brief.yaml", Report()) == "a: 1\n"


def test_a_duplicate_key_is_refused_at_its_second_place_and_at_its_third() -> None:
    assert _read("a: 1\nb: {c: 1, c: 2}\na: 2\na: 3\n") == (
        {"a": "1", "b": {"c": "1"}},
        ["BW102 2:11", "BW102 3:1", "BW102 4:1"],
    )


def test_an_alias_repeats_its_anchor() -> None:
    assert _read("a: &x {b: [1]}\nc: *x\n") == ({"a": {"b": ["1"]}, "c": {"b": ["1"]}}, [])


def test_an_alias_cannot_deepen_beyond_the_bound() -> None:
    half = build.DEEPEST // 2 + 1
    text = f"a: &x {'[' * half}{']' * half}\nb: {'[' * half}*x{']' * half}\n"
    assert _read(text) == (None, [f"BW103 2:{4 + half}"])


def test_nesting_up_to_the_bound_is_read() -> None:
    depth = build.DEEPEST - 1
    data, told = _read("a: " + "[" * depth + "]" * depth)
    assert data
    assert told == []


@pytest.mark.parametrize(
    "piece", ["[", "{", "- ", "? ", "[1,", "{a: ", "a:\n ", "&a [", "!x [", "*a ", "'", '"', "|", "%", "a: ", "#", "\t"]
)
def test_no_repetition_hangs_or_crashes(piece: str) -> None:
    begun = time.perf_counter()
    text = piece * (900_000 // len(piece))
    _read(text)
    assert time.perf_counter() - begun < 5


def test_many_values_are_refused() -> None:
    assert _read("[" + "1," * (build.MOST_VALUES + 10) + "]")[1] == [f"BW104 1:{2 * build.MOST_VALUES + 2}"]


def test_an_escape_cannot_smuggle_in_what_is_refused() -> None:
    assert _read('a: "\\x07"\n')[1] == ["BW106 1:4"]


def test_tabs_and_line_ends_of_every_kind_are_read() -> None:
    assert _read("a: 'x\ty'\r\nb: z\r\n") == ({"a": "x\ty", "b": "z"}, [])


def test_foreign_scripts_are_read() -> None:
    assert _read("a: 로동신문, Россия, عربي\n") == ({"a": "로동신문, Россия, عربي"}, [])


def test_the_slower_parser_reads_and_refuses_alike(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["a: {b: [1, 'x']}\n", "a: 1\na: 2\n", "a:\n\tb: 1\n", "a: b: c\n", "a: [1\n", "a: 'x\n", "[" * 2000]
    fast = [_read(text)[1] for text in texts]
    monkeypatch.setattr(build, "_LOADER", __import__("yaml").SafeLoader)
    slow = [_read(text)[1] for text in texts]
    assert [[told[:5] for told in found] for found in slow] == [[told[:5] for told in found] for found in fast]
