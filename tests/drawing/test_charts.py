"""Charts say their values truly, name what they show, and keep their words apart."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefwright.document.pictures import CHART_KINDS, Chart, ChartKind
from tests.drawing.drawn import areas, chart, circles, drawn, labels, outside, overlaps, strokes, texts

YEARS = ("2021", "2022", "2023", "2024")
LOSSES = (31.0, 24.5, 20.0, 12.0)
LONG = "Democratic People’s Republic of Korea and all of its provinces"

EVERY_KIND = pytest.mark.parametrize("kind", CHART_KINDS)
SPECIMENS: dict[str, Chart] = {
    **{f"one {kind}": chart(kind, YEARS, "percent", Losses=LOSSES) for kind in CHART_KINDS},
    **{f"two {kind}s": chart(kind, YEARS, North=LOSSES, South=(1, 2, 3, 4)) for kind in CHART_KINDS},
    **{f"{kind} of one value": chart(kind, ("Here",), Losses=(5.0,)) for kind in CHART_KINDS},
    **{f"{kind} with gaps": chart(kind, YEARS, North=(1, None, None, 4), South=(None,) * 4) for kind in CHART_KINDS},
    **{f"{kind} of zeros": chart(kind, YEARS, North=(0, 0, 0, 0)) for kind in CHART_KINDS},
    **{f"{kind} of scripts": chart(kind, ("대한민국", "Российская Федерация"), A=(1e6, 2e6)) for kind in CHART_KINDS},
    "many columns": chart("column", map(str, range(1990, 2024)), Losses=[1000.25 * n for n in range(34)]),
    "long names": chart("column", (LONG, "B"), Losses=(1, 2)),
    "losses and gains": chart("bar", ("A", "B"), Change=(-12000, 45000)),
    "lines that end together": chart("line", YEARS, A=(1, 2, 3, 5), B=(9, 8, 7, 5), C=(4, 4, 4, 5.1)),
}


@pytest.mark.parametrize("name", SPECIMENS)
@pytest.mark.parametrize("width", [200.0, 480.0])
def test_no_words_touch_others_or_leave_the_picture(name: str, width: float) -> None:
    drawing = drawn(SPECIMENS[name], width)
    assert overlaps(drawing) == []
    assert outside(drawing) == []


@EVERY_KIND
def test_a_chart_is_the_same_whenever_it_is_drawn(kind: ChartKind) -> None:
    assert drawn(SPECIMENS[f"two {kind}s"]) == drawn(SPECIMENS[f"two {kind}s"])


@pytest.mark.parametrize("kind", ["bar", "column", "stacked"])
def test_lengths_are_in_proportion_to_values(kind: ChartKind) -> None:
    found = areas(drawn(chart(kind, YEARS, Losses=LOSSES)))
    lengths = [area.height if kind == "column" else area.width for area in found]
    assert [round(length / lengths[0], 3) for length in lengths] == [round(value / 31, 3) for value in LOSSES]


@pytest.mark.parametrize("kind", ["bar", "column"])
def test_values_stand_beside_their_marks_as_the_language_writes_them(kind: ChartKind) -> None:
    drawing = drawn(chart(kind, ("A", "B"), Losses=(24.5, -12345)), language="fr")
    assert {"24,5", "−12\u202f345"} <= set(texts(drawing))


def test_negative_bars_lie_on_the_other_side_of_zero() -> None:
    below, above = areas(drawn(chart("bar", ("A", "B"), Change=(-10, 20))))
    assert below.x + below.width == pytest.approx(above.x)
    assert above.width == pytest.approx(2 * below.width)


def test_a_line_is_broken_where_a_value_is_not_known() -> None:
    drawing = drawn(chart("line", YEARS, North=(1, 2, None, 4)))
    assert [len(stroke.points) for stroke in strokes(drawing)] == [2]
    assert len(circles(drawing)) >= 1, "the value that stands alone is a dot"


def test_lines_name_themselves_with_their_last_value() -> None:
    assert {"North 12", "South 4"} <= set(texts(drawn(chart("line", YEARS, North=LOSSES, South=(1, 2, 3, 4)))))


def test_lines_differ_by_their_dashes() -> None:
    dashes = [stroke.dash for stroke in strokes(drawn(chart("line", YEARS, A=LOSSES, B=LOSSES, C=LOSSES)))]
    assert len(set(dashes)) == 3


def test_an_axis_of_lines_need_not_begin_at_zero_and_says_so() -> None:
    ticks = [
        label.text for label in labels(drawn(chart("line", YEARS, A=(101, 102, 104, 103)))) if label.anchor == "right"
    ]
    assert ticks[0] != "0"
    assert {"101", "104"} <= set(ticks)


def test_columns_with_long_names_become_bars() -> None:
    upright, lying = drawn(chart("column", ("A", "B"), L=(1, 2))), drawn(SPECIMENS["long names"])
    assert areas(upright)[0].y > areas(upright)[1].y
    assert areas(lying)[0].x == areas(lying)[1].x


def test_many_columns_stand_over_an_axis() -> None:
    drawing = drawn(SPECIMENS["many columns"])
    assert len(areas(drawing)) == 33, "the first value is zero"
    assert "2023" in texts(drawing)
    assert "33,008.25" not in texts(drawing)


def test_parts_are_named_above_the_first_bar_where_they_fit_and_else_in_a_key() -> None:
    direct = drawn(chart("stacked", ("A", "B"), Artillery=(60, 20), Missiles=(60, 10)))
    keyed = drawn(chart("stacked", ("A", "B"), Artillery=(1, 20), Missiles=(60, 10)))
    assert len(areas(direct)) == 4
    assert len(areas(keyed)) == 6, "two squares of colour"


def test_neighbouring_series_differ_in_shade_without_colour() -> None:
    from tests.formats.docx.building import theme

    for house in ("institute", "ministry"):
        look = theme(house)
        greys = [_grey(look.colour(shade.fill)) for shade in look.pictures.series]
        assert all(abs(one - other) > 40 for one, other in pairwise(greys)), house


def _grey(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue
