"""Writing a document as a PDF file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefwright.diagnostics import Report, Span
from briefwright.document.nodes import Document
from briefwright.document.walk import map_inlines
from briefwright.formats.pdf import layout
from briefwright.formats.pdf.draw import draw
from briefwright.formats.pdf.layout import Page
from briefwright.formats.pdf.typesetter import Typesetter
from briefwright.theme.checks import check_styles
from briefwright.theme.theme import Theme


@dataclass(frozen=True, slots=True)
class Layout:
    """A document on its pages; `problems` tells what cannot be drawn."""

    document: Document
    theme: Theme
    pages: list[Page]
    problems: Report

    @property
    def pages_of_entries(self) -> Mapping[str, int]:
        """The page that each entry of the contents list leads to, counted from 1, by the id of its heading."""
        return layout.pages_of_entries(self.document, self.pages)


def write(document: Document, theme: Theme, report: Report) -> bytes:
    """The document with the look of the theme as the bytes of a PDF file.

    What cannot be drawn is told in the report; the file then lacks it. Without a style that the document asks for,
    or without the fonts of the house, there is no file.
    """
    return drawn(lay_out(document, theme), report)


def lay_out(document: Document, theme: Theme) -> Layout:
    """The document on pages; there are none without a style that it asks for, or without the fonts of the house."""
    problems = Report()
    check_styles(document, theme, problems)
    _check_families(theme, problems)
    if problems.has_errors:
        return Layout(document, theme, [], problems)
    parted = _parted(document)
    pages = layout.lay_out(parted, Typesetter(theme, problems, document.metadata.language))
    return Layout(parted, theme, pages, problems)


def drawn(laid_out: Layout, report: Report) -> bytes:
    """A layout as the bytes of a PDF file; without pages there is no file."""
    report.extend(laid_out.problems.diagnostics)
    return draw(laid_out.pages, laid_out.document, laid_out.theme) if laid_out.pages else b""


def _parted(document: Document) -> Document:
    """The document with every block an object of its own, by which drawing knows it."""
    header = map_inlines(document.furniture.first_header, lambda inlines: inlines)
    content = map_inlines(document.content, lambda inlines: inlines)
    return replace(document, furniture=replace(document.furniture, first_header=header), content=content)


def _check_families(theme: Theme, report: Report) -> None:
    """Tell each family of the house that is not installed."""
    for role, name in theme.families.items():
        family = theme.fonts[name]
        if family.upright_file is None:
            wanted = f"briefwright[{family.extra}]" if family.extra else family.package.replace("_", "-")
            place = Span(f"templates/{theme.name}/theme.yaml")
            report.add(
                "BW602", place, f'the font "{name}" of the role "{role}" is not installed', f'pip install "{wanted}"'
            )
