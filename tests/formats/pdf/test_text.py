"""Text as it is set: words, lines, scripts and signs, and what a reader of the file gets back."""

from __future__ import annotations

import itertools
import unicodedata

import pytest

from briefwright.document.nodes import Checkbox, Furniture, Inline, LineBreak, PageCount, PageNumber
from tests.formats.docx import building as s
from tests.formats.docx import specimens
from tests.formats.pdf.reading import Letter, flat, letters, texts, written

_URL = "https://example.org/a/very/long/path/that-goes-on/and_on/index.html?one=two&three=four#part"


def _lines(found: list[Letter]) -> list[str]:
    """The lines of a page from the top, without spaces."""
    lines: dict[float, list[Letter]] = {}
    for letter in found:
        lines.setdefault(round(letter.bottom), []).append(letter)
    return [
        "".join(x.text for x in sorted(line, key=lambda x: x.left) if x.text.strip())
        for _, line in sorted(lines.items())
    ]


def _page(*words: str | Inline, style: str = "body") -> list[Letter]:
    return letters(written(s.document(s.p(words, style))))[0]


def test_the_text_of_a_file_is_the_text_that_was_written() -> None:
    words = (
        "Offices of the fifth affiliate filed first; difficult, efficient, baffling shuffles — “quoted” – and so on. "
        * 5
    )
    assert flat(texts(written(s.document(s.p(words))))[0]) == " ".join(words.split())


def test_blocks_come_out_in_reading_order() -> None:
    text = flat(" ".join(texts(written(specimens.institute()))))
    order = ["Policy brief".upper(), "Harbour dues", "What the loss", "Ada Lind", "IN BRIEF", "Towns should", "Context"]
    places = [text.index(words) for words in order]
    assert places == sorted(places)


def test_a_long_address_breaks_between_its_parts() -> None:
    page = s.theme().page
    found = _page("See ", s.link(_URL * 3, _URL * 3), " there.")
    assert max(letter.right for letter in found) < page.width - page.right
    breaks = [line[-1] for line in _lines(found)[:-1]]
    assert all(last in "/.-_?&=#:" for last in breaks)


def test_a_word_wider_than_its_column_is_divided() -> None:
    cell = s.cell("Unternehmenssteuerfortentwicklungsgesetzgebungsverfahrensbeteiligungsberichterstattung")
    document = s.document(s.table("risks", None, s.row(cell, "x", "x", "x", cell, "x")))
    found = letters(written(document))[0]
    page = s.theme().page
    assert max(letter.right for letter in found) < page.width - page.right + 0.5
    assert len({round(letter.bottom) for letter in found}) > 5


@pytest.mark.parametrize("space", ["\u00a0", "\u202f"])
def test_a_no_break_space_does_not_break(space: str) -> None:
    for count in range(60, 75):
        found = _page("in " * count + f"55{space}percent", style="small")
        assert not any(line.endswith("55") for line in _lines(found))


@pytest.mark.parametrize(
    "words",
    [
        "Россия и Корея",
        "Ελλάδα και Κύπρος",
        "로동신문",
        "조선민주주의인민공화국",
        "北京와 平壤",
        "日本の港",
        "Łódź, Győr, Škoda",
    ],
)
def test_other_scripts_are_drawn_and_read_back(words: str) -> None:
    data = written(s.document(s.p(f"In the paper {words} it was said.")))
    assert words in flat(texts(data)[0])


def test_combining_signs_are_read_back() -> None:
    words = "x\u0301\u0323 and q\u0303"
    found = "".join(letter.text for letter in _page(words))
    assert unicodedata.normalize("NFC", found) == unicodedata.normalize("NFC", words)


def test_a_language_prefers_the_fonts_that_speak_it() -> None:
    found = letters(written(s.document(s.p((s.foreign("直", "ja"), s.foreign("直", "zh"))))))[0]
    assert [letter.text for letter in found] == ["直", "直"]


def test_hangul_breaks_between_characters_and_keeps_its_stops() -> None:
    found = _page(s.foreign("조선민주주의인민공화국은위대하다。" * 12, "ko"))
    lines = _lines(found)
    assert len(lines) > 3
    assert not any(line.startswith("。") for line in lines)


def test_a_hyphen_at_the_end_of_a_line_is_a_soft_one() -> None:
    words = "infrastructure responsibilities notwithstanding communications " * 8
    text = texts(written(s.document(s.p(words))))[0]
    assert "-" not in text
    assert flat(text) == words.strip()


def test_headings_are_not_hyphenated() -> None:
    text = texts(written(s.document(s.heading("Infrastructure responsibilities notwithstanding " * 4))))[0]
    assert flat(text).split() == ("Infrastructure responsibilities notwithstanding " * 4).split()
    assert "\x02" not in text


