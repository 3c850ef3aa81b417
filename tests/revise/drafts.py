"""The drafts of the briefs of this repository, and what they say when they come back."""

from __future__ import annotations

import io
import re
import zipfile
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


def without_marks(data: bytes) -> bytes:
    """The draft without all that ties it to its brief: what it carries, its controls and its bookmarks."""
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            if "customXml" not in name and name != "docProps/custom.xml":
                new.writestr(name, _unmarked(name, old.read(name)))
    return target.getvalue()


def _unmarked(name: str, part: bytes) -> bytes:
    if name.endswith(".rels"):
        return re.sub(rb"<Relationship [^>]*(?:customXml|custom-properties)[^>]*/>", b"", part)
    if name == "[Content_Types].xml":
        return re.sub(rb"<Override [^>]*(?:customXml|docProps/custom)[^>]*/>", b"", part)
    part = re.sub(rb"<w:sdtPr>.*?</w:sdtPr>", b"", part)
    part = re.sub(rb"</?w:sdt(?:Content)?>", b"", part)
    return re.sub(rb"<w:bookmark(?:Start|End)[^>]*/>", b"", part)
