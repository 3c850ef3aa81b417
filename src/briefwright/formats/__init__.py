"""The formats that a document can be written in.

A writer is a function from a document and a theme to bytes. To add a format: a folder here, and a line in `WRITERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefwright.diagnostics import Report
from briefwright.document.nodes import Document
from briefwright.theme.theme import Theme

Writer = Callable[[Document, Theme, Report], bytes]
"""Writes a document with the look of a theme; what cannot be drawn is told in the report."""


def _pdf(document: Document, theme: Theme, report: Report) -> bytes:
    from briefwright.formats.pdf.write import write

    return write(document, theme, report)


def _docx(document: Document, theme: Theme, report: Report) -> bytes:
    from briefwright.formats.docx.write import write

    return write(document, theme, report)


WRITERS: Mapping[str, Writer] = {"pdf": _pdf, "docx": _docx}
"""The writer of each format. Each is imported when it first writes, since the libraries below are slow to load."""
