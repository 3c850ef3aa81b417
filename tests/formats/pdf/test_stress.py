"""A long document with all scripts and all blocks is set in both houses without a fault."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO

import pikepdf
import pytest

from briefwright.diagnostics import Report
from briefwright.document.nodes import Document, Note
from briefwright.document.walk import all_inlines
from briefwright.formats.pdf.write import write
from briefwright.theme.theme import Theme
from tests.formats.docx.building import theme
from tests.formats.pdf.reading import Letter, letters, texts, written
from tests.formats.pdf.stress import SCRIPTS, stress

pytestmark = pytest.mark.slow
every_house = pytest.mark.parametrize("house", ["institute", "ministry"])


def _in_house(house: str) -> Theme:
    """The theme of a house, with the styles of the other that the document names."""
    own, other = theme(house), theme("institute")
    groups = ("paragraphs", "texts", "boxes", "columns", "tables", "lists")
    colours, families = {**other.colours, **own.colours}, {**other.families, **own.families}
    known = {group: {**getattr(other, group), **getattr(own, group)} for group in groups}
    return own.model_copy(update={**known, "colours": colours, "families": families})


@cache
def _document() -> Document:
    return stress()


@cache
def _file(house: str) -> bytes:
    return written(_document(), _in_house(house))


@cache
def _letters(house: str) -> list[list[Letter]]:
    return letters(_file(house))


@cache
def _texts(house: str) -> list[str]:
    return texts(_file(house))


@every_house
def test_it_has_forty_pages_or_so(house: str) -> None:
    assert 35 <= len(_texts(house)) <= 70


@every_house
def test_no_note_is_misplaced(house: str) -> None:
    places: dict[str, list[int]] = {}
    for page, found in enumerate(_letters(house)):
        for word in re.findall(r"[cne]\d+:", "".join(letter.text for letter in found)):
            places.setdefault(word, []).append(page)
    count = sum(isinstance(inline, Note) for inline in all_inlines(_document()))
    assert count > 300
    wrong = [
        number
        for number in range(1, count + 1)
        if len(places[f"n{number}:"]) != 1 or places[f"n{number}:"] != places[f"c{number}:"]
    ]
    assert wrong == []


@every_house
def test_nothing_leaves_the_paper_or_its_measure(house: str) -> None:
    page = theme(house).page
    for found in _letters(house):
        seen = [letter for letter in found if letter.text.strip("\u200b ")]
        assert min(letter.left for letter in seen) > page.left - 1
        assert max(letter.right for letter in seen) < page.width - page.right + 1
        assert max(letter.bottom for letter in seen) < page.height - page.footer + 3


@every_house
def test_every_script_is_there_and_every_font_embedded(house: str) -> None:
    with pikepdf.open(BytesIO(_file(house))) as pdf:
        fonts = {font.objgen: font for page in pdf.pages for font in page.Resources.Font.as_dict().values()}
        names = " ".join(str(font.BaseFont) for font in fonts.values())
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in fonts.values())
    assert all(family in names for family in ("KR", "JP", "SC", "Arabic", "Hebrew"))
    words = "".join("".join(_texts(house)).split())
    for language in ("el", "ru", "ko", "zh", "ja", "pl"):
        assert "".join(SCRIPTS[language].split()) in words


@every_house
def test_long_tables_repeat_their_head_on_every_page(house: str) -> None:
    pages = [text for text in _texts(house) if len(re.findall(r"Actor \d+\b", text)) > 3]
    assert len(pages) >= 6
    assert all(re.search(r"Actor\s+Position\s+Interests\s+Reaction", " ".join(page.split())) for page in pages)


def test_a_second_time_gives_the_same_bytes() -> None:
    assert write(_document(), _in_house("institute"), Report()) == _file("institute")
