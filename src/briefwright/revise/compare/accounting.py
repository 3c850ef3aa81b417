"""The account of what was there before, is there now, and of notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefwright.document.reading import Passage, Reading, Story
from briefwright.revise.compare.account import Account, Verdict, accounts, check_sum
from briefwright.revise.compare.both import Both
from briefwright.revise.compare.gather import Paired, Section
from briefwright.revise.compare.match import is_empty
from briefwright.revise.compare.passages import Lost, Said
from briefwright.revise.compare.verdicts import (
    APPLIED,
    HOUSE,
    OF_THE_CITATION_STYLE,
    OF_THE_HOUSE,
    UNCHANGED,
    UNKNOWN_SOURCE,
)

Verdicts = Mapping[str, Verdict]
"""The verdict on the changes of each field, by its JSON pointer."""


def of_pair(one: Paired, verdicts: Verdicts, both: Both) -> Iterator[Account]:
    """The account of two passages that correspond: of all that is said now, and of what went."""
    section, pair = one.section, one.pair
    refused = OF_THE_CITATION_STYLE if section.story is Story.NOTE else OF_THE_HOUSE
    said = [(said.token, said.pointer, _of_said(said, verdicts, refused, both)) for said in one.compared.said]
    yield from accounts(section.story, section.first_now + pair.now, said)
    lost = [(lost.token, lost.pointer, _of_lost(lost, verdicts, refused)) for lost in one.compared.lost]
    yield from accounts(section.story, section.first_made + pair.made, lost, gone=True)


def _of_said(said: Said, verdicts: Verdicts, refused: Verdict, both: Both) -> Verdict:
    if said.pointer is None:
        return refused if said.made is None and not said.token.is_space else HOUSE
    if said.is_kept:
        return UNCHANGED
    if said.made is None and said.token.note is not None and both.citation(said.token.note) is None:
        return UNKNOWN_SOURCE
    verdict = verdicts.get(said.pointer, APPLIED)
    return APPLIED if verdict is UNCHANGED else verdict


def _of_lost(lost: Lost, verdicts: Verdicts, refused: Verdict) -> Verdict:
    if lost.pointer is not None:
        return verdicts.get(lost.pointer, APPLIED)
    return HOUSE if lost.token.is_space else refused


def of_gone(section: Section, verdicts: Verdicts, both: Both) -> Iterator[Account]:
    """The account of passages that are there no more; words of the house go with the fields beside them."""
    merged = {place for places in section.matching.merged.values() for place in places}
    for place in section.matching.gone:
        passage = section.made[place]
        goes_along = place in merged or any(piece.key is not None for piece in passage.pieces)
        house = APPLIED if goes_along else OF_THE_HOUSE
        judged = [
            (token, pointer, house if pointer is None else verdicts.get(pointer, APPLIED))
            for token in both.made_tokens(passage)
            for pointer in (both.pointer(token),)
        ]
        yield from accounts(section.story, section.first_made + place, judged, gone=True)


def of_aside(section: Section, both: Both) -> Iterator[Account]:
    """The account of the passages that a section leaves aside."""
    for number in section.aside_now:
        judged = [(token, None, HOUSE) for token in both.now_tokens(section.now[number])]
        yield from accounts(section.story, section.first_now + number, judged)
    for number in section.aside_made:
        judged = [(token, None, HOUSE) for token in both.made_tokens(section.made[number])]
        yield from accounts(section.story, section.first_made + number, judged, gone=True)


def of_notes(both: Both) -> Iterator[Account]:
    """The account of notes that stand on one side only: no longer called, new, or a copy."""
    called = {both.now_names[number] for number in both.called}
    uncompared = set(both.made_names)
    for number, first, note in _numbered(both.now):
        name = both.now_names[number]
        if number in both.called and name in uncompared:
            uncompared.remove(name)
            continue
        is_known = number not in both.called or both.citation(name) is not None
        yield from _whole(note, first, APPLIED if is_known else UNKNOWN_SOURCE, both)
    for number, first, note in _numbered(both.made):
        if both.made_names[number] not in called:
            yield from _whole(note, first, APPLIED, both, gone=True)


def _numbered(reading: Reading) -> Iterator[tuple[int, int, Sequence[Passage]]]:
    """Each note with its number and that of its first passage."""
    first = 0
    for number, note in enumerate(reading.notes):
        yield number, first, note
        first += len(note)


def _whole(
    note: Sequence[Passage], first: int, verdict: Verdict, both: Both, *, gone: bool = False
) -> Iterator[Account]:
    cut = both.made_tokens if gone else both.now_tokens
    for at, passage in enumerate(note):
        yield from accounts(Story.NOTE, first + at, [(token, None, verdict) for token in cut(passage)], gone=gone)


def of_empty(both: Both, pairs: Iterable[Paired]) -> Iterator[Account]:
    """The account of passages with nothing but space in them, which are of no account to any stage."""
    taken = [*pairs]
    made = {(id(one.section.made), one.pair.made) for one in taken}
    now = {(id(one.section.now), one.pair.now) for one in taken}
    for story, before, after in (
        (Story.BODY, both.made.passages, both.now.passages),
        (Story.HEADER, both.made.furniture, both.now.furniture),
    ):
        for number, passage in enumerate(after):
            if is_empty(passage) and (id(after), number) not in now:
                yield from accounts(story, number, [(token, None, HOUSE) for token in both.now_tokens(passage)])
        for number, passage in enumerate(before):
            if is_empty(passage) and (id(before), number) not in made:
                judged = [(token, None, HOUSE) for token in both.made_tokens(passage)]
                yield from accounts(story, number, judged, gone=True)


def check(account: Sequence[Account], both: Both, pairs: Iterable[Paired]) -> None:
    """Raise where a character of the draft, or one that it lost, has no entry, or two.

    Raises:
        RuntimeError: the sum is not right.
    """
    said = sum(token.weight for passage in _all(both.now) for token in both.now_tokens(passage))
    was = sum(token.weight for passage in _all(both.made) for token in both.made_tokens(passage))
    kept = sum(said.made.weight for one in pairs for said in one.compared.said if said.made)
    check_sum(account, said, was - kept)


def _all(reading: Reading) -> Iterator[Passage]:
    yield from reading.passages
    yield from reading.furniture
    for note in reading.notes:
        yield from note
