"""The pages that describe the code keep up with it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefwright.codes import CODES
from docs import diagnostics

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "briefwright"

PACKAGES = sorted({f"{file.parent.relative_to(PACKAGE).as_posix()}/" for file in PACKAGE.rglob("*/*.py")} - {"./"})
MODULES = sorted(file.name for file in PACKAGE.glob("*.py") if not file.name.startswith("__"))


@pytest.fixture(scope="module")
def architecture() -> str:
    return (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("part", PACKAGES + MODULES)
def test_the_architecture_page_names_every_package_and_module(architecture: str, part: str) -> None:
    assert f"`{part}`" in architecture


def test_the_page_of_diagnostics_is_fresh() -> None:
    written = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    assert written == diagnostics.page(), "run `make docs`"


@pytest.mark.parametrize("code", sorted(CODES))
def test_the_page_of_diagnostics_explains_every_code(code: str) -> None:
    assert f"| {code} | {CODES[code].severity} | {CODES[code].title} |" in diagnostics.page()


def test_every_code_is_shown_by_a_test() -> None:
    tests = "".join(file.read_text(encoding="utf-8") for file in (ROOT / "tests").rglob("*.*") if _is_text(file))
    assert [code for code in sorted(CODES) if code not in tests] == []


def _is_text(file: Path) -> bool:
    return file.suffix in {".py", ".yaml", ".txt"}


def test_constraints_pin_names_and_versions_only() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not re.fullmatch(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*", line)] == []
