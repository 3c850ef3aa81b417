"""What an author writes is printed: every field of the model is placed by a template, or has a reason not to be."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from briefwright.brief.brief import Brief  # noqa: F401 - its modules define the parts
from briefwright.brief.part import Part

TEMPLATES = Path(__file__).parents[1] / "templates"
NAMES = set(re.findall(r"[.\[\"']([a-z_0-9]+)\b", "\n".join(f.read_text("utf-8") for f in TEMPLATES.rglob("*.xml"))))

CITED = "printed in notes and in the list of sources"
STEERS = "steers how other parts are read, checked or rated"
NAMING = "for checks of wording and for other names of an actor"
CLASSES = "sorts the part; no house prints the class"
NOT_YET = "no house prints it yet"

NOT_PLACED = {
    "Brief": {
        "schema_version": STEERS,
        "stance": STEERS,
        "length_profile": STEERS,
        "language": STEERS,
        "scenarios_exhaustive": STEERS,
        "terminology": NAMING,
        "further_reading": "its sources stand in the list of sources",
        "lint": STEERS,
    },
    "Source": {
        **dict.fromkeys(
            [
                "title_short",
                "editor",
                "translator",
                "container_title",
                "collection_title",
                "collection_number",
                "authority",
                "genre",
                "issued",
                "undated",
                "accessed",
                "archive_url",
                "archived",
                "volume",
                "page",
                "edition",
                "publisher_place",
                "jurisdiction",
                "via",
                "note",
                "descriptor",
            ],
            CITED,
        ),
        "language": STEERS,
        "chatham_house_rule": STEERS,
        "perspective": NOT_YET,
        "reliability": NOT_YET,
    },
    "Citation": {
        **dict.fromkeys(["locator", "locator_label", "relation", "note"], CITED),
        "credibility": NOT_YET,
    },
    "Actor": dict.fromkeys(["short_name", "aliases", "adjective", "iso3166"], NAMING),
    "Abbreviation": {"plural": NAMING},
    "Term": dict.fromkeys(["preferred", "variants", "rule"], NAMING),
    "Motivation": {"category": CLASSES},
    "Prospect": {"category": CLASSES},
    "Risk": {"category": CLASSES},
    "Opportunity": {"category": CLASSES},
    "Option": {"do_nothing": CLASSES},
    "Indicator": {"direction": CLASSES},
    "Handling": {"caveats": "part of the banner", "portion_marking": STEERS, "chatham_house_rule": NOT_YET},
    "RiskMatrix": dict.fromkeys(["size", "labels", "lookup"], STEERS),
    "Methodology": {
        **dict.fromkeys(["custom_yardstick", "confidence_scale", "custom_confidence", "phases"], STEERS),
        "source_grading": STEERS,
    },
    "Phases": {"immediate": STEERS},
    "Lint": dict.fromkeys(["profile", "ignore"], STEERS),
    "Waiver": {"rule": STEERS},
    "Person": dict.fromkeys(["honorific", "photo"], NOT_YET),
    "Organisation": dict.fromkeys(["short_name", "ror"], "printed in notes, or a number for machines"),
    "Publisher": dict.fromkeys(["short_name", "logo"], NOT_YET),
    "Contact": {"available_until": NOT_YET},
}


def _models(base: type[Part]) -> Iterator[type[Part]]:
    for model in base.__subclasses__():
        yield model
        yield from _models(model)


@pytest.mark.parametrize("model", sorted(set(_models(Part)), key=str), ids=str)
def test_a_field_is_placed_by_a_template_or_has_a_reason_not_to_be(model: type[Part]) -> None:
    keys = {info.alias or name for name, info in model.model_fields.items()}
    excused = set(NOT_PLACED.get(model.__name__, {}))
    assert keys - NAMES - excused == set(), "place it in templates/, or say here why not"
    assert excused - keys == set()
