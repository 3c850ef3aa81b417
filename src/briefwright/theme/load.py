"""Reading a theme: the house's theme.yaml, with the font families that every house may name."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict

from briefwright.diagnostics import Report
from briefwright.source.reader import read
from briefwright.source.validate import validate
from briefwright.theme.checks import check_names
from briefwright.theme.fonts import FontFamily
from briefwright.theme.theme import Theme


class Fonts(BaseModel):
    """The font families that every house may name."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    fonts: Mapping[str, FontFamily]


def load_fonts(text: str, file: str, report: Report) -> Fonts | None:
    """The font families of this text, or None with its problems in the report."""
    source = read(text, file, report)
    return validate(Fonts, source, report) if source else None


def load_theme(text: str, file: str, fonts: Fonts, report: Report) -> Theme | None:
    """The theme of this text, or None with its problems in the report; its own fonts come before the given ones."""
    source = read(text, file, report)
    theme = validate(Theme, source, report) if source else None
    if source is None or theme is None:
        return None
    theme = theme.model_copy(update={"fonts": {**fonts.fonts, **theme.fonts}})
    check_names(theme, source, report)
    return theme
