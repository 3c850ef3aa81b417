"""Direction: which letters of a paragraph run from right to left, and where a line shows them.

The order is that of the Unicode Bidirectional Algorithm (UAX 9), which a library resolves. That library answers with
text alone, so every character goes in with its number, written in tag characters: the algorithm gives these no
direction of their own and leaves them beside their character, behind it as they are read.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefwright.formats.pdf.division import is_address

_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_LANGUAGES = frozenset(["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "syr", "ug", "ur", "yi"])
_STRONG_LEFT = frozenset(("R", "AL"))
_FEW = 3
"""Letters are few where the others are more than twice as many."""
_AT_END = {True: "\u200f", False: "\u200e"}
"""The mark of the direction of a paragraph, at its end: tags there would lose their character as white space does."""

_TAG, _BASE, _DIGITS = 0xE0020, 24, 4
"""The first of the tag characters, which serve as four alphabets of 24 digits: one for each digit of a number."""
_MOST = _BASE**_DIGITS
_TAGS = re.compile("[\U000e0020-\U000e007f]")
_ISOLATE, _END = "\u2066", "\u2069"
_WORD = re.compile(r"\S+")


class Order(NamedTuple):
    """Where each character of a paragraph stands from left to right, and whether it runs to the left.

    A line shows its characters in the order of their `ranks`, wherever the paragraph is broken into lines.
    """

    ranks: Sequence[int]
    turned: Sequence[bool]

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The characters from `start` to `end` in stretches that stand together and run the same way."""
        first = start
        for place in range(start + 1, end + 1):
            if place == end or not self._goes_on(place):
                yield first, place
                first = place

    def _goes_on(self, place: int) -> bool:
        turned = self.turned[place]
        step = -1 if turned else 1
        return turned == self.turned[place - 1] and self.ranks[place] == self.ranks[place - 1] + step


def has_right_to_left(text: str) -> bool:
    """Whether a text has anything that runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def is_turned(language: str) -> bool:
    """Whether a language is written from right to left."""
    tag = language.lower().split("-")
    return tag[0] in _LANGUAGES or "arab" in tag[1:2] or "hebr" in tag[1:2]


def runs_to_the_left(text: str, language: str) -> bool:
    """Whether a paragraph of a document in this language runs from right to left.

    In a language written to the left every paragraph does but those that are all foreign. In another it is the first
    letter that decides, unless few others run to the left: a sentence may begin with a word that it speaks of.
    """
    if not is_turned(language) and not has_right_to_left(text):
        return False
    letters = [kind for kind in map(unicodedata.bidirectional, text) if kind == "L" or kind in _STRONG_LEFT]
    to_left = sum(kind in _STRONG_LEFT for kind in letters)
    if is_turned(language):
        return to_left > 0 or not letters
    return to_left > 0 and letters[0] in _STRONG_LEFT and _FEW * to_left >= len(letters)


def order_of(text: str, turned: bool) -> Order:
    """The order of the characters of a paragraph, which as a whole runs to the left or to the right.

    A paragraph of more than 300,000 characters keeps the order of its text.
    """
    from bidi import get_display

    if len(text) > _MOST:
        return Order(range(len(text)), [False] * len(text))
    shown = str(get_display(_numbered(text) + _AT_END[turned], base_dir="R" if turned else "L"))
    ranks, turns = [0] * len(text), [False] * len(text)
    tags = _TAGS.findall(shown)
    for rank in range(len(text)):
        number = [divmod(ord(tag) - _TAG, _BASE) for tag in tags[_DIGITS * rank : _DIGITS * (rank + 1)]]
        place = sum(digit * _BASE**alphabet for alphabet, digit in number)
        ranks[place], turns[place] = rank, number[0][0] == 0
    return Order(ranks, turns)


def _numbered(text: str) -> str:
    """The text with the number of each character behind it; addresses stand apart from what surrounds them."""
    starts, ends = set(), set()
    for match in _WORD.finditer(text):
        if is_address(match[0]):
            starts.add(match.start())
            ends.add(match.end() - 1)
    parts = []
    for place, char in enumerate(text):
        isolate, end = _ISOLATE if place in starts else "", _END if place in ends else ""
        parts.append(f"{isolate}{_TAGS.sub('', char)}{_number(place)}{end}")
    return "".join(parts)


def _number(place: int) -> str:
    """A number in tags, the digit of the highest value first."""
    return "".join(
        chr(_TAG + _BASE * alphabet + place // _BASE**alphabet % _BASE) for alphabet in reversed(range(_DIGITS))
    )
