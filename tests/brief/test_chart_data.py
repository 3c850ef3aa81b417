"""The data of a chart that lie in a file of their own, and what is wrong with them, each at its place in the file."""

from __future__ import annotations

import pytest

from briefwright.brief.chart_data import read_chart
from briefwright.brief.objects import MOST_CATEGORIES, MOST_SERIES, Chart, ChartKind
from briefwright.diagnostics import Report

NAMED = Chart(kind=ChartKind.LINE, data="losses.csv")


def read(text: str) -> tuple[Chart | None, list[tuple[str, str]]]:
    report = Report()
    found = read_chart(NAMED, "losses.csv", text, report)
    return found, [(told.code, str(told.span)) for told in report]


def test_the_first_row_names_series_and_the_first_column_categories() -> None:
    found, problems = read("Year,North,South\n2023,31,12.5\n2024,-3,\n")
    assert problems == []
    assert found is not None
    assert found.categories == ("2023", "2024")
    assert [(one.name, one.values) for one in found.series] == [("North", (31.0, -3.0)), ("South", (12.5, None))]


def test_quotes_blanks_empty_lines_and_other_line_ends_are_as_spreadsheets_write_them() -> None:
    found, problems = read('Town, "Losses, all"\r\n\r\n"Ulm, city", 3 \r\n,\r\n')
    assert problems == []
    assert found is not None
    assert found.categories == ("Ulm, city",)
    assert [(one.name, one.values) for one in found.series] == [("Losses, all", (3.0,))]


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("Year,North\n2023,31\n2024,none\n", [("BW206", "losses.csv:3:6")]),
        ("Year,North\n2023,1e5\n", [("BW206", "losses.csv:2:6")]),
        ('Year,North\n2023,"12,5"\n', [("BW206", "losses.csv:2:7")]),
        ("Year,North,South\n2023,31\n2024,1,2,3\n", [("BW318", "losses.csv:2:1"), ("BW318", "losses.csv:3:1")]),
        ("Year,North\n,31\n", [("BW318", "losses.csv:2:1")]),
        ("Year,\n2023,31\n", [("BW318", "losses.csv:1:1")]),
        ("Year;North\n2023;31\n", [("BW318", "losses.csv:1:1")]),
        ("", [("BW109", "losses.csv:1:1")]),
        ("Year,North\n", [("BW109", "losses.csv:1:1")]),
        ('Year,North\n2023,"31\n', [("BW206", "losses.csv:2:1")]),
        ("Year,North\n20\x0023,31\n", [("BW106", "losses.csv:2:3")]),
        ("Year" + ",A" * (MOST_SERIES + 1) + "\n2023" + ",1" * (MOST_SERIES + 1) + "\n", [("BW205", "losses.csv:1:1")]),
        ("Year,A\n" + "2023,1\n" * (MOST_CATEGORIES + 1), [("BW205", "losses.csv:1:1")]),
    ],
)
def test_what_is_wrong_is_told_at_its_place(text: str, problems: list[tuple[str, str]]) -> None:
    found, told = read(text)
    assert found is None
    assert told == problems
