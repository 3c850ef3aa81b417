"""The part that holds the notes, with the rules that Word sets above them."""

from __future__ import annotations

from briefwright.formats.docx.styles import NOTE_RULE
from briefwright.formats.docx.xml import STORY, Element, root, w


def footnotes(notes: list[Element]) -> Element:
    """The root of the footnotes part: the two rules, which Word looks for by their kind, and the notes from 1."""
    rules = [_rule("separator", -1), _rule("continuationSeparator", 0)]
    return root("w:footnotes", STORY, *rules, *notes)


def _rule(kind: str, number: int) -> Element:
    # The rule is the border of the style. Word's own separator can be neither coloured nor made as wide as the measure.
    return w("footnote", w("p", w("pPr", w("pStyle", val=NOTE_RULE.id))), type=kind, id=number)
