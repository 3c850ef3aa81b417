"""Two changes of one text brought together, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
      \s+
    | !?\[(?:\\.|[^\[\]\\])*\](?:\((?:[^\s()]|\([^\s()]*\))*\))?    # a citation, a reference, a link with its address
    | (?:\\.|[^\s\[])+                                              # a word with its marks of emphasis
    | .
    """,
    re.VERBOSE | re.DOTALL,
)


_MANY = 4000
"""More tokens than that are compared with less care for words that are frequent, so that time stays in proportion."""


def matcher(before: Sequence[str], after: Sequence[str]) -> SequenceMatcher[str]:
    """Finds what two lists of tokens have in common."""
    return SequenceMatcher(None, before, after, autojunk=len(after) > _MANY)


def tokens(text: str) -> list[str]:
    """The words and spaces of a prose text; a citation, a reference or a link is one word."""
    return _TOKEN.findall(text)


def merged(base: str, ours: str, theirs: str) -> str | None:
    """The text with the changes of both sides; None where both changed the same words, or neighbours, differently."""
    if base in (ours, theirs):
        return theirs if base == ours else ours
    pieces: list[str] = []
    for common, left, right in _regions(tokens(base), tokens(ours), tokens(theirs)):
        if left == right or right == common:
            pieces += left
        elif left == common:
            pieces += right
        else:
            return None
    return "".join(pieces)


class _Match(NamedTuple):
    """A stretch that all three texts have: where it begins in each, and how many tokens it has."""

    base: int
    ours: int
    theirs: int
    length: int


def _regions(
    base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str], Sequence[str]]]:
    """The stretches of the three texts that stand for each other, those that are the same and those between them."""
    at = _Match(0, 0, 0, 0)
    end = _Match(len(base), len(ours), len(theirs), 0)
    for match in [*_matches(base, ours, theirs), end]:
        yield base[at.base : match.base], ours[at.ours : match.ours], theirs[at.theirs : match.theirs]
        same = base[match.base : match.base + match.length]
        yield same, same, same
        length = match.length
        at = _Match(match.base + length, match.ours + length, match.theirs + length, 0)


def _matches(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[_Match]:
    """The stretches that all three have; a space alone parts no changes, so that neighbours are not mixed."""
    left = matcher(base, ours).get_matching_blocks()
    right = matcher(base, theirs).get_matching_blocks()
    mine, other = 0, 0
    while mine < len(left) and other < len(right):
        one, two = left[mine], right[other]
        start, stop = max(one.a, two.a), min(one.a + one.size, two.a + two.size)
        if start < stop and "".join(base[start:stop]).strip():
            yield _Match(start, one.b + start - one.a, two.b + start - two.a, stop - start)
        mine, other = (mine + 1, other) if one.a + one.size <= two.a + two.size else (mine, other + 1)
