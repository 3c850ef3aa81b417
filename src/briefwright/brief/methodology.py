"""How the brief was made: scales, matrix, phases, search."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator

from briefwright.brief.dates import Duration, PartialDate
from briefwright.brief.identifiers import LanguageTag
from briefwright.brief.part import ClosedList, Part
from briefwright.brief.recommendation import Phase
from briefwright.brief.terms import CONFIDENCE_TERMS, YARDSTICKS, Band, ConfidenceScale, Yardstick
from briefwright.brief.text import Line, Prose
from briefwright.source.scalars import Flag, Form, Number, ill_assorted, malformed


class SourceGrading(ClosedList):
    """How sources and information are graded."""

    ADMIRALTY = "admiralty"
    NONE = "none"


class TermBand(Part):
    """A term of a custom yardstick with its bounds."""

    term: Line = Field(description="The term.", examples=["fairly likely"])
    low: Annotated[Number, Field(ge=0, le=100)] = Field(description="Lower bound in percent.", examples=[60])
    high: Annotated[Number, Field(ge=0, le=100)] = Field(description="Upper bound in percent.", examples=[80])


def _size(text: str) -> int:
    if text not in {"3", "5"}:
        raise malformed(f'"{text}" is not the size of a matrix', "write 3 or 5")
    return int(text)


_FIVE_BY_FIVE = tuple(
    tuple(row.split())
    for row in (
        "low low low medium medium",
        "low low medium medium high",
        "low medium medium high high",
        "low medium high high critical",
        "medium medium high critical critical",
    )
)


class RiskMatrix(Part):
    """The matrix in which the rating of a risk is looked up.

    Rows stand for likelihood, columns for impact, both the least first. The row of a term is found from
    the middle of its band: 0 to 100 percent are divided evenly among the rows.
    """

    size: Annotated[int, Form(_size, {"enum": [3, 5]})] = Field(
        default=5, description="Number of rows and of columns.", examples=[5]
    )
    labels: Annotated[tuple[Line, ...], Field(min_length=2)] = Field(
        default=("low", "medium", "high", "critical"),
        description="The ratings, the lowest first.",
        examples=[["low", "medium", "high", "critical"]],
    )
    impact_definitions: tuple[Prose, ...] = Field(
        default=(),
        description="What each degree of impact means, the least first; one for each column.",
        examples=[["No service is cut.", "A street has no water for a day.", "A district has no water for a week."]],
    )
    lookup: tuple[tuple[Line, ...], ...] = Field(
        default=(),
        description="The rating of each cell: one list for each row, the least likely first, each with one "
        "label for each impact, the least first. A matrix of five with the usual labels may leave it out.",
        examples=[[["low", "low", "medium"], ["low", "medium", "high"], ["medium", "high", "critical"]]],
    )

    @property
    def ratings(self) -> tuple[tuple[str, ...], ...]:
        """The declared lookup; for a matrix of five with the usual labels that declares none, the built-in one."""
        usual_labels = self.labels == type(self).model_fields["labels"].default
        return self.lookup or (_FIVE_BY_FIVE if self.size == 5 and usual_labels else ())


class Phases(Part):
    """How long the phases of a timeframe last, counted from publication."""

    immediate: Duration | None = Field(default=None, description="Up to how long.", examples=["P3M"])
    short: Duration | None = Field(default=None, description="Up to how long.", examples=["P1Y"])
    medium: Duration | None = Field(default=None, description="Up to how long.", examples=["P3Y"])
    long: Duration | None = Field(default=None, description="Up to how long.", examples=["P10Y"])

    def length(self, phase: Phase) -> Duration | None:
        """How long a phase lasts, if that is defined."""
        found: Duration | None = getattr(self, phase.value)
        return found


class Search(Part):
    """How sources were looked for."""

    databases: tuple[Line, ...] = Field(
        default=(), description="Where they were looked for.", examples=[["Scopus", "OECD iLibrary"]]
    )
    dates: tuple[PartialDate, ...] = Field(
        default=(), description="When; or from when to when.", examples=[["2025-11", "2026-01"]]
    )
    terms: tuple[Line, ...] = Field(
        default=(), description="With which words.", examples=[["non-revenue water AND price cap"]]
    )
    languages: tuple[LanguageTag, ...] = Field(default=(), description="In which languages.", examples=[["en", "fr"]])


class Methodology(Part):
    """How the brief was made, and by which scales its words are to be read."""

    yardstick: Yardstick | None = Field(
        default=None,
        description="The scale of likelihood terms: icd203 (US), phia (UK), or custom with custom_yardstick. "
        "Required if the brief uses a likelihood.",
        examples=["icd203"],
    )
    custom_yardstick: tuple[TermBand, ...] = Field(
        default=(), description="The terms of a custom yardstick with their bounds, the least likely first."
    )
    confidence_scale: ConfidenceScale | None = Field(
        default=None,
        description="The scale of confidence: icd203 or phia (low, moderate, high), or custom with "
        "custom_confidence. Required if the brief uses a confidence.",
        examples=["icd203"],
    )
    custom_confidence: tuple[Line, ...] = Field(
        default=(),
        description="The terms of a custom scale of confidence, the lowest first.",
        examples=[["weak", "fair", "firm"]],
    )
    show_key: Flag = Field(
        default=True, description="Whether the brief prints a key to its likelihood terms.", examples=[True]
    )
    source_grading: SourceGrading = Field(
        default=SourceGrading.NONE,
        description="Whether sources and information are graded by the Admiralty code.",
        examples=["admiralty"],
    )
    risk_matrix: RiskMatrix | None = Field(
        default=None, description="The matrix in which ratings are looked up; without it no risk has a rating."
    )
    phases: Phases | None = Field(
        default=None, description="How long the phases of timeframes last.", examples=[{"short": "P1Y"}]
    )
    notes: Prose | None = Field(
        default=None, description="What a reader should know about the method.", examples=["One source only."]
    )
    search: Search | None = Field(default=None, description="How sources were looked for.")

    @model_validator(mode="after")
    def _declares_custom_scales(self) -> Self:
        if (self.yardstick is Yardstick.CUSTOM) != bool(self.custom_yardstick):
            raise ill_assorted("yardstick: custom and custom_yardstick go together")
        if (self.confidence_scale is ConfidenceScale.CUSTOM) != bool(self.custom_confidence):
            raise ill_assorted("confidence_scale: custom and custom_confidence go together")
        if any(band.high < band.low for band in self.custom_yardstick):
            raise ill_assorted("a band of custom_yardstick has its bounds in the wrong order")
        return self

    @property
    def yardstick_bands(self) -> tuple[Band, ...]:
        """The bands of the declared yardstick, the least likely first."""
        if self.yardstick is None:
            return ()
        if self.yardstick is Yardstick.CUSTOM:
            return tuple(Band((band.term,), band.low, band.high) for band in self.custom_yardstick)
        return YARDSTICKS[self.yardstick]

    @property
    def yardstick_terms(self) -> tuple[str, ...]:
        """Every term of the declared yardstick, the least likely first."""
        return tuple(term for band in self.yardstick_bands for term in band.terms)

    @property
    def confidence_terms(self) -> tuple[str, ...]:
        """The terms of the declared scale of confidence, the lowest first."""
        if self.confidence_scale is None:
            return ()
        return self.custom_confidence or CONFIDENCE_TERMS[self.confidence_scale]

    def band(self, term: str) -> tuple[float, float] | None:
        """The bounds of a likelihood term in percent, or None if the yardstick has no such term."""
        return next(((band.low, band.high) for band in self.yardstick_bands if term in band.terms), None)

    def likelihood_row(self, term: str) -> int | None:
        """The row of the risk matrix in which a likelihood term falls, the least likely first; None without one."""
        band = self.band(term)
        if self.risk_matrix is None or band is None:
            return None
        size = self.risk_matrix.size
        return min(size - 1, int(sum(band) / 2 * size / 100))

    def rating(self, likelihood: str, impact: int) -> str | None:
        """What the risk matrix says of a likelihood term and an impact, or None where it says nothing."""
        row = self.likelihood_row(likelihood)
        ratings = self.risk_matrix.ratings if self.risk_matrix else ()
        if row is None:
            return None
        return ratings[row][impact - 1] if row < len(ratings) and impact <= len(ratings[row]) else None
