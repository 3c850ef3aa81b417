"""The contents list: Word's own table of contents, already filled, so that it is right when the draft is opened."""

from __future__ import annotations

from briefwright.document.contents import TITLE, entry_style, keeping_next
from briefwright.document.nodes import Contents, ContentsEntry
from briefwright.formats.docx import field_codes
from briefwright.formats.docx.anchors import contents_bookmark_name
from briefwright.formats.docx.draft import Draft, Place
from briefwright.formats.docx.flow import LEAST, Piece, gap
from briefwright.formats.docx.inlines import Setting, runs
from briefwright.formats.docx.paragraphs import paragraph
from briefwright.formats.docx.xml import Element, text, twips, w

GALLERY = "Table of Contents"
"""By which Word offers to update a list, and the way back knows that nobody wrote it."""


def contents_list(block: Contents, place: Place, draft: Draft) -> list[Piece]:
    """The title and the entries, in the control that Word puts round a table of contents.

    Its field is not marked as stale: Word would ask whoever opens the draft whether to update it.
    """
    title = [paragraph(block.title, TITLE, place, draft)] if block.title else []
    kept = keeping_next(block.entries)
    entries = [_entry(entry, place, draft, keep=keep) for entry, keep in zip(block.entries, kept, strict=True)]
    entries[0].children[1:1] = field_codes.begun(f'TOC \\o "1-{block.levels}" \\h \\z \\u')
    # The end has a paragraph of its own, as Word gives it one: entries come and go before it.
    end = gap(LEAST, draft)
    end.children.append(field_codes.ended())
    part = w("docPartObj", w("docPartGallery", val=GALLERY), w("docPartUnique"))
    inner = [*(piece.element for piece in title), *entries, end]
    control = w("sdt", w("sdtPr", w("id", val=draft.next_control()), part), w("sdtContent", *inner))
    first = draft.theme.paragraph(TITLE if block.title else entry_style(block.entries[0].level))
    return [Piece(control, first.space_before, 0.0)]


def stops(measure: float) -> Element:
    """The tab stop of an entry: dots up to the number of the page."""
    return w("tabs", w("tab", val="right", leader="dot", pos=twips(measure)))


def _entry(entry: ContentsEntry, place: Place, draft: Draft, *, keep: bool) -> Element:
    setting = Setting(draft.theme.paragraph(entry_style(entry.level)), place.part)
    name = contents_bookmark_name(entry.target)
    shown = w("r", text("w:t", "" if entry.page is None else str(entry.page)))
    number = field_codes.field(field_codes.page_number(name), shown)
    link = w("hyperlink", *runs(entry.content, setting, draft), w("r", w("tab")), number, anchor=name, history=1)
    style = w("pStyle", val=draft.names.paragraphs[entry_style(entry.level)].id)
    return w("p", w("pPr", style, *([w("keepNext")] if keep else [])), link)
