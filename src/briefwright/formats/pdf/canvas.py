"""The canvas: the marks of one page as operators of its content stream, with the links and places found on it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from briefwright.document.nodes import Heading, ListItem, Title
from briefwright.formats.pdf.embed import EmbeddedFace, Shown
from briefwright.formats.pdf.faces import Face, Shaped
from briefwright.formats.pdf.file import real as _n
from briefwright.formats.pdf.flow import Part
from briefwright.formats.pdf.looks import Look
from briefwright.formats.pdf.marks import (
    Disc,
    Fill,
    Frame,
    Goal,
    Mark,
    Path,
    Picture,
    Place,
    Rule,
    Run,
    Sketch,
    Strip,
    Tick,
)
from briefwright.formats.pdf.tagging.content import ContentStream
from briefwright.formats.pdf.tagging.elements import LAYOUT, REPEATED, Artifact, Element, Leaf, Owner, link_around
from briefwright.formats.pdf.tagging.tree import Tree

_LINK_ABOVE, _LINK_BELOW = 0.8, 0.25
"""How far the clickable ground of a link reaches above and below the line, in sizes of its text."""
_CIRCLE = 0.5523
"""How far the handles of a quarter circle reach, as a share of its radius."""


class LinkArea(NamedTuple):
    """A rectangle that leads somewhere: left, bottom, right, top from the lower left corner of the page.

    `label` are the words on it, `element` is the link of the structure tree that it belongs to.
    """

    goal: Goal
    rectangle: tuple[float, float, float, float]
    label: str
    element: Element


class Point(NamedTuple):
    """A place on a page, from its lower left corner."""

    x: float
    y: float


class Canvas:
    """Draws on one page, counted from 0, what is content of the structure tree as that and all else as artifacts.

    `height` is that of the paper in points, `pictures` names the images of the file. While drawing it finds the
    `links`, the `places` that links may lead to, the `headings` by the identity of their block, and the names of the
    `images` used.
    """

    def __init__(
        self,
        page: int,
        height: float,
        fonts: Mapping[Face, EmbeddedFace],
        pictures: Mapping[bytes, str],
        tree: Tree,
    ) -> None:
        self._height = height
        self._fonts = fonts
        self._pictures = pictures
        self._tree = tree
        self._content = ContentStream(page)
        self._operators = self._content.operators
        self._font: tuple[Face, float] | None = None
        self._colour = self._stroke = "#000000"
        self._tracking = self._rise = 0.0
        self.links: list[LinkArea] = []
        self.places: dict[str, Point] = {}
        self.images: set[str] = set()
        self.headings: dict[int, Point] = {}

    def draw(self, what: Part | Strip | Mark, x: float, y: float, artifact: Artifact | None = None) -> None:
        """Draw something whose corner stands at this place, `y` being measured downwards from the top of the paper.

        With an artifact, it is that and no content.
        """
        if isinstance(what, Part):
            for placed in what.items:
                own = artifact or (REPEATED if placed.repeated else None)
                self.draw(placed.what, x + placed.x, y + placed.y, own)
        elif isinstance(what, Strip):
            if isinstance(what.source, Title | Heading):
                self.headings.setdefault(id(what.source), Point(x, self._height - y))
            self._strip(what, x, self._height - y, artifact)
        else:
            self._mark(what, x + what.x, self._height - y - what.y, artifact or LAYOUT)

    def stream(self) -> bytes:
        """The content stream of the page."""
        return self._content.finished()

    @property
    def owners(self) -> list[Element]:
        """The elements of the marked-content sequences of the page, by their number."""
        return self._content.owners

    def _strip(self, strip: Strip, x: float, y: float, artifact: Artifact | None) -> None:
        if artifact is not None:
            for mark in strip.marks:
                self._mark(mark, x + mark.x, y - mark.y, artifact)
            return
        leaves = self._tree.leaves(strip.source)
        for mark in strip.marks:
            owner: Owner = LAYOUT
            if leaves.whole is not None:
                owner = leaves.whole
                leaves.whole.element.widen(*_extent(mark, x + mark.x, y - mark.y))
            elif isinstance(mark, Run | Tick):
                found = leaves.of_inlines.get(id(mark.source))
                if found is None and isinstance(mark.source, ListItem):
                    found = self._tree.leaves(mark.source).whole
                owner = found or LAYOUT
            self._mark(mark, x + mark.x, y - mark.y, owner)

    def _mark(self, mark: Mark, x: float, y: float, owner: Owner) -> None:
        self._content.belongs_to(owner)
        match mark:
            case Run():
                self._run(mark, x, y, owner)
            case Rule():
                self._paint(mark.colour)
                self._add(f"{_n(x)} {_n(y - mark.width / 2)} {_n(mark.length)} {_n(mark.width)} re f")
            case Fill():
                self._paint(mark.colour)
                self._fill(mark, x, y)
            case Frame():
                self._outline(mark.colour, mark.line)
                inset = mark.line / 2
                width, height = mark.width - mark.line, mark.height - mark.line
                place = f"{_n(x + inset)} {_n(y - mark.height + inset)}"
                self._add(f"{place} {_n(width)} {_n(height)} re S")
            case Tick():
                self._tick(mark, x, y)
            case Picture():
                self._picture(mark, x, y)
            case Path():
                self._path(mark, x, y)
            case Disc():
                self._disc(mark, x, y)
            case Sketch():
                for part in mark.marks:
                    self._mark(part, x + part.x, y - part.y, owner)
            case Place():
                self.places.setdefault(mark.name, Point(x, y))
            case _:
                raise TypeError(f"{type(mark).__name__} is settled before a page is drawn")

    def _run(self, run: Run, x: float, y: float, owner: Owner) -> None:
        self._begin_text(run.look, x, y)
        self._show(run.pieces, run.look.size, run.stretch)
        link = link_around(owner) if run.goal is not None and isinstance(owner, Leaf) else None
        if run.goal is not None and link is not None:
            self._link(run, run.goal, link, x, y)

    def _begin_text(self, look: Look, x: float, y: float) -> None:
        self._content.begin_text()
        if look.colour != self._colour:
            self._colour = look.colour
            self._operators.append(f"{_rgb(look.colour)} rg")
        tracking = look.tracking * look.size
        if tracking != self._tracking:
            self._tracking = tracking
            self._operators.append(f"{_n(tracking)} Tc")
        self._operators.append(f"1 0 0 1 {_n(x)} {_n(y)} Tm")

    def _show(self, pieces: tuple[Shaped, ...], size: float, stretch: float) -> None:
        """Show glyphs from where the text stands, a wider space after each space."""
        gap = f" {_n(-stretch * 1000 / size)} " if stretch else ""
        array: list[str] = []
        face = font = None
        for piece in pieces:
            if piece.face is not face or font is None:
                face, font = piece.face, self._fonts[piece.face]
                self._change_font(face, size, array)
            shown = font.show(piece)
            if shown.plain is not None and not self._rise:
                array.append(shown.plain)
            else:
                self._show_marked(shown, size, array)
            if gap and piece.texts == (" ",):
                array.append(gap)
        self._flush(array)

    def _change_font(self, face: Face, size: float, array: list[str]) -> None:
        if self._font != (face, size):
            self._flush(array)
            self._font = (face, size)
            self._operators.append(f"/{self._fonts[face].name} {_n(size)} Tf")

    def _show_marked(self, shown: Shown, size: float, array: list[str]) -> None:
        """Show glyphs whose language or silence is told, or that stand off the line."""
        if shown.language is not None:
            self._flush(array)
            self._operators.append(f"/Span<</Lang({shown.language})>>BDC")
        for rise, glyphs, is_silent in shown.stretches:
            if is_silent:
                self._flush(array)
                self._operators.append("/Span <</ActualText <FEFF>>> BDC")
            if rise != self._rise:
                self._flush(array)
                self._rise = rise
                self._operators.append(f"{_n(rise * size / 1000)} Ts")
            array.append(glyphs)
            if is_silent:
                self._flush(array)
                self._operators.append("EMC")
        if shown.language is not None:
            self._flush(array)
            self._operators.append("EMC")

    def _flush(self, array: list[str]) -> None:
        if array:
            self._operators.append(f"[{''.join(array).replace('><', '')}]TJ")
            array.clear()

    def _link(self, run: Run, goal: Goal, element: Element, x: float, y: float) -> None:
        size = run.look.size
        rectangle = (x, y - _LINK_BELOW * size, x + run.width, y + _LINK_ABOVE * size)
        label = "".join("".join(piece.texts) for piece in run.pieces)
        last = self.links[-1] if self.links else None
        if last is not None and last.element is element and abs(last.rectangle[1] - rectangle[1]) < size / 2:
            widened = (*last.rectangle[:2], rectangle[2], max(last.rectangle[3], rectangle[3]))
            self.links[-1] = LinkArea(goal, widened, last.label + label, element)
        else:
            self.links.append(LinkArea(goal, rectangle, label, element))

    def _fill(self, fill: Fill, x: float, y: float) -> None:
        if not fill.radius:
            self._add(f"{_n(x)} {_n(y - fill.height)} {_n(fill.width)} {_n(fill.height)} re f")
            return
        left, right, top, bottom = x, x + fill.width, y, y - fill.height
        r, k = fill.radius, fill.radius * (1 - _CIRCLE)
        corners = [
            ((right - r, bottom), (right - k, bottom, right, bottom + k, right, bottom + r)),
            ((right, top - r), (right, top - k, right - k, top, right - r, top)),
            ((left + r, top), (left + k, top, left, top - k, left, top - r)),
            ((left, bottom + r), (left, bottom + k, left + k, bottom, left + r, bottom)),
        ]
        self._add(f"{_n(left + r)} {_n(bottom)} m")
        for line, curve in corners:
            self._add(f"{' '.join(map(_n, line))} l {' '.join(map(_n, curve))} c")
        self._add("f")

    def _tick(self, tick: Tick, x: float, y: float) -> None:
        self._content.end_text()
        self._begin_text(tick.look, x, y - tick.side)
        self._operators.append("3 Tr")
        self._show((tick.stand_in,), tick.look.size, 0.0)
        self._operators.append("0 Tr")
        self._outline(tick.look.colour, tick.line)
        inset, side = tick.line / 2, tick.side - tick.line
        self._add(f"{_n(x + inset)} {_n(y - tick.side + inset)} {_n(side)} {_n(side)} re S")

    def _picture(self, picture: Picture, x: float, y: float) -> None:
        name = self._pictures.get(picture.data)
        if name is not None:
            self.images.add(name)
            place = f"{_n(picture.width)} 0 0 {_n(picture.height)} {_n(x)} {_n(y - picture.height)} cm"
            self._add(f"q {place} /{name} Do Q")

    def _path(self, path: Path, x: float, y: float) -> None:
        self._outline(path.colour, path.width)
        if path.dash:
            self._operators.append(f"[{' '.join(map(_n, path.dash))}] 0 d")
        steps = [f"{_n(x + right)} {_n(y - down)}" for right, down in path.points]
        self._operators.append(f"{steps[0]} m {' '.join(f'{step} l' for step in steps[1:])} S")
        if path.dash:
            self._operators.append("[] 0 d")

    def _disc(self, disc: Disc, x: float, y: float) -> None:
        r, k = disc.radius - disc.line / 2, (disc.radius - disc.line / 2) * _CIRCLE
        quarters = (
            (x + r, y + k, x + k, y + r, x, y + r),
            (x - k, y + r, x - r, y + k, x - r, y),
            (x - r, y - k, x - k, y - r, x, y - r),
            (x + k, y - r, x + r, y - k, x + r, y),
        )
        self._paint("#ffffff" if disc.line else disc.colour)
        if disc.line:
            self._outline(disc.colour, disc.line)
        curves = " ".join(f"{' '.join(map(_n, quarter))} c" for quarter in quarters)
        self._add(f"{_n(x + r)} {_n(y)} m {curves} {'B' if disc.line else 'f'}")

    def _add(self, operator: str) -> None:
        self._content.end_text()
        self._operators.append(operator)

    def _paint(self, colour: str) -> None:
        self._content.end_text()
        if colour != self._colour:
            self._colour = colour
            self._operators.append(f"{_rgb(colour)} rg")

    def _outline(self, colour: str, width: float) -> None:
        self._content.end_text()
        if colour != self._stroke:
            self._stroke = colour
            self._operators.append(f"{_rgb(colour)} RG")
        self._operators.append(f"{_n(width)} w")


def _rgb(colour: str) -> str:
    return " ".join(_n3(int(colour[i : i + 2], 16) / 255) for i in (1, 3, 5))


def _n3(value: float) -> str:
    return f"{value:.3f}".rstrip("0").rstrip(".")


def _extent(mark: Mark, x: float, y: float) -> tuple[float, float, float, float]:
    """What a mark covers whose place is this: left, bottom, right, top."""
    match mark:
        case Run():
            return (x, y - _LINK_BELOW * mark.look.size, x + mark.width, y + _LINK_ABOVE * mark.look.size)
        case Rule():
            return (x, y - mark.width / 2, x + mark.length, y + mark.width / 2)
        case Fill() | Frame() | Picture() | Sketch():
            return (x, y - mark.height, x + mark.width, y)
        case Tick():
            return (x, y - mark.side, x + mark.side, y)
        case _:
            return (x, y, x, y)
