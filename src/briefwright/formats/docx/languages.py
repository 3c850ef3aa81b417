"""Languages as Word names them, and the stretches of a text that Word sets in different faces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.theme.fonts import FontFamily
from briefwright.theme.theme import Theme

EAST_ASIAN = ("ko", "ja", "zh")
"""Languages whose text Word sets in the East Asian face of a style."""

RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "yi", "ps", "ckb", "dv", "syr")
"""Languages whose text runs from right to left, in the face for complex scripts."""

_RTL = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_RTL_STRETCH = re.compile(f"[{_RTL}](?:[^{_RTL}A-Za-z]*[{_RTL}])*")
_LTR = "A-Za-z\u00c0-\u058f\u1e00-\u1fff\u3040-\ud7ff"
_LTR_STRETCH = re.compile(f"[{_LTR}](?:[^{_RTL}]*[{_LTR}])?")


def primary(language: str) -> str:
    """The language of a tag without its script and region: `zh-Hant-TW` is `zh`."""
    return language.partition("-")[0].lower()


def word_language(language: str) -> str:
    """A BCP 47 tag as Word writes it: with a region, without a script."""
    parts = language.split("-")
    regions = [part.upper() for part in parts[1:] if re.fullmatch(r"[A-Za-z]{2}|\d{3}", part)]
    return f"{parts[0].lower()}-{regions[0] if regions else _likely_region(language)}".rstrip("-")


def _likely_region(language: str) -> str:
    from babel.core import get_global

    likely = get_global("likely_subtags")
    tag = language.replace("-", "_")
    answer: str = likely.get(tag) or likely.get(primary(language)) or ""
    return answer.rpartition("_")[2]


def family_for(language: str, theme: Theme) -> FontFamily | None:
    """The family of the theme's fallbacks that is meant for a language, the most exact tag first."""
    families = [theme.fonts[name] for name in theme.fallback]
    tags = language.split("-")
    for length in range(len(tags), 0, -1):
        tag = "-".join(tags[:length]).lower()
        for family in families:
            if tag in (known.lower() for known in family.languages):
                return family
    return None


def first_family(languages: tuple[str, ...], theme: Theme) -> FontFamily | None:
    """The first fallback family that is meant for one of these languages."""
    for name in theme.fallback:
        if any(primary(tag) in languages for tag in theme.fonts[name].languages):
            return theme.fonts[name]
    return None


def directions(text: str, turned: bool = False) -> Iterator[tuple[str, bool]]:
    """The stretches of a text in order, each with whether it runs from right to left.

    Spaces and points between two stretches run as the document does: from right to left in a `turned` one.
    """
    start = 0
    for match in (_LTR_STRETCH if turned else _RTL_STRETCH).finditer(text):
        if match.start() > start:
            yield text[start : match.start()], turned
        yield match[0], not turned
        start = match.end()
    if start < len(text):
        yield text[start:], turned
