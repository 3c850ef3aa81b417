"""The wording of messages: guesses at what an author meant, lists, numbers, articles."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_FEW = 20
_TOO_MANY_TO_COMPARE = 2000


def did_you_mean(word: str, known: Iterable[str]) -> list[str]:
    """A hint that names the known word nearest to one that is not known; empty if none is near."""
    by_lower = {name.lower(): name for name in known}
    if len(by_lower) > _TOO_MANY_TO_COMPARE:
        return []
    near = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return [f'did you mean "{by_lower[near[0]]}"?'] if near else []


def counted(number: int, noun: str) -> str:
    """A number of things: `1 item`, `2 items`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def with_article(noun: str) -> str:
    """A noun with its indefinite article."""
    return f"an {noun}" if noun[0] in "aeiou" else f"a {noun}"


def one_of(intro: str, words: Iterable[str]) -> list[str]:
    """A hint that lists the words an author can choose from; empty if they are many, or none."""
    listed = list(words)
    return [f"{intro}: {', '.join(listed)}"] if 0 < len(listed) <= _FEW else []
