"""A scale of likelihood: what each term means between 0 and 100 percent, with the gaps that the scale leaves."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from briefwright.document.pictures import Band, Scale
from briefwright.drawing.pen import THIN, Pen
from briefwright.drawing.scales import apart
from briefwright.drawing.shapes import Stroke

_BAR = 9.0
_LEADER = 8.0
"""The height of the lines from the terms to their bands."""
_BESIDE = 3.0
"""Half the least space between two terms."""
_SEAM = 0.6


@dataclass(frozen=True, slots=True)
class _Term:
    """A term in its lines, as it stands above its band."""

    band: Band
    lines: tuple[str, ...]
    width: float


def draw_scale(scale: Scale, pen: Pen) -> float:
    """The bar with its terms above and their bounds below; gives the height."""
    terms = [_term(band, pen) for band in scale.bands]
    places = _places(terms, pen)
    line = pen.leading(pen.look.label)
    bottom = max(len(term.lines) for term in terms) * line
    top = bottom + _LEADER
    pen.rule(0.0, top + _BAR / 2, pen.width, top + _BAR / 2)
    for index, (term, place) in enumerate(zip(terms, places, strict=True)):
        start, end = (_at(value, pen) for value in (term.band.low, term.band.high))
        pen.block(start + _SEAM / 2, top, max(0.5, end - start - _SEAM), _BAR, pen.shade(index % 2).fill)
        pen.add(Stroke(((place, bottom + 1), ((start + end) / 2, top - 1)), THIN, pen.shade(0).fill))
        pen.lines(place, bottom - len(term.lines) * line, term.lines, pen.look.label, "centre")
        pen.words(place, top + _BAR + 3 + line / 2, term.band.bounds, pen.look.scale, "centre")
    return top + _BAR + 3 + line


def _at(percent: float, pen: Pen) -> float:
    return pen.width * percent / 100


def _term(band: Band, pen: Pen) -> _Term:
    """A term on one line where its band is as wide, else on two of about the same width."""
    style = pen.look.label
    room = max(_at(band.high - band.low, pen) - 2 * _BESIDE, _least(band.term, pen))
    lines = pen.metrics.lines(band.term, style, room)
    width = max(pen.metrics.widest(lines, style), pen.metrics.width(band.bounds, pen.look.scale))
    return _Term(band, lines, width)


def _least(term: str, pen: Pen) -> float:
    """The least width in which a term takes two lines."""
    words = term.split()
    halves = [(" ".join(words[:end]), " ".join(words[end:])) for end in range(1, len(words) + 1)]
    return min(pen.metrics.widest(both, pen.look.label) for both in halves)


def _places(terms: list[_Term], pen: Pen) -> list[float]:
    """The middles of the terms near those of their bands, moved so that none touches another or stands out."""
    wanted = [(_at(term.band.low, pen) + _at(term.band.high, pen)) / 2 for term in terms]
    offsets = [0.0]
    for one, following in pairwise(terms):
        offsets.append(offsets[-1] + (one.width + following.width) / 2 + 2 * _BESIDE)
    first, last = terms[0].width / 2, pen.width - terms[-1].width / 2 - offsets[-1]
    moved = apart([place - offset for place, offset in zip(wanted, offsets, strict=True)], 0.0, first, last)
    return [place + offset for place, offset in zip(moved, offsets, strict=True)]
