"""Checking all prose of a brief, each problem at its exact place in the file."""

from __future__ import annotations

import datetime as dt

import pytest

from briefwright.brief.load import load
from briefwright.brief.prose_checks import check_prose
from briefwright.diagnostics import Diagnostic, Report

BRIEF = """\
schema_version: 1
id: market-days
type: commentary
title: Should the market open twice a week?
language: en-GB
date: 2026-03-31
status: draft
purpose: inform
authors:
  - name: Ines Duarte
summary:
  bluf: A second market day would pay for itself [@stall-count].
  key_points:
    - Stalls are booked out.
    - The square stands empty on Wednesdays.
    - Two neighbouring towns did it.
context:
  - id: background
    heading: How the market grew
    body:
      - The market grew every year, as [#background] says.
      - text: >-
          It grew by a tenth
          in 2025.
        citations:
          - source: stall-count
            note: Counted in spring.
sources:
  - id: stall-count
    type: report
    title: Count of stalls
    author:
      - name: Town council
    issued: 2025
    note: In two volumes.
    retrieval: read
"""


def found(old: str, new: str, lost: frozenset[str] = frozenset()) -> list[Diagnostic]:
    assert BRIEF.count(old) == 1
    report = Report()
    loaded = load(BRIEF.replace(old, new), "brief.yaml", dt.date(2026, 4, 1), report)
    assert loaded is not None
    assert not [*report]
    check_prose(loaded.brief, loaded.source, report, lost)
    return [*report]


def test_sound_prose_has_nothing_to_report() -> None:
    assert found("spring", "autumn") == []


@pytest.mark.parametrize(
    ("old", "new", "code", "place"),
    [
        ("[@stall-count]", "[@stal-count]", "BW501", "brief.yaml:12:51"),
        ("a tenth", "a tenth [see @counts, p. 3]", "BW501", "brief.yaml:23:35"),
        ("[#background]", "[#backgrund]", "BW502", "brief.yaml:21:40"),
        ("in 2025.", "in *2025.", "BW504", "brief.yaml:24:14"),
        ("Counted in spring.", "Counted in [@stall-count].", "BW514", "brief.yaml:27:30"),
        ("In two volumes.", "See also [#background].", "BW514", "brief.yaml:35:20"),
        (
            "The square stands empty on Wednesdays.",
            '"The\\u0020square \\"is\\" <b>empty."',
            "BW508",
            "brief.yaml:15:31",
        ),
    ],
)
def test_a_problem_is_told_where_it_stands_in_the_file(old: str, new: str, code: str, place: str) -> None:
    assert [(problem.code, str(problem.span)) for problem in found(old, new)] == [(code, place)]


def test_the_nearest_source_is_proposed() -> None:
    (problem,) = found("[@stall-count]", "[@stal-count]")
    assert problem.hints == ('did you mean "stall-count"?',)


def test_a_part_that_could_not_be_read_may_be_called() -> None:
    assert found("[@stall-count]", "[@lost]", lost=frozenset({"lost"})) == []
