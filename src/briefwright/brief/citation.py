"""A citation: a source, the place in it, and what it does for the claim."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from briefwright.brief.part import ClosedList, Id, Part
from briefwright.brief.text import Label, Prose, Shorthand, Words
from briefwright.source.scalars import Whole


class LocatorLabel(ClosedList):
    """What a locator counts."""

    PAGE = "page"
    PARAGRAPH = "paragraph"
    SECTION = "section"
    ARTICLE = "article"
    CHAPTER = "chapter"
    FIGURE = "figure"
    TABLE = "table"
    TIMESTAMP = "timestamp"
    LINE = "line"
    NOTE = "note"


class Relation(ClosedList):
    """What a source does for the claim that cites it."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    CONTEXT = "context"
    QUOTED = "quoted"


class Citation(Part):
    """A reference from a claim to a source."""

    source: Id = Field(description="The id of the source.", examples=["oecd-2024"])
    locator: Label | None = Field(
        default=None, description="The place in the source.", examples=["12-14", "art. 4", "00:13:20"]
    )
    locator_label: LocatorLabel = Field(
        default=LocatorLabel.PAGE, description="What the locator counts.", examples=["article"]
    )
    relation: Relation = Field(
        default=Relation.SUPPORTS,
        description="Whether the source supports the claim, disputes it, gives context or is quoted.",
        examples=["disputes"],
    )
    quote: Annotated[Prose, Words(60)] | None = Field(
        default=None,
        description="The words of the source on which the claim rests, at most 60.",
        examples=["losses rose in every district but two"],
    )
    credibility: Annotated[Whole, Field(ge=1, le=6)] | None = Field(
        default=None,
        description="Credibility of this information (Admiralty code): 1 confirmed by other sources, "
        "2 probably true, 3 possibly true, 4 doubtful, 5 improbable, 6 cannot be judged. "
        "Judged apart from the reliability of the source.",
        examples=["2"],
    )
    note: Prose | None = Field(
        default=None, description="A remark printed after the reference.", examples=["Figures for 2023."]
    )


Citations = tuple[Annotated[Citation, Shorthand("source")], ...]
"""Citations of a claim; the id of a source alone is a citation of that source."""


def citations(description: str = "The sources on which this rests.") -> Citations:
    """The field that holds the citations of a part."""
    field: Citations = Field(
        default=(), description=description, examples=[["oecd-2024", {"source": "water-act", "locator": "4"}]]
    )
    return field
