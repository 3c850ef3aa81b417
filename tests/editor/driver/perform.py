"""How each step is done: one function for each."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from tests.editor import steps
from tests.editor.driver.desk import TABLE, Desk, cursor_at, each


@singledispatch
def perform(step: steps.Step, desk: Desk) -> None:
    """Do a step at a desk; LookupError where the words are not found."""
    raise NotImplementedError(step)


# ---- words --------------------------------------------------------------------------------------------------------


@perform.register
def _(step: steps.Replace, desk: Desk) -> None:
    desk.mark(desk.find(step.find, step.nth))
    desk.type(step.to)


@perform.register
def _(step: steps.Retype, desk: Desk) -> None:
    desk.mark(desk.paragraph(step.find, step.nth))
    desk.type(step.to)


@perform.register
def _(step: steps.TypeAtStart, desk: Desk) -> None:
    desk.mark(desk.paragraph(step.find, step.nth).Start)
    desk.type(step.text)


@perform.register
def _(step: steps.TypeAtEnd, desk: Desk) -> None:
    desk.mark(desk.paragraph(step.find, step.nth).End)
    desk.type(step.text)


@perform.register
def _(step: steps.TypeAfter, desk: Desk) -> None:
    desk.mark(desk.find(step.find, step.nth).End)
    desk.type(step.text)


@perform.register
def _(step: steps.Delete, desk: Desk) -> None:
    desk.mark(desk.find(step.find, step.nth))
    desk.press("Delete")


@perform.register
def _(step: steps.DeleteSentence, desk: Desk) -> None:
    cursor = cursor_at(desk.find(step.find, step.nth).Start)
    cursor.gotoStartOfSentence(False)
    if not cursor.gotoNextSentence(True):
        cursor.gotoEndOfSentence(True)
    desk.mark(cursor)
    desk.press("Delete")


@perform.register
def _(step: steps.CutWords, desk: Desk) -> None:
    desk.mark(desk.find(step.find, step.nth))
    desk.press("Cut")
    _paste_after(step.after, desk)


@perform.register
def _(step: steps.CopyWords, desk: Desk) -> None:
    desk.mark(desk.find(step.find, step.nth))
    desk.press("Copy")
    _paste_after(step.after, desk)


def _paste_after(words: str, desk: Desk) -> None:
    desk.mark(desk.find(words).End)
    desk.press("Paste")


# ---- paragraphs and list items ------------------------------------------------------------------------------------


@perform.register
def _(step: steps.DeleteParagraph, desk: Desk) -> None:
    desk.mark(_with_its_end(desk.paragraph(step.find, step.nth)))
    desk.press("Delete")


def _with_its_end(paragraph: Any) -> Any:
    """The paragraph and its end; the end of the one before it where it is the last, or the last before a table."""
    cursor = cursor_at(paragraph.Start)
    if cursor.gotoNextParagraph(True) and not any(one.supportsService(TABLE) for one in each(cursor)):
        return cursor
    cursor.gotoRange(paragraph.End, False)
    cursor.gotoPreviousParagraph(True)
    cursor.gotoEndOfParagraph(True)
    return cursor


@perform.register
def _(step: steps.SplitParagraph, desk: Desk) -> None:
    desk.mark(desk.find(step.find, step.nth).Start)
    desk.press("InsertPara")


@perform.register
def _(step: steps.MergeParagraphs, desk: Desk) -> None:
    desk.mark(desk.paragraph(step.find, step.nth).End)
    desk.press("Delete")


@perform.register
def _(step: steps.NewParagraph, desk: Desk) -> None:
    desk.mark(desk.paragraph(step.find, step.nth).End)
    desk.press("InsertPara")
    desk.type(step.text)


@perform.register
def _(step: steps.MoveParagraph, desk: Desk) -> None:
    desk.mark(desk.find(step.find, step.nth).Start)
    desk.press("MoveUp" if step.up else "MoveDown")


@perform.register
def _(step: steps.CutParagraph, desk: Desk) -> None:
    paragraph = desk.paragraph(step.find, step.nth)
    whole = _with_its_end(paragraph)
    is_last = not whole.String.startswith(paragraph.String)
    desk.mark(whole)
    desk.press("Cut")
    desk.mark(desk.paragraph(step.before).Start)
    desk.press("Paste")
    if is_last:
        desk.press("InsertPara")


# ---- looks and links ----------------------------------------------------------------------------------------------


@perform.register
def _(step: steps.Bold, desk: Desk) -> None:
    desk.mark(desk.find(step.find, step.nth))
    desk.press("Bold", Bold=step.on)


@perform.register
def _(step: steps.Italic, desk: Desk) -> None:
    desk.mark(desk.find(step.find, step.nth))
    desk.press("Italic", Italic=step.on)


@perform.register
def _(step: steps.Link, desk: Desk) -> None:
    place = desk.find(step.find, step.nth)
    if step.href is not None:
        place.HyperLinkURL = step.href
        return
    desk.mark(place)
    desk.press("RemoveHyperlink")


# ---- tables -------------------------------------------------------------------------------------------------------


@perform.register
def _(step: steps.AddRow, desk: Desk) -> None:
    place = desk.find(step.find, step.nth).Start
    desk.mark(place)
    desk.press("InsertRowsAfter")
    row = int(place.Cell.CellName.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")) + 1
    for column, text in zip("ABCDEFGHIJKLMNOPQRSTUVWXYZ", step.cells, strict=False):
        desk.mark(place.TextTable.getCellByName(f"{column}{row}").Start)
        desk.type(text)


@perform.register
def _(step: steps.DeleteRow, desk: Desk) -> None:
    desk.mark(desk.find(step.find, step.nth).Start)
    desk.press("DeleteRows")


@perform.register
def _(step: steps.CopyTable, desk: Desk) -> None:
    place = desk.find(step.find, step.nth).Start
    desk.mark(place)
    desk.press("SelectTable")
    desk.press("Copy")
    desk.mark(desk.behind(place.TextTable))
    desk.press("InsertPara")
    desk.press("Paste")


# ---- notes and comments -------------------------------------------------------------------------------------------


@perform.register
def _(step: steps.InsertNote, desk: Desk) -> None:
    desk.mark(desk.find(step.find, step.nth).End)
    desk.press("InsertFootnote")
    desk.type(step.text)


@perform.register
def _(step: steps.DeleteNote, desk: Desk) -> None:
    desk.mark(desk.note(step.find, step.nth).Anchor)
    desk.press("Delete")


@perform.register
def _(step: steps.MoveNote, desk: Desk) -> None:
    desk.mark(desk.note(step.find, step.nth).Anchor)
    desk.press("Cut")
    _paste_after(step.after, desk)


@perform.register
def _(step: steps.Comment, desk: Desk) -> None:
    desk.remark(desk.find(step.find, step.nth), step.text, step.author)


@perform.register
def _(step: steps.Resolve, desk: Desk) -> None:
    desk.comment(step.find, step.nth).Resolved = True


# ---- the document -------------------------------------------------------------------------------------------------


@perform.register
def _(step: steps.AcceptAll, desk: Desk) -> None:
    desk.press("AcceptAllTrackedChanges")


@perform.register
def _(step: steps.RejectAll, desk: Desk) -> None:
    desk.press("RejectAllTrackedChanges")


@perform.register
def _(step: steps.Track, desk: Desk) -> None:
    desk.document.RecordChanges = step.on


@perform.register
def _(step: steps.PasteIntoNew, desk: Desk) -> None:
    desk.press("SelectAll")
    desk.press("Copy")
    desk.begin_new()
    desk.press("Paste" if step.formatted else "PasteUnformatted")


@perform.register
def _(step: steps.SaveAndOpen, desk: Desk) -> None:
    desk.save_and_open(step.ending)
