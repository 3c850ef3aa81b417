"""Tables of two versions as one, row by row and cell by cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefwright.document.alignment import aligned
from briefwright.formats.docx.redline.merging import Merging
from briefwright.formats.docx.redline.outline import Block, Row, Table, likeness
from briefwright.formats.docx.redline.tree import child, children, printed
from briefwright.formats.docx.xml import Element, ordered, w

_SAME_ROW = 0.3
"""The likeness of two rows from which on they are one that was changed."""

Merge = Callable[[Sequence[Block], Sequence[Block], Merging], list[Element]]
"""How the contents of two cells become one."""

Whole = Callable[[Sequence[Block], str, Merging], list[Element]]
"""How a content is marked as inserted or deleted as a whole."""


def table(old: Table, new: Table, merging: Merging, merge: Merge, whole: Whole) -> Element:
    """Two tables of one shape as one."""
    single = len(old.rows) == len(new.rows) == 1

    def alike(a: Row, b: Row) -> float | None:
        found = likeness(a, b)
        return found if a.shape == b.shape and (single or found >= _SAME_ROW) else None

    rows = []
    for i, j in aligned(old.rows, new.rows, lambda row: (row.shape, row.print), alike):
        if i is not None and j is not None:
            rows.append(_row(old.rows[i], new.rows[j], merging, merge))
        elif i is not None:
            rows.append(_whole_row(old.rows[i], "w:del", merging, whole))
        elif j is not None:
            rows.append(_whole_row(new.rows[j], "w:ins", merging, whole))
    return w("tbl", *_head(old.element, new.element, merging), *rows)


def whole_table(found: Table, kind: str, merging: Merging, whole: Whole) -> Element:
    """A table that was inserted or deleted."""
    rows = [_whole_row(row, kind, merging, whole) for row in found.rows]
    return w("tbl", *_above_rows(found.element), *rows)


def _above_rows(found: Element) -> list[Element]:
    return [element for element in found.children if element.name != "w:tr"]


def _head(old: Element, new: Element, merging: Merging) -> list[Element]:
    """The properties and the grid; what a table is called and how it is described may change."""
    before, after = child(old, "w:tblPr"), child(new, "w:tblPr")
    said = [[printed(found) for name in _SAID for found in children(of, name)] for of in (before, after)]
    if before is None or after is None or said[0] == said[1]:
        return _above_rows(new)
    changed = ordered("tblPr", [*after.children, merging.change("w:tblPrChange", before)])
    return [changed, *[element for element in _above_rows(new) if element is not after]]


_SAID = ("w:tblCaption", "w:tblDescription")


def _row(old: Row, new: Row, merging: Merging, merge: Merge) -> Element:
    cells = zip(children(old.element, "w:tc"), children(new.element, "w:tc"), old.cells, new.cells, strict=True)
    made = [
        w("tc", _cell_properties(was, found, merging), *merge(before, after, merging))
        for was, found, before, after in cells
    ]
    return w("tr", *children(new.element, "w:trPr"), *made)


def _cell_properties(old: Element, new: Element, merging: Merging) -> Element:
    """The properties of a cell; its ground is the one that may mean something, such as a rating."""
    before, after = child(old, "w:tcPr"), child(new, "w:tcPr")
    if before is None or after is None:
        raise ValueError("every cell has a width")
    if printed(child(before, "w:shd")) == printed(child(after, "w:shd")):
        return after
    return ordered("tcPr", [*after.children, merging.change("w:tcPrChange", before)])


def _whole_row(row: Row, kind: str, merging: Merging, whole: Whole) -> Element:
    properties = child(row.element, "w:trPr")
    said = [*(properties.children if properties else []), merging.change(kind)]
    cells = [
        w("tc", *children(cell, "w:tcPr"), *whole(content, kind, merging))
        for cell, content in zip(children(row.element, "w:tc"), row.cells, strict=True)
    ]
    return w("tr", w("trPr", *said), *cells)
