"""Numbered paragraphs and lists as Word counts them: definitions, and the counts that use them."""

from __future__ import annotations

import zlib
from dataclasses import dataclass, field

from briefwright.formats.docx.formatting import text_properties
from briefwright.formats.docx.names import StyleNames
from briefwright.formats.docx.xml import STORY, Element, root, twips, w
from briefwright.theme.styles import ListStyle, ParagraphStyle
from briefwright.theme.theme import Theme

_LEVELS = 9


@dataclass(frozen=True, slots=True)
class _StyleCount:
    definition: int
    count: int


@dataclass(slots=True)
class Numbering:
    """The numbering part in the making: one definition for each style, one count for each list.

    A paragraph style that is numbered counts through the whole document; each list begins at one.
    """

    theme: Theme
    names: StyleNames
    _definitions: list[Element] = field(default_factory=list)
    _counts: list[Element] = field(default_factory=list)
    _lists: dict[tuple[str, float], int] = field(default_factory=dict)
    _styles: dict[str, _StyleCount] = field(default_factory=dict)
    _running: dict[str, tuple[int, int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Define the numbering of the numbered paragraph styles, to which those styles refer."""
        for name in self.theme.paragraphs:
            style = self.theme.paragraph(name)
            if style.numbering is not None:
                definition = self._define(f"paragraph {name}", [_paragraph_level(style, name, self)])
                self._styles[name] = _StyleCount(definition, self._count(definition))

    def of_style(self, name: str) -> int | None:
        """The count that a paragraph style names, or None where it is not numbered."""
        return self._styles[name].count if name in self._styles else None

    def continued(self, name: str, number: int) -> int | None:
        """The count under which the next paragraph of a style gets this number; None is the style's own."""
        own = self._styles[name]
        count, last = self._running.get(name, (own.count, 0))
        if number != last + 1:
            count = self._count(own.definition, start=number)
        self._running[name] = count, number
        return None if count == own.count else count

    def new_list(self, name: str, offset: float) -> int:
        """The count of a new list of this list style whose measure starts at `offset`."""
        if (name, offset) not in self._lists:
            style = self.theme.lists[name]
            levels = [_list_level(style, offset, level, self) for level in range(_LEVELS)]
            self._lists[name, offset] = self._define(f"list {name} {offset:g}", levels)
        definition = self._lists[name, offset]
        return self._count(definition, start=1 if self.theme.lists[name].numbering else None)

    def restart(self) -> None:
        """Begin to count the numbered paragraph styles anew, for another document in the same file."""
        self._running.clear()

    def definitions(self) -> dict[str, str]:
        """The number of the definition of each count."""
        return {count.attributes["w:numId"]: count.children[0].attributes["w:val"] for count in self._counts}

    def element(self) -> Element:
        """The root of the numbering part; definitions come before counts."""
        return root("w:numbering", STORY, *self._definitions, *self._counts)

    def _define(self, key: str, levels: list[Element]) -> int:
        number = len(self._definitions)
        kind = "multilevel" if len(levels) > 1 else "singleLevel"
        head = [w("nsid", val=f"{zlib.crc32(key.encode()):08X}"), w("multiLevelType", val=kind)]
        self._definitions.append(w("abstractNum", *head, *levels, abstractNumId=number))
        return number

    def _count(self, definition: int, start: int | None = None) -> int:
        number = len(self._counts) + 1
        made = w("num", w("abstractNumId", val=definition), numId=number)
        if start is not None:
            made.children.append(w("lvlOverride", w("startOverride", val=start), ilvl=0))
        self._counts.append(made)
        return number


def _paragraph_level(style: ParagraphStyle, name: str, numbering: Numbering) -> Element:
    number = style.numbering
    if number is None:
        raise ValueError(f"the style {name} is not numbered")
    link = w("pStyle", val=numbering.names.paragraphs[name].id)
    layout = _hanging(style.indent_left, number.width)
    return _level(0, "decimal", _pattern(number.format, 0), layout, _runs(number.text, numbering), link)


def _list_level(style: ListStyle, offset: float, level: int, numbering: Numbering) -> Element:
    text = offset + style.indent + style.hanging * (level + 1)
    layout = _hanging(text, style.hanging)
    if style.numbering is not None:
        pattern = _pattern(style.numbering.format, level)
        return _level(level, "decimal", pattern, layout, _runs(style.numbering.text, numbering))
    runs = _runs(style.marker_text, numbering)
    if style.marker is None:
        return _level(level, "none", "", layout, runs)
    return _level(level, "bullet", style.marker, layout, runs)


def _level(
    level: int, kind: str, pattern: str, layout: Element, runs: list[Element], link: Element | None = None
) -> Element:
    parts = [w("start", val=1), w("numFmt", val=kind)]
    if link is not None:
        parts.append(link)
    parts += [w("suff", val="nothing" if kind == "none" else "tab"), w("lvlText", val=pattern), w("lvlJc", val="left")]
    return w("lvl", *parts, layout, *([w("rPr", *runs)] if runs else []), ilvl=level)


def _pattern(number_format: str, level: int) -> str:
    return number_format.replace("{number}", f"%{level + 1}")


def _hanging(text: float, width: float) -> Element:
    return w("pPr", w("ind", left=twips(text), hanging=twips(width)))


def _runs(text_style: str | None, numbering: Numbering) -> list[Element]:
    if text_style is None:
        return []
    size = numbering.theme.paragraph("body").size
    return text_properties(numbering.theme.texts[text_style], size, numbering.theme)
