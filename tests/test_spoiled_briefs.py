"""Briefs spoiled in the ways that authors spoil them: each problem at its line, exit code 1, nothing written."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefwright.cli import main

Spoil = Callable[[str], str]


def _swap(old: str, new: str) -> Spoil:
    def spoil(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return spoil


@pytest.fixture
def brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The first brief of a fresh workspace, which is also the current folder."""
    monkeypatch.chdir(tmp_path)
    CliRunner().invoke(main, ["init", "."])
    return tmp_path / "briefs" / "first-brief" / "brief.yaml"


def _build(brief: Path) -> Result:
    done = CliRunner().invoke(main, ["build"], catch_exceptions=False)
    assert done.exit_code == 1
    assert done.stdout == ""
    assert not (brief.parents[2] / "build" / "first-brief").exists()
    return done


def _line_of(text: str, words: str) -> int:
    return next(number for number, line in enumerate(text.split("\n"), 1) if words in line)


@pytest.mark.parametrize(
    ("spoil", "code", "place"),
    [
        pytest.param(
            _swap("[@user-survey, p. 2]", "[@user-survy, p. 2]"), "BW5", "user-survy", id="a wrong id in prose"
        ),
        pytest.param(
            _swap("mitigated_by: [trial-", "mitigated_by: [trail-"), "BW3", "trail-", id="a wrong id in a list"
        ),
        pytest.param(_swap("impact: 3", "impact: high"), "BW2", "impact: high", id="a wrong type"),
        pytest.param(_swap("issued: 2024", "issued: 2024-13"), "BW2", "issued: 2024-13", id="a bad date"),
        pytest.param(_swap("    kind: public", "   kind: public"), "BW101", "   kind: public", id="a broken indent"),
        pytest.param(_swap("purpose: advise", "purpos: advise"), "BW201", "purpos:", id="an unknown field"),
        pytest.param(
            _swap("purpose: advise", "purpose: advise\npurpose: inform"), "BW102", "purpose: inform", id="a key twice"
        ),
    ],
)
def test_a_spoiled_brief_is_told_at_its_line(brief: Path, spoil: Spoil, code: str, place: str) -> None:
    text = spoil(brief.read_text(encoding="utf-8"))
    brief.write_text(text, encoding="utf-8")
    told = _build(brief).stderr
    line = _line_of(text, place)
    assert re.search(rf"^briefs/first-brief/brief\.yaml:{line}:\d+: error\[{code}", told, re.MULTILINE), told


def test_several_problems_come_in_one_run(brief: Path) -> None:
    text = brief.read_text(encoding="utf-8")
    for spoil in (
        _swap("impact: 3", "impact: high"),
        _swap("issued: 2024", "issued: soon"),
        _swap("status: draft", "status: drat"),
    ):
        text = spoil(text)
    brief.write_text(text, encoding="utf-8")
    assert _build(brief).stderr.splitlines()[-1] == "built 0 of 1 brief: 3 errors"


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"[" * 10_000_000, id="ten million lists opened"),
        pytest.param(b"a: " + b"[" * 500 + b"]" * 500, id="lists nested too deeply"),
        pytest.param(
            b"a: &a [x]\n" + b"".join(b"b%d: [*a, *a]\n" % n for n in range(100_000)), id="aliases without end"
        ),
        pytest.param(b"title: caf\xe9\n", id="another encoding"),
        pytest.param(b"title: a\x00b\n", id="a null character"),
        pytest.param("title: a\ue000b\n".encode(), id="a private character"),
        pytest.param(b"", id="nothing"),
        pytest.param(b"- a list\n", id="a list for a mapping"),
        pytest.param(b"!!python/object/apply:os.system [echo]\n", id="a tag that would run a program"),
    ],
)
def test_a_hostile_file_is_refused_at_its_place(brief: Path, data: bytes) -> None:
    brief.write_bytes(data)
    told = _build(brief).stderr
    assert re.match(r"briefs/first-brief/brief\.yaml:\d+:\d+: error\[BW[12]", told), told[:500]
    assert len(told) < 10_000


FIGURE = """figures:
  - id: map
    file: maps/town.png
    title: The town
    alt: A map
    after: opening-hours
"""


def _told_of_the_picture(brief: Path) -> str:
    text = brief.read_text(encoding="utf-8") + FIGURE
    brief.write_text(text, encoding="utf-8")
    place = f"briefs/first-brief/brief.yaml:{_line_of(text, 'file: maps/town.png')}:11: error"
    told = [line for line in _build(brief).stderr.splitlines() if line.startswith(place)]
    assert len(told) == 1, told
    return told[0].removeprefix(place)


def test_a_picture_that_is_not_there_is_told_at_its_name(brief: Path) -> None:
    assert _told_of_the_picture(brief) == '[BW704]: there is no file "briefs/first-brief/maps/town.png"'


def test_a_file_that_is_no_picture_is_told_at_its_name(brief: Path) -> None:
    (brief.parent / "maps").mkdir()
    (brief.parent / "maps" / "town.png").write_text("GIF89a", encoding="utf-8")
    assert _told_of_the_picture(brief) == '[BW706]: "maps/town.png" is not a PNG or JPEG picture'
