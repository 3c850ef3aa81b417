"""Real drafts, edited as editors edit them: tracked or not, what is read is the same, and it can be undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefwright.document.changes import accepted, changes, rejected
from briefwright.document.reading import NoteCall, Passage, Reading
from tests import judges
from tests.revise.drafts import came_back, carried, draft, settled
from tests.revise.word import Desk

Edit = Callable[[Desk], object]

EDITS: dict[str, Edit] = {
    "words retyped": lambda desk: desk.retype("loose exchange", "casual exchange"),
    "words deleted": lambda desk: desk.delete(" and unsettles China"),
    "words typed in a control": lambda desk: desk.type_after("unsettles China", " a little"),
    "words typed at the end": lambda desk: desk.type_at_end("loose exchange", " More follows."),
    "words typed at the start": lambda desk: desk.type_at_start("loose exchange", "In short: "),
    "words in bold": lambda desk: desk.mark("perhaps arms", "b"),
    "words no longer bold": lambda desk: desk.mark("Combat.", "b", on=False),
    "a new paragraph": lambda desk: desk.new_paragraph("Each side covers", "A fourth point."),
    "a paragraph deleted": lambda desk: desk.delete_paragraph("Each side covers"),
    "a paragraph split": lambda desk: desk.split("It promises mutual defence."),
    "a paragraph merged": lambda desk: desk.merge("Each side covers"),
    "a paragraph moved": lambda desk: desk.move("Each side covers", "The treaty of June 2024"),
    "a paragraph copied": lambda desk: desk.copy("Each side covers", "The alliance challenges"),
    "a row deleted": lambda desk: desk.delete_row("Labour, minerals, textiles"),
    "a new row": lambda desk: desk.new_row("Labour, minerals, textiles", "Grain", "Russia", "North Korea", "Stated"),
    "a new note": lambda desk: desk.note_after("loose exchange", "[@alliance-article, para. 2]"),
    "a note dropped": lambda desk: desk.drop_note("The treaty of June 2024"),
    "a note moved": lambda desk: desk.move_note("The treaty of June 2024", "Each side covers"),
}

every_edit = pytest.mark.parametrize("edit", EDITS.values(), ids=EDITS)


def edited(edit: Edit, author: str | None) -> bytes:
    desk = Desk(draft(), author)
    edit(desk)
    return desk.saved()


def content(reading: Reading) -> list[tuple[Passage, list[str]]]:
    """What the body says: its passages, and the words of the notes that each calls, however they are counted.

    Bookmarks are left out: they are renamed where a change is tracked.
    """
    return [_called(passage, reading) for passage in reading.passages if passage.pieces]


def _called(passage: Passage, reading: Reading) -> tuple[Passage, list[str]]:
    calls = [piece.note for piece in passage.pieces if isinstance(piece, NoteCall)]
    uncounted = (replace(piece, note=0) if isinstance(piece, NoteCall) else piece for piece in passage.pieces)
    words = ["".join(one.text for one in reading.notes[note]) for note in calls]
    return replace(passage, bookmarks=(), pieces=tuple(uncounted)), words


@every_edit
def test_a_tracked_edit_accepted_reads_as_the_edit_itself(edit: Edit) -> None:
    plain, tracked = settled(edited(edit, None)), settled(edited(edit, "Ada Lind"))
    assert content(plain) == content(tracked)
    assert content(plain) != content(settled(draft()))


@every_edit
def test_a_tracked_edit_rejected_reads_as_the_draft_was_made(edit: Edit) -> None:
    data = edited(edit, "Ada Lind")
    assert content(rejected(came_back(data))) == content(carried(data).made)


@every_edit
def test_every_tracked_edit_is_told_with_its_author(edit: Edit) -> None:
    assert {change.author for change in changes(came_back(edited(edit, "Ada Lind")))} == {"Ada Lind"}
    assert changes(came_back(edited(edit, None))) == ()


@every_edit
def test_an_edited_draft_still_carries_what_it_was_made_from(edit: Edit) -> None:
    assert carried(edited(edit, None)) == carried(draft())


@pytest.mark.slow
@every_edit
def test_an_edited_draft_is_a_valid_document(edit: Edit, tmp_path: Path) -> None:
    file = tmp_path / "draft.docx"
    file.write_bytes(edited(edit, "Ada Lind"))
    assert judges.sdk_errors(file) == []


def test_a_remark_is_read_with_the_words_it_is_about() -> None:
    reading = accepted(came_back(Desk(draft()).comment("loose exchange", "How loose?").saved()))
    [remark] = reading.comments
    assert (remark.author, remark.text, remark.quoted) == ("Bo Ek", "How loose?", "loose exchange")
    assert "loose exchange" in reading.passages[remark.passage].text
