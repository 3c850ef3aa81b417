"""What the styles of a theme are called in Word, and the ids by which a document refers to them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefwright.theme.theme import Theme

_STORED = {
    name.lower(): name
    for name in (
        "Normal",
        "Title",
        "Subtitle",
        "Body Text",
        "Quote",
        "Strong",
        "Emphasis",
        "Hyperlink",
        "List Paragraph",
        "TOC Heading",
    )
}
"""Built-in styles that a file writes with capitals; it writes all others in small letters, as in `heading 1`."""

_BUILT_IN_TEXTS = {
    "strong": "Strong",
    "emphasis": "Emphasis",
    "link": "Hyperlink",
    "note-call": "footnote reference",
}


@dataclass(frozen=True, slots=True)
class StyleName:
    """A style's name as people read it, and its id as the document refers to it."""

    name: str
    id: str


@dataclass(frozen=True, slots=True)
class StyleNames:
    """The Word styles of a theme, by the name that the theme gives each."""

    paragraphs: dict[str, StyleName]
    texts: dict[str, StyleName]
    boxes: dict[str, StyleName]
    columns: dict[str, StyleName]
    tables: dict[str, StyleName]


def style_names(theme: Theme) -> StyleNames:
    """The names of all styles of a theme; no two share a name or an id."""
    taken: set[str] = {"NORMAL", "TABLENORMAL", "DEFAULTPARAGRAPHFONT", "NOLIST"}
    built_in = {name: style.word for name, style in theme.paragraphs.items() if style.word}
    taken -= {style_id(word).upper() for word in built_in.values()}
    return StyleNames(
        paragraphs=_named(theme.paragraphs, built_in, "", taken),
        texts=_named(theme.texts, _BUILT_IN_TEXTS, "Text", taken),
        boxes=_named(theme.boxes, {}, "Box", taken),
        columns=_named(theme.columns, {}, "Columns", taken),
        tables=_named(theme.tables, {}, "Table", taken),
    )


def _named(names: Iterable[str], built_in: dict[str, str], kind: str, taken: set[str]) -> dict[str, StyleName]:
    found = {}
    for name in names:
        word = _stored(built_in[name]) if name in built_in else own_name(name, kind)
        while style_id(word).upper() in taken:
            word += " 2"
        taken.add(style_id(word).upper())
        found[name] = StyleName(word, style_id(word))
    return found


def own_name(name: str, kind: str = "") -> str:
    """The name of a style that Word does not know: `box-label` becomes `Brief Box Label`."""
    words = re.split(r"[-_\s]+", f"{name} {kind}".strip())
    return "Brief " + " ".join(word[:1].upper() + word[1:] for word in words)


def _stored(word: str) -> str:
    return _STORED.get(word.lower(), word.lower())


def style_id(word: str) -> str:
    """The id of a style of this name."""
    parts = re.findall(r"[A-Za-z0-9]+", word)
    return "".join(part[0].upper() + part[1:] for part in parts)
