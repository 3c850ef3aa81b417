"""Colour: the profile that says what the colours of a file mean on any screen and any printer."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFStream, PDFString, PDFZCompress

from briefwright.formats.pdf.file import File

_NAME = "sRGB IEC61966-2.1"


def add_output_intent(file: File) -> None:
    """Let the file say that its colours are sRGB, with the profile itself."""
    profile = PDFStream(PDFDictionary({"N": 3}), _profile(), [PDFZCompress])
    intent = {
        "Type": PDFName("OutputIntent"),
        "S": PDFName("GTS_PDFA1"),
        "OutputConditionIdentifier": PDFString(_NAME),
        "Info": PDFString(_NAME),
        "DestOutputProfile": file.Reference(profile),
    }
    file.Catalog.OutputIntents = PDFArray([PDFDictionary(intent)])


@cache
def _profile() -> bytes:
    """An ICC profile of sRGB, as LittleCMS makes it; its date is that of no build."""
    return Path(__file__).with_name("srgb.icc").read_bytes()
