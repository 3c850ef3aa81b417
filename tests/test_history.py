"""A brief, and what lies beside it, as it was in a revision of git."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from briefwright import history
from briefwright.diagnostics import Report, Span
from briefwright.workspace import Version, Workspace

SPAN = Span("briefs/water/brief.yaml", 3, 9)

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")


@pytest.fixture
def report() -> Report:
    return Report()


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace with a history: the brief has changed since, its picture has gone."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "briefs" / "water"
    folder.mkdir(parents=True)
    (folder / "brief.yaml").write_text("old", encoding="utf-8")
    (folder / "map.png").write_bytes(b"\0\r\n\xff")
    _git("init", "--quiet")
    _git("add", ".")
    _git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=One")
    (folder / "brief.yaml").write_text("new", encoding="utf-8")
    (folder / "map.png").unlink()
    return Workspace(tmp_path)


def _git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], check=True, capture_output=True)


def _version(workspace: Workspace, wanted: str, report: Report) -> Version:
    found = workspace.version(wanted, report)
    assert found is not None, list(report)
    return found


def _codes(report: Report) -> list[str]:
    return [problem.code for problem in report]


@pytest.mark.parametrize("wanted", ["water", "briefs/water", "briefs/water/brief.yaml"])
def test_a_brief_of_a_revision_is_named_like_any_other(here: Workspace, report: Report, wanted: str) -> None:
    version = _version(here, f"HEAD:{wanted}", report)
    read = version.workspace.read(version.file, report)
    assert read is not None
    assert (read.name, read.data) == ("HEAD:briefs/water/brief.yaml", b"old")
    assert list(version.workspace.digests) == ["HEAD:briefs/water/brief.yaml"]


def test_without_a_revision_it_is_the_file_as_it_is(here: Workspace, report: Report) -> None:
    version = _version(here, "water", report)
    read = version.workspace.read(version.file, report)
    assert read is not None
    assert (read.name, read.data) == ("briefs/water/brief.yaml", b"new")


def test_what_lies_beside_it_is_read_from_the_revision_to_the_byte(here: Workspace, report: Report) -> None:
    version = _version(here, "HEAD:water", report)
    read = version.workspace.read_beside(version.file, "map.png", report, SPAN)
    assert read is not None
    assert read.data == b"\0\r\n\xff"


def test_a_file_that_came_later_is_not_there(here: Workspace, report: Report) -> None:
    (here.root / "briefs" / "water" / "later.png").write_bytes(b"")
    version = _version(here, "HEAD:water", report)
    assert version.workspace.read_beside(version.file, "later.png", report, SPAN) is None
    assert _codes(report) == ["BW704"]


def test_a_file_larger_than_any_is_refused_unread(
    here: Workspace, report: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("briefwright.workspace.LARGEST", 2)
    version = _version(here, "HEAD:water", report)
    assert version.workspace.read(version.file, report) is None
    assert _codes(report) == ["BW705"]


def test_a_brief_that_is_no_longer_there_is_found(here: Workspace, report: Report) -> None:
    shutil.rmtree(here.root / "briefs" / "water")
    version = _version(here, "HEAD:water", report)
    assert version.workspace.read(version.file, report) is not None


def test_a_link_has_no_content_of_its_own(here: Workspace, report: Report) -> None:
    (here.root / "briefs" / "water" / "link.png").symlink_to("/etc/hostname")
    _git("add", ".")
    _git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "--quiet", "--message=Two")
    (here.root / "briefs" / "water" / "link.png").unlink()
    version = _version(here, "HEAD:water", report)
    assert version.workspace.read_beside(version.file, "link.png", report, SPAN) is None


def test_templates_are_those_of_today(here: Workspace, report: Report) -> None:
    version = _version(here, "HEAD:water", report)
    read = version.workspace.template("institute/theme.yaml", report)
    assert read is not None
    assert not read.name.startswith("HEAD:")


@pytest.mark.parametrize("name", ["HEAD~7", "nowhere", "--help", "", "a b", "HEAD^{tree}"])
def test_an_unknown_revision_is_told(here: Workspace, report: Report, name: str) -> None:
    assert here.version(f"{name}:water", report) is None
    assert _codes(report) == ["BW708"]


def test_a_brief_unknown_to_the_revision_is_told_with_the_nearest(here: Workspace, report: Report) -> None:
    assert here.version("HEAD:watr", report) is None
    (problem,) = report
    assert (problem.code, problem.hints) == ("BW701", ('did you mean "water"?',))


def test_a_folder_without_a_history_is_told(tmp_path: Path, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert Workspace(tmp_path).version("HEAD:water", report) is None
    assert _codes(report) == ["BW707"]


def test_a_machine_without_git_is_told(here: Workspace, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert here.version("HEAD:water", report) is None
    assert _codes(report) == ["BW707"]


def test_git_that_takes_too_long_is_told(here: Workspace, report: Report, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(history, "_LONGEST", 0)
    assert here.version("HEAD:water", report) is None
    assert _codes(report) == ["BW707"]


def test_content_that_git_has_lost_is_told(here: Workspace, report: Report) -> None:
    version = _version(here, "HEAD:water", report)
    shutil.rmtree(here.root / ".git")
    assert version.workspace.read(version.file, report) is None
    assert _codes(report) == ["BW704"]
