"""The styles of a draft: what people call them, and how words in them look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from lxml.etree import _Element

from briefwright.document.reading import ListPlace
from briefwright.formats.docx.reading.names import Properties, W, number, properties, switched, value

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

    def of_paragraph(self, said: Properties) -> Style:
        """The style of a paragraph with these properties."""
        return self.paragraphs.get(value(said.get("pStyle")) or "", self.paragraph)

    def of_words(self, said: Properties) -> Style | None:
        """The character style of a run with these properties."""
        return self.texts.get(value(said.get("rStyle")) or "")

    def look(self, paragraph: Style, said: Properties) -> tuple[bool, bool]:
        """Whether a run with these properties is bold and whether it is italic.

        The styles of the paragraph and of the words toggle: bold within bold comes out regular.
        """
        text = self.of_words(said)
        complex_script = switched(said, "rtl", "cs")
        bold = switched(said, *(("bCs", "b") if complex_script else ("b",)))
        italic = switched(said, *(("iCs", "i") if complex_script else ("i",)))
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
    for identifier, style in _resolved(elements).items():
        element = elements[identifier]
        kind = element.get(f"{W}type", "paragraph")
        if kind in kinds:
            kinds[kind][identifier] = style
            if kind == "paragraph" and element.get(f"{W}default", "0") in ("1", "true", "on"):
                default = style
    everywhere = properties(root.find(f"{W}docDefaults/{W}rPrDefault"), "rPr")
    bold, italic = switched(everywhere, "b"), switched(everywhere, "i")
    return Styles(kinds["paragraph"], kinds["character"], default, bool(bold), bool(italic))


def style_name(name: str) -> str:
    """The name of a style as people see it, whatever editor has written it and without its other names."""
    first = name.partition(",")[0].strip()
    known = _RENAMED.get(first.lower(), first)
    return _CANONICAL.get(known.lower(), known)


def list_place(said: Properties, style: ListPlace | None) -> ListPlace | None:
    """The list that a paragraph with these properties is in; what it does not say is said by its style."""
    numbers = said.get("numPr")
    if numbers is None:
        return style
    count = number(value(numbers, f"{W}numId"), style.number if style else 0)
    level = number(value(numbers, f"{W}ilvl"), style.level if style else 0)
    return ListPlace(count, level or 0) if count else None


def _resolved(elements: Mapping[str, _Element]) -> dict[str, Style]:
    """Styles with what they inherit, by their ids; a chain that leads back to itself ends there."""
    done: dict[str, Style] = {}
    for identifier in elements:
        chain: dict[str, _Element] = {}
        following = identifier
        while following in elements and following not in done and following not in chain:
            chain[following] = elements[following]
            following = value(elements[following], f"{W}basedOn") or ""
        base = done.get(following)
        for one, element in reversed(chain.items()):
            base = done[one] = _style(element, base)
    return done


def _is_derived(name: str, base: str) -> bool:
    """Whether a style is one of the theme for a use that adds something, as `Brief Source (after 4)` is."""
    return name.endswith(")") and style_name(name.partition(" (")[0]) == base


def _style(element: _Element, base: Style | None) -> Style:
    runs = properties(element, "rPr")
    bold, italic = switched(runs, "b"), switched(runs, "i")
    name = style_name(value(element, f"{W}name") or element.get(f"{W}styleId") or "")
    return Style(
        base.name if base is not None and _is_derived(name, base.name) else name,
        base is not None and base.bold if bold is None else bold,
        base is not None and base.italic if italic is None else italic,
        list_place(properties(element, "pPr"), None if base is None else base.list),
    )
