"""From the text of a file to a brief, with every problem of its values told in one run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any

from briefwright.brief.brief import Brief
from briefwright.brief.checks import findings
from briefwright.brief.checks.finding import Finding
from briefwright.diagnostics import Report, Span
from briefwright.source.reader import read
from briefwright.source.repair import Losses
from briefwright.source.source import Source
from briefwright.source.validate import MOST_PROBLEMS, validate_parts
from briefwright.source.value import Mapping as MappingValue
from briefwright.source.value import Path, Scalar


@dataclass(frozen=True, slots=True)
class LoadedBrief:
    """A brief and the file it came from; they agree on every path.

    If parts of the file could not be read they are in neither, `is_whole` is false, and `lost_ids` are their ids:
    such a brief serves to look for further problems, and no more.
    """

    brief: Brief
    source: Source
    is_whole: bool = True
    lost_ids: frozenset[str] = frozenset()


def load(text: str, file: str, today: dt.date, report: Report) -> LoadedBrief | None:
    """The brief in the text of a file, as far as it can be read; None if too little of it can."""
    source = read(text, file, report)
    if source is None:
        return None
    outcome = validate_parts(Brief, source, report, _stand_ins(today))
    if outcome.model is None:
        return None
    lost_ids = _ids(source) - _ids(outcome.source)
    for finding in islice(findings(outcome.model, today), MOST_PROBLEMS):
        if finding.missing_id not in lost_ids and not _rests_on_losses(finding, outcome.source, outcome.losses):
            report.add(finding.code, _span(outcome.source, finding.path), finding.message, *finding.hints)
    return LoadedBrief(outcome.model, outcome.source, outcome.is_whole, lost_ids)


def _stand_ins(today: dt.date) -> Mapping[str, Any]:
    """Values that require nothing of the rest, for required fields of a brief that lacks them."""
    return {
        "schema_version": "1",
        "id": "unnamed",
        "type": "commentary",
        "title": "Untitled",
        "date": today.isoformat(),
        "status": "draft",
        "authors": [{"name": "Unknown"}],
        "purpose": "inform",
        "summary": {"bluf": "None", "key_points": ["None", "None", "None"]},
        "context": [{"id": "unnamed", "heading": "None", "body": ["None"]}],
        "sources": [
            {"id": "unknown", "type": "document", "publisher": "None", "retrieval": "name_only"},
        ],
    }


def _ids(source: Source) -> frozenset[str]:
    return frozenset(scalar.text for path, scalar in source.scalars() if path[-1:] == ("id",) and scalar.text)


def _rests_on_losses(finding: Finding, source: Source, losses: Losses) -> bool:
    return any(losses.touch(source, path) for path in (finding.path, *finding.depends))


def _span(source: Source, path: Path) -> Span:
    value = source.value(path)
    if isinstance(value, Scalar):
        return source.span(path)
    if isinstance(value, MappingValue) or not source.has(path):
        return source.head_span(path)
    return source.key_span(path)
