"""Recommendations and options: what they rest on, and what they lead to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefwright.brief.brief import Brief
from briefwright.brief.checks.finding import Finding
from briefwright.brief.publication import BriefType, Purpose, Stance
from briefwright.brief.recommendation import Strength
from briefwright.brief.terms import EvidenceStrength


def strong_recommendations_rest_on_something(brief: Brief) -> Iterator[Finding]:
    """A strong recommendation on weak evidence says why."""
    for index, one in enumerate(brief.recommendations):
        is_weak = one.evidence_strength in (EvidenceStrength.LOW, EvidenceStrength.VERY_LOW)
        if one.strength is Strength.STRONG and is_weak and one.rationale is None:
            path = ("recommendations", index)
            message = "a strong recommendation on weak evidence needs a rationale"
            hints = ("add rationale, or write strength: conditional",)
            yield Finding("BW313", (*path, "strength"), message, hints, ((*path, "rationale"),))


def recommendations_do_not_wait_for_themselves(brief: Brief) -> Iterator[Finding]:
    """No recommendation depends on itself, directly or by way of others."""
    needs = {one.id: one.depends_on for one in brief.recommendations}
    for index, one in enumerate(brief.recommendations):
        if _leads_back(one.id, needs):
            message = f'"{one.id}" depends on itself by way of what it depends on'
            yield Finding("BW323", ("recommendations", index, "depends_on"), message)


def _leads_back(start: str, needs: Mapping[str, tuple[str, ...]]) -> bool:
    seen: set[str] = set()
    pending = list(needs[start])
    while pending:
        identifier = pending.pop()
        if identifier == start:
            return True
        if identifier not in seen:
            seen.add(identifier)
            pending += needs.get(identifier, ())
    return False


def a_decision_has_one_recommended_option(brief: Brief) -> Iterator[Finding]:
    """A brief for decision recommends one option, and its recommendations carry that option out."""
    if brief.purpose is not Purpose.DECIDE:
        return
    recommended = [option for option in brief.options if option.recommended]
    if len(recommended) != 1:
        message = (
            f"a brief for decision recommends exactly one option; this one recommends {len(recommended) or 'none'}"
        )
        hints = ("write recommended: true at one of the options",)
        yield Finding("BW311", ("purpose",), message, hints, (("options",),))
        return
    chosen = recommended[0].id
    for index, one in enumerate(brief.recommendations):
        if chosen not in one.addresses:
            message = f'"{one.id}" does not say that it carries out the recommended option "{chosen}"'
            path = ("recommendations", index, "addresses")
            yield Finding("BW311", path, message, (f'add "{chosen}" to addresses',))


def a_backgrounder_only_informs(brief: Brief) -> Iterator[Finding]:
    """A backgrounder recommends nothing and takes no side."""
    if brief.type is not BriefType.BACKGROUNDER:
        return
    if brief.recommendations:
        hints = ("remove them, or choose another type",)
        yield Finding("BW320", ("recommendations",), "a backgrounder has no recommendations", hints, (("type",),))
    if brief.stance not in (None, Stance.NEUTRAL):
        yield Finding("BW320", ("stance",), "the stance of a backgrounder is neutral", (), (("type",),))
