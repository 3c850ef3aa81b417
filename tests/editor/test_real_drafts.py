"""Drafts of whole briefs are edited as the small one is: many steps in one sitting, and the rest stays."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.editor import steps
from tests.editor.editor import Editor
from tests.editor.saved import Saved
from tests.editor.steps import AUTHOR, Step
from tests.formats.docx.returned.test_built_briefs import draft

pytestmark = pytest.mark.slow

_BEGINNING = 14
"""How many letters of a paragraph it is found by."""
_BRIEFS = ("north-korea-russia-alliance", "russia-north-korea-liability", "every-field")


def places(saved: Saved) -> list[str]:
    """Paragraphs of one field that are found by their beginning."""
    fields = {text for _, text in saved.tags() if len(text) > _BEGINNING and not set("*…\t") & set(text)}
    everything = "\n".join((*saved.paragraphs, *saved.notes))
    return [one for one in saved.paragraphs if one in fields and everything.count(one[:_BEGINNING]) == 1]


def noted(saved: Saved) -> steps.Replace:
    """An edit of words that stand in one note, and perhaps in the text, where they are found later."""
    notes = "\n".join(saved.notes)
    words = next(text for _, text in saved.tags("footnotes.xml") if len(text) > 3 and notes.count(text) == 1)
    return steps.Replace(words, "Another note")


def sitting(found: list[str]) -> Iterator[tuple[Step, str | None, tuple[str, ...]]]:
    """Steps, with the paragraph that each changes and what it becomes."""
    a, b, c, d, e, f = (one[:_BEGINNING] for one in found[:6])
    yield steps.Replace(a, "Quite other words"), found[0], (f"Quite other words{found[0][_BEGINNING:]}",)
    yield steps.TypeAtStart(b, "Now: "), found[1], (f"Now: {found[1]}",)
    yield steps.TypeAtEnd(c, " For ever."), found[2], (f"{found[2]} For ever.",)
    yield steps.Retype(d, "All is new."), found[3], ("All is new.",)
    yield steps.InsertNote(e, "So they say."), found[4], (f"{e}*{found[4][_BEGINNING:]}",)
    yield steps.Comment(f, "Why?"), None, ()


@pytest.mark.parametrize("tracked", [False, True])
@pytest.mark.parametrize("house", ["institute", "ministry"])
@pytest.mark.parametrize("brief", _BRIEFS)
def test_a_sitting_changes_what_was_edited_and_nothing_else(
    brief: str, house: str, tracked: bool, editor: Editor
) -> None:
    before = Saved(draft(brief, house))
    note = noted(before)
    done = list(sitting(places(before)))
    after = Saved(editor.edit(draft(brief, house), [*(step for step, _, _ in done), note], tracked=tracked))
    becomes = {old: new for _, old, new in done if old is not None}
    assert after.paragraphs == [text for old in before.paragraphs for text in becomes.get(old, (old,))]
    assert sorted(after.notes) == sorted([one.replace(note.find, note.to) for one in before.notes] + ["So they say."])
    assert [(one.author, one.text) for one in after.remarks] == [(AUTHOR, "Why?")]
    if tracked:
        assert after.originals == before.paragraphs
        assert {one.author for one in after.changes} == {AUTHOR}
    else:
        assert after.changes == []
