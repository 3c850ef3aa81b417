"""Each step does to a small draft what it says, tracked and untracked, and nothing else."""

from __future__ import annotations

import difflib
import re

import pytest

from tests.editor import steps
from tests.editor.editor import EditError, Editor
from tests.editor.saved import Remark, Saved
from tests.editor.specimen import draft
from tests.editor.steps import AUTHOR, Step

pytestmark = pytest.mark.slow

FIRST = "Harbours silt up every winter.* Ships of the northern fleet wait outside. Dues fall by a tenth each year.*"
SECOND = "Insurers watch. They ask for soundings. Nobody takes them."
LAST_ITEM = "Dredge in autumn."

Lines = tuple[str, ...]
"""Paragraphs that are gone, each after a minus, and those that are new, each after a plus."""


def changed(before: list[str], after: list[str]) -> Lines:
    return tuple(line[0] + line[2:] for line in difflib.ndiff(before, after) if line[0] in "+-")


def replaced(old: str, *new: str) -> Lines:
    return (f"-{old}", *(f"+{one}" for one in new))


EDITS: dict[str, tuple[Step, Lines]] = {
    "a word": (steps.Replace("silt up", "fill"), replaced(FIRST, FIRST.replace("silt up", "fill"))),
    "a phrase across looks": (
        steps.Replace("northern fleet wait", "southern fleet waits"),
        replaced(FIRST, FIRST.replace("northern fleet wait", "southern fleet waits")),
    ),
    "a phrase across a call": (
        steps.Replace("winter…Ships", "spring; ships"),
        replaced(FIRST, FIRST.replace("winter.* Ships", "spring; ships")),
    ),
    "a paragraph": (steps.Retype("They ask", "All is new."), replaced(SECOND, "All is new.")),
    "a start": (steps.TypeAtStart("They ask", "Now: "), replaced(SECOND, f"Now: {SECOND}")),
    "an end": (steps.TypeAtEnd("Harbours silt", " Ever."), replaced(FIRST, f"{FIRST} Ever.")),
    "a place within": (steps.TypeAfter("ask for", " deep"), replaced(SECOND, SECOND.replace("for", "for deep"))),
    "words deleted": (steps.Delete(" for soundings"), replaced(SECOND, SECOND.replace(" for soundings", ""))),
    "a sentence deleted": (
        steps.DeleteSentence("silt up"),
        replaced(FIRST, FIRST.removeprefix("Harbours silt up every winter.* ")),
    ),
    "a paragraph deleted": (steps.DeleteParagraph("They ask"), (f"-{SECOND}",)),
    "an item deleted": (steps.DeleteParagraph("Insure every"), ("-Insure every hull.",)),
    "an item before a table deleted": (steps.DeleteParagraph("Dredge in"), (f"-{LAST_ITEM}",)),
    "a split": (
        steps.SplitParagraph("Ships of"),
        replaced(FIRST, "Harbours silt up every winter.* ", FIRST.partition("* ")[2]),
    ),
    "a merge": (
        steps.MergeParagraphs("They ask"),
        (f"-{SECOND}", f"+{SECOND}Towns inland pay too.", "-Towns inland pay too."),
    ),
    "a paragraph added": (steps.NewParagraph("They ask", "Quite new."), ("+Quite new.",)),
    "an item added": (steps.NewParagraph("Insure every", "Tow the wrecks."), ("+Tow the wrecks.",)),
    "an item moved up": (steps.MoveParagraph("Dredge in", up=True), (f"+{LAST_ITEM}", f"-{LAST_ITEM}")),
    "an item moved down": (steps.MoveParagraph("Close the", up=False), ("+Insure every hull.", "-Insure every hull.")),
    "an item cut and pasted": (steps.CutParagraph("Dredge in", "Close the"), (f"+{LAST_ITEM}", f"-{LAST_ITEM}")),
    "words moved with their note": (
        steps.CutWords("every winter…Ships", after="Nobody"),
        (
            *replaced(FIRST, FIRST.replace(" every winter.* Ships", "")),
            *replaced(SECOND, SECOND.replace("Nobody", "Nobody every winter.* Ships")),
        ),
    ),
    "words copied with their note": (
        steps.CopyWords("every winter…Ships", after="Nobody"),
        replaced(SECOND, SECOND.replace("Nobody", "Nobody every winter.* Ships")),
    ),
    "a cell": (steps.Replace("nine million", "ten"), replaced("nine million", "ten")),
    "a row deleted": (steps.DeleteRow("Wait and see"), ("-Wait and see", "-two million")),
    "a row added": (steps.AddRow("Wait and see", ("Sell", "one million")), ("+Sell", "+one million")),
    "a box copied": (steps.CopyTable("Found a fund"), ("+Found a fund", "+Ports pay into it.")),
    "a note inserted": (
        steps.InsertNote("They ask", "So they say."),
        replaced(SECOND, SECOND.replace("ask", "ask*")),
    ),
    "a note deleted": (steps.DeleteNote("Depth of"), replaced(FIRST, FIRST.replace("*", "", 1))),
    "a note moved": (
        steps.MoveNote("Depth of", after="They ask"),
        (*replaced(FIRST, FIRST.replace("*", "", 1)), *replaced(SECOND, SECOND.replace("ask", "ask*"))),
    ),
}
"""What is done, and which paragraphs change by it."""

