"""Dates: the order in which things can have happened."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from briefwright.brief.brief import Brief
from briefwright.brief.checks.finding import Finding
from briefwright.brief.dates import day_of
from briefwright.source.value import Path

_PUBLICATION: tuple[Path, ...] = (("date",),)


def dates_of_the_brief_are_in_order(brief: Brief) -> Iterator[Finding]:
    """Information ends before publication; what the brief replaces came before, its review comes after."""
    cutoff = brief.information_cutoff
    if cutoff is not None and day_of(cutoff) > brief.date:
        yield _out_of_order(("information_cutoff",), day_of(cutoff), "after", brief.date)
    if brief.review_by is not None and brief.review_by <= brief.date:
        yield _out_of_order(("review_by",), brief.review_by, "not after", brief.date)
    if brief.supersedes is not None and brief.supersedes.date and brief.supersedes.date >= brief.date:
        yield _out_of_order(("supersedes", "date"), brief.supersedes.date, "not before", brief.date)
    for index, recommendation in enumerate(brief.recommendations):
        timeframe = recommendation.timeframe
        if timeframe is not None and timeframe.by is not None and timeframe.by < brief.date:
            yield _out_of_order(("recommendations", index, "timeframe", "by"), timeframe.by, "before", brief.date)


def _out_of_order(path: Path, day: dt.date, relation: str, published: dt.date) -> Finding:
    message = f"{day} is {relation} the date of publication ({published})"
    return Finding("BW304", path, message, (), _PUBLICATION)


def the_timeline_is_in_order(brief: Brief) -> Iterator[Finding]:
    """Events stand in order of time, and what comes after the cut-off is planned."""
    latest: dt.date | None = None
    for index, event in enumerate(brief.timeline):
        path = ("timeline", index, "date")
        if latest is not None and event.date.latest < latest:
            yield Finding("BW322", path, f"{event.date} stands after a later event", ("put events in order of time",))
        latest = max(latest or event.date.earliest, event.date.earliest)
        if event.until is not None and event.until.latest < event.date.earliest:
            yield Finding("BW304", ("timeline", index, "until"), "the event ends before it begins")
        cutoff = brief.information_cutoff
        if cutoff is not None and event.date.earliest > day_of(cutoff) and not event.planned:
            message = f"{event.date} is after the information cut-off ({day_of(cutoff)})"
            hints = ("write planned: true if it is planned, or move information_cutoff",)
            depends = (("information_cutoff",), ("timeline", index, "planned"))
            yield Finding("BW327", path, message, hints, depends)
