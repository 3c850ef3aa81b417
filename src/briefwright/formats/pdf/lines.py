"""Lines: the chosen items of one line as marks on its baseline."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple, assert_never

from briefwright.document.nodes import ContentsEntry, Note, PageCount, PageNumber
from briefwright.formats.pdf.faces import Joints, Shaped
from briefwright.formats.pdf.items import (
    PLATE_HEIGHT,
    Bit,
    CallBit,
    Content,
    FolioBit,
    HyphenBit,
    PlateBit,
    TickBit,
)
from briefwright.formats.pdf.linebreak import Item
from briefwright.formats.pdf.linebreak import Span as LineSpan
from briefwright.formats.pdf.marks import Field, Fill, Goal, Mark, Place, Run, Tick
from briefwright.formats.pdf.ordering import visual_order, with_hyphen
from briefwright.formats.pdf.spans import Span, block_place, call_place, note_place
from briefwright.formats.pdf.typesetter import Setting

Align = Literal["left", "right", "centre", "justify"]

_CHECKBOX = "☐"
_TICK_LINE = 0.09
"""The line of a square to tick, as a share of its side."""
_PLATE_RADIUS = 0.8


class Line(NamedTuple):
    """A line as it is set: its marks on the baseline at 0, the notes called on it, and its tallest plate."""

    marks: tuple[Mark, ...]
    notes: tuple[Note, ...]
    width: float
    plate: float = 0.0


class Alignment(NamedTuple):
    """How the lines of a paragraph stand in its measure; `turned` ones begin at the right."""

    measure: float
    align: Align
    turned: bool = False


def set_line(
    items: Sequence[Item], line: LineSpan, alignment: Alignment, indent: float = 0.0, is_last: bool = True
) -> Line:
    """One line of a paragraph, which begins `indent` within the measure."""
    setter = _LineSetter()
    shown = items[line.start : line.end]
    for item in visual_order(with_hyphen(shown) if line.hyphen else shown):
        if item.content is not None:
            setter.add(item.content, item.is_glue)
        elif not item.is_break:
            setter.skip(item.width)
    setter.close()
    measure, align, turned = alignment
    slack = measure - indent - setter.x
    stretch = 0.0
    if align == "justify" and setter.spaces and (slack < 0 or not is_last):
        stretch = slack / setter.spaces
    beginning = slack if turned and not stretch else 0.0
    start = {"left": 0.0, "justify": beginning, "right": slack, "centre": slack / 2}[align]
    if not turned:
        start += indent
    return Line(_placed(setter.marks, start, stretch), tuple(setter.notes), setter.x, setter.plate)


class _LineSetter:
    """Collects the marks of a line from the left, text of one span in one run."""

    def __init__(self) -> None:
        self.x = 0.0
        self.marks: list[Mark] = []
        self.notes: list[Note] = []
        self.plate = 0.0
        self.spaces = 0
        self._span: Span | None = None
        self._setting: Setting | None = None
        self._words: list[tuple[str, Joints | None]] = []

    def add(self, content: Content, is_glue: bool) -> None:
        """Set what an item holds."""
        self.spaces += is_glue
        match content:
            case Bit():
                self._bit(content)
            case HyphenBit():
                self._hyphen(content)
            case PlateBit():
                self._plate(content)
            case CallBit():
                self._call(content)
            case TickBit():
                self._tick(content)
            case FolioBit():
                self.close()
                width = 2 * content.setting.shape("0").width
                self.marks.append(Field(self.x, 0.0, width, content.setting.look, content.source))
                self.x += width
            case _:
                assert_never(content)

    def skip(self, width: float) -> None:
        """Leave a space of this width, which holds nothing."""
        self.close()
        self.x += width

    def close(self) -> None:
        """End the run of text that is open."""
        if self._span is None or self._setting is None:
            return
        span, setting = self._span, self._setting
        words = [
            setting.shape(text) if joints is None else setting.shape_turned(text, joints)
            for text, joints in self._words
        ]
        pieces = tuple([piece for word in words for piece in word.pieces])
        self._span, self._words = None, []
        self._run(pieces, setting.width_of(pieces), setting, span.goal, span)

    def _bit(self, bit: Bit) -> None:
        if bit.span is not self._span:
            self.close()
            self._span, self._setting = bit.span, bit.setting
        if bit.continues and self._words:
            self._words[-1] = (self._words[-1][0] + bit.text, None)
        else:
            self._words.append((bit.text, bit.joints))

    def _hyphen(self, bit: HyphenBit) -> None:
        self.close()
        self._run(bit.setting.hyphen.pieces, bit.setting.hyphen.width, bit.setting, bit.span.goal, bit.span)

    def _run(self, pieces: tuple[Shaped, ...], width: float, setting: Setting, goal: Goal | None, span: Span) -> None:
        self.marks.append(Run(self.x, -setting.look.rise, width, setting.look, pieces, 0.0, goal, span.source))
        self.x += width

    def _plate(self, bit: PlateBit) -> None:
        self.close()
        look = bit.setting.look
        height = PLATE_HEIGHT * look.size
        width = sum(word.width for word, _, _ in bit.words) + 2 * bit.inset
        top = -(bit.setting.face.cap_height * look.size + height) / 2 - look.rise
        if look.background is not None:
            radius = _PLATE_RADIUS if width <= height else 0.0
            self.marks.append(Fill(self.x, top, width, height, look.background, radius))
        end = self.x + width
        self.x += bit.inset
        for word, setting, span in bit.words:
            self._run(word.pieces, word.width, setting, span.goal, span)
        self.x = end
        self.plate = max(self.plate, height)

    def _call(self, bit: CallBit) -> None:
        self.close()
        look, number = bit.setting.look, bit.note.number
        top = -look.rise - look.size
        goal = Goal(place=note_place(number))
        self.marks.append(Place(self.x, top, call_place(number)))
        self.marks.append(Run(self.x, -look.rise, bit.word.width, look, bit.word.pieces, 0.0, goal, bit.note))
        self.notes.append(bit.note)
        self.x += bit.word.width

    def _tick(self, bit: TickBit) -> None:
        self.close()
        look = bit.setting.look
        stand_in = bit.setting.stand_in(_CHECKBOX, " ")
        line = _TICK_LINE * bit.side
        self.marks.append(Tick(self.x, -bit.side, bit.side, line, look, stand_in, bit.source))
        self.x += bit.side


def _placed(marks: Sequence[Mark], start: float, stretch: float) -> tuple[Mark, ...]:
    """The marks moved to the start of the line, with its spaces widened."""
    placed: list[Mark] = []
    shift = start
    for mark in marks:
        moved = mark._replace(x=mark.x + shift) if shift else mark
        if stretch and isinstance(moved, Run):
            spaces = sum(piece.texts == (" ",) for piece in moved.pieces)
            moved = moved._replace(stretch=stretch, width=moved.width + spaces * stretch)
            shift += spaces * stretch
        placed.append(moved)
    return tuple(placed)


class Pages(NamedTuple):
    """The number of a page, of all pages, and of the page of each place."""

    page: int
    pages: int
    of: Mapping[str, int]


def resolved(field: Field, setting: Setting, pages: Pages) -> Run:
    """A field as the number that it stands for; that of an entry leads there, and ends where the field does.

    A space before it parts it from the words for those who listen.
    """
    match field.source:
        case PageNumber():
            word, goal, x = setting.shape(str(pages.page)), None, field.x
        case PageCount():
            word, goal, x = setting.shape(str(pages.pages)), None, field.x
        case ContentsEntry():
            place = block_place(field.source.target)
            word, goal = setting.shape(f" {pages.of[place]}"), Goal(place=place)
            x = field.x + field.width - word.width
        case _:
            assert_never(field.source)
    return Run(x, field.y, word.width, field.look, word.pieces, 0.0, goal, field.source)
