"""A validator's complaints come in plain words, at their place, all at once."""

from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field

from briefwright.diagnostics import Report
from briefwright.source.reader import read
from briefwright.source.scalars import Day, Flag, Number, Whole
from briefwright.source.source import Source
from briefwright.source.validate import validate, validate_parts


class Leaf(BaseModel):
    model_config = ConfigDict(extra="forbid")

    name: str = Field(description="What it is called.")
    day: Day | None = None
    size: Annotated[Whole, Field(ge=1, le=9)] | None = None
    share: Number | None = None
    is_open: Flag = False
    colour: Literal["red", "green"] = "red"


class Tree(BaseModel):
    model_config = ConfigDict(extra="forbid")

    title: str
    leaves: Annotated[tuple[Leaf, ...], Field(min_length=1)]
    named: dict[str, Leaf] = {}
    ratio: float = 1.0


def _source(text: str) -> Source:
    source = read(text, "tree.yaml", Report())
    assert source is not None
    return source


def _told(text: str) -> list[str]:
    report = Report()
    validate(Tree, _source(text), report)
    return [f"{d.code} {d.span.line}:{d.span.column} {d.message}" for d in report]


def test_a_sound_file_becomes_a_model() -> None:
    text = "title: T\nleaves:\n  - {name: a, day: 2026-01-31, size: 3, share: 0.5, is_open: true, colour: green}\n"
    tree = validate(Tree, _source(text), Report())
    assert tree is not None
    assert (tree.leaves[0].size, tree.leaves[0].share, tree.leaves[0].is_open) == (3, 0.5, True)


@pytest.mark.parametrize(
    ("leaf", "told"),
    [
        ("name: a, day: 2026-1-31", 'BW206 3:20 "2026-1-31" is not a date'),
        ("name: a, day: 20260131", 'BW206 3:20 "20260131" is not a date'),
        ("name: a, day: [x]", 'BW203 3:20 "day" takes one value, not a list'),
        ("name: a, size: 1_0", 'BW206 3:21 "1_0" is not a whole number'),
        ("name: a, size: 1.0", 'BW206 3:21 "1.0" is not a whole number'),
        ("name: a, size: 10", 'BW205 3:21 "10" is too large; the field takes at most 9'),
        ("name: a, size: 0", 'BW205 3:21 "0" is too small; the field takes at least 1'),
        ("name: a, share: nan", 'BW206 3:22 "nan" is not a number'),
        ("name: a, is_open: yes", 'BW206 3:24 "yes" is neither true nor false'),
        ("name: a, colour: blue", 'BW204 3:23 "blue" is not an allowed value'),
        ("name: [a]", 'BW203 3:12 "name" takes a text, not a list'),
        ("nmae: a", 'BW202 3:6 the field "name" is missing'),
    ],
)
def test_a_value_that_does_not_fit_is_told_at_its_place(leaf: str, told: str) -> None:
    assert told in _told(f"title: T\nleaves:\n  - {{{leaf}}}\n")


def test_a_wrong_item_of_a_mapping_is_told_at_its_place() -> None:
    assert _told("title: T\nleaves: [{name: a}]\nnamed:\n  x: {name: a, size: z}\nratio: q\n") == [
        'BW206 4:22 "z" is not a whole number',
        'BW206 5:8 "q" is not a number',
    ]


def test_all_problems_come_in_one_run() -> None:
    assert [told[:9] for told in _told("titel: T\nleaves:\n  - {nam: a, size: x}\n  - []\n")] == [
        "BW201 1:1",
        "BW202 1:1",
        "BW201 3:6",
        "BW202 3:6",
        "BW206 3:20"[:9],
        "BW203 4:5",
    ]


def test_an_unknown_field_gets_a_guess_or_the_list() -> None:
    report = Report()
    validate(Tree, _source("titel: T\ntitle: T\nleaves: [{name: a, zzz: 1}]\n"), report)
    hints = [hint for diagnostic in report for hint in diagnostic.hints]
    assert hints == ['did you mean "title"?', "the fields here are: name, day, size, share, is_open, colour"]


def test_a_file_that_is_no_mapping_is_refused() -> None:
    assert _told("- a\n- b\n") == ["BW203 1:1 takes fields with values, not a list"]


def test_the_sound_rest_of_a_file_becomes_a_model_whose_paths_fit_its_source() -> None:
    text = "title: T\nleaves:\n  - {name: a, size: x}\n  - {}\n  - {name: c}\n"
    outcome = validate_parts(Tree, _source(text), Report(), {})
    assert outcome.model is not None
    assert not outcome.is_whole
    assert [leaf.name for leaf in outcome.model.leaves] == ["a", "c"]
    assert str(outcome.source.span(("leaves", 1, "name"))) == "tree.yaml:5:12"
    assert outcome.losses.touch(outcome.source, ("leaves",))
    assert not outcome.losses.touch(outcome.source, ("leaves", 1, "name"))


def test_stand_ins_let_a_file_without_required_fields_be_checked() -> None:
    report = Report()
    outcome = validate_parts(Tree, _source("leaves: [{name: a}]\n"), report, {"title": "None"})
    assert [d.code for d in report] == ["BW202"]
    assert outcome.model is not None
    assert outcome.losses.touch(outcome.source, ("title",))


def test_what_lacks_more_than_the_stand_ins_is_no_model() -> None:
    assert validate_parts(Tree, _source("ratio: 1\n"), Report(), {"title": "None"}).model is None


def test_an_unknown_field_without_a_value_is_told_too() -> None:
    text = "title: T\ncolour:\nleaves:\n  - {name: a, day: , 000, size: 3}\n"
    assert _told(text) == [
        'BW201 2:1 there is no field "colour" here',
        'BW201 4:22 there is no field "000" here',
    ]


def test_an_unknown_field_without_a_value_hides_no_other_problem() -> None:
    assert _told("colour:\nleaves:\n  - {name: a, size: 12}\n") == [
        'BW201 1:1 there is no field "colour" here',
        'BW202 2:1 the field "title" is missing',
        'BW205 3:21 "12" is too large; the field takes at most 9',
    ]
