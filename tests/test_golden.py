"""What each house places of a brief that uses every field, as a tree; `pytest --accept` takes a change over."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from briefwright import pipeline
from briefwright.document.dump import dump
from briefwright.workspace import Workspace
from tests.extraction.compiled import ROOT, in_folder


@pytest.mark.parametrize("house", ["institute", "ministry"])
def test_a_house_places_a_brief_as_before(
    house: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, golden: Callable[[str, str], None]
) -> None:
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    monkeypatch.chdir(tmp_path)
    checked = pipeline.check(Workspace(tmp_path), in_folder("every-field", tmp_path), house)
    assert checked.document is not None, list(checked.report)
    golden(f"every-field-{house}.txt", dump(checked.document))
