"""Mistakes of a template are told at its line; nothing in it can reach out of the sandbox or run for ever."""

from __future__ import annotations

import pytest

from briefwright.diagnostics import Diagnostic
from briefwright.document.nodes import Section
from tests.compose.houses import BRIEF, Outcome, composed, placed, texts, told

PLACE = "templates/test/document.xml"


def only(outcome: Outcome) -> Diagnostic:
    [diagnostic] = outcome.report
    return diagnostic


# ---- lines ----


def test_house_text_comes_from_the_line_of_its_tag() -> None:
    outcome = composed("<document>\n\n  {% if true %}\n  <p>One\n  line</p>\n  {% endif %}\n<p>Two</p></document>")
    assert [block.origin.span.line for block in outcome.content] == [4, 7]


def test_each_tag_of_a_line_is_told_at_its_own_column() -> None:
    outcome = placed("<p>One</p><heading level='1'>Two</heading>")
    assert [str(block.origin.span) for block in outcome.content] == [f"{PLACE}:2:1", f"{PLACE}:2:11"]


def test_a_tag_that_runs_over_lines_counts_where_it_begins() -> None:
    outcome = placed('<p\n  style="body"\n>One</p>')
    assert outcome.content[0].origin.span.line == 2


def test_a_tag_whose_attribute_depends_on_a_condition_knows_its_line() -> None:
    outcome = placed('<table style="t"><row><cell{% if true %} header="true"{% endif %}>A</cell></row></table>')
    assert outcome.content[0].origin.span.line == 2


def test_comparisons_in_expressions_are_no_tags() -> None:
    assert "'yes'" in placed("<p>{% if 1 <b %}yes{% endif %}</p>".replace("<b", "<5")).text


def test_text_of_an_imported_file_comes_from_that_file() -> None:
    files = {"_base/parts.xml": "{% macro part(x) %}\n<p>{{ x }} here</p>\n{% endmacro %}"}
    outcome = placed('{% import "_base/parts.xml" as parts %}\n{{ parts.part(brief.title) }}', files=files)
    assert str(outcome.content[0].origin.span) == "templates/_base/parts.xml:2:1"


def test_a_file_of_the_house_comes_before_a_shared_one() -> None:
    files = {"parts.xml": "<p>shared</p>", "test/parts.xml": "<p>own</p>"}
    assert "'own'" in placed('{% include "parts.xml" %}', files=files).text


def test_a_house_can_build_on_another() -> None:
    files = {"other/document.xml": "<document><p>{% block first %}other{% endblock %}</p></document>"}
    own = '{% extends "other/document.xml" %}{% block first %}own{% endblock %}'
    assert "'own'" in composed(own, files=files).text


def test_imported_macros_know_the_brief_and_the_words() -> None:
    files = {"parts.xml": "{% macro part() %}<p>{{ words.risks }}: {{ brief.title }}</p>{% endmacro %}"}
    outcome = placed('{% from "parts.xml" import part %}{{ part() }}', files=files)
    assert "Why repair" in outcome.text


@pytest.mark.parametrize(
    "template",
    [
        "{% macro m(x) %}\n  {{ x }}\n{% endmacro %}\n<p>({{ m('A') }})</p>",
        "{% macro m() %}\n  {{ caller() }}\n{% endmacro %}\n<p>({% call m() %}\n  A\n{% endcall %})</p>",
        "{% set a %}\n  A\n{% endset %}\n<p>({{ a }})</p>",
        "{% macro m(x='A') %}\n{% if x %}\n{{ x }}\n{% endif %}\n{% endmacro %}\n<p>({{ m() | trim }})</p>",
        "<p>{% set a = '(A)' %}{{ a }}</p>",
    ],
)
def test_the_edges_of_a_macro_are_not_part_of_what_it_says(template: str) -> None:
    assert "'(A)'" in placed(template).text


