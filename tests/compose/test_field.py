"""A field is a value that knows its path: every operator, and every filter that templates use on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import cached_property

import pytest
from jinja2 import DictLoader
from pydantic import BaseModel, ConfigDict
from pydantic import Field as ModelField

from briefwright.brief.part import ClosedList
from briefwright.compose.environment import environment
from briefwright.compose.field import (
    CLOSE,
    OPEN,
    Field,
    follow,
    is_written,
    kind_of,
    known_names,
    name_of,
    path_of,
    plain,
    snake_case,
)
from briefwright.source.value import pointer


class Level(ClosedList):
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class Person(BaseModel):
    name: str
    role: str | None = None

    @property
    def printed_name(self) -> str:
        return self.name.upper()


class Risk(BaseModel):
    model_config = ConfigDict(frozen=True)

    title: str
    impact: int | Level | None = None
    level: Level = Level.LOW
    open: bool = False
    tags: tuple[str, ...] = ()
    start: str | None = ModelField(default=None, alias="from")
    items: tuple[str, ...] = ()
    owner: Person | None = None


class Paper(BaseModel):
    title: str
    day: dt.date = dt.date(2026, 3, 31)
    share: float = 2.5
    risks: tuple[Risk, ...]
    phases: Mapping[str, str] = {}
    author: Person | None = None

    @cached_property
    def first(self) -> Risk:
        return self.risks[0]


PAPER = Paper(
    title="Water <b>",
    risks=(
        Risk(title="leaks", impact=4, level=Level.MODERATE, open=True, tags=("b", "a"), items=("x",)),
        Risk(title="Drought", impact=5, level=Level.HIGH),
        Risk(title="asbestos", impact=None, **{"from": "2026"}),
    ),
    phases={"a/b~c": "P1Y"},
)


@pytest.fixture
def paper() -> Field:
    return Field(PAPER)


def reference(path: str) -> str:
    return f"{OPEN}{path}{CLOSE}"


TITLES = [reference(f"/risks/{number}/title") for number in range(3)]


def rendered(template: str) -> str:
    names = {"paper": Field(PAPER), "five": 5}
    return environment(DictLoader({"t": template}), names, {}).get_template("t").render()


# ---- parts ----


def test_an_attribute_knows_its_path(paper: Field) -> None:
    assert path_of(paper.risks[1].title) == ("risks", 1, "title")
    assert plain(paper.risks[1].title) == "Drought"


def test_an_attribute_is_found_by_its_key_in_the_file_too(paper: Field) -> None:
    assert path_of(paper.risks[2]["from"]) == path_of(paper.risks[2].start) == ("risks", 2, "from")


def test_fields_of_the_brief_come_before_methods(paper: Field) -> None:
    assert [str(item) for item in paper.risks[0].items] == ["x"]


def test_an_item_counted_from_the_end_has_its_true_path(paper: Field) -> None:
    assert path_of(paper.risks[-1]) == ("risks", 2)


def test_a_slice_of_a_list_is_a_list_of_fields(paper: Field) -> None:
    assert [path_of(risk) for risk in paper.risks[1:]] == [("risks", 1), ("risks", 2)]


def test_a_slice_of_a_text_is_plain(paper: Field) -> None:
    assert paper.title[:5] == "Water"


def test_a_mapping_is_read_by_key_and_gives_its_keys(paper: Field) -> None:
    assert list(paper.phases) == ["a/b~c"]
    assert path_of(paper.phases["a/b~c"]) == ("phases", "a/b~c")
    assert path_of(getattr(paper.phases, "a/b~c")) == ("phases", "a/b~c")


def test_a_field_serves_as_a_key(paper: Field) -> None:
    numbers: dict[object, int] = {"leaks": 1}
    assert numbers[paper.risks[0].title] == 1
    assert plain(paper.risks[Field(1)].title) == "Drought"


def test_a_missing_attribute_raises_attribute_error(paper: Field) -> None:
    with pytest.raises(AttributeError, match="titel"):
        _ = paper.titel


def test_private_names_are_never_parts(paper: Field) -> None:
    with pytest.raises(AttributeError):
        _ = paper._secret


def test_a_missing_item_raises_lookup_error(paper: Field) -> None:
    for key in (9, "x", 1.5):
        with pytest.raises(LookupError):
            _ = paper.risks[key]


def test_what_is_not_given_has_the_parts_of_its_type_none_of_them_given(paper: Field) -> None:
    assert path_of(paper.author.name) == ("author", "name")
    assert plain(paper.author.name) is None
    with pytest.raises(AttributeError):
        _ = paper.author.nmae


def test_what_is_worked_out_is_marked_as_not_written(paper: Field) -> None:
    assert not is_written(paper.first)
    assert not is_written(paper.first.title)
    assert str(Field(Person(name="Ada")).printed_name) == "ADA"
    assert is_written(paper.risks[0].title)


# ---- as a list ----


def test_a_list_gives_fields_and_has_a_length(paper: Field) -> None:
    assert [path_of(risk) for risk in paper.risks] == [("risks", 0), ("risks", 1), ("risks", 2)]
    assert len(paper.risks) == 3
    assert [str(risk.title) for risk in reversed(paper.risks)] == ["asbestos", "Drought", "leaks"]


def test_nothing_is_an_empty_list(paper: Field) -> None:
    assert list(paper.author) == []
    assert len(paper.author) == 0


def test_a_record_is_no_list(paper: Field) -> None:
    with pytest.raises(TypeError, match="is not a list"):
        iter(paper)
    with pytest.raises(TypeError, match="is not a list"):
        len(paper.share)


def test_membership_looks_at_values(paper: Field) -> None:
    assert "b" in paper.risks[0].tags
    assert paper.risks[0].tags[1] in paper.risks[0].tags
    assert "ater" in paper.title
    assert "a/b~c" in paper.phases
    assert "x" not in paper.share


# ---- as a value ----


def test_truth_is_that_of_the_value(paper: Field) -> None:
    assert paper.risks[0].open
    assert not paper.risks[1].open
    assert not paper.author
    assert not paper.risks[1].tags


def test_fields_equal_values_and_fields_of_equal_value(paper: Field) -> None:
    assert paper.risks[0].title == "leaks"
    assert "leaks" == paper.risks[0].title  # noqa: SIM300 - the other way round
    assert paper.risks[0].level == "moderate"
    assert paper.risks[0] == Field(PAPER.risks[0], ("elsewhere",))
    assert paper.title != "Air"
    assert len({paper.title, "Water <b>"}) == 1


def test_numbers_and_dates_are_ordered(paper: Field) -> None:
    assert paper.risks[0].impact < paper.risks[1].impact
    assert paper.risks[0].impact <= 4 < paper.risks[1].impact
    assert paper.risks[1].impact >= 5 > paper.risks[0].impact
    assert paper.day > dt.date(2026, 1, 1)


def test_texts_are_ordered_without_regard_to_case(paper: Field) -> None:
    assert [str(title) for title in sorted(risk.title for risk in paper.risks)] == ["asbestos", "Drought", "leaks"]


def test_values_of_a_closed_list_are_ordered_as_the_list_is(paper: Field) -> None:
    assert [str(level) for level in sorted(risk.level for risk in paper.risks)] == ["low", "moderate", "high"]
    assert paper.risks[1].level > "low"
    with pytest.raises(ValueError, match="nothing"):
        _ = paper.risks[1].level > "nothing"


def test_what_is_not_given_comes_last(paper: Field) -> None:
    assert [str(impact) for impact in sorted(risk.impact for risk in paper.risks)] == ["4", "5", ""]


def test_values_of_different_kinds_have_no_order(paper: Field) -> None:
    with pytest.raises(TypeError):
        _ = paper.title < 3


@pytest.mark.parametrize(
    ("template", "result"),
    [
        ("{{ n + 1 }}|{{ 1 + n }}", "5|5"),
        ("{{ n - 1 }}|{{ 5 - n }}", "3|1"),
        ("{{ n * 2 }}|{{ 2 * n }}", "8|8"),
        ("{{ n / 2 }}|{{ 8 / n }}", "2.0|2.0"),
        ("{{ n // 3 }}|{{ 9 // n }}", "1|2"),
        ("{{ n % 3 }}|{{ 9 % n }}", "1|1"),
        ("{{ n ** 2 }}|{{ 2 ** n }}", "16|16"),
        ("{{ -n }}|{{ n | abs }}", "-4|4"),
        ("{{ n | int }}|{{ n | float }}|{{ paper.share | round }}", "4|4.0|2.0"),
        ("{{ 'abcdef'[n] }}|{{ range(n) | join }}", "e|0123"),
        ("{{ paper.risks[:2] | sum(attribute='impact') }}", "9"),
        ("{{ paper.title + '!' }}", "Water &lt;b&gt;!"),
    ],
)
def test_arithmetic_gives_plain_values(template: str, result: str) -> None:
    assert rendered("{% set n = paper.risks[0].impact %}" + template) == result


# ---- as text ----


def test_the_text_of_a_field_is_what_the_file_says(paper: Field) -> None:
    assert str(paper.title) == "Water <b>"
    assert str(paper.risks[0].open) == "true"
    assert str(paper.risks[1].open) == "false"
    assert str(paper.day) == "2026-03-31"
    assert str(paper.author) == ""
    assert f"{paper.share}" == "2.5"


def test_lists_and_records_have_no_text(paper: Field) -> None:
    for value in (paper, paper.risks, paper.phases):
        with pytest.raises(TypeError, match="no text"):
            str(value)


def test_a_bare_field_leaves_a_reference_and_never_its_text(paper: Field) -> None:
    assert paper.title.__html__() == reference("/title")
    assert paper.author.__html__() == ""


def test_the_keys_of_an_author_cannot_become_markup() -> None:
    field = Field(Paper(title="x", risks=(), phases={'"><evil a="/': "P1Y"}))
    assert field.phases['"><evil a="/'].__html__() == reference("/phases/&#34;&gt;&lt;evil a=&#34;~1")


def test_a_reference_is_followed_back_to_its_field(paper: Field) -> None:
    for field in (paper.risks[1].title, paper.phases["a/b~c"], paper.risks[2].start):
        assert path_of(follow(paper, pointer(path_of(field)))) == path_of(field)
    assert follow(paper, "") is paper


@pytest.mark.parametrize("broken", ["/titel", "/risks/9", "/risks/x", "/risks/0/titl", "/RISKS/0"])
def test_a_broken_reference_leads_nowhere(paper: Field, broken: str) -> None:
    with pytest.raises(LookupError):
        follow(paper, broken)


def test_a_field_can_be_named_in_messages(paper: Field) -> None:
    assert name_of(paper) == "the brief"
    assert name_of(paper.title) == "/title"
    assert name_of("x") == '"x"'
    assert repr(paper.title) == "Field(/title)"
    assert kind_of(paper.risks[0]) == "risk"
    assert kind_of(paper.author) == "person"
    assert kind_of(paper.title) == "/title"
    assert snake_case("RiskMatrix") == "risk_matrix"


def test_the_names_of_its_parts_are_known(paper: Field) -> None:
    assert set(known_names(paper.author)) == {"name", "role", "printed_name"}
    assert known_names(paper.phases) == ["a/b~c"]
    assert known_names(paper.title) == []


# ---- in templates ----


@pytest.mark.parametrize(
    ("template", "result"),
    [
        ("{% set t = paper.title %}{{ t }}", reference("/title")),
        ("{% for r in paper.risks %}{{ r.title }}{% endfor %}", "".join(TITLES)),
        ("{% for r in paper.risks if r.open %}{{ loop.length }}{{ r.title }}{% endfor %}", "1" + TITLES[0]),
        ("{% macro m(x) %}{{ x.title }}{% endmacro %}{{ m(paper) }}", reference("/title")),
        ("{{ paper.risks | sort(attribute='title') | map(attribute='title') | first }}", TITLES[2]),
        ("{{ (paper.risks | sort(attribute='level', reverse=true))[0].title }}", TITLES[1]),
        ("{{ (paper.risks | selectattr('level', 'eq', 'high') | list)[0].title }}", TITLES[1]),
        ("{{ (paper.risks | rejectattr('impact', 'none') | list | length) }}", "2"),
        ("{{ (paper.risks | selectattr('open') | list | length) }}", "1"),
        ("{{ paper.risks | map(attribute='title') | join(', ') }}", ", ".join(TITLES)),
        ("{{ paper.risks | first | attr('title') }}", TITLES[0]),
        ("{{ (paper.risks | last).title }}", TITLES[2]),
        ("{{ paper.title | default('none') }}", reference("/title")),
        ("{{ paper.author | default('none', true) }}", "none"),
        ("{{ paper.author or paper.title }}", reference("/title")),
        ("{{ paper.title if paper.risks else '' }}", reference("/title")),
        (
            "{% for l, rs in paper.risks | groupby('level') %}{{ l }}{{ rs | length }}{% endfor %}",
            "".join(reference(f"/risks/{number}/level") + "1" for number in (2, 0, 1)),
        ),
        ("{{ paper.risks | map(attribute='level') | unique | list | length }}", "3"),
        ("{{ (paper.risks | max(attribute='level')).title }}", TITLES[1]),
        ("{{ (paper.risks | min(attribute='title')).title }}", TITLES[2]),
        ("{% for row in paper.risks | batch(2) %}{{ row | length }}{% endfor %}", "21"),
        ("{{ paper.risks | reverse | map(attribute='title') | first }}", TITLES[2]),
        ("{% for k, p in paper.phases | items %}{{ k }}={{ p }}{% endfor %}", "a/b~c=" + reference("/phases/a~1b~0c")),
        ("{% set p %}{{ paper.title }}{% endset %}{{ p }}", reference("/title")),
        ("{% set ns = namespace(last=none) %}{% set ns.last = paper.title %}{{ ns.last }}", reference("/title")),
        ("{{ paper.title | e }}", reference("/title")),
        ("{% set n = none %}{{ n }}", ""),
    ],
)
def test_placing_and_choosing_keeps_the_link(template: str, result: str) -> None:
    assert rendered(template) == result


@pytest.mark.parametrize(
    ("template", "result"),
    [
        ("{{ paper.title | upper }}", "WATER &lt;B&gt;"),
        ("{{ paper.title | lower }}", "water &lt;b&gt;"),
        ("{{ paper.title | title }}", "Water &lt;B&gt;"),
        ("{{ paper.risks[0].title | capitalize }}", "Leaks"),
        ("{{ paper.title | replace('Water', 'Air') }}", "Air &lt;b&gt;"),
        ("{{ 'x of y' | replace('x', paper.title) }}", "Water &lt;b&gt; of y"),
        ("{{ paper.title | truncate(3, true, '', 0) }}", "Wat"),
        ("{{ paper.title | truncate(50) }}", "Water &lt;b&gt;"),
        ("{{ paper.title | trim }}", "Water &lt;b&gt;"),
        ("{{ paper.title | string }}", "Water &lt;b&gt;"),
        ("{{ paper.title | wordcount }}", "2"),
        ("{{ paper.title | length }}", "9"),
        ("{{ paper.title ~ '!' }}", "Water &lt;b&gt;!"),
        ("{{ '%s!' | format(paper.title) }}", "Water &lt;b&gt;!"),
        ("{{ paper.title[:5] }}", "Water"),
        ("{{ paper.risks | map(attribute='title') | map('upper') | join('/') }}", "LEAKS/DROUGHT/ASBESTOS"),
    ],
)
def test_changing_gives_text_of_the_house(template: str, result: str) -> None:
    assert rendered(template) == result


@pytest.mark.parametrize(
    "test",
    [
        "paper.author is none",
        "paper.title is not none",
        "paper.title is string",
        "paper.risks[0].impact is number",
        "paper.risks[0].impact is integer",
        "paper.share is float",
        "paper.risks[0].open is boolean",
        "paper.risks is sequence",
        "paper.risks is iterable",
        "paper.risks[0] is mapping",
        "paper.phases is mapping",
        "paper.risks[0].impact is even",
        "paper.risks[1].impact is odd",
        "paper.risks[1].impact is divisibleby(five)",
        "paper.risks[0].title is in(['leaks'])",
        "paper.title is defined",
        "paper.titel is not defined",
        "paper.risks[0].title == 'leaks'",
        "'b' in paper.risks[0].tags",
    ],
)
def test_tests_look_at_the_value(test: str) -> None:
    assert rendered(f"{{% if {test} %}}yes{{% endif %}}") == "yes"
