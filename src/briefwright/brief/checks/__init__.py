"""The rules between the parts of a brief: each one function, all of them in one list."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from briefwright.brief.brief import Brief
from briefwright.brief.checks import (
    assessment,
    dates,
    handling,
    objects,
    recommendations,
    references,
    requirements,
    sources,
)
from briefwright.brief.checks.finding import Check, Finding

CHECKS: tuple[Check, ...] = (
    references.ids_are_unique,
    references.references_resolve,
    sources.sources_say_enough,
    sources.second_hand_sources_name_what_was_read,
    sources.sources_are_in_order_of_time,
    sources.the_rule_of_chatham_house_hides_names,
    sources.confirmed_information_has_two_sources,
    dates.dates_of_the_brief_are_in_order,
    dates.the_timeline_is_in_order,
    assessment.likelihoods_are_of_the_yardstick,
    assessment.confidences_are_of_the_scale,
    assessment.what_is_not_assessed_has_a_reason,
    assessment.impacts_are_in_the_matrix,
    assessment.phases_are_defined,
    assessment.the_matrix_is_sound,
    assessment.labels_are_distinct,
    assessment.exhaustive_scenarios_add_up,
    recommendations.strong_recommendations_rest_on_something,
    recommendations.recommendations_do_not_wait_for_themselves,
    recommendations.a_decision_has_one_recommended_option,
    recommendations.a_backgrounder_only_informs,
    objects.rows_fit_their_table,
    objects.series_fit_their_chart,
    objects.objects_are_placed,
    objects.pull_quotes_are_verbatim,
    handling.the_level_is_of_the_scheme,
    handling.portions_are_marked_within_the_level,
    handling.several_copies_are_numbered,
    requirements.required_fields_are_given,
    requirements.the_summary_is_short,
)
"""Every rule that needs nothing but the brief."""


def findings(brief: Brief, today: dt.date) -> Iterator[Finding]:
    """What the rules find in a brief, `today` being the day of the build."""
    for check in CHECKS:
        yield from check(brief)
    yield from sources.sources_are_not_opened_in_the_future(brief, today)
