"""The summary: the answer first, in one of two shapes."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator

from briefwright.brief.part import Part
from briefwright.brief.text import Prose, Words
from briefwright.source.scalars import ill_assorted


class ThreeQuestions(Part):
    """The answer as three short replies of about equal length."""

    whats_new: Annotated[Prose, Words(70, least=20)] = Field(
        description="What has changed, in 20 to 70 words.",
        examples=[
            (
                "The regulator has capped the price of water for three years. Utilities may no longer pass on what "
                "they spend on finding and mending leaks."
            )
        ],
    )
    why_it_matters: Annotated[Prose, Words(70, least=20)] = Field(
        description="Why the reader should care, in 20 to 70 words.",
        examples=[
            (
                "A fifth of all water is lost before it reaches a tap. With the cap in place, the utilities that lose "
                "most have the least reason to repair."
            )
        ],
    )
    what_should_be_done: Annotated[Prose, Words(70, least=20)] = Field(
        description="Who should do what, in 20 to 70 words.",
        examples=[
            (
                "The ministry should exempt repair from the cap until 2029. The regulator should publish the losses of "
                "each utility every year, so that everybody can see what the exemption achieves."
            )
        ],
    )


class Summary(Part):
    """The answer, before anything else: a bottom line with key points, or three questions."""

    model_config = ConfigDict(
        json_schema_extra={"oneOf": [{"required": ["bluf", "key_points"]}, {"required": ["three_questions"]}]}
    )

    bluf: Annotated[Prose, Words(60)] | None = Field(
        default=None,
        description="The bottom line up front: the answer to the question in at most 60 words. Goes with key_points.",
        examples=["Leak repair costs less per litre than any new source; the cap should exempt it."],
    )
    key_points: Annotated[tuple[Annotated[Prose, Words(40)], ...], Field(min_length=3, max_length=5)] | None = Field(
        default=None,
        description="Three to five points that carry the answer, each a full sentence of at most 40 words; "
        "citations are allowed. Goes with bluf.",
        examples=[
            [
                "Utilities lose a fifth of their water [@oecd-2024, p. 12].",
                "Repair costs half as much as a new reservoir.",
                "The cap takes away the reason to repair.",
            ]
        ],
    )
    three_questions: ThreeQuestions | None = Field(
        default=None, description="The other shape of a summary, in place of bluf and key_points."
    )

    @model_validator(mode="after")
    def _has_one_shape(self) -> Self:
        given = (self.bluf is not None, self.key_points is not None, self.three_questions is not None)
        if given not in {(True, True, False), (False, False, True)}:
            raise ill_assorted("a summary takes either bluf and key_points, or three_questions")
        return self
