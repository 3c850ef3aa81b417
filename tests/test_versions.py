"""Two versions of a brief: the draft in which the changes are tracked, and the log of what changed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest

from briefwright.diagnostics import Report
from briefwright.document.changes import accepted, changes, rejected
from briefwright.document.reading import NoteCall, Reading, Thing, ThingKind, Words
from briefwright.formats.docx.reading import baseline, open_package, read
from briefwright.pipeline import compile_brief
from briefwright.versions import LOG, REDLINE, Redlined, redline
from briefwright.workspace import Version, Workspace
from tests import judges
from tests.edited import edited
from tests.extraction.compiled import HOUSES, ROOT
from tests.formats.docx.rules import faults
from tests.formats.docx.tracked import content

BRIEFS = sorted(file.parent.name for file in (ROOT / "briefs").glob("*/brief.yaml"))
CASES = [(brief, house) for brief in BRIEFS for house in HOUSES]


def _version(folder: Path, text: str) -> Version:
    file = folder / "briefs" / "brief" / "brief.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(text, encoding="utf-8")
    return Version(Workspace(folder), file)


def _text(brief: str) -> str:
    return (ROOT / "briefs" / brief / "brief.yaml").read_text(encoding="utf-8")


@dataclass(frozen=True)
class Case:
    """A brief before and after its edits, as drafts, and the redline of the two."""

    old: bytes
    new: bytes
    made: Redlined

    @property
    def data(self) -> bytes:
        return self.made.files[REDLINE]


@pytest.fixture(scope="session")
def case(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, str], Case]:
    @cache
    def made(brief: str, house: str) -> Case:
        old = _version(tmp_path_factory.mktemp("old"), _text(brief))
        new = _version(tmp_path_factory.mktemp("new"), edited(_text(brief)))
        found = redline(old, new, house)
        assert not found.report.has_errors, list(found.report)
        drafts = [compile_brief(v.workspace, v.file, ["docx"], house).files["docx"] for v in (old, new)]
        return Case(drafts[0], drafts[1], found)

    return made


@pytest.mark.parametrize(("brief", "house"), CASES)
class TestDraft:
    def test_accepting_all_gives_the_new_version_and_rejecting_all_the_old(
        self, brief: str, house: str, case: Callable[[str, str], Case]
    ) -> None:
        it = case(brief, house)
        assert faults(it.data) == []
        assert content(it.data, "accept") == content(it.new)
        assert content(it.data, "reject") == content(it.old)

    def test_the_reader_of_drafts_finds_the_same_with_every_field_in_its_place(
        self, brief: str, house: str, case: Callable[[str, str], Case]
    ) -> None:
        it = case(brief, house)
        reading = _read(it.data)
        assert _said(accepted(reading), keys=True) == _said(_read(it.new), keys=True)
        assert _said(rejected(reading)) == _said(_read(it.old))
        assert len(changes(reading)) > 20

    def test_it_carries_the_new_version_to_be_compared_with_when_it_comes_back(
        self, brief: str, house: str, case: Callable[[str, str], Case]
    ) -> None:
        it = case(brief, house)
        report = Report()
        parts = open_package(it.data, "redline.docx", report)
        carried = baseline(parts, report) if parts else None
        assert carried is not None
        assert _said(carried.made, keys=True) == _said(_read(it.new), keys=True)

    def test_the_sdk_finds_no_error(
        self, brief: str, house: str, case: Callable[[str, str], Case], tmp_path: Path
    ) -> None:
        file = tmp_path / "redline.docx"
        file.write_bytes(case(brief, house).data)
        assert judges.sdk_errors(file, "Microsoft365") == []
        assert judges.sdk_errors(file, "Office2019") == []

    def test_libreoffice_accepts_and_rejects_to_the_two_versions(
        self, brief: str, house: str, case: Callable[[str, str], Case], tmp_path: Path
    ) -> None:
        it = case(brief, house)
        for command, draft in (("AcceptAll", it.new), ("RejectAll", it.old)):
            file = tmp_path / f"{command}.docx"
            file.write_bytes(it.data)
            saved = judges.libreoffice_docx(file, tmp_path / "saved.docx", f".uno:{command}TrackedChanges")
            assert _words(_read(saved.read_bytes())) == _words(_read(draft))


def _read(data: bytes) -> Reading:
    report = Report()
    parts = open_package(data, "draft.docx", report)
    assert parts is not None
    return read(parts, report)


def _said(reading: Reading, *, keys: bool = False) -> list[object]:
    """Every passage with its notes where they are called; with `keys`, with the fields that the words are of.

    Bookmarks that Word hides are left out: that of a note's first call stays as long as a deleted call leads there.
    """
    found: list[object] = []
    for passage in reading.passages:
        pieces: list[tuple[object, object]] = [
            ("note", [p.text for p in reading.notes[piece.note]])
            if isinstance(piece, NoteCall)
            else (_shown(piece), piece.key if keys else None)
            for piece in passage.pieces
        ]
        names = [name for name in passage.bookmarks if keys and not name.startswith("_")]
        found.append((passage.style, len(passage.cells), names, _joined(pieces)))
    return found


def _shown(piece: Words | Thing) -> str:
    """What a piece shows; the number of a note that is called again is the one that its note has in the redline."""
    return "again" if isinstance(piece, Thing) and piece.kind is ThingKind.FIELD else piece.text


def _joined(pieces: list[tuple[object, object]]) -> list[tuple[object, object]]:
    """The pieces with those joined that only their look tells apart."""
    joined: list[tuple[object, object]] = []
    for text, key in pieces:
        if joined and isinstance(text, str) and isinstance(joined[-1][0], str) and joined[-1][1] == key:
            joined[-1] = (joined[-1][0] + text, key)
        else:
            joined.append((text, key))
    return joined


def _words(reading: Reading) -> list[tuple[int, str, list[str]]]:
    """The words of each passage that has any, how deep in tables it stands, and the notes called in it."""
    return [
        (
            len(passage.cells),
            " ".join(passage.text.split()),
            [
                " ".join(text.text for text in reading.notes[piece.note]).strip()
                for piece in passage.pieces
                if isinstance(piece, NoteCall)
            ],
        )
        for passage in reading.passages
        if passage.text.strip()
    ]


class TestVersions:
    def test_two_that_are_the_same_have_no_changes_and_the_log_says_so(self, tmp_path: Path) -> None:
        old, new = (_version(tmp_path / name, _text(BRIEFS[0])) for name in ("old", "new"))
        made = redline(old, new)
        assert made.changes == 0
        assert "Nothing changed." in made.files[LOG].decode()

    def test_the_changes_are_by_the_first_author_and_of_today(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
        made = redline(*_two(tmp_path))
        found = {(change.author, change.date) for change in changes(_read(made.files[REDLINE]))}
        assert found == {("Briefwright demonstration desk", "2023-11-14T00:00:00Z")}

    def test_author_and_moment_can_be_given(self, tmp_path: Path) -> None:
        moment = dt.datetime(2026, 11, 26, 12, 30, tzinfo=dt.timezone(dt.timedelta(hours=2)))
        made = redline(*_two(tmp_path), author='Ada "A&B" Lind', moment=moment)
        found = {(change.author, change.date) for change in changes(_read(made.files[REDLINE]))}
        assert found == {('Ada "A&B" Lind', "2026-11-26T10:30:00Z")}

    def test_the_house_is_that_of_the_new_version(self, tmp_path: Path) -> None:
        old = _version(tmp_path / "old", _text(BRIEFS[0]))
        new = _version(tmp_path / "new", edited(_text(BRIEFS[0])))
        made = redline(old, new, "ministry")
        drawn = compile_brief(new.workspace, new.file, ["docx"], "ministry").files["docx"]
        assert content(made.files[REDLINE]) == content(drawn)

    def test_versions_in_two_languages_are_refused(self, tmp_path: Path) -> None:
        french = (ROOT / "tests" / "brief" / "french.yaml").read_text(encoding="utf-8")
        made = redline(_version(tmp_path / "old", french), _version(tmp_path / "new", _text(BRIEFS[0])))
        assert not made.files
        assert "BW709" in [problem.code for problem in made.report]

    def test_versions_with_two_ids_are_told(self, tmp_path: Path) -> None:
        old, new = (_version(tmp_path / brief, _text(brief)) for brief in BRIEFS)
        made = redline(old, new)
        assert [problem.code for problem in made.report] == ["BW710"]
        assert content(made.files[REDLINE], "reject") == content(compile_brief(old.workspace, old.file).files["docx"])

    def test_an_old_version_with_errors_is_told_where_they_are(self, tmp_path: Path) -> None:
        old = _version(tmp_path / "old", _text(BRIEFS[0]).replace("status: draft", "status: drat"))
        made = redline(old, _version(tmp_path / "new", _text(BRIEFS[0])))
        assert not made.files
        assert [(p.code, p.span.file) for p in made.report] == [("BW204", old.workspace.name(old.file))]


def _two(folder: Path) -> tuple[Version, Version]:
    text = _text(BRIEFS[0])
    return _version(folder / "old", text), _version(
        folder / "new", text.replace("enforce first, then engage", "first enforce, then engage")
    )
