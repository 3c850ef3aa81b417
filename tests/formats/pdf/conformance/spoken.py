"""What a screen reader says of a file: the characters of its structure tree, in the order of the tree."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.formats.pdf.conformance.content import unicode_of
from tests.formats.pdf.conformance.reading import SHOWING, Element, Opened


@dataclass(slots=True)
class Said:
    """An element as it is read: its role, and in order its words and the elements inside it.

    Its object lives as long as the file does.
    """

    role: str
    object: Any
    file: Opened
    parts: list[Said | str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words of it and of what is inside it."""
        return "".join(part if isinstance(part, str) else part.text for part in self.parts)

    def all(self, *roles: str) -> list[Said]:
        """What is inside it of these roles, in order."""
        found: list[Said] = []
        for part in self.parts:
            if isinstance(part, Said):
                found += [part] if part.role in roles else []
                found += part.all(*roles)
        return found

    @property
    def outline(self) -> str:
        """Its role, with those of the elements inside it in brackets."""
        inner = " ".join(part.outline for part in self.parts if isinstance(part, Said))
        return f"{self.role}[{inner}]" if inner else self.role


def said(data: bytes) -> Said:
    """The document as it is read."""
    opened = Opened(data)
    words = _words(opened)
    return _said(opened.tree[0], words, opened)


def _said(element: Element, words: dict[tuple[tuple[int, int], int], str], file: Opened) -> Said:
    made = Said(str(element.object.S).removeprefix("/"), element.object, file)
    if "/ActualText" in element.object:
        made.parts.append(str(element.object.ActualText))
        return made
    for part in element.order:
        made.parts.append(_said(part, words, file) if isinstance(part, Element) else words.get(part, ""))
    return made


def _words(opened: Opened) -> dict[tuple[tuple[int, int], int], str]:
    """The characters of each sequence; a span that says what it stands for is taken at its word."""
    found: dict[tuple[tuple[int, int], int], str] = {}
    for page, painted in zip(opened.pdf.pages, opened.painted, strict=True):
        for one in painted:
            if one.operator not in SHOWING or one.number is None:
                continue
            place = (page.obj.objgen, one.number)
            actual = next(
                (span.properties["/ActualText"] for span in one.around if "/ActualText" in span.properties), None
            )
            known = unicode_of(one.font)
            codes = (one.shown[start : start + 2] for start in range(0, len(one.shown), 2))
            text = "".join(known.get(int.from_bytes(code, "big"), "") for code in codes)
            found[place] = found.get(place, "") + (text if actual is None else str(actual))
    return found
