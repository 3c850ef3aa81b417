"""Telling of characters that no installed font has, and of the extra that would bring one."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import replace

from briefwright.diagnostics import Report, Span
from briefwright.document.nodes import Text
from briefwright.formats.pdf.faces import FaceSet

_LANGUAGE_OF_SCRIPT: Mapping[str, str] = {
    "ARABIC": "ar",
    "BOPOMOFO": "zh",
    "CJK": "zh",
    "HANGUL": "ko",
    "HEBREW": "he",
    "HIRAGANA": "ja",
    "KATAKANA": "ja",
}
"""A language written in each script, by the word with which Unicode begins the names of its characters."""


class MissingGlyphs:
    """Reports what cannot be drawn, once for each text and character."""

    def __init__(self, report: Report, faces: FaceSet) -> None:
        self._report = report
        self._faces = faces
        self._told: set[tuple[int, str]] = set()

    def tell(self, char: str, source: Text | None, offset: int) -> None:
        """Report a character of a text; without a source it is the theme's own and stands for nothing written."""
        name = unicodedata.name(char, "")
        extras = self._extras_for(name)
        kind = extras[0] if extras else char
        if source is None or (id(source), kind) in self._told:
            return
        self._told.add((id(source), kind))
        shown = f'"{char}" (U+{ord(char):04X}{" " if name else ""}{name})'
        span = _place(source, offset)
        if extras:
            hints = [f'pip install "briefwright[{extra}]"' for extra in extras]
            self._report.add("BW602", span, f"the fonts for the character {shown} are not installed", *hints)
        else:
            hint = "write it with other characters, or add a font that has it to the fallback of the theme"
            self._report.add("BW601", span, f"no font has the character {shown}", hint)

    def _extras_for(self, name: str) -> list[str]:
        language = _LANGUAGE_OF_SCRIPT.get(name.partition(" ")[0].partition("-")[0])
        extras = [f.extra for f in self._faces.absent() if f.extra and language in f.languages]
        return list(dict.fromkeys(extras))


def _place(source: Text, offset: int) -> Span:
    """The character itself where the text stands on one line as it is written, else all of the text."""
    span = source.origin.span
    around = span.end_column - span.column - len(source.value)
    if span.line != span.end_line or around not in {0, 2}:
        return span
    column = span.column + around // 2 + offset
    return replace(span, column=column, end_column=column + 1)
