"""Identifiers are right, or are refused with the reason."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from briefwright.brief import identifiers
from briefwright.brief.part import Id


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (identifiers.Isbn, "978-0-306-40615-7"),
        (identifiers.Isbn, "0-8044-2957-X"),
        (identifiers.Isbn, "9780306406157"),
        (identifiers.Issn, "0378-5955"),
        (identifiers.Issn, "2434-561X"),
        (identifiers.Orcid, "0000-0002-1825-0097"),
        (identifiers.Orcid, "https://orcid.org/0000-0002-1694-233X"),
        (identifiers.Doi, "10.1000/182"),
        (identifiers.Url, "https://example.org/a?b=c#d"),
        (identifiers.Email, "a.b@example.org"),
        (identifiers.LanguageTag, "zh-Hans-CN"),
        (identifiers.Licence, "CC-BY-4.0"),
        (identifiers.Licence, "https://example.org/licence"),
        (Id, "a-1"),
    ],
)
def test_a_sound_identifier_is_taken_as_it_is(kind: Any, text: str) -> None:
    assert TypeAdapter(kind).validate_python(text) == text


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        (identifiers.Isbn, "978-0-306-40615-8"),
        (identifiers.Isbn, "0-8044-2957-1"),
        (identifiers.Isbn, "977-0-306-40615-7"),
        (identifiers.Issn, "0378-5956"),
        (identifiers.Orcid, "0000-0002-1825-0098"),
        (identifiers.Doi, "doi:10.1000/182"),
        (identifiers.Url, "ftp://example.org"),
        (identifiers.Url, "javascript:alert(1)"),
        (identifiers.Email, "nobody"),
        (identifiers.LanguageTag, "EN"),
        (identifiers.CountryCode, "KOR"),
        (identifiers.Currency, "eur"),
        (Id, "-a"),
        (Id, "A"),
        (Id, "a" * 49),
        (Id, "a\n"[:1] + "\nb"),
    ],
)
def test_an_unsound_identifier_is_refused(kind: Any, text: str) -> None:
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(text)
