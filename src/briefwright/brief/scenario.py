"""Scenarios: coherent pictures of what may come."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from briefwright.brief.citation import Citations, citations
from briefwright.brief.part import Record
from briefwright.brief.risk import Horizon
from briefwright.brief.terms import LikelihoodTerm
from briefwright.brief.text import Prose, Words, line_of


class Scenario(Record):
    """One picture of what may come."""

    title: Annotated[str, line_of(120)] = Field(
        description="The scenario in a few words.", examples=["Prices follow costs"]
    )
    narrative: Annotated[Prose, Words(150)] = Field(
        description="How it comes about, in at most 150 words.",
        examples=["The cap lapses in 2027; utilities raise prices in two steps."],
    )
    likelihood: LikelihoodTerm | None = Field(
        default=None, description="A term of methodology.yardstick, or not_assessed.", examples=["likely"]
    )
    likelihood_reason: Prose | None = Field(
        default=None,
        description="Why the likelihood is what it is; required if it is not_assessed.",
        examples=["No source weighs the two against each other."],
    )
    horizon: Horizon | None = Field(default=None, description="The time that it covers.")
    drivers: tuple[Prose, ...] = Field(
        default=(), description="What pushes events this way.", examples=[["Cost of repair rises."]]
    )
    signposts: tuple[Prose, ...] = Field(
        default=(), description="What would show that it has begun.", examples=[["A draft without a cap."]]
    )
    implications: tuple[Prose, ...] = Field(
        default=(), description="What it would mean for the reader.", examples=[["Subsidies can end."]]
    )
    citations: Citations = citations()
