"""Our rules find nothing in what we write, and each finds what it is there to find."""

from __future__ import annotations

import io
import warnings
import zipfile
from functools import cache

import pytest

from tests.formats.docx import specimens
from tests.formats.docx.building import document, items, note, written
from tests.formats.docx.reading import opened
from tests.formats.docx.rules import RULES, faults

MAIN = "word/document.xml"
NOTES = "word/footnotes.xml"
STYLES = "word/styles.xml"


@cache
def sound(house: str = "institute") -> bytes:
    return written(getattr(specimens, house)(), house)


def broken(part: str, old: str, new: str, house: str = "institute") -> bytes:
    """The specimen with one thing changed in one part."""
    package = opened(sound(house))
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as archive:
        for name in package.names:
            text = package.parts[name].decode() if name == part else None
            if text is not None:
                assert old in text
                text = text.replace(old, new, 1)
            archive.writestr(name, package.parts[name] if text is None else text)
    return result.getvalue()


@pytest.mark.parametrize("house", ["institute", "ministry"])
def test_nothing_is_found_in_what_we_write(house: str) -> None:
    assert faults(sound(house)) == []


def test_a_zip_entry_that_stands_twice_is_found() -> None:
    copy = io.BytesIO(sound())
    with zipfile.ZipFile(copy, "a") as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        archive.writestr(MAIN, opened(sound()).parts[MAIN])
    assert faults(copy.getvalue()) == [f"two zip entries are called {MAIN}"]


_TWO_MARKS = '<w:bookmarkStart w:id="91" w:name="bw_risk_a"/><w:bookmarkEnd w:id="91"/>'
_SEPARATOR = '<w:footnote w:type="separator" w:id="-1">'

