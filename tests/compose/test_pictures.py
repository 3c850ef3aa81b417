"""Charts, timelines and scales as templates place them."""

from __future__ import annotations

import datetime as dt

import pytest

from briefwright.document.nodes import Figure
from briefwright.document.pictures import Band, Chart, Event, Scale, Series, Timeline
from tests.compose.houses import placed

SERIES = '<series name="North"><value of="1"/><value of=""/></series>'
NAMES = '<category name="2023"/><category name="2024"/>'


def picture(markup: str) -> object:
    outcome = placed(markup)
    assert outcome.told == []
    (block,) = outcome.content
    assert isinstance(block, Figure)
    return block.picture


def test_a_chart_holds_its_values_by_category() -> None:
    found = picture(f'<chart kind="line" unit="percent" alt="A">{NAMES}{SERIES}</chart>')
    assert found == Chart("line", ("2023", "2024"), (Series("North", (1.0, None)),), "percent")


def test_a_timeline_sets_dates_that_are_not_known_to_the_day_in_their_middle() -> None:
    markup = (
        '<timeline alt="A"><event from="2024" date="2024"/>'
        '<event from="2024-06" until="2024-07" date="summer" name="B" planned="true"/></timeline>'
    )
    assert picture(markup) == Timeline(
        (
            Event(dt.date(2024, 7, 1), None, "2024"),
            Event(dt.date(2024, 6, 1), dt.date(2024, 7, 31), "summer", "B", planned=True),
        )
    )


def test_a_scale_holds_its_bands() -> None:
    markup = '<scale alt="A"><band low="55" high="80" term="likely" bounds="55–80%"/></scale>'
    assert picture(markup) == Scale((Band(55.0, 80.0, "likely", "55–80%"),))


def test_what_stands_under_a_chart_is_its_caption() -> None:
    (block,) = placed(f'<chart kind="bar" alt="A" width="60"><p>Title</p>{NAMES}{SERIES}<p>Source</p></chart>').content
    assert isinstance(block, Figure)
    assert (len(block.caption), block.alt, block.width) == (2, "A", 0.6)


@pytest.mark.parametrize(
    "markup",
    [
        '<chart kind="bar" alt="A"/>',
        '<timeline alt="A"/>',
        '<scale alt="A"/>',
        f'<chart kind="bar" alt="A">{NAMES}</chart>',
    ],
)
def test_a_picture_without_data_is_left_out(markup: str) -> None:
    outcome = placed(markup)
    assert (outcome.content, outcome.told) == ((), [])


@pytest.mark.parametrize(
    ("markup", "code"),
    [
        (f'<chart kind="pie" alt="A">{NAMES}{SERIES}</chart>', "BW414"),
        (f'<chart kind="bar">{NAMES}{SERIES}</chart>', "BW414"),
        (f'<chart kind="bar" alt="A">{SERIES}</chart>', "BW419"),
        (f'<chart kind="bar" alt="A">{NAMES}<series name="A"><value of="1"/><value of="x"/></series></chart>', "BW414"),
        (
            f'<chart kind="bar" alt="A">{NAMES}<series name="A"><value of="1"/><value of="inf"/></series></chart>',
            "BW414",
        ),
        ('<timeline alt="A"><event from="May" date="May"/></timeline>', "BW414"),
        ('<scale alt="A"><band low="80" high="55" term="likely" bounds=""/></scale>', "BW414"),
        ('<chart alt="A"/>', "BW413"),
        ('<timeline alt="A"><band low="1" high="2" term="a" bounds=""/></timeline>', "BW415"),
    ],
)
def test_what_is_wrong_with_a_picture_is_told(markup: str, code: str) -> None:
    assert [found for found, _ in placed(markup).told] == [code]
