"""The list of sources: those that were read, and apart from them those that others name.

A template places it with empty lists: `<list style="sources"/>` takes the sources that were read (confidential ones
without their names), `<list style="sources-named"/>` those not seen. Each entry is a paragraph of the style `source`.
A list that stays empty is left out.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from briefwright.brief.prose import parse
from briefwright.brief.sources import Retrieval, Source
from briefwright.cite import names
from briefwright.cite.pieces import Pieces, SourceOrigin, joined, prose, to_inlines
from briefwright.cite.references import entry
from briefwright.cite.style import Style
from briefwright.cite.terms import Terms
from briefwright.diagnostics import Report
from briefwright.document.nodes import (
    Block,
    Box,
    Columns,
    Inline,
    List,
    ListItem,
    Origin,
    Paragraph,
    Section,
)

READ, NAMED = "sources", "sources-named"
"""The styles of the lists that are filled."""

ENTRY = "source"
"""The paragraph style of an entry."""


class Entry(NamedTuple):
    """A source in the list: its id, its words, and its place in the brief."""

    source: str
    content: tuple[Inline, ...]
    origin: Origin


def bibliography(
    sources: Sequence[Source], style: Style, terms: Terms, origin: SourceOrigin
) -> Mapping[str, tuple[Entry, ...]]:
    """The entries of each list by its style, ordered by author or else by title."""
    by_id = {source.id: source for source in sources}
    lists: dict[str, list[Entry]] = {READ: [], NAMED: []}
    for source in sorted(sources, key=lambda source: _key(source, terms)):
        place = origin(source.id, None)
        pieces = entry(source, by_id, style, terms, _remark(source, origin))
        unseen = source.retrieval in {Retrieval.NAME_ONLY, Retrieval.UNAVAILABLE}
        content = to_inlines(pieces, Origin(None, place.span), origin)
        lists[NAMED if unseen else READ].append(Entry(source.id, content, place))
    return {name: tuple(entries) for name, entries in lists.items()}


def _remark(source: Source, origin: SourceOrigin) -> Pieces:
    """What its own note says of a source, and what describes it."""
    given = (("note", source.note), ("descriptor", source.descriptor))
    return joined((_prose(text, origin(source.id, field)) for field, text in given if text is not None), " ")


def _prose(text: str, place: Origin) -> Pieces:
    return prose(parse(text, lambda _start, _end: place, Report()))


def _key(source: Source, terms: Terms) -> tuple[str, str, str]:
    """What a source is filed under: its authors, or its title or publisher without a first article."""
    authors = names.sort_key(source.author or source.editor)
    title = _bare(source.title or "", terms)
    return (
        _folded(authors or title or _bare(source.publisher or source.container_title or "", terms)),
        _folded(title),
        source.id,
    )


def _bare(name: str, terms: Terms) -> str:
    return name.removeprefix(next((article for article in terms.articles if name.startswith(article)), ""))


def _folded(text: str) -> str:
    """The text as it sorts: without accents, case or marks at its front."""
    plain = "".join(c for c in unicodedata.normalize("NFD", text) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain.casefold()).lstrip("\"'“‘«[( \u00a0")


def place_bibliography(content: tuple[Block, ...], lists: Mapping[str, tuple[Entry, ...]]) -> tuple[Block, ...]:
    """The blocks with the empty lists of these styles filled."""
    placed = (_placed(block, lists) for block in content)
    return tuple(block for block in placed if block is not None)


def _placed(block: Block, lists: Mapping[str, tuple[Entry, ...]]) -> Block | None:
    match block:
        case List(items=(), style=style) if style in lists:
            items = tuple(_item(entry) for entry in lists[style])
            return replace(block, items=items) if items else None
        case Section() | Box():
            return replace(block, content=place_bibliography(block.content, lists))
        case Columns():
            return replace(block, cells=tuple(place_bibliography(cell, lists) for cell in block.cells))
        case _:
            return block


def _item(entry: Entry) -> ListItem:
    return ListItem((Paragraph(entry.content, ENTRY, entry.origin),), entry.origin)
