"""The running text of a brief: sections, and the blocks they are made of."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, Tag, model_validator

from briefwright.brief.citation import Citations, citations
from briefwright.brief.part import ClosedList, Id, Named, Part, Record
from briefwright.brief.text import Line, Prose, Shorthand, line_of
from briefwright.source.scalars import Flag, ill_assorted


class ClaimKind(ClosedList):
    """What a paragraph's claim is: information, or something that the author adds to it."""

    FACT = "fact"
    REPORTED = "reported"
    JUDGEMENT = "judgement"
    ASSUMPTION = "assumption"
    BACKGROUND = "background"


class _Marked(Named):
    """A block that can carry its own portion marking."""

    marking: Line | None = Field(
        default=None,
        description="Level of this portion, where handling asks for portion markings; one of the scheme's levels.",
        examples=["OFFICIAL"],
    )


class Paragraph(_Marked):
    """A paragraph; the text alone may be written in its place."""

    text: Prose = Field(
        description="The paragraph, with *emphasis*, **strong**, [links](https://example.org), "
        "citations [@source-id, p. 4] and cross-references [#risk-id].",
        examples=["Losses fell by a third [@oecd-2024, p. 12]."],
    )
    kind: ClaimKind | None = Field(
        default=None,
        description="Whether the claim is a fact, reported by others, a judgement, an assumption or background.",
        examples=["reported"],
    )
    citations: Citations = citations()


class ListBlock(_Marked):
    """A list of points."""

    items: Annotated[tuple[Prose, ...], Field(min_length=1)] = Field(
        description="The points, each a complete thought.", examples=[["Repair costs fell.", "Prices rose."]]
    )
    ordered: Flag = Field(default=False, description="Whether the points are numbered.", examples=[True])


class QuoteBlock(_Marked):
    """A quotation set apart."""

    quote: Prose = Field(description="The quoted words.", examples=["No utility has the staff to do this alone."])
    attribution: Line | None = Field(
        default=None, description="Who said it, where.", examples=["Head of a regional utility"]
    )
    citations: Citations = citations("Where the words were found.")


class FigureRef(Part):
    """The place of a figure."""

    figure: Id = Field(description="The id of a figure, placed here.", examples=["loss-by-district"])


class TableRef(Part):
    """The place of a table."""

    table: Id = Field(description="The id of a table, placed here.", examples=["cost-table"])


class BoxRef(Part):
    """The place of a box."""

    box: Id = Field(description="The id of a box, placed here.", examples=["how-metering-works"])


BLOCK_TYPES: Mapping[type[Part], str] = {
    Paragraph: "paragraph",
    ListBlock: "list",
    QuoteBlock: "quote",
    FigureRef: "figure",
    TableRef: "table",
    BoxRef: "box",
}
"""The name of each kind of block, as templates and messages use it."""

_KEYS = {"items": "list", "quote": "quote", "figure": "figure", "table": "table", "box": "box"}


def _kind_of_block(value: Any) -> str:
    # Tags have a blank, so that no key of a file can be taken for one.
    if isinstance(value, Mapping):
        return "a " + next((name for key, name in _KEYS.items() if key in value), "paragraph")
    return "a " + BLOCK_TYPES.get(type(value), "paragraph")


Block = Annotated[
    Annotated[Paragraph, Shorthand("text"), Tag("a paragraph")]
    | Annotated[ListBlock, Tag("a list")]
    | Annotated[QuoteBlock, Tag("a quote")]
    | Annotated[FigureRef, Tag("a figure")]
    | Annotated[TableRef, Tag("a table")]
    | Annotated[BoxRef, Tag("a box")],
    Discriminator(_kind_of_block),
]
"""A piece of running text; which one it is shows in its keys, and a bare text is a paragraph."""

Blocks = tuple[Block, ...]

_HEADING = "Heading in sentence case, at most 80 characters, without a number."
_BODY = (
    "Paragraphs (a text alone, or text with kind and citations), lists (items), quotations (quote), "
    "and places of a figure, table or box by its id."
)


class Subsection(Record):
    """A section inside a section."""

    heading: Annotated[str, line_of(80)] = Field(description=_HEADING, examples=["What meters changed"])
    body: Annotated[Blocks, Field(min_length=1)] = Field(
        description=_BODY, examples=[["Meters halved the losses [@oecd-2024]."]]
    )


class Section(Record):
    """A section of the running text, with at most one level of sections inside."""

    heading: Annotated[str, line_of(80)] = Field(description=_HEADING, examples=["How losses came about"])
    body: Blocks = Field(default=(), description=_BODY, examples=[["Losses fell by a third [@oecd-2024, p. 12]."]])
    subsections: tuple[Subsection, ...] = Field(default=(), description="Sections inside this one.")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if not self.body and not self.subsections:
            raise ill_assorted("a section takes a body, or subsections, or both")
        return self
