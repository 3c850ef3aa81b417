"""Division: where a word may end a line, whether with a hyphen or without."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple, Protocol

NOWHERE = 1e9
"""The cost of a division that is not allowed."""

_AFTER_DASH = 15.0
_IN_ADDRESS = 40.0
_HYPHEN = 120.0
_HYPHEN_IN_NAME = 400.0
_ANYWHERE = 3000.0

_SHORTEST = 7
"""Letters of the shortest word that is hyphenated."""

_ADDRESS = re.compile(r"://|^www\.|^[^@\s]+@[^@\s]+\.|^[\w.-]+\.[a-z]{2,}/|^10\.\d{4,}/", re.IGNORECASE)
_ADDRESS_PARTS = re.compile(r"[^/.\-_?&=#:%+~,;@]+[/.\-_?&=#:%+~,;@]*|[/.\-_?&=#:%+~,;@]+")
_DASHED_PARTS = re.compile(r"(?<=[^\W\d_][^\W_])([-‐–—/])(?=[^\W_]{2})")
_CORE = re.compile(r"([^\w]*)([^\W\d_]+)((?:['’]s)?[^\w]*)")

_IDEOGRAPHIC = re.compile(
    r"[\u1100-\u11ff\u2e80-\u312f\u3130-\u318f\u3190-\u33ff\u3400-\u9fff\ua960-\ua97f\uac00-\ud7ff"
    r"\uf900-\ufaff\uff00-\uffef\U00020000-\U0003fffd]"
)
_NEVER_FIRST = frozenset(
    "、。，．・：；？！゛゜ヽヾゝゞ々ー’”）〕］｝〉》」』】〙〗〟｠»ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ.,:;?!)]}%"
)
_NEVER_LAST = frozenset("‘“（〔［｛〈《「『【〘〖〝｟«([{$£¥€")


class Part(NamedTuple):
    """A part of a word; a line may end after it at this cost, with a hyphen or without."""

    text: str
    cost: float = NOWHERE
    hyphen: bool = False


class Hyphenator(Protocol):
    """Knows where the words of one language divide."""

    def positions(self, word: str) -> list[int]:
        """The places in the word at which it may be divided."""


@lru_cache(maxsize=16)
def hyphenator(language: str) -> Hyphenator | None:
    """The hyphenator of a language, or None where there is no dictionary of it."""
    import pyphen

    if not pyphen.language_fallback(language):
        return None
    found: Hyphenator = pyphen.Pyphen(lang=language, left=2, right=3)
    return found


@lru_cache(maxsize=20_000)
def divide(word: str, language: str, hyphenate: bool) -> tuple[Part, ...]:
    """The parts of a word: what lies between the places at which a line may end."""
    return tuple(_costless_end(list(_parts(word, language, hyphenate))))


def is_address(word: str) -> bool:
    """Whether a word is an address of the web or of mail, or the name of a file in it."""
    return _ADDRESS.search(word) is not None


def divide_anywhere(word: str, language: str) -> tuple[Part, ...]:
    """The parts of a word too wide for its line: its syllables, and where they fail its letters."""
    parts = []
    for part in divide(word, language, True):
        letters = [Part(char, _ANYWHERE) for char in part.text]
        parts += [*letters[:-1], part._replace(text=part.text[-1:])]
    return tuple(parts)


def _parts(word: str, language: str, hyphenate: bool) -> Iterator[Part]:
    if "\u00ad" in word or "\u200b" in word:
        for text, mark in re.findall(r"([^\u00ad\u200b]+)([\u00ad\u200b]?)", word):
            yield Part(text, _HYPHEN / 2 if mark == "\u00ad" else 0.0, mark == "\u00ad")
    elif is_address(word):
        yield from _address(word)
    elif _IDEOGRAPHIC.search(word):
        yield from _ideographs(word)
    else:
        pieces = _DASHED_PARTS.sub("\\1\0", word).split("\0")
        for index, piece in enumerate(pieces):
            yield from _syllables(piece, language, hyphenate and len(pieces) == 1)
            if index < len(pieces) - 1:
                yield Part("", _AFTER_DASH)


def _address(word: str) -> Iterator[Part]:
    for text in _ADDRESS_PARTS.findall(word):
        yield Part(text, _IN_ADDRESS)


def _ideographs(word: str) -> Iterator[Part]:
    start = 0
    for place in range(1, len(word)):
        before, after = word[place - 1], word[place]
        wide = _IDEOGRAPHIC.match(before) or _IDEOGRAPHIC.match(after)
        if wide and after not in _NEVER_FIRST and before not in _NEVER_LAST:
            yield Part(word[start:place], 0.0)
            start = place
    yield Part(word[start:])


def _syllables(word: str, language: str, hyphenate: bool) -> Iterator[Part]:
    core = _CORE.fullmatch(word) if hyphenate and len(word) >= _SHORTEST else None
    known = hyphenator(language) if core and len(core[2]) >= _SHORTEST and not core[2].isupper() else None
    if core is None or known is None:
        yield Part(word)
        return
    cost = _HYPHEN_IN_NAME if core[2][0].isupper() else _HYPHEN
    start = 0
    for place in known.positions(core[2]):
        end = len(core[1]) + place
        yield Part(word[start:end], cost, True)
        start = end
    yield Part(word[start:])


def _costless_end(parts: list[Part]) -> Iterator[Part]:
    """The parts without empty ones, whose division falls to the part before; nothing divides after the last."""
    merged: list[Part] = []
    for part in parts:
        if part.text or not merged:
            merged.append(part)
        else:
            merged[-1] = part._replace(text=merged[-1].text)
    if merged:
        merged[-1] = Part(merged[-1].text)
    return iter(merged)
