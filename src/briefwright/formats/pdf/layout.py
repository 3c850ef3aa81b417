"""Layout: a document and a theme as finished pages, on which every mark has its place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from briefwright.document.contents import contents_of
from briefwright.document.nodes import Document
from briefwright.formats.pdf.blocks import stack
from briefwright.formats.pdf.column import Column
from briefwright.formats.pdf.faces import Shaped
from briefwright.formats.pdf.flow import Part, Placed, Stack
from briefwright.formats.pdf.furniture import PageFurniture
from briefwright.formats.pdf.lines import Pages, resolved
from briefwright.formats.pdf.marks import Field, Mark, Place, Run, Sketch, Strip, Tick
from briefwright.formats.pdf.notes import Notes
from briefwright.formats.pdf.pages import PageBreaker, Sheet
from briefwright.formats.pdf.spans import block_place
from briefwright.formats.pdf.typesetter import Typesetter

_SHORT_PAGE = 0.2
"""A last page filled to less than this share is nearly empty."""
_TIGHTER, _STEPS = 0.93, 3
"""How much less space is tried to save such a page, and how often."""


class Page(NamedTuple):
    """A page: its header, body, foot of notes and footer, each placed from the top left corner of the paper."""

    header: Placed
    body: Placed
    foot: Placed
    footer: Placed


def lay_out(document: Document, typesetter: Typesetter) -> list[Page]:
    """The pages of a document."""
    paper = typesetter.theme.page
    furniture = PageFurniture(document.furniture, typesetter)
    column = Column(paper.measure, furniture.area(2).height)
    flow = stack(document.content, typesetter, column)
    notes = Notes(typesetter, column)
    notes.set_all(note for strip in flow.strips() for note in strip.notes)
    sheets = _divided(flow, notes, furniture)
    of = _pages_of_places(sheet.body for sheet in sheets) if contents_of(document) else {}
    pages = []
    for number, sheet in enumerate(sheets, start=1):
        area = furniture.area(number)
        header = furniture.header(number, len(sheets))
        footer = furniture.footer(number, len(sheets))
        foot_top = area.top + area.height - sheet.foot.height
        footer_top = paper.height - paper.footer - footer.height
        numbers = Pages(number, len(sheets), of)
        settled = [_settled(part, typesetter, numbers) for part in (header, sheet.body, sheet.foot, footer)]
        tops = (paper.header, area.top, foot_top, footer_top)
        pages.append(Page(*(Placed(paper.left, top, part) for top, part in zip(tops, settled, strict=True))))
    return pages


def _divided(flow: Stack, notes: Notes, furniture: PageFurniture) -> list[Sheet]:
    """The flow on pages; where the last would be nearly empty, with a little less space if that saves it."""

    def sheets() -> list[Sheet]:
        return PageBreaker(flow, notes, lambda page: furniture.area(page).height).pages()

    wide = sheets()
    if len(wide) == 1 or wide[-1].body.height + wide[-1].foot.height > _SHORT_PAGE * wide[-1].room:
        return wide
    for _ in range(_STEPS):
        flow.tighten(_TIGHTER)
        tight = sheets()
        if len(tight) < len(wide):
            return tight
    flow.tighten(_TIGHTER**-_STEPS)
    return wide


def texts(pages: list[Page]) -> Iterator[Shaped]:
    """Every shaped text of the pages, in the order in which it is drawn."""
    for page in pages:
        for placed in page:
            for mark in marks(placed.what):
                if isinstance(mark, Run):
                    yield from mark.pieces
                elif isinstance(mark, Tick):
                    yield mark.stand_in


def marks(what: Part | Strip | Mark) -> Iterator[Mark]:
    """Every mark of a part, in the order in which it is drawn."""
    if isinstance(what, Part):
        for placed in what.items:
            yield from marks(placed.what)
    elif isinstance(what, Strip):
        for mark in what.marks:
            if isinstance(mark, Sketch):
                yield from mark.marks
            else:
                yield mark
    elif isinstance(what, Sketch):
        yield from what.marks
    else:
        yield what


def pages_of_entries(document: Document, pages: list[Page]) -> dict[str, int]:
    """The page that each entry of the contents list leads to, counted from 1, by the id of its heading."""
    contents = contents_of(document)
    if contents is None or not pages:
        return {}
    places = _pages_of_places(page.body.what for page in pages)
    return {entry.target: places[block_place(entry.target)] for entry in contents.entries}


def _pages_of_places(bodies: Iterable[Part | Strip | Mark]) -> dict[str, int]:
    """The page on which each place of a document stands first, counted from 1."""
    found: dict[str, int] = {}
    for number, body in enumerate(bodies, start=1):
        for mark in marks(body):
            if isinstance(mark, Place):
                found.setdefault(mark.name, number)
    return found


def _settled(part: Part, typesetter: Typesetter, numbers: Pages) -> Part:
    """The part with the numbers of pages in place of the fields that stand for them."""
    for placed in part.items:
        if isinstance(placed.what, Part):
            _settled(placed.what, typesetter, numbers)
        elif isinstance(placed.what, Strip):
            strip = placed.what
            if any(isinstance(mark, Field) for mark in strip.marks):
                strip.marks = tuple(
                    resolved(mark, typesetter.setting(mark.look), numbers) if isinstance(mark, Field) else mark
                    for mark in strip.marks
                )
    return part
