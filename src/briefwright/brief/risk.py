"""Risks and opportunities: cause, event, consequence, and how they are assessed."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from briefwright.brief.citation import Citations, citations
from briefwright.brief.dates import PartialDate
from briefwright.brief.judgement import Indicator
from briefwright.brief.part import ClosedList, Id, Part, Record
from briefwright.brief.terms import NOT_ASSESSED, ConfidenceTerm, LikelihoodTerm
from briefwright.brief.text import Line, Prose, line_of
from briefwright.source.scalars import Day, Form, ill_assorted, malformed


class Horizon(Part):
    """The time in which something may happen: two dates, or words tied to a date."""

    start: PartialDate | None = Field(
        default=None, alias="from", description="When the period begins.", examples=["2026-01"]
    )
    end: PartialDate | None = Field(default=None, alias="to", description="When the period ends.", examples=["2028"])
    text: Line | None = Field(
        default=None,
        description="The period in words; give the anchor_date from which it counts.",
        examples=["the next twelve months"],
    )
    anchor_date: Day | None = Field(
        default=None, description="The day from which text counts.", examples=["2026-03-31"]
    )

    @model_validator(mode="after")
    def _has_one_shape(self) -> Self:
        dated = self.start is not None or self.end is not None
        worded = self.text is not None
        if dated == worded or (self.anchor_date is not None and not worded):
            raise ill_assorted("a horizon takes either from and to, or text and anchor_date")
        if self.start and self.end and self.end.latest < self.start.earliest:
            raise ill_assorted("the horizon ends before it begins")
        return self


class RiskCategory(ClosedList):
    """The field in which a risk or an opportunity lies."""

    SECURITY = "security"
    MILITARY = "military"
    ECONOMIC = "economic"
    FINANCIAL = "financial"
    TECHNOLOGY = "technology"
    DIPLOMATIC = "diplomatic"
    DOMESTIC = "domestic"
    LEGAL = "legal"
    SOCIAL = "social"
    HUMANITARIAN = "humanitarian"
    ENVIRONMENTAL = "environmental"
    OPERATIONAL = "operational"
    REPUTATIONAL = "reputational"


class Trend(ClosedList):
    """Which way a risk is moving."""

    RISING = "rising"
    STEADY = "steady"
    FALLING = "falling"
    UNKNOWN = "unknown"


def _impact(text: str) -> int | str:
    if text == NOT_ASSESSED:
        return text
    if text not in {"1", "2", "3", "4", "5"}:
        raise malformed(f'"{text}" is not an impact', "write 1 (least) to 5 (most), or not_assessed")
    return int(text)


Impact = Annotated[
    int | str,
    Form(_impact, {"anyOf": [{"type": "integer", "minimum": 1, "maximum": 5}, {"const": NOT_ASSESSED}]}),
]
"""1 (least) to 5 (most), or `not_assessed`."""


class Prospect(Record):
    """What a risk and an opportunity share."""

    title: Annotated[str, line_of(120)] = Field(
        description="The matter in a few words.", examples=["Exemption spreads to all districts"]
    )
    cause: Prose | None = Field(
        default=None,
        description="What lies behind it. Goes with event and consequence; or write one statement.",
        examples=["The cap has no end date."],
    )
    event: Prose | None = Field(
        default=None, description="What may happen.", examples=["Other districts claim the exemption."]
    )
    consequence: Prose | None = Field(
        default=None, description="What would follow.", examples=["Income falls below the cost of repair."]
    )
    statement: Prose | None = Field(
        default=None,
        description="Cause, event and consequence in one sentence, in their place.",
        examples=["Since the cap has no end date, other districts may claim the exemption."],
    )
    affects: tuple[Id, ...] = Field(
        default=(), description="Ids of the actors whose aims it touches.", examples=[["utilities"]]
    )
    category: RiskCategory | None = Field(
        default=None, description="The field in which it lies.", examples=["economic"]
    )
    horizon: Horizon | None = Field(default=None, description="The time in which it may happen.")
    likelihood: LikelihoodTerm = Field(
        description="A term of methodology.yardstick, or not_assessed with a likelihood_reason.",
        examples=["likely", NOT_ASSESSED],
    )
    likelihood_reason: Prose | None = Field(
        default=None,
        description="Why the likelihood is what it is; required if it is not_assessed.",
        examples=["The sources give no basis for a likelihood."],
    )
    impact: Impact | None = Field(
        default=None,
        description="How large the consequence would be, 1 to 5 (to 3 with a small matrix), or not_assessed "
        "with an impact_basis.",
        examples=["4", NOT_ASSESSED],
    )
    impact_basis: Prose | None = Field(
        default=None,
        description="What the impact rests on, or why it is not assessed.",
        examples=["Repair costs of 2024 in the three districts that lost the income."],
    )
    confidence: ConfidenceTerm | None = Field(
        default=None, description="A term of methodology.confidence_scale.", examples=["low"]
    )
    trend: Trend | None = Field(default=None, description="Which way it is moving.", examples=["rising"])
    indicators: tuple[Indicator, ...] = Field(default=(), description="What to watch for.")
    owner: Line | None = Field(default=None, description="Who watches over it.", examples=["Price regulator"])
    citations: Citations = citations()

    @model_validator(mode="after")
    def _is_stated_once(self) -> Self:
        parted = (self.cause, self.event, self.consequence)
        if self.statement is None and (self.event is None or self.consequence is None):
            raise ill_assorted("takes cause, event and consequence, or one statement")
        if self.statement is not None and any(part is not None for part in parted):
            raise ill_assorted("takes either cause, event and consequence, or one statement, not both")
        return self


class Risk(Prospect):
    """Something unwelcome that may happen."""

    controls: tuple[Prose, ...] = Field(
        default=(), description="What already holds it down.", examples=[["Yearly audit of repairs."]]
    )
    mitigated_by: tuple[Id, ...] = Field(
        default=(), description="Ids of the recommendations that reduce it.", examples=[["end-date"]]
    )
    accepted: Prose | None = Field(
        default=None,
        description="Why the risk is accepted, if no recommendation reduces it.",
        examples=["No actor addressed here can change the weather."],
    )


class Opportunity(Prospect):
    """Something welcome that may happen."""

    pursued_by: tuple[Id, ...] = Field(
        default=(), description="Ids of the recommendations that make use of it.", examples=[["end-date"]]
    )
