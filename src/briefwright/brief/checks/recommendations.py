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
    needs = {one.id: set(one.depends_on) for one in brief.recommendations}
    stuck = _unfinished(needs) & _unfinished(_reversed(needs))
    for index, one in enumerate(brief.recommendations):
        if one.id in stuck:
            message = f'"{one.id}" depends on itself by way of what it depends on'
            yield Finding("BW323", ("recommendations", index, "depends_on"), message)


def _reversed(needs: Mapping[str, set[str]]) -> dict[str, set[str]]:
    waiting: dict[str, set[str]] = {identifier: set() for identifier in needs}
    for identifier, needed in needs.items():
        for other in needed & needs.keys():
            waiting[other].add(identifier)
    return waiting


def _unfinished(needs: Mapping[str, set[str]]) -> set[str]:
    """What can never be done, if each waits for what it needs: what stands on a circle, or behind one."""
    waiting = _reversed(needs)
    open_needs = {identifier: len(needed & needs.keys()) for identifier, needed in needs.items()}
    ready = [identifier for identifier, count in open_needs.items() if count == 0]
    while ready:
        for other in waiting[ready.pop()]:
            open_needs[other] -= 1
            if open_needs[other] == 0:
                ready.append(other)
    return {identifier for identifier, count in open_needs.items() if count}


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
