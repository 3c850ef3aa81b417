"""Faces: a font file set to one weight and one optical size, and the shaping of words in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from briefwright.theme.fonts import FontFamily
from briefwright.theme.instances import position
from briefwright.theme.theme import Theme

NOTHING = "\u200b"
"""The character of a glyph that has none of its own: a space without width."""


class Joints(NamedTuple):
    """What a text that runs to the left stands between: the letters that those at its ends join to."""

    before: str = ""
    after: str = ""


class Shaped:
    """A stretch of text as glyphs of one face, in the order in which they are drawn.

    Lengths are in thousandths of the type size. `texts` are the characters of each glyph: several for a ligature.
    """

    __slots__ = ("advances", "face", "glyphs", "offsets", "texts", "width")

    def __init__(
        self,
        face: Face,
        glyphs: tuple[int, ...],
        advances: tuple[float, ...],
        texts: tuple[str, ...],
        offsets: tuple[tuple[float, float], ...] | None = None,
    ) -> None:
        self.face = face
        self.glyphs = glyphs
        self.advances = advances
        self.texts = texts
        self.offsets = offsets
        self.width = sum(advances)

    @property
    def is_complete(self) -> bool:
        """Whether the face has a glyph for each of the characters."""
        return 0 not in self.glyphs


class Manner(NamedTuple):
    """How a text is shaped: by the rules of its language, with these OpenType features beside the usual ones.

    Text with `joints` runs from right to left.
    """

    language: str
    features: tuple[tuple[str, bool], ...] = ()
    joints: Joints | None = None


class Face:
    """A face of a font file; two words of the same text and language are shaped once."""

    def __init__(self, file: Path, axes: Mapping[str, float]) -> None:
        self.file = file
        self.font_file = _open(file)
        self.axes = axes
        self.font = hb.Font(self.font_file)
        self.font.set_variations(dict(axes))
        self.unit: float = 1000 / self.font_file.upem
        self.weight = axes.get("wght", 400.0)
        extents = self.font.get_font_extents("ltr")
        self.ascent: float = extents.ascender * self.unit / 1000
        self.descent: float = -extents.descender * self.unit / 1000
        self.cap_height = self._metric(hb.OTMetricsTag.CAP_HEIGHT) / 1000
        self._words: dict[tuple[str, Manner], Shaped] = {}

    def shape(self, text: str, manner: Manner) -> Shaped:
        """The text in glyphs of this face; a character that it lacks becomes glyph 0."""
        key = (text, manner)
        shaped = self._words.get(key)
        if shaped is None:
            shaped = self._words[key] = self._shape(text, manner)
        return shaped

    def as_if(self, text: str, glyph_of: str, manner: Manner) -> Shaped:
        """The glyphs of one text that stand for another, as a hyphen at a line's end stands for a soft hyphen."""
        key = (f"{glyph_of}\0{text}", manner)
        shaped = self._words.get(key)
        if shaped is None:
            drawn = self.shape(glyph_of, manner)
            texts = (text, *(NOTHING for _ in drawn.glyphs[1:]))
            shaped = self._words[key] = Shaped(self, drawn.glyphs, drawn.advances, texts, drawn.offsets)
        return shaped

    def _shape(self, text: str, manner: Manner) -> Shaped:
        buffer = hb.Buffer()
        joints, start = manner.joints, 0
        if joints is None:
            buffer.add_str(text)
        else:
            start = len(joints.before)
            buffer.add_str(f"{joints.before}{text}{joints.after}", start, len(text))
            buffer.direction = "rtl"
        buffer.language = manner.language  # without one HarfBuzz asks the machine for its own
        buffer.guess_segment_properties()
        hb.shape(self.font, buffer, dict(manner.features) or None)
        unit, infos, positions = self.unit, buffer.glyph_infos, buffer.glyph_positions
        shifts = [(p.x_offset, p.y_offset) for p in positions]
        return Shaped(
            self,
            tuple([info.codepoint for info in infos]),
            tuple([p.x_advance * unit for p in positions]),
            _characters(text, [info.cluster - start for info in infos], joints is not None),
            tuple((x * unit, y * unit) for x, y in shifts) if any(map(any, shifts)) else None,
        )

    def _metric(self, tag: hb.OTMetricsTag) -> float:
        return float(self.font.get_metric_position_with_fallback(tag) * self.unit)


