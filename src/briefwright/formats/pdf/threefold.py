"""Lines with text at the left, the centre and the right, such as a masthead or a footer."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.document.nodes import Inline
from briefwright.document.nodes import Line as LineBlock
from briefwright.formats.pdf.column import Column
from briefwright.formats.pdf.flow import Stack
from briefwright.formats.pdf.lines import Align, Line
from briefwright.formats.pdf.marks import Mark
from briefwright.formats.pdf.paragraph import set_lines, strips_of
from briefwright.formats.pdf.typesetter import Typesetter
from briefwright.theme.styles import ParagraphStyle

_GAP = 12.0
"""The least space between two parts of the line."""
_ALIGNS: tuple[Align, Align, Align] = ("left", "centre", "right")
_UNBOUNDED = 1e6


def threefold(block: LineBlock, typesetter: Typesetter, column: Column) -> Stack:
    """The three parts on one line; where they do not fit, each wraps in a share of the measure."""
    style = typesetter.theme.paragraph(block.style)
    measure = column.width - style.indent_left - style.indent_right
    contents = (block.left, block.centre, block.right)
    if typesetter.is_turned:
        contents = contents[::-1]
    naturals = [_natural(content, style, typesetter, column) for content in contents]
    lines = [
        _moved(_part(content, style, typesetter, column, width, align), x)
        for content, align, (x, width) in zip(contents, _ALIGNS, _shares(naturals, measure), strict=True)
    ]
    strips = strips_of(_side_by_side(lines[::-1] if typesetter.is_turned else lines), style, typesetter, column, block)
    return Stack(strips, style.space_before, style.space_after, keeps_next=style.keep_with_next)


def _natural(content: Sequence[Inline], style: ParagraphStyle, typesetter: Typesetter, column: Column) -> float:
    """The width of a part set on one line."""
    if not content:
        return 0.0
    wide = column._replace(width=_UNBOUNDED, align="left")
    return max(line.width for line in set_lines(content, style, typesetter, wide))


def _shares(naturals: Sequence[float], measure: float) -> list[tuple[float, float]]:
    """Where each part begins and how wide it may be."""
    left, centre, right = naturals
    gaps = _GAP * (sum(1 for width in naturals if width) - 1)
    if left + centre + right + gaps <= measure:
        middle = (measure - centre) / 2
        middle = min(max(middle, left + _GAP), measure - right - _GAP - centre)
        return [(0.0, left), (middle, centre), (measure - right, right)]
    right = min(right, 0.4 * measure)
    centre = min(centre, 0.25 * measure)
    left = measure - right - centre - gaps
    return [(0.0, left), (left + _GAP, centre), (measure - right, right)]


def _part(
    content: Sequence[Inline],
    style: ParagraphStyle,
    typesetter: Typesetter,
    column: Column,
    width: float,
    align: Align,
) -> list[Line]:
    if not content:
        return []
    narrow = column._replace(width=width + style.indent_left + style.indent_right + 0.01, align=align)
    return set_lines(content, style, typesetter, narrow)


def _moved(lines: list[Line], x: float) -> list[Line]:
    return [line._replace(marks=tuple(mark._replace(x=mark.x + x) for mark in line.marks)) for line in lines]


def _side_by_side(parts: Sequence[Sequence[Line]]) -> list[Line]:
    rows = []
    for number in range(max(1, *(len(lines) for lines in parts))):
        row = [lines[number] for lines in parts if number < len(lines)]
        marks: tuple[Mark, ...] = tuple(mark for line in row for mark in line.marks)
        notes = tuple(note for line in row for note in line.notes)
        rows.append(Line(marks, notes, 0.0, max((line.plate for line in row), default=0.0)))
    return rows