def test_trimmed_bodies_keep_their_lines() -> None:
    outcome = placed("{% macro m() %}\n\n\n<p>A</p>\n\n{% endmacro %}{{ m() }}")
    assert outcome.content[0].origin.span.line == 5


# ---- BW401 ----


@pytest.mark.parametrize(
    ("template", "place", "message"),
    [
        ("<p>{% if %}</p>", "2:1", 'expected an expression, got "end of statement block"'),
        ("<p>\n{{ brief.title </p>", "3:1", 'unexpected "/"'),
        ("{% for x in brief.risks %}", "3:1", "unexpected end of template"),
        ("<p>{{ brief.title | uper }}</p>", "2:21", 'no filter named "uper"'),
        ("{% if brief.title | uper %}{% endif %}", "2:21", 'no filter named "uper"'),
        ("{% if brief.title is strin %}{% endif %}", "2:22", 'no test named "strin"'),
    ],
)
def test_broken_syntax_is_told(template: str, place: str, message: str) -> None:
    diagnostic = only(placed(template))
    assert diagnostic.code == "BW401"
    assert str(diagnostic.span) == f"{PLACE}:{place}"
    assert message in diagnostic.message


def test_a_misspelt_filter_gets_a_suggestion() -> None:
    assert only(placed("<p>{{ brief.title | uper }}</p>")).hints == ('did you mean "upper"?',)


@pytest.mark.parametrize(
    "name", ["safe", "urlize", "xmlattr", "tojson", "random", "striptags", "forceescape", "pprint"]
)
def test_filters_that_make_markup_or_vary_are_refused(name: str) -> None:
    diagnostic = only(placed(f"<p>{{{{ brief.title | {name} }}}}</p>"))
    assert diagnostic.code == "BW401"
    assert "never markup" in diagnostic.hints[0]


@pytest.mark.parametrize("state", ["false", "true", "brief.title"])
def test_escaping_cannot_be_changed(state: str) -> None:
    template = f"{{% autoescape {state} %}}<p>{{{{ brief.title }}}}</p>{{% endautoescape %}}"
    assert told(template) == [("BW401", f"{PLACE}:2:1")]


def test_broken_syntax_of_an_imported_file_is_told_there() -> None:
    outcome = placed('{% include "parts.xml" %}', files={"parts.xml": "<p/>\n{% nonsense %}"})
    assert outcome.told == [("BW401", "templates/parts.xml:2:1")]


# ---- BW402 ----


def test_a_misspelt_field_is_told_where_it_stands_with_a_suggestion() -> None:
    diagnostic = only(placed("<p>{{ brief.titel }}</p>"))
    assert diagnostic.code == "BW402"
    assert str(diagnostic.span) == f"{PLACE}:2:13"
    assert diagnostic.span.end_column == 18
    assert diagnostic.message == 'brief has no field "titel"'
    assert diagnostic.hints == ('did you mean "title"?',)


def test_a_misspelt_field_in_a_loop_is_told_once() -> None:
    assert len(placed("{% for risk in brief.risks %}<p>{{ risk.titel }}</p>{% endfor %}").report) == 1


@pytest.mark.parametrize(
    "use",
    [
        "{% if brief.titel %}{% endif %}",
        "{% for x in brief.titel %}{% endfor %}",
        "{{ brief.titel | upper }}",
        "{{ brief.titel | length }}",
        "{{ brief.titel.more }}",
        "{{ brief.titel[0] }}",
        "{{ brief.titel() }}",
        "{% if brief.titel == 'x' %}{% endif %}",
        "{{ brief.titel + 'x' }}",
        "{{ 1 - brief.titel }}",
        "{{ -brief.titel }}",
        "{{ brief.titel ** 2 }}",
        "{{ brief.titel | int }}",
        "{{ brief.titel | float }}",
        "{% if brief.titel < 3 %}{% endif %}",
        "{{ brief.titel ~ 'x' }}",
        "{{ brief['titel'] }}",
        "{{ [brief] | map(attribute='titel') | join }}",
        "{% for risk in brief.risks | sort(attribute='titel') %}{% endfor %}",
    ],
)
def test_a_misspelt_field_is_told_however_it_is_used(use: str) -> None:
    outcome = placed(f"<p>{use}</p>")
    assert outcome.composed is None
    assert {one.code for one in outcome.report} == {"BW402"}
    assert 'brief has no field "titel"' in {one.message for one in outcome.report} or "risks" in use