class FaceSet:
    """The faces that a theme's styles ask for, opened as they are needed."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._faces: dict[tuple[str, int, bool, float], Face | None] = {}
        self._opened: dict[tuple[object, ...], Face] = {}
        self._files: dict[tuple[str, bool], Path | None] = {}

    def first(self, role: str, weight: int, italic: bool, size: float) -> Face | None:
        """The face of the family that has this role, or None where its package is not installed."""
        return self._face(self._theme.families[role], weight, italic, size)

    def others(self, role: str, weight: int, italic: bool, size: float, language: str) -> Iterator[Face]:
        """The faces to try, best first, for characters that the first one lacks."""
        seen = set()
        for name in self._fallback_families(role, language):
            for slanted in (italic, False):
                face = self._face(name, weight, slanted, size)
                if face is not None and face not in seen:
                    seen.add(face)
                    yield face

    def absent(self) -> tuple[FontFamily, ...]:
        """The families that the theme falls back on but that are not installed."""
        return tuple(self._theme.fonts[name] for name in self._theme.fallback if self._file(name, False) is None)

    def _fallback_families(self, role: str, language: str) -> list[str]:
        speaking = [name for name in self._theme.fallback if _speaks(self._theme.fonts[name], language)]
        names = [self._theme.families[role], *speaking, *self._theme.families.values(), *self._theme.fallback]
        return list(dict.fromkeys(names))

    def _face(self, name: str, weight: int, italic: bool, size: float) -> Face | None:
        key = (name, weight, italic, float(round(size)))
        if key not in self._faces:
            file = self._file(name, italic)
            self._faces[key] = self._opened_face(file, weight, key[3]) if file is not None else None
        return self._faces[key]

    def _opened_face(self, file: Path, weight: int, size: float) -> Face:
        """The face of a file; a file without optical sizes gives the same one for all."""
        axes = position(_open(file), weight, size)
        key = (file, *axes.items())
        if key not in self._opened:
            self._opened[key] = Face(file, axes)
        return self._opened[key]

    def _file(self, name: str, italic: bool) -> Path | None:
        key = (name, italic)
        if key not in self._files:
            family = self._theme.fonts[name]
            self._files[key] = (family.italic_file if italic else None) or family.upright_file
        return self._files[key]


@lru_cache(maxsize=64)
def _open(file: Path) -> hb.Face:
    return hb.Face(hb.Blob.from_file_path(str(file)))


def _characters(text: str, clusters: list[int], is_turned: bool) -> tuple[str, ...]:
    """The characters of each glyph: those of its cluster, one each where a cluster has as many glyphs as characters.

    In text that runs to the left the glyphs of a cluster come from its last character to its first. A glyph that no
    character is left for gets a space without width, since every glyph must tell what it is.
    """
    if clusters == list(range(len(text))):
        return tuple(text)
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    counts = Counter(clusters)
    first: dict[int, int] = {}
    texts: list[str] = []
    for place, cluster in enumerate(clusters):
        own = text[cluster : ends[cluster]]
        number = place - first.setdefault(cluster, place)
        if len(own) == counts[cluster]:
            texts.append(own[-1 - number] if is_turned else own[number])
        else:
            is_base = number == (counts[cluster] - 1 if is_turned else 0)
            texts.append(own if is_base else NOTHING)
    return tuple(texts)


def _speaks(family: FontFamily, language: str) -> bool:
    return any(language == own or language.startswith(own + "-") for own in family.languages)
