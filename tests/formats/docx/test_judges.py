"""What outside programs say of our files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest

from briefwright.document.nodes import Document
from tests import judges
from tests.formats.docx import specimens
from tests.formats.docx.building import document, foreign, note, p, row, table, written
from tests.formats.docx.rules import faults

Office = Literal["Microsoft365", "Office2019"]


def many_notes() -> Document:
    return document(*[p(("Said.", note(n, f"Note number {n}."))) for n in range(1, 201)])


def long_table() -> Document:
    head = row("Actor", "Position", "Interests", "Reaction", style="table-head")
    rows = [row(f"Actor {n}", "for", "many " * 20, "") for n in range(60)]
    return document(table("stakeholders", head, *rows))


def scripts() -> Document:
    return document(
        p((foreign("조선민주주의인민공화국", "ko"), ", ", foreign("Россия", "ru"), ", ", foreign("臺灣", "zh-Hant"))),
        p(
            (
                "In Arabic ",
                foreign("السلام عليكم", "ar"),
                " and without a tag שלום.",
                note(1, foreign("로동신문", "ko")),
            )
        ),
        p("A very long word: " + "donaudampfschifffahrt" * 40),
        p("]]> & < > \" ' &amp; \u00ad \u2007 \U0001f30a"),
    )


def empty() -> Document:
    return document()


DOCUMENTS: dict[str, tuple[str, Callable[[], Document]]] = {
    "the institute's brief": ("institute", specimens.institute),
    "the ministry's submission": ("ministry", specimens.ministry),
    "two hundred notes": ("institute", many_notes),
    "a table of three pages": ("institute", long_table),
    "many scripts and hostile words": ("institute", scripts),
    "nothing": ("institute", empty),
}


def file(name: str, folder: Path) -> Path:
    house, make = DOCUMENTS[name]
    found = folder / "draft.docx"
    found.write_bytes(written(make(), house))
    return found


@pytest.mark.parametrize("office", ["Microsoft365", "Office2019"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_open_xml_sdk_finds_nothing_wrong_with(name: str, office: Office, tmp_path: Path) -> None:
    assert judges.sdk_errors(file(name, tmp_path), office) == []


@pytest.mark.parametrize("name", DOCUMENTS)
def test_our_own_rules_find_nothing_wrong_with(name: str) -> None:
    house, make = DOCUMENTS[name]
    assert faults(written(make(), house)) == []


@pytest.mark.slow
def test_libreoffice_lays_out_every_note(tmp_path: Path) -> None:
    text = judges.pdf_text(judges.libreoffice_pdf(file("two hundred notes", tmp_path), tmp_path), "-layout")
    assert [n for n in range(1, 201) if f"Note number {n}." not in text] == []


@pytest.mark.slow
def test_libreoffice_shows_the_numbers_that_we_gave(tmp_path: Path) -> None:
    text = judges.pdf_text(judges.libreoffice_pdf(file("the ministry's submission", tmp_path), tmp_path), "-layout")
    starts = [line.split()[:2] for line in text.splitlines() if line.split()]
    assert [words for words in starts if words[0] in {"1.", "2.", "3."}] == [
        ["1.", "Whether"],
        ["2.", "Each"],
        ["3.", "A"],
    ]


@pytest.mark.slow
def test_libreoffice_repeats_the_head_of_a_table(tmp_path: Path) -> None:
    text = judges.pdf_text(judges.libreoffice_pdf(file("a table of three pages", tmp_path), tmp_path), "-layout")
    pages = text.rstrip("\f").split("\f")
    assert len(pages) >= 3
    assert all("Position" in page for page in pages)


@pytest.mark.slow
def test_libreoffice_keeps_every_script(tmp_path: Path) -> None:
    text = judges.pdf_text(judges.libreoffice_pdf(file("many scripts and hostile words", tmp_path), tmp_path))
    for words in ("조선민주주의인민공화국", "Россия", "臺灣", "로동신문", "]]> & < >"):
        assert words in text
