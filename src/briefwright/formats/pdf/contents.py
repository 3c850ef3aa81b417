"""The contents list: each heading with a row of dots that leads to its page."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.document.contents import TITLE, entry_style, keeping_next
from briefwright.document.nodes import Contents, ContentsEntry, Inline, InternalLink
from briefwright.formats.pdf.column import Column
from briefwright.formats.pdf.flow import Stack
from briefwright.formats.pdf.looks import of_paragraph
from briefwright.formats.pdf.marks import Field, Path, Run, Strip
from briefwright.formats.pdf.paragraph import begins_right, mirrored, set_lines, strips_of
from briefwright.formats.pdf.typesetter import Setting, Typesetter
from briefwright.theme.styles import ParagraphStyle

_WIDEST = "000"
"""The number of a page for which there is room."""
_DOT, _BETWEEN = 0.09, 0.3
"""The side of a dot and the space to the next, in sizes of the text."""
_CLEAR = 3.0
"""The least space between the dots and what stands beside them."""


def contents_list(block: Contents, typesetter: Typesetter, column: Column) -> Stack:
    """The title and the entries."""
    parts = [_entry(entry, block, typesetter, column) for entry in block.entries]
    for part, keeps_next in zip(parts, keeping_next(block.entries), strict=True):
        part.keeps_next = keeps_next
    if block.title:
        parts.insert(0, _part(block.title, typesetter.theme.paragraph(TITLE), block, typesetter, column))
    return Stack(parts)


def _part(
    content: tuple[Inline, ...], style: ParagraphStyle, block: Contents, typesetter: Typesetter, column: Column
) -> Stack:
    style = mirrored(style, begins_right(content, typesetter))
    strips = strips_of(set_lines(content, style, typesetter, column), style, typesetter, column, block)
    return Stack(strips, style.space_before, style.space_after, keeps_next=style.keep_with_next)


def _entry(entry: ContentsEntry, block: Contents, typesetter: Typesetter, column: Column) -> Stack:
    style = typesetter.theme.paragraph(entry_style(entry.level))
    setting = typesetter.setting(of_paragraph(style, typesetter.theme, typesetter.language, column.ink))
    room = setting.shape(_WIDEST).width
    narrow = style.model_copy(update={"indent_right": style.indent_right + room + 2 * _CLEAR})
    link = InternalLink(entry.target, entry.content, block.origin)
    made = _part((link,), narrow, block, typesetter, column)
    number = Field(column.width - style.indent_right - room, 0.0, room, setting.look, entry)
    if begins_right(entry.content, typesetter):
        number = number._replace(x=style.indent_right)
    _lead(made.strips()[-1], number, setting)
    return made


def _lead(strip: Strip, number: Field, setting: Setting) -> None:
    """Put the number of the page on the last line of an entry, and the dots between the two."""
    words = [mark for mark in strip.marks if isinstance(mark, Run)]
    start, end = min(mark.x for mark in words), max(mark.x + mark.width for mark in words)
    if number.x < start:
        dots = _dots(number.x + number.width + _CLEAR, start - _CLEAR, strip.baseline, setting)
    else:
        dots = _dots(end + _CLEAR, number.x - _CLEAR, strip.baseline, setting)
    strip.marks = (*strip.marks, *dots, number._replace(y=strip.baseline))


def _dots(left: float, right: float, baseline: float, setting: Setting) -> Iterator[Path]:
    """Dots that stand below those of the other entries: drawn, since as text they would be read out."""
    look = setting.look
    dot, between = _DOT * look.size, _BETWEEN * look.size
    width = (right - left) // (dot + between) * (dot + between)
    if width > 0:
        line = ((0.0, 0.0), (width, 0.0))
        yield Path(right - width, baseline - dot / 2, line, dot, look.colour, (dot, between))
