"""The files of `BW5xx` beside this one are whole small briefs with something wrong in their prose."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from briefwright.brief.load import load
from briefwright.brief.prose_checks import check_prose
from briefwright.codes import CODES
from briefwright.diagnostics import Report

FIXTURES = sorted(Path(__file__).parent.glob("bw5*.yaml"))
_EXPECTED = re.compile(r"^# (\w+)\[(BW5\d\d)\] (\d+):(\d+)$", re.MULTILINE)


def problems(fixture: Path) -> Report:
    report = Report()
    loaded = load(fixture.read_text(encoding="utf-8"), fixture.name, dt.date(2026, 11, 21), report)
    assert loaded is not None
    check_prose(loaded.brief, loaded.source, report)
    return report


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_broken_prose_is_told_where_it_stands_and_nothing_else(fixture: Path) -> None:
    found = [(str(d.severity), d.code, str(d.span.line), str(d.span.column)) for d in problems(fixture)]
    assert found == _EXPECTED.findall(fixture.read_text(encoding="utf-8"))


@pytest.mark.parametrize("fixture", FIXTURES, ids=lambda fixture: fixture.stem)
def test_every_problem_of_prose_has_a_plain_message_and_a_hint(fixture: Path) -> None:
    for problem in problems(fixture):
        assert problem.hints
        assert not problem.message.endswith(".")
        assert "\n" not in problem.message


def test_every_code_of_prose_has_a_file_of_its_name() -> None:
    assert {fixture.name[:5].upper() for fixture in FIXTURES} == {code for code in CODES if code.startswith("BW5")}
