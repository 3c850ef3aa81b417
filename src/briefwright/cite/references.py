"""One citation as the words of a note: which form each source takes, and what its retrieval allows to be said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefwright.brief.sources import Retrieval, Source
from briefwright.cite.dates import partial_date
from briefwright.cite.pieces import Piece, Pieces, SourceOrigin, capitalised, joined, prose, tidy, to_inlines, words
from briefwright.cite.places import Place, place_of
from briefwright.cite.style import Style
from briefwright.cite.terms import Terms
from briefwright.document.nodes import CitedSource, Inline, Origin
from briefwright.document.walk import plain_text

_NOT_SEEN = {Retrieval.NAME_ONLY, Retrieval.UNAVAILABLE}
_JOINS_ITSELF = re.compile(r"[,.;:)]")


class References:
    """The references of one document; it remembers which sources have had their full form."""

    def __init__(self, sources: Mapping[str, Source], style: Style, terms: Terms, origin: SourceOrigin) -> None:
        self._sources = sources
        self._style = style
        self._terms = terms
        self._origin = origin
        self._named: set[str] = set()
        self._alike = self._of_like_short_form()

    def _of_like_short_form(self) -> set[str]:
        """The sources that their short forms do not tell apart: they keep the full form."""
        texts = {
            name: "".join(piece.text for piece in self._style.short(source, Place(), self._terms))
            for name, source in self._sources.items()
        }
        counts = Counter(texts.values())
        return {name for name, text in texts.items() if text and counts[text] > 1}

    def note(self, called: Sequence[CitedSource], origin: Origin) -> tuple[Inline, ...]:
        """The text of the note that calls these sources, as one sentence."""
        references: Pieces = ()
        for reference in map(self._reference, called):
            if references and references[-1].text.endswith((".", "!", "?", "…")):
                references = (*references, Piece(" "), *capitalised(reference))
            else:
                references = joined([references, reference], self._terms.semicolon)
        pieces = tidy((*capitalised(references), Piece(".")), self._terms)
        return to_inlines(pieces, Origin(None, origin.span), self._origin)

    def _reference(self, cited: CitedSource) -> Pieces:
        terms = self._terms
        lead = cited.prefix or terms.relations.get(cited.relation, "")
        place = place_of(cited.locator, cited.locator_label, terms)
        between = "" if _JOINS_ITSELF.match(cited.suffix) else " "
        pieces = joined([words(lead), self.source(self._sources[cited.source], place)], " ")
        pieces = joined([pieces, words(cited.suffix)], between)
        if cited.quote:
            opening, closing = terms.quotes
            pieces = joined([pieces, (Piece(opening), *prose(cited.quote), Piece(closing))], terms.colon)
        return joined([pieces, prose(cited.note)], ", " if plain_text(cited.note)[:1].islower() else ". ")

    def source(self, source: Source, place: Place) -> Pieces:
        """A source in full where it is first named, short later."""
        if source.retrieval is Retrieval.CONFIDENTIAL:
            return joined([confidential(source, self._terms), words(place.text)], ", ")
        if source.retrieval in _NOT_SEEN:
            return self._through(source, place)
        form = self._style.short if self._is_named(source) else self._style.full
        return form(source, place, self._terms)

    def _is_named(self, source: Source) -> bool:
        named = source.id in self._named
        self._named.add(source.id)
        return named and source.id not in self._alike

    def _through(self, source: Source, place: Place) -> Pieces:
        """A source that was not seen, as cited in the one that was: the place is in the latter."""
        terms, named = self._terms, self._is_named(source)
        if source.title is None:
            own = unidentified(source, terms, named=named)
        else:
            form = self._style.short if named else self._style.full
            own = form(source, Place(), terms)
        if source.via is None:
            return joined([own, words(place.text), words(terms.not_seen)], ", ")
        read = self.source(self._sources[source.via], place)
        return joined([own, joined([words(terms.cited_in), read], " ")], ", ")


def entry(source: Source, sources: Mapping[str, Source], style: Style, terms: Terms, note: Pieces = ()) -> Pieces:
    """A source in the list of sources; `note` is its own remark."""
    if source.retrieval is Retrieval.CONFIDENTIAL:
        pieces = (*capitalised(confidential(source, terms)), Piece("."))
    elif source.retrieval in _NOT_SEEN:
        pieces = _entry_not_seen(source, sources, style, terms)
    else:
        pieces = style.entry(source, terms)
    return tidy(joined([pieces, note], " "), terms)


def _entry_not_seen(source: Source, sources: Mapping[str, Source], style: Style, terms: Terms) -> Pieces:
    if source.title is None:
        own = (*capitalised(unidentified(source, terms)), Piece("."))
    else:
        own = style.entry(source, terms)
    seen = words(terms.not_seen)
    if source.via is not None:
        seen = joined([words(terms.cited_in), style.short(sources[source.via], Place(), terms)], " ")
    return (*own, Piece(" "), *capitalised(seen), Piece("."))


def confidential(source: Source, terms: Terms) -> Pieces:
    """What may be said of a confidential source: that there is one, of what kind and when."""
    kind = (Piece(source.genre, source.id, "genre"),) if source.genre else ()
    return joined([words(terms.confidential), kind, _date(source, terms)], ", ")


def unidentified(source: Source, terms: Terms, *, named: bool = False) -> Pieces:
    """A source known only by who made it; once `named`, that is enough."""
    field = next(name for name in ("author", "publisher", "container_title", "id") if getattr(source, name))
    maker = source.author[0].printed_name if field == "author" else str(getattr(source, field))
    kind = next((kind for kind in terms.unidentified if source.type.value.startswith(kind)), "item")
    made_by: Pieces = (Piece(maker, source.id, field),)
    if named:
        return made_by
    outlet: Pieces = ()
    if field == "author" and source.container_title:
        outlet = (replace(made_by[0], text=source.container_title, field="container_title"),)
    return joined([made_by, words(terms.unidentified[kind]), outlet, _date(source, terms)], ", ")


def _date(source: Source, terms: Terms) -> Pieces:
    return () if source.issued is None else (Piece(partial_date(source.issued, terms), source.id, "issued"),)
