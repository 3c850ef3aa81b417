"""Drawings as groups of Word's own shapes: sharp at any size, with words that can be read and changed."""

from __future__ import annotations

from typing import assert_never

from briefwright.drawing.metrics import Metrics
from briefwright.drawing.shapes import Circle, Drawing, Label, Rectangle, Shape, Stroke
from briefwright.formats.docx.derived import Addition, derived
from briefwright.formats.docx.draft import Draft
from briefwright.formats.docx.formatting import colour
from briefwright.formats.docx.xml import Element, emu, node, text, w

_HOLLOW = 1.2
"""The line in points of a round mark that is hollow."""
_BASELINE = 0.78
"""How far down an exact line its baseline lies, as a share of the leading."""
_ROOM = 1.25
"""How much wider than its words a label is, for the font that a reader's machine may have in place of ours."""
_JUSTIFICATION = {"left": "left", "centre": "center", "right": "right"}
_SHIFT = {"left": 0.0, "centre": 0.5, "right": 1.0}
_WHITE = "ffffff"

_Frame = tuple[float, float, float, float]
"""The left and upper edge, the width and the height of a shape in points."""


def shape_group(drawing: Drawing, draft: Draft) -> Element:
    """The shapes of a drawing as one group."""
    metrics = Metrics(draft.theme)
    frame = node(
        "a:xfrm",
        None,
        *_frame((0.0, 0.0, drawing.width, drawing.height)),
        node("a:chOff", {"x": 0, "y": 0}),
        node("a:chExt", {"cx": emu(drawing.width), "cy": emu(drawing.height)}),
    )
    shapes = [_shape(shape, metrics, draft) for shape in drawing.shapes]
    return node("wpg:wgp", None, node("wpg:cNvGrpSpPr"), node("wpg:grpSpPr", None, frame), *shapes)


def _shape(shape: Shape, metrics: Metrics, draft: Draft) -> Element:
    theme = draft.theme
    match shape:
        case Rectangle():
            place = (shape.x, shape.y, shape.width, shape.height)
            return _drawn(place, _form("rect"), [_filled(colour(shape.fill, theme)), _no_line()], draft)
        case Circle():
            return _circle(shape, draft)
        case Stroke():
            return _stroke(shape, draft)
        case Label():
            return _label(shape, metrics, draft)
        case _:
            assert_never(shape)


def _circle(circle: Circle, draft: Draft) -> Element:
    line = _HOLLOW if circle.hollow else 0.0
    radius, ink = circle.radius - line / 2, colour(circle.colour, draft.theme)
    place = (circle.x - radius, circle.y - radius, 2 * radius, 2 * radius)
    look = [_filled(_WHITE if circle.hollow else ink), _line(line, ink) if line else _no_line()]
    return _drawn(place, _form("ellipse"), look, draft)


def _stroke(stroke: Stroke, draft: Draft) -> Element:
    xs, ys = [x for x, _ in stroke.points], [y for _, y in stroke.points]
    left, top = min(xs), min(ys)
    place = (left, top, max(xs) - left, max(ys) - top)
    steps = [
        node("a:moveTo" if index == 0 else "a:lnTo", None, node("a:pt", {"x": emu(x - left), "y": emu(y - top)}))
        for index, (x, y) in enumerate(stroke.points)
    ]
    path = node("a:path", {"w": emu(place[2]), "h": emu(place[3]), "fill": "none"}, *steps)
    lists = [node(f"a:{name}") for name in ("avLst", "gdLst", "ahLst", "cxnLst")]
    bounds = node("a:rect", {"l": "0", "t": "0", "r": "r", "b": "b"})
    form = node("a:custGeom", None, *lists, bounds, node("a:pathLst", None, path))
    line = _line(stroke.width, colour(stroke.colour, draft.theme), stroke.dash)
    return _drawn(place, form, [node("a:noFill"), line], draft)


def _label(label: Label, metrics: Metrics, draft: Draft) -> Element:
    style = draft.theme.paragraph(label.style)
    width = metrics.width(label.text, label.style) * _ROOM + style.size
    left = label.x - width * _SHIFT[label.anchor]
    place = (left, label.y - _BASELINE * style.leading, width, style.leading)
    return _drawn(place, _form("rect"), [node("a:noFill"), _no_line()], draft, _paragraph(label, draft))


def _paragraph(label: Label, draft: Draft) -> Element:
    """The words in a style with nothing around them that the style of the theme has for running text."""
    layout = (
        w("spacing", before=0, after=0),
        w("ind", left=0, right=0, firstLine=0),
        w("jc", val=_JUSTIFICATION[label.anchor]),
    )
    additions = [Addition(f"drawn {label.anchor}", layout)]
    if label.ink is not None:
        additions.append(Addition(label.ink, runs=(w("color", val=colour(label.ink, draft.theme)),)))
    style = derived(draft.names.paragraphs[label.style], additions, draft)
    return w("p", w("pPr", w("pStyle", val=style)), w("r", text("w:t", label.text)))


def _drawn(
    place: _Frame, form: Element, look: list[Element], draft: Draft, paragraph: Element | None = None
) -> Element:
    """One shape; its number is its own, and its name says nothing, since the group as a whole is described."""
    number = draft.next_drawing()
    properties = node("wps:spPr", None, node("a:xfrm", None, *_frame(place)), form, *look)
    said = {"txBox": 1} if paragraph is not None else {}
    held = [] if paragraph is None else [node("wps:txbx", None, w("txbxContent", paragraph))]
    edges: dict[str, str | int] = {"wrap": "square", "lIns": 0, "tIns": 0, "rIns": 0, "bIns": 0, "anchor": "t"}
    return node(
        "wps:wsp",
        None,
        node("wps:cNvPr", {"id": number, "name": f"Shape {number}"}),
        node("wps:cNvSpPr", said),
        properties,
        *held,
        node("wps:bodyPr", edges, node("a:noAutofit")),
    )


def _frame(place: _Frame) -> list[Element]:
    left, top, width, height = (emu(value) for value in place)
    return [node("a:off", {"x": left, "y": top}), node("a:ext", {"cx": width, "cy": height})]


def _form(name: str) -> Element:
    return node("a:prstGeom", {"prst": name}, node("a:avLst"))


def _filled(ink: str) -> Element:
    return node("a:solidFill", None, node("a:srgbClr", {"val": ink}))


def _no_line() -> Element:
    return node("a:ln", None, node("a:noFill"))


def _line(width: float, ink: str, dash: tuple[float, ...] = ()) -> Element:
    """A line; dashes are measured in thousandths of a percent of its width."""
    pairs = zip(dash[::2], dash[1::2], strict=True)
    stops = [node("a:ds", {"d": _share(on, width), "sp": _share(off, width)}) for on, off in pairs]
    return node("a:ln", {"w": emu(width)}, _filled(ink), *([node("a:custDash", None, *stops)] if stops else []))


def _share(length: float, width: float) -> int:
    return round(length / width * 100_000)
