"""Lists, counted or marked by Word."""

from __future__ import annotations

from briefwright.document.nodes import List, ListItem, Paragraph
from briefwright.formats.docx.draft import Draft, Place
from briefwright.formats.docx.flow import Piece
from briefwright.formats.docx.paragraphs import Numbered, paragraph
from briefwright.formats.docx.tables import Draw


def list_pieces(block: List, place: Place, draft: Draft, draw: Draw) -> list[Piece]:
    """The items of a list as paragraphs; what follows the first paragraph of an item stands under its text."""
    style = draft.theme.lists[block.style]
    count = draft.numbering.new_list(block.style, place.offset)
    inner = place.narrowed(style.indent + style.hanging)
    pieces: list[Piece] = []
    for index, item in enumerate(block.items):
        last = index == len(block.items) - 1
        pieces += _item(item, count, place, inner, draft, draw, style.space_after if last else 0.0)
    return pieces


def _item(
    item: ListItem, count: int, place: Place, inner: Place, draft: Draft, draw: Draw, after: float
) -> list[Piece]:
    if item.id is not None:
        draft.waiting.append(item.id)
    first = item.content[0] if item.content else Paragraph((), "body", item.origin)
    if not isinstance(first, Paragraph):
        marked = paragraph((), "body", place, draft, numbered=Numbered(count))
        return [marked, *draw(item.content, inner, draft)]
    if first.id is not None:
        draft.waiting.append(first.id)
    rest = item.content[1:]
    marked = paragraph(first.content, first.style, place, draft, numbered=Numbered(count), after=0.0 if rest else after)
    return [marked, *draw(rest, inner, draft)]
