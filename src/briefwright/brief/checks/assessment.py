"""Likelihood, confidence, impact: terms of a declared scale, and a matrix that holds together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefwright.brief.brief import Brief
from briefwright.brief.checks.finding import Finding
from briefwright.brief.judgement import Alternative, Judgement
from briefwright.brief.methodology import Methodology, RiskMatrix
from briefwright.brief.part import Part, parts
from briefwright.brief.risk import Prospect
from briefwright.brief.scenario import Scenario
from briefwright.brief.terms import NOT_ASSESSED, YARDSTICKS
from briefwright.source.value import Path
from briefwright.source.wording import did_you_mean, one_of, with_article

_MATRIX: Path = ("methodology", "risk_matrix")
_REASONS: dict[type[Part], str] = {
    Judgement: "likelihood_reason",
    Alternative: "why_not_preferred",
    Prospect: "likelihood_reason",
    Scenario: "likelihood_reason",
}


def _terms(brief: Brief, attribute: str) -> Iterator[tuple[Path, str]]:
    for path, part in parts(brief):
        term = getattr(part, attribute, None)
        if isinstance(term, str):
            yield (*path, attribute), term


def likelihoods_are_of_the_yardstick(brief: Brief) -> Iterator[Finding]:
    """Every likelihood is a term of the yardstick that the brief declares."""
    used = [(path, term) for path, term in _terms(brief, "likelihood") if term != NOT_ASSESSED]
    known = (brief.methodology or Methodology()).yardstick_terms
    hint = "declare methodology.yardstick: icd203, phia or custom"
    yield from _off_scale(used, known, "likelihood", hint, ("methodology", "yardstick"))


def confidences_are_of_the_scale(brief: Brief) -> Iterator[Finding]:
    """Every confidence is a term of the scale that the brief declares."""
    known = (brief.methodology or Methodology()).confidence_terms
    hint = "declare methodology.confidence_scale: icd203, phia or custom"
    used = list(_terms(brief, "confidence"))
    yield from _off_scale(used, known, "confidence", hint, ("methodology", "confidence_scale"))


def _off_scale(
    used: list[tuple[Path, str]], known: tuple[str, ...], noun: str, hint: str, scale: Path
) -> Iterator[Finding]:
    if used and not known:
        path, term = used[0]
        yield Finding("BW306", path, f'the {noun} "{term}" belongs to no scale', (hint,), (scale,))
        return
    for path, term in used:
        if term not in known:
            others = [name for name, bands in YARDSTICKS.items() if any(term in band.terms for band in bands)]
            elsewhere = [f'"{term}" is a term of {others[0]}'] if others and noun == "likelihood" else []
            hints = [*elsewhere, *did_you_mean(term, known), *one_of("the terms are", known)]
            yield Finding("BW307", path, f'"{term}" is not a {noun} of the declared scale', tuple(hints), (scale,))


def what_is_not_assessed_has_a_reason(brief: Brief) -> Iterator[Finding]:
    """Who does not assess a likelihood or an impact says why."""
    for path, part in parts(brief):
        reason = next((field for kind, field in _REASONS.items() if isinstance(part, kind)), "")
        if getattr(part, "likelihood", None) == NOT_ASSESSED and reason and getattr(part, reason) is None:
            yield _without_reason(path, "likelihood", reason)
        if getattr(part, "impact", None) == NOT_ASSESSED and getattr(part, "impact_basis", None) is None:
            yield _without_reason(path, "impact", "impact_basis")


def _without_reason(path: Path, what: str, reason: str) -> Finding:
    message = f"{with_article(what)} that is not assessed needs a reason"
    return Finding("BW308", (*path, what), message, (f"say why in {reason}",), ((*path, reason),))


def impacts_are_in_the_matrix(brief: Brief) -> Iterator[Finding]:
    """No impact is beyond the matrix."""
    matrix = brief.methodology.risk_matrix if brief.methodology else None
    for path, part in parts(brief):
        if matrix and isinstance(part, Prospect) and isinstance(part.impact, int) and part.impact > matrix.size:
            message = f"the impact {part.impact} is beyond the matrix, which has {matrix.size} columns"
            yield Finding("BW307", (*path, "impact"), message, (), ((*_MATRIX, "size"),))


def phases_are_defined(brief: Brief) -> Iterator[Finding]:
    """A phase that a timeframe names has a length."""
    phases = brief.methodology.phases if brief.methodology else None
    for index, recommendation in enumerate(brief.recommendations):
        phase = recommendation.timeframe.phase if recommendation.timeframe else None
        if phase is not None and (phases is None or phases.length(phase) is None):
            path = ("recommendations", index, "timeframe", "phase")
            hints = (f"declare methodology.phases.{phase}, such as P6M",)
            message = f'nothing says how long the phase "{phase}" lasts'
            yield Finding("BW306", path, message, hints, (("methodology", "phases", phase.value),))


def the_matrix_is_sound(brief: Brief) -> Iterator[Finding]:
    """The matrix rates every cell, with its own labels, never lower where likelihood or impact is higher."""
    matrix = brief.methodology.risk_matrix if brief.methodology else None
    if matrix is None:
        return
    if matrix.impact_definitions and len(matrix.impact_definitions) != matrix.size:
        count = len(matrix.impact_definitions)
        message = f"defines {count} degrees of impact for a matrix of {matrix.size}"
        yield Finding("BW309", (*_MATRIX, "impact_definitions"), message, (), ((*_MATRIX, "size"),))
    if not _is_complete(matrix):
        message = f"the matrix needs a lookup: {matrix.size} rows of {matrix.size} ratings"
        hints = ("rows stand for likelihood, the least likely first; columns for impact, the least first",)
        yield Finding("BW309", (*_MATRIX, "lookup"), message, hints, (_MATRIX,))
        return
    unknown = list(_unknown_labels(matrix))
    yield from unknown
    if not unknown:
        yield from _falls(matrix)


def _is_complete(matrix: RiskMatrix) -> bool:
    return len(matrix.ratings) == matrix.size and all(len(row) == matrix.size for row in matrix.ratings)


def _unknown_labels(matrix: RiskMatrix) -> Iterator[Finding]:
    for row, ratings in enumerate(matrix.ratings):
        for column, rating in enumerate(ratings):
            if rating not in matrix.labels:
                hints = (*did_you_mean(rating, matrix.labels), *one_of("the labels are", matrix.labels))
                path = (*_MATRIX, "lookup", row, column)
                yield Finding("BW309", path, f'"{rating}" is not a label of the matrix', hints, ((*_MATRIX, "labels"),))


def _falls(matrix: RiskMatrix) -> Iterator[Finding]:
    ranks = [[matrix.labels.index(rating) for rating in row] for row in matrix.ratings]
    for row, cells in enumerate(ranks):
        for column, rank in enumerate(cells):
            left = cells[column - 1] if column else rank
            above = ranks[row - 1][column] if row else rank
            if rank < max(left, above):
                message = "the rating falls where likelihood or impact rises"
                yield Finding("BW309", (*_MATRIX, "lookup", row, column), message, (), ((*_MATRIX, "lookup"),))


def exhaustive_scenarios_add_up(brief: Brief) -> Iterator[Finding]:
    """Scenarios that cover all that may happen can add up to 100 percent."""
    if not brief.scenarios_exhaustive:
        return
    method = brief.methodology or Methodology()
    bands = [method.band(scenario.likelihood or "") for scenario in brief.scenarios]
    known = [band for band in bands if band is not None]
    depends: tuple[Path, ...] = (("scenarios",), ("methodology",))
    if len(known) < len(bands) or not bands:
        message = "scenarios that cover all that may happen each need a likelihood"
        yield Finding("BW310", ("scenarios_exhaustive",), message, (), depends)
        return
    low, high = sum(band[0] for band in known), sum(band[1] for band in known)
    if not low <= 100 <= high:
        message = f"the likelihoods of the scenarios add up to {low:g} to {high:g} percent, which leaves out 100"
        yield Finding("BW310", ("scenarios_exhaustive",), message, (), depends)


def labels_are_distinct(brief: Brief) -> Iterator[Finding]:
    """No two ratings of the matrix have the same label."""
    matrix = brief.methodology.risk_matrix if brief.methodology else None
    labels = sorted(matrix.labels) if matrix else []
    for one, other in pairwise(labels):
        if one == other:
            yield Finding("BW309", (*_MATRIX, "labels"), f'two ratings have the label "{one}"')
