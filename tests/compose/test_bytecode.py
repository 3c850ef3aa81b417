"""Compiled templates: kept for the next run, and used for nothing but what they were made from."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from jinja2 import DictLoader

from briefwright.compose.bytecode import CompiledTemplates
from briefwright.compose.environment import environment


class _Watched(CompiledTemplates):
    """Counts what it had to compile."""

    compiled = 0

    def dump_bytecode(self, bucket: object) -> None:
        self.compiled += 1
        super().dump_bytecode(bucket)  # type: ignore[arg-type]


def _said(kept: CompiledTemplates, text: str) -> str:
    return environment(DictLoader({"a.xml": text}), {}, {}, compiled=kept).get_template("a.xml").render()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "deep" / "templates"


def test_a_template_is_compiled_once_in_a_process() -> None:
    kept = _Watched()
    assert [_said(kept, "<p/>") for _ in range(3)] == ['<p at=":1"/>'] * 3
    assert kept.compiled == 1


def test_a_template_is_not_compiled_again_in_the_next_process(folder: Path) -> None:
    _said(CompiledTemplates(folder), "once {{ 1 + 1 }}")
    later = _Watched(folder)
    assert _said(later, "once {{ 1 + 1 }}") == "once 2"
    assert later.compiled == 0


def test_a_template_that_changed_is_compiled_anew(folder: Path) -> None:
    _said(CompiledTemplates(folder), "before")
    assert _said(CompiledTemplates(folder), "after") == "after"


def test_what_another_version_compiled_is_not_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _said(CompiledTemplates(folder), "text")
    monkeypatch.setattr("briefwright.compose.bytecode._compiler", lambda: "another version")
    later = _Watched(folder)
    _said(later, "text")
    assert later.compiled == 1


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9])
def test_a_damaged_file_is_as_good_as_none(folder: Path, share: float) -> None:
    _said(CompiledTemplates(folder), "whole {{ 2 * 3 }}")
    (file,) = folder.iterdir()
    data = file.read_bytes()
    file.write_bytes(data[: int(len(data) * share)])
    assert _said(CompiledTemplates(folder), "whole {{ 2 * 3 }}") == "whole 6"


def test_a_file_of_something_else_is_as_good_as_none(folder: Path) -> None:
    _said(CompiledTemplates(folder), "whole")
    (file,) = folder.iterdir()
    file.write_bytes(b"j2" + bytes(range(256)))
    assert _said(CompiledTemplates(folder), "whole") == "whole"


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="permissions of files are POSIX's")
def test_nothing_is_run_from_a_folder_that_others_may_write_to(folder: Path) -> None:
    _said(CompiledTemplates(folder), "text")
    folder.chmod(0o777)
    later = _Watched(folder)
    _said(later, "text")
    assert later.compiled == 1


def test_a_folder_that_cannot_be_made_is_done_without(tmp_path: Path) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    assert _said(CompiledTemplates(in_the_way / "templates"), "text") == "text"
