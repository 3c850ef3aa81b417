"""Flow: a document as one list of strips, with the structure that says how any stretch of the list stands.

A page break is a place in the list of strips, so breaking pages is choosing places in one list. The structure above
it answers what the strips from one place up to another look like together: where each stands, which grounds and
borders surround them, what is said again at the head of a table that goes on. Lengths are points.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefwright.formats.pdf.marks import Division, Mark, Strip

_EVERYTHING = 1 << 60


class Part(NamedTuple):
    """A stretch of a flow as it stands: what it holds, each from its own corner.

    `lead` and `trail` are the spaces that it asks for above and below; they are not in its height.
    """

    height: float
    lead: float
    trail: float
    items: tuple[Placed, ...]


class Placed(NamedTuple):
    """Something at its place within a part; `repeated` is what a reader has read before, such as a table's head."""

    x: float
    y: float
    what: Part | Strip | Mark
    repeated: bool = False


class Node(ABC):
    """A part of the structure, which holds the strips from `first` up to `end`."""

    first = 0
    end = 0
    keeps_next = False

    def __init__(self) -> None:
        self._whole: Part | None = None

    @abstractmethod
    def strips(self) -> list[Strip]:
        """All strips that it holds, in the order in which pages take them."""

    @abstractmethod
    def number(self) -> None:
        """Learn `first` and `end` from the numbered strips."""

    @abstractmethod
    def parts(self) -> Iterable[Node]:
        """The structure directly inside it."""

    @abstractmethod
    def arrange(self, start: int, end: int) -> Part:
        """How the strips from `start` up to `end` stand."""

    def compose(self, start: int, end: int) -> Part:
        """How the strips from `start` up to `end` stand; the answer for all of them is remembered."""
        if start <= self.first and self.end <= end:
            if self._whole is None:
                self._whole = self.arrange(self.first, self.end)
            return self._whole
        return self.arrange(start, end)

    def tighten(self, share: float) -> None:
        """Reduce all spaces between blocks to a share of what they are."""
        self._whole = None
        for part in self.parts():
            part.tighten(share)

    def whole(self) -> Part:
        """How everything stands on a page without an end."""
        return self.compose(0, _EVERYTHING)


class Stack(Node):
    """Strips and structure one below the other, moved right by `x`; neighbours share the larger of their spaces."""

    def __init__(
        self,
        children: Sequence[Node | Strip],
        before: float = 0.0,
        after: float = 0.0,
        x: float = 0.0,
        keeps_next: bool = False,
    ) -> None:
        super().__init__()
        self.children = [child for child in children if isinstance(child, Strip) or child.strips()]
        self.before, self.after, self.x = before, after, x
        last = self.children[-1] if self.children else None
        self.keeps_next = keeps_next or (isinstance(last, Node) and last.keeps_next)
        self._strips = self._joined()
        self._ends: list[int] = []

    def strips(self) -> list[Strip]:
        """All strips, from the top."""
        return self._strips

    def number(self) -> None:
        """Learn `first` and `end` from the numbered strips."""
        for child in self.children:
            if isinstance(child, Node):
                child.number()
        if self._strips:
            self.first, self.end = _range(self._strips)
        self._ends = [child.index + 1 if isinstance(child, Strip) else child.end for child in self.children]

    def parts(self) -> Iterable[Node]:
        """The structure directly inside it."""
        return [child for child in self.children if isinstance(child, Node)]

    def tighten(self, share: float) -> None:
        """Reduce all spaces between blocks to a share of what they are."""
        self.before *= share
        self.after *= share
        super().tighten(share)

    def arrange(self, start: int, end: int) -> Part:
        """How the strips from `start` up to `end` stand."""
        items: list[Placed] = []
        lead = y = trail = 0.0
        for child in self.children[bisect_right(self._ends, start) :]:
            if (child.index if isinstance(child, Strip) else child.first) >= end:
                break
            part = _of_strip(child) if isinstance(child, Strip) else child.compose(start, end)
            if items:
                y += max(trail, part.lead)
            else:
                lead = part.lead
            what = child if isinstance(child, Strip) else part
            items.append(Placed(self.x, y, what))
            y += part.height
            trail = part.trail
        if not items:
            return Part(0.0, 0.0, 0.0, ())
        if start <= self.first:
            lead = max(lead, self.before)
        if end >= self.end:
            trail = max(trail, self.after)
        return Part(y, lead, trail, tuple(items))

    def _joined(self) -> list[Strip]:
        joined: list[Strip] = []
        holds = False
        for child in self.children:
            own = [child] if isinstance(child, Strip) else child.strips()
            if holds and joined:
                own[0].division = max(own[0].division, Division.AFTER_HEADING)
            joined += own
            holds = isinstance(child, Node) and child.keeps_next
        return joined


