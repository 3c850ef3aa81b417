"""What templates can call: records by id, ratings, the cells of the risk matrix, where figures stand."""

from __future__ import annotations

import pytest

from briefwright.document.nodes import Paragraph
from briefwright.document.walk import plain_text
from tests.compose.houses import BRIEF, placed

MORE_RISKS = BRIEF.replace(
    "figures:\n",
    "  - {id: flood, title: A flood, event: Rain., consequence: Mud., likelihood: almost certain, impact: 5}\n"
    "  - {id: frost, title: A frost, event: Ice., consequence: Leaks., likelihood: remote, impact: 1}\n"
    "figures:\n",
)


def said(template: str, brief: str = BRIEF) -> str:
    [block] = placed(f"<p>{template}</p>", brief).content
    assert isinstance(block, Paragraph)
    return plain_text(block.content)


@pytest.mark.parametrize(
    ("template", "result"),
    [
        ("{{ record('leaks').title }}", "Leaks go on"),
        ("{{ record(brief.risks[0].affects[0]).name }}", "Utilities"),
        ("{{ block_kind(brief.context[0].body[0]) }}", "paragraph"),
        ("{{ rating(brief.risks[0]) }}", "high"),
        ("[{{ rating(brief.risks[1]) }}]", "[]"),
        ("[{{ band('not_assessed') }}{{ band(brief.risks[1].likelihood) }}]", "[]"),
        ("{{ band(brief.risks[0].likelihood) }}", "55–80%"),
        ("{{ letter(1) }}{{ letter(26) }}{{ letter(27) }}{{ letter(brief.risks[0].impact) }}", "AZAAD"),
        ("{{ yardstick()[0].term }}, {{ yardstick()[-1].term }}", "almost no chance, almost certain"),
        ("{{ matrix_columns() | join(', ') }}", "very unlikely, unlikely, roughly even chance, likely, very likely"),
    ],
)
def test_functions_look_into_the_brief(template: str, result: str) -> None:
    assert said(template) == result


def test_risks_come_in_the_order_of_their_rating_those_without_one_last() -> None:
    titles = "{{ by_rating(brief.risks) | map(attribute='id') | join(', ') }}"
    assert said(titles, MORE_RISKS) == "flood, leaks, frost, drought"
    assert said("{{ unrated_letters(by_rating(brief.risks)) | join }}", MORE_RISKS) == "D"


def test_the_matrix_holds_the_letters_of_its_risks() -> None:
    rows = (
        "{% for row in risk_matrix(by_rating(brief.risks)) %}{{ row.impact }}:"
        "{% for cell in row.cells %}{{ cell.shade }}{{ cell.letters | join }} {% endfor %}/ {% endfor %}"
    )
    matrix = said(rows, MORE_RISKS).split(" / ")
    assert matrix[0] == "5:1 3 3 4 4A"
    assert matrix[1] == "4:1 1 3 3B 4"
    assert matrix[4].startswith("1:0C 0 0 0 1")


def test_figures_are_known_to_be_placed_in_the_text() -> None:
    brief = BRIEF.replace("    body:\n", "    body:\n      - {figure: map}\n", 1)
    template = "{{ 'A' if in_text('map') }}{{ 'B' if in_text(brief.figures[1].id) else 'C' }}"
    assert said(template, brief) == "AC"


def test_a_part_may_be_asked_for_the_fields_of_its_other_forms() -> None:
    brief = BRIEF.replace("authors:\n", "authors:\n  - {name: Water Institute, short_name: WI}\n")
    names = "{% for author in brief.authors %}{{ author.family or author.short_name or author.name }} {% endfor %}"
    assert said(names, brief) == "WI Amina Okafor Duarte"


def test_words_with_slots_keep_fields_and_markup() -> None:
    template = (
        "{% set page %}<strong>{{ brief.short_title }}</strong>{% endset %}"
        "{{ words.page_of | fill(page=page, pages=brief.risks[0].event) }}"
    )
    assert said(template) == "Page Repair of Leaks go on."
    assert "strong" in placed(f"<p>{template}</p>").text
    assert "'Repair' <- /short_title" in placed(f"<p>{template}</p>").text


def test_words_with_slots_escape_what_they_are_given() -> None:
    assert said("{{ 'A {x} <b>' | fill(x='<i>') }}") == "A <i> <b>"
