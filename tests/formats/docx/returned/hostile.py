"""Files that nobody should open: each with the codes of which one must be told."""

from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Mapping
from itertools import pairwise

from tests.formats.docx.returned.drafts import NAMESPACES, files, p, packed, r

Hostile = tuple[bytes, frozenset[str]]
_MEGABYTE = 1 << 20
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")


def draft() -> dict[str, str | bytes]:
    """The files of a small draft with which nothing is wrong."""
    return dict(files(p(r("Words.")) * 40, footnotes="", comments=""))


def _with(name: str, content: str | bytes) -> bytes:
    return packed({**draft(), name: content})


def _main(content: str) -> bytes:
    return _with("word/document.xml", f"<w:document {NAMESPACES}><w:body>{content}</w:body></w:document>")


def _named(*names: str) -> bytes:
    """A draft that holds files of these names too."""
    target = io.BytesIO()
    with warnings.catch_warnings(action="ignore"), zipfile.ZipFile(target, "w") as archive:
        for name, content in [*draft().items(), *((name, "") for name in names)]:
            entry = zipfile.ZipInfo("x")
            entry.filename = name
            archive.writestr(entry, content)
    return target.getvalue()


def _lying() -> bytes:
    """A draft whose text says that it unpacks to a thousand bytes, and does to a hundred million."""
    data = bytearray(_with("word/document.xml", b"\0" * (100 * _MEGABYTE)))
    for signature, offset, place in ((b"PK\x03\x04", 22, 30), (b"PK\x01\x02", 24, 46)):
        start = data.find(signature)
        while data[start + place : start + place + 17] != b"word/document.xml":
            start = data.find(signature, start + 4)
        data[start + offset : start + offset + 4] = struct.pack("<I", 1000)
    return bytes(data)


def _flagged() -> bytes:
    """A draft whose entries say that they are encrypted."""
    data = bytearray(packed(draft()))
    start = data.find(b"PK\x01\x02")
    while start >= 0:
        data[start + 8] |= 1
        start = data.find(b"PK\x01\x02", start + 4)
    return bytes(data)


def _overlapping(count: int = 16) -> bytes:
    """Entries that hold each other: all end in the same packed megabytes, and quote the headers between."""
    names = ["_rels/.rels", "[Content_Types].xml", "word/document.xml", *(f"word/part{n}.xml" for n in range(count))]
    content, packing = b"\0" * (8 * _MEGABYTE), zlib.compressobj(9, zlib.DEFLATED, -15)
    body = packing.compress(content) + packing.flush()
    heads: list[tuple[str, int, int, int, int]] = []
    quoted = b""
    for name in reversed(names):
        content, body = quoted + content, _stored(quoted) + body if quoted else body
        checksum = zlib.crc32(content)
        head = struct.pack("<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, checksum, len(body), len(content), len(name), 0)
        quoted = head + name.encode()
        heads.append((name, checksum, len(body), len(content), len(quoted) + len(body)))
    data = quoted + body
    listed = b"".join(
        struct.pack(
            "<4s6H3I5H2I", b"PK\x01\x02", 20, 20, 0, 8, 0, 0, checksum, packed_size, size, len(name), *[0] * 5, at
        )
        + name.encode()
        for name, checksum, packed_size, size, from_end in reversed(heads)
        for at in (len(data) - from_end,)
    )
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, len(heads), len(heads), len(listed), len(data), 0)
    return data + listed + end


def _stored(quoted: bytes) -> bytes:
    return struct.pack("<BHH", 0, len(quoted), len(quoted) ^ 0xFFFF) + quoted


def _laughs() -> str:
    names = "abcdefghij"
    entities = "".join(f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names))
    return f'<!DOCTYPE w [<!ENTITY a "ha">{entities}]>'


def _typed(declaration: str, encoding: str = "utf-8") -> bytes:
    root = f'<?xml version="1.0"?>{declaration}<w:document {NAMESPACES}><w:body/></w:document>'
    return _with("word/document.xml", root.encode(encoding))


