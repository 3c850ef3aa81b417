"""Each file beside this one is a whole small brief with something wrong in it.

Its first lines say what must be found, and nothing else may be: `# error[BW302] 14:17` (severity, code, line,
column). A file of `BW3xx` is named after its code. What cannot be a text file is built in `test_bytes`.
"""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from briefwright.brief.load import load
from briefwright.codes import CODES
from briefwright.diagnostics import Report
from briefwright.source.reader import LONGEST, decode, read

FOLDER = Path(__file__).parent
FIXTURES = sorted([*FOLDER.glob("bw[123]*.yaml"), FOLDER / "all-problems-in-one-run.yaml"])
TODAY = dt.date(2026, 11, 21)
_EXPECTED = re.compile(r"# (\w+)\[(BW\d{3})\] (\d+):(\d+)")


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_a_broken_brief_tells_its_problems_and_no_others(fixture: Path) -> None:
    text = fixture.read_text(encoding="utf-8")
    report = Report()
    load(text, fixture.name, TODAY, report)
    found = [(str(d.severity), d.code, d.span.line, d.span.column) for d in report]
    expected = [
        (match[1], match[2], int(match[3]), int(match[4]))
        for line in text.splitlines()
        if (match := _EXPECTED.match(line))
    ]
    assert found == expected


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_every_message_is_one_plain_line(fixture: Path) -> None:
    report = Report()
    load(fixture.read_text(encoding="utf-8"), fixture.name, TODAY, report)
    for diagnostic in report:
        for line in (diagnostic.message, *diagnostic.hints):
            assert line
            assert "\n" not in line
            assert not line.endswith(".") or line in diagnostic.hints
            assert not re.search(r"pydantic|validator|NoneType|dict|tuple|str\b|ctx|Input should", line)


def test_bytes_that_are_not_utf_8_are_refused_where_they_stand() -> None:
    report = Report()
    assert decode("title: Å\nsubtitle: ".encode() + b"\xff\n", "brief.yaml", report) is None
    assert [(d.code, d.span.line, d.span.column) for d in report] == [("BW105", 2, 11)]


def test_a_file_beyond_the_bound_is_refused_unread() -> None:
    report = Report()
    assert decode(b"[" * 10_000_000, "brief.yaml", report) is None
    assert [(d.code, str(d.span)) for d in report] == [("BW104", "brief.yaml:1:1")]


def test_control_characters_are_refused_where_they_stand() -> None:
    report = Report()
    assert read("title: a\x07b\nsubtitle: \x85\n", "brief.yaml", report) is None
    assert [(d.code, d.span.line, d.span.column) for d in report] == [("BW106", 1, 9), ("BW106", 2, 11)]
    assert LONGEST == 1 << 20


def test_a_file_with_more_problems_than_anybody_reads_says_so() -> None:
    report = Report()
    load("id: a\n" + "".join(f"key-{number}: x\n" for number in range(300)), "brief.yaml", TODAY, report)
    assert [(d.code, d.span.line, d.span.column) for d in report if d.code == "BW208"] == [("BW208", 1, 1)]
    assert len(report) == 201


def test_every_code_of_reading_shape_and_rules_is_shown_here() -> None:
    shown = {match[2] for fixture in FIXTURES for match in _EXPECTED.finditer(fixture.read_text(encoding="utf-8"))}
    shown |= {"BW104", "BW105", "BW208"}
    assert {code for code in CODES if code[2] in "123"} == shown
