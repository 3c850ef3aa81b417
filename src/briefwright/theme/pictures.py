"""The look of what is drawn from data: charts, timelines and scales."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from briefwright.theme.styles import Shade
from briefwright.theme.units import Length


class PicturesStyle(BaseModel):
    """Where pictures begin, their colours, and the paragraph styles of the words in them.

    `indent_left` holds for images too. `series` are the colours of series in turn, each with that of words on it, the
    most important first; neighbours differ in shade, so that a print without colour can be read.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    series: Annotated[tuple[Shade, ...], Field(min_length=1)]
    indent_left: Length = 0.0
    ground: str = Field(description="The colour of the band of a timeline and of the bands of a scale.")
    rule: str = Field(description="The colour of thin lines that help to read.")
    label: str = Field(description="The paragraph style of names and values.")
    strong: str = Field(description="The paragraph style of names that stand out.")
    scale: str = Field(description="The paragraph style of units, and of the numbers of an axis.")
