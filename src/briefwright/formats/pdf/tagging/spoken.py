"""Spoken: the language that words can only be of, whoever wrote them."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LANGUAGES = (
    ("ko", re.compile("[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7fb]")),
    ("ja", re.compile("[\u3041-\u309f\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff]")),
)
"""The scripts that one language alone is written in. No other script says which language it is: Han may be Chinese,
Japanese or Korean, and Cyrillic one of dozens."""


def language_of(texts: Sequence[str]) -> str | None:
    """The language of words in Hangul or kana; None where their script does not tell it."""
    text = "".join(texts)
    if text.isascii():
        return None
    return next((name for name, script in _LANGUAGES if script.search(text)), None)
