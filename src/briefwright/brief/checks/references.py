"""Ids: each names one part, and every reference leads to a part of the right kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefwright.brief.actors import Actor, Motivation, Stakeholder
from briefwright.brief.brief import Brief
from briefwright.brief.checks.finding import Finding, where
from briefwright.brief.citation import Citation
from briefwright.brief.judgement import Indicator, Judgement
from briefwright.brief.objects import Box, Figure, PullQuote, Table
from briefwright.brief.options import Option
from briefwright.brief.part import Named, Part, key_of, parts
from briefwright.brief.publication import Event, Gap, Implication, Waiver
from briefwright.brief.recommendation import Recommendation
from briefwright.brief.risk import Opportunity, Prospect, Risk
from briefwright.brief.scenario import Scenario
from briefwright.brief.sections import (
    BoxRef,
    FigureRef,
    ListBlock,
    Paragraph,
    QuoteBlock,
    Section,
    Subsection,
    TableRef,
)
from briefwright.brief.sources import Source
from briefwright.source.value import Path
from briefwright.source.wording import did_you_mean, one_of, with_article


class _Reference(NamedTuple):
    """A field that holds ids, and the kinds of part that they may name."""

    holder: type[Part]
    attribute: str
    noun: str
    kinds: tuple[type[Named], ...]


_SECTIONS = (Section, Subsection)
_ADDRESSED = (Risk, Opportunity, Motivation, Judgement, Scenario, Option, Gap)
_QUOTED = (Paragraph, ListBlock, QuoteBlock, Source)

_REFERENCES = (
    _Reference(Citation, "source", "source", (Source,)),
    _Reference(Source, "via", "source", (Source,)),
    _Reference(Brief, "further_reading", "source", (Source,)),
    _Reference(Motivation, "actor", "actor", (Actor,)),
    _Reference(Stakeholder, "actor", "actor", (Actor,)),
    _Reference(Prospect, "affects", "actor", (Actor,)),
    _Reference(Recommendation, "actors", "actor", (Actor,)),
    _Reference(Risk, "mitigated_by", "recommendation", (Recommendation,)),
    _Reference(Opportunity, "pursued_by", "recommendation", (Recommendation,)),
    _Reference(Recommendation, "depends_on", "recommendation", (Recommendation,)),
    _Reference(Recommendation, "addresses", "risk, motivation, judgement, scenario or option", _ADDRESSED),
    _Reference(Option, "risks", "risk", (Risk,)),
    _Reference(FigureRef, "figure", "figure", (Figure,)),
    _Reference(TableRef, "table", "table", (Table,)),
    _Reference(BoxRef, "box", "box", (Box,)),
    _Reference(Figure, "after", "section", _SECTIONS),
    _Reference(Table, "after", "section", _SECTIONS),
    _Reference(Box, "after", "section", _SECTIONS),
    _Reference(PullQuote, "after", "section", _SECTIONS),
    _Reference(PullQuote, "origin", "block of text or source", _QUOTED),
    _Reference(Waiver, "target", "part", (Named,)),
)

_NOUNS: dict[type[Part], str] = {
    Source: "source",
    Actor: "actor",
    Recommendation: "recommendation",
    Risk: "risk",
    Opportunity: "opportunity",
    Motivation: "motivation",
    Judgement: "judgement",
    Scenario: "scenario",
    Option: "option",
    Gap: "gap",
    Figure: "figure",
    Table: "table",
    Box: "box",
    Section: "section",
    Subsection: "section",
    Stakeholder: "stakeholder",
    Indicator: "indicator",
    Event: "event",
    Implication: "implication",
    PullQuote: "pull quote",
}


def ids_are_unique(brief: Brief) -> Iterator[Finding]:
    """Every id names one part."""
    for part, path in brief.named_parts:
        first = brief.index[part.id or ""]
        if first != path:
            message = f'the id "{part.id}" already belongs to {where(first)}'
            yield Finding("BW301", (*path, "id"), message, ("choose another id for one of them",))


def references_resolve(brief: Brief) -> Iterator[Finding]:
    """Every reference leads to a part of the kind that it needs."""
    known = {reference.kinds: _ids(brief, reference.kinds) for reference in _REFERENCES}
    for path, part in parts(brief):
        for reference in _REFERENCES:
            if isinstance(part, reference.holder):
                ids = known[reference.kinds]
                for place, identifier in _named(part, path, reference.attribute):
                    if identifier not in ids:
                        yield _unresolved(brief, reference, place, identifier, ids)


def _ids(brief: Brief, kinds: tuple[type[Named], ...]) -> dict[str, None]:
    """The ids of the parts of these kinds, in the order of the model."""
    return {part.id: None for part, _ in brief.named_parts if part.id is not None and isinstance(part, kinds)}


def _named(part: Part, path: Path, attribute: str) -> Iterator[tuple[Path, str]]:
    """The ids that a field names, each with its place."""
    value = getattr(part, attribute)
    below = (*path, key_of(type(part), attribute))
    if isinstance(value, tuple):
        yield from (((*below, index), identifier) for index, identifier in enumerate(value))
    elif value is not None:
        yield below, value


def _unresolved(brief: Brief, reference: _Reference, place: Path, identifier: str, known: Iterable[str]) -> Finding:
    located = brief.record(identifier)
    if located is None:
        message = f'no {reference.noun} has the id "{identifier}"'
    else:
        noun = _NOUNS.get(type(located.part), "block of text")
        message = f'"{identifier}" is {with_article(noun)}; this takes {with_article(reference.noun)}'
    hints = did_you_mean(identifier, known) or one_of("the ids are", known)
    return Finding("BW302", place, message, tuple(hints), missing_id=None if located else identifier)
