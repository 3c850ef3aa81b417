"""Elements of Office Open XML, built one inside the other, and the units in which they measure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

NAMESPACES = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "ep": "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties",
    "op": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "vt": "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "ds": "http://schemas.openxmlformats.org/officeDocument/2006/customXml",
}

STORY = ("w", "r", "mc", "w14", "w15", "wp", "a", "pic", "wpg", "wps", "adec")
"""The prefixes that a part with text declares at its root."""


_IN_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"})
_IN_QUOTES = _IN_TEXT | str.maketrans({'"': "&quot;", "\t": "&#9;", "\n": "&#10;"})


@dataclass(slots=True)
class Element:
    """A node of an XML tree; names carry the prefixes of `NAMESPACES`, as in `wp:inline`.

    A plain object rather than one of lxml, which begins a whole document for each element before it joins another:
    a brief is written in a third of the time.
    """

    name: str
    attributes: dict[str, str]
    children: list[Element] = field(default_factory=list)
    text: str = ""

    def serialised(self) -> bytes:
        """The tree as the content of a part."""
        pieces = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n']
        self.serialise(pieces)
        return "".join(pieces).encode()

    def serialise(self, pieces: list[str]) -> None:
        """Add the tree to the pieces of a text."""
        said = "".join([f' {key}="{value.translate(_IN_QUOTES)}"' for key, value in self.attributes.items()])
        if not self.children and not self.text:
            pieces.append(f"<{self.name}{said}/>")
            return
        pieces.append(f"<{self.name}{said}>{self.text.translate(_IN_TEXT)}")
        for child in self.children:
            child.serialise(pieces)
        pieces.append(f"</{self.name}>")


def node(name: str, attributes: Mapping[str, str | int] | None = None, *children: Element) -> Element:
    """An element; names of elements and attributes carry their prefix."""
    return Element(name, {key: str(value) for key, value in (attributes or {}).items()}, list(children))


def w(name: str, /, *children: Element, **attributes: str | int) -> Element:
    """An element of WordprocessingML: `w("jc", val="left")` is `<w:jc w:val="left"/>`."""
    return Element(f"w:{name}", {f"w:{key}": str(value) for key, value in attributes.items()}, list(children))


def text(name: str, value: str, attributes: Mapping[str, str | int] | None = None) -> Element:
    """An element that holds only characters."""
    made = node(name, attributes)
    made.text = value
    return made


def root(name: str, prefixes: tuple[str, ...], *children: Element) -> Element:
    """The root of a part, with its namespaces declared; what is newer than the standard may be ignored."""
    said = {f"xmlns:{prefix}": NAMESPACES[prefix] for prefix in prefixes}
    if "w14" in prefixes:
        said["mc:Ignorable"] = "w14 w15"
    return Element(name, said, list(children))


def flag(name: str, on: bool) -> Element:
    """A property that is on by being there, and off by saying so."""
    return w(name) if on else w(name, val="0")


def ordered(name: str, children: Iterable[Element]) -> Element:
    """A group of properties, put in the order that the schema asks for."""
    places = _ORDERS[name]
    return w(name, *sorted(children, key=lambda child: places[child.name.removeprefix("w:")]))


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
        "suppressAutoHyphens bidi spacing ind contextualSpacing jc outlineLvl rPr sectPr pPrChange"
    ),
    "rPr": _places(
        "rStyle rFonts b bCs i iCs caps smallCaps strike noProof vanish color spacing kern position sz szCs highlight "
        "u bdr shd vertAlign rtl cs lang"
    ),
    "tblPr": _places(
        "tblStyle bidiVisual tblW jc tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription "
        "tblPrChange"
    ),
    "tcPr": _places("tcW gridSpan vMerge tcBorders shd noWrap tcMar vAlign tcPrChange"),
}
