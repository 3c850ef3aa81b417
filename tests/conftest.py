"""What all tests share."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from tests.editor.editor import Editor

# In CI the same examples are tried each time: a search for new ones is for people, who can follow what it finds.
settings.register_profile("ci", derandomize=True, deadline=None)
if os.environ.get("CI") == "true":
    settings.load_profile("ci")

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` takes what is made now for what is expected."""
    parser.addoption("--accept", action="store_true", help="rewrite tests/golden/ with what is made now")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests come last, so that a quick one that fails is seen first."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Holds a text against the file of this name in `tests/golden/`."""

    def hold(name: str, text: str) -> None:
        file = GOLDEN / name
        if request.config.getoption("--accept"):
            file.parent.mkdir(exist_ok=True)
            file.write_text(text, encoding="utf-8", newline="\n")
        assert text == file.read_text(encoding="utf-8"), f"{name} differs; if it should, run pytest --accept"

    return hold


@pytest.fixture(scope="session")
def editor() -> Iterator[Editor]:
    """LibreOffice, ready to edit drafts."""
    with Editor() as started:
        yield started


@pytest.fixture(scope="session")
def older_editor() -> Iterator[Editor]:
    """LibreOffice 7.4, ready to edit drafts: it drops the tags of content controls."""
    with Editor("soffice-7.4") as started:
        yield started


@pytest.fixture(params=["editor", "older_editor"], ids=["keeping controls", "dropping controls"])
def office(request: pytest.FixtureRequest) -> Editor:
    """Either LibreOffice."""
    started: Editor = request.getfixturevalue(request.param)
    return started
