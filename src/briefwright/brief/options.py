"""Options: the courses of action that a reader can choose between."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from briefwright.brief.citation import Citations, citations
from briefwright.brief.part import ClosedList, Id, Record
from briefwright.brief.recommendation import Cost
from briefwright.brief.terms import EvidenceStrength
from briefwright.brief.text import Prose, line_of
from briefwright.source.scalars import Flag


class Feasibility(ClosedList):
    """How readily an option can be carried out."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Option(Record):
    """A course of action."""

    title: Annotated[str, line_of(120)] = Field(
        description="The option in a few words.", examples=["Exempt repair from the cap"]
    )
    description: Prose = Field(
        description="What would be done.", examples=["Repair costs pass through to prices for five years."]
    )
    advantages: tuple[Prose, ...] = Field(
        default=(), description="What speaks for it.", examples=[["Repairs pay for themselves."]]
    )
    disadvantages: tuple[Prose, ...] = Field(
        default=(), description="What speaks against it.", examples=[["Prices rise by two percent."]]
    )
    cost: Cost | None = Field(default=None, description="What it costs, and by whose reckoning.")
    feasibility: Feasibility | None = Field(
        default=None, description="How readily it can be carried out.", examples=["medium"]
    )
    evidence_strength: EvidenceStrength | None = Field(
        default=None, description="How far the evidence for it can be relied on.", examples=["moderate"]
    )
    risks: tuple[Id, ...] = Field(
        default=(), description="Ids of the risks that it carries.", examples=[["spread-of-exemption"]]
    )
    recommended: Flag = Field(default=False, description="Whether the brief recommends this option.", examples=[True])
    do_nothing: Flag = Field(
        default=False, description="Whether this is the option of leaving things as they are.", examples=[True]
    )
    citations: Citations = citations()
