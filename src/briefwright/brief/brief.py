"""The brief: all its parts, and the questions that need more than one of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Annotated, Literal, NamedTuple

from pydantic import ConfigDict, Field

from briefwright.brief.actors import Actor, Motivation, Stakeholder
from briefwright.brief.dates import Moment
from briefwright.brief.handling import Handling
from briefwright.brief.identifiers import LanguageTag
from briefwright.brief.judgement import Judgement
from briefwright.brief.methodology import Methodology
from briefwright.brief.objects import Box, Figure, PullQuote, Table
from briefwright.brief.options import Option
from briefwright.brief.part import Id, Named, Part, parts
from briefwright.brief.people import Author, Contact, Publisher
from briefwright.brief.publication import (
    Abbreviation,
    BriefType,
    Decision,
    Edition,
    Event,
    Gap,
    Identifiers,
    Implication,
    LengthProfile,
    Lint,
    NextStep,
    PublicationSeries,
    Purpose,
    Rights,
    Stance,
    Status,
    Term,
)
from briefwright.brief.recommendation import Recommendation
from briefwright.brief.risk import Opportunity, Prospect, Risk
from briefwright.brief.scenario import Scenario
from briefwright.brief.sections import Section
from briefwright.brief.sources import Source
from briefwright.brief.summary import Summary
from briefwright.brief.text import Label, Line, OneOrMore, Prose, Shorthand, Words, line_of
from briefwright.source.scalars import Day, Flag, Form, not_allowed
from briefwright.source.value import Path


class Located(NamedTuple):
    """A part of a brief and where it stands."""

    part: Named
    path: Path


def _schema_version(text: str) -> str:
    if text != "1":
        raise not_allowed(f'"{text}" is not a version of the model that this tool knows', "write 1")
    return text


class Brief(Part):
    """A policy brief."""

    model_config = ConfigDict(title="Policy brief")

    schema_version: Annotated[Literal["1"], Form(_schema_version, {"enum": ["1", 1]})] = Field(
        description="Version of this model.", examples=["1"]
    )
    id: Id = Field(
        description="Name of the brief, best the name of its folder, after which its files are called.",
        examples=["water-losses"],
    )
    type: BriefType = Field(
        description="What kind of paper it is; decides which parts are required.", examples=["policy_brief"]
    )
    stance: Stance | None = Field(
        default=None,
        description="Whether it argues for a course (advocacy), weighs options (objective) or only informs "
        "(neutral). A backgrounder is neutral.",
        examples=["objective"],
    )
    length_profile: LengthProfile | None = Field(
        default=None, description="How long it is meant to be.", examples=["four_page"]
    )
    title: Annotated[str, line_of(140, 3)] = Field(
        description="Title, 3 to 140 characters.", examples=["Why repair is cheaper than new water"]
    )
    subtitle: Line | None = Field(
        default=None, description="Subtitle.", examples=["What a price cap does to leaking pipes"]
    )
    short_title: Annotated[str, line_of(60)] | None = Field(
        default=None,
        description="Short title for the head of each page, at most 60 characters.",
        examples=["Repair or new water"],
    )
    kicker: Line | None = Field(default=None, description="A word or two above the title.", examples=["Water policy"])
    series: PublicationSeries | None = Field(default=None, description="The series in which it appears.")
    language: LanguageTag = Field(
        default="en-GB",
        description="Language: decides words, dates and hyphenation.",
        examples=["en-GB", "fr"],
    )
    date: Day = Field(description="Date of publication.", examples=["2026-03-31"])
    information_cutoff: Moment | None = Field(
        default=None,
        description="The day, or the time with its zone, up to which information was considered. "
        "Required for an intelligence_assessment.",
        examples=["2026-03-20", "2026-03-20T17:00+00:00"],
    )
    review_by: Day | None = Field(
        default=None, description="The day by which it should be looked at again.", examples=["2027-03-31"]
    )
    status: Status = Field(description="How far it has come.", examples=["draft"])
    version: Label | None = Field(default=None, description="Version.", examples=["1.10"])
    supersedes: Edition | None = Field(default=None, description="The edition that this one replaces.")
    superseded_by: Edition | None = Field(
        default=None, description="The edition that replaces this one; required if status is superseded."
    )
    changes_since: tuple[Prose, ...] = Field(
        default=(),
        description="What changed since the edition before.",
        examples=[["Losses of 2025 added."]],
    )
    authors: Annotated[tuple[Author, ...], Field(min_length=1)] = Field(
        description="Authors in order: persons or organisations.",
        examples=[[{"name": "Amina Okafor", "affiliation": "Water Institute"}]],
    )
    publisher: Publisher | None = Field(default=None, description="Who publishes it. Required if status is final.")
    programme: Line | None = Field(
        default=None, description="The programme to which it belongs.", examples=["Water programme"]
    )
    contact: Contact | None = Field(default=None, description="Whom a reader can ask. Required for a submission.")
    audience: Annotated[tuple[Line, ...], OneOrMore()] = Field(
        default=(),
        description="For whom it is written: one reader or a list.",
        examples=["Minister for Water", ["Regulators", "Utilities"]],
    )
    question: Prose | None = Field(
        default=None,
        description="The question that it answers, beginning with Whether, How or What. Required for a submission.",
        examples=["Whether repair should be exempt from the price cap"],
    )
    purpose: Purpose = Field(description="Whether it informs, advises, or asks for a decision.", examples=["advise"])
    decision: Decision | None = Field(
        default=None, description="The decision it asks for. Required if purpose is decide."
    )
    why_now: Annotated[Prose, Words(60)] | None = Field(
        default=None,
        description="Why it is written now, in at most 60 words.",
        examples=["The price order is renewed in May."],
    )
    handling: Handling = Field(
        default_factory=Handling, description="Markings and limits on who may read it; none if left out."
    )
    rights: Rights | None = Field(default=None, description="Who holds the rights. Required if status is final.")
    identifiers: Identifiers | None = Field(default=None, description="Numbers under which it is registered.")
    suggested_citation: Line | None = Field(
        default=None, description="How to cite it, if not in the usual form.", examples=["Okafor 2026"]
    )
    disclaimer: Prose | None = Field(
        default=None, description="Disclaimer.", examples=["The views are those of the author."]
    )
    acknowledgements: Prose | None = Field(
        default=None, description="Thanks.", examples=["The author thanks two reviewers."]
    )
    funding: Prose | None = Field(default=None, description="Who paid for the work.", examples=["No outside funding."])
    competing_interests: Prose | None = Field(
        default=None, description="Interests that a reader should know of.", examples=["None."]
    )
    peer_review: Prose | None = Field(
        default=None, description="How it was reviewed.", examples=["Two outside readers."]
    )
    ai_use: Prose | None = Field(
        default=None, description="What was done with AI tools, and which.", examples=["None."]
    )
    methodology: Methodology | None = Field(
        default=None,
        description="How it was made, and by which scales its words are to be read. Required if a likelihood "
        "or a confidence is used.",
    )
    summary: Summary = Field(description="The answer, before anything else.")
    key_judgements: Annotated[tuple[Judgement, ...], Field(max_length=6)] = Field(
        default=(), description="One to six key judgements. Required for an intelligence_assessment."
    )
    context: Annotated[tuple[Section, ...], Field(min_length=1)] = Field(description="The running text, in sections.")
    timeline: tuple[Event, ...] = Field(default=(), description="Events in order of time.")
    actors: tuple[Actor, ...] = Field(
        default=(), description="Those who act. Required if motivations or stakeholders are given."
    )
    motivations: tuple[Motivation, ...] = Field(
        default=(), description="Why they act. A policy_brief has at least one."
    )
    stakeholders: tuple[Stakeholder, ...] = Field(default=(), description="Where they stand.")
    risks: tuple[Risk, ...] = Field(default=(), description="What may go wrong. A policy_brief has at least one.")
    opportunities: tuple[Opportunity, ...] = Field(default=(), description="What may go well.")
    scenarios: tuple[Scenario, ...] = Field(default=(), description="Pictures of what may come.")
    scenarios_exhaustive: Flag = Field(
        default=False,
        description="Whether the scenarios together cover all that may happen; their likelihoods must then "
        "be able to add up to 100 percent.",
        examples=[True],
    )
    implications: tuple[Annotated[Implication, Shorthand("text")], ...] = Field(
        default=(),
        description="What could happen (recommendations say what should).",
        examples=[["Utilities without meters may fall behind [@oecd-2024]."]],
    )
    options: tuple[Option, ...] = Field(
        default=(),
        description="Courses of action, doing nothing among them. At least two for a submission, "
        "an evidence_brief or an objective stance.",
    )
    recommendations: tuple[Recommendation, ...] = Field(
        default=(),
        description="What should be done. At least one for a policy_brief or a submission; none in a backgrounder.",
    )
    next_steps: tuple[NextStep, ...] = Field(default=(), description="What happens after the paper.")
    gaps: tuple[Gap, ...] = Field(default=(), description="What nobody knows and would matter.")
    figures: tuple[Figure, ...] = Field(default=(), description="Figures, placed by a block `figure: id`, or by after.")
    tables: tuple[Table, ...] = Field(default=(), description="Tables, placed by a block `table: id`, or by after.")
    boxes: tuple[Box, ...] = Field(default=(), description="Boxes, placed by a block `box: id`, or by after.")
    pull_quotes: tuple[PullQuote, ...] = Field(default=(), description="Words shown large, placed by after.")
    abbreviations: tuple[Abbreviation, ...] = Field(default=(), description="Abbreviations of the text.")
    terminology: tuple[Term, ...] = Field(default=(), description="Names and words that the brief writes in one way.")
    sources: Annotated[tuple[Source, ...], Field(min_length=1)] = Field(description="Everything that the brief cites.")
    source_summary: Prose | None = Field(
        default=None,
        description="Which sources matter most, their strengths and gaps. Required for an intelligence_assessment.",
        examples=["The brief rests on one undated article."],
    )
    further_reading: tuple[Id, ...] = Field(
        default=(), description="Ids of sources worth reading that the text does not cite.", examples=[["oecd-2024"]]
    )
    annexes: tuple[Section, ...] = Field(default=(), description="Sections after the end of the brief.")
    lint: Lint = Field(default_factory=Lint, description="Rules of style: how strict, and which are set aside.")

    @cached_property
    def named_parts(self) -> tuple[Located, ...]:
        """Every part that has an id, in the order of the model."""
        return tuple(
            Located(part, path) for path, part in parts(self) if isinstance(part, Named) and part.id is not None
        )

    @cached_property
    def index(self) -> Mapping[str, Path]:
        """Where the part of each id stands; of two parts with the same id, the first."""
        return {located.part.id or "": located.path for located in reversed(self.named_parts)}

    def record(self, identifier: str) -> Located | None:
        """The part that has this id, and where it stands; None if no part has it."""
        return self._records.get(identifier)

    @cached_property
    def _records(self) -> Mapping[str, Located]:
        return {located.part.id or "": located for located in reversed(self.named_parts)}

    def rating(self, prospect: Prospect) -> str | None:
        """What the risk matrix says of a risk or an opportunity; None without a matrix or an assessment."""
        if self.methodology is None or not isinstance(prospect.impact, int):
            return None
        return self.methodology.rating(prospect.likelihood, prospect.impact)
