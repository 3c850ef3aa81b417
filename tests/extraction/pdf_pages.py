"""The pages of a PDF: their letters in segments of a line, parted into body, notes and furniture.

Lengths are points from the lower left corner of the page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from pdfminer.pdftypes import resolve1
from pdfplumber.page import Page as PlumberPage
from pdfplumber.pdf import PDF

_THIN = 1.5
"""The greatest height of what is a rule."""
_TOLERANCE = 0.6
_GAP = 0.3
"""The least space between two segments of a line, in sizes of their letters."""
_LEAST_RISE, _GREATEST_RISE = 1.5, 8.0
"""How far the number of a called note stands above its line."""
_SMALLER = 0.85
"""The greatest size of the number of a called note, as a share of the size around it."""


@dataclass(frozen=True, slots=True)
class LinkArea:
    """Where letters lead: to an address, or to a page, counted from 0, and a place on it from the left and the foot."""

    address: str | None
    place: tuple[int, float, float] | None


@dataclass(frozen=True, slots=True)
class Letter:
    """A letter or a ligature, or with `call` the number of a note that is called."""

    text: str
    link: LinkArea | None = None
    call: int | None = None


@dataclass(slots=True)
class Segment:
    """Letters on one baseline without a gap."""

    left: float
    baseline: float
    size: float
    right: float = 0.0
    letters: list[Letter] = field(default_factory=list)
    is_note_number: bool = False

    @property
    def text(self) -> str:
        """Its letters, without the calls of notes."""
        return "".join(letter.text for letter in self.letters if letter.call is None)

    @property
    def last_word(self) -> str:
        """What stands after its last space."""
        return (self.text.split() or [""])[-1]

    @property
    def place(self) -> tuple[str, float, float]:
        """What it says and how it is set, wherever on the page it stands."""
        return self.text, round(self.left), round(self.size, 1)

    def stands_beside(self, other: Segment) -> bool:
        """Whether it stands on the line of the other, right of it."""
        return abs(self.baseline - other.baseline) < _TOLERANCE and self.left > other.right


_FEW = 2
"""With so many pages, all that stands on the second would stand on every page but the first."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its segments by their place, in the order in which they are drawn."""

    body: list[Segment]
    foot: list[Segment]
    furniture: list[Segment]
    pictures: int


def pages_of(pdf: PDF, note_size: float) -> list[Page]:
    """The pages of a file of more than one page, with notes of this size."""
    numbers = {page.page_obj.pageid: number for number, page in enumerate(pdf.pages)}
    drawn = [list(_segments(page, _link_areas(page, numbers))) for page in pdf.pages]
    places = [{_where(segment) for segment in segments} for segments in drawn]
    everywhere, after_first = set.intersection(*places), set.intersection(*places[1:])
    pages: list[Page] = []
    previous: list[Segment] = []
    for number, (page, segments) in enumerate(zip(pdf.pages, drawn, strict=True)):
        # Furniture stands at the same height of every page, or of every page but the first, and says the same but for
        # numbers.
        repeated = after_first if number and len(drawn) > _FEW else everywhere
        furniture = [segment for segment in segments if _where(segment) in repeated]
        matter = [segment for segment in segments if _where(segment) not in repeated]
        top = _top_of_foot(page, matter, note_size)
        foot = [segment for segment in matter if segment.baseline < top]
        body = [segment for segment in matter if segment.baseline >= top]
        pages.append(Page(_without_repeated_head(body, previous), _numbered(foot), furniture, len(page.images)))
        previous = body
    return pages


def _where(segment: Segment) -> tuple[str, int]:
    return re.sub(r"\d+", "#", segment.text), round(segment.baseline)


# ---- letters -----------------------------------------------------------------------------------------------------


def _segments(
    page: PlumberPage, areas: Sequence[tuple[tuple[float, float, float, float], LinkArea]]
) -> Iterator[Segment]:
    segment: Segment | None = None
    for char in page.chars:
        baseline = float(char["matrix"][5])
        link = _link_of(char, float(page.height), areas)
        if segment is not None and _is_call(char, baseline, segment):
            _add_call(segment, char, link)
            continue
        if segment is None or not _continues(char, baseline, segment):
            if segment is not None:
                yield segment
            segment = Segment(float(char["x0"]), baseline, float(char["size"]))
        segment.letters.append(Letter(str(char["text"]), link))
        segment.right = float(char["x1"])
    if segment is not None:
        yield segment


