"""Dates, numbers and lengths of time as the language of a document writes them."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefwright.brief.dates import Duration, PartialDate
from briefwright.document.numbers import chain, locale_of, number

if TYPE_CHECKING:
    from babel import Locale

_IN_WORDS = ("long", "full")
_FIRST_DAYS = {"fr": "1er"}
"""How a language writes the first day of a month in words, where Babel writes a plain 1."""


@dataclass(frozen=True)
class Language:
    """A language by its BCP 47 tag, such as `en-GB`; one that Babel does not know is written as its root is."""

    tag: str

    @property
    def chain(self) -> tuple[str, ...]:
        """The tag and what stands in for it, the nearest first: `fr-CA`, then `fr`."""
        return chain(self.tag)

    @property
    def _locale(self) -> Locale:
        return locale_of(self.tag)

    def date(self, value: dt.date | PartialDate, form: str = "long") -> str:
        """A day, a month or a year; `form` is one of Babel's: short, medium, long, full."""
        from babel.dates import format_date, format_skeleton

        if isinstance(value, PartialDate):
            if value.month is None:
                return str(value.year)
            if value.day is None:
                month = "yMMMM" if form in _IN_WORDS else "yMMM"
                return format_skeleton(month, dt.datetime(value.year, value.month, 1), locale=self._locale)  # noqa: DTZ001
            value = value.earliest
        written = format_date(value, form, locale=self._locale)
        first = _FIRST_DAYS.get(self.chain[-1])
        return written.replace("1 ", f"{first} ", 1) if first and value.day == 1 and form in _IN_WORDS else written

    def moment(self, value: dt.datetime) -> str:
        """A day with its time, to the minute, and its zone."""
        from babel.dates import format_time

        time = format_time(value.timetz(), "short", locale=self._locale)
        return f"{self.date(value.date())}, {time} {value.tzname() or ''}".rstrip()

    def number(self, value: float) -> str:
        """A number; thousands are set apart from ten thousand on, so that a year stays a year."""
        return number(value, self.tag)

    def percentages(self, low: float, high: float) -> str:
        """A span of percentages, such as 55–80%."""
        from babel.numbers import format_percent

        return f"{self.number(low)}–{format_percent(high / 100, locale=self._locale)}"

    def duration(self, value: Duration) -> str:
        """A length of time in its units, such as `1 year, 6 months`."""
        from babel.units import format_unit

        counts = (("year", value.years), ("month", value.months), ("week", value.weeks), ("day", value.days))
        return ", ".join(format_unit(count, f"duration-{unit}", locale=self._locale) for unit, count in counts if count)
