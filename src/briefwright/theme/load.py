"""Reading a theme: the house's theme.yaml, validated, with the font families that every house may name."""

from __future__ import annotations

from briefwright.diagnostics import Report
from briefwright.source.reader import read
from briefwright.source.validate import validate
from briefwright.theme.theme import Theme


def load(text: str, file: str, fonts: dict[str, object], report: Report) -> Theme | None:
    """The theme of this text, or None with its problems in the report; `fonts` are the families known to all houses."""
    source = read(text, file, report)
    if source is None:
        return None
    return validate(Theme, source, report, defaults={"fonts": fonts})
