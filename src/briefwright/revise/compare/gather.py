"""What became of each field at each place where it is printed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace

from briefwright.document.reading import Passage, Story
from briefwright.revise.compare.both import Both
from briefwright.revise.compare.decide import Places
from briefwright.revise.compare.match import Matching, Pair, match
from briefwright.revise.compare.passages import Compared, compared
from briefwright.revise.compare.rewrite import Printed
from briefwright.revise.compare.tokens import Token


@dataclass(frozen=True, slots=True)
class Section:
    """A row of passages that correspond: of the body, of the headers and footers, or of one note.

    `first_made` and `first_now` are the numbers of its first passages in their story. `aside_made` and `aside_now` are
    passages without a counterpart that nobody took away or added.
    """

    story: Story
    made: Sequence[Passage]
    now: Sequence[Passage]
    matching: Matching
    first_made: int = 0
    first_now: int = 0
    aside_made: Collection[int] = ()
    aside_now: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class Paired:
    """Two passages that correspond, with what differs between them."""

    section: Section
    pair: Pair
    compared: Compared


def sections(both: Both) -> Iterator[Section]:
    """The body, the headers and footers, and each note that is still called; of a copied note the first."""
    made, now = both.made, both.now
    yield Section(Story.BODY, made.passages, now.passages, match(made.passages, now.passages))
    yield _furniture(both)
    places = {name: number for number, name in enumerate(both.made_names)}
    first_now = 0
    for number, note in enumerate(now.notes):
        place = places.pop(both.now_names[number], None) if number in both.called else None
        if place is not None:
            first_made = sum(map(len, made.notes[:place]))
            before = made.notes[place]
            yield Section(Story.NOTE, before, note, _in_order(before, note), first_made, first_now)
        first_now += len(note)


def _furniture(both: Both) -> Section:
    """The headers and footers.

    Editors write one for each kind of page, so one that says what another one says was not added. They leave some
    behind where text is put into another file, so none was taken away where paragraphs are missing: whoever empties a
    header leaves its paragraph.
    """
    made, now = both.made.furniture, both.now.furniture
    found = match(made, now)
    says = {_said(both.now_tokens(now[pair.now])) for pair in found.pairs}
    aside_made = set(found.gone) if len(now) < len(made) else set()
    aside_now = {n for n in found.new if _said(both.now_tokens(now[n])) in says}
    matching = replace(
        found,
        new=tuple(n for n in found.new if n not in aside_now),
        gone=tuple(n for n in found.gone if n not in aside_made),
    )
    return Section(Story.HEADER, made, now, matching, aside_made=aside_made, aside_now=aside_now)


def _said(tokens: Sequence[Token]) -> tuple[str, ...]:
    return tuple(token.sense for token in tokens)


def _in_order(made: Sequence[Passage], now: Sequence[Passage]) -> Matching:
    """The paragraphs of one note correspond in order."""
    both = min(len(made), len(now))
    pairs = tuple(Pair(number, number) for number in range(both))
    return Matching(pairs, tuple(range(both, len(now))), tuple(range(both, len(made))))


def paired(section: Section, both: Both) -> Iterator[Paired]:
    """The passages of a section that correspond, compared."""
    for pair in section.matching.pairs:
        made = both.made_tokens(section.made[pair.made])
        now = both.now_tokens(section.now[pair.now])
        yield Paired(section, pair, compared(made, now, both.baseline.keys, both.wordless(made)))


def places(rows: Sequence[Section], pairs: Sequence[Paired], both: Both, unsure: bool | None) -> dict[str, Places]:
    """Where each field is printed, by its JSON pointer."""
    found: dict[str, Places] = {}
    for one in pairs:
        made = both.made_tokens(one.section.made[one.pair.made])
        for pointer in both.pointers(made):
            here = found.setdefault(pointer, Places())
            is_sure = one.pair.confidence == 1 or unsure is True
            if pointer not in one.compared.changed or not (is_sure or unsure is None):
                here.kept += 1
                continue
            said = tuple(said for said in one.compared.said if said.pointer == pointer)
            here.unsure = here.unsure or not is_sure
            here.edited.append(Printed(both.own(pointer, made), said))
    for section in rows:
        for place in section.matching.gone:
            for pointer in both.pointers(both.made_tokens(section.made[place])):
                found.setdefault(pointer, Places()).gone += 1
    return found
