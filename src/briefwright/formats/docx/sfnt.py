"""TrueType files: the tables of a font as one file, and the tables that say which face of its family it is."""

from __future__ import annotations

import struct
from collections.abc import Mapping

_WHOLE = 0xB1B0AFBA
"""What the checksum of a whole font and its adjustment in `head` add up to."""
_WINDOWS, _UNICODE, _ENGLISH = 3, 1, 0x409
_ITALIC, _BOLD, _REGULAR = 0x01, 0x20, 0x40
"""Bits of `fsSelection` in `OS/2`."""


def packed(tables: Mapping[str, bytes]) -> bytes:
    """The file of these tables, of which one is `head`."""
    count = len(tables)
    power = count.bit_length() - 1
    reach = 16 << power
    tables = {**tables, "head": _adjusted(tables["head"], 0)}
    offset, records, bodies = 12 + 16 * count, [], []
    for tag in sorted(tables):
        body = tables[tag]
        padded = body + b"\0" * (-len(body) % 4)
        records.append(struct.pack(">4sLLL", tag.encode("ascii"), _checksum(padded), offset, len(body)))
        bodies.append(padded)
        offset += len(padded)
    start = struct.pack(">LHHHH", 0x00010000, count, reach, power, 16 * count - reach) + b"".join(records)
    whole = (_WHOLE - _checksum(start + b"".join(bodies))) & 0xFFFFFFFF
    place = len(start) + sum(len(body) for body in bodies[: sorted(tables).index("head")])
    return _adjusted(start + b"".join(bodies), whole, place)


def named(texts: Mapping[int, str]) -> bytes:
    """A `name` table that says these texts, by the numbers of the standard."""
    records, stored = [], b""
    for number, text in sorted(texts.items()):
        body = text.encode("utf-16-be")
        records.append(struct.pack(">HHHHHH", _WINDOWS, _UNICODE, _ENGLISH, number, len(body), len(stored)))
        stored += body
    return struct.pack(">HHH", 0, len(records), 6 + 12 * len(records)) + b"".join(records) + stored


def head_of_face(head: bytes, bold: bool, italic: bool) -> bytes:
    """A `head` table of a face that is bold or italic or neither."""
    return head[:44] + struct.pack(">H", bold | italic << 1) + head[46:]


def os2_of_face(os2: bytes, bold: bool, italic: bool) -> bytes:
    """An `OS/2` table of a face that is bold or italic or neither."""
    (selection,) = struct.unpack_from(">H", os2, 62)
    selection &= ~(_ITALIC | _BOLD | _REGULAR)
    selection |= (_BOLD if bold else 0) | (_ITALIC if italic else 0) or _REGULAR
    return os2[:62] + struct.pack(">H", selection) + os2[64:]


def may_be_embedded(os2: bytes) -> bool:
    """Whether the licence of a font, as its `OS/2` table tells it, allows embedding in a document that is edited.

    The rights are installable (0) or editable (8); restricted, preview and bitmap-only fonts stay out.
    """
    (rights,) = struct.unpack_from(">H", os2, 8)
    return rights & 0x0F in (0, 8) and not rights & 0x200


def _adjusted(data: bytes, adjustment: int, head: int = 0) -> bytes:
    return data[: head + 8] + struct.pack(">L", adjustment) + data[head + 12 :]


def _checksum(padded: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}L", padded)
    return sum(words) & 0xFFFFFFFF
