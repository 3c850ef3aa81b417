"""Direction: which words run from right to left."""

from __future__ import annotations

import re

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_EDGES = re.compile(r"(\W*)(.*?)(\W*)", re.DOTALL)


def is_right_to_left(text: str) -> bool:
    """Whether a text has letters of a script that runs from right to left."""
    return not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None


def parted(word: str) -> tuple[str, ...]:
    """A word that runs to the left without the signs at its ends, which belong to the text around it."""
    if not is_right_to_left(word):
        return (word,)
    match = _EDGES.fullmatch(word)
    return tuple(part for part in match.groups() if part) if match else (word,)
