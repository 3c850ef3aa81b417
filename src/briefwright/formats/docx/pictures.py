"""Pictures in the line of text."""

from __future__ import annotations

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image as Header
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefwright.document.nodes import Figure
from briefwright.document.pictures import Image
from briefwright.drawing.draw import draw
from briefwright.formats.docx.draft import Draft, Place
from briefwright.formats.docx.shapes import shape_group
from briefwright.formats.docx.xml import NAMESPACES, Element, emu, node, w

_EXTENSIONS = {"image/png": "png", "image/jpeg": "jpg"}
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def picture(figure: Figure, place: Place, draft: Draft) -> Element | None:
    """The run that shows a figure's picture, or None where it cannot be read, which is then reported."""
    width = place.measure * figure.width
    if isinstance(figure.picture, Image):
        return _image(figure, figure.picture, width, place, draft)
    drawing = draw(figure.picture, draft.theme, draft.document.metadata.language, width)
    shown = _inline(figure, drawing.width, drawing.height, NAMESPACES["wpg"], shape_group(drawing, draft), draft)
    return w("r", node("mc:AlternateContent", None, node("mc:Choice", {"Requires": "wpg"}, w("drawing", shown))))


def _image(figure: Figure, image: Image, width: float, place: Place, draft: Draft) -> Element | None:
    ratio = _ratio(figure, image, draft)
    if ratio is None:
        return None
    relationship = place.part.relate_to(_part(image, draft), RELATIONSHIP_TYPE.IMAGE)
    height = width * ratio
    shown = _pic(relationship, {"cx": emu(width), "cy": emu(height)})
    return w("r", w("drawing", _inline(figure, width, height, NAMESPACES["pic"], shown, draft)))


def _inline(figure: Figure, width: float, height: float, kind: str, shown: Element, draft: Draft) -> Element:
    """What stands in the line like a letter: its size, what it is called, and the picture of this kind."""
    return node(
        "wp:inline",
        {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        node("wp:extent", {"cx": emu(width), "cy": emu(height)}),
        _properties(figure, draft.next_drawing()),
        node("wp:cNvGraphicFramePr", None, node("a:graphicFrameLocks", {"noChangeAspect": 1})),
        node("a:graphic", None, node("a:graphicData", {"uri": kind}, shown)),
    )


def _ratio(figure: Figure, picture: Image, draft: Draft) -> float | None:
    """The height of a picture as a share of its width."""
    try:
        image = Header.from_blob(picture.data)
        return float(image.px_height) / float(image.px_width)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ValueError, ZeroDivisionError):
        message = "the figure is not a picture that can be read"
        draft.report.add("BW603", figure.origin.span, message, "give a PNG or JPEG file of at most 60 million pixels")
        return None


def _part(image: Image, draft: Draft) -> Part:
    if image.data not in draft.pictures:
        name = f"/word/media/image{len(draft.pictures) + 1}.{_EXTENSIONS[image.media_type]}"
        draft.pictures[image.data] = Part(PackURI(name), image.media_type, image.data, draft.package)
    return draft.pictures[image.data]


def _properties(figure: Figure, number: int) -> Element:
    properties = node("wp:docPr", {"id": number, "name": f"Figure {number}"})
    if figure.alt is not None:
        properties.attributes["descr"] = figure.alt
    else:
        mark = node("adec:decorative", {"val": 1})
        properties.children.append(node("a:extLst", None, node("a:ext", {"uri": _DECORATIVE}, mark)))
    return properties


def _pic(relationship: str, size: dict[str, str | int]) -> Element:
    named = node("pic:nvPicPr", None, node("pic:cNvPr", {"id": 0, "name": ""}), node("pic:cNvPicPr"))
    stretched = node("a:stretch", None, node("a:fillRect"))
    fill = node("pic:blipFill", None, node("a:blip", {"r:embed": relationship}), stretched)
    frame = node("a:xfrm", None, node("a:off", {"x": 0, "y": 0}), node("a:ext", size))
    shape = node("pic:spPr", None, frame, node("a:prstGeom", {"prst": "rect"}, node("a:avLst")))
    return node("pic:pic", None, named, fill, shape)