def test_a_misspelt_name_is_told_with_a_suggestion() -> None:
    diagnostic = only(placed("<p>{{ breif.title }}</p>"))
    assert (diagnostic.code, str(diagnostic.span)) == ("BW402", f"{PLACE}:2:7")
    assert diagnostic.hints == ('did you mean "brief"?',)


def test_a_missing_macro_is_told() -> None:
    files = {"parts.xml": "{% macro part() %}{% endmacro %}"}
    assert told('{% import "parts.xml" as parts %}\n{{ parts.prat() }}', files=files) == [("BW402", f"{PLACE}:3:10")]
    [diagnostic] = placed('{% from "parts.xml" import prat %}{{ prat() }}', files=files).report
    assert 'does not export the requested name "prat"' in diagnostic.message


def test_an_item_beyond_the_end_is_told() -> None:
    assert only(placed("<p>{{ brief.risks[9].title }}</p>")).message == "/risks has no item 9"


def test_a_field_that_is_not_given_may_be_asked_for_its_parts_and_a_misspelt_one_not() -> None:
    assert placed("<p>A{{ brief.publisher.name }}</p>").report.has_errors is False
    assert only(placed("<p>A{{ brief.publisher.nmae }}</p>")).hints == ('did you mean "name"?',)


def test_asking_whether_a_name_exists_is_no_mistake() -> None:
    outcome = placed("<p>{{ brief.titel | default('A') }}{% if brief.titel is defined %}B{% endif %}</p>")
    assert "'A'" in outcome.text


def test_all_mistakes_are_told_in_one_run() -> None:
    found = told("<p>{{ brief.titel }}</p>\n<p>{{ breif }}</p>\n<p>{{ words.rissk }}</p>")
    assert [code for code, _ in found] == ["BW402", "BW402", "BW421"]


# ---- BW403 ----


@pytest.mark.parametrize("name", ["nothing.xml", "../document.xml", "/etc/passwd", "../../words/en.yaml"])
def test_a_template_that_is_not_there_is_told(name: str) -> None:
    assert [code for code, _ in told(f'<p>A</p>\n{{% include "{name}" %}}')] == ["BW403"]
    assert told(f'<p>A</p>\n{{% include "{name}" %}}')[0][1].startswith(f"{PLACE}:3:")


def test_a_house_without_a_document_is_told() -> None:
    outcome = composed("{% extends 'nothing.xml' %}")
    assert outcome.told == [("BW403", f"{PLACE}:1:13")]


# ---- BW404 ----


@pytest.mark.parametrize(
    "escape",
    [
        "''.__class__",
        "brief.__class__",
        "brief._value",
        "brief.__init__.__globals__",
        "words._entries",
        "record.__globals__",
        "record.__self__",
        "brief.title | attr('__class__')",
        "cycler.__init__.__globals__",
        "[].append.__self__",
    ],
)
def test_nothing_private_is_open_to_templates(escape: str) -> None:
    found = told(f"<p>{{{{ {escape} }}}}</p>")
    assert {code for code, _ in found} <= {"BW404", "BW402"}
    assert found[0][0] == "BW404" or "attr" in escape
    assert found[0][1].startswith(f"{PLACE}:2:")


def test_lists_cannot_be_changed() -> None:
    assert told("{% set x = [] %}<p>{{ x.append(1) }}</p>") == [("BW404", f"{PLACE}:2:25")]


