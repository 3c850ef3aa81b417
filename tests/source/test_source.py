"""Values are found by their path, and know where they stand."""

from __future__ import annotations

import pytest

from briefwright.diagnostics import Report
from briefwright.source.reader import read
from briefwright.source.source import Source
from briefwright.source.value import Path

TEXT = """\
title: A title # said twice
authors:
  - name: Ines
    role: "Head"
  - {name: Jan}
note: >-
  Folded
  text.

empty:
tags: [x, y]
"""


@pytest.fixture
def source() -> Source:
    found = read(TEXT, "brief.yaml", Report())
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("title",), "1:8-1:15"),
        (("authors", 0, "role"), "4:11-4:17"),
        (("authors", 1), "5:5-5:16"),
        (("authors", 1, "name"), "5:12-5:15"),
        (("authors", 0), "3:5-4:17"),
        (("authors",), "3:3-5:16"),
        (("note",), "6:7-8:8"),
        (("tags", 1), "11:11-11:12"),
        (("empty",), "10:7-10:7"),
        ((), "1:1-11:13"),
    ],
)
def test_a_value_stands_where_it_was_written(source: Source, path: Path, place: str) -> None:
    span = source.span(path)
    assert f"{span.line}:{span.column}-{span.end_line}:{span.end_column}" == place


def test_a_step_that_is_not_there_leads_to_the_nearest_value_above(source: Source) -> None:
    assert source.span(("authors", 0, "email", "host")) == source.span(("authors", 0))
    assert source.value(("title", "text")) is source.value(("title",))


def test_a_key_stands_before_its_value(source: Source) -> None:
    assert str(source.key_span(("authors", 0, "role"))) == "brief.yaml:4:5"
    assert source.key_span(("authors", 1)) == source.span(("authors", 1))


def test_the_head_of_a_mapping_is_its_first_key(source: Source) -> None:
    assert str(source.head_span(("authors", 0))) == "brief.yaml:3:5"
    assert source.head_span(("title",)) == source.span(("title",))


def test_the_branch_of_a_union_is_no_step_of_a_file(source: Source) -> None:
    assert source.settle(("authors", 0, "a person", "role")) == ("authors", 0, "role")


def test_keys_without_a_value_are_left_out_of_the_data(source: Source) -> None:
    assert source.data() == {
        "title": "A title",
        "authors": [{"name": "Ines", "role": "Head"}, {"name": "Jan"}],
        "note": "Folded text.",
        "tags": ["x", "y"],
    }


def test_every_text_is_listed_in_the_order_of_the_file(source: Source) -> None:
    assert [path for path, _ in source.scalars()][:3] == [("title",), ("authors", 0, "name"), ("authors", 0, "role")]
