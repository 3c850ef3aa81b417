"""One writing of a document: what its parts share while they are drawn."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.package import Package

from briefwright.diagnostics import Report
from briefwright.document.contents import contents_of
from briefwright.document.nodes import Document, Note
from briefwright.document.walk import all_inlines
from briefwright.formats.docx import languages
from briefwright.formats.docx.anchors import named_words
from briefwright.formats.docx.names import StyleNames
from briefwright.formats.docx.numbering import Numbering
from briefwright.formats.docx.xml import Element
from briefwright.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Place:
    """Where blocks are drawn.

    `part` holds the relationships of their links; `measure` is the width at their disposal and `offset` how far
    right of the margin or the cell's edge it begins, in points; `keep` holds every paragraph to the next one;
    `ink` is the colour of text on a ground that asks for one.
    """

    part: Part
    measure: float
    offset: float = 0.0
    keep: bool = False
    ink: str | None = None

    def narrowed(self, left: float, right: float = 0.0) -> Place:
        """The place that begins further right and ends further left."""
        return replace(self, measure=self.measure - left - right, offset=self.offset + left)

    def cell(self, measure: float, *, keep: bool = False, ink: str | None = None) -> Place:
        """The place inside a cell of this width."""
        return replace(self, measure=measure, offset=0.0, keep=self.keep or keep, ink=ink or self.ink)


@dataclass(slots=True)
class Draft:
    """The state of one writing: what has been used and counted so far.

    `waiting` are the ids of blocks that begin where the next paragraph does; `levels` and `sizes` are what the first
    use of a style says of all its uses: the outline level of a heading style, the size of words in a text style;
    `stops` are the heading, footing and masthead styles with text at the centre (True) or only at both sides (False).
    `gaps` are the heights of the empty paragraphs, `roomy` the paragraph styles whose lines must be able to grow, and
    `derived` the styles that were made for single uses, by their ids.
    `control_ids` are the numbers that content controls have; `fields` has the JSON pointer of each key that a control
    carries; `places` counts the paragraphs that begin with a key; `targets` has the id of the block that each bookmark
    leads to. `named` are the words that stand in the bookmark of a block with an id, where a field can show them: the
    label of a figure or a table, the words of a heading. `listed` are the ids of the headings that the contents list
    names; `repeated` are the notes that are called more than once, by their numbers in the document; `calls` has the
    bookmark of the first call of each.
    """

    document: Document
    theme: Theme
    names: StyleNames
    report: Report
    package: Package
    numbering: Numbering
    notes_part: Part
    notes: list[Element] = field(default_factory=list)
    waiting: list[str] = field(default_factory=list)
    levels: dict[str, int] = field(default_factory=dict)
    sizes: dict[str, float] = field(default_factory=dict)
    stops: dict[str, bool] = field(default_factory=dict)
    gaps: set[int] = field(default_factory=set)
    roomy: set[str] = field(default_factory=set)
    derived: dict[str, Element] = field(default_factory=dict)
    pictures: dict[bytes, Part] = field(default_factory=dict)
    control_ids: set[int] = field(default_factory=set)
    fields: dict[str, str] = field(default_factory=dict)
    places: dict[str, int] = field(default_factory=dict)
    targets: dict[str, str] = field(default_factory=dict)
    calls: dict[int, str] = field(default_factory=dict)
    named: dict[str, str] = field(init=False)
    listed: frozenset[str] = field(init=False)
    repeated: frozenset[int] = field(init=False)
    _bookmarks: int = 0
    _drawings: int = 0

    def __post_init__(self) -> None:
        self.named = named_words(self.document.content)
        contents = contents_of(self.document)
        self.listed = frozenset(entry.target for entry in contents.entries) if contents else frozenset()
        calls = Counter(inline.number for inline in all_inlines(self.document) if isinstance(inline, Note))
        self.repeated = frozenset(number for number, count in calls.items() if count > 1)

    @property
    def right_to_left(self) -> bool:
        """Whether the document runs from right to left, and so its paragraphs and tables do."""
        return languages.primary(self.document.metadata.language) in languages.RIGHT_TO_LEFT

    def next_bookmark(self) -> int:
        """The number of a new bookmark."""
        self._bookmarks += 1
        return self._bookmarks

    def next_drawing(self) -> int:
        """The number of a new drawing."""
        self._drawings += 1
        return self._drawings

    def next_control(self) -> int:
        """The number of a new content control that holds no field, such as a box to tick."""
        number = 1
        while number in self.control_ids:
            number += 1
        self.control_ids.add(number)
        return number

    def key(self, pointer: str | None) -> str | None:
        """The key of the field at a JSON pointer, noted as used; None for text of the house, or without provenance."""
        provenance = self.document.provenance
        key = None if provenance is None or pointer is None else provenance.keys.get(pointer)
        if key is not None and pointer is not None:
            self.fields[key] = pointer
        return key


def link(part: Part, address: str) -> str:
    """The id of the relationship of a part to an address on the web."""
    return part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
