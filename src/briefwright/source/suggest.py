"""Guessing what an author meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

_FEW = 16


def did_you_mean(word: str, known: Iterable[str]) -> list[str]:
    """A hint that names the known word nearest to one that is not known; empty if none is near."""
    by_lower = {name.lower(): name for name in known}
    near = get_close_matches(word.lower(), by_lower, n=1, cutoff=0.6)
    return [f'did you mean "{by_lower[near[0]]}"?'] if near else []


def one_of(intro: str, words: Iterable[str]) -> list[str]:
    """A hint that lists the words an author can choose from; empty if they are many, or none."""
    listed = list(words)
    return [f"{intro}: {', '.join(listed)}"] if 0 < len(listed) <= _FEW else []
