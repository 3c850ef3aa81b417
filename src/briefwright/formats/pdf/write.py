"""Writing a document as a PDF file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from briefwright.diagnostics import Report, Span
from briefwright.document.nodes import Document
from briefwright.document.walk import map_inlines
from briefwright.formats.pdf.draw import draw
from briefwright.formats.pdf.layout import lay_out, pages_of
from briefwright.formats.pdf.typesetter import Typesetter
from briefwright.theme.checks import check_styles
from briefwright.theme.theme import Theme


class Written(NamedTuple):
    """The bytes of a PDF file, and the page of each entry of its contents list, by the id of the heading."""

    data: bytes
    pages: Mapping[str, int]


def write(document: Document, theme: Theme, report: Report) -> Written:
    """The document with the look of the theme as a PDF file.

    What cannot be drawn is told in the report; the file then lacks it. Without a style that the document asks for,
    or without the fonts of the house, there is no file.
    """
    problems = Report()
    check_styles(document, theme, problems)
    _check_families(theme, problems)
    report.extend(problems.diagnostics)
    if problems.has_errors:
        return Written(b"", {})
    typesetter = Typesetter(theme, report, document.metadata.language)
    parted = _parted(document)
    pages = lay_out(parted, typesetter)
    return Written(draw(pages, parted, theme), pages_of(parted, pages))


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
