"""An open document, with the hands of a person: they find words, mark them, type and press keys.

Whatever has a command in the menus of LibreOffice goes through that command, so that what happens is what happens to
people. Finding and marking go through its interface, where a person would use the mouse.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.editor.driver.office import Office, value


class Desk:
    """A document being edited; `folder` has room for copies in other formats."""

    def __init__(self, office: Office, file: Path, folder: Path) -> None:
        self._office = office
        self._dispatcher = office.service("com.sun.star.frame.DispatchHelper")
        self._folder = folder
        self.document = office.opened(file.as_uri())

    def press(self, command: str, **options: object) -> None:
        """Give a command, as `Bold`, with options."""
        arguments = tuple(value(name.replace("_", "."), of) for name, of in options.items())
        frame = self.document.CurrentController.Frame
        self._dispatcher.executeDispatch(frame, f".uno:{command}", "", 0, arguments)

    def type(self, text: str) -> None:
        """Type over what is marked, or where the cursor is."""
        self.press("InsertText", Text=text)

    def mark(self, what: Any) -> None:
        """Mark a range, or put the cursor at its place if it is empty."""
        self.document.CurrentController.select(what)

    def find(self, words: str, nth: int = 1) -> Any:
        """The range of the nth place that has these words; `…` in them stands for whatever is there."""
        first, _, last = words.partition(ANYTHING)
        found = self.document.findAll(self._wanted(first))
        if found.Count < nth:
            raise LookupError(f'"{first}" stands at {found.Count} places, not at {nth}')
        place = found.getByIndex(nth - 1)
        return self._as_far_as(last, place) if last else place

    def _as_far_as(self, words: str, place: Any) -> Any:
        end = self.document.findNext(place.End, self._wanted(words))
        if end is None:
            raise LookupError(f'"{words}" does not stand behind "{place.String}"')
        cursor = cursor_at(place)
        cursor.gotoRange(end.End, True)
        return cursor

    def _wanted(self, words: str) -> Any:
        wanted = self.document.createSearchDescriptor()
        wanted.SearchString, wanted.SearchCaseSensitive = words, True
        return wanted

    def paragraph(self, words: str, nth: int = 1) -> Any:
        """A cursor that holds the nth paragraph with these words, without its end."""
        cursor = cursor_at(self.find(words, nth).Start)
        cursor.gotoStartOfParagraph(False)
        cursor.gotoEndOfParagraph(True)
        return cursor

    def behind(self, table: Any) -> Any:
        """The end of the paragraph behind a table; LookupError where the table stands within another one."""
        content = each(self.document.Text)
        if not any(one.supportsService(TABLE) and one.Name == table.Name for one in content):
            raise LookupError("the table stands within another one")
        return next(content).End

    def note(self, words: str, nth: int = 1) -> Any:
        """The nth footnote that says these words."""
        notes = self.document.Footnotes
        found = [one for one in (notes.getByIndex(i) for i in range(notes.Count)) if words in one.String]
        if len(found) < nth:
            raise LookupError(f'"{words}" stands in {len(found)} notes, not in {nth}')
        return found[nth - 1]

    def comment(self, words: str, nth: int = 1) -> Any:
        """The nth comment that says these words."""
        fields = list(each(self.document.TextFields))
        found = [one for one in fields if one.supportsService(_ANNOTATION) and words in one.Content]
        if len(found) < nth:
            raise LookupError(f'"{words}" stands in {len(found)} comments, not in {nth}')
        return found[nth - 1]

    def remark(self, place: Any, text: str, author: str) -> None:
        """Comment on a range, and leave the comment, where the keyboard may be."""
        self.mark(place)
        self.press("InsertAnnotation", Text=text, Author=author)
        self.document.CurrentController.Frame.ComponentWindow.setFocus()

    def begin_new(self) -> None:
        """Lay the document away and begin a new one."""
        self.document.close(True)
        self.document = self._office.opened("private:factory/swriter")

    def save_and_open(self, ending: str) -> None:
        """Save in the format of this ending, and open what was saved."""
        file = self._folder / f"copy.{ending}"
        self._office.saved(self.document, file)
        self.document = self._office.opened(file.as_uri())

    def save(self, file: Path) -> None:
        """Save in the format of the file's ending, and close."""
        self._office.saved(self.document, file)

    def leave(self) -> None:
        """Close without saving."""
        self.document.close(True)


ANYTHING = "…"
"""What stands for the words, and the notes called, between two phrases."""

TABLE = "com.sun.star.text.TextTable"
_ANNOTATION = "com.sun.star.text.textfield.Annotation"


def cursor_at(place: Any) -> Any:
    """A cursor at this place, in whatever text holds it: body, cell or note."""
    return place.Text.createTextCursorByRange(place)


def each(collection: Any) -> Iterator[Any]:
    """The members of a collection of LibreOffice."""
    members = collection.createEnumeration()
    while members.hasMoreElements():
        yield members.nextElement()
