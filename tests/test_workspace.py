"""The one door to the outside."""

from __future__ import annotations

import hashlib
import sys
from datetime import date
from pathlib import Path

import pytest

from briefwright import workspace as workspace_module
from briefwright.diagnostics import Report, Span
from briefwright.workspace import Workspace, WriteError, builtin_data, today

SPAN = Span("briefs/water/brief.yaml", 14, 9)

on_posix = pytest.mark.skipif(sys.platform == "win32", reason="links and modes of files are POSIX here")


@pytest.fixture
def report() -> Report:
    return Report()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    for slug in ("water", "energy"):
        _write(tmp_path / "briefs" / slug / "brief.yaml", slug)
    monkeypatch.chdir(tmp_path)
    return Workspace(tmp_path)


def _write(path: Path, text: str = "") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def _told(report: Report) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(d.code, d.message, d.hints) for d in report]


class TestFinding:
    def test_a_workspace_is_the_nearest_folder_upwards_with_briefs(self, here: Workspace) -> None:
        assert Workspace.find(here.root / "briefs" / "water") == here

    def test_a_folder_without_briefs_above_it_is_in_no_workspace(self, tmp_path: Path) -> None:
        assert Workspace.find(tmp_path / "elsewhere") is None

    def test_slugs_are_the_folders_with_a_brief_in_order(self, here: Workspace) -> None:
        (here.root / "briefs" / "empty").mkdir()
        assert here.slugs() == ("energy", "water")

    @pytest.mark.parametrize("wanted", ["water", "briefs/water", "briefs/water/", "briefs/water/brief.yaml"])
    def test_a_brief_is_named_by_slug_folder_or_file(self, here: Workspace, report: Report, wanted: str) -> None:
        found = here.brief(wanted, report)
        assert found is not None
        assert found.samefile(here.root / "briefs" / "water" / "brief.yaml")
        assert not report

    def test_an_unknown_brief_gets_the_nearest_name(self, here: Workspace, report: Report) -> None:
        assert here.brief("watr", report) is None
        assert _told(report) == [("BW701", 'no brief is called "watr"', ('did you mean "water"?',))]

    def test_a_brief_like_no_other_gets_the_list(self, here: Workspace, report: Report) -> None:
        here.brief("q", report)
        assert _told(report)[0][2] == ("the briefs are energy, water",)

    def test_without_any_brief_the_hint_says_how_to_start(self, tmp_path: Path, report: Report) -> None:
        Workspace(tmp_path).brief("q", report)
        assert _told(report)[0][2] == ("`briefwright new SLUG` starts one",)

    @pytest.mark.parametrize("wanted", ["a" * 5000, "a\0b"])
    def test_a_name_that_no_file_can_have_is_only_unknown(self, here: Workspace, report: Report, wanted: str) -> None:
        assert here.brief(wanted, report) is None
        assert [d.code for d in report] == ["BW701"]


class TestNames:
    def test_a_file_below_the_current_folder_is_named_from_there(self, here: Workspace) -> None:
        assert here.name(here.root / "briefs" / ".." / "briefs" / "a.yaml") == "briefs/a.yaml"

    def test_a_file_elsewhere_keeps_its_whole_path(self, here: Workspace) -> None:
        elsewhere = here.root.parent / "other" / "a.yaml"
        assert here.name(elsewhere) == elsewhere.as_posix()


