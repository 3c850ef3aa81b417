"""Handling: markings are of the scheme, and no portion is marked above the whole."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.brief.brief import Brief
from briefwright.brief.checks.finding import Finding
from briefwright.brief.handling import LEVELS, Scheme
from briefwright.brief.part import parts
from briefwright.brief.sections import ListBlock, Paragraph, QuoteBlock
from briefwright.source.value import Path
from briefwright.source.wording import did_you_mean, one_of

_LEVEL: Path = ("handling", "level")
_SCHEME: Path = ("handling", "scheme")
_RENAMED = {"TLP:WHITE": "TLP 2.0 calls this level TLP:CLEAR"}
_NUMBERED_COPIES = LEVELS[Scheme.EU][2:]


def the_level_is_of_the_scheme(brief: Brief) -> Iterator[Finding]:
    """A scheme has a level, in its own words."""
    handling = brief.handling
    if handling.scheme is Scheme.NONE:
        if handling.level is not None:
            message = f'the level "{handling.level}" belongs to no scheme'
            yield Finding("BW314", _LEVEL, message, ("name its scheme in handling.scheme",), (_SCHEME,))
    elif handling.level is None:
        hints = tuple(one_of("the levels are", handling.levels))
        yield Finding("BW314", _SCHEME, f"the scheme {handling.scheme} needs a level", hints, (_LEVEL,))
    elif handling.levels and handling.level not in handling.levels:
        yield _no_level(_LEVEL, handling.level, handling.levels)


def _no_level(path: Path, level: str, levels: tuple[str, ...]) -> Finding:
    renamed = [_RENAMED[level]] if level in _RENAMED else did_you_mean(level.replace(" ", ""), levels)
    hints = (*renamed, *one_of("the levels are", levels))
    return Finding("BW314", path, f'"{level}" is not a level of the scheme', hints, (_SCHEME,))


def portions_are_marked_within_the_level(brief: Brief) -> Iterator[Finding]:
    """Where portions are marked all are, each with a level of the scheme and none above that of the brief."""
    handling = brief.handling
    for path, part in parts(brief):
        if not isinstance(part, (Paragraph, ListBlock, QuoteBlock)):
            continue
        place = (*path, "marking")
        if part.marking is None:
            if handling.portion_marking:
                message = "this portion lacks its marking"
                yield Finding("BW314", path, message, ("add marking",), (("handling", "portion_marking"), place))
        elif handling.scheme is Scheme.NONE or (handling.levels and part.marking not in handling.levels):
            yield _no_level(place, part.marking, handling.levels)
        elif handling.level in handling.levels and _rank(brief, part.marking) > _rank(brief, handling.level):
            message = f'the portion is marked "{part.marking}", above the level of the brief ("{handling.level}")'
            yield Finding("BW314", place, message, (), (_LEVEL,))


def _rank(brief: Brief, level: str | None) -> int:
    return brief.handling.levels.index(level or "")


def several_copies_are_numbered(brief: Brief) -> Iterator[Finding]:
    """An EU document of level SECRET or above that goes to several readers has a copy number."""
    handling = brief.handling
    several = len(handling.distribution) > 1
    if handling.scheme is Scheme.EU and handling.level in _NUMBERED_COPIES and several and not handling.copy_number:
        message = f"several copies of a document marked {handling.level} need a copy_number"
        yield Finding("BW314", _LEVEL, message, (), (("handling", "copy_number"),))
