"""The font table: the families that the document names, and what Word may take in their place."""

from __future__ import annotations

from briefwright.formats.docx.languages import primary
from briefwright.formats.docx.xml import STORY, Element, root, w
from briefwright.theme.fonts import FontFamily
from briefwright.theme.theme import Theme

_CHARSETS = {"ja": "80", "ko": "81", "zh": "86", "zh-Hant": "88", "he": "B1", "ar": "B2"}
"""The character sets of Windows by the language of a family, in which a substitute must have its letters."""


def font_table(theme: Theme) -> Element:
    """The root of the font table."""
    families = [theme.family(role) for role in theme.families]
    families += [theme.fonts[name] for name in theme.fallback]
    named = {family.word: family for family in families}
    return root("w:fonts", STORY, *[_font(named[name]) for name in sorted(named)])


def _font(family: FontFamily) -> Element:
    made = w("font", name=family.word)
    if family.substitutes:
        made.children.append(w("altName", val=",".join(family.substitutes)))
    made.children += [w("charset", val=_charset(family)), w("family", val="roman" if family.serif else "swiss")]
    made.children.append(w("pitch", val="variable"))
    return made


def _charset(family: FontFamily) -> str:
    """That of the language that the family is first of all meant for."""
    language = family.languages[0] if family.languages else ""
    return _CHARSETS.get(language) or _CHARSETS.get(primary(language), "00")