NOTES = ["See Depth of harbours.", "See Ledger of dues."]
NOTES_AFTER = {
    "a phrase across a call": NOTES[1:],
    "a sentence deleted": NOTES[1:],
    "a note deleted": NOTES[1:],
    "words moved with their note": NOTES[::-1],
    "words copied with their note": [*NOTES, NOTES[0]],
    "a note inserted": [*NOTES, "So they say."],
    "a note moved": NOTES[::-1],
}
"""The notes in the order of their calls, where an edit changes them."""


def edited(editor: Editor, *made: Step, tracked: bool = False) -> Saved:
    return Saved(editor.edit(draft(), made, tracked=tracked))


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_changes_what_it_says_and_nothing_else(edit: str, editor: Editor) -> None:
    step, expected = EDITS[edit]
    before, after = Saved(draft()), edited(editor, step)
    assert sorted(changed(before.paragraphs, after.paragraphs)) == sorted(expected)
    assert after.notes == NOTES_AFTER.get(edit, NOTES)
    assert (after.changes, after.ends, after.rows) == ([], [], [])


@pytest.mark.parametrize("edit", EDITS)
def test_a_tracked_edit_keeps_both_texts(edit: str, editor: Editor) -> None:
    step, expected = EDITS[edit]
    before, after = Saved(draft()), edited(editor, step, tracked=True)
    # LibreOffice puts a character without width into a row that it tracks.
    accepted = [text.strip("\u200d") for text in after.paragraphs]
    assert sorted(changed(before.paragraphs, accepted)) == sorted(expected)
    assert after.notes == NOTES_AFTER.get(edit, NOTES)
    assert changed(before.paragraphs, after.originals) == ()
    assert after.changes or after.ends
    assert all(one.author == AUTHOR and re.match(r"\d{4}-\d\d-\d\dT", one.date) for one in after.changes)


@pytest.mark.parametrize("tracked", [False, True])
def test_a_note_is_edited_in_its_place(tracked: bool, editor: Editor) -> None:
    after = edited(editor, steps.Replace("Depth of", "Depths of"), tracked=tracked)
    assert after.notes == ["See Depths of harbours.", NOTES[1]]
    found = [(one.kind, one.text) for one in after.changes]
    assert found == ([("del", "Depth of"), ("ins", "Depths of")] if tracked else [])


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize(
    ("step", "look"),
    [
        (steps.Bold("soundings"), (True, False)),
        (steps.Italic("soundings"), (False, True)),
        (steps.Bold("northern fleet", on=False), (False, False)),
    ],
)
def test_words_change_their_look(
    step: steps.Bold | steps.Italic, look: tuple[bool, bool], tracked: bool, editor: Editor
) -> None:
    after = edited(editor, step, tracked=tracked)
    assert after.looks(step.find) == [look]
    assert after.paragraphs == Saved(draft()).paragraphs
    assert [one.kind for one in after.changes] == (["rPrChange"] if tracked else [])


@pytest.mark.parametrize(
    ("step", "links"),
    [
        (steps.Link("soundings", "https://example.org/n"), {"by a tenth": "dues", "soundings": "n"}),
        (steps.Link("by a tenth", "https://example.org/n"), {"by a tenth": "n"}),
        (steps.Link("by a tenth", None), {}),
    ],
)
def test_links_are_made_changed_and_removed(step: Step, links: dict[str, str], editor: Editor) -> None:
    after = edited(editor, step)
    assert dict(after.links()) == {words: f"https://example.org/{page}" for words, page in links.items()}
    assert after.paragraphs == Saved(draft()).paragraphs


def test_words_are_remarked_on_and_remarks_resolved(editor: Editor) -> None:
    after = edited(
        editor,
        steps.Comment("soundings", "Why?"),
        steps.Comment("Nobody", "Who?", author="Ada Lind"),
        steps.Resolve("Who?"),
    )
    assert after.remarks == [
        Remark(AUTHOR, "Why?", "soundings", resolved=False),
        Remark("Ada Lind", "Who?", "Nobody", resolved=True),
    ]


def test_all_changes_are_accepted_or_rejected(editor: Editor) -> None:
    edit = steps.Replace("silt up", "fill")
    accepted = edited(editor, edit, steps.AcceptAll(), tracked=True)
    rejected = edited(editor, edit, steps.RejectAll(), tracked=True)
    assert (accepted.paragraphs[1], accepted.changes) == (FIRST.replace("silt up", "fill"), [])
    assert (rejected.paragraphs[1], rejected.changes) == (FIRST, [])


@pytest.mark.parametrize("step", [steps.PasteIntoNew(), steps.SaveAndOpen("odt"), steps.SaveAndOpen("fodt"), None])
def test_a_draft_keeps_its_words_on_other_ways(step: Step | None, editor: Editor) -> None:
    after = edited(editor, *([step] if step else []))
    before = Saved(draft())
    assert (after.paragraphs, after.notes) == (before.paragraphs, before.notes)


def test_words_that_stand_nowhere_fail_the_edit_and_the_next_one_works(editor: Editor) -> None:
    with pytest.raises(EditError, match='"no such words" stands at 0 places'):
        editor.edit(draft(), [steps.Replace("no such words", "x")])
    assert edited(editor).paragraphs == Saved(draft()).paragraphs


def test_an_editor_that_died_is_started_anew() -> None:
    with Editor() as mortal:
        mortal.edit(draft())
        mortal.kill()
        with pytest.raises(EditError, match="died"):
            mortal.edit(draft())
        assert Saved(mortal.edit(draft())).paragraphs == Saved(draft()).paragraphs
