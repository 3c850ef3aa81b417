"""The JSON Schema of a brief, by which editors complete and check while one writes."""

from __future__ import annotations

import json
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import TaggedUnionSchema

from briefwright.brief.brief import Brief

DIALECT = "https://json-schema.org/draft/2020-12/schema"


class _Generator(GenerateJsonSchema):
    """Takes a value that fits two branches of a union, as a bare name fits a person and an organisation."""

    def tagged_union_schema(self, schema: TaggedUnionSchema) -> JsonSchemaValue:
        """The branches as alternatives: which one is meant is for the model to say."""
        generated = super().tagged_union_schema(schema)
        branches = generated.pop("oneOf", None)
        return generated if branches is None else {**generated, "anyOf": branches}


def schema() -> dict[str, Any]:
    """The JSON Schema (draft 2020-12) of a brief."""
    return {"$schema": DIALECT, **_without_null(Brief.model_json_schema(schema_generator=_Generator))}


def schema_text() -> str:
    """The schema as the text of a file."""
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _without_null(node: Any) -> Any:
    """The schema without null as an alternative: a field that has no value is better left out."""
    if isinstance(node, list):
        return [_without_null(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: _without_null(value) for key, value in node.items() if (key, value) != ("default", None)}
    branches = [branch for branch in kept.get("anyOf", []) if branch != {"type": "null"}]
    if len(branches) == 1 and "anyOf" in kept:
        del kept["anyOf"]
        return {**branches[0], **kept}
    return {**kept, "anyOf": branches} if branches else kept
