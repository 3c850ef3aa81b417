"""Scales say what their terms mean; matrices are looked up."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefwright.brief.methodology import Methodology, RiskMatrix
from briefwright.brief.terms import YARDSTICKS, ConfidenceScale, Yardstick


@pytest.mark.parametrize("yardstick", YARDSTICKS)
def test_the_bands_of_a_yardstick_rise_and_do_not_overlap(yardstick: Yardstick) -> None:
    bands = YARDSTICKS[yardstick]
    for lower, upper in pairwise(bands):
        assert lower.low < lower.high <= upper.low
    terms = [term for band in bands for term in band.terms]
    assert len(terms) == len(set(terms))


@pytest.mark.parametrize(
    ("yardstick", "term", "band"),
    [
        (Yardstick.ICD203, "almost no chance", (1, 5)),
        (Yardstick.ICD203, "unlikely", (20, 45)),
        (Yardstick.ICD203, "roughly even odds", (45, 55)),
        (Yardstick.ICD203, "almost certainly", (95, 99)),
        (Yardstick.ICD203, "realistic possibility", None),
        (Yardstick.PHIA, "unlikely", (25, 35)),
        (Yardstick.PHIA, "realistic possibility", (40, 50)),
        (Yardstick.PHIA, "very likely", None),
    ],
)
def test_a_term_means_what_its_yardstick_says(
    yardstick: Yardstick, term: str, band: tuple[float, float] | None
) -> None:
    assert Methodology(yardstick=yardstick).band(term) == band


def test_terms_are_listed_from_the_least_likely() -> None:
    method = Methodology(yardstick=Yardstick.PHIA, confidence_scale=ConfidenceScale.PHIA)
    assert method.yardstick_terms[0] == "remote chance"
    assert method.confidence_terms == ("low", "moderate", "high")
    assert Methodology().yardstick_terms == Methodology().confidence_terms == ()


@pytest.mark.parametrize(
    ("yardstick", "rows"),
    [
        (Yardstick.ICD203, [0, 0, 1, 2, 3, 4, 4]),
        (Yardstick.PHIA, [0, 0, 1, 2, 3, 4, 4]),
    ],
)
def test_every_band_has_its_row_in_a_matrix_of_five(yardstick: Yardstick, rows: list[int]) -> None:
    lookup = tuple((str(row),) * 5 for row in range(5))
    method = Methodology(yardstick=yardstick, risk_matrix=RiskMatrix(labels=tuple("01234"), lookup=lookup))
    assert [method.rating(band.terms[0], 3) for band in method.yardstick_bands] == [str(row) for row in rows]


def test_a_matrix_of_five_has_a_lookup_of_its_own() -> None:
    method = Methodology(yardstick=Yardstick.ICD203, risk_matrix=RiskMatrix())
    assert method.rating("almost certain", 5) == "critical"
    assert method.rating("remote", 1) == "low"
    assert RiskMatrix(size=3).ratings == ()
    assert RiskMatrix(labels=("a", "b")).ratings == ()


def test_nothing_is_rated_without_a_matrix_or_a_known_term() -> None:
    assert Methodology(yardstick=Yardstick.ICD203).rating("likely", 3) is None
    assert Methodology(risk_matrix=RiskMatrix()).rating("likely", 3) is None
    assert Methodology(yardstick=Yardstick.ICD203, risk_matrix=RiskMatrix(size=3)).rating("likely", 3) is None
