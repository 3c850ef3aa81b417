"""The numbers that Word counts for paragraphs and items, from the definitions in the file."""

from __future__ import annotations

import re

from lxml import etree

from tests.extraction.docx_styles import Styles, W, value


class Counts:
    """The counts of a document, which go on from paragraph to paragraph.

    Counts of one definition go on from each other, unless one says where it starts when it is first met.
    """

    def __init__(self, root: etree._Element, styles: Styles) -> None:
        self._styles = styles
        self._definitions = {str(value(one, "abstractNumId")): one for one in root.iter(f"{W}abstractNum")}
        self._counts = {str(value(one, "numId")): one for one in root.iter(f"{W}num")}
        self._last: dict[tuple[str, str], int] = {}
        self._met: set[str] = set()

    def label(self, paragraph: etree._Element) -> str:
        """The number or the mark of a paragraph, counted on; empty where it has none."""
        direct = paragraph.find(f"{W}pPr/{W}numPr")
        own = direct if direct is not None else self._styles.nearest(self._styles.of(paragraph), f"{W}pPr/{W}numPr")
        count = value(own.find(f"{W}numId")) if own is not None else None
        if own is None or count is None or count == "0":
            return ""
        level = value(own.find(f"{W}ilvl")) or "0"
        definition = str(value(self._counts[count].find(f"{W}abstractNumId")))
        format_of = self._level(definition, level)
        text = value(format_of.find(f"{W}lvlText")) or ""
        if value(format_of.find(f"{W}numFmt")) == "decimal":
            number = self._next(count, definition, level)
            return re.sub(rf"%{int(level) + 1}", str(number), text)
        return text

    def _next(self, count: str, definition: str, level: str) -> int:
        override = self._counts[count].find(f"{W}lvlOverride[@{W}ilvl='{level}']/{W}startOverride")
        begins = count not in self._met and override is not None
        self._met.add(count)
        start = int(value(override if begins else self._level(definition, level).find(f"{W}start")) or 1)
        last = self._last.get((definition, level))
        number = start if begins or last is None else last + 1
        self._last[definition, level] = number
        return number

    def _level(self, definition: str, level: str) -> etree._Element:
        found = self._definitions[definition].find(f"{W}lvl[@{W}ilvl='{level}']")
        assert found is not None
        return found
