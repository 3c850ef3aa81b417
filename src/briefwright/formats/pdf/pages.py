"""Page breaking: which strips stand on which page, with the notes that they call at its foot."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from briefwright.formats.pdf.flow import Part, Stack, numbered
from briefwright.formats.pdf.marks import Division
from briefwright.formats.pdf.notes import Foot, Notes, NoteText

_STEP = 32
_TOLERANCE = 0.01
_FULL = 0.6
"""A page filled to less than this share divides notes that would better stand whole."""


class Sheet(NamedTuple):
    """The body of a page and its foot, neither placed yet; `room` is the height that they share."""

    body: Part
    foot: Part
    room: float


class _Choice(NamedTuple):
    """A place to end a page, and how bad it is."""

    place: int
    division: Division


class PageBreaker:
    """Divides one flow into pages; `room` tells the height of the body of each page, counted from 1."""

    def __init__(self, flow: Stack, notes: Notes, room: Callable[[int], float]) -> None:
        self._flow = flow
        self._notes = notes
        self._room_of = room
        self._strips = numbered(flow)
        self._called, self._called_before = self._calls()
        self._room = 0.0
        self._start = 0
        self._carried: tuple[NoteText, ...] = ()

    def pages(self) -> list[Sheet]:
        """The pages in order; each takes at least one strip, or more of a note that goes on."""
        sheets: list[Sheet] = []
        while self._start < len(self._strips) or self._carried or not sheets:
            self._room = self._room_of(len(sheets) + 1)
            end = self._end()
            body = self._flow.compose(self._start, end) if end > self._start else Part(0.0, 0.0, 0.0, ())
            foot = self._foot(end, body)
            sheets.append(Sheet(body, foot.part, self._room))
            self._start, self._carried = end, foot.rest
        return sheets

    def _foot(self, end: int, body: Part) -> Foot:
        return self._notes.foot((*self._carried, *self._new(end)), self._room - body.height)

    def _end(self) -> int:
        """Where the page that begins at the start ends."""
        whole = self._last(self._fits_whole)
        chosen = self._best(whole)
        is_free = chosen is not None and chosen.division is Division.FREE
        if chosen is not None and is_free and self._is_filled(chosen.place):
            return chosen.place
        divided = self._last(self._fits_divided)
        free = next((place for place in range(whole + 1, divided + 1) if self._division(place) is Division.FREE), None)
        if free is not None:
            return free
        if chosen is not None and is_free:
            return chosen.place
        if self._carried:
            return self._start  # what is held together fits a page that carries no notes
        chosen = chosen or self._best(divided)
        return min(self._start + 1, len(self._strips)) if chosen is None else chosen.place

    def _is_filled(self, end: int) -> bool:
        """Whether a page that ends here looks full, or is the last."""
        height = self._flow.compose(self._start, end).height
        notes = sum(text.height for text in (*self._carried, *self._new(end)))
        return end == len(self._strips) or height + notes >= _FULL * self._room

    def _best(self, last: int) -> _Choice | None:
        """The least bad place to end the page up to this one, and among equals the last."""
        best: _Choice | None = None
        for place in range(last, self._start, -1):
            division = self._division(place)
            if division is Division.FREE:
                return _Choice(place, division)
            if best is None or division < best.division:
                best = _Choice(place, division)
        return best

    def _division(self, place: int) -> Division:
        return self._strips[place].division if place < len(self._strips) else Division.FREE

    def _last(self, fits: Callable[[int], bool]) -> int:
        """The last place up to which the strips fit on the page; what fits never depends on what comes after."""
        low, step = self._start, _STEP
        high = min(low + step, len(self._strips))
        while low < high and fits(high):
            low, step = high, 2 * step
            high = min(low + step, len(self._strips))
        while high - low > 1:
            middle = (low + high) // 2
            if fits(middle):
                low = middle
            else:
                high = middle
        return low

    def _fits_whole(self, end: int) -> bool:
        """Whether the strips fit with all their notes but the last, and with the least of that."""
        new = self._new(end)
        return self._fits(end, [*(text.height for text in new[:-1]), *(text.least for text in new[-1:])])

    def _fits_divided(self, end: int) -> bool:
        """Whether the strips fit with the least of each of their notes."""
        return self._fits(end, [text.least for text in self._new(end)])

    def _fits(self, end: int, notes: Sequence[float]) -> bool:
        height = self._flow.compose(self._start, end).height
        carried = sum(text.height for text in self._carried)
        foot = self._notes.head + carried + sum(notes) if notes or self._carried else 0.0
        return height + foot <= self._room + _TOLERANCE

    def _new(self, end: int) -> list[NoteText]:
        """The notes called on the page when it ends here, by their numbers, without those that an earlier page shows.

        Where cells stand side by side, a later cell may call its note higher up than an earlier one.
        """
        called = self._called[self._called_before[self._start] : self._called_before[end]]
        return sorted(called, key=lambda text: text.number)

    def _calls(self) -> tuple[list[NoteText], list[int]]:
        """The notes in the order of their first calls, and how many are called before each strip."""
        seen: set[int] = set()
        called: list[NoteText] = []
        before = [0]
        for strip in self._strips:
            for note in strip.notes:
                if note.number not in seen:
                    seen.add(note.number)
                    called.append(self._notes.text(note))
            before.append(len(called))
        return called, before
