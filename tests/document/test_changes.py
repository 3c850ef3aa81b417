"""Accepting and rejecting every tracked change, and listing them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefwright.document.changes import TrackedChange, accepted, changes, rejected
from briefwright.document.reading import (
    CellPlace,
    Change,
    ChangeKind,
    Comment,
    ListPlace,
    NoteCall,
    Passage,
    Piece,
    Reading,
    Story,
    Thing,
    ThingKind,
    Words,
    joined,
)

INSERTED = Change(ChangeKind.INSERTED, "Ada", "2026-11-26")
DELETED = Change(ChangeKind.DELETED, "Ada", "2026-11-26")
COMING = [INSERTED, Change(ChangeKind.MOVED_TO, "Bo")]
GOING = [DELETED, Change(ChangeKind.MOVED_FROM, "Bo")]
FORMATTED = Change(ChangeKind.FORMATTED, "Ada")


def passage(*pieces: Piece | str, style: str = "Body Text", **more: object) -> Passage:
    words = tuple(Words(piece) if isinstance(piece, str) else piece for piece in pieces)
    return Passage(words, style, **more)  # type: ignore[arg-type]


def words(text: str, change: Change | None = None) -> Words:
    return Words(text, change=change)


def texts(reading: Reading) -> list[str]:
    return [one.text for one in reading.passages]


@pytest.mark.parametrize("coming", COMING)
@pytest.mark.parametrize("going", GOING)
def test_words_and_calls_come_or_go(coming: Change, going: Change) -> None:
    tab = Thing(ThingKind.TAB, "\t", change=coming)
    one = passage("a ", words("new ", coming), words("old ", going), tab, NoteCall(0, change=going), "b")
    reading = Reading((one,), notes=((passage("note"),),))
    assert accepted(reading).passages == (passage("a new ", replace(tab, change=None), "b"),)
    assert rejected(reading).passages == (passage("a old ", NoteCall(0), "b"),)
    assert accepted(reading).notes == reading.notes


def test_a_look_is_kept_or_taken_back_and_words_of_one_look_join() -> None:
    one = passage("a", Words("b", bold=True, change=FORMATTED, before=(False, False)), "c")
    assert accepted(Reading((one,))).passages == (passage("a", Words("b", bold=True), "c"),)
    assert rejected(Reading((one,))).passages == (passage("abc"),)


def test_words_that_are_deleted_and_changed_in_their_look_come_back_as_they_were() -> None:
    one = passage(Words("b", italic=True, change=DELETED, before=(True, False)))
    assert rejected(Reading((one,))).passages == (passage(Words("b", bold=True)),)


def test_a_style_is_kept_or_taken_back() -> None:
    one = passage("a", style="heading 1", change=FORMATTED, before=("Item", ListPlace(3, 0)))
    assert accepted(Reading((one,))).passages == (passage("a", style="heading 1"),)
    assert rejected(Reading((one,))).passages == (passage("a", style="Item", list=ListPlace(3, 0)),)


def test_a_paragraph_whose_end_goes_is_joined_to_the_next() -> None:
    first = passage("a ", style="heading 1", end=DELETED, bookmarks=("one",))
    reading = Reading((first, passage("b", bookmarks=("two", "one"))))
    assert accepted(reading).passages == (passage("a b", style="heading 1", bookmarks=("one", "two")),)
    assert rejected(reading).passages == (replace(first, end=None), reading.passages[1])


def test_a_paragraph_that_was_split_off_is_joined_again() -> None:
    reading = Reading((passage("a", end=INSERTED), passage(words("new", INSERTED), end=INSERTED), passage("b")))
    assert texts(accepted(reading)) == ["a", "new", "b"]
    assert texts(rejected(reading)) == ["ab"]


def test_a_paragraph_that_goes_whole_leaves_neither_style_nor_bookmark() -> None:
    gone = passage(words("a", DELETED), style="heading 1", end=DELETED, bookmarks=("one",))
    reading = Reading((gone, passage("b", bookmarks=("two",))))
    assert accepted(reading).passages == (passage("b", bookmarks=("two",)),)


def test_the_rest_of_a_deletion_over_paragraphs_is_known_by_its_first() -> None:
    first = passage("a ", words("x", DELETED), end=DELETED, bookmarks=("one",))
    reading = Reading((first, passage(words("b", DELETED), bookmarks=("two",)), passage("c")))
    assert accepted(reading).passages == (passage("a ", bookmarks=("one",)), passage("c"))


def test_an_emptied_paragraph_stays_while_its_end_does() -> None:
    one = passage(words("a", DELETED), bookmarks=("one",))
    assert accepted(Reading((one,))).passages == (passage(bookmarks=("one",)),)


def test_rows_come_and_go_and_the_others_are_counted_anew() -> None:
    def cell(row: int, column: int, text: str, change: Change | None = None, table: int = 1) -> Passage:
        return passage(words(text, change), cells=(CellPlace(table, row, column),), end=change)

    reading = Reading(
        (
            passage("b", cells=(CellPlace(0, 0, 0),), end=DELETED),
            cell(0, 0, "x", DELETED),
            cell(0, 1, "y", DELETED),
            cell(1, 0, "a"),
            cell(1, 1, "gone", DELETED),
            cell(1, 2, "c"),
            cell(2, 0, "new", INSERTED),
            cell(3, 0, "last"),
        )
    )
    assert [(one.text, one.cells[0]) for one in accepted(reading).passages] == [
        ("b", CellPlace(0, 0, 0)),
        ("a", CellPlace(1, 0, 0)),
        ("c", CellPlace(1, 0, 1)),
        ("new", CellPlace(1, 1, 0)),
        ("last", CellPlace(1, 2, 0)),
    ]
    assert [one.text for one in rejected(reading).passages] == ["b", "x", "y", "a", "gone", "c", "last"]
    assert rejected(reading).passages[-1].cells == (CellPlace(1, 2, 0),)


def test_a_table_that_goes_whole_is_not_counted() -> None:
    gone = passage(words("x", DELETED), cells=(CellPlace(0, 0, 0),), end=DELETED)
    inner = passage("a", cells=(CellPlace(1, 0, 0), CellPlace(2, 0, 0)))
    assert accepted(Reading((gone, inner))).passages[0].cells == (CellPlace(0, 0, 0), CellPlace(1, 0, 0))


def test_paragraphs_of_different_cells_are_never_joined() -> None:
    reading = Reading((passage("a", cells=(CellPlace(0, 0, 0),), end=DELETED), passage("b", end=DELETED)))
    assert texts(accepted(reading)) == ["a", "b"]


def test_comments_stay_at_their_words() -> None:
    def comment(story: Story, place: int) -> Comment:
        return Comment("Ada", "Why?", story, place, "words")

    reading = Reading(
        (passage(words("x", DELETED), end=DELETED), passage("a", end=DELETED), passage("b"), passage("c")),
        notes=((passage(words("x", DELETED), end=DELETED), passage("n")), (passage("m"),)),
        comments=(*(comment(Story.BODY, place) for place in range(4)), comment(Story.NOTE, 1), comment(Story.NOTE, 2)),
    )
    assert [one.passage for one in accepted(reading).comments] == [0, 0, 0, 1, 0, 1]
    assert [one.passage for one in rejected(reading).comments] == [0, 1, 2, 3, 1, 2]


def test_settling_twice_is_settling_once() -> None:
    reading = Reading((passage("a", words("b", INSERTED), end=DELETED), passage(words("c", DELETED), "d")))
    for settle in (accepted, rejected):
        once = settle(reading)
        assert settle(once) == once
        assert changes(once) == ()


def test_the_changes_are_listed_with_their_words_and_places() -> None:
    bo = Change(ChangeKind.DELETED, "Bo", None)
    reading = Reading(
        (
            passage("a ", words("b", INSERTED), NoteCall(0, change=INSERTED), end=INSERTED),
            passage(words("c", INSERTED), words("d", bo), words("e", DELETED)),
            passage(words("f", DELETED), style="heading 1", change=FORMATTED, before=("Normal", None)),
        ),
        notes=((passage("n"),), (passage(words("m", INSERTED), story=Story.NOTE),)),
        furniture=(passage(words("g", INSERTED), story=Story.FOOTER),),
    )
    assert changes(reading) == (
        TrackedChange(ChangeKind.INSERTED, "Ada", "2026-11-26", "b[note]¶c", Story.BODY, 0),
        TrackedChange(ChangeKind.DELETED, "Bo", None, "d", Story.BODY, 1),
        TrackedChange(ChangeKind.DELETED, "Ada", "2026-11-26", "e", Story.BODY, 1),
        TrackedChange(ChangeKind.FORMATTED, "Ada", None, "f", Story.BODY, 2),
        TrackedChange(ChangeKind.DELETED, "Ada", "2026-11-26", "f", Story.BODY, 2),
        TrackedChange(ChangeKind.INSERTED, "Ada", "2026-11-26", "m", Story.NOTE, 1),
        TrackedChange(ChangeKind.INSERTED, "Ada", "2026-11-26", "g", Story.FOOTER, 0),
    )


def test_words_are_joined_only_if_all_else_is_equal() -> None:
    pieces = (words("a"), words(""), words("b"), Words("c", key="k"), Words("d", key="k"), NoteCall(0), NoteCall(0))
    assert joined(pieces) == (words("ab"), Words("cd", key="k"), NoteCall(0), NoteCall(0))
