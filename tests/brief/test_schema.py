"""The JSON Schema is fresh, valid, complete, and takes what the model takes."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from briefwright.brief.schema import schema, schema_text

ROOT = Path(__file__).parents[2]
BRIEFS = [ROOT / "tests/brief/complete.yaml", *sorted(ROOT.glob("briefs/*/brief.yaml"))]


class _EditorLoader(yaml.SafeLoader):
    """YAML as an editor's language server types it: the core schema of YAML 1.2, which has no dates."""


_EditorLoader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", r"true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+0123456789."),
    ("null", r"~|null|Null|NULL|", ["~", "n", "N", ""]),
):
    _EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first))


def _as_editors_see(file: Path) -> Any:
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_EditorLoader)


def test_the_schema_in_the_repository_is_fresh() -> None:
    written = (ROOT / "schemas" / "brief.schema.json").read_text(encoding="utf-8")
    assert written == schema_text(), "run `briefwright schema > schemas/brief.schema.json`"


def test_the_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())
    assert json.loads(schema_text()) == schema()


@pytest.mark.parametrize("file", BRIEFS, ids=lambda file: file.parent.name)
def test_the_schema_takes_what_the_model_takes(file: Path) -> None:
    errors = Draft202012Validator(schema()).iter_errors(_as_editors_see(file))
    assert [(list(error.absolute_path), error.message[:200]) for error in errors] == []


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("type",), "poem"),
        (("titel",), "x"),
        (("title",), "ab"),
        (("date",), 5),
        (("summary", "key_points"), ["one"]),
        (("summary", "three_questions"), {}),
        (("risks", 0, "impact"), 9),
        (("recommendations", 0, "actors"), []),
        (("recommendations", 0, "cost"), "cheap"),
        (("sources", 0, "isbn"), []),
        (("context", 0, "body", 0), {"txt": "x"}),
        (("methodology", "risk_matrix", "size"), 4),
        (("sources", 0, "author", 0, "citations"), []),
    ],
)
def test_the_schema_refuses_what_is_wrong(path: tuple[str | int, ...], value: Any) -> None:
    brief = _as_editors_see(BRIEFS[0])
    place = brief
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    assert not Draft202012Validator(schema()).is_valid(brief)


def _properties(node: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    if isinstance(node, dict):
        yield from node.get("properties", {}).items()
        for value in node.values():
            yield from _properties(value)
    elif isinstance(node, list):
        for item in node:
            yield from _properties(item)


def test_every_property_is_described_for_the_editor() -> None:
    assert [name for name, node in _properties(schema()["$defs"]) if "description" not in node] == []
    assert [name for name, node in schema()["properties"].items() if "description" not in node] == []


def test_every_property_that_takes_a_text_shows_an_example() -> None:
    texts = [
        (name, node)
        for name, node in [*_properties(schema()["$defs"]), *schema()["properties"].items()]
        if node.get("type") == "string" or "enum" in node
    ]
    assert [name for name, node in texts if "examples" not in node] == []


def test_only_cells_and_values_of_charts_can_be_null() -> None:
    assert {"type": "null"} not in [
        branch for _, node in _properties(schema()["$defs"]) for branch in node.get("anyOf", ())
    ]
    assert schema_text().count('"null"') == 2
