"""Notes that are called again, in two versions as one draft."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path

import pytest
from lxml.etree import _Element

from briefwright.document.nodes import Document
from tests import judges
from tests.formats.docx import building as s
from tests.formats.docx.reading import find, opened, values
from tests.formats.docx.redline.redlining import between


def _document(*calls: str, before: bool = False) -> Document:
    """A list with an item for each letter: each letter is a note, which is the same wherever the letter is."""
    numbers = {letter: place for place, letter in enumerate(dict.fromkeys(calls), start=1 + before)}
    made = [(f"Item {place} says so.", s.note(numbers[c], f"Source {c}.")) for place, c in enumerate(calls, start=1)]
    opening = s.p(("Opening.", s.note(1, "Opening source."))) if before else s.p("Opening.")
    return s.document(opening, s.items(*made), s.p("End."))


def _body(old: Document, new: Document) -> _Element:
    return opened(between(old, new)).root("word/document.xml")


def _shown(root: _Element) -> list[str]:
    return ["".join(values(field, ".//w:t/text()")) for field in find(root, "//w:fldSimple")]


VERSIONS = {
    "once": ("a", "b", "c"),
    "again": ("a", "a", "b"),
    "again at the end": ("a", "b", "a"),
    "two": ("a", "b", "a", "b"),
    "later one gone": ("a", "b"),
    "first one gone": ("b", "a"),
}


@pytest.mark.parametrize(("old", "new"), list(permutations(VERSIONS, 2)), ids=str)
def test_each_answer_leaves_the_calls_of_its_version(old: str, new: str) -> None:
    between(_document(*VERSIONS[old]), _document(*VERSIONS[new]))


def test_the_same_calls_are_no_change() -> None:
    root = _body(_document("a", "b", "a"), _document("a", "b", "a"))
    assert not find(root, "//w:ins|//w:del")


def test_a_note_that_comes_before_changes_the_number_that_is_shown_and_nothing_else() -> None:
    root = _body(_document("a", "b", "a"), _document("a", "b", "a", before=True))
    assert _shown(root) == ["2"]
    assert not find(root, "//w:del")


def test_a_note_that_went_before_is_counted_in_the_redline() -> None:
    root = _body(_document("a", "b", "a", before=True), _document("a", "b", "a"))
    assert _shown(root) == ["2"]


def test_a_call_that_went_shows_in_the_redline_the_number_that_its_note_has_there() -> None:
    root = _body(_document("a", "b", "b"), _document("a", "b", before=True))
    assert values(root, "//w:del/w:r/w:delText/text()")[-1] == "3"


def test_the_open_xml_sdk_finds_nothing_wrong(tmp_path: Path) -> None:
    for number, (old, new) in enumerate((("again", "once"), ("once", "again"), ("two", "first one gone"))):
        file = tmp_path / f"{number}.docx"
        file.write_bytes(between(_document(*VERSIONS[old]), _document(*VERSIONS[new])))
        assert judges.sdk_errors(file) == []
