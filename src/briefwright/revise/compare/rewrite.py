"""The new text of a field, from what its words have become in the draft."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from briefwright.document.reading import ThingKind
from briefwright.revise.compare.alignment import Alignment, Call, align
from briefwright.revise.compare.atoms import REFERENCE, Atom, Look, atoms
from briefwright.revise.compare.passages import Said
from briefwright.revise.compare.prose import Unit, new_call, new_words, write
from briefwright.revise.compare.tokens import Token, TokenLook


@dataclass(frozen=True, slots=True)
class Names:
    """How prose names what stands in a draft.

    `citation` gives the citation of what the note of a name calls, `reference` the id of what a bookmark leads to; None
    where the brief knows neither.
    """

    citation: Callable[[str], str | None]
    reference: Callable[[str], str | None]


class UnwritableError(Exception):
    """What stands in the draft cannot be told in the field; the message says why, `hint` what to do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Printed:
    """A field as it was printed at one place: its tokens before, and what became of them."""

    made: tuple[Token, ...]
    said: tuple[Said, ...]


def line(said: Sequence[Said]) -> str:
    """The text of a field that holds no markup.

    Raises:
        UnwritableError: a note is called, or a link made, which such a field cannot hold.
    """
    for one in said:
        if one.made is None and (one.token.is_call or one.token.look.href):
            held = "a note" if one.token.is_call else "a link"
            raise UnwritableError(f"a field of plain text cannot hold {held}", "put it into a text of the body")
    return "".join(" " if one.token.is_space else one.token.text for one in said if not one.token.is_call).strip()


def prose(source: str, printed: Printed, names: Names) -> str:
    """The prose of a field; what was not edited keeps the letters of `source`.

    Raises:
        UnwritableError: no markup prints what stands in the draft.
    """
    writer = _Writer(source, printed, names)
    text = write(writer.units())
    if text is None:
        raise UnwritableError("no markup prints what stands in the draft", "make the change in the YAML")
    return text


def new_prose(tokens: Sequence[Token], plain: tuple[bool, bool], names: Names) -> str:
    """The prose of words that no field had so far; `plain` is how words without emphasis look (bold, italic).

    Raises:
        UnwritableError: as `prose` does.
    """
    units: list[Unit] = []
    for token in tokens:
        if token.is_call:
            _add_call(units, names.citation(token.note or ""))
        else:
            units += _reference(token, names) or new_words(token.text, _look(token.look, plain, names))
    text = write(units)
    if text is None:
        raise UnwritableError("no markup prints what stands in the draft", "make the change in the YAML")
    return text


def _look(look: TokenLook, plain: tuple[bool, bool], names: Names) -> Look:
    """What an author has done to words of this look, where plain words look so."""
    target = names.reference(look.target) if look.target and not look.href else None
    return Look(look.bold and not plain[0], look.italic and not plain[1], look.href, target)


def _reference(token: Token, names: Names) -> list[Unit]:
    """The unit of a cross-reference that the source does not have here; none of anything else."""
    bookmark = token.look.target if token.thing is ThingKind.REFERENCE else None
    target = None if bookmark is None else names.reference(bookmark)
    return [] if target is None else [Unit(REFERENCE, "", Look(target=target), f"[#{target}]")]


def _add_call(units: list[Unit], citation: str | None) -> None:
    """Add the call of a note; one that calls nothing known is left out, and the account tells it."""
    if citation is None:
        return
    if units and not units[-1].is_space:
        units.append(Unit(" ", " ", Look()))
    units.append(new_call(citation))


def plain_look(source: str, made: Sequence[Token]) -> tuple[bool, bool]:
    """How words without emphasis look (bold, italic) where the prose of a field printed these tokens."""
    written = atoms(source)
    return _plain(written, align(written, made), made)


def _plain(written: Sequence[Atom], aligned: Alignment, made: Sequence[Token]) -> tuple[bool, bool]:
    for i, token in enumerate(made):
        atom = aligned.words.get(i)
        if atom is not None and not token.is_space:
            look = written[atom].look
            if not look.strong and not look.emphasis and not look.href:
                return token.look[:2]
    return False, False


