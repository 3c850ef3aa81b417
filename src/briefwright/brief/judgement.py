"""Judgements: what the author concludes, how sure, and what would change it."""

from __future__ import annotations

from pydantic import Field

from briefwright.brief.citation import Citations, citations
from briefwright.brief.part import ClosedList, Named, Part, Record
from briefwright.brief.terms import ConfidenceTerm, LikelihoodTerm
from briefwright.brief.text import Prose


class Assumption(Part):
    """What a judgement takes for granted."""

    text: Prose = Field(description="The assumption.", examples=["Rainfall stays within the range of 1990-2020."])
    if_wrong: Prose | None = Field(
        default=None,
        description="What changes in the judgement if the assumption fails.",
        examples=["Demand outruns supply two years earlier."],
    )


class Alternative(Part):
    """Another reading of the same evidence."""

    text: Prose = Field(description="The alternative.", examples=["Losses fell because demand fell."])
    likelihood: LikelihoodTerm | None = Field(
        default=None, description="A term of methodology.yardstick.", examples=["unlikely"]
    )
    why_not_preferred: Prose | None = Field(
        default=None,
        description="Why the author prefers the judgement.",
        examples=["Demand rose in seven of nine districts [@oecd-2024]."],
    )


class Direction(ClosedList):
    """Which way an indicator moves a likelihood."""

    RAISES = "raises"
    LOWERS = "lowers"


class Indicator(Named):
    """Something to watch for."""

    text: Prose = Field(description="What would be seen.", examples=["A second utility asks for an exemption."])
    direction: Direction = Field(description="Whether it raises or lowers the likelihood.", examples=["raises"])


class Judgement(Record):
    """A key judgement."""

    text: Prose = Field(
        description="The judgement in a sentence or two; keep confidence out of the sentence with the likelihood.",
        examples=["Prices are likely to rise in most districts by 2028."],
    )
    likelihood: LikelihoodTerm | None = Field(
        default=None, description="A term of methodology.yardstick, or not_assessed.", examples=["likely"]
    )
    likelihood_reason: Prose | None = Field(
        default=None,
        description="Why the likelihood is what it is; required if it is not_assessed.",
        examples=["The sources give no basis for a likelihood."],
    )
    confidence: ConfidenceTerm | None = Field(
        default=None, description="A term of methodology.confidence_scale.", examples=["moderate"]
    )
    confidence_basis: Prose | None = Field(
        default=None,
        description="Why the confidence is what it is: number, quality and agreement of sources.",
        examples=["Two independent audits agree; neither covers rural districts."],
    )
    assumptions: tuple[Assumption, ...] = Field(default=(), description="What the judgement takes for granted.")
    alternatives: tuple[Alternative, ...] = Field(default=(), description="Other readings of the evidence.")
    indicators: tuple[Indicator, ...] = Field(default=(), description="What to watch for.")
    citations: Citations = citations()
    change_since: Prose | None = Field(
        default=None,
        description="How the judgement differs from the one published before.",
        examples=["Raised from roughly even chance in the edition of March."],
    )
