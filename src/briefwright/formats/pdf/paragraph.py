"""Paragraphs: their lines as strips, with the rules above and below and the running number at the side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefwright.document.nodes import Block, Heading, Inline, Note, Paragraph, Title
from briefwright.document.walk import plain_text
from briefwright.formats.pdf.column import Column
from briefwright.formats.pdf.direction import Order, has_right_to_left, order_of, runs_to_the_left
from briefwright.formats.pdf.faces import Face
from briefwright.formats.pdf.flow import Stack
from briefwright.formats.pdf.items import Itemiser, text_of
from briefwright.formats.pdf.linebreak import Item, Setting, break_lines, break_lines_well
from briefwright.formats.pdf.lines import Align, Alignment, Line, set_line
from briefwright.formats.pdf.looks import Look, of_paragraph, styled
from briefwright.formats.pdf.marks import Division, Mark, Place, Rule, Run, Strip
from briefwright.formats.pdf.spans import Flat, block_place, flat
from briefwright.formats.pdf.typesetter import Typesetter
from briefwright.theme.styles import Border, Numbering, ParagraphStyle

_MIRRORED: Mapping[Align, Align] = {"left": "right", "right": "left"}
_SHRINKING = 0.3
"""How far a space of justified text may shrink, as a share of itself."""


def paragraph(block: Title | Heading | Paragraph, typesetter: Typesetter, column: Column) -> Stack:
    """A title, a heading or a paragraph as strips."""
    style = mirrored(typesetter.theme.paragraph(block.style), begins_right(block.content, typesetter))
    lines = set_lines(block.content, style, typesetter, column)
    strips = strips_of(lines, style, typesetter, column, block)
    if isinstance(block, Paragraph) and block.number is not None and style.numbering is not None:
        mark = running_number(block.number, style.numbering, style, typesetter, column)._replace(source=block)
        if begins_right(block.content, typesetter):
            hang(strips[0], mark, column.width - style.indent_right + style.numbering.width - mark.width)
        else:
            hang(strips[0], mark, style.indent_left - style.numbering.width)
    name = block.id if isinstance(block, Heading | Paragraph) else None
    if name is not None:
        add_place(strips[0], name)
    return Stack(strips, style.space_before, style.space_after, keeps_next=style.keep_with_next)


def is_turned(content: Sequence[Inline], typesetter: Typesetter) -> bool:
    """Whether the text of a paragraph runs from right to left."""
    return runs_to_the_left(plain_text(tuple(content)), typesetter.language)


def begins_right(content: Sequence[Inline], typesetter: Typesetter) -> bool:
    """Whether numbers and marks stand at the right of a paragraph, as they do throughout some languages."""
    return typesetter.is_turned or is_turned(content, typesetter)


def mirrored(style: ParagraphStyle, at_right: bool) -> ParagraphStyle:
    """The style with its indents changed round for a paragraph whose number stands at the right."""
    if not at_right or style.indent_left == style.indent_right:
        return style
    return style.model_copy(update={"indent_left": style.indent_right, "indent_right": style.indent_left})


def set_lines(content: Sequence[Inline], style: ParagraphStyle, typesetter: Typesetter, column: Column) -> list[Line]:
    """The text of a paragraph in lines that fill the column between the indents of its style."""
    turned = is_turned(content, typesetter)
    measure = column.width - style.indent_left - style.indent_right
    look = of_paragraph(style, typesetter.theme, typesetter.language, column.ink)
    align = column.align or (_MIRRORED.get(style.align, style.align) if turned else style.align)
    space = typesetter.setting(look).space.width * _SHRINKING if align == "justify" else 0.0
    room = Setting(measure, style.indent_first, space, style.hyphenate)
    spans = list(flat(tuple(content), look, typesetter))
    order = _order(spans, turned)
    items = _items(spans, typesetter, room, column, order, hyphenate=False)
    found = break_lines_well(items, room) if style.hyphenate else None
    if found is None:
        items = _items(spans, typesetter, room, column, order, hyphenate=True) if style.hyphenate else items
        found = break_lines(items, room)
    alignment = Alignment(measure, align, turned)
    lines = []
    for number, line in enumerate(found):
        indent = style.indent_first if number == 0 else 0.0
        ends = number == len(found) - 1 or items[line.end].cost is None
        lines.append(set_line(items, line, alignment, indent, ends))
    return lines


def _order(spans: Sequence[Flat], turned: bool) -> Order | None:
    text = "".join(map(text_of, spans))
    return order_of(text, turned) if turned or has_right_to_left(text) else None


def _items(
    spans: Sequence[Flat], typesetter: Typesetter, room: Setting, column: Column, order: Order | None, hyphenate: bool
) -> list[Item]:
    itemiser = Itemiser(typesetter, room.measure - max(0.0, room.indent), hyphenate, column.folios, order)
    return itemiser.add_all(spans)


def strips_of(
    lines: Sequence[Line], style: ParagraphStyle, typesetter: Typesetter, column: Column, source: Block | Note
) -> list[Strip]:
    """Lines as strips, the rules of the style with the first and the last."""
    base = baseline(style, typesetter, column)
    strips = []
    for line in lines:
        extra = max(0.0, line.plate - style.leading)
        down = base + extra / 2
        marks = tuple(mark._replace(x=mark.x + style.indent_left, y=mark.y + down) for mark in line.marks)
        strips.append(Strip(style.leading + extra, marks, line.notes, source, down))
    _keep_pairs(strips)
    if style.border_top is not None:
        _rule_above(strips[0], style.border_top, style, typesetter, column)
    if style.border_bottom is not None:
        _rule_below(strips[-1], style.border_bottom, style, typesetter, column)
    return strips


def baseline(style: ParagraphStyle, typesetter: Typesetter, column: Column) -> float:
    """From the top of a line of this style to its baseline."""
    face: Face = typesetter.setting(of_paragraph(style, typesetter.theme, typesetter.language, column.ink)).face
    return (style.leading - (face.ascent + face.descent) * style.size) / 2 + face.ascent * style.size


def running_number(
    number: int, numbering: Numbering, style: ParagraphStyle, typesetter: Typesetter, column: Column
) -> Run:
    """The number of a paragraph or an item, on a baseline at 0."""
    return label(numbering.format.format(number=number), numbering.text, style, typesetter, column)


def label(text: str, text_style: str | None, style: ParagraphStyle, typesetter: Typesetter, column: Column) -> Run:
    """A number or a list's mark in the look of its paragraph, on a baseline at 0."""
    look: Look = of_paragraph(style, typesetter.theme, typesetter.language, column.ink)
    if text_style is not None:
        look = styled(look, typesetter.theme.text(text_style), typesetter.theme)
    word = typesetter.setting(look).shape(text)
    return Run(0.0, -look.rise, word.width, look, word.pieces, 0.0, None, None)


