"""Notes stand at the foot of the page that calls them, whole or going on overleaf."""

from __future__ import annotations

import re
from io import BytesIO
from itertools import pairwise

import pikepdf
import pytest

from briefwright.document.nodes import Document
from tests.formats.docx import building as s
from tests.formats.pdf.random_documents import Maker
from tests.formats.pdf.reading import letters, texts, written

_LONG = "harbour dues quay storm insurance ministry towns coast repair charter " * 130
"""More than a page of a note."""


def _places(document: Document) -> dict[str, list[int]]:
    """The pages on which each marked word stands."""
    places: dict[str, list[int]] = {}
    for page, text in enumerate(texts(written(document))):
        for word in re.findall(r"[cne]\d+:", text):
            places.setdefault(word, []).append(page)
    return places


def _misplaced(document: Document, count: int) -> list[int]:
    """The notes that do not begin, once, on the page of their call, or that do not end."""
    places = _places(document)
    return [
        number
        for number in range(1, count + 1)
        if len(places.get(f"n{number}:", ())) != 1
        or places[f"n{number}:"] != places.get(f"c{number}:")
        or places.get(f"e{number}:", [-1])[0] < places[f"n{number}:"][0]
    ]


@pytest.mark.parametrize("seed", range(3))
def test_every_note_begins_on_the_page_of_its_call(seed: int) -> None:
    maker = Maker(seed)
    document = maker.document(45)
    assert maker.notes > 60
    assert _misplaced(document, maker.notes) == []


@pytest.mark.parametrize("seed", range(200, 203))
def test_every_one_of_many_short_notes_begins_on_the_page_of_its_call(seed: int) -> None:
    maker = Maker(seed, (1, 2, 4, 9, 30), density=6)
    document = maker.document(40)
    assert maker.notes > 300
    assert _misplaced(document, maker.notes) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(1000, 1040))
def test_every_one_of_ten_thousand_notes_begins_on_the_page_of_its_call(seed: int) -> None:
    lengths = [(3, 8, 20, 40), (1, 2, 4, 9), (2, 60, 120), (3, 20, 150, 900)][seed % 4]
    maker = Maker(seed, lengths, density=1 + seed % 3 * 2)
    document = maker.document(60)
    assert _misplaced(document, maker.notes) == []


@pytest.mark.parametrize("count", [90, 160])
def test_of_more_notes_on_a_line_than_a_page_can_hold_the_rest_begin_overleaf(count: int) -> None:
    calls = [part for n in range(1, count + 1) for part in ("i", s.note(n, f"n{n}: {'word ' * (n % 30)}e{n}:"))]
    places = _places(s.document(s.p("before"), s.p(("c1:", *calls)), s.p("after")))
    begun = [places[f"n{n}:"] for n in range(1, count + 1)]
    assert all(len(pages) == 1 for pages in begun)
    assert begun == sorted(begun)
    assert begun[0] == begun[25] == places["c1:"] < begun[-1]
    assert all(len(places[f"e{n}:"]) == 1 for n in range(1, count + 1))


@pytest.mark.parametrize("seed", range(100, 102))
def test_notes_longer_than_a_page_run_on_and_delay_no_other(seed: int) -> None:
    maker = Maker(seed, (3, 20, 150, 700, 1500))
    document = maker.document(15)
    assert _misplaced(document, maker.notes) == []


def test_two_hundred_notes_are_all_set() -> None:
    maker = Maker(1)
    document = s.document(*(s.p(("Words", *maker.note(), " go on.")) for _ in range(200)))
    assert _misplaced(document, 200) == []


def test_several_notes_on_one_line_begin_together() -> None:
    calls = [part for n in range(1, 7) for part in (f" c{n}:", s.note(n, f"n{n}: {_LONG} e{n}:"))]
    places = _places(s.document(s.p("before"), s.p(tuple(calls)), s.p("after")))
    assert [places[f"n{n}:"] for n in range(1, 7)] == [[0]] * 6
    ends = [places[f"e{n}:"][0] for n in range(1, 7)]
    assert ends == sorted(ends)


def test_a_note_that_goes_on_has_two_lines_on_each_side() -> None:
    filler = [s.p("Words that fill the page. " * 12) for _ in range(9)]
    for more in range(0, 12, 3):
        note = s.note(1, "n1: " + "words of a note " * (60 + 10 * more))
        pages = letters(written(s.document(*filler, s.p(("Called", note)), *filler)))
        lines = [len({round(c.top) for c in page if abs(c.size - 8.2) < 0.01}) for page in pages]
        assert all(count != 1 for count in lines)
        assert sum(1 for count in lines if count) in {1, 2}


def test_notes_of_a_row_stand_in_the_order_of_their_numbers() -> None:
    first = s.cell(("deep " * 40, s.note(1, "one.")))
    second = s.cell(("high", s.note(2, "two.")))
    text = texts(written(s.document(s.table("facts", None, s.row(first, second)))))[0]
    assert text.index("one.") < text.index("two.")


@pytest.mark.parametrize("house", ["institute", "ministry"])
def test_the_text_of_a_note_is_clear_of_its_number_where_a_lower_number_is_wider_than_the_highest(house: str) -> None:
    calls = tuple(s.note(number, "Report.") for number in range(1, 112))
    document = s.document(*(s.p(("x", call)) for call in calls))
    for page in letters(written(document, house)):
        for letter, following in pairwise(page):
            if letter.text.isdigit() and following.text == "R":
                assert following.left - letter.right > 3


def test_every_call_leads_to_the_note_and_the_note_to_its_first_call() -> None:
    note = s.note(1, "Report.")
    content = (s.p(("once", note)), s.p("Filler. " * 900), s.p(("again", note)))
    with pikepdf.open(BytesIO(written(s.document(*content)))) as pdf:
        links = [(page, link.Dest) for page in (pdf.pages[0], pdf.pages[-1]) for link in page.Annots]
        first, back, later = ((page.objgen, dest[0].objgen, float(dest[3])) for page, dest in links)
    assert first[0] == back[0] == back[1] != later[0]
    assert first[1:] == later[1:]
    assert back[2] > first[2]


def test_a_note_called_again_is_not_repeated() -> None:
    note = s.note(1, "The only text.")
    text = "".join(texts(written(s.document(s.p(("once", note)), s.p(("again", note))))))
    assert text.count("The only text.") == 1


def test_a_note_stands_at_the_foot_of_the_page() -> None:
    page = letters(written(s.document(s.p(("Called", s.note(1, "The text."))))))[0]
    foot = s.theme().page.height - s.theme().page.bottom
    assert max(letter.bottom for letter in page) == pytest.approx(foot, abs=4)


def test_a_note_number_leaves_the_lines_as_they_are() -> None:
    words = "The lines of this paragraph stand at the same distance wherever a note is called. " * 3
    plain = letters(written(s.document(s.p(words))))[0]
    called = letters(written(s.document(s.p((words[:40], s.note(1, "."), words[40:])))))[0]
    baselines = sorted({round(c.bottom, 1) for c in plain if c.size > 10})
    assert sorted({round(c.bottom, 1) for c in called if c.size > 10}) == baselines
