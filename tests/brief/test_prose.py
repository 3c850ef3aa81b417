"""Reading the restricted Markdown of prose fields."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.brief.prose import citations, parse
from briefwright.codes import CODES
from briefwright.diagnostics import Report, Span
from briefwright.document.nodes import (
    Citation,
    CitedSource,
    Emphasis,
    Inline,
    InternalLink,
    Link,
    Origin,
    Strong,
    Text,
)
from briefwright.document.walk import inlines, plain_text


def at(start: int, end: int) -> Origin:
    """A place that spells the offsets as columns, counted from 0."""
    return Origin("/field", Span("brief.yaml", 1, start, 1, end))


def read(text: str) -> tuple[Inline, ...]:
    report = Report()
    content = parse(text, at, report)
    assert not [*report]
    return content


def problems(text: str) -> list[tuple[str, str]]:
    """The codes found in a text, each with the characters that it marks."""
    report = Report()
    parse(text, at, report)
    return [(found.code, text[found.span.column : found.span.end_column]) for found in report]


def cited(text: str) -> list[CitedSource]:
    return [source for citation in citations(read(text)) for source in citation.sources]


def shape(content: tuple[Inline, ...]) -> object:
    """The content as nested lists: words as they are, other nodes led by their name."""
    shown: list[object] = []
    for inline in content:
        match inline:
            case Text():
                shown.append(inline.value)
            case Emphasis() | Strong():
                shown.append([type(inline).__name__, shape(inline.content)])
            case _:
                shown.append(inline)
    return shown


# ---- emphasis


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a* b", [["Emphasis", ["a"]], " b"]),
        ("_a_ b", [["Emphasis", ["a"]], " b"]),
        ("**a** b", [["Strong", ["a"]], " b"]),
        ("**a *b* c**", [["Strong", ["a ", ["Emphasis", ["b"]], " c"]]]),
        ("*a **b***", [["Emphasis", ["a ", ["Strong", ["b"]]]]]),
        ("***a***", [["Emphasis", [["Strong", ["a"]]]]]),
        ("(*a*), “*b*”", ["(", ["Emphasis", ["a"]], "), “", ["Emphasis", ["b"]], "”"]),
        ("로동신문*은*", ["로동신문", ["Emphasis", ["은"]]]),
    ],
)
def test_stars_and_underscores_mark_emphasis(text: str, expected: object) -> None:
    assert shape(read(text)) == expected


@pytest.mark.parametrize("text", ["10 * 4", "2*3*4", "snake_case_name", "fill in ____", "a ***** b", "* * *"[2:3]])
def test_lone_stars_and_underscores_inside_words_are_plain(text: str) -> None:
    assert shape(read(text)) == [text]


def test_emphasis_within_its_own_kind_adds_no_level() -> None:
    content = read("*a *b* c*")
    assert plain_text(content) == "a b c"
    assert [type(inline).__name__ for inline in inlines(content)].count("Emphasis") == 1


def test_a_backslash_makes_markup_plain() -> None:
    assert plain_text(read(r"\*a\* \[@b\] \_c\_ \\ \d")) == r"*a* [@b] _c_ \ \d"


# ---- text


def test_every_run_of_text_knows_the_characters_it_was_read_from() -> None:
    text = r"Costs *fell* \* by [a **third**](https://example.org)."
    found = [inline for inline in inlines(read(text)) if isinstance(inline, Text)]
    for run in found:
        assert text[run.origin.span.column : run.origin.span.end_column] == run.value
    assert "".join(run.value for run in found) == "Costs fell * by a third."


def test_characters_are_left_as_written() -> None:
    text = "\"straight\" -- 'quotes' ... 10\u00a0% 로동신문 Россия"
    assert shape(read(text)) == [text]


def test_the_end_of_a_line_reads_as_a_space_and_outer_space_is_dropped() -> None:
    assert shape(read("  one\n  two\u00a0three\n")) == ["one two\u00a0three"]


def test_an_empty_text_has_no_content() -> None:
    assert read(" \n ") == ()


# ---- citations


def test_a_citation_calls_a_source() -> None:
    text = "Costs fell [@oecd-2024]."
    (_, citation, _) = read(text)
    assert citation == Citation((CitedSource("oecd-2024", None, None, at(12, 22)),), at(11, 23))


def test_a_citation_has_prefixes_places_suffixes_and_several_sources() -> None:
    first, second = cited("x [see @one, art. 4, and more; @two, pp. 3-5]")
    assert (first.prefix, first.source, first.locator_label, first.locator, first.suffix) == (
        "see",
        "one",
        "article",
        "4",
        ", and more",
    )
    assert (second.source, second.locator_label, second.locator) == ("two", "page", "3-5")


@pytest.mark.parametrize(
    ("written", "label", "locator"),
    [
        ("p. 4", "page", "4"),
        ("pp. 3-5", "page", "3-5"),
        ("p. iv", "page", "iv"),
        ("pp. 4, 6 and 9", "page", "4, 6 and 9"),
        ("33", "page", "33"),
        ("para. 12–14", "paragraph", "12–14"),
        ("§ 4.2(b)", "section", "4.2(b)"),
        ("§§4-5", "section", "4-5"),
        ("sec. III", "section", "III"),
        ("art. 4(2)", "article", "4(2)"),
        ("Article 5", "article", "5"),
        ("ch. IV", "chapter", "IV"),
        ("fig. 2a", "figure", "2a"),
        ("table 3", "table", "3"),
        ("n. 12", "note", "12"),
        ("l. 7", "line", "7"),
        ("time 00:13:20", "timestamp", "00:13:20"),
    ],
)
def test_a_place_has_a_kind_and_a_number(written: str, label: str, locator: str) -> None:
    (source,) = cited(f"x [@a, {written}]")
    assert (source.locator_label, source.locator, source.suffix) == (label, locator, "")


@pytest.mark.parametrize(
    ("written", "suffix"),
    [
        (", n.d.", ", n.d."),
        (", passim", ", passim"),
        (" (my emphasis)", "(my emphasis)"),
        (", later withdrawn", ", later withdrawn"),
    ],
)
def test_what_is_no_place_is_a_suffix(written: str, suffix: str) -> None:
    (source,) = cited(f"x [@a{written}]")
    assert (source.locator, source.suffix) == (None, suffix)


def test_a_place_within_a_place_is_kept_in_the_words_of_the_author() -> None:
    (source,) = cited("x [@a, ch. IV, para. 2, and more]")
    assert (source.locator_label, source.locator, source.suffix) == ("chapter", "IV, para. 2", ", and more")


@pytest.mark.parametrize("text", ["[sic]", "[emphasis added]", "a [or b] c", "[]", "[mail a@b.org]", "[#1]", "] a ["])
def test_other_words_in_brackets_are_plain(text: str) -> None:
    assert plain_text(read(text)) == text


# ---- links and cross-references


def test_a_link_has_words_and_an_address() -> None:
    (link,) = read("[the *act*](https://example.org/a_(b)?q=1#x)")
    assert isinstance(link, Link)
    assert link.href == "https://example.org/a_(b)?q=1#x"
    assert plain_text(link.content) == "the act"


def test_a_mail_address_can_be_linked() -> None:
    (link,) = read("[the desk](mailto:desk@example.org)")
    assert isinstance(link, Link)


def test_a_cross_reference_leaves_its_words_to_the_house() -> None:
    assert read("[#water-loss]") == (InternalLink("water-loss", (), at(0, 13)),)


def test_a_cross_reference_may_bring_its_own_words() -> None:
    (link,) = read("[this risk](#water-loss)")
    assert isinstance(link, InternalLink)
    assert (link.target, plain_text(link.content)) == ("water-loss", "this risk")


# ---- problems


PROBLEMS = [
    ("a *b", "BW504", "*"),
    ("a **b c", "BW504", "**"),
    ("a b* c", "BW504", "*"),
    ("a _b c", "BW504", "_"),
    ("**a* b", "BW504", "*"),
    ("a [@b", "BW505", "["),
    ("a [#b", "BW505", "["),
    ("[a](https://example.org", "BW505", "("),
    ("[a](https://example.org/b c)", "BW505", "("),
    ("a [@]", "BW503", "@"),
    ("a [see @]", "BW503", "see @"),
    ("a [@b; also c]", "BW503", "also c"),
    ("a [@b; p. 4]", "BW503", "p. 4"),
    ("a [@b;]", "BW503", "]"),
    ("a [@b @c]", "BW503", "@b @c"),
    ("a [-@b]", "BW503", "-@b"),
    ("a [@b, p.]", "BW503", "@b, p."),
    ("a [^1]", "BW503", "[^1]"),
    ("a [#]", "BW503", "[#]"),
    ("a [#b c]", "BW503", "[#b c]"),
    ("[a](javascript:alert(1))", "BW506", "javascript:alert(1)"),
    ("[a](www.example.org)", "BW506", "www.example.org"),
    ("[a](https://)", "BW506", "https://"),
    ("[a](mailto:desk)", "BW506", "mailto:desk"),
    ("[a]()", "BW506", "[a]()"),
    ("# Title", "BW507", "#"),
    ("- item", "BW507", "-"),
    ("a\n* item", "BW507", "*"),
    ("1. item", "BW507", "1."),
    ("> quoted", "BW507", ">"),
    ("a <b>c", "BW508", "<b>"),
    ('a <a href="x">c', "BW508", '<a href="x">'),
    ("R&amp;D", "BW508", "&amp;"),
    ("a&#160;b", "BW508", "&#160;"),
    ("a ![map](map.png)", "BW509", "![map](map.png)"),
    ("[ ](https://example.org)", "BW510", "[ ](https://example.org)"),
    ("[a [@b]](https://example.org)", "BW511", "[@b]"),
    ("[a [#b]](https://example.org)", "BW511", "[#b]"),
    ("[a [b](https://b.org)](https://example.org)", "BW511", "[b](https://b.org)"),
    ("a\n\nb", "BW512", "\n\n"),
    ("a `b` c", "BW513", "`b`"),
]


@pytest.mark.parametrize(("text", "code", "marked"), PROBLEMS)
def test_what_prose_cannot_hold_is_reported_at_its_exact_place(text: str, code: str, marked: str) -> None:
    assert problems(text) == [(code, marked)]


def test_every_code_of_prose_has_an_example() -> None:
    prose_codes = {code for code in CODES if code.startswith("BW5")} - {"BW501", "BW502", "BW514"}
    assert {code for _, code, _ in PROBLEMS} == prose_codes


@pytest.mark.parametrize(
    "text", ["AT&T; R&D", "a < b > c", "<3", "5 > 4", "> 5 per cent", "-5 degrees", "2024. A year", "`a"]
)
def test_ordinary_signs_are_no_problem(text: str) -> None:
    assert plain_text(read(text)) == text


@pytest.mark.parametrize("text", ["a [@b; also c] d", "a <b>c", "a ![map](map.png)", "[a](javascript:x)", "a `b` c"])
def test_refused_markup_stays_in_view_as_typed(text: str) -> None:
    assert plain_text(parse(text, at, Report())) == text


# ---- hostile input


HOSTILE = [
    "[", "]", "*", "_", "**", "*_", "* ", "*a ", "*a _b ", "**a *b ", "[]", "[@a ", "[@a;", "[a](", "[a](b", "![a",
    "`", "` ", "<", "<b ", "&a", "\\", " \n", "\n", "a*b*", "[#", "[;", "(", ")", "[a](()",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_a_long_run_of_markup_is_read_to_its_end(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    report = Report()
    content = parse(text, at, report)
    assert sum(1 for _ in inlines(content)) <= 2 * len(text)


@pytest.mark.parametrize(("opening", "closing"), [("[", "]"), ("*a ", " a*"), ("*a **b ", " c** d*")])
def test_deep_nesting_is_read_without_a_deep_tree(opening: str, closing: str) -> None:
    content = parse(opening * 10_000 + closing * 10_000, at, Report())
    assert plain_text(content)


@given(st.text(alphabet="ab 1.,;@#*_[]()!<>&`\\-\n:/p“é신", max_size=80))
def test_any_text_is_read_in_order_without_loss_of_place(text: str) -> None:
    report = Report()
    places = [inline.origin.span for inline in inlines(parse(text, at, report)) if isinstance(inline, Text | Citation)]
    assert places == sorted(places)
    assert all(0 <= place.column < place.end_column <= len(text) for place in places)
    assert all(0 <= found.span.column <= found.span.end_column for found in report)


@given(st.text(alphabet=st.characters(exclude_characters="*_[]<&`!\\#>-+.)\n", exclude_categories=["C"])))
def test_text_without_markup_is_one_run(text: str) -> None:
    content = parse(text, at, Report())
    assert plain_text(content) == text.strip()
    assert len(content) <= 1
