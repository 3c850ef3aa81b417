"""Pictures in the line of text."""

from __future__ import annotations

from docx.image.exceptions import InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError
from docx.image.image import Image
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefwright.document.nodes import Figure
from briefwright.formats.docx.draft import Draft, Place
from briefwright.formats.docx.xml import NAMESPACES, Element, emu, node, w

_EXTENSIONS = {"image/png": "png", "image/jpeg": "jpg"}
_DECORATIVE = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def picture(figure: Figure, place: Place, draft: Draft) -> Element | None:
    """The run that shows a figure's picture, or None where it cannot be read, which is then reported."""
    ratio = _ratio(figure, draft)
    if ratio is None:
        return None
    width = place.measure * figure.width
    part = _part(figure, draft)
    relationship = place.part.relate_to(part, RELATIONSHIP_TYPE.IMAGE)
    number = draft.next_drawing()
    size: dict[str, str | int] = {"cx": emu(width), "cy": emu(width * ratio)}
    inline = node(
        "wp:inline",
        {"distT": 0, "distB": 0, "distL": 0, "distR": 0},
        node("wp:extent", size),
        _properties(figure, number),
        node("wp:cNvGraphicFramePr", None, node("a:graphicFrameLocks", {"noChangeAspect": 1})),
        node("a:graphic", None, node("a:graphicData", {"uri": NAMESPACES["pic"]}, _pic(relationship, number, size))),
    )
    return w("r", w("drawing", inline))


def _ratio(figure: Figure, draft: Draft) -> float | None:
    """The height of a picture as a share of its width."""
    try:
        image = Image.from_blob(figure.data)
        return float(image.px_height) / float(image.px_width)
    except (InvalidImageStreamError, UnexpectedEndOfFileError, UnrecognizedImageError, ValueError, ZeroDivisionError):
        message = "the figure is not a picture that can be read"
        draft.report.add("BW603", figure.origin.span, message, "give a PNG or JPEG file of at most 60 million pixels")
        return None


def _part(figure: Figure, draft: Draft) -> Part:
    if figure.data not in draft.pictures:
        name = f"/word/media/image{len(draft.pictures) + 1}.{_EXTENSIONS[figure.media_type]}"
        draft.pictures[figure.data] = Part(PackURI(name), figure.media_type, figure.data, draft.package)
    return draft.pictures[figure.data]


def _properties(figure: Figure, number: int) -> Element:
    properties = node("wp:docPr", {"id": number, "name": f"Figure {number}"})
    if figure.alt is not None:
        properties.attributes["descr"] = figure.alt
    else:
        mark = node("adec:decorative", {"val": 1})
        properties.children.append(node("a:extLst", None, node("a:ext", {"uri": _DECORATIVE}, mark)))
    return properties


def _pic(relationship: str, number: int, size: dict[str, str | int]) -> Element:
    named = node("pic:nvPicPr", None, node("pic:cNvPr", {"id": number, "name": ""}), node("pic:cNvPicPr"))
    stretched = node("a:stretch", None, node("a:fillRect"))
    fill = node("pic:blipFill", None, node("a:blip", {"r:embed": relationship}), stretched)
    frame = node("a:xfrm", None, node("a:off", {"x": 0, "y": 0}), node("a:ext", size))
    shape = node("pic:spPr", None, frame, node("a:prstGeom", {"prst": "rect"}, node("a:avLst")))
    return node("pic:pic", None, named, fill, shape)
