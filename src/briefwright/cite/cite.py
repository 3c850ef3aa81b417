"""The citing stage: a document with citations in, the same document with numbered notes and a list of sources out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefwright.brief.sources import Source
from briefwright.cite.bibliography import bibliography, place_bibliography
from briefwright.cite.calls import collected, settled
from briefwright.cite.pieces import SourceOrigin
from briefwright.cite.references import References
from briefwright.cite.styles import STYLES
from briefwright.cite.terms import terms_of
from briefwright.document.nodes import (
    Citation,
    Document,
    Emphasis,
    Inline,
    InternalLink,
    Link,
    Note,
    Strong,
    Styled,
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
    content = map_inlines(document.content, notes.replace)
    lists = bibliography(sources, STYLES[style], terms, origin)
    return replace(document, content=place_bibliography(content, lists))


class _Notes:
    """Replaces citations by notes, and counts them."""

    def __init__(self, references: References, *, after_stop: bool) -> None:
        self._references = references
        self._after_stop = after_stop
        self._count = 0

    def replace(self, content: Inlines) -> Inlines:
        """The inlines with notes for citations."""
        return tuple(self._noted(inline) for inline in settled(content, after_stop=self._after_stop))

    def _noted(self, inline: Inline) -> Inline:
        match inline:
            case Citation():
                self._count += 1
                text = self._references.note(collected(inline.sources), inline.origin)
                return Note(self._count, text, inline.origin)
            case Emphasis() | Strong() | Styled() | Link() | InternalLink():
                return replace(inline, content=self.replace(inline.content))
            case _:
                return inline
