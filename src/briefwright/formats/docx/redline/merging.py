"""What the parts of one redline share: who made the changes, their numbers, and the notes of both versions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from briefwright.formats.docx.redline.notes import Notes
from briefwright.formats.docx.xml import Element, node, w

Version = Literal["old", "new"]


@dataclass(slots=True)
class Merging:
    """The state of one redline.

    `date` is when the changes are said to have been made, as `2026-11-21T00:00:00Z`. `old_notes` and `new_notes` are
    the notes of each version as drawn, by their numbers there; `notes` are those of the redline so far. `kept` are the
    bookmarks of the old version that deleted links lead to and the new version does not have. `apart` names the
    style of a paragraph that only keeps two tables apart. `called` has the number in the redline of each note that is
    called again, by the bookmark of its first call; the two versions may have that bookmark at different notes.
    """

    author: str
    date: str
    old_notes: Notes
    new_notes: Notes
    kept: frozenset[str]
    apart: Element
    called: dict[Version, dict[str, int]] = field(default_factory=lambda: {"old": {}, "new": {}})
    notes: list[Element] = field(default_factory=list)
    changes: int = 0

    def change(self, name: str, *children: Element) -> Element:
        """A tracked change of this kind, such as `w:ins`, with a number of its own."""
        self.changes += 1
        said: dict[str, str | int] = {"w:id": self.changes, "w:author": self.author, "w:date": self.date}
        return node(name, said, *children)

    def add_note(self, content: list[Element]) -> int:
        """The number of a note with this content, which is the next one to be called."""
        number = len(self.notes) + 1
        self.notes.append(w("footnote", *content, id=number))
        return number
