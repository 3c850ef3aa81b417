"""Words of estimation: the published scales of likelihood and confidence, and the terms drawn from them."""

from __future__ import annotations

from typing import Annotated, NamedTuple

from briefwright.brief.part import ClosedList
from briefwright.brief.text import line_of
from briefwright.source.scalars import Form

NOT_ASSESSED = "not_assessed"
"""What stands in place of a likelihood or an impact that nobody should invent."""


class Yardstick(ClosedList):
    """A scale of likelihood terms."""

    ICD203 = "icd203"
    PHIA = "phia"
    CUSTOM = "custom"


class ConfidenceScale(ClosedList):
    """A scale of confidence terms."""

    ICD203 = "icd203"
    PHIA = "phia"
    CUSTOM = "custom"


class Band(NamedTuple):
    """A band of a yardstick: the terms that name it, first the usual one, and its bounds in percent."""

    terms: tuple[str, ...]
    low: float
    high: float


YARDSTICKS: dict[Yardstick, tuple[Band, ...]] = {
    # US Intelligence Community Directive 203 (2015): the two rows of terms and their bounds.
    Yardstick.ICD203: (
        Band(("almost no chance", "remote"), 1, 5),
        Band(("very unlikely", "highly improbable"), 5, 20),
        Band(("unlikely", "improbable", "improbably"), 20, 45),
        Band(("roughly even chance", "roughly even odds"), 45, 55),
        Band(("likely", "probable", "probably"), 55, 80),
        Band(("very likely", "highly probable"), 80, 95),
        Band(("almost certain", "almost certainly", "nearly certain"), 95, 99),
    ),
    # UK Professional Head of Intelligence Assessment: the gaps between bands are meant.
    Yardstick.PHIA: (
        Band(("remote chance",), 0, 5),
        Band(("highly unlikely",), 10, 20),
        Band(("unlikely",), 25, 35),
        Band(("realistic possibility",), 40, 50),
        Band(("likely", "probable"), 55, 75),
        Band(("highly likely",), 80, 90),
        Band(("almost certain",), 95, 100),
    ),
}
"""The published yardsticks, the least likely band first."""

CONFIDENCE_TERMS: dict[ConfidenceScale, tuple[str, ...]] = {
    ConfidenceScale.ICD203: ("low", "moderate", "high"),
    ConfidenceScale.PHIA: ("low", "moderate", "high"),
}
"""The published scales of confidence, the lowest term first."""

_LONGEST = 60
_KNOWN_TERMS = list(dict.fromkeys(term for bands in YARDSTICKS.values() for band in bands for term in band.terms))


def _suggesting(terms: list[str]) -> Form:
    """A line for which an editor offers these terms and takes others, which a custom scale may declare."""
    text = {"type": "string", "minLength": 1, "maxLength": _LONGEST}
    return Form(line_of(_LONGEST).read, {"anyOf": [{"enum": terms}, text]})


LikelihoodTerm = Annotated[str, _suggesting([*_KNOWN_TERMS, NOT_ASSESSED])]
"""A term of the declared yardstick, or `not_assessed`."""

ConfidenceTerm = Annotated[str, _suggesting(["low", "moderate", "high"])]
"""A term of the declared scale of confidence."""


class EvidenceStrength(ClosedList):
    """How far evidence can be relied on, in the style of GRADE."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very_low"
