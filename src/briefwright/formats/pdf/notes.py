"""Notes: their text in lines, and how much of it stands at the foot of which page.

A note begins on the page that calls it. Where it does not fit there, it goes on at the foot of the next page, before
the notes of that page; on either side of such a break stand at least two of its lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefwright.document.nodes import Note
from briefwright.formats.pdf.column import Column
from briefwright.formats.pdf.flow import Part, Placed
from briefwright.formats.pdf.looks import of_paragraph, styled
from briefwright.formats.pdf.marks import Goal, Place, Rule, Run, Strip
from briefwright.formats.pdf.paragraph import begins_right, hang, mirrored, set_lines, strips_of
from briefwright.formats.pdf.spans import call_place, note_place
from briefwright.formats.pdf.typesetter import Typesetter

_LEAST = 2
"""The fewest lines of a divided note on a page."""
_AFTER_NUMBER = 4.0
_TOLERANCE = 0.01


class NoteText(NamedTuple):
    """The lines of a note that are still to be placed."""

    number: int
    strips: tuple[Strip, ...]
    gap: float

    @property
    def height(self) -> float:
        """The height of all its lines and of the space after it."""
        return sum(strip.height for strip in self.strips) + self.gap

    @property
    def least(self) -> float:
        """The height of as few of its lines as may stand on a page with the rest on the next."""
        if len(self.strips) < 2 * _LEAST:
            return self.height
        return sum(strip.height for strip in self.strips[:_LEAST]) + self.gap


class Foot(NamedTuple):
    """What stands at the foot of a page, and what is left for the next."""

    part: Part
    rest: tuple[NoteText, ...]


class Notes:
    """The notes of a document, set once, and the foot of each page made of them."""

    def __init__(self, typesetter: Typesetter, column: Column) -> None:
        self._typesetter = typesetter
        self._column = column
        self._style = typesetter.theme.notes
        rule = self._style.rule
        self.head = self._style.space_above + rule.width + rule.gap
        self._texts: dict[int, NoteText] = {}

    def set_all(self, notes: Iterable[Note]) -> None:
        """Set the text of every note; a note that is called again keeps its first text."""
        found: dict[int, Note] = {}
        for note in notes:
            found.setdefault(note.number, note)
        hanging = self._hanging(found)
        for number, note in found.items():
            self._texts[number] = self._set(note, hanging)

    def text(self, note: Note) -> NoteText:
        """The lines of a note."""
        return self._texts[note.number]

    def foot(self, texts: Sequence[NoteText], room: float) -> Foot:
        """The notes as far as they go in this height: at least the least of each, then more from the first on."""
        if not texts:
            return Foot(Part(0.0, 0.0, 0.0, ()), ())
        begun = _that_begin(texts, room - self.head)
        spare = room - self.head - sum(text.least for text in begun)
        shown: list[NoteText] = []
        rest: list[NoteText] = []
        for text in begun:
            lines, spare = _lines_within(text, spare)
            shown.append(text._replace(strips=text.strips[:lines]))
            if lines < len(text.strips):
                rest.append(text._replace(strips=text.strips[lines:]))
        return Foot(self._drawn(shown), (*rest, *texts[len(begun) :]))

    def _drawn(self, shown: Sequence[NoteText]) -> Part:
        style = self._style
        width = self._column.width if style.rule_width == "*" else style.rule_width
        colour = self._typesetter.theme.colour(style.rule.colour)
        y = style.space_above + style.rule.width / 2
        items = [Placed(0.0, 0.0, Rule(0.0, y, width, style.rule.width, colour))]
        y = self.head
        for text in shown:
            for strip in text.strips:
                items.append(Placed(0.0, y, strip))
                y += strip.height
            y += text.gap
        return Part(y - shown[-1].gap, 0.0, 0.0, tuple(items))

    def _set(self, note: Note, hanging: float) -> NoteText:
        typesetter = self._typesetter
        style = typesetter.theme.paragraph("note")
        at_right = begins_right(note.content, typesetter)
        style = mirrored(style.model_copy(update={"indent_left": style.indent_left + hanging}), at_right)
        lines = set_lines(note.content, style, typesetter, self._column)
        strips = strips_of(lines, style, typesetter, self._column, note)
        number = self._number(note.number)._replace(goal=Goal(place=call_place(note.number)), source=note)
        end = self._column.width - style.indent_right + hanging
        hang(strips[0], number, end - number.width if at_right else style.indent_left - hanging)
        strips[0].marks = (Place(0.0, 0.0, note_place(note.number)), *strips[0].marks)
        return NoteText(note.number, tuple(strips), style.space_after)

    def _hanging(self, numbers: Iterable[int]) -> float:
        """From the number of a note to its text: wide enough for the widest number, which need not be the highest."""
        widest = max((self._number(number).width for number in numbers), default=0.0)
        return max(self._style.number_width, widest + _AFTER_NUMBER)

    def _number(self, number: int) -> Run:
        theme = self._typesetter.theme
        look = of_paragraph(theme.paragraph("note"), theme, self._typesetter.language)
        look = styled(look, theme.text("note-number"), theme)
        word = self._typesetter.setting(look).shape(str(number))
        return Run(0.0, -look.rise, word.width, look, word.pieces, 0.0, None, None)


def _that_begin(texts: Sequence[NoteText], room: float) -> Sequence[NoteText]:
    """The notes of which the least fits: all, unless one line calls more notes than a page can hold."""
    height = 0.0
    for count, text in enumerate(texts):
        height += text.least
        if count and height > room + _TOLERANCE:
            return texts[:count]
    return texts


def _lines_within(text: NoteText, spare: float) -> tuple[int, float]:
    """How many lines of a note fit when this much is to spare beyond its least, and what is then left."""
    more = text.height - text.least
    if more <= spare + 1e-6:
        return len(text.strips), spare - more
    lines = _LEAST
    while len(text.strips) - lines > _LEAST and text.strips[lines].height <= spare + 1e-6:
        spare -= text.strips[lines].height
        lines += 1
    return lines, 0.0