def test_capitals_and_tracking_come_from_the_style() -> None:
    found = _page("In brief", style="box-label")
    assert "".join(letter.text for letter in found) == "IN BRIEF"
    gaps = [b.left - a.right for a, b in itertools.pairwise(found)]
    assert min(gaps) > 0.3


def test_a_square_to_tick_is_drawn_and_read_back() -> None:
    found = _page(Checkbox(), " Agreed")
    assert "".join(letter.text for letter in found) == "☐ Agreed"


def test_no_line_begins_with_a_sign_that_parts_its_neighbours() -> None:
    for start in range(12):
        found = _page("in " * start + "cost existing resources · deadline within six months | " * 6, style="small")
        assert not any(line[0] in "·|" for line in _lines(found))


def test_a_line_break_ends_a_line() -> None:
    assert _lines(_page("About", LineBreak(), "this brief")) == ["About", "thisbrief"]


def test_an_empty_paragraph_takes_a_line() -> None:
    found = letters(written(s.document(s.p("a"), s.p(""), s.p("b"))))[0]
    assert found[1].top - found[0].top > 2 * 15.2


def test_page_numbers_are_told_in_furniture_and_in_text() -> None:
    numbers: tuple[str | Inline, ...] = ("Page ", PageNumber(), " of ", PageCount())
    furniture = Furniture(footer=(s.line(right=numbers),), first_footer=(s.line("first"),))
    pages = texts(written(s.document(s.p(numbers), *(s.p("words " * 80) for _ in range(20)), furniture=furniture)))
    count = len(pages)
    assert count > 2
    assert pages[0].startswith(f"Page 1 of {count}")
    assert "first" in pages[0]
    assert all(f"Page {number} of {count}" in page for number, page in enumerate(pages[1:], start=2))


def test_a_footer_too_long_for_one_line_wraps() -> None:
    page = s.theme().page
    line = s.line("A title that is far too long to stand beside the rest of the line " * 2, "PB 2026/04", "Page 1 of 3")
    found = letters(written(s.document(furniture=Furniture(first_footer=(line,)))))[0]
    assert len(_lines(found)) >= 2
    assert max(letter.right for letter in found) < page.width - page.right + 0.5
    assert max(letter.bottom for letter in found) < page.height - page.footer + 2


def test_a_plate_stands_around_its_words() -> None:
    data = written(s.document(s.p((s.styled("letter", "A"), " risk"))))
    assert texts(data)[0].startswith("A risk")


def test_numbered_paragraphs_hang_their_numbers() -> None:
    found = letters(written(s.document(s.p("Text", "numbered", number=7)), "ministry"))[0]
    page = s.theme("ministry").page
    number, text = found[0], next(letter for letter in found if letter.text == "T")
    assert number.text == "7"
    assert number.left == pytest.approx(page.left, abs=1)
    assert text.left == pytest.approx(page.left + 28.35, abs=1)


@pytest.mark.parametrize(
    ("figures", "are_alike"), [("lining", False), ("old-style", False), ("tabular", True), ("tabular-old-style", True)]
)
def test_figures_are_those_of_the_style(figures: str, are_alike: bool) -> None:
    base = s.theme()
    style = base.paragraphs["body"].model_copy(update={"figures": figures})
    theme = base.model_copy(update={"paragraphs": {**base.paragraphs, figures: style}})
    found = letters(written(s.document(s.p("0123456789", figures)), theme))[0]
    assert "".join(letter.text for letter in found) == "0123456789"
    steps = [after.left - before.left for before, after in itertools.pairwise(found)]
    assert (max(steps) - min(steps) < 0.1) is are_alike


def test_the_numbers_of_a_table_stand_under_each_other() -> None:
    for house in ("institute", "ministry"):
        numbers = s.table("data", None, s.row("1111", style="table-number"), s.row("8080", style="table-number"))
        found = letters(written(s.document(numbers), house))[0]
        assert [x.left for x in found[:4]] == pytest.approx([x.left for x in found[4:]], abs=0.05)


def test_justified_text_fills_the_measure() -> None:
    base = s.theme()
    justified = base.paragraphs["body"].model_copy(update={"align": "justify"})
    theme = base.model_copy(update={"paragraphs": {**base.paragraphs, "justified": justified}})
    found = letters(
        written(
            s.document(s.p("Words of many lengths fill the lines of a paragraph that is justified. " * 6, "justified")),
            theme,
        )
    )[0]
    ends: dict[float, float] = {}
    for letter in found:
        if letter.text.strip():
            ends[round(letter.bottom)] = max(ends.get(round(letter.bottom), 0.0), letter.right)
    rights = [right for _, right in sorted(ends.items())][:-1]
    assert len(rights) > 3
    assert max(rights) - min(rights) < 1
