"""The notes of two drafts: which are the same, and what each stands for in the brief."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

from briefwright.brief.citation import Citation, Relation
from briefwright.brief.citation_syntax import LABELS, parse_citation, read_locator
from briefwright.diagnostics import Report, Span
from briefwright.document.nodes import Origin
from briefwright.document.reading import Passage, Reading
from briefwright.revise.compare.match import POSSIBLE, original

Note = Sequence[Passage]
"""The passages of a note."""

_TYPED = re.compile(r"\[?\s*(?P<inside>(?:[^\[\]@]{0,80}\s)?@[^\[\]]+?)\s*\]?\.?")


def names(made: Reading, now: Reading) -> tuple[list[str], list[str]]:
    """A name for each note of both drafts; notes that are the same, copies among them, have the same name."""
    by_bookmark = {mark: number for number, note in enumerate(made.notes) for mark in _bookmarks(note)}
    found: list[int | None] = []
    for note in now.notes:
        # A citation typed over a note is another note, though the bookmark may be left around it.
        marks = () if _TYPED.fullmatch(words(note)) else _bookmarks(note)
        known = [by_bookmark[mark] for mark in marks if mark in by_bookmark]
        found.append(known[0] if known else None)
    by_words: dict[str, list[int]] = {}
    for number, note in enumerate(made.notes):
        if number not in found:
            by_words.setdefault(words(note), []).append(number)
    for number, note in enumerate(now.notes):
        if found[number] is None and (alike := by_words.get(words(note))):
            found[number] = alike.pop(0)
    for number, place in _alone(made.notes, now.notes, found):
        found[number] = place
    named = [f"new {number}" if same is None else f"made {same}" for number, same in enumerate(found)]
    return [f"made {number}" for number in range(len(made.notes))], named


def _alone(made: Sequence[Note], now: Sequence[Note], found: Sequence[int | None]) -> Iterator[tuple[int, int]]:
    """The notes that alone stand where another one stood, and are like it."""
    known = [(number, place) for number, place in enumerate(found) if place is not None]
    for (number, place), (next_number, next_place) in pairwise([(-1, -1), *known, (len(now), len(made))]):
        if (next_number - number, next_place - place) == (2, 2):
            said, was = words(now[number + 1]).split(), words(made[place + 1]).split()
            if SequenceMatcher(None, was, said, autojunk=False).ratio() >= POSSIBLE:
                yield number + 1, place + 1


def words(note: Sequence[Passage]) -> str:
    """The words of a note, with single spaces."""
    return " ".join(" ".join(passage.text for passage in note).split())


def typed(text: str, known: Sequence[str]) -> str | None:
    """The citation that a person typed as `[@id, p. 4]` or `@id, p. 4`; None where it calls no source that is known."""
    found = _TYPED.fullmatch(text.strip())
    if found is None:
        return None
    inside = found["inside"]
    report = Report()
    sources = parse_citation(inside, 0, len(inside), lambda _start, _end: _NOWHERE, report)
    if sources is None or report.has_errors or any(source.source not in known for source in sources):
        return None
    return f"[{inside}]"


def in_prose(citations: Sequence[Citation]) -> str | None:
    """Structured citations as prose calls them; None where they say more than prose can."""
    parts = []
    for cited in citations:
        if cited.relation is not Relation.SUPPORTS or cited.quote or cited.note or cited.credibility:
            return None
        parts.append(f"@{cited.source}{_locator(cited)}")
    return f"[{'; '.join(parts)}]"


def _locator(cited: Citation) -> str:
    if cited.locator is None:
        return ""
    if read_locator(cited.locator) is not None:
        return f", {cited.locator}"
    label = LABELS[cited.locator_label.value][0]
    return f", {label}{'.' if label.isalpha() else ''} {cited.locator}"


def _bookmarks(note: Sequence[Passage]) -> list[str]:
    return [original(name) for passage in note for name in passage.bookmarks]


_NOWHERE = Origin(None, Span(""))
