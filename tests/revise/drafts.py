"""The drafts of the briefs of this repository, and what they say when they come back."""

from __future__ import annotations

from functools import cache

from briefwright.diagnostics import Report
from briefwright.document.changes import accepted
from briefwright.document.reading import Baseline, Reading
from briefwright.formats.docx.reading import baseline, open_package, read
from briefwright.pipeline import compile_brief
from briefwright.workspace import Workspace
from tests.extraction.compiled import ROOT

ALLIANCE = "north-korea-russia-alliance"
LIABILITY = "russia-north-korea-liability"


@cache
def draft(brief: str = ALLIANCE, house: str = "institute") -> bytes:
    """The draft of a brief as it is sent out."""
    compiled = compile_brief(Workspace(ROOT), ROOT / "briefs" / brief / "brief.yaml", ["docx"], house)
    assert not compiled.report.has_errors
    return compiled.files["docx"]


def came_back(data: bytes) -> Reading:
    """A draft that was edited, its tracked changes as they are."""
    report = Report()
    parts = open_package(data, "draft.docx", report)
    assert parts is not None
    reading = read(parts, report)
    assert not list(report)
    return reading


def settled(data: bytes) -> Reading:
    """A draft that was edited, its tracked changes accepted."""
    return accepted(came_back(data))


def carried(data: bytes) -> Baseline:
    """What a draft carries of its making."""
    report = Report()
    parts = open_package(data, "draft.docx", report)
    assert parts is not None
    found = baseline(parts, report)
    assert found is not None
    assert not list(report)
    return found
