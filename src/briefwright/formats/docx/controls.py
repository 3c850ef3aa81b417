"""What tells the way back which words of a draft belong to which field of the brief.

The words of a field stand in a content control that carries the field's key, and a paragraph that holds any has a
bookmark round it: editors keep the one or the other through every kind of edit. Text of the house style stands outside
all controls. A document without provenance has neither.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from itertools import groupby

from briefwright.document.contents import is_made_up
from briefwright.formats.docx.anchors import (
    bookmark_name,
    call_bookmark_name,
    contents_bookmark_name,
    field_bookmark_name,
)
from briefwright.formats.docx.draft import Draft
from briefwright.formats.docx.xml import Element, node, w

Piece = tuple[Element, str | None]
"""A run, or a link with its runs, with the JSON pointer of the field that it came from; None for the house's words."""

_LARGEST_ID = 0x7FFFFFFF


def controlled(pieces: Iterable[Piece], draft: Draft) -> list[Element]:
    """The runs, each stretch of one field in a control."""
    made: list[Element] = []
    for pointer, stretch in groupby(pieces, key=lambda piece: piece[1]):
        runs = [run for run, _ in stretch]
        key = draft.key(pointer)
        made += runs if key is None else [_control(key, runs, draft)]
    return made


def _control(key: str, runs: list[Element], draft: Draft) -> Element:
    # Hidden: the frames and handles of hundreds of controls would stand in the way of whoever edits the text.
    appearance = node("w15:appearance", {"w15:val": "hidden"})
    properties = w("sdtPr", w("tag", val=key), w("id", val=_control_id(key, draft)), appearance)
    return w("sdt", properties, w("sdtContent", *runs))


def _control_id(key: str, draft: Draft) -> int:
    """A number that no other control of the draft has, and that a control keeps from build to build."""
    number = zlib.crc32(key.encode()) & _LARGEST_ID
    while number in draft.control_ids or number == 0:
        number = (number + 1) & _LARGEST_ID
    draft.control_ids.add(number)
    return number


def field_bookmark(inner: Iterable[Element], draft: Draft) -> str | None:
    """The bookmark of a paragraph with these runs: after the first field in it, or None where it holds none."""
    key = next((key for element in inner for key in _keys(element)), None)
    return None if key is None else _place(key, draft)


def note_bookmark(pointer: str | None, draft: Draft) -> str | None:
    """The bookmark of a note that the field at this pointer calls."""
    key = draft.key(pointer)
    return None if key is None else _place(f"{key}/note", draft)


def call_bookmark(pointer: str | None, draft: Draft) -> str:
    """The bookmark of the call of a note that is called again, by the field that calls it first."""
    key = f"{draft.key(pointer) or pointer}/call"
    return call_bookmark_name(key, _next_place(key, draft))


def _place(key: str, draft: Draft) -> str:
    """The bookmark of the next place at which a key stands."""
    return field_bookmark_name(key, _next_place(key, draft))


def _next_place(key: str, draft: Draft) -> int:
    draft.places[key] = draft.places.get(key, 0) + 1
    return draft.places[key]


def bookmarked(inner: list[Element], name: str | None, draft: Draft) -> list[Element]:
    """The content of a paragraph with a bookmark round it."""
    if name is None:
        return inner
    number = draft.next_bookmark()
    return [w("bookmarkStart", id=number, name=name), *inner, w("bookmarkEnd", id=number)]


def awaited(inner: list[Element], draft: Draft) -> list[Element]:
    """The content with the bookmarks round it that wait for the next words."""
    for identifier in reversed(draft.waiting):
        for name in reversed([*_bookmark_names(identifier, draft)]):
            draft.targets[name] = identifier
            inner = bookmarked(inner, name, draft)
    draft.waiting.clear()
    return inner


def _bookmark_names(identifier: str, draft: Draft) -> Iterator[str]:
    """The bookmark of a block, unless its id is there for the contents list alone, and that of the contents list."""
    if not is_made_up(identifier):
        yield bookmark_name(identifier)
    if identifier in draft.listed:
        yield contents_bookmark_name(identifier)


def _keys(element: Element) -> Iterable[str]:
    if element.name == "w:sdt":
        yield from (p.attributes["w:val"] for p in element.children[0].children if p.name == "w:tag")
    elif element.name == "w:hyperlink":
        for child in element.children:
            yield from _keys(child)
