"""What a reader is owed of a first page, measured on both briefs in both houses, on A4 and on Letter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest

from briefwright.diagnostics import Report
from briefwright.document.nodes import (
    Block,
    Box,
    Document,
    Figure,
    Heading,
    InternalLink,
    Note,
    Paragraph,
    Section,
    Table,
    Title,
)
from briefwright.document.walk import all_inlines, blocks, own_inlines, plain_text
from briefwright.formats.pdf.flow import Part
from briefwright.formats.pdf.layout import Page, lay_out
from briefwright.formats.pdf.marks import Fill, Mark, Picture, Run, Strip
from briefwright.formats.pdf.typesetter import Typesetter
from briefwright.pipeline import check
from briefwright.theme.theme import Theme
from briefwright.workspace import Workspace
from tests.extraction.compiled import HOUSES, ROOT

_BRIEFS = tuple(file.parent.name for file in sorted((ROOT / "briefs").glob("*/brief.yaml")))


@dataclass(frozen=True, slots=True)
class Set:
    """A brief laid out: every strip with its page and its top."""

    document: Document
    theme: Theme
    pages: list[Page]

    def strips(self, source: Block | None = None) -> list[tuple[int, float, Strip]]:
        """The strips of the bodies, or of one block of them, each with its page, counted from 1, and its top."""
        found = [
            (number, top, strip)
            for number, page in enumerate(self.pages, start=1)
            for top, strip in _strips(page.body.what, page.body.y)
        ]
        return [entry for entry in found if source is None or entry[2].source is source]


def _strips(what: Part | Strip | Mark, y: float) -> Iterator[tuple[float, Strip]]:
    if isinstance(what, Strip):
        yield y, what
    elif isinstance(what, Part):
        for placed in what.items:
            if not placed.repeated:
                yield from _strips(placed.what, y + placed.y)


@cache
def _set(brief: str, house: str, paper: str) -> Set:
    checked = check(Workspace(ROOT), ROOT / "briefs" / brief / "brief.yaml", style=house)
    document, theme = checked.document, checked.theme
    assert document is not None
    assert theme is not None
    theme = theme.model_copy(update={"page": theme.page.model_copy(update={"size": paper})})
    return Set(document, theme, lay_out(document, Typesetter(theme, Report(), document.metadata.language)))


@pytest.fixture(params=[(b, h, p) for b in _BRIEFS for h in HOUSES for p in ("A4", "Letter")], ids=" ".join)
def page(request: pytest.FixtureRequest) -> Set:
    """A brief laid out in a house on a paper."""
    return _set(*request.param)


def _blocks(found: Set) -> Iterator[Block]:
    return blocks(found.document.content)


def _lines(found: Set, block: Block) -> list[str]:
    return [_words(strip) for _, _, strip in found.strips(block)]


def _words(strip: Strip) -> str:
    runs = [mark for mark in strip.marks if isinstance(mark, Run)]
    return "".join(text for run in runs for piece in run.pieces for text in piece.texts)


def _body_paragraphs(found: Set) -> Iterator[Paragraph]:
    """The paragraphs of plain prose over the full measure of the text."""
    for block in _blocks(found):
        if isinstance(block, Paragraph) and block.style in {"body", "beside", "numbered"}:
            yield block


def _answer(found: Set) -> list[Block]:
    """The blocks of the answer: those of its box, or in a submission all before the second heading."""
    for block in _blocks(found):
        if isinstance(block, Box) and block.style == "answer":
            return list(blocks(block.content))
    section = next(b for b in _blocks(found) if isinstance(b, Section) and b.kind in {"summary", "answer", "issue"})
    return list(blocks(section.content))


# ---- the head ----------------------------------------------------------------------------------------------------


def test_the_first_line_names_series_date_and_status(page: Set) -> None:
    first = " ".join(_words(strip) for _, _, strip in page.strips()[:3]) + _furniture(page, 0)
    for words in (page.document.metadata.identifier, page.document.metadata.status):
        assert _loose(words) in _loose(first)


def test_the_title_has_two_lines_at_most_and_is_the_largest_text(page: Set) -> None:
    title = next(block for block in _blocks(page) if isinstance(block, Title))
    assert len(page.strips(title)) <= 2
    assert all(number == 1 for number, _, _ in page.strips(title))
    size, body = page.theme.paragraph(title.style).size, page.theme.paragraph("body").size
    assert size >= (2 if page.theme.name == "institute" else 1.6) * body
    assert size == max(mark.look.size for _, _, strip in page.strips() for mark in strip.marks if isinstance(mark, Run))


def test_authors_and_the_cut_off_stand_on_the_first_page(page: Set) -> None:
    first = _loose(" ".join(_words(strip) for number, _, strip in page.strips() if number == 1))
    assert all(_loose(author) in first for author in page.document.metadata.authors)
    assert re.search(r"informationas(of|at)|informationcut-?off|cut-?off", first)


def test_the_answer_begins_in_the_top_half_of_the_first_page_and_ends_on_it(page: Set) -> None:
    places = [entry for block in _answer(page) for entry in page.strips(block)]
    assert {number for number, _, _ in places} == {1}
    assert min(top for _, top, _ in places) < page.theme.page.height / 2


# ---- the text ----------------------------------------------------------------------------------------------------


def test_a_line_of_prose_has_60_to_75_characters(page: Set) -> None:
    lengths = [len(line) for block in _body_paragraphs(page) for line in _lines(page, block)[:-1]]
    assert len(lengths) > 20
    assert 60 <= sum(lengths) / len(lengths) <= 75


def test_prose_is_ragged_of_10_to_11_points_with_ample_leading(page: Set) -> None:
    style = page.theme.paragraph("body")
    assert 10 <= style.size <= 11
    assert 1.35 <= style.leading / style.size <= 1.5
    assert style.align == "left"


def test_there_are_two_families_and_three_sizes_of_heading_at_most(page: Set) -> None:
    assert len(page.theme.families) <= 2
    assert len({page.theme.paragraph(b.style).size for b in _blocks(page) if isinstance(b, Heading)}) <= 4


def _luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_every_text_is_clear_of_its_ground(page: Set) -> None:
    poor = {
        (ink, ground)
        for sheet in page.pages
        for placed in sheet
        for ink, ground in _inks(placed.what, placed.x, placed.y, [])
        if _contrast(ink, ground) < 4.5
    }
    assert poor == set()


_Grounds = list[tuple[float, float, float, float, str]]


def _inks(what: Part | Strip | Mark, x: float, y: float, grounds: _Grounds) -> Iterator[tuple[str, str]]:
    """The colour of each text with that of the last ground drawn under it."""
    if isinstance(what, Part):
        for placed in what.items:
            yield from _inks(placed.what, x + placed.x, y + placed.y, grounds)
    elif isinstance(what, Strip):
        for mark in what.marks:
            yield from _inks(mark, x, y, grounds)
    elif isinstance(what, Fill):
        left, top = x + what.x, y + what.y
        grounds.append((left, top, left + what.width, top + what.height, what.colour))
    elif isinstance(what, Run):
        across, down = x + what.x + what.width / 2, y + what.y - what.look.size / 3
        under = [g[4] for g in grounds if g[0] <= across <= g[2] and g[1] <= down <= g[3]]
        yield what.look.colour, under[-1] if under else "#ffffff"


# ---- what stands together ----------------------------------------------------------------------------------------


def test_no_card_and_no_picture_is_divided(page: Set) -> None:
    for block in _blocks(page):
        if isinstance(block, Figure) or (isinstance(block, Box) and page.theme.boxes[block.style].keep_together):
            parts = [block, *blocks(block.caption if isinstance(block, Figure) else block.content)]
            assert len({number for part in parts for number, _, _ in page.strips(part)}) <= 1


def test_no_page_ends_with_a_heading_or_a_lone_line(page: Set) -> None:
    for number in range(1, len(page.pages)):
        *_, (_, _, last) = [entry for entry in page.strips() if entry[0] == number]
        assert not isinstance(last.source, Heading | Title)
        if isinstance(last.source, Paragraph):
            whole = page.strips(last.source)
            here = [entry for entry in whole if entry[0] == number]
            assert len(here) == len(whole) or (len(here) >= 2 and len(whole) - len(here) >= 2)


def test_every_note_begins_on_the_page_of_its_first_call(page: Set) -> None:
    before: set[int] = set()
    for sheet in page.pages:
        called = {note.number for _, strip in _strips(sheet.body.what, 0.0) for note in strip.notes}
        shown = {strip.source.number for _, strip in _strips(sheet.foot.what, 0.0) if isinstance(strip.source, Note)}
        assert called - before <= shown
        before |= called


def test_nothing_leaves_the_measure(page: Set) -> None:
    paper = page.theme.page
    for sheet in page.pages:
        for placed in sheet:
            for right in _ends(placed.what, placed.x):
                assert right < paper.width - paper.right + 1


def _ends(what: Part | Strip | Mark, x: float) -> Iterator[float]:
    if isinstance(what, Part):
        for placed in what.items:
            yield from _ends(placed.what, x + placed.x)
    elif isinstance(what, Strip):
        for mark in what.marks:
            yield from _ends(mark, x)
    elif isinstance(what, Run | Picture):
        yield x + what.x + what.width


# ---- what a brief carries with it --------------------------------------------------------------------------------


def _furniture(page: Set, number: int) -> str:
    sheet = page.pages[number]
    return " ".join(_words(strip) for placed in (sheet.header, sheet.footer) for _, strip in _strips(placed.what, 0.0))


def _loose(words: str) -> str:
    return "".join(words.lower().split())


def test_every_footer_tells_the_page_and_the_number_of_the_document(page: Set) -> None:
    for number in range(len(page.pages)):
        words = _furniture(page, number)
        assert re.search(rf"\b{number + 1} of {len(page.pages)}\b", words)
        assert page.document.metadata.identifier in words


def test_cards_begin_with_who_is_to_act_in_bold(page: Set) -> None:
    cards = [block for block in _blocks(page) if isinstance(block, Box) and block.style == "card"]
    assert bool(cards) == (page.theme.name == "institute")
    for card in cards:
        actor = next(b for b in blocks(card.content) if isinstance(b, Paragraph) and b.style == "actor")
        assert page.theme.paragraph(actor.style).weight >= 600


def test_pictures_have_words_for_those_who_cannot_see_and_a_title_that_says_something(page: Set) -> None:
    for block in _blocks(page):
        if isinstance(block, Figure):
            assert block.alt
            for part in block.caption[:1]:
                assert len(plain_text(own_inlines(part)).split()) >= 2


def test_there_is_a_pull_quote_every_other_page_at_most(page: Set) -> None:
    quotes = [b for b in _blocks(page) if isinstance(b, Paragraph | Box) and b.style.startswith("pull")]
    assert len(quotes) <= max(1, len(page.pages) // 2)


def test_tables_over_several_pages_repeat_their_heads(page: Set) -> None:
    for block in _blocks(page):
        if isinstance(block, Table) and block.head:
            inside = [b for row in block.rows for cell in row.cells for b in blocks(cell.content)]
            over = Counter(number for b in inside for number, _, _ in page.strips(b))
            repeated = [n for n, sheet in enumerate(page.pages, 1) if _repeats(sheet.body.what)]
            assert set(sorted(over)[1:]) <= set(repeated)


def _repeats(what: Part | Strip | Mark) -> bool:
    return isinstance(what, Part) and any(placed.repeated or _repeats(placed.what) for placed in what.items)


def test_back_matter_tells_how_to_cite_and_whom_to_ask(page: Set) -> None:
    last = _loose(" ".join(_words(strip) for _, _, strip in page.strips()))
    assert "suggestedcitation" in last


def test_links_within_the_brief_lead_somewhere(page: Set) -> None:
    names = {getattr(block, "id", None) for block in _blocks(page)}
    names |= {row.id for b in _blocks(page) if isinstance(b, Table) for row in (*b.head, *b.rows)}
    names |= {item.id for b in _blocks(page) if hasattr(b, "items") for item in b.items}
    wanted = {i.target for i in all_inlines(page.document) if isinstance(i, InternalLink)}
    assert wanted <= names
