"""What the parts of one redline share: who made the changes, their numbers, and the notes of both versions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefwright.formats.docx.xml import Element, node


@dataclass(slots=True)
class Merging:
    """The state of one redline.

    `date` is when the changes are said to have been made, as `2026-11-21T00:00:00Z`. `old_notes` and `new_notes` are
    the notes of each version as drawn, by their numbers there; `notes` are those of the redline so far. `kept` are the
    bookmarks of the old version that deleted links lead to and the new version does not have. `apart` names the
    style of a paragraph that only keeps two tables apart.
    """

    author: str
    date: str
    old_notes: dict[str, Element]
    new_notes: dict[str, Element]
    kept: frozenset[str]
    apart: Element
    notes: list[Element] = field(default_factory=list)
    changes: int = 0

    def change(self, name: str, *children: Element) -> Element:
        """A tracked change of this kind, such as `w:ins`, with a number of its own."""
        self.changes += 1
        said: dict[str, str | int] = {"w:id": self.changes, "w:author": self.author, "w:date": self.date}
        return node(name, said, *children)


def elements(roots: Iterable[Element]) -> Iterator[Element]:
    """The elements and all that are in them, in order."""
    for root in roots:
        yield root
        yield from elements(root.children)


def child(element: Element, name: str) -> Element | None:
    """The first child of this name."""
    return next((found for found in element.children if found.name == name), None)


def children(element: Element | None, name: str) -> list[Element]:
    """The children of this name."""
    return [] if element is None else [found for found in element.children if found.name == name]


def value(element: Element | None, name: str) -> str | None:
    """The value of a property within an element that may not be there."""
    found = None if element is None else child(element, name)
    return None if found is None else found.attributes["w:val"]


def printed(element: Element | None) -> str:
    """An element as text, by which two can be compared; the numbers and names of drawings are left out."""
    pieces: list[str] = []
    if element is not None:
        _print(element, pieces)
    return "".join(pieces)


_NUMBERED = ("wp:docPr", "wps:cNvPr")


def _print(element: Element, pieces: list[str]) -> None:
    said = element.attributes
    if element.name in _NUMBERED:
        said = {key: given for key, given in said.items() if key not in ("id", "name")}
    pieces.append(f"<{element.name} {sorted(said.items())}>{element.text}")
    for inner in element.children:
        _print(inner, pieces)
    pieces.append(">")
