"""The elements of a reference that read alike in every style."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefwright.brief.people import Author
from briefwright.brief.sources import Source
from briefwright.cite import names
from briefwright.cite.dates import full_date
from briefwright.cite.pieces import NBSP, Piece, Pieces
from briefwright.cite.places import shortened
from briefwright.cite.terms import Terms


class Elements:
    """What a source says of itself, as pieces in the words of a language."""

    def __init__(self, source: Source, terms: Terms) -> None:
        self.source = source
        self.terms = terms

    def of(self, field: str) -> Pieces:
        """The value of a field."""
        value = getattr(self.source, field)
        return () if value is None else (Piece(str(value), self.source.id, field),)

    def unless(self, value: str | None, said: str, field: str) -> Pieces:
        """The value of a field, unless its words have been said."""
        if value is None or re.search(rf"(?<!\w){re.escape(value)}(?!\w)", said):
            return ()
        return (Piece(value, self.source.id, field),)

    def worded(self, word: str, value: str | None, field: str) -> Pieces:
        """The value of a field behind its word, such as "vol."."""
        return () if value is None else (Piece(f"{word}{NBSP}"), Piece(value, self.source.id, field))

    def by(self, word: str, people: Sequence[Author], field: str) -> Pieces:
        """People behind the words for what they did, such as "edited by"."""
        return (Piece(f"{word} "), Piece(names.in_text(people, self.terms), self.source.id, field)) if people else ()

    def edition(self) -> Pieces:
        """The edition, as an ordinal if it is a number."""
        edition = self.source.edition
        if edition is None or not edition.isdecimal() or len(edition) > 3:
            return self.of("edition")
        ordinal = self.terms.ordinals.get(int(edition)) or self.terms.later_ordinal.format(edition)
        return (Piece(f"{ordinal}{NBSP}{self.terms.edition}", self.source.id, "edition"),)

    def pages(self) -> Pieces:
        """The pages that the source fills."""
        pages = self.source.page
        return () if pages is None else (Piece(shortened(pages, self.terms), self.source.id, "page"),)

    def quoted(self, text: str, field: str) -> Pieces:
        """Words of a field in quotation marks; marks of the same form inside them become inner ones."""
        (opening, closing), inner = self.terms.quotes, self.terms.inner_quotes
        if closing != "’":
            text = text.replace(opening, inner[0]).replace(closing, inner[1])
        return (Piece(opening), self.words_of(text, field), Piece(closing))

    def words_of(self, text: str, field: str, *, italic: bool = False) -> Piece:
        """Words of a field that may be in the language of the source."""
        language = self.source.language
        own = language is None or language.split("-")[0] == self.terms.locale.split("_")[0]
        return Piece(text, self.source.id, field, italic=italic, language=None if own else language)

    def archived(self) -> Pieces:
        """The archived copy, with its day."""
        source, terms = self.source, self.terms
        if source.archive_url is None:
            return ()
        day = full_date(source.archived, terms) if source.archived is not None else ""
        copy = Piece(source.archive_url, source.id, "archive_url", href=source.archive_url)
        return (Piece(terms.archived.format(f"{day} " if day else "")), copy)
