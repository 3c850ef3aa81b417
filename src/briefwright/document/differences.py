"""What changed from one text to another, word by word."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Generic, TypeVar

Token = TypeVar("Token")

_WORD = re.compile(
    r"""[\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff]      # ideographs and kana, which have no spaces between words
    | [^\W\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff]+(?:[’'.,\-\u2011][^\W\u2e80-\u30ff\u3400-\u9fff\uf900-\ufaff]+)*
    | \s | [^\w\s]""",
    re.VERBOSE,
)
_ALIKE = 0.25
"""The share of words in common from which two texts are marked word by word; below it, the one replaces the other."""
_BRIDGE = 3
"""The least letters between two changes for which the marks are worth being interrupted."""


@dataclass(frozen=True, slots=True)
class Difference(Generic[Token]):
    """A stretch of two texts: the same in both, or what was and what is in its place."""

    same: bool
    old: tuple[Token, ...]
    new: tuple[Token, ...]


def words(text: str) -> list[str]:
    """A text cut into words, spaces and signs, which joined are the text."""
    return _WORD.findall(text)


def differences(old: Sequence[Token], new: Sequence[Token], letters: Callable[[Token], int]) -> list[Difference[Token]]:
    """The stretches of two texts, in order.

    `letters` says how much a token that both have weighs: changes are joined over what weighs little, and texts with
    little in common differ as a whole.
    """
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    found = [
        Difference(kind == "equal", tuple(old[a:b]), tuple(new[c:d])) for kind, a, b, c, d in matcher.get_opcodes()
    ]
    kept = sum(letters(token) for one in found if one.same for token in one.new)
    all_letters = max(sum(map(letters, old)), sum(map(letters, new)))
    least = _BRIDGE if kept >= _ALIKE * all_letters else all_letters + 1
    return _joined(found, least, letters)


def _joined(found: list[Difference[Token]], least: int, letters: Callable[[Token], int]) -> list[Difference[Token]]:
    """The stretches, with those joined to the changes around them that are the same and weigh less than `least`."""
    joined: list[Difference[Token]] = []
    for index, one in enumerate(found):
        inside = 0 < index < len(found) - 1
        slight = one.same and inside and sum(map(letters, one.new)) < least
        if joined and not joined[-1].same and (slight or not one.same):
            before = joined.pop()
            joined.append(Difference(False, before.old + one.old, before.new + one.new))
        else:
            joined.append(one)
    return joined


def word_differences(old: str, new: str) -> list[Difference[str]]:
    """The stretches of two texts, cut between words."""
    return differences(words(old), words(new), letters_of)


def letters_of(word: str) -> int:
    """What a word weighs: its letters and digits; spaces and signs weigh nothing."""
    return sum(map(str.isalnum, word))