def _nested_bomb() -> bytes:
    inner = packed({"0": b"\0" * (64 * _MEGABYTE)})
    for level in range(6):
        inner = packed({f"{level}-{copy}": inner for copy in range(8)})
    return _with("word/document.xml", inner)


def _many(count: int) -> bytes:
    return packed({**draft(), **{f"word/media/{number}": "" for number in range(count)}})


def _one(code: str, make: Callable[[], bytes]) -> Callable[[], Hostile]:
    return lambda: (make(), frozenset({code}))


HOSTILE: Mapping[str, Callable[[], Hostile]] = {
    "a part of hundreds of megabytes": _one("BW806", lambda: _with("word/document.xml", b" " * (300 * _MEGABYTE))),
    "a part that lies about its size": _one("BW804", _lying),
    "packed within packed": lambda: (_nested_bomb(), frozenset({"BW806", "BW808"})),
    "entries that overlap": lambda: (_overlapping(), frozenset({"BW804", "BW806", "BW808"})),
    "billion laughs": _one("BW807", lambda: _typed(_laughs())),
    "an entity outside": _one("BW807", lambda: _typed('<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>')),
    "a document type outside": _one("BW807", lambda: _typed('<!DOCTYPE w SYSTEM "http://localhost:9/x.dtd">')),
    "a document type in UTF-16": _one("BW807", lambda: _typed(_laughs(), "utf-16")),
    "an entity that nobody declared": _one("BW808", lambda: _main(p("<w:r><w:t>&amp;&x;</w:t></w:r>"))),
    "fifty thousand files": _one("BW806", lambda: _many(50_000)),
    "tags beyond count": _one("BW806", lambda: packed({**draft(), "word/document.xml": "<w:p/>" * 700_000}, 0)),
    "five thousand elements deep": _one("BW809", lambda: _main("<w:sdt>" * 5000 + "</w:sdt>" * 5000)),
    "two files of one name": _one("BW805", lambda: _named("word/document.xml")),
    "two files of one name but for capitals": _one("BW805", lambda: _named("WORD/Document.xml")),
    "a name that climbs out": _one("BW805", lambda: _named("word/../../x.xml")),
    "a name from the root": _one("BW805", lambda: _named("/etc/x.xml")),
    "a name with backslashes": _one("BW805", lambda: _named("..\\x.xml")),
    "a name on a drive": _one("BW805", lambda: _named("C:x.xml")),
    "a password": _one("BW802", lambda: _OLE + b"\0" * 2000 + "EncryptedPackage".encode("utf-16-le") + b"\0" * 2000),
    "encrypted entries": _one("BW802", _flagged),
    "a file of Word 97": _one("BW801", lambda: _OLE + b"\0" * 4000),
    "rich text": _one("BW801", lambda: b"{\\rtf1 Words}"),
    "a PDF": _one("BW801", lambda: b"%PDF-1.7\n"),
    "no zip file": _one("BW801", lambda: b"Words."),
    "nothing": _one("BW801", lambda: b""),
    "random bytes": _one("BW801", lambda: random.Random(1).randbytes(100_000)),
    "random bytes that begin like a zip file": _one("BW804", lambda: b"PK\x03\x04" + random.Random(1).randbytes(9999)),
    "a zip file of something else": _one("BW801", lambda: packed({"a.txt": "Words."})),
    "a spreadsheet": _one("BW801", lambda: _with("word/document.xml", "<workbook/>")),
    "a part that is no XML": _one("BW808", lambda: _main("<w:p>")),
    "a part in another encoding": _one("BW808", lambda: _with("word/styles.xml", "<a>é</a>".encode("latin-1"))),
    **{
        f"a draft cut off after {share} of 20": lambda share=share: (  # type: ignore[misc]
            packed(draft())[: len(packed(draft())) * share // 20],
            frozenset({"BW801", "BW804"}),
        )
        for share in range(20)
    },
}