class Abreast(Node):
    """Stacks side by side, each at its own `x`; a page break takes from each what fits above it."""

    def __init__(self, cells: Sequence[tuple[float, Stack]]) -> None:
        super().__init__()
        self.cells = tuple(cells)
        self._strips = _merged([cell for _, cell in self.cells])

    def strips(self) -> list[Strip]:
        """The strips of all stacks, by where each ends."""
        return self._strips

    def number(self) -> None:
        """Learn `first` and `end` from the numbered strips."""
        for _, cell in self.cells:
            cell.number()
        self.first, self.end = _range(self._strips)

    def parts(self) -> Iterable[Node]:
        """The structure directly inside it."""
        return [cell for _, cell in self.cells]

    def columns(self, start: int, end: int) -> list[Part]:
        """What each stack shows of the strips from `start` up to `end`."""
        return [cell.compose(start, end) if cell.strips() else Part(0.0, 0.0, 0.0, ()) for _, cell in self.cells]

    def arrange(self, start: int, end: int) -> Part:
        """How the strips from `start` up to `end` stand: all stacks from the same line."""
        parts = self.columns(start, end)
        height = max((part.lead + part.height for part in parts), default=0.0)
        trail = max((part.trail for part in parts), default=0.0)
        items = tuple(Placed(x, part.lead, part) for (x, _), part in zip(self.cells, parts, strict=True))
        return Part(height, 0.0, trail, items)


def hold_together(strips: Sequence[Strip], division: Division) -> None:
    """Make every break between these strips at least so bad."""
    for strip in strips[1:]:
        strip.division = max(strip.division, division)


def numbered(root: Node) -> list[Strip]:
    """The strips of a piece of a flow, each of which then knows its place in it."""
    strips = root.strips()
    for index, strip in enumerate(strips):
        strip.index = index
    root.number()
    return strips


def _range(strips: Sequence[Strip]) -> tuple[int, int]:
    places = [strip.index for strip in strips]
    return (min(places), max(places) + 1) if places else (0, 0)


def _of_strip(strip: Strip) -> Part:
    return Part(strip.height, 0.0, 0.0, ())


def _merged(cells: list[Stack]) -> list[Strip]:
    """The strips of stacks side by side, by where each ends; a break is as bad as in the stack where it is worst."""
    ends = [(bottom, number) for number, cell in enumerate(cells) for bottom in _bottoms(cell)]
    queues = [cell.strips() for cell in cells]
    taken = [0] * len(cells)
    merged, divisions = [], []
    for _, number in sorted(ends):
        divisions.append(max(_division(queue, count) for queue, count in zip(queues, taken, strict=True)))
        merged.append(queues[number][taken[number]])
        taken[number] += 1
    for strip, division in zip(merged[1:], divisions[1:], strict=True):
        strip.division = division
    return merged


def _division(queue: list[Strip], taken: int) -> Division:
    """How bad a break is for a stack of which so many strips stand above it."""
    if not queue or taken == len(queue):
        return Division.FREE
    return queue[taken].division if taken else Division.LONE_LINE


def _bottoms(cell: Stack) -> list[float]:
    """Where each strip of a stack ends when all stand below one another."""
    strips = numbered(cell)
    parts = (cell.compose(0, place + 1) for place in range(len(strips)))
    return [part.lead + part.height for part in parts]
