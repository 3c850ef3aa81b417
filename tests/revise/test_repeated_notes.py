"""A note that is called more than once comes back as the citations of the fields that call it."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from lxml.etree import _Element

from briefwright.drafts import Choices, Tracked, pull
from briefwright.versions import REDLINE, redline
from briefwright.workspace import Version, Workspace
from tests.extraction.compiled import ROOT
from tests.extraction.docx_styles import W
from tests.revise.drafts import LIABILITY, draft
from tests.revise.pulling import Came, plain, pulled
from tests.revise.word import Desk

MAIN = "word/document.xml"
HOUSES = pytest.mark.parametrize("house", ["institute", "ministry"])


def _edited(data: bytes, edit: Callable[[_Element], object]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    root = etree.fromstring(parts[MAIN])
    edit(root)
    parts[MAIN] = etree.tostring(root)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def _field(root: _Element, owner: str) -> _Element:
    """The call again that stands in the control of this field."""
    [control] = [c for c in root.iter(f"{W}sdt") if c.find(f"{W}sdtPr/{W}tag[@{W}val='{owner}']") is not None
                 and c.find(f".//{W}fldSimple") is not None]  # fmt: skip
    found = control.find(f".//{W}fldSimple")
    assert found is not None
    return found


def _first(root: _Element, owner: str) -> _Element:
    """The bookmark at the first call of the note that this field calls again."""
    name = str(_field(root, owner).get(f"{W}instr")).split()[1]
    [mark] = [mark for mark in root.iter(f"{W}bookmarkStart") if mark.get(f"{W}name") == name]
    return mark


def _remove(element: _Element | None) -> None:
    assert element is not None
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


def _came(house: str, edit: Callable[[_Element], object]) -> Came:
    came = pulled(LIABILITY, _edited(draft(LIABILITY, house), edit))
    assert came.told == []
    return came


def _expected(came: Came, change: Callable[[Any], object]) -> Any:
    data = plain(came.before)
    change(data)
    return data


def _tags(house: str) -> list[str]:
    """The fields that call a note again, in the order of the draft."""
    found: list[str] = []

    def look(root: _Element) -> None:
        for field in root.iter(f"{W}fldSimple"):
            if "NOTEREF" in str(field.get(f"{W}instr")):
                control = next(field.iterancestors(f"{W}sdt"))
                tag = control.find(f"{W}sdtPr/{W}tag")
                assert tag is not None
                found.append(str(tag.get(f"{W}val")))

    _edited(draft(LIABILITY, house), look)
    return found


def _field_of(house: str, ending: str) -> str:
    return next(tag for tag in _tags(house) if tag.endswith(ending))


@HOUSES
def test_a_draft_that_nobody_edited_is_no_edit(house: str) -> None:
    came = _came(house, lambda _: None)
    assert came.after == came.before


@HOUSES
def test_other_numbers_are_no_edit(house: str) -> None:
    def renumber(root: _Element) -> None:
        for field in root.iter(f"{W}fldSimple"):
            if "NOTEREF" in str(field.get(f"{W}instr")):
                for text in field.iter(f"{W}t"):
                    text.text = "99"

    came = _came(house, renumber)
    assert came.after == came.before


@HOUSES
def test_a_later_call_that_is_deleted_takes_its_own_citation_along(house: str) -> None:
    tag = _field_of(house, "/citations")
    came = _came(house, lambda root: _remove(_field(root, tag)))
    assert came.data == _expected(came, lambda data: data["stakeholders"][1].pop("citations"))


@HOUSES
@pytest.mark.parametrize("marked", [True, False], ids=["its bookmark is left", "its bookmark is gone"])
def test_a_first_call_that_is_deleted_leaves_the_citations_of_the_others(house: str, marked: bool) -> None:
    tag = _field_of(house, "/citations")

    def delete(root: _Element) -> None:
        mark = _first(root, tag)
        call = mark.getnext()
        assert call is not None
        end = call.getnext()
        _remove(call)
        if not marked:
            _remove(mark)
            _remove(end)
            for text in _field(root, tag).iter(f"{W}t"):
                text.text = "Error! Bookmark not defined."

    came = _came(house, delete)
    assert came.data == _expected(came, lambda data: data["stakeholders"][0].pop("citations"))


@HOUSES
def test_words_beside_a_call_again_are_edited_and_its_citation_stays(house: str) -> None:
    desk = Desk(draft(LIABILITY, house)).retype("Russia depends more on fewer", "Russia leans on fewer")
    came = pulled(LIABILITY, desk.saved())
    assert came.told == []
    assert came.after == came.before.replace("Russia depends more on fewer", "Russia leans on fewer")


@HOUSES
def test_a_later_call_in_prose_that_is_deleted_is_deleted_from_the_prose(house: str) -> None:
    tag = _field_of(house, "/narrative")
    came = _came(house, lambda root: _remove(_field(root, tag)))

    def change(data: Any) -> None:
        narrative = data["scenarios"][1]["narrative"]
        data["scenarios"][1]["narrative"] = narrative.replace(" [@liability-article, para. 6]", "")

    assert came.data == _expected(came, change)


@HOUSES
def test_a_first_call_in_prose_that_is_deleted_leaves_the_later_one(house: str) -> None:
    tag = _field_of(house, "/narrative")

    def delete(root: _Element) -> None:
        _remove(_first(root, tag).getnext())

    came = _came(house, delete)

    def change(data: Any) -> None:
        narrative = data["scenarios"][0]["narrative"]
        data["scenarios"][0]["narrative"] = narrative.replace(" [@liability-article, para. 6]", "")

    assert came.data == _expected(came, change)


@HOUSES
def test_a_call_again_of_another_note_is_the_citation_of_that_note(house: str) -> None:
    tag = _field_of(house, "/narrative")

    def swap(root: _Element) -> None:
        other = _first(root, _field_of(house, "/citations")).get(f"{W}name")
        _field(root, tag).set(f"{W}instr", f" NOTEREF {other} \\f \\h ")

    came = _came(house, swap)

    def change(data: Any) -> None:
        narrative = data["scenarios"][1]["narrative"]
        data["scenarios"][1]["narrative"] = narrative.replace("para. 6]", "para. 5]")

    assert came.data == _expected(came, change)


@HOUSES
def test_a_call_again_of_another_note_in_a_field_of_citations_is_told(house: str) -> None:
    tag = _field_of(house, "/citations")

    def swap(root: _Element) -> None:
        other = _first(root, _field_of(house, "/narrative")).get(f"{W}name")
        _field(root, tag).set(f"{W}instr", f" NOTEREF {other} \\f \\h ")

    came = pulled(LIABILITY, _edited(draft(LIABILITY, house), swap))
    assert came.after == came.before
    assert len(came.told) == 2, "the call that went and the one that came"


CELL = "\n    citations:\n      - {source: liability-article, locator: 5, locator_label: paragraph}"
PROSE = " [@liability-article, para. 6]"


@pytest.mark.parametrize(
    ("call", "before", "place", "brought"),
    [
        (CELL, "\n  - actor: south-korea", ("stakeholders", 1, "reaction"), " [@liability-article, para. 5]"),
        (PROSE, "\n    drivers:\n      - Public evidence", ("scenarios", 1, "narrative"), PROSE),
    ],
    ids=["in a cell", "in prose"],
)
def test_a_later_call_whose_deletion_is_rejected_in_a_redline_is_a_citation_again(
    call: str, before: str, place: tuple[str | int, ...], brought: str, tmp_path: Path
) -> None:
    old = (ROOT / "briefs" / LIABILITY / "brief.yaml").read_text(encoding="utf-8")
    assert old.count(call + before) == 1
    versions = []
    for name, text in (("old", old), ("new", old.replace(call + before, before))):
        file = tmp_path / name / "briefs" / LIABILITY / "brief.yaml"
        file.parent.mkdir(parents=True)
        file.write_text(text, encoding="utf-8")
        versions.append(Version(Workspace(tmp_path / name), file))
    was, is_now = versions
    draft_file = tmp_path / "new" / "redline.docx"
    draft_file.write_bytes(redline(was, is_now).files[REDLINE])
    came = pull(is_now.workspace, draft_file, choices=Choices(tracked=Tracked.REJECT))
    assert list(came.report) == []
    expected = plain(came.before)
    within = expected
    for step in place[:-1]:
        within = within[step]
    within[place[-1]] += brought
    assert plain(came.after) == expected
