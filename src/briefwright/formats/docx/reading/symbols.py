"""Characters that Word keeps as places in a font of symbols."""

from __future__ import annotations

_WINGDINGS = {
    0x4A: "☺",
    0x4C: "☹",
    0x6F: "☐",
    0xA8: "☐",
    0xDF: "←",
    0xE0: "→",
    0xE8: "➔",
    0xF3: "⇔",
    0xFC: "✓",
    0xFE: "☒",
}
_SYMBOL = {0xAB: "↔", 0xAC: "←", 0xAE: "→", 0xB7: "•", 0xB3: "≥", 0xA3: "≤", 0xB1: "±", 0xB4: "×", 0xB9: "≠", 0xDE: "⇒"}
_FONTS = {"wingdings": _WINGDINGS, "symbol": _SYMBOL}
_PRIVATE = range(0xE000, 0xF900)
_SURROGATES = range(0xD800, 0xE000)
_OFFSET = 0xF000
"""What Word adds to the place of a character in a font of symbols."""

_HEXADECIMAL = frozenset("0123456789abcdefABCDEF")
_DIGITS = 4


def symbol(font: str, code: str) -> str | None:
    """The character at a place (four hexadecimal digits) in a font; None if no character is known to look like it."""
    if not code or len(code) > _DIGITS or not _HEXADECIMAL.issuperset(code):
        return None
    place = int(code, 16)
    known = _FONTS.get(font.lower())
    if known is not None:
        return known.get(place - _OFFSET if place >= _OFFSET else place)
    return None if place < ord(" ") or place in _PRIVATE or place in _SURROGATES else chr(place)
