"""The styles of a draft: what people call them, and how words in them look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from briefwright.document.reading import ListPlace
from briefwright.formats.docx.reading.names import W, number, switched, value

_CANONICAL = {
    name.lower(): name
    for name in (
        "Normal",
        "Title",
        "Subtitle",
        "Body Text",
        "Quote",
        "Strong",
        "Emphasis",
        "Hyperlink",
        "List Paragraph",
        "caption",
        "header",
        "footer",
        "footnote text",
        "footnote reference",
        "endnote text",
        "endnote reference",
        *(f"heading {level}" for level in range(1, 10)),
    )
}
"""Built-in styles as Word writes them; other editors use capitals as they like."""

_RENAMED = {
    "footnote": "footnote text",
    "footnote characters": "footnote reference",
    "footnote anchor": "footnote reference",
    "endnote": "endnote text",
    "endnote characters": "endnote reference",
    "endnote anchor": "endnote reference",
    "text body": "Body Text",
    "internet link": "Hyperlink",
    "strong emphasis": "Strong",
    "default paragraph style": "Normal",
    "quotations": "Quote",
}
"""What LibreOffice calls the styles of Word, by its name in small letters."""

_LONGEST_CHAIN = 32
"""How many styles may be based on each other; what lies beyond is not looked at."""


@dataclass(frozen=True, slots=True)
class Style:
    """A style with all that it takes from those it is based on."""

    name: str
    bold: bool = False
    italic: bool = False
    list: ListPlace | None = None


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a draft by their ids; what names none has the default ones."""

    paragraphs: Mapping[str, Style] = field(default_factory=dict)
    texts: Mapping[str, Style] = field(default_factory=dict)
    paragraph: Style = Style("Normal")
    bold: bool = False
    italic: bool = False

    def of_paragraph(self, properties: _Element | None) -> Style:
        """The style of a paragraph with these properties."""
        return self.paragraphs.get(value(properties, f"{W}pStyle") or "", self.paragraph)

    def of_words(self, properties: _Element | None) -> Style | None:
        """The character style of a run with these properties."""
        return self.texts.get(value(properties, f"{W}rStyle") or "")

    def look(self, paragraph: Style, properties: _Element | None) -> tuple[bool, bool]:
        """Whether a run with these properties is bold and whether it is italic.

        The styles of the paragraph and of the words toggle: bold within bold comes out regular.
        """
        text = self.of_words(properties)
        complex_script = switched(properties, "rtl", "cs")
        bold = switched(properties, *(("bCs", "b") if complex_script else ("b",)))
        italic = switched(properties, *(("iCs", "i") if complex_script else ("i",)))
        if bold is None:
            bold = self.bold or paragraph.bold != (text is not None and text.bold)
        if italic is None:
            italic = self.italic or paragraph.italic != (text is not None and text.italic)
        return bold, italic


def read_styles(root: _Element | None) -> Styles:
    """The styles of a styles part; without one every paragraph has the same."""
    if root is None:
        return Styles()
    elements = {style.get(f"{W}styleId", ""): style for style in root.iter(f"{W}style")}
    kinds: dict[str, dict[str, Style]] = {"paragraph": {}, "character": {}}
    default = Style("Normal")
    for identifier, element in elements.items():
        kind = element.get(f"{W}type", "paragraph")
        if kind in kinds:
            kinds[kind][identifier] = _style(identifier, elements)
            if kind == "paragraph" and element.get(f"{W}default", "0") in ("1", "true", "on"):
                default = kinds[kind][identifier]
    everywhere = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    bold, italic = switched(everywhere, "b"), switched(everywhere, "i")
    return Styles(kinds["paragraph"], kinds["character"], default, bool(bold), bool(italic))


def style_name(name: str) -> str:
    """The name of a style as people see it, whatever editor has written it and without its other names."""
    first = name.partition(",")[0].strip()
    known = _RENAMED.get(first.lower(), first)
    return _CANONICAL.get(known.lower(), known)


def list_place(properties: _Element | None, style: ListPlace | None) -> ListPlace | None:
    """The list that a paragraph with these properties is in; what it does not say is said by its style."""
    said = None if properties is None else properties.find(f"{W}numPr")
    if said is None:
        return style
    count = number(value(said, f"{W}numId"), style.number if style else 0)
    level = number(value(said, f"{W}ilvl"), style.level if style else 0)
    return ListPlace(count, level or 0) if count else None


def _style(identifier: str, elements: Mapping[str, _Element]) -> Style:
    """A style with what it inherits; a chain that leads back to itself ends there."""
    chain: list[_Element] = []
    seen: set[str] = set()
    following = identifier
    while following in elements and following not in seen and len(chain) < _LONGEST_CHAIN:
        seen.add(following)
        chain.append(elements[following])
        following = value(elements[following], f"{W}basedOn") or ""
    bold = italic = False
    place: ListPlace | None = None
    for element in reversed(chain):
        runs = element.find(f"{W}rPr")
        said_bold, said_italic = switched(runs, "b"), switched(runs, "i")
        bold = bold if said_bold is None else said_bold
        italic = italic if said_italic is None else said_italic
        place = list_place(element.find(f"{W}pPr"), place)
    return Style(style_name(value(chain[0], f"{W}name") or identifier), bold, italic, place)
