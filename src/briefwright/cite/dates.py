"""Dates in the words of a language."""

from __future__ import annotations

import datetime as dt

from briefwright.brief.dates import PartialDate
from briefwright.cite.pieces import NBSP
from briefwright.cite.terms import Terms


def partial_date(date: PartialDate, terms: Terms) -> str:
    """A year, a month with its year, or a day."""
    if date.month is None:
        return str(date.year)
    if date.day is None:
        from babel.dates import format_skeleton

        return format_skeleton("yMMMM", date.earliest, locale=terms.locale)
    return full_date(date.earliest, terms)


def full_date(day: dt.date, terms: Terms) -> str:
    """A day, with its number kept to its month."""
    from babel.dates import format_date

    written = format_date(day, "long", locale=terms.locale)
    head, space, rest = written.partition(" ")
    if day.day == 1 and terms.first_day is not None:
        head = terms.first_day
    if not head.isalpha():
        return f"{head}{NBSP}{rest}"
    return f"{head}{space}{rest}".replace(f"{space}{day.day},", f"{NBSP}{day.day},")
