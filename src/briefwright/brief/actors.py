"""Who acts: actors, what moves them, and what stake they have."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from briefwright.brief.citation import Citations, citations
from briefwright.brief.identifiers import CountryCode
from briefwright.brief.part import ClosedList, Id, Named, Record
from briefwright.brief.terms import ConfidenceTerm
from briefwright.brief.text import Line, Prose, line_of


class ActorKind(ClosedList):
    """What sort of actor it is."""

    STATE = "state"
    IGO = "igo"
    ALLIANCE = "alliance"
    GOVERNMENT_BODY = "government_body"
    COMPANY = "company"
    ARMED_GROUP = "armed_group"
    CIVIL_SOCIETY = "civil_society"
    PUBLIC = "public"
    OTHER = "other"


class Actor(Record):
    """Somebody who acts or is acted on; every name that the brief prints comes from here."""

    name: Line = Field(description="The name as the brief prints it.", examples=["North Korea"])
    short_name: Line | None = Field(
        default=None, description="A shorter name for tables and figures.", examples=["DPRK"]
    )
    formal_name: Line | None = Field(
        default=None,
        description="The official name in full.",
        examples=["Democratic People's Republic of Korea"],
    )
    aliases: tuple[Line, ...] = Field(
        default=(),
        description="Other names that the text may use, such as a capital that stands for its government.",
        examples=[["Pyongyang"]],
    )
    adjective: Line | None = Field(
        default=None, description="The adjective that goes with the name.", examples=["North Korean"]
    )
    kind: ActorKind = Field(
        description="Sort of actor: a state, an alliance, a company, the public.", examples=["state"]
    )
    iso3166: CountryCode | None = Field(
        default=None, description="Country code of a state, two letters of ISO 3166.", examples=["KP"]
    )
    note: Prose | None = Field(
        default=None, description="What a reader should know about the actor.", examples=["Not a party."]
    )


class MotivationCategory(ClosedList):
    """The field in which a motivation lies."""

    SECURITY = "security"
    MILITARY = "military"
    ECONOMIC = "economic"
    TECHNOLOGY = "technology"
    DIPLOMATIC = "diplomatic"
    STATUS = "status"
    DOMESTIC = "domestic"
    IDEOLOGICAL = "ideological"


class Attribution(ClosedList):
    """How a motivation is known."""

    STATED = "stated"
    INFERRED = "inferred"
    REPORTED = "reported"


class Motivation(Record):
    """Why an actor does what it does."""

    actor: Id = Field(description="The id of the actor.", examples=["utilities"])
    title: Annotated[str, line_of(80)] = Field(
        description="The motivation in a few words, at most 80 characters.", examples=["Keep prices stable"]
    )
    text: Prose = Field(
        description="The motivation and what shows it.",
        examples=["Utilities avoid price rises before elections [@oecd-2024]."],
    )
    category: MotivationCategory = Field(description="The field in which it lies.", examples=["economic"])
    attribution: Attribution = Field(
        description="Whether the actor stated it, others report it, or the author infers it.",
        examples=["inferred"],
    )
    confidence: ConfidenceTerm | None = Field(
        default=None,
        description="Confidence in the motivation, a term of methodology.confidence_scale.",
        examples=["moderate"],
    )
    citations: Citations = citations()


class Position(ClosedList):
    """Where a stakeholder stands on the question."""

    SUPPORTS = "supports"
    OPPOSES = "opposes"
    AMBIVALENT = "ambivalent"
    NEUTRAL = "neutral"
    UNKNOWN = "unknown"


class Influence(ClosedList):
    """How much a stakeholder can change the outcome."""

    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class Stakeholder(Named):
    """An actor with a stake in the question."""

    actor: Id = Field(description="The id of the actor.", examples=["utilities"])
    position: Position = Field(
        description="Where the stakeholder stands; unknown is a legal answer.", examples=["ambivalent"]
    )
    interests: Prose | None = Field(
        default=None, description="What the stakeholder wants.", examples=["Stable income."]
    )
    reaction: Prose | None = Field(
        default=None,
        description="How the stakeholder has reacted, or is likely to.",
        examples=["Has asked for a delay [@letter-2025]."],
    )
    leverage: Prose | None = Field(
        default=None, description="By what means it can act.", examples=["Can withhold consent."]
    )
    influence: Influence | None = Field(
        default=None, description="How much it can change the outcome.", examples=["high"]
    )
    citations: Citations = citations()