class _Writer:
    """One writing of one field."""

    def __init__(self, source: str, printed: Printed, names: Names) -> None:
        self._source = source
        self._said = printed.said
        self._names = names
        self._atoms: list[Atom] = atoms(source)
        self._made = printed.made
        self._aligned: Alignment = align(self._atoms, printed.made)
        self._places = {id(token): i for i, token in enumerate(printed.made)}
        self._plain = _plain(self._atoms, self._aligned, self._made)

    def units(self) -> list[Unit]:
        """What the draft says, in the order of the source."""
        made: list[Unit] = []
        calls: list[tuple[Unit, Call]] = []
        at = 0
        while at < len(self._said):
            one = self._said[at]
            place = None if one.made is None else self._places.get(id(one.made))
            if one.token.is_call:
                call = None if place is None else self._aligned.calls.get(place)
                if call is None:
                    _add_call(made, self._names.citation(one.token.note or ""))
                else:
                    unit = Unit("\0citation", "", Look(), self._spelled(call.first, call.last), call.first)
                    made.append(unit)
                    calls.append((unit, call))
                at += 1
            elif place is not None and (length := self._label(at, place)):
                atom = self._aligned.labels[place]
                made.append(Unit(REFERENCE, "", self._atoms[atom].look, self._spelled(atom, atom), atom))
                at += length
            else:
                made += _reference(one.token, self._names) or self._word(one, place)
                at += 1
        for unit, call in calls:
            self._place(made, unit, call)
        return made

    def _word(self, one: Said, place: int | None) -> list[Unit]:
        atom = None if place is None else self._aligned.words.get(place)
        if atom is None or one.made is None:
            label = None if place is None else self._aligned.labels.get(place)
            look = _look(one.token.look, self._plain, self._names)
            if label is not None:
                look = Look(look.strong, look.emphasis, None, self._atoms[label].look.target)
            return new_words(one.token.text, look)
        look = self._atoms[atom].look
        if one.token.look != one.made.look:
            look = self._changed(look, one.token.look, one.made.look)
        return [Unit(one.token.sense, one.token.text, look, self._spelled(atom, atom), atom)]

    def _changed(self, look: Look, now: TokenLook, made: TokenLook) -> Look:
        new = _look(now, self._plain, self._names)
        return Look(
            look.strong if now.bold == made.bold else new.strong,
            look.emphasis if now.italic == made.italic else new.emphasis,
            look.href if now.href == made.href else new.href,
            look.target if now.target == made.target else new.target,
        )

    def _label(self, at: int, place: int) -> int:
        """How many tokens from here are the whole name that a cross-reference printed; 0 where they are not."""
        atom = self._aligned.labels.get(place)
        if atom is None:
            return 0
        whole = [self._made[i] for i in sorted(self._aligned.labels) if self._aligned.labels[i] == atom]
        here = self._said[at : at + len(whole)]
        kept = [one.made for one in here if one.is_kept]
        return len(whole) if len(kept) == len(whole) and all(a is b for a, b in zip(kept, whole, strict=True)) else 0

    def _spelled(self, first: int, last: int) -> str:
        return self._source[self._atoms[first].start : self._atoms[last].end]

    def _place(self, units: list[Unit], unit: Unit, call: Call) -> None:
        """Move a call to where the source has it, with the space before it, if what it moved across is still there."""
        at = next(i for i, other in enumerate(units) if other is unit)
        if call.behind and [other.atom for other in units[at - len(call.behind) : at]] == list(call.behind):
            units.insert(at - len(call.behind), units.pop(at))
            at -= len(call.behind)
        elif call.before:
            end = at + 1 + len(call.before)
            if [other.atom for other in units[at + 1 : end]] == list(call.before):
                units.insert(end - 1, units.pop(at))
                at = end - 1
        lead = call.first - 1
        if at and not units[at - 1].is_space and lead >= 0 and self._atoms[lead].is_space:
            units.insert(at, Unit(" ", " ", self._atoms[lead].look, self._spelled(lead, lead), lead))
