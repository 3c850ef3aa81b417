"""A column: the width in which matter is set, and what its surroundings ask of the matter."""

from __future__ import annotations

from typing import NamedTuple

from briefwright.formats.pdf.items import Folios
from briefwright.formats.pdf.lines import Align


class Column(NamedTuple):
    """A width in points, with what holds for all text set in it.

    `room` is the height of a page's body, which bounds what can be kept together; `ink` names the colour of plain
    text on a ground that asks for another; `align` overrides that of the styles; `folios` are known in page furniture.
    """

    width: float
    room: float
    ink: str | None = None
    align: Align | None = None
    folios: Folios | None = None
