"""Reading the markup that a template gave: elements with the template line of each.

Neither document types nor entities are read, so that no markup can grow or reach for another file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from typing import NoReturn
from xml.parsers import expat

from briefwright.compose.environment import AT
from briefwright.compose.house import House
from briefwright.diagnostics import Report, Span

DEEPEST = 64
"""How many elements may stand one inside another."""


@dataclass(slots=True)
class Element:
    """An element of the markup: its name, its attributes, what it holds in order, and its template line."""

    name: str
    attributes: dict[str, str]
    span: Span
    content: list[str | Element] = field(default_factory=list)


def read(markup: str, house: House, report: Report) -> Element | None:
    """The outermost element of the markup, or None with what is wrong in the report."""
    reader = _Reader(markup, house)
    try:
        return reader.read()
    except _MarkupError as error:
        report.add("BW410", error.span, error.message, *error.hints)
        return None


class _MarkupError(Exception):
    def __init__(self, span: Span, message: str, *hints: str) -> None:
        super().__init__(message)
        self.span, self.message, self.hints = span, message, hints


class _Reader:
    def __init__(self, markup: str, house: House) -> None:
        self._markup = markup
        self._house = house
        self._open: list[Element] = []
        self._root: Element | None = None
        self._span = Span(house.name)
        self._spans: dict[tuple[str, str], Span] = {}
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype
        self._parser.StartCdataSectionHandler = self._cdata

    def read(self) -> Element:
        try:
            self._parser.Parse(self._markup, True)
        except expat.ExpatError as error:
            self._refuse(error)
        except UnicodeEncodeError as error:
            message = f"the character U+{ord(error.object[error.start]):04X} cannot be printed"
            raise _MarkupError(self._nearest(error.object[: error.start]), message) from None
        if self._root is None:
            raise _MarkupError(self._span, "the template gives no element")
        return self._root

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if at := attributes.pop(AT, ""):
            self._span = self._spans.get((at, name)) or self._place(at, name)
        if len(self._open) == DEEPEST:
            raise _MarkupError(self._span, f"more than {DEEPEST} elements stand one inside another")
        element = Element(name, attributes, self._span)
        if self._open:
            self._open[-1].content.append(element)
        else:
            self._root = element
        self._open.append(element)

    def _place(self, at: str, name: str) -> Span:
        file, _, line = at.rpartition(":")
        return self._spans.setdefault((at, name), self._house.span(file, int(line), f"<{name}"))

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].content.append(text)

    def _doctype(self, *_: object) -> None:
        raise _MarkupError(self._span, "a document type is not read", "remove the line that begins with <!DOCTYPE")

    def _cdata(self) -> None:
        raise _MarkupError(self._span, "a CDATA section is not read", "write & as &amp; and < as &lt;")

    def _refuse(self, error: expat.ExpatError) -> NoReturn:
        lines = self._markup.split("\n")
        rest = lines[error.lineno - 1][error.offset :] if error.lineno <= len(lines) else ""
        if error.code == _CODES[expat.errors.XML_ERROR_TAG_MISMATCH] and self._open:
            closing = re.match(r"[^\s>]*", rest)
            opened = self._open[-1]
            message = f'"{opened.name}" is still open where "{closing[0] if closing else ""}" is closed'
            raise _MarkupError(opened.span, message) from None
        if error.code == _CODES[expat.errors.XML_ERROR_NO_ELEMENTS] and self._open:
            raise _MarkupError(self._open[-1].span, f'"{self._open[-1].name}" is never closed') from None
        before = "\n".join([*lines[: error.lineno - 1], lines[error.lineno - 1][: error.offset] if lines else ""])
        found = f'"{rest[:20].strip()}" cannot stand here: ' if rest.strip() else ""
        message = found + expat.ErrorString(error.code)
        raise _MarkupError(self._nearest(before), message, *_HINTS.get(error.code, ())) from None

    def _nearest(self, before: str) -> Span:
        """The place of the last tag that was begun, whether or not it could be read."""
        stamps = _STAMP.findall(before)
        return self._place(unescape(stamps[-1][1]), stamps[-1][0]) if stamps else self._span


_STAMP = re.compile(rf'<([A-Za-z_][\w.:-]*) {AT}="([^"]*)"')
_CODES = expat.errors.codes
_HINTS = {
    _CODES[expat.errors.XML_ERROR_UNDEFINED_ENTITY]: ("write the character itself",),
    _CODES[expat.errors.XML_ERROR_INVALID_TOKEN]: ("write & as &amp; and < as &lt;",),
    _CODES[expat.errors.XML_ERROR_JUNK_AFTER_DOC_ELEMENT]: ("everything stands within <document>",),
}
