"""Writing prose: words, looks and calls as the restricted Markdown of a brief."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefwright.diagnostics import Report
from briefwright.revise.compare.atoms import CITATION, REFERENCE, Atom, Look, atoms
from briefwright.revise.compare.tokens import sense, split

_MARKUP = re.compile(r"[\\*_`\[\]<&]")


@dataclass(frozen=True, slots=True)
class Unit:
    """A word, a mark, a space or a call to be written.

    `spelling` is how the source writes it, None for what is new and written as its `text`. `atom` is the number of
    the atom that it was in the source.
    """

    sense: str
    text: str
    look: Look
    spelling: str | None = None
    atom: int | None = None

    @property
    def is_space(self) -> bool:
        """Whether it prints as white space."""
        return self.sense == " "


def new_words(text: str, look: Look) -> list[Unit]:
    """The units of words that the source does not have."""
    return [Unit(sense(stretch), " " if stretch.isspace() else stretch, look) for stretch in split(text)]


def new_call(spelling: str) -> Unit:
    """The unit of a citation that the source does not have here."""
    return Unit(CITATION, "", Look(), spelling)


def write(units: Sequence[Unit]) -> str | None:
    """The prose that prints these units; None where none does.

    Words are escaped only if they would be read as markup otherwise, or be told to look like it.
    """
    wanted = _printed(units)
    found: dict[int, str] = {}
    for spell in (_plainly, _escaped):
        text = "".join(_linked(units, spell)).strip()
        report = Report()
        if _printed(atoms(text, report)) == wanted and not report.has_errors:
            found.setdefault(len(report), text)
        if 0 in found:
            break
    return found[min(found)] if found else None


_Spell = Callable[[Unit], str]


def _plainly(unit: Unit) -> str:
    return unit.text if unit.spelling is None else unit.spelling


def _escaped(unit: Unit) -> str:
    return _MARKUP.sub(r"\\\g<0>", unit.text) if unit.spelling is None else unit.spelling


def _printed(units: Sequence[Unit] | Sequence[Atom]) -> list[tuple[str, Look]]:
    """What is read of words, without the spaces, whose look and place beside calls do not show."""
    return [(unit.sense, Look() if unit.sense == CITATION else unit.look) for unit in units if not unit.is_space]


def _linked(units: Sequence[Unit], spell: _Spell) -> Iterator[str]:
    """Links are outermost, so that one link never becomes two."""
    for (href, target), grouped in groupby(units, key=_destination):
        inner = list(grouped)
        if href is None and target is None:
            yield from _strong(inner, spell)
        else:
            before, words, after = _trimmed(inner)
            yield from (" " for _ in before)
            if words:
                yield f"[{''.join(_strong(words, spell))}]({href or f'#{target}'})"
            yield from (" " for _ in after)


def _destination(unit: Unit) -> tuple[str | None, str | None]:
    if unit.sense in (CITATION, REFERENCE):
        return None, None
    return unit.look.href, unit.look.target


def _strong(units: Sequence[Unit], spell: _Spell) -> Iterator[str]:
    for is_strong, grouped in groupby(_spread(units, "strong"), key=lambda pair: pair[1]):
        inner = [unit for unit, _ in grouped]
        yield from _marked("**" if is_strong else "", inner, lambda part: _emphasis(part, spell))


def _emphasis(units: Sequence[Unit], spell: _Spell) -> Iterator[str]:
    for is_stressed, grouped in groupby(_spread(units, "emphasis"), key=lambda pair: pair[1]):
        inner = [unit for unit, _ in grouped]
        yield from _marked("*" if is_stressed else "", inner, lambda part: map(spell, part))


def _marked(mark: str, units: Sequence[Unit], inside: Callable[[Sequence[Unit]], Iterator[str]]) -> Iterator[str]:
    """The units between two marks, which must lean on words and not on spaces."""
    if not mark:
        yield from inside(units)
        return
    before, words, after = _trimmed(units)
    yield from (_plainly(unit) for unit in before)
    yield from (mark, *inside(words), mark) if words else ()
    yield from (_plainly(unit) for unit in after)


def _spread(units: Sequence[Unit], attribute: str) -> Iterator[tuple[Unit, bool]]:
    """Each unit with whether it has a look; a space or a call between two that have it has it too."""
    has = [getattr(unit.look, attribute) for unit in units]
    neutral = [unit.is_space or unit.sense == CITATION for unit in units]
    for at, unit in enumerate(units):
        if not neutral[at]:
            yield unit, has[at]
            continue
        left = next((has[i] for i in range(at - 1, -1, -1) if not neutral[i]), False)
        right = next((has[i] for i in range(at + 1, len(units)) if not neutral[i]), False)
        yield unit, left and right


def _trimmed(units: Sequence[Unit]) -> tuple[Sequence[Unit], Sequence[Unit], Sequence[Unit]]:
    """The spaces before, what is between, the spaces after."""
    start, end = 0, len(units)
    while start < end and units[start].is_space:
        start += 1
    while end > start and units[end - 1].is_space:
        end -= 1
    return units[:start], units[start:end], units[end:]
