"""The bytes of a part as a tree, with nothing in it that could hang, mislead or reach outside."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

from briefwright.formats.docx.reading.names import STRICT
from briefwright.formats.docx.reading.refused import Refused

_UTF_16 = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"<\0", "utf-16-le"), (b"\0<", "utf-16-be"))
_SAVE_AGAIN = "open the file in Word, save it under a new name and give that one"
_NO_EDITOR = "no editor writes such a file; ask where it comes from"


def parse(data: bytes, part: str) -> _Element:
    """The root of a part.

    Raises:
        Refused: It is not well-formed, declares a document type, or is nested too deeply.
    """
    text = _utf_8(data, part)
    if b"<!DOCTYPE" in text:
        raise Refused("BW807", f"{part} declares a document type, which no draft does", _NO_EDITOR)
    if b"http://purl.oclc.org/ooxml/" in text:
        for strict, usual in STRICT.items():
            for quote in ('"', "'"):
                text = text.replace(f"{quote}{strict}{quote}".encode(), f"{quote}{usual}{quote}".encode())
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(text, parser)
    except etree.XMLSyntaxError as error:
        raise _refused(error, part) from error


def _utf_8(data: bytes, part: str) -> bytes:
    """The bytes in UTF-8, which a part in UTF-16 is turned into."""
    encoding = next((name for mark, name in _UTF_16 if data.startswith(mark)), None)
    if encoding is None:
        return data
    try:
        return data.decode(encoding).encode()
    except UnicodeError as error:
        raise Refused("BW808", f"{part} is neither UTF-8 nor UTF-16", _SAVE_AGAIN) from error


def _refused(error: etree.XMLSyntaxError, part: str) -> Refused:
    reason = str(error.msg or "")
    if "xcessive depth" in reason:
        return Refused("BW809", f"{part} has elements within elements beyond the bound", _NO_EDITOR)
    line, column = error.position
    return Refused("BW808", f"{part} is not well-formed XML at its line {line}, column {column}", _SAVE_AGAIN)
