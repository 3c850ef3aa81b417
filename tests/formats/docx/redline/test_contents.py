"""The contents lists of two versions: entries come and go, and the field around them stays whole."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Literal

import pytest
from lxml.etree import _Element

from briefwright.document.contents import contents_of, listed, paged
from briefwright.document.nodes import Contents, Document
from tests import judges
from tests.formats.docx import building as s
from tests.formats.docx.reading import find, opened, values
from tests.formats.docx.redline.redlining import between, texts


def _document(*headings: str, first: int = 2) -> Document:
    contents = Contents(s.said("Contents"), 0, 2, s.HERE)
    made = listed(s.document(s.p("Answer."), contents, *map(s.heading, headings), s.p("End.")))
    found = contents_of(made)
    assert found is not None
    return paged(made, {entry.target: first + place for place, entry in enumerate(found.entries)})


def _body(old: Document, new: Document) -> _Element:
    return opened(between(old, new)).root("word/document.xml")


def _without_list(*headings: str) -> Document:
    return s.document(s.p("Answer."), *map(s.heading, headings), s.p("End."))


def test_the_same_list_has_no_change() -> None:
    root = _body(_document("One", "Two"), _document("One", "Two"))
    assert not find(root, "//w:ins|//w:del")


def test_a_page_that_moved_is_a_change_of_its_number_alone() -> None:
    root = _body(_document("One", "Two"), _document("One", "Two", first=3))
    assert (texts(root, "del"), texts(root, "ins")) == (["2", "3"], ["3", "4"])


def test_entries_come_and_go_at_either_end_and_in_the_middle() -> None:
    for old, new in (
        (("One", "Two"), ("Zero", "One", "Two")),
        (("One", "Two"), ("One", "Two", "Three")),
        (("One", "Three"), ("One", "Two", "Three")),
        (("One", "Two"), ("Other", "New")),
    ):
        for before, after in ((old, new), (new, old)):
            root = _body(_document(*before), _document(*after))
            assert len(find(root, "//w:sdt[w:sdtPr/w:docPartObj]")) == 1


def test_the_field_of_the_list_is_whole_whatever_comes_of_the_changes() -> None:
    root = _body(_document("One", "Two"), _document("Zero", "Two", first=4))
    [control] = find(root, "//w:sdt[w:sdtPr/w:docPartObj]")
    own = "[not(ancestor::w:ins or ancestor::w:del)]"
    assert values(control, f".//w:fldChar{own}/@w:fldCharType") == ["begin", "separate", "end"]
    assert values(control, f".//w:instrText{own}/text()") == [' TOC \\o "1-2" \\h \\z \\u ']


def test_a_list_that_comes_or_goes_takes_its_control_along() -> None:
    long, short = _document("One", "Two"), _without_list("One", "Two")
    inserted, deleted = _body(short, long), _body(long, short)
    assert len(find(inserted, "//w:customXmlInsRangeStart/following-sibling::w:sdt")) == 1
    assert len(find(deleted, "//w:customXmlDelRangeStart/following-sibling::w:sdt")) == 1
    assert values(deleted, "//w:del/w:r/w:delInstrText/text()")[0].startswith(" TOC ")
    assert not find(deleted, "//w:del//w:instrText")


@pytest.mark.parametrize("office", ["Microsoft365", "Office2019"])
def test_the_open_xml_sdk_finds_nothing_wrong(office: Literal["Microsoft365", "Office2019"], tmp_path: Path) -> None:
    versions = (_document("One", "Two"), _document("Zero", "Two"), _without_list("Two"))
    for number, (old, new) in enumerate(permutations(versions, 2)):
        file = tmp_path / f"{number}.docx"
        file.write_bytes(between(old, new))
        assert judges.sdk_errors(file, office) == []
