"""Identifiers that carry their own proof: check digits and fixed forms, checked offline."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Annotated

from briefwright.source.scalars import Form, malformed


def _form(pattern: str, what: str, hint: str) -> Form:
    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise malformed(f'"{text}" is not {what}', hint)
        return text

    return Form(read, {"type": "string", "pattern": f"^(?:{pattern})$"})


def _checked(pattern: str, what: str, hint: str, is_sound: Callable[[str], bool]) -> Form:
    def read(text: str) -> str:
        if not re.fullmatch(pattern, text):
            raise malformed(f'"{text}" is not {what}', hint)
        if not is_sound(re.sub(r"[^0-9Xx]", "", text.rpartition("/")[2]).upper()):
            raise malformed(f'"{text}" is not {what}: its check digit does not fit', "compare it with the original")
        return text

    return Form(read, {"type": ["string", "integer"]})


def _value(digit: str) -> int:
    return 10 if digit == "X" else int(digit)


def is_isbn(digits: str) -> bool:
    """Whether the check digit of a 10- or 13-digit ISBN fits; `digits` without hyphens."""
    if len(digits) == 10:
        return sum((10 - place) * _value(digit) for place, digit in enumerate(digits)) % 11 == 0
    return sum((3 if place % 2 else 1) * _value(digit) for place, digit in enumerate(digits)) % 10 == 0


def is_issn(digits: str) -> bool:
    """Whether the check digit of an ISSN fits; `digits` without the hyphen."""
    return sum((8 - place) * _value(digit) for place, digit in enumerate(digits)) % 11 == 0


def is_orcid(digits: str) -> bool:
    """Whether the check digit of an ORCID fits (ISO 7064, mod 11-2); `digits` without hyphens."""
    total = 0
    for digit in digits[:-1]:
        total = (total + int(digit)) * 2
    return (12 - total % 11) % 11 == _value(digits[-1])


Isbn = Annotated[
    str,
    _checked(r"97[89](-?[0-9]){10}|[0-9](-?[0-9]){8}-?[0-9Xx]", "an ISBN", "it has 13 digits (older ones 10)", is_isbn),
]
Issn = Annotated[str, _checked(r"[0-9]{4}-[0-9]{3}[0-9Xx]", "an ISSN", "it has the form 1234-5679", is_issn)]
Orcid = Annotated[
    str,
    _checked(
        r"(https://orcid\.org/)?([0-9]{4}-){3}[0-9]{3}[0-9X]",
        "an ORCID",
        "it has the form 0000-0002-1825-0097",
        is_orcid,
    ),
]
Doi = Annotated[
    str, _form(r"10\.[0-9]{4,9}/\S+", "a DOI", "it begins with 10. and holds a slash, as in 10.1000/182; no address")
]
Ror = Annotated[
    str, _form(r"https://ror\.org/0[a-z0-9]{6}[0-9]{2}", "a ROR address", "as in https://ror.org/05dxps055")
]
Url = Annotated[str, _form(r"https?://[^\s/$.?#][^\s]*", "a web address", "it begins with https:// or http://")]
Email = Annotated[str, _form(r"[^@\s]+@[^@\s]+\.[^@\s.]+", "an e-mail address", "as in name@example.org")]
LanguageTag = Annotated[
    str,
    _form(
        r"[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?(-[a-z0-9]{4,8})*",
        "a language tag",
        "as in en-GB, fr, ko or zh-Hans",
    ),
]
CountryCode = Annotated[str, _form(r"[A-Z]{2}", "a country code", "two capital letters of ISO 3166, as in KR")]
Currency = Annotated[str, _form(r"[A-Z]{3}", "a currency code", "three capital letters of ISO 4217, as in EUR")]
Licence = Annotated[
    str,
    _form(r"https?://\S+|[A-Za-z0-9][A-Za-z0-9.+-]*", "a licence", "an SPDX name such as CC-BY-4.0, or a web address"),
]
