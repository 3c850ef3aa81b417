"""A brief holds all of its model, and answers what needs more than one part."""

from __future__ import annotations

import dataclasses
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError

from briefwright.brief.load import LoadedBrief
from briefwright.brief.part import ClosedList, Part, key_of, parts
from briefwright.brief.risk import Horizon, Prospect, Risk
from briefwright.brief.sections import Paragraph
from briefwright.brief.summary import Summary, ThreeQuestions
from briefwright.brief.text import Prose
from briefwright.source.value import Scalar


def _models(kind: type[Part] = Part) -> list[type[Part]]:
    return [below for model in kind.__subclasses__() for below in (model, *_models(model))]


MODELS = [model for model in _models() if not model.__name__.startswith("_")]
ABSTRACT = {"Named", "Record", "Prospect"}
# The complete brief has a summary of the other shape.
ELSEWHERE: set[tuple[type, str]] = {
    (Summary, "three_questions"),
    *((ThreeQuestions, name) for name in ThreeQuestions.model_fields),
}


def test_the_complete_brief_uses_every_field(complete: LoadedBrief) -> None:
    used: set[tuple[type, str]] = {
        (kind, field)
        for _, part in parts(complete.brief)
        for field in part.model_fields_set
        for kind in type(part).mro()
    }
    missing = [
        f"{model.__name__}.{field}"
        for model in MODELS
        for field in model.model_fields
        if model.__name__ not in ABSTRACT and not _pairs(model, field) & (used | ELSEWHERE)
    ]
    assert missing == []


def _pairs(model: type[Part], field: str) -> set[tuple[type, str]]:
    """The field with each class that has it: a risk shows the fields that an opportunity shares."""
    return {(kind, field) for kind in model.mro() if field in getattr(kind, "model_fields", {}) and kind is not Part}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_says_what_it_is(model: type[Part]) -> None:
    assert [name for name, field in model.model_fields.items() if not field.description] == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_examples_of_every_field_fit_it(model: type[Part]) -> None:
    for field in model.model_fields.values():
        for example in field.examples or ():
            TypeAdapter(_annotated(field.annotation, field.metadata)).validate_python(example)


def _annotated(annotation: Any, metadata: list[Any]) -> Any:
    return Annotated[(annotation, *metadata)] if metadata else annotation


def test_every_id_is_found_with_its_path(complete: LoadedBrief) -> None:
    brief = complete.brief
    for identifier, path in brief.index.items():
        located = brief.record(identifier)
        assert located is not None
        assert located.path == path
        assert located.part.id == identifier
        value = complete.source.value((*path, "id"))
        assert isinstance(value, Scalar)
        assert value.text == identifier
    assert brief.record("nobody") is None
    assert brief.index["since-2019"] == ("context", 0, "subsections", 0)


def test_a_path_of_a_part_names_keys_of_the_file(complete: LoadedBrief) -> None:
    for path, part in parts(complete.brief):
        for field in part.model_fields_set:
            assert complete.source.has((*path, key_of(type(part), field))) or isinstance(
                complete.source.value(path), Scalar
            )
    assert key_of(Horizon, "start") == "from"


def test_prose_is_kept_as_it_stands_in_the_file(complete: LoadedBrief) -> None:
    paragraph = complete.brief.context[0].body[0]
    assert isinstance(paragraph, Paragraph)
    assert isinstance(paragraph.text, Prose)
    assert paragraph.text == "The market has *grown* every year."


def test_a_rating_is_looked_up_and_never_invented(complete: LoadedBrief) -> None:
    brief = complete.brief
    rated, unrated = brief.risks
    assert brief.rating(rated) == "low"
    assert brief.rating(unrated) is None
    assert brief.rating(brief.opportunities[0]) is None
    assert brief.model_copy(update={"methodology": None}).rating(rated) is None


def test_a_brief_cannot_be_changed(complete: LoadedBrief) -> None:
    with pytest.raises(ValidationError):
        complete.brief.title = "Another"  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        complete.is_whole = False  # type: ignore[misc]


def test_a_risk_and_an_opportunity_share_their_fields() -> None:
    assert set(Prospect.model_fields) < set(Risk.model_fields)


def test_the_values_of_closed_lists_are_words_or_their_snake_case() -> None:
    lists = ClosedList.__subclasses__()
    assert len(lists) > 30
    for one in lists:
        assert len(set(one)) == len(one) > 0
