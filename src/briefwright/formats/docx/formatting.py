"""The paragraph and run properties of Word that a theme's styles come to.

Word knows two weights of a family, regular and bold. Weights from 600 up become bold: a semibold face has a family
name of its own, and on a machine that lacks that face the weight would be lost with the name.
"""

from __future__ import annotations

from briefwright.formats.docx.languages import EAST_ASIAN, RIGHT_TO_LEFT, first_family
from briefwright.formats.docx.xml import Element, eighths, flag, half_points, twips, w
from briefwright.theme.styles import Border, ParagraphStyle, TextStyle
from briefwright.theme.theme import Theme

_JUSTIFICATION = {"left": "left", "right": "right", "centre": "center", "justify": "both"}
_SUPERSCRIPT = 2 / 3
"""How large Word sets a superscript, as a share of its nominal size; it stands a third of that size high."""


def is_bold(weight: int) -> bool:
    """Whether a weight is bold in Word."""
    return weight >= 600


def fonts(role: str, theme: Theme) -> Element:
    """The faces of a role, one for each group of scripts."""
    latin = theme.family(role)
    eastern = first_family(EAST_ASIAN, theme) or latin
    complex_script = first_family(RIGHT_TO_LEFT, theme) or latin
    return w("rFonts", ascii=latin.word, hAnsi=latin.word, eastAsia=eastern.word, cs=complex_script.word)


def colour(name: str, theme: Theme) -> str:
    """A colour as Word writes it: `1b2430`."""
    return theme.colour(name).removeprefix("#")


def sizes(points: float) -> list[Element]:
    """The size of type, for left-to-right and for complex scripts."""
    return [w("sz", val=half_points(points)), w("szCs", val=half_points(points))]


def bold(on: bool) -> list[Element]:
    """Bold or not, for left-to-right and for complex scripts."""
    return [flag("b", on), flag("bCs", on)]


def italic(on: bool) -> list[Element]:
    """Italic or not, for left-to-right and for complex scripts."""
    return [flag("i", on), flag("iCs", on)]


def border(side: str, rule: Border | None, theme: Theme, gap: float | None = None) -> Element:
    """A border at one side; None takes an inherited one away, and `gap` stands for the distance that the rule names."""
    if rule is None:
        return w(side, val="nil")
    space = min(31, round(rule.gap if gap is None else gap))
    return w(side, val="single", sz=eighths(rule.width), space=space, color=colour(rule.colour, theme))


def shading(name: str, theme: Theme) -> Element:
    """An even ground in one colour."""
    return w("shd", val="clear", color="auto", fill=colour(name, theme))


def paragraph_runs(style: ParagraphStyle, base: ParagraphStyle | None, theme: Theme) -> list[Element]:
    """The run properties of a paragraph style, as far as they differ from those of its base."""
    found: list[Element] = []
    if base is None or style.font != base.font:
        found.append(fonts(style.font, theme))
    if is_bold(style.weight) != (base is not None and is_bold(base.weight)):
        found += bold(is_bold(style.weight))
    if style.italic != (base is not None and base.italic):
        found += italic(style.italic)
    if style.capitals != (base is not None and base.capitals):
        found.append(flag("caps", style.capitals))
    if base is None or style.colour != base.colour:
        found.append(w("color", val=colour(style.colour, theme)))
    tracking, inherited = style.tracking * style.size, base.tracking * base.size if base else 0.0
    if twips(tracking) != twips(inherited):
        found.append(w("spacing", val=twips(tracking)))
    if base is None or half_points(style.size) != half_points(base.size):
        found += sizes(style.size)
    return found


def paragraph_layout(
    style: ParagraphStyle, base: ParagraphStyle | None, theme: Theme, rules: tuple[str, str], hyphenated: bool
) -> list[Element]:
    """The paragraph properties of a paragraph style, as far as they differ from those of its base.

    `rules` say how the height of its lines is meant, and of those of its base (`exact`, `atLeast`). `hyphenated` says
    whether the document hyphenates at all, so that the other styles must decline.
    """
    blank = base or ParagraphStyle(leading=0.0)
    found: list[Element] = []
    if style.keep_with_next != blank.keep_with_next:
        found += [flag("keepNext", style.keep_with_next), flag("keepLines", style.keep_with_next)]
    if (style.border_top, style.border_bottom) != (blank.border_top, blank.border_bottom):
        found.append(_paragraph_borders(style, blank, theme))
    if hyphenated and style.hyphenate != blank.hyphenate:
        found.append(flag("suppressAutoHyphens", not style.hyphenate))
    if _vertical(style) != _vertical(blank) or rules[0] != rules[1]:
        found.append(spacing(style, rules[0]))
    if _horizontal(style) != _horizontal(blank):
        found.append(indents(style))
    if style.align != blank.align:
        found.append(w("jc", val=_JUSTIFICATION[style.align]))
    return found


def spacing(style: ParagraphStyle, rule: str) -> Element:
    """The space around a paragraph and the distance of its lines.

    Lines are exact, so that a note call, a foreign face or a substitute never spreads them.
    """
    return w(
        "spacing",
        before=twips(style.space_before),
        after=twips(style.space_after),
        line=twips(style.leading),
        lineRule=rule,
    )


def indents(style: ParagraphStyle, offset: float = 0.0) -> Element:
    """The indents of a paragraph, moved right by `offset`; a number hangs out to the left of the text."""
    first = style.indent_first - (style.numbering.width if style.numbering else 0.0)
    edge = {"hanging": twips(-first)} if first < 0 else {"firstLine": twips(first)}
    return w("ind", left=twips(style.indent_left + offset), right=twips(style.indent_right), **edge)


def text_properties(style: TextStyle, size: float, theme: Theme) -> list[Element]:
    """The run properties of a text style on words of `size` points; what the style leaves out is left out."""
    found: list[Element] = []
    if style.font is not None:
        found.append(fonts(style.font, theme))
    if style.weight is not None:
        found += bold(is_bold(style.weight))
    if style.italic is not None:
        found += italic(style.italic)
    if style.capitals is not None:
        found.append(flag("caps", style.capitals))
    if style.colour is not None:
        found.append(w("color", val=colour(style.colour, theme)))
    if style.tracking is not None:
        found.append(w("spacing", val=twips(style.tracking * size)))
    if style.rise:
        found.append(w("vertAlign", val="superscript"))
    if style.size is not None:
        found += sizes(style.size / _SUPERSCRIPT if style.rise else style.size)
    if style.background is not None:
        found.append(shading(style.background, theme))
    return found


def _paragraph_borders(style: ParagraphStyle, base: ParagraphStyle, theme: Theme) -> Element:
    sides = []
    if style.border_top != base.border_top:
        sides.append(border("top", style.border_top, theme))
    if style.border_bottom != base.border_bottom:
        sides.append(border("bottom", style.border_bottom, theme))
    return w("pBdr", *sides)


def _vertical(style: ParagraphStyle) -> tuple[float, ...]:
    return style.space_before, style.space_after, style.leading


def _horizontal(style: ParagraphStyle) -> tuple[float, ...]:
    hanging = style.numbering.width if style.numbering else 0.0
    return style.indent_left, style.indent_right, style.indent_first, hanging
