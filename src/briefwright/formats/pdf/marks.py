"""Marks: what is seen on a page. Lengths are points; y runs downwards from the top of what holds the mark."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

from briefwright.document.nodes import (
    Block,
    CaptionLabel,
    Checkbox,
    ContentsEntry,
    ListItem,
    Note,
    PageCount,
    PageNumber,
    Paragraph,
    Text,
)
from briefwright.formats.pdf.faces import Shaped
from briefwright.formats.pdf.looks import Look

Source = Text | CaptionLabel | Note | Checkbox | PageNumber | PageCount | Paragraph | ListItem | ContentsEntry | None
"""What a mark shows: an inline, the number of a paragraph, a note or an entry, the mark of an item, or nothing said."""


class Goal(NamedTuple):
    """Where a link leads: an address on the web, or a place of this document."""

    address: str | None = None
    place: str | None = None


class Run(NamedTuple):
    """Text of one look on one line, from `x`, its baseline at `y`; each space is wider by `stretch`."""

    x: float
    y: float
    width: float
    look: Look
    pieces: tuple[Shaped, ...]
    stretch: float
    goal: Goal | None
    source: Source


class Rule(NamedTuple):
    """A line from `x` of this length, its middle at `y`."""

    x: float
    y: float
    length: float
    width: float
    colour: str


class Fill(NamedTuple):
    """A coloured ground; `radius` rounds its corners."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    radius: float = 0.0


class Frame(NamedTuple):
    """A line around a rectangle, drawn inside it."""

    x: float
    y: float
    width: float
    height: float
    line: float
    colour: str


class Tick(NamedTuple):
    """An empty square to tick; `stand_in` is the blank glyph that carries its character for readers of the text."""

    x: float
    y: float
    side: float
    line: float
    look: Look
    stand_in: Shaped
    source: Source


class Field(NamedTuple):
    """The number of a page, of all pages or of the page of an entry, whose text is known when all pages are."""

    x: float
    y: float
    width: float
    look: Look
    source: PageNumber | PageCount | ContentsEntry


class Picture(NamedTuple):
    """An image of the document's figures."""

    x: float
    y: float
    width: float
    height: float
    data: bytes
    alt: str | None


class Path(NamedTuple):
    """A line through points, which count from the mark; `dash` are the lengths of dashes and gaps in turn."""

    x: float
    y: float
    points: tuple[tuple[float, float], ...]
    width: float
    colour: str
    dash: tuple[float, ...]


class Disc(NamedTuple):
    """A round mark about its centre, of one colour; with a `line` it is white within a line of that width."""

    x: float
    y: float
    radius: float
    colour: str
    line: float


class Sketch(NamedTuple):
    """A drawing of the document's figures: marks that count from its corner."""

    x: float
    y: float
    width: float
    height: float
    marks: tuple[Run | Fill | Path | Disc, ...]
    alt: str | None


class Place(NamedTuple):
    """A point that links lead to."""

    x: float
    y: float
    name: str


Mark = Run | Rule | Fill | Frame | Tick | Field | Picture | Path | Disc | Sketch | Place


class Division(IntEnum):
    """How bad it is to end a page between two strips; the least bad is taken where none is free."""

    FREE = 0
    LONE_LINE = 1
    ROW = 2
    TOGETHER = 3
    AFTER_HEADING = 4
    NEVER = 5


@dataclass(slots=True, eq=False)
class Strip:
    """The smallest piece of a column of matter, which no page break divides: a line of text, a picture.

    `notes` are those called on it; `source` is the block or the note that it shows, None for matter of the theme;
    `baseline` is that of its text. `index` is its place in the order of all strips, and `division` says how bad
    it is to begin a page with it.
    """

    height: float
    marks: tuple[Mark, ...]
    notes: tuple[Note, ...] = ()
    source: Block | Note | None = None
    baseline: float = 0.0
    division: Division = Division.FREE
    index: int = -1
