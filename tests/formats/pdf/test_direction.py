"""Text that runs from right to left: paragraphs of its own, phrases within others, and what stands beside it."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path
from random import Random

import pytest
from bidi import get_display

from briefwright.document.nodes import Block, Furniture, Inline
from briefwright.formats.pdf.direction import order_of, runs_to_the_left
from tests.formats.docx import building as s
from tests.formats.pdf.reading import Letter, letters, texts, written

_LETTERS = "אבגדהםןשלו" + "ابتثجحخ" + "abcdefXYZ" + "0123456789٠١٢" + "     .,:;()[]«»%+-/–€"


def _page(*blocks: Block, language: str = "en-GB", furniture: Furniture | None = None) -> list[Letter]:
    return letters(written(s.document(*blocks, language=language, furniture=furniture)))[0]


def _shown(*words: str | Inline, language: str = "en-GB") -> str:
    """The characters of a line from left to right."""
    return "".join(x.text for x in sorted(_page(s.p(words), language=language), key=lambda letter: letter.left))


def _lines(found: list[Letter]) -> list[tuple[float, float]]:
    """Where each line begins and ends, from the top."""
    edges: dict[int, tuple[float, float]] = {}
    for letter in found:
        if letter.text.strip():
            left, right = edges.get(round(letter.bottom), (letter.left, letter.right))
            edges[round(letter.bottom)] = min(left, letter.left), max(right, letter.right)
    return [edge for _, edge in sorted(edges.items())]


# ---- the order of the letters ------------------------------------------------------------------------------------


@pytest.mark.parametrize("turned", [False, True])
def test_the_order_is_that_of_the_unicode_algorithm(turned: bool) -> None:
    random = Random(4)
    for _ in range(300):
        text = "".join(random.choices(_LETTERS, k=random.randint(1, 60))).strip() + "."
        order = order_of(text, turned)
        assert sorted(order.ranks) == list(range(len(text)))
        shown = "".join(text[place] for place in sorted(range(len(text)), key=order.ranks.__getitem__))
        assert shown == get_display(text, base_dir="R" if turned else "L")


def test_a_long_paragraph_is_ordered_too() -> None:
    text = "שלום עולם and " * 5_000
    order = order_of(text, turned=False)
    assert sorted(order.ranks) == list(range(len(text)))


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("see שלום עולם there", "see םלוע םולש there"),
        ("see שלום, עולם, there", "see םלוע ,םולש, there"),
        ("see שלום 2024 עולם (x)", "see םלוע 2024 םולש (x)"),
        ("see (שלום) there", "see (םולש) there"),
        ("see שלום (עולם) טוב there", "see בוט )םלוע( םולש there"),  # the sign that was written; its glyph is mirrored
        ("see שלום.", "see םולש."),
        ("שלום, see (there) עולם", "םלוע see (there) ,םולש"),
        ("קמח", "חמק"),
        ("ב-12.5% או 3–4", "4–3 וא 12.5%-ב"),
        ("ראו https://example.org/a-b/ שם", "םש https://example.org/a-b/ ואר"),
    ],
)
def test_words_stand_where_a_reader_looks_for_them(words: str, shown: str) -> None:
    assert _shown(words) == shown


def test_a_call_stands_after_its_word_as_it_is_read() -> None:
    first, *rest = _page(s.p(("שלום", s.note(1, "x"), " עולם")))
    found = sorted([first, *rest], key=lambda letter: letter.left)
    body = [letter for letter in found if letter.bottom < 100]
    assert "".join(letter.text for letter in body) == "םלוע 1םולש"


def test_what_is_written_in_bold_keeps_its_place() -> None:
    assert _shown("שלום ", s.strong("עולם"), " טוב") == "בוט םלוע םולש"
    assert _shown("see שלום ", s.strong("עולם"), " there") == "see םלוע םולש there"


@pytest.mark.parametrize("turned", ["שלום עולם טוב ", "مرحبا بالعالم الجميل "])
def test_lines_are_broken_in_the_order_of_reading(turned: str) -> None:
    words = [f"{word}{number}" for number, word in enumerate((turned * 30).split())]
    found = _page(s.p(" ".join(words)))
    numbers = [number[::-1] for line in _from_the_right(found) for number in re.findall(r"\d+", line)]
    assert [int(number) for number in numbers] == list(range(len(words)))


def _from_the_right(found: list[Letter]) -> list[str]:
    """The lines, each with its letters from the right to the left."""
    lines: dict[int, list[Letter]] = {}
    for letter in found:
        lines.setdefault(round(letter.bottom), []).append(letter)
    return ["".join(x.text for x in sorted(line, key=lambda x: -x.left)) for _, line in sorted(lines.items())]


# ---- letters that join -------------------------------------------------------------------------------------------


def _glyph_widths(*words: str | Inline) -> list[float]:
    """The widths of the letters from the right."""
    found = sorted(_page(s.p(words)), key=lambda letter: -letter.left)
    return [round(letter.right - letter.left, 2) for letter in found if letter.text.strip("\u200b ")]


def test_letters_join_across_a_change_of_weight() -> None:
    assert _glyph_widths("ككك") == _glyph_widths("ك", s.foreign("ك", "ar"), "ك")
    assert _glyph_widths("ككك") != _glyph_widths("ك ك ك")


def test_letters_join_across_the_end_of_a_line() -> None:
    widths = _glyph_widths("ك" * 200)
    assert len({*widths}) <= 3
    assert len([width for width in widths if width == widths[1]]) >= 198


# ---- paragraphs that run to the left -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "language", "turned"),
    [
        ("English words", "en", False),
        ("שלום עולם", "en", True),
        ("שלום and world", "en", True),
        ("שלום is the word with which people greet each other", "en", False),
        ("English, then שלום", "en", False),
        ("2024", "en", False),
        ("2024", "ar", True),
        ("NATO والحكومة", "ar", True),
        ("English words alone", "he-IL", False),
        ("", "fa", True),
        ("سلام", "ur", True),
    ],
)
def test_the_letters_and_the_language_say_how_a_paragraph_runs(words: str, language: str, turned: bool) -> None:
    assert runs_to_the_left(words, language) is turned


def test_a_paragraph_that_runs_to_the_left_is_the_mirror_of_another() -> None:
    page = s.theme().page
    plain = _lines(_page(s.p("shalom olam tov meod " * 20)))
    turned = _lines(_page(s.p("שלום עולם טוב מאוד " * 30)))
    edge = page.width - page.right - (min(left for left, _ in plain) - page.left)
    assert all(right == pytest.approx(edge, abs=1.5) for _, right in turned)
    assert turned[-1][0] > turned[0][0]


def test_items_and_notes_that_run_to_the_left_have_their_marks_at_the_right() -> None:
    item, plain = _page(s.items("פריט", "item"))[:1], _page(s.items("item"))
    page = s.theme().page
    assert item[0].text == plain[0].text == "•"
    assert item[0].left - page.left == pytest.approx(page.width - page.right - plain[0].right, abs=2)
    called = _page(s.p(("words", s.note(1, "הערה בעברית."))))
    number = next(x for x in called if x.text == "1" and x.bottom > 700)
    assert number.right == pytest.approx(page.width - page.right, abs=1)


def test_a_numbered_paragraph_that_runs_to_the_left_has_its_number_at_the_right() -> None:
    page = s.theme("ministry").page
    found = letters(written(s.document(s.p("טקסט", "numbered", number=7)), "ministry"))[0]
    number = next(x for x in found if x.text == "7")
    assert number.right == pytest.approx(page.width - page.right, abs=1.5)
    assert max(x.right for x in found if x.text in "טקסט") == pytest.approx(page.width - page.right - 28.35, abs=1)


def test_a_document_in_such_a_language_is_mirrored_throughout() -> None:
    page = s.theme().page
    blocks = (
        s.columns("beside", (s.heading("צד", 2, "side-heading"),), (s.p("גוף", "beside"),)),
        s.table("facts", None, s.row("ימין", "שמאל")),
        s.box("card", s.p("תיבה")),
    )
    furniture = Furniture(first_footer=(s.line("כאן", "", "שם"),))
    found = _page(*blocks, language="he", furniture=furniture)
    place = {x.text: x for x in found}
    assert place["צ"].left > place["ג"].right
    assert place["צ"].right == pytest.approx(page.width - page.right, abs=1)
    assert place["י"].left > place["ש"].right
    assert place["כ"].right == pytest.approx(page.width - page.right, abs=1)


def test_justified_text_that_runs_to_the_left_fills_the_measure() -> None:
    base = s.theme()
    justified = base.paragraphs["body"].model_copy(update={"align": "justify"})
    theme = base.model_copy(update={"paragraphs": {**base.paragraphs, "justified": justified}})
    words = "שלום עולם טוב מאוד והרבה דברים אחרים " * 25
    lines = _lines(letters(written(s.document(s.p(words, "justified")), theme))[0])
    assert max(right for _, right in lines) - min(right for _, right in lines) < 1.5
    assert max(left for left, _ in lines[:-1]) - min(left for left, _ in lines[:-1]) < 1.5
    assert lines[-1][0] > lines[0][0] + 10


# ---- what a reader of the file gets back -------------------------------------------------------------------------


@pytest.mark.parametrize("words", ["שלום עולם", "הממשלה אמרה שהנמל ייפתח"])
def test_words_are_read_back_as_they_were_written(words: str) -> None:
    assert texts(written(s.document(s.p(words))))[0].strip() == words


def test_the_dots_of_a_letter_are_not_read_beside_it() -> None:
    words = "قالت الحكومة إن الميناء سيفتح"
    found = sorted(_page(s.p(words)), key=lambda letter: -letter.left)
    assert "".join(letter.text for letter in found if letter.text != "\u200b") == words


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="needs pdftotext")
def test_another_reader_reads_the_same(tmp_path: Path) -> None:
    words = "قالت الحكومة إن الميناء سيفتح في العام القادم"
    (tmp_path / "a.pdf").write_bytes(written(s.document(s.p(words))))
    read = subprocess.run(["pdftotext", tmp_path / "a.pdf", "-"], capture_output=True, text=True, check=True).stdout
    assert "".join(c for c in read if unicodedata.category(c) != "Cf").strip() == words
