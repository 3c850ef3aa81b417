"""Elements of Office Open XML, built one inside the other, and the units in which they measure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree
from lxml.etree import _Element

Element = _Element
"""A node of an XML tree."""

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "xml": "http://www.w3.org/XML/1998/namespace",
}

STORY = ("w", "r", "mc", "w14", "wp", "a", "pic", "adec")
"""The prefixes that a part with text declares at its root."""


def qualified(name: str) -> str:
    """The name `w:p` as lxml knows it; a name without a prefix stays."""
    prefix, colon, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}" if colon else name


def node(name: str, attributes: Mapping[str, str | int] | None = None, *children: Element) -> Element:
    """An element; names of elements and attributes carry their prefix, as in `wp:inline`."""
    made = etree.Element(qualified(name), nsmap={name.partition(":")[0]: NAMESPACES[name.partition(":")[0]]})
    for key, value in (attributes or {}).items():
        made.set(qualified(key), str(value))
    made.extend(children)
    return made


def w(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """An element of WordprocessingML: `w("jc", val="left")` is `<w:jc w:val="left"/>`."""
    return node(f"w:{name}", {f"w:{key}": value for key, value in attributes.items()}, *children)


def text(name: str, value: str, attributes: Mapping[str, str | int] | None = None) -> Element:
    """An element that holds only characters."""
    made = node(name, attributes)
    made.text = value
    return made


def root(name: str, prefixes: tuple[str, ...], *children: Element) -> Element:
    """The root of a part, with its namespaces declared; what is newer than the standard may be ignored."""
    made = etree.Element(qualified(name), nsmap={prefix: NAMESPACES[prefix] for prefix in prefixes})
    if "w14" in prefixes:
        made.set(qualified("mc:Ignorable"), "w14")
    made.extend(children)
    return made


def flag(name: str, on: bool) -> Element:
    """A property that is on by being there, and off by saying so."""
    return w(name) if on else w(name, val="0")


def ordered(name: str, children: Iterable[Element]) -> Element:
    """A group of properties, put in the order that the schema asks for."""
    places = _ORDERS[name]
    return w(name, *sorted(children, key=lambda child: places[etree.QName(child).localname]))


def twips(points: float) -> int:
    """A length in twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """A size of type in halves of a point."""
    return round(points * 2)


def eighths(points: float) -> int:
    """The width of a border in eighths of a point, as thin and as thick as Word allows."""
    return min(96, max(2, round(points * 8)))


def emu(points: float) -> int:
    """A length in English Metric Units, the measure of drawings."""
    return round(points * 12700)


def _places(names: str) -> dict[str, int]:
    return {name: place for place, name in enumerate(names.split())}


_ORDERS = {
    "pPr": _places(
        "pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs "
        "suppressAutoHyphens bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr"
    ),
    "rPr": _places(
        "rStyle rFonts b bCs i iCs caps smallCaps strike noProof vanish color spacing kern position sz szCs highlight "
        "u bdr shd vertAlign rtl cs lang"
    ),
    "tblPr": _places(
        "tblStyle bidiVisual tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription"
    ),
    "tcPr": _places("tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign"),
}
