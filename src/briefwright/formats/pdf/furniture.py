"""Furniture: what stands at the head and the foot of every page, and the height that it leaves for the body."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefwright.document.nodes import Block, Furniture
from briefwright.formats.pdf.blocks import stack
from briefwright.formats.pdf.column import Column
from briefwright.formats.pdf.flow import Part, numbered
from briefwright.formats.pdf.items import Folios
from briefwright.formats.pdf.typesetter import Typesetter

_CLEAR = 8.0
"""The least space between furniture and body."""


class Area(NamedTuple):
    """The body of a page: its top, from the top of the paper, and its height."""

    top: float
    height: float


class PageFurniture:
    """The headers and footers of a document's pages."""

    def __init__(self, furniture: Furniture, typesetter: Typesetter) -> None:
        self._furniture = furniture
        self._typesetter = typesetter
        self._page = typesetter.theme.page
        self._areas: dict[bool, Area] = {}

    def area(self, page: int) -> Area:
        """Where the body of a page stands, kept clear of its furniture."""
        first = page == 1
        if first not in self._areas:
            self._areas[first] = self._area(page)
        return self._areas[first]

    def header(self, page: int, pages: int) -> Part:
        """The header of a page; it begins at the theme's distance from the top edge."""
        return self._set(self._furniture.first_header if page == 1 else self._furniture.header, page, pages)

    def footer(self, page: int, pages: int) -> Part:
        """The footer of a page; it ends at the theme's distance from the bottom edge."""
        return self._set(self._furniture.first_footer if page == 1 else self._furniture.footer, page, pages)

    def _area(self, page: int) -> Area:
        paper = self._page
        header, footer = self.header(page, page), self.footer(page, page)
        top = paper.first_top if page == 1 else paper.top
        bottom = paper.height - paper.bottom
        if header.height:
            top = max(top, paper.header + header.height + _CLEAR)
        if footer.height:
            bottom = min(bottom, paper.height - paper.footer - footer.height - _CLEAR)
        return Area(top, bottom - top)

    def _set(self, content: Sequence[Block], page: int, pages: int) -> Part:
        column = Column(self._page.measure, self._page.height, folios=Folios(page, pages))
        found = stack(content, self._typesetter, column)
        numbered(found)
        return found.whole()
