"""The notes of a version, and what its paragraphs say whatever their notes are numbered."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from briefwright.document.differences import letters_of, words
from briefwright.formats.docx.field_codes import called_again
from briefwright.formats.docx.redline.tree import child, elements, value
from briefwright.formats.docx.xml import Element

_NUMBERED = ("wp:docPr", "wps:cNvPr")
_LEFT_OUT = ("w:bookmarkStart", "w:bookmarkEnd", "w:sdtPr")


class Notes:
    """The notes of a version by their numbers in it; each is read once."""

    def __init__(self, notes: Iterable[Element] = ()) -> None:
        self._notes = {note.attributes["w:id"]: note for note in notes}
        self._said: dict[str, str] = {}
        self._words: dict[str, Counter[str]] = {}

    def paragraphs(self, number: str) -> list[Element]:
        """The paragraphs of a note."""
        return self._notes[number].children

    def said(self, number: str) -> str:
        """What a note says, as text."""
        if number not in self._said:
            self._said[number] = "".join(said(paragraph, self) for paragraph in self.paragraphs(number))
        return self._said[number]

    def words(self, number: str) -> Counter[str]:
        """The words of a note."""
        if number not in self._words:
            self._words[number] = words_in(self.paragraphs(number))
        return self._words[number]


def said(element: Element, notes: Notes) -> str:
    """What an element says and how it looks, as text by which two can be compared.

    The numbers of notes, drawings and controls are left out, and so are controls and bookmarks as such: they tell
    where words come from, and not what they are.
    """
    pieces: list[str] = []
    _say(element, notes, pieces)
    return "".join(pieces)


def _say(element: Element, notes: Notes, pieces: list[str]) -> None:
    name, given = element.name, element.attributes
    if name in _LEFT_OUT:
        return
    if name == "w:footnoteReference":
        pieces.append(f"<note {notes.said(given['w:id'])}>")
        return
    again = called_again(given.get("w:instr", ""))
    if again is not None:
        pieces.append(f"<again {again}>")
        return
    if name in _NUMBERED:
        given = {key: what for key, what in given.items() if key not in ("id", "name")}
    if name == "w:sdt" and value(child(element, "w:sdtPr"), "w:tag") is not None:
        for inner in element.children[-1].children:
            _say(inner, notes, pieces)
        return
    pieces.append(f"<{name} {given}>{element.text}")
    for inner in element.children:
        _say(inner, notes, pieces)
    pieces.append(">")


def words_in(content: Iterable[Element]) -> Counter[str]:
    """The words of elements, without spaces and signs."""
    texts = (element.text for element in elements(content) if element.name == "w:t")
    return Counter(word for text in texts for word in words(text) if letters_of(word))
