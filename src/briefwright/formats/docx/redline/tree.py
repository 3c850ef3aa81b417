"""Questions to elements of a drawn version."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefwright.formats.docx.field_codes import bookmark_of, called_again
from briefwright.formats.docx.xml import Element


def elements(roots: Iterable[Element]) -> Iterator[Element]:
    """The elements and all that are in them, in order."""
    ahead = [*roots][::-1]
    while ahead:
        element = ahead.pop()
        yield element
        ahead += reversed(element.children)


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


def led_to(element: Element) -> str | None:
    """The bookmark that a link or a field leads to."""
    instruction = element.attributes.get("w:instr", "")
    return element.attributes.get("w:anchor") or bookmark_of(instruction) or called_again(instruction)


def printed(element: Element | None) -> str:
    """An element as text, by which two can be compared."""
    pieces: list[str] = []
    if element is not None:
        element.serialise(pieces)
    return "".join(pieces)
