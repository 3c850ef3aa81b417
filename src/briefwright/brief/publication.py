"""A brief as a publication: its kind, its series, its rights, its place among other editions."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from briefwright.brief.citation import Citations, citations
from briefwright.brief.dates import PartialDate
from briefwright.brief.identifiers import Doi, Isbn, Issn, Licence
from briefwright.brief.part import ClosedList, Id, Named, Part
from briefwright.brief.text import Label, Line, Prose, line_of
from briefwright.source.scalars import Day, Flag, Whole


class BriefType(ClosedList):
    """What kind of paper it is."""

    POLICY_BRIEF = "policy_brief"
    BRIEFING_NOTE = "briefing_note"
    SUBMISSION = "submission"
    INTELLIGENCE_ASSESSMENT = "intelligence_assessment"
    EVIDENCE_BRIEF = "evidence_brief"
    BACKGROUNDER = "backgrounder"
    COMMENTARY = "commentary"


class Stance(ClosedList):
    """Whether the paper argues for a course."""

    ADVOCACY = "advocacy"
    OBJECTIVE = "objective"
    NEUTRAL = "neutral"


class LengthProfile(ClosedList):
    """How long the paper is meant to be."""

    ONE_PAGE = "one_page"
    TWO_PAGE = "two_page"
    FOUR_PAGE = "four_page"
    EIGHT_PAGE = "eight_page"
    NONE = "none"


class Status(ClosedList):
    """How far the paper has come."""

    DRAFT = "draft"
    REVIEW = "review"
    FINAL = "final"
    SUPERSEDED = "superseded"
    WITHDRAWN = "withdrawn"


class Purpose(ClosedList):
    """What the reader is to do with the paper."""

    INFORM = "inform"
    ADVISE = "advise"
    DECIDE = "decide"


class PublicationSeries(Part):
    """The series in which the paper appears."""

    title: Line = Field(description="Title of the series.", examples=["Policy Briefs"])
    number: Label | None = Field(default=None, description="Number in the series.", examples=["2026/4"])
    issn: Issn | None = Field(
        default=None, description="ISSN of the series; its check digit is verified.", examples=["0378-5955"]
    )
    strapline: Line | None = Field(
        default=None, description="What the series is, in a line.", examples=["Answers for decision makers"]
    )


class Edition(Part):
    """Another edition of the paper."""

    id: Id = Field(description="Its id.", examples=["water-losses-2025"])
    date: Day | None = Field(default=None, description="Its date.", examples=["2025-03-31"])
    number: Label | None = Field(default=None, description="Its number.", examples=["2025/9"])


class Decision(Part):
    """The decision that the paper asks for."""

    decision_maker: Line = Field(description="Who decides.", examples=["Minister for Water"])
    deadline: Day = Field(description="The last day for the decision.", examples=["2026-04-30"])
    reason: Prose = Field(description="Why it is needed by then.", examples=["The price order is laid on 1 May."])


class Rights(Part):
    """Who holds the rights, and what others may do."""

    holder: Line = Field(description="Who holds the rights.", examples=["Water Institute"])
    year: Annotated[Whole, Field(ge=1900, le=2200)] = Field(description="Year.", examples=[2026])
    licence: Licence | None = Field(
        default=None, description="Licence: an SPDX name or a web address.", examples=["CC-BY-4.0"]
    )
    statement: Prose | None = Field(
        default=None, description="Further words on rights.", examples=["Figure 2 is used by permission."]
    )


class Identifiers(Part):
    """Numbers under which the paper is registered."""

    doi: Doi | None = Field(default=None, description="DOI, without an address.", examples=["10.1000/182"])
    isbn: Isbn | None = Field(
        default=None, description="ISBN; its check digit is verified.", examples=["978-0-306-40615-7"]
    )
    issn: Issn | None = Field(default=None, description="ISSN; its check digit is verified.", examples=["0378-5955"])
    report_number: Label | None = Field(
        default=None, description="Number that the publisher gives it.", examples=["WI-26-04"]
    )


class Event(Named):
    """An event of the timeline."""

    date: PartialDate = Field(
        description="When, as far as known: 2024, 2024-06 or 2024-06-19.", examples=["2024-06-19"]
    )
    until: PartialDate | None = Field(default=None, description="When it ended, if it lasted.", examples=["2024-11"])
    label: Annotated[str, line_of(40)] | None = Field(
        default=None,
        description="What happened in a few words, for the picture of the timeline.",
        examples=["Prices capped"],
    )
    text: Prose = Field(description="What happened.", examples=["The regulator caps prices [@order-2024, s. 4]."])
    planned: Flag = Field(default=False, description="Whether it is planned and has not happened yet.", examples=[True])
    citations: Citations = citations()


class Implication(Named):
    """What could happen as a consequence of the findings; the text alone may be written in its place."""

    text: Prose = Field(description="What could happen.", examples=["Utilities without meters may fall behind."])
    citations: Citations = citations()


class NextStep(Part):
    """What happens after the paper."""

    step: Prose = Field(description="What is to be done.", examples=["Circulate the draft order."])
    owner: Line | None = Field(default=None, description="Who does it.", examples=["Water policy desk"])
    by: Day | None = Field(default=None, description="The last day for it.", examples=["2026-05-15"])


class Gap(Named):
    """Something that nobody knows and that would matter."""

    question: Prose = Field(description="The open question.", examples=["How much do farms draw?"])
    why_it_matters: Prose | None = Field(
        default=None, description="What the answer would change.", examples=["It decides who pays."]
    )
    how_to_close: Prose | None = Field(
        default=None, description="How it could be answered.", examples=["Meter ten farms for a year."]
    )


class Abbreviation(Part):
    """An abbreviation and what it stands for."""

    short: Line = Field(description="The abbreviation.", examples=["NRW"])
    long: Line = Field(description="What it stands for.", examples=["non-revenue water"])
    plural: Line | None = Field(
        default=None, description="What its plural stands for.", examples=["non-revenue waters"]
    )


class Term(Part):
    """A name or word that the brief writes in one way."""

    preferred: Line = Field(description="The word to use.", examples=["North Korea"])
    variants: tuple[Line, ...] = Field(
        default=(), description="Other words for the same.", examples=[["DPRK", "the North"]]
    )
    rule: Line | None = Field(
        default=None, description="When a variant is right.", examples=["DPRK in titles of documents only"]
    )


class Waiver(Part):
    """A rule of style that the brief sets aside, with the reason."""

    rule: Line = Field(description="Code of the rule.", examples=["SRC006"])
    target: Id | None = Field(
        default=None,
        description="Id of the part it is set aside for; the whole brief if left out.",
        examples=["water-loss"],
    )
    reason: Line = Field(description="Why.", examples=["No second source exists."])
    until: Day | None = Field(default=None, description="The last day of the waiver.", examples=["2026-12-31"])


class LintProfile(ClosedList):
    """How much the rules of style demand."""

    STANDARD = "standard"
    STRICT = "strict"


class Lint(Part):
    """What the rules of style demand of this brief."""

    profile: LintProfile = Field(
        default=LintProfile.STANDARD, description="How much the rules demand.", examples=["strict"]
    )
    ignore: tuple[Waiver, ...] = Field(default=(), description="Rules that the brief sets aside.")
