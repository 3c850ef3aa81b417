"""The remarks of reviewers beside a brief, told at the fields that they stand on."""

from __future__ import annotations

from pathlib import Path

from briefwright.diagnostics import Report, Span
from briefwright.revise import remarks
from briefwright.revise.remarks import Remark
from briefwright.source.keys import keys
from briefwright.source.reader import decode, read
from briefwright.source.source import Source
from briefwright.workspace import Workspace

REMARKS_FILE = "remarks.yaml"
"""What reviewers wrote in the margin of drafts, beside the brief."""


def open_remarks(workspace: Workspace, brief_file: Path, report: Report) -> None:
    """Tell each remark of reviewers that is open, at the field that it stands on."""
    path = brief_file.with_name(REMARKS_FILE)
    if not path.is_file():
        return
    source = source_of(workspace, brief_file, Report())
    known = known_remarks(workspace, brief_file, report)
    for remark in known or ():
        if not remark.resolved:
            tell_remark(remark, source, Span(workspace.name(path)), report)


def known_remarks(workspace: Workspace, brief_file: Path, report: Report) -> tuple[Remark, ...] | None:
    """The remarks kept beside a brief; None, with a report, where they cannot be read."""
    path = brief_file.with_name(REMARKS_FILE)
    if not path.is_file():
        return ()
    file = workspace.read(path, report)
    text = decode(file.data, file.name, report) if file else None
    return remarks.read(text, file.name, report) if file and text is not None else None


def tell_remark(remark: Remark, source: Source | None, elsewhere: Span, report: Report) -> None:
    """Report a remark at its field; at `elsewhere` where it stands on none."""
    places = {key: pointer for pointer, key in keys(source).items()} if source else {}
    pointer = places.get(remark.field or "")
    path = source.follow(pointer) if source and pointer else None
    span = source.head_span(path) if source and path is not None else elsewhere
    about = f" on {told(remark.quoted)}" if remark.quoted else ""
    report.add("BW826", span, f"{remark.author}{about}: {told(remark.text)}", *map(_told_reply, remark.replies))


def _told_reply(reply: remarks.Reply) -> str:
    return f"{reply.author}: {told(reply.text)}"


def source_of(workspace: Workspace, file: Path, report: Report) -> Source | None:
    """The values of a YAML file, or None with its problems in the report."""
    found = workspace.read(file, report)
    text = decode(found.data, found.name, report) if found else None
    return read(text, found.name, report) if found and text is not None else None


_LONGEST = 200


def told(text: str | None) -> str:
    """A text on one line, in quotes, as long as a message can hold."""
    if text is None:
        return "nothing"
    said = " ".join(text.split())
    return f'"{said if len(said) <= _LONGEST else said[: _LONGEST - 1] + "…"}"'
