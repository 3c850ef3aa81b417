"""The formats that a document can be written in.

A writer is a function from a document and a theme to bytes. To add a format: a folder here, and a line in `WRITERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from briefwright.diagnostics import Report
from briefwright.document.nodes import Document
from briefwright.theme.theme import Theme


class Written(NamedTuple):
    """The bytes of a file, and of a format that has pages, the page of each heading of the contents list by its id."""

    data: bytes
    pages: Mapping[str, int] = MappingProxyType({})


Writer = Callable[[Document, Theme, Report], Written]
"""Writes a document with the look of a theme; what cannot be drawn is told in the report."""


def _pdf(document: Document, theme: Theme, report: Report) -> Written:
    from briefwright.formats.pdf.write import write

    return Written(*write(document, theme, report))


def _docx(document: Document, theme: Theme, report: Report) -> Written:
    from briefwright.formats.docx.write import write

    return Written(write(document, theme, report))


WRITERS: Mapping[str, Writer] = {"pdf": _pdf, "docx": _docx}
"""The writer of each format, those that have pages first.

Each is imported when it first writes, since the libraries below are slow to load.
"""
