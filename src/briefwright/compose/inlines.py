"""The words of the markup: house text and fields, with what is set apart within them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefwright.compose.attributes import REFERENCE, Attributes
from briefwright.compose.field import CLOSE, OPEN
from briefwright.compose.printing import Printer
from briefwright.compose.spacing import tidy
from briefwright.compose.xml import Element
from briefwright.diagnostics import Report, Span
from briefwright.document.nodes import (
    CaptionLabel,
    Checkbox,
    Citation,
    CitedSource,
    Emphasis,
    Inline,
    InternalLink,
    LineBreak,
    Link,
    Note,
    Origin,
    PageCount,
    PageNumber,
    Strong,
    Styled,
    Text,
)
from briefwright.document.walk import inlines, plain_text

_MARKS: dict[str, Inline] = {
    "br": LineBreak(),
    "checkbox": Checkbox(),
    "page-number": PageNumber(),
    "page-count": PageCount(),
}
_LINKS = (Link, InternalLink)
_NOTES = (Note, Citation)


class InlineReader:
    """Reads what elements hold as inlines."""

    def __init__(self, attributes: Attributes, printer: Printer, report: Report) -> None:
        self._attributes = attributes
        self._printer = printer
        self._report = report

    def of(self, element: Element) -> tuple[Inline, ...]:
        """The inlines of an element that holds nothing else."""
        return self.line(element.content, element.span)

    def line(self, content: Iterable[str | Element], span: Span) -> tuple[Inline, ...]:
        """The inlines of a content, spaced as a line of text."""
        return tidy(tuple(self._read(content, span)))

    def phrase(self, element: Element, name: str) -> str:
        """An attribute that people read, its fields as they print; empty where it is not given."""
        return plain_text(self.line([element.attributes.get(name, "")], element.span))

    def _read(self, content: Iterable[str | Element], span: Span) -> Iterator[Inline]:
        for child in content:
            if isinstance(child, str):
                yield from self._text(child, span)
            elif child.name in _MARKS:
                yield _MARKS[child.name]
            else:
                yield self._inline(child)

    def _text(self, text: str, span: Span) -> Iterator[Inline]:
        for index, part in enumerate(REFERENCE.split(text)):
            if index % 2:
                field = self._attributes.field(part, span)
                yield from () if field is None else self._printer.inlines(field, span)
            elif part:
                if OPEN in part or CLOSE in part:
                    self._report.add("BW417", span, "a filter has cut a field that was already placed")
                yield Text(part, Origin(None, span))

    def _inline(self, element: Element) -> Inline:
        content = tuple(self._read(element.content, element.span))
        origin = Origin(None, element.span)
        match element.name:
            case "em":
                return Emphasis(content)
            case "strong":
                return Strong(content)
            case "span":
                return Styled(self._attributes.style(element), content)
            case "link":
                self._check_held(content, origin, "link", _LINKS + _NOTES)
                return Link(self._attributes.address(element, "href"), content, origin)
            case "ref":
                self._check_held(content, origin, "reference", _LINKS + _NOTES)
                return InternalLink(self._attributes.raw(element, "to"), content, origin)
            case "caption-label":
                series = self._attributes.choice(element, "of", ("figure", "table"))
                return CaptionLabel(series, plain_text(content), origin)
            case "note":
                self._check_held(content, origin, "note", _NOTES)
                return Note(0, content, origin)
            case "cite":
                return Citation((CitedSource(self._attributes.raw(element, "of"), None, None, origin),), origin)
            case name:
                raise ValueError(f"the vocabulary lets {name} stand among words")

    def _check_held(self, content: tuple[Inline, ...], origin: Origin, holder: str, refused: tuple[type, ...]) -> None:
        for inline in inlines(content):
            if isinstance(inline, refused):
                held = "a note" if isinstance(inline, _NOTES) else "a link"
                self._report.add("BW415", origin.span, f"a {holder} cannot hold {held}, and this field has one")
