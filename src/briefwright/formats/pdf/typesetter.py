"""The typesetter: gives every stretch of text its glyphs, whatever faces they come from."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from briefwright.diagnostics import Report
from briefwright.document.nodes import Text
from briefwright.formats.pdf.direction import is_turned
from briefwright.formats.pdf.faces import Face, FaceSet, Joints, Manner, Shaped
from briefwright.formats.pdf.looks import Look
from briefwright.formats.pdf.missing import MissingGlyphs
from briefwright.theme.theme import Theme

_JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")


class Word(NamedTuple):
    """A text in its glyphs. `width` is in points; `missing` are the places of characters that no font has."""

    pieces: tuple[Shaped, ...]
    width: float
    missing: tuple[int, ...] = ()


class Setting:
    """Text of one look: what it looks like in glyphs and how wide it is."""

    def __init__(self, look: Look, face: Face, faces: FaceSet) -> None:
        self.look = look
        self.face = face
        self._faces = faces
        self._manner = Manner(look.language, look.features)
        self._words: dict[str, Word] = {}
        self._turned: dict[tuple[str, Joints], Word] = {}
        self.space = self.shape(" ")
        hyphen = face.as_if("\u00ad", "-", self._manner)
        self.hyphen = Word((hyphen,), self.width_of((hyphen,)))

    def shape(self, text: str) -> Word:
        """The text in glyphs, each from the best face that has its character."""
        word = self._words.get(text)
        if word is None:
            word = self._words[text] = self._shape(text, self._manner)
        return word

    def shape_turned(self, text: str, joints: Joints) -> Word:
        """The same for a text that runs from right to left; its glyphs are in the order in which they are drawn."""
        word = self._turned.get((text, joints))
        if word is None:
            word = self._turned[text, joints] = self._shape(text, self._manner._replace(joints=joints))
        return word

    def stand_in(self, text: str, glyph_of: str) -> Shaped:
        """The glyph of one text that tells a reader of the file another."""
        return self.face.as_if(text, glyph_of, self._manner)

    def width_of(self, pieces: tuple[Shaped, ...]) -> float:
        """The width of the glyphs in points, with the space that is added between letters."""
        look = self.look
        glyphs = sum(len(piece.glyphs) for piece in pieces) if look.tracking else 0
        return sum(piece.width for piece in pieces) * look.size / 1000 + glyphs * look.tracking * look.size

    def _shape(self, text: str, manner: Manner) -> Word:
        shown = text.upper() if self.look.capitals else text
        shaped = self.face.shape(shown, manner)
        if shaped.is_complete:
            return Word((shaped,), self.width_of((shaped,)))
        pieces, missing = self._from_several(shown, manner)
        return Word(pieces, self.width_of(pieces), missing)

    def _from_several(self, text: str, manner: Manner) -> tuple[tuple[Shaped, ...], tuple[int, ...]]:
        runs: list[tuple[Face, str]] = []
        missing = []
        for start, cluster in _clusters(text):
            face = self._face_for(cluster, runs[-1][0] if runs else self.face)
            if face is None:
                missing.append(start)
            elif runs and runs[-1][0] is face:
                runs[-1] = (face, runs[-1][1] + cluster)
            else:
                runs.append((face, cluster))
        if manner.joints is None:
            return tuple(face.shape(part, manner) for face, part in runs), tuple(missing)
        around = [manner.joints.before, *(part for _, part in runs), manner.joints.after]
        turned = [
            face.shape(part, manner._replace(joints=Joints(before[-1:], after[:1])))
            for (face, part), before, after in zip(runs, around, around[2:], strict=False)
        ]
        return tuple(reversed(turned)), tuple(missing)

    def _face_for(self, cluster: str, previous: Face) -> Face | None:
        look = self.look
        for face in (self.face, previous):
            if face.shape(cluster, self._manner).is_complete:
                return face
        others = self._faces.others(look.role, look.weight, look.italic, look.size, look.language)
        return next((face for face in others if face.shape(cluster, self._manner).is_complete), None)


class Typesetter:
    """Sets the text of one document in the faces of its theme.

    `language` is the document's; `is_turned` tells whether it is written from right to left.
    """

    def __init__(self, theme: Theme, report: Report, language: str) -> None:
        self.theme = theme
        self.report = report
        self.language = language
        self.is_turned = is_turned(language)
        self._faces = FaceSet(theme)
        self._settings: dict[Look, Setting] = {}
        self._missing = MissingGlyphs(report, self._faces)

    def setting(self, look: Look) -> Setting:
        """The setting of text of this look."""
        setting = self._settings.get(look)
        if setting is None:
            face = self._faces.first(look.role, look.weight, look.italic, look.size)
            if face is None:
                raise LookupError(f'the font of "{look.role}" is not installed')
            setting = self._settings[look] = Setting(look, face, self._faces)
        return setting

    def shape(
        self, text: str, setting: Setting, source: Text | None, offset: int = 0, joints: Joints | None = None
    ) -> Word:
        """The text in glyphs; what no font has is told at its place, `offset` characters into the source."""
        word = setting.shape(text) if joints is None else setting.shape_turned(text, joints)
        for place in word.missing:
            self._missing.tell(text[min(place, len(text) - 1)], source, offset + place)
        return word

    def in_language(self, look: Look, language: str | None) -> Look:
        """The look of words in another language than those around them."""
        return look if language is None or language == look.language else replace(look, language=language)


def _clusters(text: str) -> Iterator[tuple[int, str]]:
    """The parts of a text that must not be divided between faces, each with its place."""
    start = 0
    for place in range(1, len(text) + 1):
        if place == len(text) or not _continues(text, place):
            yield start, text[start:place]
            start = place


def _continues(text: str, place: int) -> bool:
    char = text[place]
    return unicodedata.category(char)[0] == "M" or char in _JOINERS or text[place - 1] == "\u200d"
