"""Tables as Word has them, whatever they are for: the grid, its rows and its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.formats.docx.xml import Element, ordered, twips, w


@dataclass(frozen=True, slots=True)
class Margins:
    """The space in points between the edges of a cell and its content."""

    top: float = 0.0
    left: float = 0.0
    bottom: float = 0.0
    right: float = 0.0

    def element(self, name: str) -> Element:
        """The margins as `tcMar` of a cell or `tblCellMar` of a table."""
        sides = ("top", "left", "bottom", "right")
        return w(name, *[w(side, w=twips(getattr(self, side)), type="dxa") for side in sides])


@dataclass(frozen=True, slots=True)
class Look:
    """Which parts of a table's style apply to it: the first row as its head, the first column as labels of rows."""

    head: bool = False
    labels: bool = False


def table(
    style: str,
    left: float,
    widths: Sequence[float],
    rows: Sequence[Element],
    *,
    look: Look | None = None,
    turned: bool = False,
    caption: str = "",
    description: str = "",
) -> Element:
    """A table of fixed widths whose edge stands `left` points from the margin; all lengths in points.

    The columns of a `turned` table run from right to left.
    """
    properties = [
        w("tblStyle", val=style),
        *([w("bidiVisual")] if turned else []),
        w("tblW", w=twips(sum(widths)), type="dxa"),
        w("tblInd", w=twips(left), type="dxa"),
        w("tblLayout", type="fixed"),
        _look(look or Look()),
    ]
    if caption:
        properties.append(w("tblCaption", val=caption))
    if description:
        properties.append(w("tblDescription", val=description))
    grid = w("tblGrid", *[w("gridCol", w=twips(width)) for width in widths])
    return w("tbl", ordered("tblPr", properties), grid, *rows)


def row(
    cells: Sequence[Element], *, head: bool = False, whole: bool = False, height: float | None = None, missing: int = 0
) -> Element:
    """A row; a head repeats on each page, a whole row is never split, `missing` columns at its end are left out."""
    properties = []
    if missing:
        properties.append(w("gridAfter", val=missing))
    if whole or head:
        properties.append(w("cantSplit"))
    if height is not None:
        properties.append(w("trHeight", val=twips(height), hRule="atLeast"))
    if head:
        properties.append(w("tblHeader"))
    return w("tr", *([w("trPr", *properties)] if properties else []), *cells)


def cell(
    width: float,
    content: Sequence[Element],
    *,
    span: int = 1,
    margins: Margins | None = None,
    fill: str | None = None,
    middle: bool = False,
) -> Element:
    """A cell; `fill` is the colour of its ground, `middle` sets its content halfway up."""
    properties = [w("tcW", w=twips(width), type="dxa")]
    if span > 1:
        properties.append(w("gridSpan", val=span))
    if fill is not None:
        properties.append(w("shd", val="clear", color="auto", fill=fill))
    if margins is not None:
        properties.append(margins.element("tcMar"))
    if middle:
        properties.append(w("vAlign", val="center"))
    return w("tc", ordered("tcPr", properties), *content)


def _look(look: Look) -> Element:
    # The hexadecimal sum of the same bits, for programs older than the separate attributes.
    bits = 0x0020 * look.head + 0x0080 * look.labels + 0x0200 + 0x0400
    return w(
        "tblLook",
        val=f"{bits:04X}",
        firstRow=int(look.head),
        lastRow=0,
        firstColumn=int(look.labels),
        lastColumn=0,
        noHBand=1,
        noVBand=1,
    )
