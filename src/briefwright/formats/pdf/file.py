"""The file: objects written compactly, and the same bytes for the same content wherever and whenever they are made."""

from __future__ import annotations

import hashlib
import zlib
from typing import ClassVar

from reportlab.pdfbase.pdfdoc import PDFCatalog, PDFDictionary, PDFDocument, PDFObject, PDFObjectReference, PDFPage
from reportlab.pdfbase.pdfdoc import format as formatted

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_LEVEL = 9
_PACKED = 200
"""So many small objects are compressed together."""


class Page(PDFPage):  # type: ignore[misc]
    """A page, with what tagged files say of theirs."""

    __NoDefault__: ClassVar = [*PDFPage.__NoDefault__, "StructParents", "Tabs"]


class _Catalog(PDFCatalog):  # type: ignore[misc]
    """The catalog, with what archival files say in theirs."""

    __NoDefault__: ClassVar = [*PDFCatalog.__NoDefault__, "OutputIntents"]
    __Refs__: ClassVar = [name for name in __NoDefault__ if name not in {"PageMode", "PageLayout"}]


class Plain(PDFObject):  # type: ignore[misc]
    """An object whose text is known."""

    def __init__(self, body: bytes = b"") -> None:
        self.body = body

    def format(self, document: PDFDocument) -> bytes:  # noqa: ARG002 - what ReportLab calls
        """The text of the object."""
        return self.body


class File(PDFDocument):  # type: ignore[misc]
    """A PDF file in the making: ReportLab's store of objects, written with object streams and without a clock."""

    def __init__(self, language: str) -> None:
        super().__init__(compression=1, invariant=1, pdfVersion=(1, 7), lang=language)
        self.Catalog.__class__ = _Catalog

    def number_of(self, reference: PDFObjectReference) -> int:
        """The number of the object that is referred to."""
        number: int = self.idToObjectNumberAndVersion[reference.name][0]
        return number

    def write(self, information: PDFDictionary) -> bytes:
        """The whole file; what it says of itself stands in `information`."""
        root, about = self.Reference(self.Catalog), self.Reference(information)
        return _Writer(self, root, about).whole()


def text_string(value: str) -> str:
    """A text as PDF writes it inside an object."""
    if value.isascii() and value.isprintable():
        escaped = value.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<FEFF{value.encode('utf-16-be').hex().upper()}>"


def real(value: float) -> str:
    """A number as PDF writes it, to a hundredth."""
    shown = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if shown == "-0" else shown


class _Writer:
    """Lays the objects one after another and remembers where each begins."""

    def __init__(self, file: File, root: PDFObject, about: PDFObject) -> None:
        self._file = file
        self._root = formatted(root, file)
        self._about = formatted(about, file)
        self._chunks = [_HEAD]
        self._length = len(_HEAD)
        self._entries: dict[int, tuple[int, int, int]] = {}

    def whole(self) -> bytes:
        """The file from its head to its end."""
        packed = self._streams()
        number = len(self._file.numberToId) + 1
        for start in range(0, len(packed), _PACKED):
            self._object_stream(number, packed[start : start + _PACKED])
            number += 1
        start = self._length
        self._cross_references(number)
        return b"".join([*self._chunks, b"startxref\n%d\n%%%%EOF\n" % start])

    def _streams(self) -> list[tuple[int, bytes]]:
        """Write every stream, which needs a place of its own; what is left can be packed."""
        packed = []
        number = 1
        while number in self._file.numberToId:  # formatting an object may add further ones
            body = formatted(self._file.idToObject[self._file.numberToId[number]], self._file, toplevel=1)
            if body.endswith(b"endstream\n"):
                self._add(number, body.removesuffix(b"endstream\n") + b"\nendstream")
            else:
                packed.append((number, body.strip()))
            number += 1
        return packed

    def _add(self, number: int, body: bytes) -> None:
        self._entries[number] = (1, self._length, 0)
        chunk = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        self._chunks.append(chunk)
        self._length += len(chunk)

    def _object_stream(self, number: int, packed: list[tuple[int, bytes]]) -> None:
        places, bodies, offset = [], [], 0
        for index, (own, body) in enumerate(packed):
            self._entries[own] = (2, number, index)
            places.append(b"%d %d" % (own, offset))
            bodies.append(body)
            offset += len(body) + 1
        head = b" ".join(places) + b"\n"
        data = zlib.compress(head + b"\n".join(bodies), _LEVEL)
        about = b"<</Type/ObjStm/N %d/First %d/Filter/FlateDecode/Length %d>>" % (len(packed), len(head), len(data))
        self._add(number, b"%s\nstream\n%s\nendstream" % (about, data))

    def _cross_references(self, number: int) -> None:
        identifier = hashlib.sha256(b"".join(self._chunks)).hexdigest()[:32].encode()
        self._entries[number] = (1, self._length, 0)
        rows = [b"\0\0\0\0\0\xff\xff"]
        for own in range(1, number + 1):
            kind, place, index = self._entries[own]
            rows.append(bytes([kind]) + place.to_bytes(4, "big") + index.to_bytes(2, "big"))
        data = zlib.compress(b"".join(rows), _LEVEL)
        trailer = b"/Root %s/Info %s/ID[<%s><%s>]" % (self._root, self._about, identifier, identifier)
        about = b"<</Type/XRef/Size %d/W[1 4 2]%s/Filter/FlateDecode/Length %d>>" % (number + 1, trailer, len(data))
        self._chunks.append(b"%d 0 obj\n%s\nstream\n%s\nendstream\nendobj\n" % (number, about, data))
