"""Axes run between round numbers, and what is moved apart stays in order."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefwright.drawing.scales import apart, axis

VALUES = st.lists(st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 3)), min_size=1, max_size=9)


@given(VALUES)
def test_an_axis_holds_its_values_in_a_few_even_parts(values: list[float]) -> None:
    found = axis(values)
    hair = 1e-6 * (found.high - found.low) + 1e-9
    assert found.low - hair <= min(values)
    assert found.high + hair >= max(values)
    assert 2 <= len(found.ticks) <= 8
    steps = [high - low for low, high in pairwise(found.ticks)]
    assert max(steps) - min(steps) <= 1e-6 * max(abs(found.low), abs(found.high), 1)


def test_an_axis_begins_at_zero_where_that_costs_little() -> None:
    assert axis([2.0, 9.0]).ticks == (0.0, 2.0, 4.0, 6.0, 8.0, 10.0)
    assert axis([95.0, 99.0]).ticks == (95.0, 96.0, 97.0, 98.0, 99.0)
    assert axis([-9.0, -2.0]).ticks[-1] == 0.0


@given(st.lists(st.floats(0, 100), max_size=8))
def test_places_moved_apart_keep_their_order_their_gap_and_the_bounds(wanted: list[float]) -> None:
    places = apart(sorted(wanted), 10.0, 0.0, 100.0)
    assert all(after - before >= 10 - 1e-9 for before, after in pairwise(places))
    assert all(-1e-9 <= place <= 100 + 1e-9 for place in places)