BROKEN = {
    "an undefined paragraph style": (
        (MAIN, '<w:pStyle w:val="Title"/>', '<w:pStyle w:val="Titel"/>'),
        f"{MAIN} uses the paragraph style Titel, which is not defined",
    ),
    "an undefined text style": (
        (NOTES, '<w:rStyle w:val="Emphasis"/>', '<w:rStyle w:val="Stress"/>'),
        f"{NOTES} uses the character style Stress, which is not defined",
    ),
    "an undefined table style": (
        (MAIN, '<w:tblStyle w:val="BriefCardBox"/>', '<w:tblStyle w:val="Card"/>'),
        f"{MAIN} uses the table style Card, which is not defined",
    ),
    "an undefined base": (
        (STYLES, '<w:basedOn w:val="BriefDisplay"/>', '<w:basedOn w:val="Base"/>'),
        "a style is based on Base, which is not defined",
    ),
    "a style that stands twice": (
        (STYLES, 'w:styleId="Subtitle"', 'w:styleId="Title"'),
        "two styles have the id Title",
    ),
    "a style name that stands twice": (
        (STYLES, '<w:name w:val="Subtitle"/>', '<w:name w:val="title"/>'),
        "two styles are called title",
    ),
    "a bookmark that is never closed": (
        (MAIN, '<w:bookmarkEnd w:id="1"/>', ""),
        "the bookmark 1 has only one end",
    ),
    "a bookmark name that stands twice": (
        (MAIN, "<w:bookmarkStart ", f"{_TWO_MARKS}<w:bookmarkStart "),
        "two bookmarks are called bw_risk_a",
    ),
    "a bookmark number that stands twice": (
        (MAIN, "<w:bookmarkStart ", '<w:bookmarkStart w:id="2" w:name="x"/><w:bookmarkStart '),
        "two bookmarks have the number 2",
    ),
    "a bookmark name that Word refuses": (
        (MAIN, "<w:bookmarkStart ", f'<w:bookmarkStart w:id="91" w:name="a{"b" * 40}"/><w:bookmarkStart '),
        f"no bookmark can be called a{'b' * 40}",
    ),
    "a link to nowhere": (
        (MAIN, 'w:anchor="bw_origin"', 'w:anchor="bw_end"'),
        "a link leads to the bookmark bw_end, which is not there",
    ),
    "a field that shows what is nowhere": (
        (MAIN, "REF bw_dues ", "REF bw_end "),
        "a link leads to the bookmark bw_end, which is not there",
    ),
    "a missing separator": (
        (NOTES, _SEPARATOR, '<w:footnote w:id="-1">'),
        "the separator of the notes is missing",
    ),
    "a separator that the settings do not name": (
        ("word/settings.xml", '<w:footnote w:id="0"/>', ""),
        "the settings do not name the continuationSeparator of the notes",
    ),
    "a note that is numbered wrongly": (
        (NOTES, '<w:footnote w:id="2">', '<w:footnote w:id="9">'),
        "the notes are not numbered from 1: ['1', '9', '3', '4', '5']",
    ),
    "a note that is called twice": (
        (MAIN, '<w:footnoteReference w:id="2"/>', '<w:footnoteReference w:id="1"/>'),
        "the notes ['1', '2', '3', '4', '5'] are called as ['1', '1', '3', '4', '5']",
    ),
    "an empty cell": (
        (MAIN, "<w:tr>", "<w:tr><w:tc/>"),
        f"a cell of {MAIN} does not end with a paragraph",
    ),
    "two tables that touch": (
        (MAIN, "</w:tbl>", "</w:tbl><w:tbl><w:tblGrid/></w:tbl>"),
        f"two tables of {MAIN} touch, and Word would join them",
    ),
    "a row that is too short": (
        (MAIN, "<w:tr>", "<w:tr/><w:tr>"),
        f"a row of {MAIN} does not fill the columns of its table",
    ),
    "a count that is not defined": (
        (MAIN, '<w:numId w:val="1"/>', '<w:numId w:val="77"/>'),
        f"{MAIN} counts with 77, which is not defined",
    ),
    "a definition that is not there": (
        ("word/numbering.xml", '<w:abstractNumId w:val="0"/>', '<w:abstractNumId w:val="77"/>'),
        "a count names the definition 77, which is not there",
    ),
    "deleted text that stands as text": (
        (MAIN, "<w:p>", '<w:p><w:del w:id="1" w:author="a"><w:r><w:t>x</w:t></w:r></w:del></w:p><w:p>'),
        f"deleted text of {MAIN} stands as text",
    ),
    "a paragraph id that stands twice": (
        (MAIN, "<w:p>", '<w:p w14:paraId="00000001"/><w:p w14:paraId="00000001"/><w:p>'),
        f"two paragraphs of {MAIN} have the id 00000001",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_broken_file_is_found(fault: str) -> None:
    change, message = BROKEN[fault]
    assert message in faults(broken(*change))


def test_a_control_id_that_stands_twice_is_found() -> None:
    data = broken(MAIN, '<w:id w:val="2"/>', '<w:id w:val="1"/>', "ministry")
    assert faults(data) == ["two content controls have the id 1"]


def test_a_tag_that_is_too_long_is_found() -> None:
    tag = "t" * 65
    data = broken(MAIN, '<w:id w:val="2"/>', f'<w:tag w:val="{tag}"/><w:id w:val="2"/>', "ministry")
    assert faults(data) == [f"the tag {tag} is too long"]


@pytest.mark.parametrize(("old", "new"), [(">1</w:t>", ">2</w:t>"), ("_Ref", "_Rfe")])
def test_a_note_that_is_called_again_under_a_wrong_number_or_bookmark_is_found(old: str, new: str) -> None:
    again = note(1, "Report.")
    data = written(document(items(("One", again), ("Two", again))))
    assert faults(data) == []
    package = opened(data)
    text = package.parts[MAIN].decode()
    package.parts[MAIN] = text.replace(old, new, 1).encode()
    assert any(fault.startswith("a field calls note") for rule in RULES for fault in rule(package))
