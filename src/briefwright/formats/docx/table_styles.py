"""Boxes, columns and tables as table styles."""

from __future__ import annotations

from briefwright.formats.docx.formatting import border, shading
from briefwright.formats.docx.grids import Margins
from briefwright.formats.docx.names import StyleName, StyleNames
from briefwright.formats.docx.tables import cell_margins, frame_style
from briefwright.formats.docx.xml import Element, ordered, w
from briefwright.theme.styles import Border, BoxStyle, TableStyle
from briefwright.theme.theme import Theme


def table_styles(theme: Theme, names: StyleNames) -> list[Element]:
    """The table styles of a theme."""
    made = [_box(style, names.boxes[name], theme) for name, style in theme.boxes.items()]
    made += [_style(names.columns[name], Margins(), []) for name in theme.columns]
    for name, style in theme.tables.items():
        made.append(_table(style, names.tables[name], theme))
        if style.frame is not None and style.frame.gap:
            sides = _borders(theme, dict.fromkeys(("top", "left", "bottom", "right"), style.frame))
            made.append(_style(frame_style(names.tables[name]), Margins(), sides))
    return made


def _box(style: BoxStyle, name: StyleName, theme: Theme) -> Element:
    sides = {"top": style.border, "left": style.bar or style.border, "bottom": style.border, "right": style.border}
    margins = Margins(
        style.padding_vertical, style.padding_horizontal, style.padding_vertical, style.padding_horizontal
    )
    ground = [w("tcPr", shading(style.fill, theme))] if style.fill else []
    return _style(name, margins, _borders(theme, sides), ground)


def _table(style: TableStyle, name: StyleName, theme: Theme) -> Element:
    frame = style.frame if style.frame and not style.frame.gap else None
    last = style.row_rule if style.last_rule else None
    sides = {"top": frame, "left": frame, "bottom": frame or last, "right": frame, "insideH": style.row_rule}
    if style.cell_gap:
        white = Border(width=style.cell_gap, colour=_paper(theme))
        sides |= dict.fromkeys(("insideH", "insideV"), white)
    parts = []
    if style.head_rule is not None:
        rule = w("tcBorders", border("bottom", style.head_rule, theme, gap=0))
        parts.append(w("tblStylePr", w("tcPr", rule), type="firstRow"))
    return _style(name, cell_margins(style), _borders(theme, sides), parts)


def _paper(theme: Theme) -> str:
    return next(name for name, value in theme.colours.items() if value == "#ffffff")


def _borders(theme: Theme, sides: dict[str, Border | None]) -> list[Element]:
    drawn = [border(side, rule, theme, gap=0) for side, rule in sides.items() if rule is not None]
    return [w("tblBorders", *drawn)] if drawn else []


def _style(name: StyleName, margins: Margins, properties: list[Element], parts: list[Element] | None = None) -> Element:
    table = ordered("tblPr", [w("tblInd", w=0, type="dxa"), *properties, margins.element("tblCellMar")])
    return w(
        "style",
        w("name", val=name.name),
        w("basedOn", val="TableNormal"),
        w("uiPriority", val=99),
        table,
        *(parts or []),
        type="table",
        customStyle=1,
        styleId=name.id,
    )
