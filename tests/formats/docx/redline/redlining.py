"""Redlines to look into, each held to what it must leave when all is accepted and when all is rejected."""

from __future__ import annotations

from lxml.etree import _Element

from briefwright.diagnostics import Report
from briefwright.document.nodes import Block, Document
from briefwright.formats.docx.redline import Redline, write
from tests.formats.docx import building as s
from tests.formats.docx.reading import find, opened, values
from tests.formats.docx.rules import faults
from tests.formats.docx.tracked import content

AUTHOR, DATE = "Ada Lind", "2026-11-21T00:00:00Z"


def redline(old: Document, new: Document, house: str = "institute") -> Redline:
    """The redline of two documents, in which nothing was found wrong."""
    report = Report()
    made = write(old, new, s.theme(house), AUTHOR, DATE, report)
    assert not list(report)
    return made


def between(old: Document, new: Document, house: str = "institute") -> bytes:
    """The redline of two documents, which keeps the rules and holds both."""
    data = redline(old, new, house).data
    assert faults(data) == []
    assert content(data, "accept") == content(s.written(new, house))
    assert content(data, "reject") == content(s.written(old, house))
    return data


def changed(old: tuple[Block, ...], new: tuple[Block, ...]) -> _Element:
    """The body of the redline of two contents."""
    return opened(between(s.document(*old), s.document(*new))).root("word/document.xml")


def texts(root: _Element, kind: str) -> list[str]:
    """The words in each tracked change of this kind."""
    path = ".//w:delText/text()" if kind == "del" else ".//w:t/text()"
    return ["".join(values(change, path)) for change in find(root, f".//w:{kind}[w:r]")]
