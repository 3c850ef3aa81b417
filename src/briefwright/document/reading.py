"""What a draft says when it is read back: its passages in order, with who changed what, and the remarks beside them.

It holds no look and no file format: a reader of a format makes it, and the way back to the brief compares two of them,
the draft as it was made and the draft as it came back.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby


class ChangeKind(StrEnum):
    """What a tracked change did."""

    INSERTED = "inserted"
    DELETED = "deleted"
    MOVED_TO = "moved here"
    MOVED_FROM = "moved away"
    FORMATTED = "formatted"


@dataclass(frozen=True, slots=True)
class Change:
    """A tracked change; `date` is ISO 8601 as the editor wrote it, None where it wrote none."""

    kind: ChangeKind
    author: str
    date: str | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """A run of characters with one look.

    `bold` and `italic` are what the eye sees, styles included. `style` is the name of the character style.
    `key` is the tag of the content control around the words, None outside all controls. `href` is the address that
    they lead to, `target` the bookmark. `before` is the look (bold, italic) from before a tracked change of it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    style: str | None = None
    key: str | None = None
    href: str | None = None
    target: str | None = None
    change: Change | None = None
    before: tuple[bool, bool] | None = None


@dataclass(frozen=True, slots=True)
class NoteCall:
    """The call of a note: `note` counts the notes of the reading from 0, in the order of the file that holds them.

    `again` tells that the note is called elsewhere and only its number is said here.
    """

    note: int
    key: str | None = None
    change: Change | None = None
    again: bool = False


class ThingKind(StrEnum):
    """What stands in a passage beside words and calls."""

    LINE_BREAK = "line break"
    TAB = "tab"
    PICTURE = "picture"
    FIELD = "field"
    REFERENCE = "cross-reference"
    LOST_CALL = "call of a note that is gone"
    OBJECT = "object"


@dataclass(frozen=True, slots=True)
class Thing:
    """What is neither words nor a call: a break, a picture, a computed field with the text it shows.

    The number of a note is that of one called again, of which it is not known any more which one it is.
    `target` is the bookmark whose words a cross-reference shows.
    """

    kind: ThingKind
    text: str = ""
    key: str | None = None
    change: Change | None = None
    target: str | None = None


Piece = Words | NoteCall | Thing


class Story(StrEnum):
    """The text that a passage belongs to."""

    BODY = "body"
    NOTE = "note"
    HEADER = "header"
    FOOTER = "footer"


@dataclass(frozen=True, slots=True)
class CellPlace:
    """A cell: tables count from 0 in their story in the order in which they begin, rows and cells from 0 in each."""

    table: int
    row: int
    cell: int


@dataclass(frozen=True, slots=True)
class ListPlace:
    """The list that a passage is an item of, by the number the file gives it, and the level from 0."""

    number: int
    level: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of a draft.

    `style` is the name of its style as people see it. `bookmarks` are the names of those that begin in it. `cells`
    are the cells around it from the outermost. `end` is the tracked change of the paragraph's own end: inserted (the
    paragraph was split off here) or deleted (it is joined to the next one); at the end of a cell it is that of the row
    or the cell. `change` is the tracked change of the style or the list, `before` what they were.
    """

    pieces: tuple[Piece, ...]
    style: str
    story: Story = Story.BODY
    bookmarks: tuple[str, ...] = ()
    cells: tuple[CellPlace, ...] = ()
    list: ListPlace | None = None
    end: Change | None = None
    change: Change | None = None
    before: tuple[str, ListPlace | None] | None = None

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(piece.text for piece in self.pieces if isinstance(piece, Words))


def joined(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """The pieces with words of one look that follow each other as one, and without empty words."""
    made: list[Piece] = []
    for _, same in groupby(pieces, key=_look):
        first, *more = same
        if isinstance(first, Words) and more:
            first = replace(first, text="".join(piece.text for piece in (first, *more) if isinstance(piece, Words)))
        if not isinstance(first, Words) or first.text:
            made.append(first)
    return tuple(made)


def _look(piece: Piece) -> object:
    """What words must share to be joined; no other piece shares it with any."""
    if not isinstance(piece, Words):
        return object()
    look = (piece.bold, piece.italic, piece.style, piece.key, piece.href, piece.target)
    return (*look, piece.change, piece.before)


@dataclass(frozen=True, slots=True)
class Comment:
    """A remark in the margin: on the words `quoted` of the passage `passage`, counted from 0 in its story.

    The passages of all notes are counted in one row; of several passages that are quoted, `passage` is the first.
    `replies_to` is the number of the comment that it answers, counted from 0; `date` is ISO 8601 as written.
    """

    author: str
    text: str
    story: Story
    passage: int
    quoted: str
    date: str | None = None
    replies_to: int | None = None
    resolved: bool = False


@dataclass(frozen=True, slots=True)
class Reading:
    """A draft as it was read.

    `notes` has the passages of each note; `passages` those of the body; `furniture` those of headers and footers,
    part by part in the order of their names.
    """

    passages: tuple[Passage, ...]
    notes: tuple[tuple[Passage, ...], ...] = ()
    furniture: tuple[Passage, ...] = ()
    comments: tuple[Comment, ...] = ()


@dataclass(frozen=True, slots=True)
class Baseline:
    """What a draft carries of its making: the brief's text, and the draft as it was made.

    `brief` is the id of the brief, `text` its YAML to the character, `digest` the SHA-256 of it in hexadecimal digits.
    `keys` has the JSON pointer of the field (in `text`) for each tag of a content control, `names` the id of what each
    bookmark leads to. `made` is the draft before anybody edited it.
    """

    brief: str
    schema_version: str
    tool_version: str
    house: str
    text: str
    digest: str
    keys: dict[str, str]
    names: dict[str, str]
    made: Reading
