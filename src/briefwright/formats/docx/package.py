"""The file as a package of parts, and its bytes."""

from __future__ import annotations

import io
import zipfile
from functools import cached_property

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from briefwright.formats.docx.xml import Element

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name: the clock must not reach the bytes."""


class TreePart(Part):
    """A part whose content is an XML tree, set once it is complete."""

    element: Element

    @cached_property
    def blob(self) -> bytes:
        """The part as it stands in the file; the element is complete before this is asked for."""
        return self.element.serialised()


def tree_part(name: str, content_type: str, package: Package, element: Element | None = None) -> TreePart:
    """A part of a package that lies at `name`; its element may come later."""
    part = TreePart(PackURI(name), content_type, b"", package)
    if element is not None:
        part.element = element
    return part


def packed(package: Package) -> bytes:
    """The bytes of a package: the same for the same parts, whenever and wherever it is packed."""
    as_saved, result = io.BytesIO(), io.BytesIO()
    package.save(as_saved)
    with zipfile.ZipFile(as_saved) as old, zipfile.ZipFile(result, "w") as new:
        for name in old.namelist():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            new.writestr(entry, old.read(name))
    return result.getvalue()
