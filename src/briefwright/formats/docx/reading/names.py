"""The namespaces of a draft, and what its elements are called."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"

_OFFICE = "http://schemas.openxmlformats.org"
_STRICT = "http://purl.oclc.org/ooxml"
STRICT = {
    f"{_STRICT}/wordprocessingml/main": f"{_OFFICE}/wordprocessingml/2006/main",
    f"{_STRICT}/officeDocument/relationships": f"{_OFFICE}/officeDocument/2006/relationships",
    f"{_STRICT}/officeDocument/math": f"{_OFFICE}/officeDocument/2006/math",
    f"{_STRICT}/drawingml/main": f"{_OFFICE}/drawingml/2006/main",
    f"{_STRICT}/drawingml/wordprocessingDrawing": f"{_OFFICE}/drawingml/2006/wordprocessingDrawing",
}
"""The namespaces of a file that was saved as Strict Open XML, and those that all other files have."""

UNDERSTOOD = frozenset(
    {
        "http://schemas.microsoft.com/office/word/2010/wordml",
        "http://schemas.microsoft.com/office/word/2012/wordml",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingDrawing",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    }
)
"""The later namespaces for whose sake the first choice among alternatives is read."""

_NUMBER = re.compile(r"-?[0-9]{1,9}")
_OFF = frozenset({"0", "false", "off"})


def name(element: _Element) -> str:
    """The name of an element of WordprocessingML; that of mathematics and of alternatives begins with a prefix."""
    return _local(str(element.tag))


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    if tag.startswith(W):
        return tag[len(W) :]
    if tag.startswith(MC):
        return "mc:" + tag[len(MC) :]
    return "m:" + tag[len(M) :] if tag.startswith(M) else ""


def value(element: _Element | None, path: str = "") -> str | None:
    """The `w:val` of an element, or of the one at a path below it; None where there is none."""
    found = element.find(path) if element is not None and path else element
    return None if found is None else found.get(f"{W}val")


def number(text: str | None, default: int | None = None) -> int | None:
    """A whole number as Word writes it; the default for anything else."""
    return int(text) if text is not None and _NUMBER.fullmatch(text) else default


Properties = Mapping[str, _Element]
"""The properties of a run, a paragraph, a row or a cell by their names."""


def properties(parent: _Element | None, kind: str) -> Properties:
    """The properties of this kind (`rPr`, `pPr`, `trPr`, `tcPr`) that an element has."""
    found = None if parent is None else parent.find(W + kind)
    return _NONE if found is None else {name(child): child for child in found}


_NONE: Properties = {}


def switched(said: Properties, *names: str) -> bool | None:
    """Whether the first of these properties that is there is on; None where none is."""
    for one in names:
        if one in said:
            return said[one].get(f"{W}val", "1") not in _OFF
    return None
