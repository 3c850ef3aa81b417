"""What a person does to a draft, step by step.

Places are given by words that stand there: `find` is a phrase within one paragraph, or two with `…` between them, which
stands for all from one to the other, notes that are called there included. LibreOffice does not find words across the
edge of a content control or a call: there, `…` helps. Words are looked for everywhere; `nth` counts from 1 which place
of the (first) phrase is meant, those in notes before those in the text.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

AUTHOR = "Test Editor"
"""Whom tracked changes are by, and comments that name nobody else."""


@dataclass(frozen=True, slots=True)
class Replace:
    """Mark words and type others over them; in a note and in a cell too."""

    find: str
    to: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Retype:
    """Mark the whole paragraph that has these words, and type another."""

    find: str
    to: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class TypeAtStart:
    """Type at the start of the paragraph that has these words."""

    find: str
    text: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class TypeAtEnd:
    """Type at the end of the paragraph that has these words, behind a note that is called there."""

    find: str
    text: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class TypeAfter:
    """Type right after these words."""

    find: str
    text: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Delete:
    """Mark words and delete them."""

    find: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class DeleteSentence:
    """Delete the sentence that has these words, with the notes called in it."""

    find: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class DeleteParagraph:
    """Delete the paragraph or the list item that has these words, its end included."""

    find: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class SplitParagraph:
    """Press Enter right before these words."""

    find: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class MergeParagraphs:
    """Press Delete at the end of the paragraph that has these words: the next one joins it."""

    find: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class NewParagraph:
    """Press Enter at the end of the paragraph or list item that has these words, and type another."""

    find: str
    text: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class MoveParagraph:
    """Move the paragraph or list item that has these words up or down, by the command of the editor."""

    find: str
    up: bool
    nth: int = 1


@dataclass(frozen=True, slots=True)
class CutParagraph:
    """Cut the paragraph or list item that has these words, and paste it before the one that has `before`."""

    find: str
    before: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class CutWords:
    """Cut words, with the notes called among them, and paste them right after the words `after`."""

    find: str
    after: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class CopyWords:
    """Copy words, with the notes called among them, and paste them right after the words `after`."""

    find: str
    after: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Bold:
    """Make words bold, or take it away."""

    find: str
    on: bool = True
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Italic:
    """Make words italic, or take it away."""

    find: str
    on: bool = True
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Link:
    """Make words lead to an address, whether or not they led to another; None makes them lead nowhere."""

    find: str
    href: str | None
    nth: int = 1


@dataclass(frozen=True, slots=True)
class AddRow:
    """Insert a row after the one that has these words, and type into its cells from the first."""

    find: str
    cells: tuple[str, ...]
    nth: int = 1


@dataclass(frozen=True, slots=True)
class DeleteRow:
    """Delete the row of a table that has these words."""

    find: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class CopyTable:
    """Copy the table or box that has these words, and paste it behind itself, with an empty paragraph between."""

    find: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class InsertNote:
    """Insert a footnote right after these words, and type into it."""

    find: str
    text: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class DeleteNote:
    """Delete the call of the footnote that says these words."""

    find: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class MoveNote:
    """Cut the call of the footnote that says these words, and paste it right after the words `after`."""

    find: str
    after: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Comment:
    """Remark on words.

    There is no answering a comment: the command for it works only where LibreOffice has a window.
    """

    find: str
    text: str
    nth: int = 1
    author: str = AUTHOR


@dataclass(frozen=True, slots=True)
class Resolve:
    """Mark the comment that says these words as resolved."""

    find: str
    nth: int = 1


@dataclass(frozen=True, slots=True)
class AcceptAll:
    """Accept all tracked changes."""


@dataclass(frozen=True, slots=True)
class RejectAll:
    """Reject all tracked changes."""


@dataclass(frozen=True, slots=True)
class Track:
    """Begin or cease to track changes."""

    on: bool


@dataclass(frozen=True, slots=True)
class PasteIntoNew:
    """Copy the whole document, or its words alone, into a new one, which is edited and saved from now on."""

    formatted: bool = True


@dataclass(frozen=True, slots=True)
class SaveAndOpen:
    """Save in another format and open what was saved: `odt`, `fodt`, `docx`, `rtf`."""

    ending: str


Step = (
    Replace
    | Retype
    | TypeAtStart
    | TypeAtEnd
    | TypeAfter
    | Delete
    | DeleteSentence
    | DeleteParagraph
    | SplitParagraph
    | MergeParagraphs
    | NewParagraph
    | MoveParagraph
    | CutParagraph
    | CutWords
    | CopyWords
    | Bold
    | Italic
    | Link
    | AddRow
    | DeleteRow
    | CopyTable
    | InsertNote
    | DeleteNote
    | MoveNote
    | Comment
    | Resolve
    | AcceptAll
    | RejectAll
    | Track
    | PasteIntoNew
    | SaveAndOpen
)

_STEPS = {one.__name__: one for one in Step.__args__}


def encoded(step: Step) -> dict[str, Any]:
    """A step as JSON has it."""
    return {"step": type(step).__name__, **asdict(step)}


def decoded(data: dict[str, Any]) -> Step:
    """A step from what JSON has of it."""
    step: Step = _STEPS[data["step"]](**{name: value for name, value in data.items() if name != "step"})
    return step
