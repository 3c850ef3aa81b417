"""The settings of the document in Word."""

from __future__ import annotations

from briefwright.formats.docx.languages import word_language
from briefwright.formats.docx.styles import hyphenates
from briefwright.formats.docx.xml import STORY, Element, flag, root, w
from briefwright.theme.theme import Theme

_WORD = "http://schemas.microsoft.com/office/word"
_COMPATIBLE = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}
"""What Word 2013 and all after it write for a new document; without it they open in compatibility mode."""


def settings(theme: Theme, language: str) -> Element:
    """The root of the settings part."""
    compatible = [w("compatSetting", name=name, uri=_WORD, val=value) for name, value in _COMPATIBLE.items()]
    hyphenation = [w("autoHyphenation"), w("consecutiveHyphenLimit", val=2), w("doNotHyphenateCaps")]
    # Whoever saves the draft keeps all letters of the faces, for the next one to type.
    embedding = [w("embedTrueTypeFonts"), flag("saveSubsetFonts", False)]
    return root(
        "w:settings",
        STORY,
        w("zoom", percent=100),
        *(embedding if theme.embed_fonts else []),
        w("defaultTabStop", val=720),
        *(hyphenation if hyphenates(theme) else []),
        w("characterSpacingControl", val="doNotCompress"),
        w("footnotePr", w("footnote", id=-1), w("footnote", id=0)),
        w("compat", *compatible),
        w("themeFontLang", val=word_language(language)),
        w("decimalSymbol", val="."),
        w("listSeparator", val=","),
    )
