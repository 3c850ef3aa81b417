"""Two versions of a brief: the draft with every change tracked, and the log of what changed field by field."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefwright.brief.load import LoadedBrief
from briefwright.diagnostics import Report, Span
from briefwright.pipeline import check
from briefwright.revise.changelog import change_log
from briefwright.workspace import Version, today

REDLINE, LOG = "redline.docx", "changes.md"
"""How the names of the two files end, after the name of the brief and a hyphen."""

_NOBODY = "Briefwright"
_FILES = ("file", "data")
"""The keys under which a figure names a file."""


@dataclass(frozen=True, slots=True)
class Redlined:
    """The bytes of both files by the ends of their names; with errors in the report there are none.

    `changes` is how many changes are tracked in the draft.
    """

    files: Mapping[str, bytes]
    report: Report
    changes: int = 0


def redline(
    old: Version,
    new: Version,
    style: str | None = None,
    author: str | None = None,
    moment: dt.datetime | None = None,
) -> Redlined:
    """What changed from an old version of a brief to a new one, in the house style of this name or the new one's own.

    The changes are by `author`, else by the first author of the new version, and of `moment`, else of today.
    """
    after = check(new.workspace, new.file, style)
    house = after.document.provenance.house if after.document and after.document.provenance else style
    before = check(old.workspace, old.file, house)
    report = Report([*before.report, *after.report])
    if before.brief is None or after.brief is None:
        return Redlined({}, report)
    _check_versions(before.brief, after.brief, report)
    if before.document is None or after.document is None or after.theme is None or report.has_errors:
        return Redlined({}, report)
    from briefwright.formats.docx.redline import write

    authors = after.document.metadata.authors
    name = author or (authors[0] if authors else _NOBODY)
    made = write(before.document, after.document, after.theme, name, _said(moment), report)
    files = tuple(_other_files(old, new, before.brief, after.brief))
    log = change_log(before.brief.source, after.brief.source, files)
    return Redlined({REDLINE: made.data, LOG: log.encode()}, report, made.changes)


def _check_versions(old: LoadedBrief, new: LoadedBrief, report: Report) -> None:
    """Tell where two briefs cannot be, or may not be, versions of one."""
    languages = old.brief.language, new.brief.language
    if len({language.partition("-")[0].lower() for language in languages}) > 1:
        message = f'the old version is in "{languages[0]}" and the new one in "{languages[1]}"'
        report.add("BW709", _span(new, "language"), message, "compare versions in one language")
    if old.brief.id != new.brief.id:
        message = f'the old version has the id "{old.brief.id}", this one "{new.brief.id}"'
        report.add("BW710", _span(new, "id"), message, "if the brief got another id, all is well")


def _span(brief: LoadedBrief, field: str) -> Span:
    return brief.source.span((field,)) if brief.source.has((field,)) else brief.source.head_span(())


def _said(moment: dt.datetime | None) -> str:
    """A moment as tracked changes name it: in UTC; that of a day is its beginning."""
    if moment is None:
        moment = dt.datetime.combine(today(), dt.time(), dt.UTC)
    if moment.tzinfo is not None:
        moment = moment.astimezone(dt.UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _other_files(old: Version, new: Version, before: LoadedBrief, after: LoadedBrief) -> Iterator[str]:
    """The files that both versions name and that have another content in each."""
    for name in sorted(_named_files(before) & _named_files(after)):
        if _content(old, name) != _content(new, name):
            yield name


def _named_files(brief: LoadedBrief) -> set[str]:
    """The pictures, and the data of charts, that lie beside a brief."""
    found = brief.source.scalars()
    return {scalar.text for path, scalar in found if path[:1] == ("figures",) and path[-1] in _FILES and scalar.text}


def _content(version: Version, name: str) -> bytes | None:
    file = version.workspace.read_beside(version.file, name, Report(), Span(name))
    return file.data if file else None
