"""Stretches of a text with others in their place."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Splice:
    """`new` in the place of what stood between two character offsets."""

    start: int
    end: int
    new: str


def spliced(text: str, splices: Iterable[Splice], start: int = 0, end: int | None = None) -> str:
    """A stretch of the text with the splices, which lie in it and apart from one another."""
    pieces: list[str] = []
    at = start
    for splice in sorted(splices):
        pieces += [text[at : splice.start], splice.new]
        at = splice.end
    return "".join([*pieces, text[at : len(text) if end is None else end]])
