"""The contents lists of two versions as one, entry by entry."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.formats.docx.redline.merging import Merging
from briefwright.formats.docx.redline.outline import ContentsList, Paragraph
from briefwright.formats.docx.redline.tables import Merge, Whole
from briefwright.formats.docx.redline.tree import elements
from briefwright.formats.docx.xml import Element, w


def contents_list(old: ContentsList, new: ContentsList, merging: Merging, merge: Merge) -> Element:
    """Two lists as one, in the control of the new one.

    The mark that begins the list's field belongs to neither version: it stays before the first entry, whichever that
    is, for a field that begins twice and ends once is no field.
    """
    made = merge(old.paragraphs, new.paragraphs, merging)
    first = next(paragraph for paragraph in made if _is_entry(paragraph))
    first.children[1:1] = new.begin
    return _within(new, made)


def whole_list(found: ContentsList, kind: str, merging: Merging, whole: Whole) -> list[Element]:
    """A list that was inserted or deleted, its control with it."""
    entry = next(place for place, block in enumerate(found.paragraphs) if _is_entry(block.element))
    paragraphs = [*found.paragraphs]
    paragraphs[entry] = _begun(found.paragraphs[entry], found.begin)
    name = {"w:ins": "customXmlIns", "w:del": "customXmlDel"}[kind]
    start = merging.change(f"w:{name}RangeStart")
    end = w(f"{name}RangeEnd", id=start.attributes["w:id"])
    return [start, _within(found, whole(paragraphs, kind, merging)), end]


def _begun(first: Paragraph, begin: Sequence[Element]) -> Paragraph:
    properties, *inner = first.element.children
    return Paragraph(w("p", properties, *begin, *inner), first.notes)


def _within(around: ContentsList, inner: list[Element]) -> Element:
    return w("sdt", *around.element.children[:-1], w("sdtContent", *inner))


def _is_entry(paragraph: Element) -> bool:
    return any(element.name == "w:hyperlink" for element in elements([paragraph]))
