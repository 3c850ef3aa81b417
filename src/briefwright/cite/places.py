"""The place in a source that a citation points to, in the words of a language."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefwright.cite.pieces import NBSP
from briefwright.cite.terms import Terms

_RANGE = re.compile(r"(?<=[\divxlc)])\s*[-–]\s*(?=[\divxlc(])")
_SEVERAL = re.compile(r"(?<=[\divxlc)])(?:–|,|\s*&|\s+(?:and|et|to|à)\s)")
_PLAIN_RANGE = re.compile(r"\b(\d+)–(\d+)\b")
_WITHIN = re.compile(r",\s*(?=[^\W\d_]{2}|§)")


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a source as it is printed; a page can follow the number of a volume at once."""

    text: str = ""
    is_page: bool = False


def place_of(locator: str | None, label: str | None, terms: Terms) -> Place:
    """The place that a locator and its label name."""
    if not locator:
        return Place()
    numbers = _RANGE.sub("–", locator)
    singular, plural = terms.places[label or "page"]
    several = _SEVERAL.search(_WITHIN.split(numbers)[0]) is not None
    word = plural if several else singular
    is_page = label in {None, "page"}
    if is_page:
        numbers = shortened(numbers, terms)
    return Place(f"{word}{NBSP}{numbers}" if word else numbers, is_page and not word)


def shortened(numbers: str, terms: Terms) -> str:
    """The numbers with the second one of each range cut to the digits that change, if the language has it so."""
    numbers = _RANGE.sub("–", numbers)
    if not terms.shortened_ranges:
        return numbers
    return _PLAIN_RANGE.sub(lambda found: f"{found[1]}–{_second(found[1], found[2])}", numbers)


def _second(first: str, second: str) -> str:
    """The end of a page range: all digits up to 100 and from round hundreds, else those that change, at least two."""
    if len(first) != len(second) or len(first) < 3 or first.endswith("00"):
        return second
    same = next((index for index in range(len(first)) if first[index] != second[index]), len(first))
    kept = 1 if first[-2] == "0" else 2
    return second[min(same, len(second) - kept) :]
