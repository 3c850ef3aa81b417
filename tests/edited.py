"""The briefs of this repository after a dozen edits and more, one of each kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import yaml

Data = dict[str, Any]


def edited(text: str) -> str:
    """The text of a brief in which every edit was made that it has the parts for."""
    data = yaml.safe_load(text)
    made = [edit.__name__ for edit in EDITS if edit(data)]
    assert len(made) >= 12, made
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=10_000)


def _title(data: Data) -> bool:
    data["title"] = data["title"].replace("North Korea", "the North") + " and more"
    return True


def _first_key_point(data: Data) -> bool:
    points = data["summary"]["key_points"]
    points[0] = "**First of all:** " + points[0]
    return True


def _key_point_removed(data: Data) -> bool:
    points = data["summary"]["key_points"]
    del points[1]
    return True


def _key_point_added_at_the_end(data: Data) -> bool:
    source = data["sources"][0]["id"]
    data["summary"]["key_points"].append(f"A point that is new, with its source. [@{source}, para. 40]")
    return True


def _paragraph_added(data: Data) -> bool:
    source = data["sources"][0]["id"]
    cited = [{"source": source, "locator": "7", "locator_label": "paragraph"}]
    data["context"][0]["body"].append({"text": "A paragraph that is new.", "kind": "background", "citations": cited})
    return True


def _paragraph_removed(data: Data) -> bool:
    body = next((section["body"] for section in data["context"] if len(section["body"]) > 2), None)
    return body is not None and body.pop(0) is not None


def _heading(data: Data) -> bool:
    data["context"][0]["heading"] += ", once more"
    return True


def _locator(data: Data) -> bool:
    data["risks"][0]["citations"][0]["locator"] = "99"
    return True


def _citation_removed(data: Data) -> bool:
    return data["risks"][1].pop("citations", None) is not None


def _risks_in_another_order(data: Data) -> bool:
    data["risks"].insert(0, data["risks"].pop(2))
    return True


def _risk_rated_otherwise(data: Data) -> bool:
    data["risks"][-1]["impact"] = 5 if data["risks"][-1]["impact"] != 5 else 2
    return True


def _consequence(data: Data) -> bool:
    data["risks"][1]["consequence"] = "Nobody can tell what would follow."
    return True


def _action(data: Data) -> bool:
    words = data["recommendations"][0]["action"].split()
    data["recommendations"][0]["action"] = " ".join([*words[:3], "quickly", *words[4:]])
    return True


def _stakeholders_in_another_order(data: Data) -> bool:
    data["stakeholders"].reverse()
    return True


def _gap_removed(data: Data) -> bool:
    return data["gaps"].pop() is not None


def _table_rows(data: Data) -> bool:
    if not data.get("tables"):
        return False
    rows = data["tables"][0]["rows"]
    rows.append(["New", *["so"] * (len(rows[0]) - 1)])
    rows[0][-1] = "another word"
    return rows.pop(1) is not None


def _event_removed(data: Data) -> bool:
    return bool(data.get("timeline")) and data["timeline"].pop(1) is not None


def _box_shortened(data: Data) -> bool:
    items = next((block["items"] for box in data["boxes"] for block in box["blocks"] if "items" in block), None)
    return items is not None and items.pop(1) is not None


def _disclaimer_removed(data: Data) -> bool:
    return data.pop("disclaimer", None) is not None


def _source_renamed(data: Data) -> bool:
    data["sources"][0]["title"] = data["sources"][0]["title"] + " (second edition)"
    return True


EDITS: tuple[Callable[[Data], bool], ...] = (
    _title,
    _first_key_point,
    _key_point_removed,
    _key_point_added_at_the_end,
    _paragraph_added,
    _paragraph_removed,
    _heading,
    _locator,
    _citation_removed,
    _risks_in_another_order,
    _risk_rated_otherwise,
    _consequence,
    _action,
    _stakeholders_in_another_order,
    _gap_removed,
    _table_rows,
    _event_removed,
    _box_shortened,
    _disclaimer_removed,
    _source_renamed,
)
