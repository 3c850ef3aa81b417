"""The wheel, in an environment of its own and a folder far from this repository."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[1]
Briefwright = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    _run([sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)], folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def programs(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of programs of an empty environment into which the wheel was installed."""
    folder = tmp_path_factory.mktemp("environment")
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pinned = ["--constraint", str(ROOT / "constraints.txt")]
    _run([str(programs / "python"), "-m", "pip", "install", "--quiet", *pinned, str(wheel)], folder)
    return programs


@pytest.fixture
def briefwright(programs: Path, tmp_path: Path) -> Briefwright:
    """The installed command, called from an empty folder."""
    return lambda *arguments: _run([str(programs / "briefwright"), *arguments], tmp_path)


def _run(command: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL"))}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    return done


def test_the_wheel_carries_the_house_styles_the_schema_and_the_licence(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for part in (
        "briefwright/py.typed",
        "briefwright/_data/schemas/brief.schema.json",
        "briefwright/_data/templates/institute/document.xml",
        "briefwright/_data/templates/ministry/theme.yaml",
        "briefwright/_data/templates/_new/brief.yaml",
    ):
        assert part in names
    assert any(name.endswith("licenses/LICENSE") for name in names)


def test_a_new_workspace_builds_in_both_styles_far_from_the_repository(
    briefwright: Briefwright, tmp_path: Path
) -> None:
    briefwright("init", "policy")
    for style in ("institute", "ministry"):
        brief = str(tmp_path / "policy" / "briefs" / "first-brief")
        written = briefwright("build", brief, "--style", style, "--out", style).stdout.splitlines()
        assert written == [f"{style}/first-brief/first-brief.pdf", f"{style}/first-brief/first-brief.docx"]
    assert (tmp_path / "institute/first-brief/first-brief.pdf").read_bytes().startswith(b"%PDF-")


def test_a_new_brief_builds_without_a_word(briefwright: Briefwright, tmp_path: Path) -> None:
    (tmp_path / "briefs").mkdir()
    briefwright("new", "water")
    assert briefwright("build", "--quiet").stdout.splitlines() == ["build/water/water.pdf", "build/water/water.docx"]


def test_nothing_is_read_from_the_repository(briefwright: Briefwright) -> None:
    briefwright("init", ".")
    read = briefwright("check", "--verbose").stderr
    assert "briefs/first-brief/brief.yaml" in read
    assert ROOT.as_posix() not in read
