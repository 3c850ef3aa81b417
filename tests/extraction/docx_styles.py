"""The styles of a DOCX, as far as they change what is read: capitals, ranks of headings, numbers."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute of an element that may not be there."""
    return None if element is None else element.get(f"{W}{name}")


class Styles:
    """The styles of a document by their ids."""

    def __init__(self, root: etree._Element) -> None:
        self._styles = {str(value(style, "styleId")): style for style in root.iter(f"{W}style")}

    def of(self, paragraph: etree._Element) -> str | None:
        """The id of a paragraph's style."""
        return value(paragraph.find(f"{W}pPr/{W}pStyle"))

    def nearest(self, style: str | None, path: str) -> etree._Element | None:
        """What a style says, or the nearest of those that it is based on."""
        return next((found for one in self._line(style) if (found := one.find(path)) is not None), None)

    def outline_depth(self, paragraph: etree._Element) -> int | None:
        """How deep a paragraph stands in the outline: 0 for the title, None for what is no heading."""
        style = self.of(paragraph)
        if style is not None and value(self._styles[style].find(f"{W}name")) == "Title":
            return 0
        direct = paragraph.find(f"{W}pPr/{W}outlineLvl")
        level = value(direct if direct is not None else self.nearest(style, f"{W}pPr/{W}outlineLvl"))
        return None if level is None or level == "9" else int(level) + 1

    def in_capitals(self, run: etree._Element, paragraph_style: str | None) -> bool:
        """Whether a run is shown in capitals; text styles toggle what paragraph styles say."""
        direct = run.find(f"{W}rPr/{W}caps")
        if direct is not None:
            return _is_on(direct)
        own = value(run.find(f"{W}rPr/{W}rStyle"))
        return self._has_capitals(own) != self._has_capitals(paragraph_style)

    def _has_capitals(self, style: str | None) -> bool:
        return _is_on(self.nearest(style, f"{W}rPr/{W}caps"))

    def _line(self, style: str | None) -> Iterator[etree._Element]:
        while style is not None:
            element = self._styles[style]
            yield element
            style = value(element.find(f"{W}basedOn"))


def _is_on(element: etree._Element | None) -> bool:
    return element is not None and value(element) not in ("0", "false", "off")