def hang(strip: Strip, mark: Mark, x: float) -> None:
    """Set a mark on the baseline of a strip's text, before what is there."""
    strip.marks = (mark._replace(x=mark.x + x, y=mark.y + strip.baseline), *strip.marks)


def add_place(strip: Strip, identifier: str) -> None:
    """Let links to the block with this id lead to this strip."""
    strip.marks = (Place(0.0, 0.0, block_place(identifier)), *strip.marks)


def _keep_pairs(strips: list[Strip]) -> None:
    """No page begins or ends with a single line of a longer paragraph."""
    for strip in (*strips[1:2], *strips[1:][-1:]):
        strip.division = Division.LONE_LINE


def _rule_above(strip: Strip, border: Border, style: ParagraphStyle, typesetter: Typesetter, column: Column) -> None:
    down = border.width + border.gap
    length = column.width - style.indent_left - style.indent_right
    rule = Rule(style.indent_left, border.width / 2, length, border.width, typesetter.theme.colour(border.colour))
    strip.marks = (rule, *(mark._replace(y=mark.y + down) for mark in strip.marks))
    strip.height += down
    strip.baseline += down


def _rule_below(strip: Strip, border: Border, style: ParagraphStyle, typesetter: Typesetter, column: Column) -> None:
    length = column.width - style.indent_left - style.indent_right
    y = strip.height + border.gap + border.width / 2
    rule = Rule(style.indent_left, y, length, border.width, typesetter.theme.colour(border.colour))
    strip.marks = (*strip.marks, rule)
    strip.height += border.gap + border.width
