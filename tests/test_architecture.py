"""The pages that describe the code keep up with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefwright.codes import CODES
from docs import diagnostics

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "briefwright"

MODULES = sorted(
    f"{path.relative_to(PACKAGE).as_posix()}{'/' if path.is_dir() else ''}"
    for path in PACKAGE.iterdir()
    if (path.is_dir() and list(path.glob("*.py"))) or (path.suffix == ".py" and path.stem != "__init__")
)


@pytest.fixture(scope="module")
def architecture() -> str:
    return (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("module", MODULES)
def test_the_architecture_page_names_every_package_and_module(architecture: str, module: str) -> None:
    assert f"`{module}`" in architecture


def test_the_page_of_diagnostics_is_fresh() -> None:
    written = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    assert written == diagnostics.page(), "run `make docs`"


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_page_of_diagnostics_explains_every_code(code: str) -> None:
    assert f"| {code} | {CODES[code].severity} | {CODES[code].title} |" in diagnostics.page()


def test_constraints_pin_names_and_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*", line)] == []
