"""The formats that a document can be written in.

A writer is a function from a job to bytes. To add a format: a folder here, and a line in `WRITERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from briefwright.diagnostics import Report
from briefwright.document.contents import contents_of, paged
from briefwright.document.nodes import Document
from briefwright.theme.theme import Theme

if TYPE_CHECKING:
    from briefwright.formats.pdf.write import Layout


class Job:
    """A document to be written with the look of a theme, in one format or several.

    Its pages are laid out when the first writer asks for them, and only once. What cannot be drawn is told in the
    report.
    """

    def __init__(self, document: Document, theme: Theme, report: Report) -> None:
        self.document = document
        self.theme = theme
        self.report = report

    @cached_property
    def layout(self) -> Layout:
        """The document on pages."""
        from briefwright.formats.pdf.write import lay_out

        return lay_out(self.document, self.theme)

    @property
    def paged(self) -> Document:
        """The document with the pages in its contents list; only for that is it laid out."""
        return paged(self.document, self.layout.pages_of_entries) if contents_of(self.document) else self.document


Writer = Callable[[Job], bytes]
"""Writes a document in one format."""


def _pdf(job: Job) -> bytes:
    from briefwright.formats.pdf.write import drawn

    return drawn(job.layout, job.report)


def _docx(job: Job) -> bytes:
    from briefwright.formats.docx.write import write

    return write(job.paged, job.theme, job.report)


WRITERS: Mapping[str, Writer] = {"pdf": _pdf, "docx": _docx}
"""The writer of each format. Each is imported when it first writes, since the libraries below are slow to load."""