class TestReading:
    def test_what_is_read_leaves_its_digest(self, here: Workspace, report: Report) -> None:
        read = here.read(here.root / "briefs" / "water" / "brief.yaml", report)
        assert read is not None
        assert (read.name, read.data) == ("briefs/water/brief.yaml", b"water")
        assert here.digests == {"briefs/water/brief.yaml": hashlib.sha256(b"water").hexdigest()}

    def test_supposed_bytes_stand_in_for_those_of_a_file_and_leave_it_alone(
        self, here: Workspace, report: Report
    ) -> None:
        brief = here.root / "briefs" / "water" / "brief.yaml"
        supposing = here.supposing(brief, b"other")
        told = [w.read(brief, report) for w in (supposing, here)]
        assert [file.data for file in told if file] == [b"other", b"water"]
        assert not supposing.digests

    def test_a_missing_file_is_told_where_it_was_asked_for(self, here: Workspace, report: Report) -> None:
        _write(here.root / "briefs" / "water" / "map.png")
        assert here.read_beside(here.root / "briefs" / "water" / "brief.yaml", "maps.png", report, SPAN) is None
        assert _told(report) == [
            ("BW704", 'there is no file "briefs/water/maps.png"', ('did you mean "map.png"?',)),
        ]
        assert [d.span for d in report] == [SPAN]

    def test_a_folder_is_no_file(self, here: Workspace, report: Report) -> None:
        assert here.read(here.root / "briefs", report) is None
        assert [d.code for d in report] == ["BW704"]

    def test_a_file_that_may_not_be_read_says_why(
        self, here: Workspace, report: Report, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def denied(path: Path) -> bytes:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "read_bytes", denied)
        assert here.read(_write(here.root / "secret.yaml"), report) is None
        assert _told(report) == [("BW704", 'the file "secret.yaml" cannot be read: permission denied', ())]

    def test_a_file_beyond_the_bound_is_refused_unread(
        self, here: Workspace, report: Report, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(workspace_module, "LARGEST", 4)
        assert here.read(here.root / "briefs" / "water" / "brief.yaml", report) is None
        assert [d.code for d in report] == ["BW705"]


class TestFilesOfABrief:
    @pytest.fixture
    def brief(self, here: Workspace) -> Path:
        _write(here.root / "briefs" / "energy" / "secret.png", "secret")
        return here.root / "briefs" / "water" / "brief.yaml"

    def test_a_picture_beside_the_brief_is_read(self, here: Workspace, brief: Path, report: Report) -> None:
        _write(brief.parent / "figures" / "map.png", "picture")
        read = here.read_beside(brief, "figures/map.png", report, SPAN)
        assert read is not None
        assert read.data == b"picture"

    @pytest.mark.parametrize(
        "wanted",
        [
            "../energy/secret.png",
            "figures/../../energy/secret.png",
            "/etc/passwd",
            "C:/secret.png",
            "C:secret.png",
            "//host/share/secret.png",
            "..\\energy\\secret.png",
            "",
            "a\0b",
        ],
    )
    def test_a_path_that_leads_out_is_refused(self, here: Workspace, brief: Path, report: Report, wanted: str) -> None:
        assert here.read_beside(brief, wanted, report, SPAN) is None
        assert [d.code for d in report] == ["BW703"]

    @on_posix
    def test_a_link_that_leads_out_is_refused(self, here: Workspace, brief: Path, report: Report) -> None:
        (brief.parent / "map.png").symlink_to(here.root / "briefs" / "energy" / "secret.png")
        assert here.read_beside(brief, "map.png", report, SPAN) is None
        assert [d.code for d in report] == ["BW703"]

    @on_posix
    def test_a_link_to_itself_is_a_missing_file(self, here: Workspace, brief: Path, report: Report) -> None:
        (brief.parent / "map.png").symlink_to("map.png")
        assert here.read_beside(brief, "map.png", report, SPAN) is None
        assert [d.code for d in report] == ["BW704"]


class TestHouseStyles:
    def test_the_built_in_data_is_found(self) -> None:
        assert (builtin_data() / "templates").is_dir()

    @pytest.fixture
    def own(
        self, here: Workspace, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
    ) -> Workspace:
        """A workspace with a house of its own, beside a package that carries two."""
        carried = tmp_path_factory.mktemp("package")
        for house in ("institute", "ministry"):
            for name in ("document.xml", "theme.yaml"):
                _write(carried / "templates" / house / name, f"built-in {house}")
        _write(carried / "templates" / "_base" / "sections" / "risks.xml", "built-in risks")
        monkeypatch.setattr(workspace_module, "builtin_data", lambda: carried)
        _write(here.root / "templates" / "city" / "document.xml")
        _write(here.root / "templates" / "city" / "theme.yaml")
        _write(here.root / "templates" / "half" / "theme.yaml")
        _write(here.root / "templates" / "ministry" / "theme.yaml", "own ministry")
        return here

    def test_houses_are_the_own_and_the_built_in_ones(self, own: Workspace) -> None:
        assert own.houses() == ("city", "institute", "ministry")

    def test_an_own_template_comes_before_the_built_in_one(self, own: Workspace, report: Report) -> None:
        theme, document = own.template("ministry/theme.yaml", report), own.template("ministry/document.xml", report)
        assert theme is not None
        assert document is not None
        assert (theme.data, document.data) == (b"own ministry", b"built-in ministry")

    def test_a_shared_fragment_is_found(self, own: Workspace, report: Report) -> None:
        assert own.template("_base/sections/risks.xml", report) is not None

    @pytest.mark.parametrize("name", ["_base/sections/risk.xml", "../briefs/water/brief.yaml", "/etc/passwd"])
    def test_a_template_that_is_not_there_is_told(self, own: Workspace, report: Report, name: str) -> None:
        assert own.template(name, report) is None
        assert [d.code for d in report] == ["BW704"]

    def test_a_known_house_raises_nothing(self, own: Workspace, report: Report) -> None:
        assert own.knows_house("city", report, SPAN)
        assert not report

    def test_an_unknown_house_gets_the_nearest_name(self, own: Workspace, report: Report) -> None:
        assert not own.knows_house("ministri", report, SPAN)
        assert _told(report) == [("BW702", 'no house style is called "ministri"', ('did you mean "ministry"?',))]


class TestWriting:
    def test_a_file_is_written_with_its_folders(self, here: Workspace) -> None:
        here.write(here.root / "build" / "water" / "water.pdf", b"new")
        assert (here.root / "build" / "water" / "water.pdf").read_bytes() == b"new"

    def test_a_failed_write_leaves_the_old_file_and_nothing_else(
        self, here: Workspace, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        target = _write(here.root / "build" / "water.pdf", "old")

        def full(path: Path, data: bytes) -> int:
            with path.open("wb") as partial:
                partial.write(data[:1])
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(Path, "write_bytes", full)
        with pytest.raises(WriteError, match=r'cannot write "build/water\.pdf": no space left on device'):
            here.write(target, b"new")
        assert [p.name for p in target.parent.iterdir()] == ["water.pdf"]
        assert target.read_text(encoding="utf-8") == "old"

    def test_an_interrupted_write_leaves_nothing(self, here: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
        def interrupted(path: Path, target: Path) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(Path, "replace", interrupted)
        with pytest.raises(KeyboardInterrupt):
            here.write(here.root / "build" / "water.pdf", b"new")
        assert list((here.root / "build").iterdir()) == []

    def test_a_folder_that_cannot_be_made_is_a_write_error(self, here: Workspace) -> None:
        _write(here.root / "build", "a file where a folder should be")
        with pytest.raises(WriteError):
            here.write(here.root / "build" / "water" / "water.pdf", b"new")

    @on_posix
    def test_a_written_file_has_the_mode_of_any_other(self, here: Workspace) -> None:
        here.write(here.root / "a", b"")
        assert (here.root / "a").stat().st_mode == _write(here.root / "b").stat().st_mode


class TestToday:
    def test_the_date_of_the_build_can_be_fixed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("SOURCE_DATE_EPOCH", "1718755200")
        assert today() == date(2024, 6, 19)

    def test_else_it_is_the_clocks(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
        assert abs((today() - date.today()).days) <= 1
