"""The font table: the families that the document names, and what Word may take in their place."""

from __future__ import annotations

from briefwright.formats.docx.xml import STORY, Element, root, w
from briefwright.theme.fonts import FontFamily
from briefwright.theme.theme import Theme


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
    made.children += [w("charset", val="00"), w("family", val="roman" if family.serif else "swiss")]
    made.children.append(w("pitch", val="variable"))
    return made
