"""The citing stage: a document with citations in, the same document with numbered notes and a list of sources out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefwright.brief.sources import Source
from briefwright.cite.bibliography import bibliography, place_bibliography
from briefwright.cite.calls import collected, settled, unplaced
from briefwright.cite.pieces import SourceOrigin
from briefwright.cite.references import References
from briefwright.cite.styles import STYLES
from briefwright.cite.terms import terms_of
from briefwright.document.nodes import (
    Block,
    Box,
    Citation,
    CitedSource,
    Columns,
    Document,
    Emphasis,
    Figure,
    Inline,
    InternalLink,
    Link,
    List,
    Note,
    Section,
    Strong,
    Styled,
    Table,
)
from briefwright.document.walk import map_inlines

Inlines = tuple[Inline, ...]


def cite(document: Document, sources: Sequence[Source], style: str, origin: SourceOrigin) -> Document:
    """The document with its citations as notes, numbered in reading order, and its lists of sources filled.

    `style` is a name in `STYLES`; words and marks are those of the document's language. Every source that is cited
    must be among `sources`. Raises KeyError where a source or a style is unknown.
    """
    terms = terms_of(document.metadata.language)
    by_id = {source.id: source for source in sources}
    notes = _Notes(References(by_id, STYLES[style], terms, origin), after_stop=terms.call_after_stop)
    content = notes.in_blocks(document.content)
    lists = bibliography(sources, STYLES[style], terms, origin)
    return replace(document, content=place_bibliography(content, lists))


class _Notes:
    """Replaces citations by notes, and counts them.

    Within one table, figure, box or list, the same citation is the same note, called again: what stands there side by
    side is compared, and a second note would only send the reader to the first. In running text it is a note of its
    own, in short form.
    """

    def __init__(self, references: References, *, after_stop: bool) -> None:
        self._references = references
        self._after_stop = after_stop
        self._count = 0
        self._known: dict[tuple[CitedSource, ...], Note] | None = None

    def in_blocks(self, content: tuple[Block, ...]) -> tuple[Block, ...]:
        """The blocks with notes for citations."""
        return tuple(self._block(block) for block in content)

    def _block(self, block: Block) -> Block:
        match block:
            case Section():
                return replace(block, content=self.in_blocks(block.content))
            case Columns():
                return replace(block, cells=tuple(map(self.in_blocks, block.cells)))
            case Table() | Figure() | Box() | List():
                self._known = {}
                (made,) = map_inlines((block,), self._replaced)
                self._known = None
                return made
            case _:
                (made,) = map_inlines((block,), self._replaced)
                return made

    def _replaced(self, content: Inlines) -> Inlines:
        return tuple(self._noted(inline) for inline in settled(content, after_stop=self._after_stop))

    def _noted(self, inline: Inline) -> Inline:
        match inline:
            case Citation():
                return self._note(inline)
            case Note():
                self._count += 1
                return replace(inline, number=self._count)
            case Emphasis() | Strong() | Styled() | Link() | InternalLink():
                return replace(inline, content=self._replaced(inline.content))
            case _:
                return inline

    def _note(self, citation: Citation) -> Note:
        said = tuple(map(unplaced, citation.sources))
        known = None if self._known is None else self._known.get(said)
        if known is not None:
            return replace(known, origin=citation.origin)
        self._count += 1
        text = self._references.note(collected(citation.sources), citation.origin)
        note = Note(self._count, text, citation.origin)
        if self._known is not None:
            self._known[said] = note
        return note
