"""From printed words back to the value that a brief would have to give for them."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from enum import Enum

from briefwright.brief.dates import PartialDate
from briefwright.compose.localise import Language
from briefwright.compose.words import Words, words_of
from briefwright.document.numbers import locale_of

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_DAY = re.compile(r"(?<!\d)\d{1,2}(?!\d)")


def value_for(old: object, printed: str, language: Language, words: Words) -> str | None:
    """The text of the value, of the kind of an old one, that prints as these words; None where none does.

    A value counts only if printing it again gives the same words, so that nothing is guessed.
    """
    wanted = _plain(printed)
    return next(
        (str(value) for value, said in _candidates(old, wanted, language, words) if _plain(said) == wanted), None
    )


def _candidates(old: object, printed: str, language: Language, words: Words) -> Iterator[tuple[object, str]]:
    match old:
        case Enum():
            yield from ((member.value, words_of(words, member) or "") for member in type(old))
        case dt.datetime():
            return
        case dt.date() | PartialDate():
            for date in _dates(printed, language):
                if isinstance(old, PartialDate) or date.day is not None:
                    yield date, language.date(date)
        case bool():
            return
        case int() | float():
            digits = re.sub(r"[^\d.-]", "", printed.replace(",", ".") if "," in printed else printed)
            for text in dict.fromkeys((digits, digits.replace(".", ""))):
                if re.fullmatch(r"-?\d+(\.\d+)?", text):
                    yield text, language.number(float(text) if "." in text else int(text))


def _dates(printed: str, language: Language) -> Iterator[PartialDate]:
    """The dates that words may mean: a year, with the months and days that they name."""
    for year in _YEAR.findall(printed):
        rest = printed.replace(year, " ")
        yield PartialDate(int(year))
        for month in _months(rest, language):
            yield PartialDate(int(year), month)
            for day in _DAY.findall(rest):
                if _exists(int(year), month, int(day)):
                    yield PartialDate(int(year), month, int(day))


def _months(printed: str, language: Language) -> Iterator[int]:
    from babel.dates import get_month_names

    said = printed.casefold()
    for context in ("format", "stand-alone"):
        for number, name in get_month_names("wide", context, locale_of(language.tag)).items():
            if name.casefold() in said:
                yield number


def _exists(year: int, month: int, day: int) -> bool:
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True


def _plain(text: str) -> str:
    return " ".join(text.split())
