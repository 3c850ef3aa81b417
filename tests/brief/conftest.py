"""The complete brief, as read."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from briefwright.brief.load import LoadedBrief, load
from briefwright.diagnostics import Report

COMPLETE = Path(__file__).parent / "complete.yaml"


@pytest.fixture(scope="session")
def complete() -> LoadedBrief:
    report = Report()
    loaded = load(COMPLETE.read_text(encoding="utf-8"), COMPLETE.name, dt.date(2026, 11, 21), report)
    assert [d.message for d in report] == []
    assert loaded is not None
    return loaded
