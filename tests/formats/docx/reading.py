"""A DOCX file as its parts, and questions to them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

from briefwright.formats.docx.xml import NAMESPACES


@dataclass(frozen=True)
class Package:
    """The parts of a file by their names; `names` are those of the zip file, in order and with repeats."""

    names: tuple[str, ...]
    parts: dict[str, bytes]

    def root(self, part: str) -> _Element:
        """The root of a part."""
        return etree.fromstring(self.parts[part])

    def stories(self) -> dict[str, _Element]:
        """The roots of the parts that hold text."""
        found = [name for name in self.parts if name.startswith("word/") and name.endswith(".xml")]
        return {name: self.root(name) for name in found if name not in _NO_STORIES}


_NO_STORIES = ("word/styles.xml", "word/numbering.xml", "word/settings.xml", "word/fontTable.xml")


def opened(data: bytes) -> Package:
    """The package of a file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = tuple(archive.namelist())
        return Package(names, {name: archive.read(name) for name in names})


def find(root: _Element, path: str) -> list[_Element]:
    """The elements at an XPath, with our prefixes."""
    found = root.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [element for element in found if isinstance(element, etree._Element)]


def values(root: _Element, path: str) -> list[str]:
    """The attributes or texts at an XPath."""
    found = root.xpath(path, namespaces=NAMESPACES)
    assert isinstance(found, list)
    return [str(value) for value in found]


def body(data: bytes) -> _Element:
    """The root of the main part of a file."""
    return opened(data).root("word/document.xml")


def words(element: _Element) -> str:
    """The text of an element."""
    return "".join(values(element, ".//w:t/text()"))


def style(data: bytes, name: str) -> _Element:
    """The style of this name."""
    found = find(opened(data).root("word/styles.xml"), f"w:style[w:name/@w:val='{name}']")
    assert len(found) == 1, f"{len(found)} styles are called {name}"
    return found[0]


def properties(element: _Element, path: str) -> dict[str, str]:
    """The attributes of the one element at an XPath, by their names without prefix."""
    [found] = find(element, path)
    return {etree.QName(key).localname: str(value) for key, value in found.attrib.items()}
