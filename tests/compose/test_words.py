"""The words of a house, by language: complete in English and French, found from the region up, told where missing."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

import briefwright.brief
from briefwright.brief.part import ClosedList
from briefwright.brief.terms import CONFIDENCE_TERMS, YARDSTICKS
from briefwright.compose.field import snake_case
from briefwright.diagnostics import Report
from briefwright.source.reader import read
from tests.compose.houses import BRIEF, TEMPLATES, placed, shared, told

NEVER_PRINTED = {
    "ChartKind",
    "ColumnKind",
    "LengthProfile",
    "LintProfile",
    "LocatorLabel",
    "Relation",
    "Scheme",
    "SourceGrading",
}
"""Closed lists that set how something is drawn, checked or cited."""


def closed_lists() -> list[type[ClosedList]]:
    for module in pkgutil.walk_packages(briefwright.brief.__path__, "briefwright.brief."):
        importlib.import_module(module.name)
    return [kind for kind in ClosedList.__subclasses__() if kind.__module__.startswith("briefwright.")]


def words(language: str) -> dict[str, Any]:
    name = f"_base/words/{language}.yaml"
    report = Report()
    source = read(shared(name), name, report)
    assert source is not None
    assert list(report) == []
    data: dict[str, Any] = source.data()
    return data


def keys(entries: Mapping[str, Any], path: str = "") -> Iterator[str]:
    for name, value in entries.items():
        yield f"{path}{name}"
        if isinstance(value, Mapping):
            yield from keys(value, f"{path}{name}.")


ENGLISH = words("en")
FRENCH = words("fr")


def test_both_languages_word_the_same_things() -> None:
    assert list(keys(ENGLISH)) == list(keys(FRENCH))


@pytest.mark.parametrize("kind", closed_lists(), ids=lambda kind: str(kind.__name__))
def test_every_value_of_a_closed_list_has_words(kind: type[ClosedList]) -> None:
    expected = None if kind.__name__ in NEVER_PRINTED else [value.value for value in kind]
    found = ENGLISH.get(snake_case(kind.__name__))
    assert (list(found) if found else None) == expected


def test_lists_that_are_never_printed_exist() -> None:
    assert {kind.__name__ for kind in closed_lists()} >= NEVER_PRINTED


def test_the_built_in_templates_ask_for_words_that_exist() -> None:
    asked = {
        name
        for file in TEMPLATES.rglob("*.xml")
        for name in re.findall(r"\bwords\.([a-z_]+)", file.read_text(encoding="utf-8"))
    }
    assert asked - set(ENGLISH) == set()


def test_every_term_of_the_published_scales_has_words() -> None:
    terms = {term for bands in YARDSTICKS.values() for band in bands for term in band.terms}
    assert set(ENGLISH["likelihood"]) == terms
    assert set(ENGLISH["confidence"]) == {term for scale in CONFIDENCE_TERMS.values() for term in scale}


def test_different_terms_of_a_scale_have_different_words_in_french() -> None:
    assert len(set(FRENCH["likelihood"].values())) == len(FRENCH["likelihood"])


def test_a_region_takes_the_words_of_its_language() -> None:
    assert "'Risques'" in placed("<p>{{ words.risks }}</p>", BRIEF.replace("en-GB", "fr-CA")).text


def test_a_house_may_word_things_its_own_way() -> None:
    files = {"test/words/en.yaml": "risks: Dangers\nstatus: {draft: Not yet}\nown: Ours"}
    outcome = placed("<p>{{ words.risks }}, {{ words.sources }}, {{ brief.status }}, {{ words.own }}</p>", files=files)
    assert "Dangers, Sources, " in outcome.text
    assert "'Not yet'" in outcome.text
    assert "Ours" in outcome.text


def test_words_are_found_by_the_value_of_a_field() -> None:
    outcome = placed("<p>{{ words.status[brief.status] }} {{ words.likelihood[brief.risks[0].likelihood] }}</p>")
    assert "'Draft likely'" in outcome.text


def test_words_may_have_a_default() -> None:
    assert "'none'" in placed("<p>{{ words.likelihood['perhaps'] | default('none') }}</p>").text


def test_words_may_bear_any_name() -> None:
    files = {"test/words/en.yaml": "file: A\nitems: B\nof: C\nfrom: D"}
    outcome = placed("<p>{{ words.file }}{{ words.items }}{{ words.of }}{{ words.from }}</p>", files=files)
    assert "'ABCD'" in outcome.text


def test_missing_words_are_told_with_the_file_to_add_them_to() -> None:
    [diagnostic] = placed("<p>A</p>\n<p>{{ words.status.gone }}</p>").report
    assert (diagnostic.code, str(diagnostic.span)) == ("BW421", "templates/test/document.xml:3:20")
    assert diagnostic.message == 'there are no words for "status.gone"'
    assert diagnostic.hints == ("add status.gone to templates/_base/words/en.yaml",)


def test_a_value_of_a_closed_list_without_words_is_told() -> None:
    files = {"_base/words/de.yaml": "risks: Risiken"}
    found = placed("<p>{{ words.risks }}: {{ brief.risks[0].trend }}</p>", BRIEF.replace("en-GB", "de"), files)
    [diagnostic, *_] = found.report
    assert (diagnostic.code, str(diagnostic.span)) == ("BW421", "templates/test/document.xml:1:1")
    assert {d.message for d in found.report} == {
        'there are no words for "trend.rising"',
        'there are no words for "status.draft"',
    }


def test_a_group_of_words_cannot_be_printed() -> None:
    [diagnostic] = placed("<p>{{ words.status }}</p>").report
    assert diagnostic.code == "BW405"
    assert diagnostic.message == 'this cannot be worked out: "status" is a group of words'


def test_a_language_without_words_is_told_where_the_brief_names_it() -> None:
    [diagnostic] = placed("<p>A</p>", BRIEF.replace("en-GB", "nl-BE")).report
    assert (diagnostic.code, str(diagnostic.span)) == ("BW422", "brief.yaml:4:11")
    assert "templates/test/words/nl.yaml" in diagnostic.hints[0]


@pytest.mark.parametrize(
    ("text", "place"),
    [("risks: [a, b]", "1:9"), ("only words", "1:1"), ("risks: A\nsources:", "2:1"), ("status: {draft: }", "1:10")],
)
def test_a_words_file_of_another_shape_is_told(text: str, place: str) -> None:
    found = told("<p>A</p>", files={"test/words/en.yaml": text})
    assert ("BW423", f"templates/test/words/en.yaml:{place}") in found


def test_a_words_file_that_is_no_yaml_is_told() -> None:
    assert told("<p>A</p>", files={"test/words/en.yaml": "risks: [a"})[0][0].startswith("BW1")
