"""Recommendations: who should do what, by when, with which instrument."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, Tag, model_validator

from briefwright.brief.citation import Citations, citations
from briefwright.brief.dates import Duration
from briefwright.brief.identifiers import Currency
from briefwright.brief.part import ClosedList, Id, Part, Record
from briefwright.brief.terms import EvidenceStrength
from briefwright.brief.text import Line, Prose, line_of
from briefwright.source.scalars import Day, Form, Number, ill_assorted, not_allowed


class Instrument(ClosedList):
    """By what means a recommendation is carried out."""

    LEGISLATION = "legislation"
    REGULATION = "regulation"
    SANCTIONS = "sanctions"
    EXPORT_CONTROL = "export_control"
    DIPLOMACY = "diplomacy"
    MEDIATION = "mediation"
    TREATY = "treaty"
    ALLIANCE = "alliance"
    FORCE_POSTURE = "force_posture"
    INTELLIGENCE_SHARING = "intelligence_sharing"
    FUNDING = "funding"
    AID = "aid"
    TRADE = "trade"
    INFORMATION = "information"
    MONITORING = "monitoring"
    CAPACITY = "capacity"
    INSTITUTION = "institution"
    RESEARCH = "research"
    OTHER = "other"


class Phase(ClosedList):
    """A stretch of time that the methodology defines."""

    IMMEDIATE = "immediate"
    SHORT = "short"
    MEDIUM = "medium"
    LONG = "long"


class Timeframe(Part):
    """When a recommendation should be carried out, in one of three forms."""

    by: Day | None = Field(default=None, description="The last day for it.", examples=["2026-12-31"])
    within: Duration | None = Field(
        default=None,
        description="A length of time from publication, as an ISO 8601 duration.",
        examples=["P6M", "P90D"],
    )
    phase: Phase | None = Field(
        default=None, description="A phase that methodology.phases defines.", examples=["short"]
    )

    @model_validator(mode="after")
    def _has_one_form(self) -> Self:
        if sum(form is not None for form in (self.by, self.within, self.phase)) != 1:
            raise ill_assorted("a timeframe takes one of by, within and phase")
        return self


class Sum(Part):
    """A sum of money."""

    amount: Annotated[Number, Field(ge=0)] = Field(
        description="The sum, in whole units of the currency.", examples=[2500000]
    )
    currency: Currency = Field(description="Currency, three letters of ISO 4217.", examples=["EUR"])
    basis: Prose | None = Field(
        default=None,
        description="What the sum rests on, and what it covers.",
        examples=["Price list of 2024; first year only."],
    )


class CostNote(ClosedList):
    """What stands in place of a sum."""

    EXISTING_RESOURCES = "existing resources"
    UNKNOWN = "unknown"


def _cost_note(text: str) -> CostNote:
    if text not in set(CostNote):
        raise not_allowed(
            f'"{text}" is not a cost', 'write "existing resources", "unknown", or amount, currency and basis'
        )
    return CostNote(text)


def _kind_of_cost(value: Any) -> str:
    return "a sum" if isinstance(value, (Mapping, Sum)) else "a note"


Cost = Annotated[
    Annotated[Sum, Tag("a sum")] | Annotated[CostNote, Form(_cost_note, {"enum": list(CostNote)}), Tag("a note")],
    Discriminator(_kind_of_cost),
]
"""A sum of money, or `existing resources`, or `unknown`."""


class Strength(ClosedList):
    """How firmly something is recommended."""

    STRONG = "strong"
    CONDITIONAL = "conditional"


class Origin(ClosedList):
    """Whether a recommendation was found in a source or is the author's own."""

    SOURCE = "source"
    AUTHOR = "author"


class Recommendation(Record):
    """Something that the brief asks named actors to do."""

    title: Annotated[str, line_of(120)] = Field(
        description="The recommendation in a few words.", examples=["Give the cap an end date"]
    )
    action: Prose = Field(
        description="What to do, as a sentence that begins with a verb in the imperative.",
        examples=["Amend section 4 of the price order so that the cap lapses at the end of 2027."],
    )
    actors: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Ids of the actors who should do it.", examples=[["ministry"]]
    )
    audience_note: Prose | None = Field(
        default=None,
        description="What a particular reader should know about it.",
        examples=["The price order is made by the ministry alone."],
    )
    instrument: Instrument = Field(description="By what means.", examples=["regulation"])
    target: Prose | None = Field(
        default=None, description="Whom or what it acts on.", examples=["Utilities with more than 10,000 taps."]
    )
    timeframe: Timeframe | None = Field(
        default=None, description="When: by a day, within a length of time, or in a phase."
    )
    cost: Cost | None = Field(
        default=None,
        description="amount, currency and basis; or existing resources; or unknown.",
        examples=["existing resources"],
    )
    success_measure: Prose | None = Field(
        default=None,
        description="By what one will see that it worked.",
        examples=["Losses below 15 percent in every district by 2028."],
    )
    rationale: Prose | None = Field(
        default=None,
        description="Why it is recommended; required for a strong recommendation on low evidence.",
        examples=["No other step reaches the districts that lose most."],
    )
    addresses: Annotated[tuple[Id, ...], Field(min_length=1)] = Field(
        description="Ids of what it answers: risks, opportunities, motivations, judgements, scenarios, options.",
        examples=[["spread-of-exemption"]],
    )
    tradeoffs: Prose | None = Field(
        default=None, description="What it costs elsewhere.", examples=["Prices rise before losses fall."]
    )
    depends_on: tuple[Id, ...] = Field(
        default=(), description="Ids of recommendations that must come first.", examples=[["end-date"]]
    )
    strength: Strength | None = Field(
        default=None, description="Whether it is recommended firmly or on conditions.", examples=["conditional"]
    )
    conditions: Prose | None = Field(
        default=None,
        description="What starts it and what ends it, if it holds on conditions.",
        examples=["Begins after 90 days without a breach; ends with the first one."],
    )
    evidence_strength: EvidenceStrength | None = Field(
        default=None, description="How far the evidence for it can be relied on.", examples=["low"]
    )
    origin: Origin = Field(
        default=Origin.AUTHOR,
        description="Whether a source proposes it, or the author of the brief.",
        examples=["source"],
    )
    response_options: tuple[Line, ...] = Field(
        default=(), description="The answers to tick on a paper for decision.", examples=[["Agreed", "Not agreed"]]
    )
    citations: Citations = citations()
