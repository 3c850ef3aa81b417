"""The contents list: Word's own table of contents, already filled, so that it is right when the draft is opened."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.document.contents import TITLE, entry_style
from briefwright.document.nodes import Contents, ContentsEntry
from briefwright.formats.docx.anchors import bookmark_name
from briefwright.formats.docx.draft import Draft, Place
from briefwright.formats.docx.flow import Piece
from briefwright.formats.docx.inlines import Setting, runs
from briefwright.formats.docx.xml import Element, text, twips, w

_GALLERY = "Table of Contents"
"""By which Word offers to update a list, and the way back knows that nobody wrote it."""


def contents_list(block: Contents, place: Place, draft: Draft) -> list[Piece]:
    """The title and the entries, in the control that Word puts round a table of contents.

    Its field is not marked as stale: Word would ask whoever opens the draft whether to update it.
    """
    entries = [_entry(entry, place, draft) for entry in block.entries]
    entries[0][:0] = _begun(f'TOC \\o "1-{block.levels}" \\h \\z \\u')
    entries[-1].append(_mark("end"))
    paragraphs = [
        _paragraph(entry_style(entry.level), inner, draft) for entry, inner in zip(block.entries, entries, strict=True)
    ]
    if block.title:
        setting = Setting(draft.theme.paragraph(TITLE), place.part)
        paragraphs.insert(0, _paragraph(TITLE, runs(block.title, setting, draft), draft))
    part = w("docPartObj", w("docPartGallery", val=_GALLERY), w("docPartUnique"))
    control = w("sdt", w("sdtPr", w("id", val=draft.next_checkbox()), part), w("sdtContent", *paragraphs))
    first = TITLE if block.title else entry_style(block.entries[0].level)
    last = entry_style(block.entries[-1].level)
    return [Piece(control, draft.theme.paragraph(first).space_before, draft.theme.paragraph(last).space_after)]


def stops(measure: float) -> Element:
    """The tab stop of an entry: dots up to the number of the page."""
    return w("tabs", w("tab", val="right", leader="dot", pos=twips(measure)))


def _entry(entry: ContentsEntry, place: Place, draft: Draft) -> list[Element]:
    setting = Setting(draft.theme.paragraph(entry_style(entry.level)), place.part)
    name = bookmark_name(entry.target)
    shown = w("r", text("w:t", "" if entry.page is None else str(entry.page)))
    number = [*_begun(f"PAGEREF {name} \\h"), shown, _mark("end")]
    words = runs(entry.content, setting, draft)
    return [w("hyperlink", *words, w("r", w("tab")), *number, anchor=name, history=1)]


def _paragraph(style: str, inner: list[Element], draft: Draft) -> Element:
    return w("p", w("pPr", w("pStyle", val=draft.names.paragraphs[style].id)), *inner)


def _begun(instruction: str) -> Iterator[Element]:
    """A field up to what it shows."""
    yield _mark("begin")
    yield w("r", text("w:instrText", f" {instruction} ", {"xml:space": "preserve"}))
    yield _mark("separate")


def _mark(kind: str) -> Element:
    return w("r", w("fldChar", fldCharType=kind))
