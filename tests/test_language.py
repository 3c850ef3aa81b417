"""A brief in French is French throughout: the words of the house, dates, numbers, notes and spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
import yaml
from lxml import etree
from pypdf import PdfReader

from tests.extraction.compiled import HOUSES, ROOT, files
from tests.extraction.content import Content
from tests.extraction.docx_styles import W

every_house = pytest.mark.parametrize("house", HOUSES)


def house_words(language: str) -> dict[str, str]:
    """The words that houses print in a language, by the way to each."""
    data = yaml.safe_load((ROOT / "templates" / "_base" / "words" / f"{language}.yaml").read_text(encoding="utf-8"))
    return dict(_flat(data, ""))


def _flat(entries: Mapping[str, Any], way: str) -> Iterator[tuple[str, str]]:
    for name, value in entries.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{way}{name}.")
        else:
            yield f"{way}{name}", str(value)


ENGLISH, FRENCH = house_words("en"), house_words("fr")


def says(words: str, text: str) -> bool:
    """Whether a text has these words, and not as parts of others."""
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", text) is not None


ONLY_ENGLISH = {
    way: words
    for way, words in ENGLISH.items()
    if re.search(r"\w", words) and not any(says(words, french) for french in FRENCH.values())
}
"""The words that no French word of a house holds: `figure` and `probable` are both."""


def text_of(content: Content) -> str:
    body = [word.text for word in content.body]
    notes = [word.text for words in content.notes.values() for word in words]
    return " ".join([*body, *notes, *(word for words in content.furniture for word in words)])


def printed(house: str, brief: str = "french") -> str:
    """The text of a brief, which both formats share."""
    both = files(brief, house)
    assert text_of(both.pdf) == text_of(both.docx)
    return text_of(both.docx)


def plain(text: str) -> str:
    """The text with all its spaces alike."""
    return " ".join(text.split())


def english_left(text: str) -> dict[str, str]:
    return {way: words for way, words in ONLY_ENGLISH.items() if says(words, text)}


@every_house
def test_a_french_brief_has_no_english_word_of_the_house(house: str) -> None:
    assert english_left(printed(house)) == {}


@every_house
def test_an_english_brief_has_many(house: str) -> None:
    assert len(english_left(printed(house, "every-field"))) > 40


@every_house
def test_a_french_brief_has_the_french_words_of_the_house(house: str) -> None:
    text = printed(house)
    found = [way for way in ONLY_ENGLISH if says(FRENCH[way], text)]
    assert len(found) > 40
    assert says("Page 1 sur", text)


@every_house
def test_dates_are_french(house: str) -> None:
    text = plain(printed(house))
    for date in ("1er mars 2026", "20 février 2026", "2019 – juin 2020", "1er juin 2026", "15 avril 2026"):
        assert date in text
    months = "January|February|March|April|May|June|July|August|September|October|November|December"
    assert not re.search(rf"\b({months})\b|\d{{4}}-\d\d-\d\d", text)


@every_house
def test_numbers_and_lengths_of_time_are_french(house: str) -> None:
    text = plain(printed(house))
    assert "1200,5 EUR" in text
    assert "dans un délai de 6 mois" in text
    assert "55–75 %" in text


@every_house
def test_notes_have_french_forms(house: str) -> None:
    notes = files("french", house).docx.notes
    texts = [" ".join(word.text for word in words) for words in notes.values()]
    assert plain(texts[0]) == (
        "Jean Martin, Comptage des passages, 2ᵉ éd., dir. Bureau du fleuve (Ville des Deux-Rives, 1er juillet 2025), "
        "p. 4, https://example.org/comptage."
    )
    [quoting] = [text for text in texts if "deux fois" in text]
    assert quoting == (
        "Martin, Comptage, p.\u00a04\u00a0: «\u00a0deux fois plus de passages\u00a0»\u00a0; "
        "Voisins du quai, document non identifié, cité dans Martin, Comptage."
    )


@every_house
def test_a_call_in_prose_stands_before_the_stop_in_french(house: str) -> None:
    [word] = [word for word in files("french", house).pdf.body if word.text == "marché."]
    assert [word.text[call.after :] for call in word.calls] == ["."]


@every_house
def test_tall_punctuation_stands_apart_in_french(house: str) -> None:
    text = printed(house)
    assert "\u00a0:" in text
    assert re.findall(r"\S*[^\s\u00a0][:;?!](?!\S)", text) == []


@every_house
def test_both_files_say_that_they_are_french(house: str) -> None:
    both = files("french", house)
    assert str(PdfReader(BytesIO(both.pdf_data)).root_object["/Lang"]) == "fr"
    with ZipFile(BytesIO(both.docx_data)) as archive:
        styles = etree.fromstring(archive.read("word/styles.xml"))
    language = styles.find(f"{W}docDefaults//{W}lang")
    assert language is not None
    assert language.get(f"{W}val") == "fr-FR"
