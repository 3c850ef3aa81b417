"""Objects set apart from the running text: figures, tables, boxes, pull quotes."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, WithJsonSchema, model_validator

from briefwright.brief.citation import Citations, citations
from briefwright.brief.identifiers import Licence
from briefwright.brief.part import ClosedList, Id, Named, Part, Record
from briefwright.brief.sections import Blocks
from briefwright.brief.text import Label, Line, Prose, Shorthand
from briefwright.source.scalars import Flag, Form, Number, Whole, ill_assorted

_AFTER = "Id of the section after which it stands, if the text does not place it."


class ChartKind(ClosedList):
    """How a chart draws its values."""

    BAR = "bar"
    COLUMN = "column"
    LINE = "line"
    DOT = "dot"
    STACKED = "stacked"


_Value = Annotated[Number | None, WithJsonSchema({"type": ["number", "null"]})]


class Series(Part):
    """The values of one series of a chart, one for each category."""

    name: Line = Field(description="Name of the series.", examples=["Losses"])
    values: Annotated[tuple[_Value, ...], Field(min_length=1)] = Field(
        description="The values, in the order of the categories; an empty one is not known.",
        examples=[[31, 24.5, 20]],
    )


MOST_CATEGORIES, MOST_SERIES = 100, 5
"""How much a chart can show before nobody reads it."""


class Chart(Part):
    """A chart given by its data."""

    kind: ChartKind = Field(description="How the values are drawn.", examples=["column"])
    data: Line | None = Field(
        default=None,
        description="Path of a CSV file with the data, from the folder of the brief: the names of the series in its "
        "first row, a category and its values in each other row; or give categories and series here.",
        examples=["figures/losses.csv"],
    )
    categories: Annotated[tuple[Label, ...], Field(min_length=1, max_length=MOST_CATEGORIES)] = Field(
        default=(), description="What the values are shown for.", examples=[["2022", "2023", "2024"]]
    )
    series: Annotated[tuple[Series, ...], Field(min_length=1, max_length=MOST_SERIES)] = Field(
        default=(), description="The series of values, the most important first."
    )
    unit: Line | None = Field(default=None, description="Unit of the values.", examples=["percent of supply"])

    @model_validator(mode="after")
    def _has_data(self) -> Self:
        if (self.data is None) == (not self.categories and not self.series):
            raise ill_assorted("a chart takes either data, or categories and series")
        if bool(self.categories) != bool(self.series):
            raise ill_assorted("categories and series go together")
        return self


class Figure(Record):
    """A picture or chart with its caption."""

    file: Line | None = Field(
        default=None,
        description="Path of the picture, from the folder of the brief; or give a chart.",
        examples=["figures/losses.png"],
    )
    chart: Chart | None = Field(default=None, description="The data of a chart, in place of a file.")
    title: Line = Field(
        description="What the figure shows, as a finding.", examples=["Losses fell fastest where meters came first"]
    )
    alt: Line | None = Field(
        default=None,
        description="What the picture shows, for readers who cannot see it; or mark it as decorative.",
        examples=["Losses fall from 31 to 20 percent between 2022 and 2024."],
    )
    decorative: Flag = Field(
        default=False, description="Whether the picture says nothing that a reader would miss.", examples=[True]
    )
    long_description: Prose | None = Field(
        default=None, description="A description in full, if alt is not enough.", examples=["The chart …"]
    )
    caption: Prose | None = Field(
        default=None, description="What stands under the picture.", examples=["Losses in percent of supply."]
    )
    citations: Citations = citations("Where the figure or its data come from.")
    credit: Line | None = Field(default=None, description="Whose work it is.", examples=["Photo: A. Okafor"])
    licence: Licence | None = Field(
        default=None, description="Licence of the picture, an SPDX name or a web address.", examples=["CC-BY-4.0"]
    )
    width: Annotated[Whole, Field(ge=10, le=100)] | None = Field(
        default=None, description="Width in percent of the measure.", examples=[60]
    )
    after: Id | None = Field(default=None, description=_AFTER, examples=["background"])

    @model_validator(mode="after")
    def _is_complete(self) -> Self:
        if (self.file is None) == (self.chart is None):
            raise ill_assorted("a figure takes either a file or a chart")
        if self.decorative == (self.alt is not None):
            raise ill_assorted("a figure takes either alt, or decorative: true")
        return self


class ColumnKind(ClosedList):
    """What the cells of a column hold, which sets how they are aligned."""

    TEXT = "text"
    NUMBER = "number"
    DATE = "date"


class Column(Part):
    """A column of a table; the heading alone may be written in its place."""

    heading: Line = Field(description="Heading of the column.", examples=["Losses, percent"])
    kind: ColumnKind = Field(default=ColumnKind.TEXT, description="What the cells hold.", examples=["number"])
    group: Line | None = Field(
        default=None,
        description="Heading above this and neighbouring columns of the same group, in a first header row.",
        examples=["2024"],
    )


def _cell(text: str) -> Prose:
    return Prose(text)


Cell = Annotated[Prose, Form(_cell, {"type": ["string", "number", "boolean", "null"]})]
"""The text of a cell, as prose."""


class Table(Record):
    """A table with a header."""

    title: Line = Field(description="What the table shows.", examples=["Losses by district"])
    columns: Annotated[tuple[Annotated[Column, Shorthand("heading")], ...], Field(min_length=1)] = Field(
        description="The columns, each with its heading.",
        examples=[["District", {"heading": "Losses, percent", "kind": "number"}]],
    )
    rows: Annotated[tuple[tuple[Cell | None, ...], ...], Field(min_length=1)] = Field(
        description="The rows, each with one cell a column; a cell may be left empty.",
        examples=[[["North", "31"], ["South", "20"]]],
    )
    notes: Prose | None = Field(
        default=None, description="What stands under the table.", examples=["Year ends in March."]
    )
    citations: Citations = citations("Where the data come from.")
    after: Id | None = Field(default=None, description=_AFTER, examples=["background"])


class BoxKind(ClosedList):
    """What a box is for."""

    CASE_STUDY = "case_study"
    DEFINITION = "definition"
    METHOD = "method"
    FACT = "fact"


class Box(Record):
    """A text set apart in a box."""

    kind: BoxKind = Field(description="What the box is for.", examples=["definition"])
    title: Line = Field(description="Title of the box.", examples=["What counts as a loss"])
    blocks: Annotated[Blocks, Field(min_length=1)] = Field(
        description="Paragraphs, lists and quotations.",
        examples=[["A loss is water that is supplied and not billed."]],
    )
    after: Id | None = Field(default=None, description=_AFTER, examples=["background"])


class PullQuote(Named):
    """Words of the brief or of a source, shown large."""

    text: Prose = Field(
        description="The words; found letter by letter in the block that `from` names, or with a citation.",
        examples=["Meters halved the losses"],
    )
    attribution: Line | None = Field(
        default=None, description="Whose words they are.", examples=["Head of a regional utility"]
    )
    origin: Id | None = Field(
        default=None,
        alias="from",
        description="Id of the block or the source in which the words stand.",
        examples=["meters-paragraph"],
    )
    after: Id | None = Field(default=None, description=_AFTER, examples=["background"])
    citations: Citations = citations("Where the words were found.")
