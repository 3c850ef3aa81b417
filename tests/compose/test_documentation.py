"""The page for authors of house styles names all that there is, and its examples compile."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefwright.compose import functions
from briefwright.compose.environment import REFUSED
from briefwright.compose.field import Field
from briefwright.compose.localise import Language
from briefwright.compose.vocabulary import ELEMENTS
from briefwright.compose.words import Words
from tests.compose.houses import BRIEF, composed, loaded

PAGE = (Path(__file__).parents[2] / "docs" / "templates.md").read_text(encoding="utf-8")
ROWS = [line for line in PAGE.splitlines() if line.startswith("| `")]
EXAMPLES = re.findall(r"```xml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("name", sorted(ELEMENTS))
def test_every_element_is_described_with_its_attributes(name: str) -> None:
    rule, shown = ELEMENTS[name], f"`{name.partition('/')[0]}`"
    row = next((row for row in ROWS if shown in row.split("|")[1]), "")
    assert shown in PAGE
    assert [attribute for attribute in (*rule.required, *rule.optional) if f"`{attribute}`" not in row] == []


def test_every_name_and_filter_is_described() -> None:
    language = Language("en")
    names = functions.names(loaded(BRIEF).brief, Field(None), Words("", {}), language)
    for name in (*names, *functions.filters(language)):
        assert any(re.match(rf"\| `{name}[`(]", row) for row in ROWS), name
    for name in REFUSED:
        assert f"`{name}`" in PAGE


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_examples_compile(example: str) -> None:
    assert composed(example).content


def test_there_are_examples() -> None:
    assert len(EXAMPLES) == 3
