"""What LibreOffice leaves of the marks that tell which field a paragraph is of: the table in docs/analysis/docx.md."""

from __future__ import annotations

import pytest

from tests.editor import steps
from tests.editor.editor import Editor
from tests.editor.saved import Holder, Saved
from tests.editor.specimen import draft
from tests.editor.steps import Step

pytestmark = pytest.mark.slow

KNOWN_BY_BOTH: dict[str, tuple[Step, str]] = {
    "a word": (steps.Replace("watch", "look"), "Insurers look"),
    "words at the start": (steps.TypeAtStart("They ask", "Now: "), "Now: "),
    "words at the end": (steps.TypeAtEnd("They ask", " Ever."), " Ever."),
    "words at the end of a cell": (steps.TypeAtEnd("nine million", " yearly"), "yearly"),
    "a sentence deleted": (steps.DeleteSentence("They ask"), "Insurers watch. Nobody"),
    "all words of a field behind a label": (steps.Replace("sand from the west", "mud"), "Cause: mud"),
    "the second place of a key": (steps.Replace("Towns inland", "Villages", nth=2), "Villages"),
    "an item moved": (steps.MoveParagraph("Dredge in", up=True), "Dredge"),
    "an item cut and pasted": (steps.CutParagraph("Dredge in", before="Close the"), "Dredge"),
    "a look": (steps.Bold("soundings"), "soundings"),
    "all pasted into a new document": (steps.PasteIntoNew(), "Wait and"),
    "saved as ODT between": (steps.SaveAndOpen("odt"), "Wait and"),
}
RETYPED: dict[str, tuple[Step, str]] = {
    "a paragraph": (steps.Retype("They ask", "All is new."), "All is new."),
    "a paragraph with a label": (steps.Retype("sand from", "All is new."), "All is new."),
    "a cell": (steps.Retype("nine million", "All is new."), "All is new."),
}
TRACKED = pytest.mark.parametrize("tracked", [False, True])


def holders(editor: Editor, step: Step, words: str, *, tracked: bool, part: str = "document.xml") -> list[Holder]:
    return Saved(editor.edit(draft(), [step], tracked=tracked)).holders(words, part)


@TRACKED
@pytest.mark.parametrize("edit", KNOWN_BY_BOTH)
def test_an_edited_paragraph_keeps_its_tag_its_bookmark_and_its_style(edit: str, tracked: bool, editor: Editor) -> None:
    (found,) = holders(editor, *KNOWN_BY_BOTH[edit], tracked=tracked)
    assert (len(found.tags), len(found.bookmarks)) == (1, 1)
    assert (found.style or "").startswith(("BodyText", "BriefListItem", "BriefTableCell"))


@TRACKED
@pytest.mark.parametrize("edit", RETYPED)
def test_a_retyped_paragraph_keeps_its_tag_only_if_tracked_and_its_bookmark_always(
    edit: str, tracked: bool, editor: Editor
) -> None:
    (found,) = holders(editor, *RETYPED[edit], tracked=tracked)
    assert (len(found.tags), len(found.bookmarks)) == (int(tracked), 1)


@TRACKED
def test_a_retyped_note_keeps_tag_and_bookmark_only_if_tracked(tracked: bool, editor: Editor) -> None:
    step = steps.Retype("Depth of", "All is new.")
    (found,) = holders(editor, step, "All is new.", tracked=tracked, part="footnotes.xml")
    assert (len(found.tags), len(found.bookmarks)) == (int(tracked), int(tracked))


@TRACKED
def test_both_halves_of_a_split_have_tag_and_bookmark(tracked: bool, editor: Editor) -> None:
    saved = Saved(editor.edit(draft(), [steps.SplitParagraph("They ask")], tracked=tracked))
    first, second = saved.holders("Insurers watch") + saved.holders("They ask")[-1:]
    assert first == second


@TRACKED
def test_what_is_new_has_neither_tag_nor_bookmark(tracked: bool, editor: Editor) -> None:
    for step in (steps.NewParagraph("Insure every", "Tow wrecks"), steps.AddRow("Wait and", ("Tow wrecks",))):
        (found,) = holders(editor, step, "Tow wrecks", tracked=tracked)
        assert (found.tags, found.bookmarks) == ((), ())


@TRACKED
def test_a_copy_has_the_tag_and_a_bookmark_that_says_it_is_one(tracked: bool, editor: Editor) -> None:
    first, second = holders(editor, steps.CopyTable("Found a fund"), "Found a fund", tracked=tracked)
    assert first.tags == second.tags
    assert second.bookmarks == (f"{first.bookmarks[0]}_Copy_1",)
