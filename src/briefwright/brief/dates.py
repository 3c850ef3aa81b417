"""Dates as analysts write them: partial dates, moments with a zone, durations."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from functools import total_ordering
from typing import Annotated, Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, core_schema

from briefwright.source.scalars import Form, kind_of, malformed, wrong_type

_PARTIAL = r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?"


@total_ordering
@dataclass(frozen=True, slots=True)
class PartialDate:
    """A year, a month of a year, or a day; ordered by its first day, the longer stretch first."""

    year: int
    month: int | None = None
    day: int | None = None

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read 2024, 2024-06 or 2024-06-19; raises ValueError for anything else."""
        match = re.fullmatch(_PARTIAL, text)
        if match is None:
            raise ValueError(f'"{text}" is not a date')
        date = cls(*(int(part) if part else None for part in match.groups()))  # type: ignore[arg-type]
        dt.date(date.year, date.month or 1, date.day or 1)
        return date

    @property
    def earliest(self) -> dt.date:
        """The first day that the date can mean."""
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        """The last day that the date can mean."""
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def __str__(self) -> str:
        month = "" if self.month is None else f"-{self.month:02}"
        day = "" if self.day is None else f"-{self.day:02}"
        return f"{self.year:04}{month}{day}"

    def __lt__(self, other: PartialDate) -> bool:
        return self._key() < other._key()

    def _key(self) -> tuple[int, int, int]:
        return self.year, self.month or 0, self.day or 0

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._read)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        text = {"type": "string", "pattern": f"^{_PARTIAL}$"}
        return {"anyOf": [text, {"type": "integer", "minimum": 1, "maximum": 9999}]}

    @classmethod
    def _read(cls, value: Any) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise wrong_type(f"takes a date, not {kind_of(value)}")
        try:
            return cls.parse(value.strip())
        except ValueError:
            raise malformed(
                f'"{value}" is not a date', "write 2024, 2024-06 or 2024-06-19, as far as it is known"
            ) from None


_MOMENT = re.compile(
    r"(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})"
    r"(?:[T ](?P<time>[0-9]{2}:[0-9]{2}(?::[0-9]{2})?) ?(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?)?"
)
_MOMENT_HINT = "write a day, as in 2026-03-31, or a time with its zone, as in 2026-03-31T17:00+01:00"


def _moment(text: str) -> dt.date:
    match = _MOMENT.fullmatch(text)
    if match is None:
        raise malformed(f'"{text}" is neither a day nor a time with its zone', _MOMENT_HINT)
    day, time, zone = match.group("day", "time", "zone")
    if time and not zone:
        raise malformed(f'"{text}" names a time without its zone', "add Z for UTC, or a difference such as +01:00")
    try:
        return dt.datetime.fromisoformat(f"{day}T{time}{zone}") if time else dt.date.fromisoformat(day)
    except ValueError:
        raise malformed(f'"{text}" is not a time of the calendar', _MOMENT_HINT) from None


def _zoned(text: str) -> dt.date:
    moment = _moment(text)
    if not isinstance(moment, dt.datetime):
        raise malformed(f'"{text}" lacks a time and its zone', "as in 2026-03-31T00:01+01:00")
    return moment


Moment = Annotated[
    dt.datetime | dt.date,
    Form(_moment, {"type": "string", "pattern": re.sub(r"\?P<[a-z]+>", "", f"^{_MOMENT.pattern}$")}),
]
"""A day, or a time that knows its zone (then a `datetime`)."""

ZonedTime = Annotated[
    dt.datetime,
    Form(_zoned, {"type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}[T ].+"}),
]
"""A time that knows its zone."""


def day_of(moment: dt.date) -> dt.date:
    """The calendar day of a moment, in the moment's own zone."""
    return moment.date() if isinstance(moment, dt.datetime) else moment


_DURATION = r"P(?:([0-9]{1,3})Y)?(?:([0-9]{1,3})M)?(?:([0-9]{1,3})W)?(?:([0-9]{1,4})D)?"


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time by the calendar, in the whole units that it was written in."""

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an ISO 8601 duration of days or more, such as P6M; raises ValueError for anything else."""
        match = re.fullmatch(_DURATION, text)
        if match is None or not any(match.groups()):
            raise ValueError(f'"{text}" is not a duration')
        return cls(*(int(part or 0) for part in match.groups()))

    def __str__(self) -> str:
        units = zip((self.years, self.months, self.weeks, self.days), "YMWD", strict=True)
        return "P" + "".join(f"{count}{unit}" for count, unit in units if count)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(cls._read)

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return {"type": "string", "pattern": f"^(?=P.){_DURATION}$"}

    @classmethod
    def _read(cls, value: Any) -> Self:
        if isinstance(value, cls):
            return value
        if not isinstance(value, str):
            raise wrong_type(f"takes a length of time, not {kind_of(value)}")
        try:
            return cls.parse(value.strip())
        except ValueError:
            raise malformed(
                f'"{value}" is not a length of time', "write P90D for 90 days, P6M for six months, P1Y for a year"
            ) from None
