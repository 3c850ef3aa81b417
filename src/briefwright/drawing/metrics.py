"""Metrics: how wide words are in the styles of a theme, and where they break."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import uharfbuzz as hb

from briefwright.theme.fonts import FontFamily
from briefwright.theme.styles import ParagraphStyle
from briefwright.theme.theme import Theme

_UNKNOWN = 0.6
"""The width of a character that no font has, in sizes of the type."""


class Metrics:
    """Measures words letter by letter, without kerning: a little wide rather than too narrow, alike for all formats."""

    def __init__(self, theme: Theme) -> None:
        self.theme = theme
        self._advances: dict[tuple[str, str], float] = {}
        self._widths: dict[tuple[str, str], float] = {}

    def width(self, text: str, name: str) -> float:
        """The width of a line in this paragraph style."""
        key = text, name
        if key not in self._widths:
            self._widths[key] = self._width(text, name)
        return self._widths[key]

    def _width(self, text: str, name: str) -> float:
        style = self.theme.paragraph(name)
        shown = text.upper() if style.capitals else text
        return (sum(self._known_advance(letter, name) for letter in shown) + style.tracking * len(shown)) * style.size

    def widest(self, texts: tuple[str, ...], name: str) -> float:
        """The width of the widest of some lines."""
        return max((self.width(text, name) for text in texts), default=0.0)

    def lines(self, text: str, name: str, measure: float) -> tuple[str, ...]:
        """The text in lines no wider than this; a word that is too wide alone is broken where it must be."""
        done: list[str] = []
        line = ""
        for word in text.split():
            longer = f"{line} {word}" if line else word
            if self.width(longer, name) <= measure:
                line = longer
                continue
            *full, line = self._pieces(word, name, measure) if not line else [line, *self._pieces(word, name, measure)]
            done += full
        return (*done, line) if line else tuple(done)

    def fits(self, text: str, name: str, measure: float, most: int) -> bool:
        """Whether the text takes at most so many lines of this width, each word whole."""
        words_fit = all(self.width(word, name) <= measure for word in text.split())
        return words_fit and len(self.lines(text, name, measure)) <= most

    def _pieces(self, word: str, name: str, measure: float) -> list[str]:
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.width(pieces[-1] + letter, name) > measure:
                pieces.append("")
            pieces[-1] += letter
        return pieces

    def _known_advance(self, letter: str, name: str) -> float:
        key = letter, name
        if key not in self._advances:
            self._advances[key] = self._advance(letter, self.theme.paragraph(name))
        return self._advances[key]

    def _advance(self, letter: str, style: ParagraphStyle) -> float:
        families = [self.theme.family(style.font), *(self.theme.fonts[name] for name in self.theme.fallback)]
        for family in families:
            found = _advance(_file(family, style.italic), style.weight, letter)
            if found is not None:
                return found
        return _UNKNOWN


def _file(family: FontFamily, italic: bool) -> Path | None:
    return (family.italic_file if italic else None) or family.upright_file


@cache
def _advance(file: Path | None, weight: int, letter: str) -> float | None:
    """The width of a letter in sizes of the type; None where the font lacks it."""
    font = None if file is None else _font(file, weight)
    glyph = None if font is None else font.get_nominal_glyph(ord(letter))
    return None if font is None or glyph is None else float(font.get_glyph_h_advance(glyph)) / float(font.face.upem)


@cache
def _font(file: Path, weight: int) -> hb.Font:
    font = hb.Font(hb.Face(hb.Blob.from_file_path(str(file))))
    font.set_variations({"wght": float(weight)})
    return font
