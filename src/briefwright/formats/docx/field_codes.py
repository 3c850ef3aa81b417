"""Field codes: what Word works out, each with what it shows until Word does."""

from __future__ import annotations

import re

from briefwright.formats.docx.xml import Element, text, w

_LONGEST = 40
"""The most letters of the name of a row of numbers."""

_REFERENCE = re.compile(r"\s*REF\s+([^\s\\]+)(?:(?!\\[nprtw]\b).)*", re.IGNORECASE | re.DOTALL)
"""An instruction to show words, and not their number (`n`, `r`, `w`, `t`) or where they stand (`p`)."""


def field(instruction: str, *shown: Element) -> Element:
    """A field with this instruction, and the runs that it shows."""
    return w("fldSimple", *shown, instr=f" {instruction} ")


def begun(instruction: str) -> list[Element]:
    """The runs with which a field begins that shows several paragraphs; `ended` is the run that ends it."""
    said = w("r", text("w:instrText", f" {instruction} ", {"xml:space": "preserve"}))
    return [_mark("begin"), said, _mark("separate")]


def ended() -> Element:
    """The run with which such a field ends."""
    return _mark("end")


def _mark(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))


def page_number(bookmark: str) -> str:
    """The number of the page on which a bookmark stands, which leads there."""
    return rf"PAGEREF {bookmark} \h"


def sequence(word: str) -> str:
    """The next number of the captions with this word, such as Figure.

    Word finds the captions of a kind by the name of their row of numbers, and names it after the word itself, in
    whatever language it is: its own captions in French count in `Tableau`. A space in it becomes an underscore.
    """
    name = re.sub(r"\W", "_", word)[:_LONGEST]
    return rf"SEQ {name} \* ARABIC"


def reference(bookmark: str) -> str:
    """The words in a bookmark, which the field leads to.

    They keep the look that they have here: a label is set otherwise in its caption than where the text refers to it.
    """
    return rf"REF {bookmark} \h \* MERGEFORMAT"


def note_number(bookmark: str) -> str:
    """The number of the note that is called in a bookmark, which looks like its call and leads there."""
    return rf"NOTEREF {bookmark} \f \h"


def called_again(instruction: str) -> str | None:
    """The bookmark at the first call of the note whose number an instruction shows, or None if it shows no such."""
    words = instruction.split()
    return words[1] if words[:1] == ["NOTEREF"] and len(words) > 1 else None


def bookmark_of(instruction: str) -> str | None:
    """The bookmark whose words an instruction shows, or None if it shows something else, such as their place."""
    found = _REFERENCE.fullmatch(instruction)
    return found[1] if found else None
