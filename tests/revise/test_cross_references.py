"""Captions and cross-references are fields: an editor counts them anew, which is no edit, and people move them."""

from __future__ import annotations

import copy
import io
import re
import shutil
import tempfile
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from lxml import etree
from lxml.etree import _Element

from briefwright.drafts import Pulled, pull
from briefwright.pipeline import compile_brief
from briefwright.workspace import Workspace
from tests import judges
from tests.editor import steps
from tests.editor.editor import Editor
from tests.extraction.compiled import ROOT
from tests.formats.docx.reading import body, find
from tests.revise.drafts import ALLIANCE

_SAID = re.compile(r"\[The table\]\(#exchange\)\s+shows how firmly each exchange is stated\.")
_REFERS = "Compare [#exchange] under [#goods] with care."
_MAIN = "word/document.xml"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

TABLE = "//w:fldSimple[contains(@w:instr, 'REF bw_exchange ')]"
HEADING = "//w:fldSimple[contains(@w:instr, 'REF bw_goods ')]"


def workspace(root: Path) -> Workspace:
    """A folder with a brief whose prose refers to a table and to a heading by their names."""
    shutil.copytree(ROOT / "briefs" / ALLIANCE, root / "briefs" / ALLIANCE)
    file = root / "briefs" / ALLIANCE / "brief.yaml"
    text, count = _SAID.subn(_REFERS, file.read_text("utf-8"))
    assert count == 1
    file.write_text(text, encoding="utf-8")
    return Workspace(root)


@cache
def draft(house: str = "institute") -> bytes:
    with tempfile.TemporaryDirectory(prefix="briefwright-") as folder:
        place = workspace(Path(folder))
        file = place.root / "briefs" / ALLIANCE / "brief.yaml"
        return compile_brief(place, file, ["docx"], house).files["docx"]


def brought(data: bytes) -> Pulled:
    """What a draft brings back into the brief that it was made from."""
    with tempfile.TemporaryDirectory(prefix="briefwright-") as folder:
        place = workspace(Path(folder))
        file = place.root / "draft.docx"
        file.write_bytes(data)
        return pull(place, file)


def edited(edit: Callable[[_Element], object], house: str = "institute") -> bytes:
    """A draft after something was done to its text."""
    source, target = zipfile.ZipFile(io.BytesIO(draft(house))), io.BytesIO()
    with source, zipfile.ZipFile(target, "w") as archive:
        for name in source.namelist():
            content = source.read(name)
            if name == _MAIN:
                root = etree.fromstring(content)
                edit(root)
                content = etree.tostring(root)
            archive.writestr(name, content)
    return target.getvalue()


def one(root: _Element, path: str) -> _Element:
    [found] = find(root, path)
    return found


def parent(element: _Element) -> _Element:
    found = element.getparent()
    assert found is not None
    return found


def text(pulled: Pulled) -> str:
    return " ".join(pulled.after.split())


def assert_nothing_changed(pulled: Pulled) -> None:
    assert pulled.after == pulled.before
    assert list(pulled.report) == []


# ---- what is no edit ----


@pytest.mark.parametrize("house", ["institute", "ministry"])
def test_a_draft_with_references_that_nobody_edited_changes_nothing(house: str) -> None:
    assert_nothing_changed(brought(draft(house)))


@pytest.mark.parametrize("house", ["institute", "ministry"])
def test_what_fields_show_after_they_were_renewed_is_no_edit(house: str) -> None:
    def renew(root: _Element) -> None:
        for shown in find(root, "//w:fldSimple[contains(@w:instr, 'SEQ') or contains(@w:instr, 'REF')]//w:t"):
            shown.text = "Table 39"

    assert_nothing_changed(brought(edited(renew, house)))


def test_a_reference_in_the_long_form_is_the_same_reference() -> None:
    assert_nothing_changed(brought(edited(lambda root: lengthen(one(root, TABLE)))))


def lengthen(field: _Element) -> list[_Element]:
    """A field as Word saves it once its fields were renewed."""
    made = []
    for kind in ("begin", "instruction", "separate", "shown", "end"):
        runs = [copy.deepcopy(run) for run in field] if kind == "shown" else [etree.Element(f"{_W}r")]
        if kind == "instruction":
            etree.SubElement(runs[0], f"{_W}instrText").text = field.get(f"{_W}instr")
        elif kind != "shown":
            etree.SubElement(runs[0], f"{_W}fldChar").set(f"{_W}fldCharType", kind)
        made += runs
    for run in made:
        field.addprevious(run)
    parent(field).remove(field)
    return made


# ---- what is an edit ----


def test_a_reference_that_was_deleted_goes() -> None:
    def delete(root: _Element) -> None:
        field = one(root, HEADING)
        parent(field).remove(field)

    assert "Compare [#exchange] under with care." in text(brought(edited(delete)))


def test_a_reference_that_was_moved_stands_where_it_is_now() -> None:
    def move(root: _Element) -> None:
        table, heading = one(root, TABLE), one(root, HEADING)
        after = heading.getnext()
        assert after is not None
        after.addnext(table)

    assert "Compare under [#goods] with care.[#exchange]" in text(brought(edited(move)))


