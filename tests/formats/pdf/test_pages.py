"""Where pages end: nothing that belongs together is parted, nothing is lost, nothing leaves the measure."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from briefwright.document.nodes import Block
from tests.formats.docx import building as s
from tests.formats.docx import specimens
from tests.formats.pdf.random_documents import Maker
from tests.formats.pdf.reading import letters, texts, written

_PARAGRAPH = "Words that fill the page line after line until it is full. " * 7


def _filled(count: int, *blocks: Block) -> tuple[Block, ...]:
    """Blocks after so many lines of text."""
    return (*(s.p(f"filler {number}", "small") for number in range(count)), *blocks)


def _body(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


@pytest.mark.parametrize("seed", range(3))
def test_nothing_leaves_the_measure(seed: int) -> None:
    page = s.theme().page
    for found in letters(written(Maker(seed).document(16))):
        assert min(letter.left for letter in found) > page.left - 0.5
        assert max(letter.right for letter in found) < page.width - page.right + 1
        assert max(letter.bottom for letter in found) < page.height - page.bottom + 3


@pytest.mark.parametrize("seed", range(3))
def test_cards_are_never_divided(seed: int) -> None:
    maker = Maker(seed)
    pages = texts(written(maker.document(40)))
    for number in range(1, maker.cards + 1):
        found = [len(re.findall(rf"\b(?:begin|end)card{number}\b", page)) for page in pages]
        assert max(found) == 2


@pytest.mark.parametrize("lines", range(40, 52))
def test_a_heading_keeps_two_lines_of_what_follows(lines: int) -> None:
    document = s.document(*_filled(lines, s.heading("The heading"), s.p(_PARAGRAPH)))
    for page in texts(written(document)):
        after = _body(page.partition("The heading")[2])
        assert "The heading" not in page or len(after) >= 2


@pytest.mark.parametrize("lines", range(42, 50))
def test_no_line_of_a_paragraph_stands_alone(lines: int) -> None:
    document = s.document(*_filled(lines, s.p(_PARAGRAPH)))
    counts = [len([line for line in _body(page) if not line.startswith("filler")]) for page in texts(written(document))]
    assert sum(counts) == 6
    assert 1 not in counts


@pytest.mark.parametrize("lines", [30, 40, 44])
def test_headings_in_a_row_stay_together(lines: int) -> None:
    headings = (s.heading("First"), s.heading("Second", 2), s.heading("Third", 3))
    for page in texts(written(s.document(*_filled(lines, *headings, s.p(_PARAGRAPH))))):
        assert ("First" in page) == ("Third" in page)


def test_a_long_table_repeats_its_head_on_every_page() -> None:
    rows = [s.row(f"row {number}", "two", "three", "four") for number in range(90)]
    head = s.row("Actor", "Position", "Interests", "Reaction", style="table-head")
    pages = texts(written(s.document(s.table("stakeholders", head, *rows))))
    assert len(pages) >= 3
    assert all(page.split("\n")[0].startswith("Actor") for page in pages)
    found = [int(number) for page in pages for number in re.findall(r"row (\d+)", page)]
    assert found == list(range(90))


def test_a_row_taller_than_a_page_goes_on_in_both_cells() -> None:
    left = " ".join(f"l{number}" for number in range(400))
    right = " ".join(f"r{number}" for number in range(1200))
    pages = texts(written(s.document(s.table("facts", None, s.row(s.cell(left), s.cell(right))))))
    assert len(pages) >= 2
    words = [int(word) for page in pages for word in re.findall(r"\bl(\d+)\b", page)]
    assert words == list(range(400))
    words = [int(word) for page in pages for word in re.findall(r"\br(\d+)\b", page)]
    assert words == list(range(1200))


def test_a_card_taller_than_a_page_is_divided_and_closed_on_each() -> None:
    card = s.box("card", *(s.p(f"w{number} {_PARAGRAPH}") for number in range(30)))
    pages = texts(written(s.document(card)))
    assert len(pages) >= 2
    words = [int(word) for page in pages for word in re.findall(r"\bw(\d+)\b", page)]
    assert words == list(range(30))


def test_columns_go_on_side_by_side() -> None:
    left = (s.p(" ".join(f"l{number}" for number in range(300)), "side-heading"),)
    right = (s.p(" ".join(f"r{number}" for number in range(1500)), "beside"),)
    pages = texts(written(s.document(*_filled(30, s.columns("beside", left, right)))))
    assert len(pages) >= 3
    first = pages[0]
    assert "l5" in first
    assert "r5" in first
    words = [int(word) for page in pages for word in re.findall(r"\br(\d+)\b", page)]
    assert words == list(range(1500))


def test_no_page_but_the_last_is_left_half_empty() -> None:
    document = Maker(5).document(25)
    bottom = s.theme().page.height - s.theme().page.bottom
    for page in letters(written(document))[:-1]:
        tops = sorted(letter.bottom for letter in page)
        gap = max(below - above for above, below in pairwise(tops))
        assert gap < 0.5 * bottom
        assert tops[-1] > 0.5 * bottom


def test_a_last_page_of_a_line_or_two_is_saved_by_a_little_less_space() -> None:
    for count in range(44, 60):
        pages = texts(written(s.document(*(s.p(f"filler {number}", "small") for number in range(count)))))
        assert len(_body(pages[-1])) > 2


def test_space_above_vanishes_at_the_top_of_a_page() -> None:
    page = s.theme().page
    document = s.document(*_filled(49, s.heading("Next"), s.p(_PARAGRAPH)))
    found = next(
        f for f, text in zip(letters(written(document)), texts(written(document)), strict=True) if "Next" in text
    )
    assert min(letter.top for letter in found) < page.top + 14


def test_what_is_side_by_side_begins_on_one_line() -> None:
    document = s.document(s.columns("beside", (s.heading("Label", 2, "side-heading"),), (s.p("Text", "beside"),)))
    found = letters(written(document))[0]
    label = next(letter for letter in found if letter.text == "L")
    text = next(letter for letter in found if letter.text == "T")
    assert abs(label.bottom - text.bottom) < 3
    assert text.left > label.right


def test_an_empty_document_has_one_page() -> None:
    assert len(texts(written(s.document()))) == 1


@pytest.mark.parametrize("house", ["institute", "ministry"])
def test_every_block_and_inline_is_drawn(house: str) -> None:
    document = specimens.institute() if house == "institute" else specimens.ministry()
    text = " ".join("".join(texts(written(document, house))).split())
    for words in ("A picture", "Dues by port") if house == "institute" else ("TLP:GREEN", "Not agreed"):
        assert words in text
