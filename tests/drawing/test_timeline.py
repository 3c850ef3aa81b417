"""A timeline keeps equal time equally long, and its words apart."""

from __future__ import annotations

import datetime as dt

import pytest

from briefwright.document.pictures import Event, Timeline
from tests.drawing.drawn import areas, circles, drawn, outside, overlaps, texts


def event(day: str, name: str = "", until: str | None = None, planned: bool = False) -> Event:
    return Event(dt.date.fromisoformat(day), dt.date.fromisoformat(until) if until else None, day, name, planned)


CROWDED = Timeline(tuple(event(f"{2000 + n // 4}-{1 + 3 * (n % 4):02}-01", f"What happened {n}") for n in range(40)))
SPECIMENS = {
    "spread": Timeline(tuple(event(f"{year}-06-30", "A treaty is signed") for year in (1948, 1961, 1991, 2000))),
    "close at the end": Timeline(
        tuple(
            event(day, "Some words") for day in ("1948-06-30", "2023-09-15", "2024-03-28", "2024-06-15", "2024-12-04")
        )
    ),
    "crowded": CROWDED,
    "one day": Timeline((event("2024-01-01", "A"), event("2024-01-01", "B"))),
    "without words": Timeline(tuple(event(f"20{year}-01-01") for year in (10, 15, 20))),
}


@pytest.mark.parametrize("name", SPECIMENS)
@pytest.mark.parametrize("width", [220.0, 480.0])
def test_no_words_touch_others_or_leave_the_picture(name: str, width: float) -> None:
    drawing = drawn(SPECIMENS[name], width)
    assert overlaps(drawing) == []
    assert outside(drawing) == []


def test_every_event_has_a_mark_even_where_there_is_no_room_for_words() -> None:
    drawing = drawn(CROWDED)
    assert len(circles(drawing)) == 40
    assert sum(text.startswith("20") and "-" in text for text in texts(drawing)) < 40


def test_equal_lengths_are_equal_stretches_of_time() -> None:
    first, second, third = (
        mark.x for mark in circles(drawn(Timeline(tuple(map(event, ("2000-01-01", "2010-01-01", "2020-01-01"))))))
    )
    assert third - second == pytest.approx(second - first, abs=0.1)


def test_events_stand_in_the_order_of_time_however_they_are_given() -> None:
    days = ("2010-01-01", "2000-01-01", "2020-01-01")
    assert drawn(Timeline(tuple(map(event, days)))) == drawn(Timeline(tuple(map(event, sorted(days)))))


def test_what_is_planned_is_hollow_and_what_lasted_is_as_long_as_it_lasted() -> None:
    drawing = drawn(Timeline((event("2000-01-01", until="2010-01-01"), event("2020-01-01", planned=True))))
    assert [mark.hollow for mark in circles(drawing)] == [False, True]
    start, end = (mark.x for mark in circles(drawing))
    span = min(areas(drawing), key=lambda area: area.height)
    assert span.width == pytest.approx((end - start) / 2, abs=0.1)
