"""The names of authors and editors: in notes as spoken, in the list with the first one turned."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.brief.people import Author, Organisation, Person
from briefwright.cite.terms import Terms

_MOST_IN_NOTE = 2
_MOST_IN_LIST, _KEPT_IN_LIST = 6, 3


def in_note(authors: Sequence[Author], terms: Terms) -> str:
    """One or two names in full; of more, the first."""
    return _in_note([_full(author) for author in authors], terms)


def in_short_note(authors: Sequence[Author], terms: Terms) -> str:
    """Family names, and short names of organisations."""
    return _in_note([_short(author) for author in authors], terms)


def in_list(authors: Sequence[Author], terms: Terms) -> str:
    """Up to six names, of more the first three; the first with the family name in front."""
    if not authors:
        return ""
    names = [_turned(authors[0]), *(_full(author) for author in authors[1:])]
    if len(names) > _MOST_IN_LIST:
        return f"{', '.join(names[:_KEPT_IN_LIST])}, {terms.et_al}"
    turned = names[0] != _full(authors[0])
    return _series(names, terms, comma_between_two=turned)


def in_text(authors: Sequence[Author], terms: Terms) -> str:
    """All names as spoken, for those who edited or translated."""
    return _series([_full(author) for author in authors], terms)


def sort_key(authors: Sequence[Author]) -> str:
    """The names by which a list is ordered."""
    return " ".join(_turned(author) for author in authors)


def _in_note(names: list[str], terms: Terms) -> str:
    if len(names) > _MOST_IN_NOTE:
        return f"{names[0]} {terms.et_al}"
    return _series(names, terms)


def _series(names: list[str], terms: Terms, *, comma_between_two: bool = False) -> str:
    if len(names) < 2:
        return "".join(names)
    comma = "," if comma_between_two or (terms.serial_comma and len(names) > 2) else ""
    return f"{', '.join(names[:-1])}{comma} {terms.conjunction} {names[-1]}"


def _full(author: Author) -> str:
    if isinstance(author, Organisation) and author.short_name:
        return f"{author.name} ({author.short_name})"
    return author.printed_name


def _short(author: Author) -> str:
    if isinstance(author, Organisation):
        return author.short_name or author.name
    return author.family or author.printed_name


def _turned(author: Author) -> str:
    if isinstance(author, Person) and author.family and author.given:
        return f"{author.family}, {author.given}"
    return _full(author)
