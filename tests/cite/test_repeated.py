"""The same citation within one table, figure, box or list is the same note, called again."""

from __future__ import annotations

import pytest

from briefwright.cite.cite import cite
from briefwright.document.nodes import Block, Citation, CitedSource, Document, Note, Origin, Row, Text
from briefwright.document.walk import all_inlines, plain_text
from tests.cite.references import CHEN, call, citation, document, nowhere, source
from tests.formats.docx import building as s

BOOK = source("book", "book", "The Long River: A History", author=[CHEN], publisher="Delta Press", issued="2020")
FOUR = call("book", "4")


def _cited(*content: Block) -> Document:
    empty = document()
    return cite(Document(empty.metadata, empty.furniture, content), [BOOK], "chicago-notes", nowhere)


def _notes(*content: Block) -> list[Note]:
    return [inline for inline in all_inlines(_cited(*content)) if isinstance(inline, Note)]


def _numbers(*content: Block) -> list[int]:
    return [note.number for note in _notes(*content)]


def _said(*sources: CitedSource) -> tuple[Text | Citation, ...]:
    return (Text("Claim", s.HERE), citation(*(sources or (FOUR,))))


def _row(*sources: CitedSource) -> Row:
    return s.row(s.cell(_said(*sources)), "x")


@pytest.mark.parametrize(
    "content",
    [
        s.table("risks", None, _row(), _row()),
        s.items(_said(), _said()),
        s.box("aside", s.p(_said()), s.p(_said())),
        s.box("aside", s.items(_said()), s.table("risks", None, _row())),
        s.figure("A", s.p(_said()), s.p(_said())),
        s.section("risks", s.columns("matrix", (s.table("risks", None, _row(), _row()),))),
    ],
    ids=["table", "list", "box", "what is in a box", "figure", "table within columns and a section"],
)
def test_the_same_citation_is_the_same_note(content: Block) -> None:
    first, second = _notes(content)
    assert first == second
    assert "The Long River: A History" in plain_text(first.content)


def test_in_running_text_it_is_a_note_of_its_own_in_short_form() -> None:
    first, second = _notes(s.p(_said()), s.p(_said()))
    assert (first.number, second.number) == (1, 2)
    assert len(plain_text(second.content)) < len(plain_text(first.content))


def test_another_table_has_notes_of_its_own() -> None:
    assert _numbers(*[s.table("risks", None, _row(), _row())] * 2) == [1, 1, 2, 2]


def test_notes_go_on_being_counted_after_one_that_is_called_again() -> None:
    assert _numbers(s.items(_said(), _said(call("book", "5")), _said()), s.p(_said())) == [1, 2, 1, 3]


@pytest.mark.parametrize(
    "other",
    [
        (call("book", "5"),),
        (call("book"),),
        (call("book", "4", "paragraph"),),
        (call("book", "4", prefix="see"),),
        (call("book", "4", suffix="on dues"),),
        (call("book", "4", relation="disputes"),),
        (call("book", "4", quote=s.said("a river")),),
        (call("book", "4", note=s.said("A remark.")),),
        (FOUR, call("book", "9")),
    ],
    ids=["place", "no place", "kind of place", "prefix", "suffix", "relation", "quote", "remark", "more sources"],
)
def test_a_citation_that_says_anything_else_is_another_note(other: tuple[CitedSource, ...]) -> None:
    assert _numbers(s.items(_said(), _said(*other))) == [1, 2]


def test_where_in_the_brief_a_quote_is_written_makes_no_other_note() -> None:
    here, there = (call("book", "4", quote=(Text("a river", origin),)) for origin in (s.HERE, nowhere("book", None)))
    assert _numbers(s.items(_said(here), _said(there))) == [1, 1]


def test_each_call_keeps_the_field_that_it_comes_from() -> None:
    one, other = (Citation((FOUR,), Origin(path, s.HERE.span)) for path in ("/risks/0", "/risks/1"))
    found = _notes(s.items(("A", one), ("B", other)))
    assert [note.origin.path for note in found] == ["/risks/0", "/risks/1"]


def test_notes_of_the_house_are_counted_with_those_of_citations() -> None:
    assert _numbers(s.p((s.note(0, "House."), *_said(), s.note(0, "House.")))) == [1, 2, 3]
