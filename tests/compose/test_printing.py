"""What a field prints where it is placed bare, in the language of the brief, with the place it was written at."""

from __future__ import annotations

import pytest

from briefwright.compose.localise import Language
from briefwright.document.nodes import Citation, Paragraph, Strong, Text
from tests.compose.houses import BRIEF, placed, told, written

FRENCH = BRIEF.replace("language: en-GB", "language: fr")


def printed(expression: str, brief: str = BRIEF) -> str:
    [block] = placed(f"<p>{{{{ {expression} }}}}</p>", brief).content
    assert isinstance(block, Paragraph)
    [text] = block.content
    assert isinstance(text, Text)
    return text.value


def origin(expression: str, brief: str = BRIEF) -> tuple[str | None, str]:
    [block] = placed(f"<p>{{{{ {expression} }}}}</p>", brief).content
    assert isinstance(block, Paragraph)
    text = block.content[0]
    assert isinstance(text, Text | Citation)
    span = text.origin.span
    return text.origin.path, written(span, brief) if span.file == "brief.yaml" else str(span)


# ---- values ----


@pytest.mark.parametrize(
    ("expression", "english", "french"),
    [
        ("brief.short_title", "Repair", "Repair"),
        ("brief.date", "31 March 2026", "31 mars 2026"),
        ("brief.information_cutoff", "20 March 2026, 17:00 UTC+01:00", "20 mars 2026, 17:00 UTC+01:00"),
        ("brief.timeline[0].date", "June 2024", "juin 2024"),
        ("brief.timeline[1].date", "2024", "2024"),
        ("brief.timeline[2].date", "1 December 2024", "1er décembre 2024"),
        ("brief.risks[0].impact", "4", "4"),
        ("brief.status", "Draft", "Projet"),
        ("brief.type", "Commentary", "Commentaire"),
        ("brief.risks[0].trend", "rising", "en hausse"),
        ("brief.risks[0].likelihood", "likely", "likely"),
        ("brief.figures[0].width", "50", "50"),
        ("brief.authors[1].printed_name", "Ines Duarte", "Ines Duarte"),
        ("rating(brief.risks[0])", "high", "high"),
        ("band('likely')", "55–80%", "55–80\u00a0%"),
        ("brief.date | date('short')", "31/03/2026", "31/03/2026"),
        ("brief.timeline[0].date | date('medium')", "Jun 2024", "juin 2024"),
        ("1234567.5 | number", "1,234,567.5", "1\u202f234\u202f567,5"),
        ("words.page_of | fill(page=1, pages=brief.risks[0].impact)", "Page 1 of ", "Page 1 sur "),
    ],
)
def test_a_value_prints_in_the_language_of_the_brief(expression: str, english: str, french: str) -> None:
    if "fill" in expression:
        for brief, start in ((BRIEF, english), (FRENCH, french)):
            [block] = placed(f"<p>{{{{ {expression} }}}}</p>", brief).content
            assert isinstance(block, Paragraph)
            assert [inline.value for inline in block.content if isinstance(inline, Text)] == [start, "4"]
    else:
        assert (printed(expression), printed(expression, FRENCH)) == (english, french)


@pytest.mark.parametrize(
    ("tag", "written_so"),
    [
        ("en", ["9,999", "10,000", "2026"]),
        ("fr-CA", ["9999", "10\u00a0000", "2026"]),
        ("de-CH", ["9999", "10’000", "2026"]),
    ],
)
def test_numbers_are_grouped_from_ten_thousand_on(tag: str, written_so: list[str]) -> None:
    expected = [text.replace("9,999", "9999") for text in written_so]
    assert [Language(tag).number(number) for number in (9999, 10000, 2026)] == expected


def test_a_language_that_babel_does_not_know_is_written_as_english() -> None:
    assert Language("qaa").number(0.5) == "0.5"
    assert Language("zh-Hans-CN").chain == ("zh-Hans-CN", "zh-Hans", "zh")


@pytest.mark.parametrize(
    ("within", "english", "french"),
    [
        ("P6M", "6 months", "6\u00a0mois"),
        ("P1Y6M", "1 year, 6 months", "1\u00a0an, 6\u00a0mois"),
        ("P90D", "90 days", "90\u00a0jours"),
    ],
)
def test_a_length_of_time_is_written_in_its_units(within: str, english: str, french: str) -> None:
    phases = f"methodology:\n  phases: {{short: {within}}}\n"
    english_brief = BRIEF.replace("methodology:\n", phases)
    french_brief = FRENCH.replace("methodology:\n", phases)
    expression = "brief.methodology.phases.short"
    assert (printed(expression, english_brief), printed(expression, french_brief)) == (english, french)


