"""The notes-and-bibliography style of The Chicago Manual of Style, 18th edition.

Later notes are shortened, never "ibid."; places of publication are left out; an access date is given only where there
is no date of publication. Departures: months and days of reports are kept, and unsigned works begin with their title.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from briefwright.brief.people import Author
from briefwright.brief.sources import Source, SourceType
from briefwright.cite import names
from briefwright.cite.dates import full_date, partial_date
from briefwright.cite.elements import Elements
from briefwright.cite.pieces import Piece, Pieces, joined, sentences, words
from briefwright.cite.places import Place
from briefwright.cite.style import Style
from briefwright.cite.terms import Terms

Look = Literal["italic", "quoted", "plain"]


@dataclass(frozen=True, slots=True)
class _Kind:
    """How works of a kind are set out, and how their titles and those of what contains them look."""

    shape: Literal["monograph", "part", "journal", "item", "law"]
    title: Look
    container: Look = "italic"


_BOOK = _Kind("monograph", "italic")
_CHAPTER = _Kind("part", "quoted")
_ARTICLE = _Kind("item", "quoted")
_ITEM = _Kind("item", "quoted", "plain")
_WORK = _Kind("item", "italic", "plain")
_LAW = _Kind("law", "plain", "plain")

_KINDS: Mapping[SourceType, _Kind] = {
    SourceType.ARTICLE: _ARTICLE,
    SourceType.ARTICLE_JOURNAL: _Kind("journal", "quoted"),
    SourceType.ARTICLE_MAGAZINE: _ARTICLE,
    SourceType.ARTICLE_NEWSPAPER: _ARTICLE,
    SourceType.BILL: _LAW,
    SourceType.BOOK: _BOOK,
    SourceType.BROADCAST: _ARTICLE,
    SourceType.CHAPTER: _CHAPTER,
    SourceType.COLLECTION: _BOOK,
    SourceType.ENTRY: _ARTICLE,
    SourceType.ENTRY_DICTIONARY: _ARTICLE,
    SourceType.ENTRY_ENCYCLOPEDIA: _ARTICLE,
    SourceType.FIGURE: _WORK,
    SourceType.GRAPHIC: _WORK,
    SourceType.HEARING: _LAW,
    SourceType.INTERVIEW: _ARTICLE,
    SourceType.LEGAL_CASE: _Kind("law", "italic", "plain"),
    SourceType.LEGISLATION: _LAW,
    SourceType.MAP: _WORK,
    SourceType.MOTION_PICTURE: _BOOK,
    SourceType.PAMPHLET: _BOOK,
    SourceType.PAPER_CONFERENCE: _CHAPTER,
    SourceType.PERIODICAL: _BOOK,
    SourceType.POST_WEBLOG: _ARTICLE,
    SourceType.REGULATION: _LAW,
    SourceType.REPORT: _BOOK,
    SourceType.REVIEW: _Kind("journal", "quoted"),
    SourceType.REVIEW_BOOK: _Kind("journal", "quoted"),
    SourceType.SOFTWARE: _WORK,
    SourceType.STANDARD: _BOOK,
    SourceType.THESIS: _Kind("monograph", "quoted"),
    SourceType.TREATY: _LAW,
}
"""Kinds that are not here are items."""

_PRESS = {SourceType.ARTICLE_MAGAZINE, SourceType.ARTICLE_NEWSPAPER}


def full(source: Source, place: Place, terms: Terms) -> Pieces:
    """The first note on a source."""
    work = _Work(source, terms)
    return joined([work.in_note(place), *work.access()], ", ")


def short(source: Source, place: Place, terms: Terms) -> Pieces:
    """A later note on a source."""
    work = _Work(source, terms)
    lead = () if work.kind.shape == "law" else _named(source, names.in_short_note(_lead(source), terms))
    return joined([lead, work.short_title(), words(work.volume_and(place))], ", ")


def entry(source: Source, terms: Terms) -> Pieces:
    """A source in the list of sources."""
    work = _Work(source, terms)
    return sentences([*work.in_list(), *work.access()])


STYLE = Style(full, short, entry)


def _lead(source: Source) -> Sequence[Author]:
    return source.author or source.editor


def _named(source: Source, name: str) -> Pieces:
    return (Piece(name, source.id, "author" if source.author else "editor"),) if name else ()


class _Work(Elements):
    """The reference to one source, element by element."""

    def __init__(self, source: Source, terms: Terms) -> None:
        super().__init__(source, terms)
        self.kind = _KINDS.get(source.type, _ITEM)
        if self.kind.shape == "journal" and not source.volume:
            self.kind = _ARTICLE

    # ---- whole references

    def in_note(self, place: Place) -> Pieces:
        """The reference up to its address, as a note has it."""
        lead = self._lead(names.in_note(_lead(self.source), self.terms))
        pinpoint = words(place.text)
        match self.kind.shape:
            case "monograph":
                fused = words(self.volume_and(place))
                about = joined([lead, self.title(), *self.details(fused_volume=place.is_page)], ", ")
                return joined([joined([about, self.imprint()], " "), fused], ", ")
            case "part":
                host = joined([words(self.terms.inside), self.host()], " ")
                return joined([joined([lead, self.title(), host], ", ") + self._spaced(self.imprint()), pinpoint], ", ")
            case "journal":
                return joined([lead, self.title(), self.journal(place)], ", ")
            case "item":
                return joined([lead, self.title(), *self.about(), self.publication(), pinpoint], ", ")
            case "law":
                at = words(self.terms.at_page) if place.is_page and self.printed() else ()
                return joined([self.law(), (*at, *pinpoint)], ", ")

    def in_list(self) -> list[Pieces]:
        """The sentences of the reference up to its address, as the list has them."""
        lead = self._lead(names.in_list(_lead(self.source), self.terms))
        match self.kind.shape:
            case "monograph":
                return [lead, self.title(), *self.details(spelled=True), self.imprint(bare=True)]
            case "part":
                host = joined([words(self.terms.inside), self.host(spelled=True)], " ")
                return [lead, self.title(), host, self.imprint(bare=True)]
            case "journal":
                return [lead, self.title(), self.journal(Place())]
            case "item":
                return [lead, self.title(), *self.about(), self.publication()]
            case "law":
                return [self.law()]

    def _lead(self, name: str) -> Pieces:
        if self.source.author or not self.source.editor:
            return _named(self.source, name)
        role = self.terms.editor[len(self.source.editor) > 1]
        return (*_named(self.source, name), Piece(f", {role}"))

    def _spaced(self, pieces: Pieces) -> Pieces:
        return (Piece(" "), *pieces) if pieces else ()

    # ---- titles

    def title(self) -> Pieces:
        """The title as works of this kind have it."""
        return self._titled(self.source.title, self.kind.title)

    def short_title(self) -> Pieces:
        """The short title, or the title up to its colon without a first article."""
        title = self.source.title_short
        if title is None and self.source.title is not None:
            title = self.source.title.split(": ")[0]
            article = next((article for article in self.terms.articles if title.startswith(article)), "")
            title = title[len(article) :]
            title = title[:1].upper() + title[1:]
        return self._titled(title, self.kind.title)

    def _titled(self, title: str | None, look: Look) -> Pieces:
        if title is None:
            return ()
        supplied = title.startswith("[") and title.endswith("]")
        if look == "quoted" and not supplied:
            return self.quoted(title, "title")
        return (self.words_of(title, "title", italic=look == "italic" and not supplied),)

    # ---- elements

    def details(self, *, spelled: bool = False, fused_volume: bool = False) -> list[Pieces]:
        """Edition, volume, those who edited and translated, series, and number."""
        source = self.source
        volume = () if fused_volume else self.worded(self.terms.volume, source.volume, "volume")
        helpers = self.helpers(spelled=spelled)
        return [
            self.edition(),
            *([joined([volume, *helpers], ", ")] if volume else helpers),
            joined([self.of("collection_title"), self.of("collection_number")], " "),
            () if self.source.type is SourceType.THESIS else self._numbered(),
        ]

    def helpers(self, *, spelled: bool = False) -> list[Pieces]:
        """Who edited and translated, unless the editors lead."""
        editors = self.source.editor if self.source.author else ()
        return [
            self.by(self.terms.edited_by[spelled], editors, "editor"),
            self.by(self.terms.translated_by[spelled], self.source.translator, "translator"),
        ]

    def imprint(self, *, bare: bool = False) -> Pieces:
        """Publisher and date, in parentheses unless bare."""
        genre = self.of("genre") if self.source.type is SourceType.THESIS else ()
        imprint = joined([genre, self.of("publisher"), self.date()], ", ")
        return imprint if bare or not imprint else (Piece("("), *imprint, Piece(")"))

    def host(self, *, spelled: bool = False) -> Pieces:
        """The book that a chapter stands in."""
        volume = self.worded(self.terms.volume, self.source.volume, "volume")
        series = joined([self.of("collection_title"), self.of("collection_number")], " ")
        return joined([self.container(), self.edition(), volume, *self.helpers(spelled=spelled), series], ", ")

    def journal(self, place: Place) -> Pieces:
        """The journal with volume, issue, date and page."""
        source, terms = self.source, self.terms
        issue = self.worded(terms.number, source.issue, "issue")
        year = words(str(source.issued.year)) if source.issued is not None and source.issue else self.date()
        where = joined([joined([self.container(), self.of("volume")], " "), issue], ", ")
        head = joined([where, (Piece("("), *year, Piece(")")) if year else ()], " ")
        if place.text and not place.is_page:
            return joined([head, words(place.text)], ", ")
        pages = words(place.text) or self.pages()
        return joined([head, pages], terms.colon)

    def about(self) -> list[Pieces]:
        """What kind of item it is, and which one of them."""
        return [self.edition(), self._numbered()]

    def publication(self) -> Pieces:
        """Where and when an item appeared."""
        source = self.source
        shown = {source.container_title, *(author.printed_name for author in source.author)}
        publisher = () if source.type in _PRESS or source.publisher in shown else self.of("publisher")
        aired = joined([words(self.terms.aired), self.date()], " ")
        if source.type is SourceType.BROADCAST and source.issued is not None:
            return joined([self.container(), aired, publisher], ", ")
        where = self.of("publisher_place") if source.type in {SourceType.SPEECH, SourceType.EVENT} else ()
        return joined([self.container(), publisher, where, self.date()], ", ")

    def law(self) -> Pieces:
        """A law, a treaty or a decision; what its title says already is not said again."""
        source, title = self.source, self.source.title or ""
        authority = self.unless(source.authority, title, "authority")
        where = self.of("jurisdiction")
        named = joined([self.title(), (Piece("("), *where, Piece(")")) if where else ()], " ")
        number = self.unless(source.number, title, "number")
        known = source.issued is not None and source.issued.month is None and str(source.issued.year) in title
        return joined([authority, named, number, () if known else self.date(), self.printed()], ", ")

    def printed(self) -> Pieces:
        """Where a law is printed: volume, collection, page."""
        return joined([self.of("volume"), self.container(), self.pages()], " ")

    def container(self) -> Pieces:
        """The title of what contains the work."""
        title = self.source.container_title
        return (
            () if title is None else (self.words_of(title, "container_title", italic=self.kind.container == "italic"),)
        )

    def date(self) -> Pieces:
        """The date as far as known; n.d. for what bears none, unless it was opened on the web on a known day."""
        source = self.source
        if source.issued is not None:
            return (Piece(partial_date(source.issued, self.terms), source.id, "issued"),)
        return words(self.terms.undated) if source.undated and not self._dated_by_access() else ()

    def access(self) -> list[Pieces]:
        """When an undated source was opened, its address, and that of its archived copy."""
        source, terms = self.source, self.terms
        opened: Pieces = ()
        if self._dated_by_access() and source.accessed is not None:
            opened = words(f"{terms.accessed} {full_date(source.accessed, terms)}")
        address = f"https://doi.org/{source.doi}" if source.doi else source.url
        field = "doi" if source.doi else "url"
        live = (Piece(address, source.id, field, href=address),) if address else ()
        return [opened, live, self.archived()]

    def _dated_by_access(self) -> bool:
        source = self.source
        return source.issued is None and source.accessed is not None and source.url is not None

    def volume_and(self, place: Place) -> str:
        """The place, led by the volume where it is a page of one."""
        volume = self.source.volume if self.kind.shape == "monograph" else None
        return f"{volume}:{place.text}" if volume and place.is_page else place.text

    def _numbered(self) -> Pieces:
        number = self.source.number
        if number is not None and number.isdecimal():
            return joined([self.of("genre"), self.worded(self.terms.number, number, "number")], " ")
        return joined([self.of("genre"), self.of("number")], " ")
