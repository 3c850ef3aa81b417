"""Characters that no document can print, or whose meaning nobody has agreed on."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufdd0-\ufdef\ue000-\uf8ff\ud800-\udfff"
    "\U000f0000-\U0010ffff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(15))
    + "]"
)

REMOVE_IT = "remove it; it is invisible, or has no agreed meaning"
"""What to do about a forbidden character."""


def forbidden(text: str) -> list[tuple[int, str]]:
    """The forbidden characters of a text, each with its offset and its code point as text."""
    return [(match.start(), f"U+{ord(match.group()):04X}") for match in _FORBIDDEN.finditer(text)]