def _continues(char: Mapping[str, Any], baseline: float, segment: Segment) -> bool:
    gap = float(char["x0"]) - segment.right
    return abs(baseline - segment.baseline) < _TOLERANCE and -_GAP * segment.size < gap < _GAP * segment.size


def _is_call(char: Mapping[str, Any], baseline: float, segment: Segment) -> bool:
    raised = _LEAST_RISE < baseline - segment.baseline < _GREATEST_RISE
    is_near = abs(float(char["x0"]) - segment.right) < _GAP * segment.size
    return raised and is_near and str(char["text"]).isdigit() and float(char["size"]) <= _SMALLER * segment.size


def _add_call(segment: Segment, char: Mapping[str, Any], link: LinkArea | None) -> None:
    """Take a digit of a call: of the one before it where it stands close, else of a new one."""
    last = segment.letters[-1]
    digit = int(char["text"])
    if last.call is not None and float(char["x0"]) - segment.right < _LEAST_RISE / 2:
        segment.letters[-1] = Letter(last.text + str(digit), link, 10 * last.call + digit)
    else:
        segment.letters.append(Letter(str(digit), link, digit))
    segment.right = float(char["x1"])


# ---- links -------------------------------------------------------------------------------------------------------


def _link_areas(
    page: PlumberPage, numbers: Mapping[Any, int]
) -> list[tuple[tuple[float, float, float, float], LinkArea]]:
    found = []
    for data in map(resolve1, resolve1(page.page_obj.annots) or []):
        left, bottom, right, top = (float(resolve1(value)) for value in resolve1(data["Rect"]))
        destination = resolve1(data.get("Dest"))
        place = None
        if destination is not None and destination[0].objid in numbers:
            place = (numbers[destination[0].objid], float(destination[2]), float(destination[3]))
        action = resolve1(data.get("A"))
        address = resolve1(action["URI"]).decode("ascii") if action is not None else None
        found.append(((left, bottom, right, top), LinkArea(address, place)))
    return found


def _link_of(
    char: Mapping[str, Any], height: float, areas: Sequence[tuple[tuple[float, float, float, float], LinkArea]]
) -> LinkArea | None:
    x, y = (float(char["x0"]) + float(char["x1"])) / 2, float(char["matrix"][5]) + float(char["size"]) / 4
    return next((area for (left, bottom, right, top), area in areas if left < x < right and bottom < y < top), None)


# ---- parts of a page ---------------------------------------------------------------------------------------------


def _top_of_foot(page: PlumberPage, matter: Sequence[Segment], note_size: float) -> float:
    """The height of the highest rule below which there are only notes; 0 where a page has none."""
    rules = [float(page.height) - float(rule["top"]) for rule in page.rects if float(rule["height"]) < _THIN]
    starts = [rule for rule in rules if _are_notes([one for one in matter if one.baseline < rule], note_size)]
    return max(starts, default=0.0)


def _are_notes(segments: Sequence[Segment], note_size: float) -> bool:
    """Whether all lines are of notes: of their size and one indent, but for numbers that hang beside them."""
    texts = [one for one in segments if abs(one.size - note_size) < 0.05]
    numbers = [one for one in segments if abs(one.size - note_size) >= 0.05]
    indent = min((one.left for one in texts), default=0.0)
    begins = {round(one.baseline): one.left for one in reversed(texts)}
    return (
        bool(texts)
        and all(abs(left - indent) < _TOLERANCE for left in begins.values())
        and all(one.text.isdigit() and one.left < indent for one in numbers)
    )


def _numbered(foot: list[Segment]) -> list[Segment]:
    """The segments of the foot, the numbers of notes told from their text by what they stand beside."""
    for segment, following in pairwise(foot):
        beside = following.stands_beside(segment) and following.size != segment.size
        segment.is_note_number = segment.text.isdigit() and beside
    return foot


def _without_repeated_head(body: list[Segment], previous: Sequence[Segment]) -> list[Segment]:
    """The body without the head of a table that goes on from the page before, where the same stands word for word."""
    before = [segment.place for segment in previous]
    length = 0
    while length < len(body) and _holds(before, [segment.place for segment in body[: length + 1]]):
        length += 1
    return body[length:]


def _holds(places: Sequence[object], run: Sequence[object]) -> bool:
    return any(list(places[start : start + len(run)]) == list(run) for start in range(len(places) - len(run) + 1))
