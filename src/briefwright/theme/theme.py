"""A theme: everything that the writers need to know of a house style's look."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from briefwright.theme.fonts import FontFamily
from briefwright.theme.pictures import PicturesStyle
from briefwright.theme.styles import (
    BoxStyle,
    ColumnsStyle,
    ListStyle,
    NotesStyle,
    ParagraphStyle,
    TableStyle,
    TextStyle,
)
from briefwright.theme.units import Colour, Length

PAPER = {"A4": (595.276, 841.89), "Letter": (612.0, 792.0)}
"""Width and height of each paper in points."""


class Page(BaseModel):
    """The paper and its margins, in points; the first page may begin higher."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    size: Literal["A4", "Letter"] = "A4"
    left: Length
    right: Length
    top: Length
    first_top: Length
    bottom: Length
    header: Length = Field(description="From the top edge of the paper to the top of the header.")
    footer: Length = Field(description="From the bottom edge of the paper to the bottom of the footer.")

    @property
    def width(self) -> float:
        """The width of the paper."""
        return PAPER[self.size][0]

    @property
    def height(self) -> float:
        """The height of the paper."""
        return PAPER[self.size][1]

    @property
    def measure(self) -> float:
        """The width between the margins."""
        return self.width - self.left - self.right


class Theme(BaseModel):
    """The look of a house style.

    `fonts` are all families known; `families` gives the roles of the house (such as `text` and `display`) theirs;
    `fallback` lists the families tried in turn for a character that a face lacks.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    name: str
    citation_style: str = "chicago-notes"
    page: Page
    colours: Mapping[str, Colour]
    fonts: Mapping[str, FontFamily] = Field(default_factory=dict)
    families: Mapping[str, str]
    fallback: tuple[str, ...] = ()
    embed_fonts: bool = Field(default=False, description="Whether a Word draft carries the faces of `families`.")
    paragraphs: Mapping[str, ParagraphStyle]
    texts: Mapping[str, TextStyle] = Field(default_factory=dict)
    boxes: Mapping[str, BoxStyle] = Field(default_factory=dict)
    columns: Mapping[str, ColumnsStyle] = Field(default_factory=dict)
    tables: Mapping[str, TableStyle] = Field(default_factory=dict)
    lists: Mapping[str, ListStyle] = Field(default_factory=dict)
    notes: NotesStyle
    pictures: PicturesStyle

    @cached_property
    def resolved(self) -> dict[str, ParagraphStyle]:
        """The paragraph styles asked for so far, each with what it takes from the styles it is based on."""
        return {}

    def paragraph(self, name: str) -> ParagraphStyle:
        """The paragraph style of this name, with what it takes from the styles it is based on.

        Raises:
            KeyError: the theme has no such style.
        """
        found = self.resolved.get(name)
        if found is None:
            found = self.resolved[name] = self._resolve(name)
        return found

    def _resolve(self, name: str) -> ParagraphStyle:
        style = self.paragraphs[name]
        if style.based_on is None:
            return style
        own = {field: getattr(style, field) for field in style.model_fields_set}
        return self.paragraph(style.based_on).model_copy(update={"word": None, **own})

    def text(self, name: str) -> TextStyle:
        """The text style of this name.

        Raises:
            KeyError: the theme has no such style.
        """
        return self.texts[name]

    def colour(self, name: str) -> str:
        """The colour of this name as `#rrggbb`."""
        return self.colours[name]

    def family(self, role: str) -> FontFamily:
        """The font family that has this role in the house."""
        return self.fonts[self.families[role]]
