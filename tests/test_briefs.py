"""The briefs that come with the project."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from briefwright.brief.load import load
from briefwright.diagnostics import Report

ROOT = Path(__file__).parent.parent
BRIEFS = sorted((ROOT / "briefs").glob("*/brief.yaml"))


class _EditorLoader(yaml.SafeLoader):
    """Reads YAML as an editor does, by the core schema of YAML 1.2, in which a date is a text."""


_EditorLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


@pytest.fixture(params=BRIEFS, ids=lambda path: path.parent.name)
def brief(request: pytest.FixtureRequest) -> Path:
    """The file of one of the briefs."""
    path: Path = request.param
    return path


def test_each_brief_is_read_without_a_problem(brief: Path) -> None:
    report = Report()
    loaded = load(brief.read_text("utf-8"), str(brief), dt.date(2026, 11, 21), report)
    assert [f"{problem.span}: {problem.message}" for problem in report] == []
    assert loaded is not None
    assert loaded.is_whole


def test_an_editor_finds_nothing_to_complain_about_in_a_brief(brief: Path) -> None:
    schema: dict[str, Any] = json.loads((ROOT / "schemas/brief.schema.json").read_text("utf-8"))
    content = yaml.load(brief.read_text("utf-8"), _EditorLoader)
    complaints = [f"{error.json_path}: {error.message}" for error in Draft202012Validator(schema).iter_errors(content)]
    assert complaints == []


def test_each_brief_begins_with_the_line_by_which_editors_find_the_schema(brief: Path) -> None:
    first = brief.read_text("utf-8").partition("\n")[0]
    assert first == "# yaml-language-server: $schema=../../schemas/brief.schema.json"
    assert (brief.parent / first.partition("$schema=")[2]).resolve() == ROOT / "schemas/brief.schema.json"


def test_a_source_that_was_only_named_is_cited_through_the_article_that_names_it(brief: Path) -> None:
    loaded = load(brief.read_text("utf-8"), str(brief), dt.date(2026, 11, 21), Report())
    assert loaded is not None
    read = [source.id for source in loaded.brief.sources if source.retrieval == "read"]
    named = [source for source in loaded.brief.sources if source.retrieval == "name_only"]
    assert len(read) == 1
    assert all([source.via] == read and source.title is None and source.url is None for source in named)
