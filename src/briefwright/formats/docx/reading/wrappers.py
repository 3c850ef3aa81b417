"""Elements that are seen through on the way to words: controls, changes, alternatives; and the marks between words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from briefwright.formats.docx.reading.around import KINDS, Around, change_of
from briefwright.formats.docx.reading.fields import Fields
from briefwright.formats.docx.reading.names import MC, UNDERSTOOD, W, name, value
from briefwright.formats.docx.reading.quotes import Quotes

_CONTENTS = "Table of Contents"
_GALLERY = f"{W}sdtPr/{W}docPartObj/{W}docPartGallery"


@dataclass(slots=True)
class State:
    """What goes on from one paragraph to the next: open fields and quotes, bookmarks that begin where the next begins.

    `boxes` are the texts of the text boxes in the paragraph at hand, `strangers` tells that it holds another file.
    """

    fields: Fields = field(default_factory=Fields)
    quotes: Quotes = field(default_factory=Quotes)
    bookmarks: list[str] = field(default_factory=list)
    boxes: list[str] = field(default_factory=list)
    strangers: bool = False


def within(element: _Element, around: Around, state: State) -> tuple[_Element, Around] | None:
    """What stands in an element that is transparent, and what is around it there; None if it is not.

    Marks between pieces, as bookmarks are, are taken note of.
    """
    kind = name(element)
    match kind:
        case "ins" | "del" | "moveTo" | "moveFrom":
            return element, around.changed(change_of(element, KINDS[kind]))
        case "sdt":
            return _controlled(element, around)
        case "smartTag" | "customXml" | "bdo" | "dir":
            return element, around
        case "mc:AlternateContent":
            return branch(element), around
        case "bookmarkStart":
            state.bookmarks.append(element.get(f"{W}name", ""))
        case "commentRangeStart":
            state.quotes.begin(element.get(f"{W}id", ""))
        case "commentRangeEnd":
            state.quotes.end(element.get(f"{W}id", ""))
    return None


def _controlled(control: _Element, around: Around) -> tuple[_Element, Around] | None:
    """The content of a control; what stands in it only to prompt for words is none."""
    content = control.find(f"{W}sdtContent")
    if content is None or control.find(f"{W}sdtPr/{W}showingPlcHdr") is not None:
        return None
    if value(control, _GALLERY) == _CONTENTS:
        around = replace(around, is_computed=True)
    return content, around.controlled(value(control, f"{W}sdtPr/{W}tag"))


def branch(alternatives: _Element) -> _Element:
    """The one of several alternatives that is read: the first that asks for nothing unknown, or else the fallback."""
    for choice in alternatives.iterchildren(f"{MC}Choice"):
        wanted = [choice.nsmap.get(prefix) for prefix in choice.get("Requires", "").split()]
        if all(namespace in UNDERSTOOD for namespace in wanted):
            return choice
    fallback = alternatives.find(f"{MC}Fallback")
    return alternatives.makeelement("none") if fallback is None else fallback


def contents(run: _Element) -> Iterator[_Element]:
    """What stands in a run, of alternatives the one that is read."""
    for child in run:
        if name(child) == "mc:AlternateContent":
            yield from contents(branch(child))
        else:
            yield child