def test_a_reference_that_was_copied_into_another_field_is_one_there_too() -> None:
    def copied(root: _Element) -> None:
        first = find(root, "//w:sdt[w:sdtPr/w:tag[starts-with(@w:val, 'summary/bluf')]]//w:r")[0]
        first.addprevious(copy.deepcopy(one(root, TABLE)))

    pulled = brought(edited(copied))
    assert "bluf: >- [#exchange]A treaty" in text(pulled) or "bluf: >- [#exchange]" in text(pulled)
    assert "Compare [#exchange] under" in text(pulled)


@pytest.mark.parametrize("where", ["bw_exchange", "bw_goods"])
def test_a_reference_made_with_the_dialog_of_word_comes_back(where: str) -> None:
    """Word puts a bookmark of its own round the label, or the words of the heading, and refers to that."""

    def refer(root: _Element) -> None:
        start = one(root, f"//w:bookmarkStart[@w:name='{where}']")
        mark = etree.Element(f"{_W}bookmarkStart", {f"{_W}id": "7001", f"{_W}name": "_Ref198123456"})
        start.addnext(mark)
        start.getparent().append(etree.Element(f"{_W}bookmarkEnd", {f"{_W}id": "7001"}))  # type: ignore[union-attr]
        field = copy.deepcopy(one(root, TABLE))
        field.set(f"{_W}instr", r" REF _Ref198123456 \h ")
        one(root, HEADING).addprevious(field)
        lengthen(field)

    identifier = where.removeprefix("bw_")
    assert f"Compare [#exchange] under [#{identifier}][#goods] with care." in text(brought(edited(refer)))


def test_a_number_or_a_place_that_somebody_refers_to_is_no_reference_of_ours() -> None:
    def refer(root: _Element) -> None:
        field = copy.deepcopy(one(root, TABLE))
        field.set(f"{_W}instr", r" REF bw_exchange \p \h ")
        one(root, TABLE).addprevious(field)

    assert "[#exchange][#exchange]" not in text(brought(edited(refer)))


def test_the_title_of_a_caption_comes_back() -> None:
    def retitle(root: _Element) -> None:
        title = one(root, "//w:t[.='What is said to move between the two, and how firmly']")
        title.text = "What is said to move"

    pulled = brought(edited(retitle))
    assert "title: What is said to move after:" in text(pulled)
    assert list(pulled.report) == []


def test_another_word_for_a_label_is_refused_as_the_house_prints_it() -> None:
    def relabel(root: _Element) -> None:
        find(root, "//w:p[w:pPr/w:pStyle[@w:val='Caption']]//w:t[starts-with(., 'Table')]")[0].text = "Chart "

    pulled = brought(edited(relabel))
    assert pulled.after == pulled.before
    assert list(pulled.report) != []


# ---- in LibreOffice ----


@pytest.mark.slow
@pytest.mark.parametrize("house", ["institute", "ministry"])
def test_libreoffice_counts_anew_and_that_is_no_edit(house: str, tmp_path: Path) -> None:
    def unsettle(root: _Element) -> None:
        for shown in find(root, "//w:fldSimple[contains(@w:instr, 'SEQ')]//w:t"):
            shown.text = "39"

    source = tmp_path / "draft.docx"
    source.write_bytes(edited(unsettle, house))
    saved = judges.libreoffice_docx(source, tmp_path / "saved.docx", ".uno:UpdateAll").read_bytes()
    said = "".join(map(str, body(saved).itertext()))
    assert "39:" not in said
    assert "SEQ Table" in said
    assert "REF bw_exchange" in said
    pulled = brought(saved)
    assert pulled.after == pulled.before


@pytest.mark.slow
@pytest.mark.parametrize("tracked", [False, True], ids=["untracked", "tracked"])
def test_words_with_a_reference_that_libreoffice_deletes_go(tracked: bool, editor: Editor) -> None:
    saved = editor.edit(draft(), [steps.Delete("Compare …under ")], tracked=tracked)
    assert "is stated. [#goods] with care." not in text(brought(saved))
    assert "another. [#goods] with care." in text(brought(saved))


@pytest.mark.slow
@pytest.mark.parametrize("tracked", [False, True], ids=["untracked", "tracked"])
def test_words_with_a_reference_that_libreoffice_moves_bring_it_along(tracked: bool, editor: Editor) -> None:
    saved = editor.edit(draft(), [steps.CutWords("Compare …under", "Barter has revived.")], tracked=tracked)
    said = text(brought(saved))
    assert "Barter has revived. Compare [#exchange] under" in said
    assert "another. [#goods] with care." in said


@pytest.mark.slow
@pytest.mark.parametrize("tracked", [False, True], ids=["untracked", "tracked"])
def test_the_title_of_a_caption_edited_in_libreoffice_comes_back(tracked: bool, editor: Editor) -> None:
    saved = editor.edit(draft(), [steps.Replace("and how firmly", "and how surely")], tracked=tracked)
    assert "title: What is said to move between the two, and how surely" in text(brought(saved))
