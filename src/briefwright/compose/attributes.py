"""The attributes of the markup as values: names, numbers, choices and addresses, and the fields within them."""

from __future__ import annotations

import re

from briefwright.compose.field import CLOSE, OPEN, Field, follow
from briefwright.compose.printing import Printer
from briefwright.compose.xml import Element
from briefwright.diagnostics import Report, Span

REFERENCE = re.compile(f"{OPEN}([^{OPEN}{CLOSE}]*){CLOSE}")
"""The reference that a field leaves in the markup; its group is the path."""

_ADDRESS = re.compile(r"https?://[^\s/?#]\S*|mailto:[^\s@]+@\S+")


class Attributes:
    """Reads the attributes of elements; what is wrong with a value goes to the report."""

    def __init__(self, brief: Field, printer: Printer, report: Report) -> None:
        self._brief = brief
        self._printer = printer
        self._report = report

    def field(self, reference: str, span: Span) -> Field | None:
        """The field of a reference; None, with a report, where a filter has changed the reference."""
        try:
            return follow(self._brief, reference)
        except LookupError:
            hint = "filters see the place of a field that was already printed, not its text"
            self._report.add("BW417", span, f'a filter has turned the place of a field into "{reference}"', hint)
            return None

    def raw(self, element: Element, name: str) -> str:
        """An attribute, its fields as the brief writes them; empty where it is not given."""

        def value(reference: re.Match[str]) -> str:
            field = self.field(reference[1], element.span)
            try:
                return "" if field is None else str(field)
            except TypeError as error:
                self._report.add("BW418", element.span, f"{reference[1]}: {error}")
                return ""

        return REFERENCE.sub(value, element.attributes.get(name, "")).strip()

    def style(self, element: Element, default: str = "") -> str:
        """The style of an element, or the one it has by default."""
        style = self.raw(element, "style") or default
        if not style:
            self.wrong(element, "style", f'the style of "{element.name}" is empty')
        return style

    def choice(self, element: Element, name: str, known: tuple[str, ...]) -> str:
        """One of a few words."""
        value = self.raw(element, name)
        if value in known:
            return value
        self.wrong(element, name, f'"{value}" is not one of {", ".join(known)}')
        return known[-1]

    def flag(self, element: Element, name: str) -> bool:
        """A yes or no; no where it is not given."""
        return name in element.attributes and self.choice(element, name, ("true", "false")) == "true"

    def number(self, element: Element, name: str, least: int, most: int) -> int | None:
        """A whole number within bounds; None where it is not given."""
        value = self.raw(element, name)
        if not value:
            return None
        if value.isdecimal() and least <= int(value) <= most:
            return int(value)
        self.wrong(element, name, f'"{value}" is not a whole number from {least} to {most}')
        return least

    def address(self, element: Element, name: str) -> str:
        """A whole address on the web or of a mailbox."""
        href = self.raw(element, name)
        if not _ADDRESS.fullmatch(href):
            self.wrong(element, name, f'"{href}" is not a whole address that begins with http, https or mailto')
        return href

    def wrong(self, element: Element, name: str, message: str) -> None:
        """Report the value of an attribute."""
        self._report.add("BW414", self.span(element, name), message)

    def span(self, element: Element, name: str) -> Span:
        """Where an attribute was written: in the brief if it is a field and nothing else, or else in the template."""
        whole = REFERENCE.fullmatch(element.attributes.get(name, ""))
        field = self.field(whole[1], element.span) if whole else None
        return element.span if field is None else self._printer.origin(field, element.span).span
