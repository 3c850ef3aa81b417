"""Styles for a use that asks for more than a style of the theme says, so that nothing is said outside styles.

They are made at their first use, are called after what they add (`Brief Source (after 4)`), and follow the style that
they are based on when somebody changes that in Word.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefwright.formats.docx.draft import Draft
from briefwright.formats.docx.names import StyleName, style_id
from briefwright.formats.docx.xml import Element, ordered, w

_MARK = "_"
"""What stands in an id between that of the style it is based on and what is added; other ids have letters only."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What a use adds to a style: properties of paragraphs and of runs, and the words that tell them from others."""

    words: str
    layout: tuple[Element, ...] = ()
    runs: tuple[Element, ...] = ()


def derived(base: StyleName, additions: Sequence[Addition], draft: Draft, kind: str = "paragraph") -> str:
    """The id of the style with these additions; that of the style itself where there are none."""
    if not additions:
        return base.id
    words = " ".join(addition.words for addition in additions)
    identifier = f"{base.id}{_MARK}{style_id(words)}"
    if identifier not in draft.derived:
        layout = [element for addition in additions for element in addition.layout]
        runs = [element for addition in additions for element in addition.runs]
        draft.derived[identifier] = w(
            "style",
            w("name", val=f"{base.name} ({words})"),
            w("basedOn", val=base.id),
            w("uiPriority", val=99),
            *([ordered("pPr", layout)] if layout else []),
            *([ordered("rPr", runs)] if runs else []),
            type=kind,
            customStyle=1,
            styleId=identifier,
        )
    return identifier


def base_id(identifier: str) -> str:
    """The id of the style of the theme that a style is, or is based on."""
    return identifier.partition(_MARK)[0]


def points(length: float) -> str:
    """A length in points as the name of a style tells it."""
    return f"{round(length, 1):g}"
