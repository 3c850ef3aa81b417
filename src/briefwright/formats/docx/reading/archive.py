"""The zip file around a draft, opened without trust in anything that it says of itself."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib

from briefwright.formats.docx.reading.refused import Refused

MOST_ENTRIES = 4096
"""How many files a draft may hold."""

LARGEST_FILE = 128 << 20
"""The most bytes of a draft."""

LARGEST_PART = 16 << 20
LARGEST_TOTAL = 32 << 20
"""The most bytes that a part, and all parts that are read, may have unpacked."""

MOST_MARKS = 600_000
"""How many tags and attributes all parts that are read may have: a tree takes up to two hundred bytes for each."""

_RATIO = 250
"""How many times its packed size a part may have: text is packed to a fiftieth at best."""

_UNSUSPECTED = 1 << 20
"""The size up to which no ratio is held against a part."""

_ENTRY = b"PK\x01\x02"
"""What each entry of the central directory of a zip file begins with."""

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_LOCK = re.compile(r"(^|[/\\])(~\$|\.~lock\.)")
_OUTSIDE = re.compile(r"^[/\\]|^[A-Za-z]:|\\|(^|/)\.\.(/|$)|\0|^$")
_UNREADABLE = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
"""What `zipfile` raises for files that are damaged in one way or another."""

_SEND_AGAIN = "ask for the file again, or open it in Word and save it under a new name"
_AS_DOCX = "open the file in Word and save it as a Word document (.docx)"
_NOT_FROM_WORD = "no program for texts writes such a file; ask where it comes from"


class Archive:
    """The entries of a zip file, whose names are looked up as packages do: whatever their case."""

    def __init__(self, data: bytes, name: str) -> None:
        _check_kind(data, name)
        if data.count(_ENTRY) > MOST_ENTRIES:
            raise Refused("BW806", f"the file holds more than {MOST_ENTRIES} files", _NOT_FROM_WORD)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except _UNREADABLE as error:
            raise Refused("BW804", "the file is damaged: its list of contents cannot be read", _SEND_AGAIN) from error
        self._entries: dict[str, zipfile.ZipInfo] = {}
        self._left = LARGEST_TOTAL
        self._marks_left = MOST_MARKS
        for entry in self._zip.infolist():
            self._take(entry)

    def _take(self, entry: zipfile.ZipInfo) -> None:
        name, key = entry.orig_filename, entry.orig_filename.lower()
        if _OUTSIDE.search(name):
            raise Refused("BW805", f"the file holds a file with the name {name!r}, which leads outside", _NOT_FROM_WORD)
        if key in self._entries:
            raise Refused("BW805", f"the file holds two files with the name {name!r}", _NOT_FROM_WORD)
        if entry.flag_bits & 1:
            raise Refused("BW802", "the file is locked with a password", "remove the password and send the file again")
        self._entries[key] = entry

    @property
    def names(self) -> list[str]:
        """The names of all entries, in small letters."""
        return list(self._entries)

    def __contains__(self, name: str) -> bool:
        return name.lower() in self._entries

    def read(self, name: str) -> bytes:
        """The content of an entry, which must be there.

        Raises:
            Refused: The entry is missing or damaged, or unpacks to more than the bounds.
        """
        entry = self._entries.get(name.lower())
        if entry is None:
            raise Refused("BW804", f"the file is damaged: it lacks its part {name}", _SEND_AGAIN)
        most = min(LARGEST_PART, self._left, max(_UNSUSPECTED, entry.compress_size * _RATIO))
        if entry.file_size > most:
            raise _too_large(name)
        content = self._unpacked(entry, most + 1)
        if len(content) > most:
            raise _too_large(name)
        self._left -= len(content)
        self._marks_left -= content.count(b"<") + content.count(b"=")
        if self._marks_left < 0:
            raise Refused("BW806", f"the file has more than {MOST_MARKS} tags and attributes", _NOT_FROM_WORD)
        return content

    def peek(self, name: str, size: int) -> bytes:
        """The first bytes of an entry, which must be there."""
        return self._unpacked(self._entries[name.lower()], size)

    def _unpacked(self, entry: zipfile.ZipInfo, size: int) -> bytes:
        """So many bytes of an entry at most, whatever size it claims to have."""
        name = entry.orig_filename
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refused("BW804", f"the part {name} is packed in a way that no draft uses", _SEND_AGAIN)
        try:
            with self._zip.open(entry) as stream:
                return stream.read(size)
        except _UNREADABLE as error:
            raise Refused("BW804", f"the file is damaged: its part {name} cannot be unpacked", _SEND_AGAIN) from error


def _too_large(name: str) -> Refused:
    return Refused("BW806", f"the part {name} unpacks to more than any draft holds", _NOT_FROM_WORD)


def _check_kind(data: bytes, name: str) -> None:
    """Refuse what is no zip file, and say what it is where that can be told."""
    if _LOCK.search(name):
        hint = 'give the file whose name does not begin with "~$"'
        raise Refused("BW803", "this is the note that an editor leaves beside a file it has open", hint)
    if not data:
        raise Refused("BW801", "the file is empty", _SEND_AGAIN)
    if len(data) > LARGEST_FILE:
        raise Refused("BW806", f"the file has {len(data)} bytes; at most {LARGEST_FILE} are read", _NOT_FROM_WORD)
    if data.startswith(_OLE) and _ENCRYPTED in data:
        raise Refused("BW802", "the file is locked with a password", "remove the password and send the file again")
    if data.startswith(_OLE):
        raise Refused("BW801", "the file is one of Word 97 to 2003 (.doc)", _AS_DOCX)
    if data.startswith(b"{\\rtf"):
        raise Refused("BW801", "the file is in Rich Text Format", _AS_DOCX)
    if data.startswith(b"%PDF"):
        raise Refused("BW801", "the file is a PDF", "edit the DOCX of the brief, not its PDF")
    if not data.startswith(b"PK"):
        raise Refused("BW801", "the file is not a Word document", _AS_DOCX)
