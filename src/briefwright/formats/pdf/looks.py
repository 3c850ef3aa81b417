"""Looks: how a stretch of text is set, once the styles of paragraph and text are put together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefwright.theme.styles import Figures, ParagraphStyle, TextStyle
from briefwright.theme.theme import Theme

_WITHOUT_LIGATURES = (("liga", False), ("clig", False))
"""Letters that are set apart are not joined either."""
_FIGURES: Mapping[Figures, tuple[tuple[str, bool], ...]] = {
    "lining": (("lnum", True), ("pnum", True)),
    "old-style": (("onum", True), ("pnum", True)),
    "tabular": (("lnum", True), ("tnum", True)),
    "tabular-old-style": (("onum", True), ("tnum", True)),
}


@dataclass(frozen=True, slots=True)
class Look:
    """The setting of a text. Colours are `#rrggbb`, lengths points, tracking a share of the size."""

    role: str
    size: float
    weight: int
    italic: bool
    colour: str
    tracking: float
    capitals: bool
    language: str
    background: str | None = None
    rise: float = 0.0
    figures: Figures | None = None

    @property
    def features(self) -> tuple[tuple[str, bool], ...]:
        """The OpenType features that the look turns on or off."""
        return (_FIGURES[self.figures] if self.figures else ()) + (_WITHOUT_LIGATURES if self.tracking else ())


def of_paragraph(style: ParagraphStyle, theme: Theme, language: str, ink: str | None = None) -> Look:
    """The look of a paragraph's plain text; `ink` replaces the colour where the ground asks for another."""
    return Look(
        role=style.font,
        size=style.size,
        weight=style.weight,
        italic=style.italic,
        colour=theme.colour(ink or style.colour),
        tracking=style.tracking,
        capitals=style.capitals,
        language=language,
        figures=style.figures,
    )


def styled(look: Look, style: TextStyle, theme: Theme) -> Look:
    """The look with everything that the text style sets."""
    return replace(
        look,
        role=style.font or look.role,
        size=look.size if style.size is None else style.size,
        weight=look.weight if style.weight is None else style.weight,
        italic=look.italic if style.italic is None else style.italic,
        colour=look.colour if style.colour is None else theme.colour(style.colour),
        tracking=look.tracking if style.tracking is None else style.tracking,
        capitals=look.capitals if style.capitals is None else style.capitals,
        background=look.background if style.background is None else theme.colour(style.background),
        rise=style.rise or look.rise,
        figures=style.figures or look.figures,
    )


def stressed(look: Look, style: TextStyle, theme: Theme) -> Look:
    """The look of stressed words; among italics they stand upright."""
    changed = styled(look, style, theme)
    return replace(changed, italic=False) if look.italic and style.italic else changed
