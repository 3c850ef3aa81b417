"""Writing documents as PDF and reading the files back with a library that had no part in making them."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import pdfplumber
import pypdfium2

from briefwright.diagnostics import Report
from briefwright.document.nodes import Document
from briefwright.formats.pdf.write import write
from briefwright.theme.theme import Theme
from tests.formats.docx.building import theme


@dataclass(frozen=True, slots=True)
class Letter:
    """A character as it stands on its page; lengths are points from the top left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float


def written(document: Document, house: str | Theme = "institute") -> bytes:
    """The PDF of a document, in which nothing was found wrong."""
    report = Report()
    data = write(document, theme(house) if isinstance(house, str) else house, report)
    assert not list(report)
    return data


def texts(data: bytes) -> list[str]:
    """The text of each page, lines parted by a line feed."""
    pdf = pypdfium2.PdfDocument(data)
    try:
        return [_text(page) for page in pdf]
    finally:
        pdf.close()


def _text(page: pypdfium2.PdfPage) -> str:
    reader = page.get_textpage()
    text: str = reader.get_text_bounded().replace("\r\n", "\n")
    reader.close()
    page.close()
    return text


def letters(data: bytes) -> list[list[Letter]]:
    """The characters of each page."""
    with pdfplumber.open(BytesIO(data)) as pdf:
        return [
            [Letter(c["text"], c["x0"], c["x1"], c["top"], c["bottom"], c["size"]) for c in page.chars]
            for page in pdf.pages
        ]


def flat(text: str) -> str:
    """The text with its line ends undone: hyphens that the setting added vanish, other breaks are spaces."""
    for hyphen in ("\u00ad\n", "\u0002\n", "\ufffe\n", "\ufffe", "\u0002", "\u00ad"):
        text = text.replace(hyphen, "")
    return " ".join(text.split())
