"""Sources: what each must say of itself, and how they rest on one another."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from briefwright.brief.brief import Brief
from briefwright.brief.checks.finding import Finding
from briefwright.brief.citation import Citation
from briefwright.brief.dates import day_of
from briefwright.brief.part import parts
from briefwright.brief.sources import Retrieval, Source
from briefwright.source.value import Path


def _sources(brief: Brief) -> Iterator[tuple[Path, Source]]:
    return ((("sources", index), source) for index, source in enumerate(brief.sources))


def sources_say_enough(brief: Brief) -> Iterator[Finding]:
    """A source says what a reader needs to find it, or that nobody saw it."""
    for path, source in _sources(brief):
        name_only = source.retrieval is Retrieval.NAME_ONLY
        if source.title is None and not name_only:
            yield _lacks(path, "title", "a title", "retrieval: name_only (if nobody has seen it)")
        if not (source.author or source.publisher or source.container_title or source.chatham_house_rule):
            fields = ("author", "publisher", "container_title")
            yield _lacks(
                path, "author", "an author, a publisher or a container_title", "publisher or container_title", *fields
            )
        if source.issued is None and not source.undated and not name_only:
            yield _lacks(path, "issued", "a date of issue", "undated: true (if it bears none)", "undated")
        if source.issued is not None and source.undated:
            message = "a source that is undated has no date of issue"
            yield Finding("BW325", (*path, "undated"), message, ("remove one of the two",))
        if source.url is not None and source.accessed is None:
            yield _lacks(path, "accessed", "the day on which its web address was opened", "", "url")


def _lacks(path: Path, field: str, what: str, otherwise: str, *others: str) -> Finding:
    hint = f"add {field}{' or ' if otherwise else ''}{otherwise}"
    depends = tuple((*path, name) for name in (field, *others))
    return Finding("BW325", (*path, "id"), f"this source lacks {what}", (hint,), depends)


def second_hand_sources_name_what_was_read(brief: Brief) -> Iterator[Finding]:
    """A source seen only through another says so, and leads to one that was read."""
    for path, source in _sources(brief):
        if source.via is None:
            continue
        if source.retrieval not in (Retrieval.NAME_ONLY, Retrieval.UNAVAILABLE):
            message = f"a source known through another cannot be {source.retrieval}"
            hints = ("write retrieval: name_only or unavailable, or remove via",)
            yield Finding("BW303", (*path, "retrieval"), message, hints)
        through = _source(brief, source.via)
        if source.via == source.id:
            yield Finding("BW303", (*path, "via"), "a source cannot be known through itself")
        elif through is not None and through.retrieval is not Retrieval.READ:
            message = f'"{source.via}" was not read itself, so nothing can be known through it'
            yield Finding("BW303", (*path, "via"), message, ("name the source that was read",))


def sources_are_not_opened_in_the_future(brief: Brief, today: dt.date) -> Iterator[Finding]:
    """Nobody has opened or archived a source on a day that has not come yet."""
    for path, source in _sources(brief):
        for field, day in (("accessed", source.accessed), ("archived", source.archived)):
            if day is not None and day > today:
                yield Finding("BW304", (*path, field), f"{day} has not come yet (today is {today})")


def sources_are_in_order_of_time(brief: Brief) -> Iterator[Finding]:
    """A source is issued, then opened and archived; none is younger than the cut-off."""
    for path, source in _sources(brief):
        if source.issued is None:
            continue
        for field, day in (("accessed", source.accessed), ("archived", source.archived)):
            if day is not None and day < source.issued.earliest:
                message = f"{day} is before the source was issued ({source.issued})"
                yield Finding("BW304", (*path, field), message, (), ((*path, "issued"),))
        cutoff = brief.information_cutoff
        if cutoff is not None and source.issued.earliest > day_of(cutoff):
            message = f"the source was issued after the information cut-off ({day_of(cutoff)})"
            hints = ("move information_cutoff, or leave the source out",)
            yield Finding("BW305", (*path, "issued"), message, hints, (("information_cutoff",),))


def the_rule_of_chatham_house_hides_names(brief: Brief) -> Iterator[Finding]:
    """What was said under the Chatham House Rule is cited without names or affiliations."""
    for path, source in _sources(brief):
        for field in ("author", "editor", "translator"):
            if source.chatham_house_rule and getattr(source, field):
                message = "a source under the Chatham House Rule names nobody"
                hints = ("remove the names; say what kind of person spoke in the title",)
                yield Finding("BW316", (*path, field), message, hints)


def confirmed_information_has_two_sources(brief: Brief) -> Iterator[Finding]:
    """Credibility 1 rests on two sources that do not depend on each other."""
    for path, part in parts(brief):
        cited = getattr(part, "citations", ())
        for index, citation in enumerate(cited):
            if citation.credibility == 1 and not _is_confirmed(brief, citation, cited):
                message = "credibility 1 needs a second, independent source for the same claim"
                hints = ("cite a source of another publisher, or write credibility: 2",)
                place = (*path, "citations", index, "credibility")
                yield Finding("BW312", place, message, hints, ((*path, "citations"), ("sources",)))


def _is_confirmed(brief: Brief, citation: Citation, cited: tuple[Citation, ...]) -> bool:
    first = _source(brief, citation.source)
    others = (_source(brief, other.source) for other in cited)
    return first is None or any(other is not None and _are_independent(first, other) for other in others)


def _are_independent(one: Source, other: Source) -> bool:
    if one.id == other.id or one.via == other.id or other.via == one.id:
        return False
    return (one.publisher or one.container_title) != (other.publisher or other.container_title)


def _source(brief: Brief, identifier: str) -> Source | None:
    located = brief.record(identifier)
    return located.part if located and isinstance(located.part, Source) else None
