"""Numbers as a language writes them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

_GROUPED_FROM = 10_000
_MINUS = "\u2212"


def chain(tag: str) -> tuple[str, ...]:
    """A BCP 47 tag and what stands in for it, the nearest first: `fr-CA`, then `fr`."""
    parts = tag.split("-")
    return tuple("-".join(parts[:length]) for length in range(len(parts), 0, -1))


@cache
def locale_of(tag: str) -> Locale:
    """What Babel knows of a language; of one that it does not know, what it knows of English."""
    from babel import Locale, UnknownLocaleError

    for name in chain(tag):
        try:
            return Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en")


def number(value: float, tag: str) -> str:
    """A number in this language; thousands are set apart from ten thousand on, so that a year stays a year."""
    from babel.numbers import format_decimal

    written = format_decimal(value, locale=locale_of(tag), group_separator=abs(value) >= _GROUPED_FROM)
    return written.replace("-", _MINUS)
