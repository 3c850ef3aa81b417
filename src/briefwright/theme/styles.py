"""The named styles of a theme: paragraphs, text, boxes, columns, tables, lists and notes.

All lengths are in points; a colour is the name of one of the theme's colours.
"""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from briefwright.theme.units import Length, Width

Figures = Literal["lining", "old-style", "tabular", "tabular-old-style"]
"""The figures of a text: as high as capitals or with parts below the line, each as wide as it is or all alike."""


class _Style(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Border(_Style):
    """A rule: its width, its colour, and its distance from what it borders."""

    width: Length
    colour: str
    gap: Length = 0.0


class Numbering(_Style):
    """The running number of a paragraph or an item, such as `{number}.`, in a column of its own width."""

    format: str = Field(default="{number}.", pattern=r"\{number\}")
    width: Length = Field(
        default=18.0, description="From the number to the text, which starts at the indent of the style."
    )
    text: str | None = Field(default=None, description="The text style of the number.")


class ParagraphStyle(_Style):
    """How a paragraph is set. What a style leaves out it takes from the style it is based on."""

    based_on: str | None = None
    font: str = "text"
    size: Length = 10.5
    leading: Length = 15.0
    weight: int = Field(default=400, ge=100, le=900)
    italic: bool = False
    colour: str = "ink"
    tracking: float = Field(default=0.0, description="Space added between letters, in em.")
    capitals: bool = False
    align: Literal["left", "right", "centre", "justify"] = "left"
    figures: Figures | None = Field(default=None, description="Which figures to take; None leaves it to the font.")
    hyphenate: bool = False
    indent_left: Length = 0.0
    indent_right: Length = 0.0
    indent_first: Length = 0.0
    space_before: Length = 0.0
    space_after: Length = 0.0
    keep_with_next: bool = False
    border_top: Border | None = None
    border_bottom: Border | None = None
    numbering: Numbering | None = None
    word: str | None = Field(default=None, description="The name of the style in Word, where it is a built-in one.")


class TextStyle(_Style):
    """How words within a paragraph are set; None takes the value of the paragraph."""

    font: str | None = None
    size: Length | None = None
    weight: int | None = Field(default=None, ge=100, le=900)
    italic: bool | None = None
    colour: str | None = None
    tracking: float | None = None
    capitals: bool | None = None
    background: str | None = None
    figures: Figures | None = None
    rise: Length = Field(default=0.0, description="How far the words stand above the line.")


class BoxStyle(_Style):
    """A frame, a bar at the left or a ground around blocks."""

    fill: str | None = None
    border: Border | None = None
    bar: Border | None = None
    padding_vertical: Length = 8.0
    padding_horizontal: Length = 11.0
    indent_left: Length = 0.0
    space_before: Length = 0.0
    space_after: Length = 0.0
    keep_together: bool = True


class ColumnsStyle(_Style):
    """Blocks side by side, without rules."""

    widths: tuple[Width, ...]
    gap: Length = 0.0
    space_before: Length = 0.0
    space_after: Length = 0.0
    keep_together: bool = False


class Shade(_Style):
    """A step of a ramp: the ground of a cell and the colour of the text on it."""

    fill: str
    ink: str


class TableStyle(_Style):
    """A table: its columns, its rules and its cells."""

    widths: tuple[Width, ...] = Field(min_length=1)
    indent_left: Length = 0.0
    frame: Border | None = None
    head_rule: Border | None = None
    row_rule: Border | None = None
    last_rule: bool = Field(default=True, description="Whether the row rule stands under the last row too.")
    padding_vertical: Length = 4.0
    padding_horizontal: Length = 0.0
    column_gap: Length = Field(default=8.0, description="Space between neighbouring columns, within the left one.")
    cell_gap: Length = Field(default=0.0, description="White space around shaded cells.")
    row_height: Length | None = Field(default=None, description="The least height of a row.")
    centred: bool = Field(default=False, description="Whether shaded cells centre their text, both ways.")
    ramp: tuple[Shade, ...] = ()
    space_before: Length = 0.0
    space_after: Length = 0.0
    keep_together: bool = False

    def columns(self, count: int) -> tuple[Width, ...]:
        """The widths of this many columns; the last width repeats where the style names fewer."""
        return (*self.widths[:count], *(self.widths[-1:] * (count - len(self.widths))))


class ListStyle(_Style):
    """A list: its mark or its numbering, and where its text starts."""

    marker: str | None = None
    numbering: Numbering | None = None
    indent: Length = Field(default=0.0, description="From the measure to the mark.")
    hanging: Length = Field(default=12.0, description="From the mark to the text.")
    marker_text: str | None = Field(default=None, description="The text style of the mark.")
    space_before: Length = 0.0
    space_after: Length = 0.0


class NotesStyle(_Style):
    """The notes at the foot of a page; their text is set in the paragraph style `note`."""

    rule: Border
    rule_width: Width = "*"
    space_above: Length = Field(default=10.0, description="Least space between the text and the rule.")
    number_width: Length = Field(default=12.0, description="From the start of the number to the text of the note.")
