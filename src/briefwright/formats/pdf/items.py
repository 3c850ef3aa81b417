"""Items: the words, spaces and squares of a paragraph, as line breaking sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, assert_never

from briefwright.document.nodes import Checkbox, Note, PageCount, PageNumber
from briefwright.formats.pdf.direction import Order
from briefwright.formats.pdf.division import NOWHERE, Part, divide, divide_anywhere
from briefwright.formats.pdf.faces import Joints
from briefwright.formats.pdf.linebreak import NEVER, Item
from briefwright.formats.pdf.spans import Box, Call, Flat, Folio, Plate, Span, Turn
from briefwright.formats.pdf.typesetter import Setting, Typesetter, Word

_TOKEN = re.compile(
    r"[ \t\r\n\u2000-\u2006\u2008-\u200a\u205f\u3000]+|[\u00a0\u202f]+"
    r"|[^ \t\r\n\u00a0\u2000-\u2006\u2008-\u200a\u202f\u205f\u3000]+"
)
"""Spaces at which a line may end, spaces at which none does, and words."""
_SEPARATORS = frozenset("·|–—•")
"""Signs that stand at the end of a line rather than at the beginning of the next."""
_BETWEEN_CALLS = 1.5
_MOST_PREFIXES = 40
_THING, _LINE_END = "\ufffc", "\u2028"
"""What stands in the text of a paragraph for something that is no text, and for the end of a line."""
_NO_LETTERS = "\u00ad\u200b"

PLATE_HEIGHT = 1.4
"""The height of a plate, in sizes of its text."""
_TICK_SIDE, _TICK_ASIDE = 1.08, 0.1
"""The side of a square to tick, in heights of a capital, and the space on either side of it, in sizes of its text."""
_PLATE_PADDING = 0.45
_PLATE_LETTERS = 2
"""A plate of up to so many letters is at least as wide as it is high."""


class Bit(NamedTuple):
    """A space, a word or a part of one; `continues` the word of the bit before it.

    One with `joints` runs from right to left.
    """

    text: str
    setting: Setting
    span: Span
    continues: bool = False
    joints: Joints | None = None


class HyphenBit(NamedTuple):
    """The hyphen at the end of a line."""

    setting: Setting
    span: Span


class PlateBit(NamedTuple):
    """Words on a ground; `inset` is the space at each side of them."""

    words: tuple[tuple[Word, Setting, Span], ...]
    setting: Setting
    inset: float


class CallBit(NamedTuple):
    """The call of a note."""

    note: Note
    word: Word
    setting: Setting


class TickBit(NamedTuple):
    """A square to tick."""

    source: Checkbox
    setting: Setting
    side: float


class FolioBit(NamedTuple):
    """A number of pages that is not known yet."""

    source: PageNumber | PageCount
    setting: Setting


Content = Bit | HyphenBit | PlateBit | CallBit | TickBit | FolioBit


class Folios(NamedTuple):
    """The number of a page, and of all pages."""

    page: int
    pages: int


def text_of(span: Flat) -> str:
    """What a span is in the text of its paragraph."""
    if isinstance(span, Span):
        return span.text
    return _LINE_END if isinstance(span, Turn) else _THING


class Itemiser:
    """Makes items of the spans of one paragraph, which is to be set no wider than `room`.

    `order` is that of the characters of the paragraph's text, or None where all run from left to right.
    """

    def __init__(
        self, typesetter: Typesetter, room: float, hyphenate: bool, folios: Folios | None, order: Order | None = None
    ) -> None:
        self._typesetter = typesetter
        self._room = room
        self._hyphenate = hyphenate
        self._folios = folios
        self._order = order
        self._text = ""
        self._place = 0
        self.items: list[Item] = []

    def add_all(self, spans: Sequence[Flat]) -> list[Item]:
        """The items of all spans, without space at either end."""
        if self._order is not None:
            self._text = "".join(map(text_of, spans))
        for span in spans:
            self._add(span)
            self._place += len(text_of(span))
        self._drop_space()
        return self.items

    def _add(self, span: Flat) -> None:
        match span:
            case Span():
                self._words(span)
            case Plate():
                self._plate(span)
            case Call():
                self._call(span)
            case Box():
                setting = self._typesetter.setting(span.look)
                side = setting.face.cap_height * span.look.size * _TICK_SIDE
                aside = _TICK_ASIDE * span.look.size
                for width, bit in ((aside, None), (side, TickBit(span.source, setting, side)), (aside, None)):
                    self.items.append(Item(width, bit, rank=self._rank()))
            case Folio():
                self._folio(span)
            case Turn():
                self._drop_space()
                self.items.append(Item(0.0, is_break=True, cost=None))
            case _:
                assert_never(span)

    def _rank(self, offset: int = 0) -> int:
        """Where the character so far into the span stands from left to right."""
        return self._order.ranks[self._place + offset] if self._order is not None else 0

    def _words(self, span: Span) -> None:
        setting = self._typesetter.setting(span.look)
        space = Item(setting.space.width, Bit(" ", setting, span), is_glue=True)
        for match in _TOKEN.finditer(span.text):
            token = match[0]
            if token[0].isspace() and token[0] not in "\u00a0\u2007\u202f":
                self._space(space, match.start())
            elif self._order is None:
                self._word(token, setting, span, match.start())
            else:
                self._ordered(self._order, span, setting, match)

    def _ordered(self, order: Order, span: Span, setting: Setting, token: re.Match[str]) -> None:
        """A word in stretches that run one way."""
        for start, end in order.stretches(self._place + token.start(), self._place + token.end()):
            offset = start - self._place
            joints = self._joints(start, end) if order.turned[start] else None
            self._word(self._text[start:end], setting, span, offset, joints)

    def _joints(self, start: int, end: int) -> Joints:
        text = self._text
        before = text[max(start - 2, 0) : start].rstrip(_NO_LETTERS)[-1:]
        after = text[end : end + 2].lstrip(_NO_LETTERS)[:1]
        return Joints(before if before.isalpha() else "", after if after.isalpha() else "")

    def _space(self, space: Item, offset: int) -> None:
        if self.items and not self.items[-1].is_glue and self.items[-1].cost is not None:
            self.items.append(space if self._order is None else space._replace(rank=self._rank(offset)))

    def _word(self, token: str, setting: Setting, span: Span, offset: int, joints: Joints | None = None) -> None:
        if token in _SEPARATORS and self.items and self.items[-1].is_glue:
            self.items[-1] = self.items[-1]._replace(cost=NEVER)
        language = span.look.language
        parts = divide(token, language, self._hyphenate)
        rank = self._rank(offset)
        text = parts[0].text if len(parts) == 1 else "".join(part.text for part in parts)
        word = self._typesetter.shape(text, setting, span.written, offset, joints)
        if word.width > self._room:
            parts = divide_anywhere(token, language)
        if len(parts) == 1:
            self.items.append(Item(word.width, Bit(text, setting, span, False, joints), False, False, 0.0, rank))
            return
        start = 0
        for part, width in _widths(parts, setting, joints):
            bit = Bit(part.text, setting, span, start > 0, joints and _part_joints(text, start, part.text, joints))
            self.items.append(Item(width, bit, rank=self._rank(offset + start)))
            start += len(part.text)
            if part.cost < NOWHERE:
                hyphen = setting.hyphen.width if part.hyphen else 0.0
                self.items.append(Item(hyphen, is_break=True, cost=part.cost, rank=self.items[-1].rank))

    def _plate(self, plate: Plate) -> None:
        words = []
        for span in plate.spans:
            setting = self._typesetter.setting(span.look)
            words.append((self._typesetter.shape(span.text, setting, span.written), setting, span))
        width = sum(word.width for word, _, _ in words)
        letters = sum(len(span.text) for span in plate.spans)
        size = plate.look.size
        inset = _PLATE_PADDING * size
        if letters <= _PLATE_LETTERS:
            inset = max((PLATE_HEIGHT * size - width) / 2, 0.15 * size)
        bit = PlateBit(tuple(words), self._typesetter.setting(plate.look), inset)
        self.items.append(Item(width + 2 * inset, bit, rank=self._rank()))

    def _call(self, call: Call) -> None:
        setting = self._typesetter.setting(call.look)
        word = setting.shape(str(call.note.number))
        follows = bool(self.items) and isinstance(self.items[-1].content, CallBit)
        self.items.append(Item(word.width, CallBit(call.note, word, setting), rank=self._rank()))
        if follows:
            self.items.insert(-1, Item(_BETWEEN_CALLS, rank=self._rank()))

    def _folio(self, folio: Folio) -> None:
        setting = self._typesetter.setting(folio.look)
        if self._folios is None:
            bit = FolioBit(folio.source, setting)
            self.items.append(Item(2 * setting.shape("0").width, bit, rank=self._rank()))
            return
        number = self._folios.page if isinstance(folio.source, PageNumber) else self._folios.pages
        span = Span(str(number), folio.look, folio.source)
        self.items.append(Item(setting.shape(span.text).width, Bit(span.text, setting, span), rank=self._rank()))

    def _drop_space(self) -> None:
        while self.items and self.items[-1].is_glue:
            self.items.pop()


def _part_joints(word: str, start: int, part: str, joints: Joints) -> Joints:
    """What a part of a word stands between."""
    before, after = word[start - 1 : start] if start else joints.before, word[start + len(part) :][:1]
    return Joints(before, after or joints.after)


def _widths(parts: tuple[Part, ...], setting: Setting, joints: Joints | None) -> Iterator[tuple[Part, float]]:
    """Each part with what it adds to the word, so that the parts of an undivided word are as wide as the word."""
    prefix, before = "", 0.0
    word = "".join(part.text for part in parts) if joints else ""
    for part in parts:
        if joints is not None:
            yield part, setting.shape_turned(part.text, _part_joints(word, len(prefix), part.text, joints)).width
            prefix += part.text
        elif len(parts) > _MOST_PREFIXES:
            yield part, setting.shape(part.text).width
        else:
            prefix += part.text
            width = setting.shape(prefix).width
            yield part, width - before
            before = width
