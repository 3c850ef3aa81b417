"""Dates are read in the forms that analysts write, and in no other."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from briefwright.brief.dates import Duration, Moment, PartialDate, ZonedTime, day_of

MOMENT: TypeAdapter[dt.date] = TypeAdapter(Moment)
ZONED: TypeAdapter[dt.datetime] = TypeAdapter(ZonedTime)


@given(st.dates(), st.integers(1, 3))
def test_a_partial_date_reads_what_it_writes(date: dt.date, length: int) -> None:
    partial = PartialDate(*(date.year, date.month, date.day)[:length])
    assert PartialDate.parse(str(partial)) == partial
    assert partial.earliest <= date <= partial.latest


def test_partial_dates_are_ordered_the_longer_stretch_first() -> None:
    written = ["2023-12-31", "2024", "2024-01", "2024-01-01", "2024-02", "2025"]
    assert [str(date) for date in sorted(map(PartialDate.parse, reversed(written)))] == written


@pytest.mark.parametrize("text", ["24", "2024-6", "2024-13", "2023-02-29", "2024-06-19T00:00", "june 2024", "2024-"])
def test_what_is_no_partial_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        PartialDate.parse(text)


@given(st.integers(0, 99), st.integers(0, 99), st.integers(0, 99), st.integers(1, 99))
def test_a_duration_reads_what_it_writes(years: int, months: int, weeks: int, days: int) -> None:
    duration = Duration(years, months, weeks, days)
    assert Duration.parse(str(duration)) == duration


@pytest.mark.parametrize("text", ["P", "6M", "P6", "PT6H", "P-1D", "p6m", "P1M1Y"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not a duration"):
        Duration.parse(text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-03-31", dt.date(2026, 3, 31)),
        ("2026-03-31T23:30+01:00", dt.date(2026, 3, 31)),
        ("2026-03-31 23:30:10 -04:00", dt.date(2026, 3, 31)),
        ("2026-03-31T23:30Z", dt.date(2026, 3, 31)),
    ],
)
def test_a_moment_is_a_day_or_a_time_with_its_zone(text: str, day: dt.date) -> None:
    moment = MOMENT.validate_python(text)
    assert day_of(moment) == day
    assert isinstance(moment, dt.datetime) == (len(text) > 10)


@pytest.mark.parametrize("text", ["2026-03-31T17:00", "2026-03-31T25:00Z", "2026-03-32", "31.3.2026", "1774915200"])
def test_a_time_without_a_zone_is_no_moment(text: str) -> None:
    with pytest.raises(ValidationError):
        MOMENT.validate_python(text)


def test_an_embargo_needs_a_time() -> None:
    with pytest.raises(ValidationError):
        ZONED.validate_python("2026-03-31")
    assert ZONED.validate_python("2026-03-31T00:01+01:00").utcoffset() == dt.timedelta(hours=1)