def test_nothing_prints_for_what_is_not_given() -> None:
    [block] = placed("<p>[{{ brief.subtitle }}{{ brief.changes_since }}{{ brief.publisher.name }}]</p>").content
    assert isinstance(block, Paragraph)
    assert [inline.value for inline in block.content if isinstance(inline, Text)] == ["[", "]"]


def test_prose_is_read_as_markdown_and_lines_as_written() -> None:
    [title, question] = placed("<p>{{ brief.title }}</p><p>{{ brief.question }}</p>").content
    assert isinstance(title, Paragraph)
    assert isinstance(question, Paragraph)
    assert [type(inline) for inline in title.content] == [Text]
    assert "*cheaper*" in printed("brief.title")
    assert len(question.content) == 3


def test_structured_citations_print_as_one_call() -> None:
    [block] = placed("<p>A{{ brief.risks[0].citations }}</p>").content
    assert isinstance(block, Paragraph)
    [citation] = [inline for inline in block.content if isinstance(inline, Citation)]
    first, second = citation.sources
    assert (first.source, first.locator, first.locator_label) == ("survey", "12", "page")
    assert [inline.value for inline in first.note if isinstance(inline, Text)] == ["Figures for 2023."]
    assert (second.source, second.locator, second.relation) == ("letter", None, "disputes")


# ---- origins ----


@pytest.mark.parametrize(
    ("expression", "path", "text"),
    [
        ("brief.short_title", "/short_title", "Repair"),
        ("brief.date", "/date", "2026-03-31"),
        ("brief.status", "/status", "draft"),
        ("brief.risks[0].event", "/risks/0/event", "Leaks go on."),
        ("brief.summary.key_points[2]", "/summary/key_points/2", "Three."),
        ("record('utilities').name", "/actors/0/name", "Utilities"),
    ],
)
def test_a_printed_field_knows_where_it_was_written(expression: str, path: str, text: str) -> None:
    assert origin(expression) == (path, text)


def test_words_within_prose_know_their_own_place() -> None:
    [block] = placed("<p>{{ brief.summary.bluf }}</p>").content
    assert isinstance(block, Paragraph)
    [strong] = [inline for inline in block.content if isinstance(inline, Strong)]
    [word] = strong.content
    assert isinstance(word, Text)
    assert (word.origin.path, written(word.origin.span)) == ("/summary/bluf", "cheaper")


@pytest.mark.parametrize(
    ("expression", "path", "text"),
    [
        ("brief.audience[0]", "/audience", "Regulators"),
        ("brief.context[0].body[0].text", "/context/0/body/0", "A first paragraph."),
        ("brief.context[0].body[1].citations", "/context/0/body/1/citations", "[survey]"),
    ],
)
def test_a_part_given_by_its_text_alone_is_written_at_the_part(expression: str, path: str, text: str) -> None:
    assert origin(expression) == (path, text)


@pytest.mark.parametrize("expression", ["brief.authors[1].printed_name", "brief.risks[0].title | upper", "letter(1)"])
def test_what_is_worked_out_belongs_to_the_house(expression: str) -> None:
    assert origin(expression)[0] is None
    assert origin(expression)[1].startswith("templates/test/document.xml:2")


def test_a_default_of_the_model_belongs_to_the_house() -> None:
    brief = BRIEF.replace("language: en-GB\n", "")
    assert origin("brief.language", brief)[0] is None


def test_a_bare_record_is_told_at_the_template() -> None:
    assert told("<p>{{ brief.risks[0].horizon or brief.risks[0] }}</p>")[0][0] == "BW418"


def test_metadata_come_from_the_brief() -> None:
    metadata = placed("<p>A</p>").document.metadata
    assert metadata.title == "Why repair is *cheaper*"
    assert metadata.subject == "Whether repair should be exempt"
    assert (metadata.language, metadata.date, metadata.identifier) == ("en-GB", "2026-03-31", "2026/4")
    assert metadata.authors == ("Amina Okafor", "Ines Duarte")
    assert metadata.keywords == ("Utilities", "Ministry for Water")
    assert metadata.status == "Draft"
