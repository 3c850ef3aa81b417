"""The built-in house styles place a whole brief, in English and in French."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from briefwright.codes import CODES
from briefwright.document.nodes import Citation, InternalLink, Text
from briefwright.document.walk import all_inlines, blocks
from tests.compose.houses import BRIEF, TEMPLATES, Outcome, composed

ROOT = Path(__file__).parents[2]
HOUSES = ["institute", "ministry"]
BRIEFS = sorted(file.parent.name for file in (ROOT / "briefs").glob("*/brief.yaml"))


@cache
def in_house(house: str, brief: str) -> Outcome:
    files = {
        file.relative_to(TEMPLATES).as_posix(): file.read_text(encoding="utf-8") for file in TEMPLATES.rglob("*.xml")
    }
    return composed(f'{{% extends "{house}/document.xml" %}}', brief, files)


def text_of(slug: str) -> str:
    return (ROOT / "briefs" / slug / "brief.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("slug", BRIEFS)
def test_a_house_places_a_brief(house: str, slug: str) -> None:
    document = in_house(house, text_of(slug)).document
    assert len(list(blocks(document.content))) > 100
    assert any(isinstance(inline, Citation) for inline in all_inlines(document))


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("slug", BRIEFS)
def test_no_cross_reference_of_a_built_in_brief_is_left_without_words(house: str, slug: str) -> None:
    links = [
        inline for inline in all_inlines(in_house(house, text_of(slug)).document) if isinstance(inline, InternalLink)
    ]
    assert links
    assert [link.target for link in links if not link.content] == []


@pytest.mark.parametrize("house", HOUSES)
def test_a_house_places_a_brief_in_french(house: str) -> None:
    document = in_house(house, BRIEF.replace("language: en-GB", "language: fr")).document
    own = {
        inline.value.strip() for inline in all_inlines(document) if isinstance(inline, Text) and not inline.origin.path
    }
    assert {"Sources"} <= own
    assert not {"Context", "Risks", "Issue", "Timing"} & own


@pytest.mark.parametrize("house", HOUSES)
def test_every_block_and_word_of_a_house_knows_its_file(house: str) -> None:
    document = in_house(house, BRIEF).document
    own = [inline.origin for inline in all_inlines(document) if isinstance(inline, Text) and not inline.origin.path]
    origins = [*own, *(block.origin for block in blocks(document.content))]
    assert all(origin.span.file.startswith(("templates/_base/", f"templates/{house}/")) for origin in origins)


def test_every_code_of_templates_and_markup_is_shown_here() -> None:
    tests = "".join(file.read_text(encoding="utf-8") for file in Path(__file__).parent.glob("test_*.py"))
    ours = [code for code in CODES if "BW400" < code < "BW450"]
    assert ours
    assert [code for code in ours if not re.search(rf'"{code}"', tests)] == []