def test_formats_of_text_cannot_reach_out() -> None:
    assert {code for code, _ in told("<p>{{ '{0.__class__}'.format(brief) }}</p>")} <= {"BW402", "BW404"}


# ---- BW405 ----


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ("1 + 'a'", "unsupported operand"),
        ("1 / 0", "division by zero"),
        ("brief.title | int + brief.title", "operand"),
        ("brief.title()", "not callable"),
        ("brief.risks ~ ''", "no text of its own"),
        ("9 ** 9 ** 9", "the power is too large"),
        ("'a' * 10 ** 9", "the product is too long"),
        ("record('nothing')", 'no part of the brief has the id "nothing"'),
        ("block_kind(brief.title)", "/title is not a block of running text"),
        ("brief.date | date('lng')", '"lng" is not a form of date'),
        ("brief.risks | list", "a list cannot be printed"),
        ("brief.title == 'x'", "a yes or no cannot be printed"),
        ("{'a': brief.title}", "a dict cannot be printed"),
        ("self", "cannot be printed"),
        ("letter", "a function cannot be printed"),
        ("words.page_of | fill(page=1)", "has a slot {pages}, which is not filled"),
    ],
)
def test_an_expression_that_fails_is_told_at_its_line(expression: str, message: str) -> None:
    diagnostic = only(placed(f"<p>A</p>\n<p>{{{{ {expression} }}}}</p>"))
    assert diagnostic.code == "BW405"
    assert (diagnostic.span.file, diagnostic.span.line) == (PLACE, 3)
    assert message in diagnostic.message


def test_nested_ranges_come_to_an_end() -> None:
    loops = "{% for a in range(99999) %}{% for b in range(99999) %}{% endfor %}{% endfor %}"
    assert told(loops) == [("BW405", f"{PLACE}:2:1")]


def test_macros_that_call_one_another_come_to_an_end() -> None:
    diagnostic = only(placed("{% macro a() %}{{ a() }}{% endmacro %}\n{{ a() }}"))
    assert (diagnostic.code, diagnostic.message) == ("BW405", "macros or includes call one another without end")


def test_a_template_that_includes_itself_comes_to_an_end() -> None:
    assert told("{% include 'document.xml' %}")[0][0] == "BW405"


def test_endless_output_is_cut_off() -> None:
    lines = "{% for a in range(50000) %}<p>" + "word " * 100 + "</p>{% endfor %}"
    assert "more than" in only(placed(lines)).message


# ---- what the author of a brief writes ----

HOSTILE = [
    "<section kind='evil'>{{ 7*7 }} &amp; {% raw %}</section>",
    '"><evil a="',
    "]]> <!-- <?php ?> <!DOCTYPE x>",
    "{{ ''.__class__.__mro__ }}",
    "{#",
    "&lt;p&gt;",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize(
    "field", ["{{ brief.short_title }}", "{{ brief.short_title | string }}", "{{ brief.short_title ~ '' }}"]
)
def test_text_of_the_brief_stays_text(text: str, field: str) -> None:
    brief = BRIEF.replace("short_title: Repair", "short_title: '" + text.replace("'", "''") + "'")
    outcome = placed(f"<p>{field}</p>", brief)
    assert [one.value for one in texts(outcome.document)] == [text]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("filtered", ["", " | string"])
def test_text_of_the_brief_stays_text_in_an_attribute(text: str, filtered: str) -> None:
    brief = BRIEF.replace("short_title: Repair", "short_title: '" + text.replace("'", "''") + "'")
    outcome = placed(f'<section kind="{{{{ brief.short_title{filtered} }}}}"><p>A</p></section>', brief)
    [section] = outcome.content
    assert isinstance(section, Section)
    assert section.kind == text


def test_a_template_sees_no_clock_and_no_chance() -> None:
    for name in ("now()", "today()", "lipsum()", "[1, 2] | random"):
        assert told(f"<p>{{{{ {name} }}}}</p>")[0][0] in {"BW401", "BW402"}
