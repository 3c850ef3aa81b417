"""The styles part: everything that a theme says of the look, as styles that can be changed in Word."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.document import contents
from briefwright.formats.docx import languages
from briefwright.formats.docx.contents import stops
from briefwright.formats.docx.draft import Draft
from briefwright.formats.docx.flow import gap_style
from briefwright.formats.docx.formatting import (
    border,
    colour,
    fonts,
    paragraph_layout,
    paragraph_runs,
    sizes,
    text_properties,
)
from briefwright.formats.docx.names import StyleName
from briefwright.formats.docx.paragraphs import PICTURE_SPACE, PICTURE_STYLE, tab_stops
from briefwright.formats.docx.table_styles import table_styles
from briefwright.formats.docx.xml import STORY, Element, ordered, root, twips, w
from briefwright.theme.styles import ParagraphStyle
from briefwright.theme.theme import Theme

NOTE_RULE = StyleName("Brief Note Rule", "BriefNoteRule")
"""The style of the rule between the text of a page and its notes."""

_HIGHEST_HEADING = 9
_FIGURE = 0.55
"""The width of a figure, as a share of its size."""

_AFTER_NUMBER = 4.0
"""The least space in points between the number of a note and its text."""


def styles(draft: Draft) -> Element:
    """The root of the styles part; it knows what the finished document uses."""
    theme = draft.theme
    made = [_defaults(draft), _latent(), *_basic(draft)]
    made += [_paragraph_style(name, draft) for name in theme.paragraphs]
    made += [_text_style(name, draft) for name in theme.texts]
    made += [_note_rule(theme), _picture()]
    made += [draft.derived[identifier] for identifier in sorted(draft.derived)]
    made += [gap_style(height) for height in sorted(draft.gaps)]
    made += table_styles(theme, draft.names)
    return root("w:styles", STORY, *made)


def hyphenates(theme: Theme) -> bool:
    """Whether any style of a theme hyphenates, and so the document does."""
    return any(theme.paragraph(name).hyphenate for name in theme.paragraphs)


def _defaults(draft: Draft) -> Element:
    theme, body = draft.theme, draft.theme.paragraph("body")
    eastern = languages.first_family(languages.EAST_ASIAN, theme)
    complex_script = languages.first_family(languages.RIGHT_TO_LEFT, theme)
    own = draft.document.metadata.language
    turned = own if draft.right_to_left else (complex_script.languages[0] if complex_script else "ar")
    language = w(
        "lang",
        val=languages.word_language(own),
        eastAsia=languages.word_language(eastern.languages[0] if eastern else "ja"),
        bidi=languages.word_language(turned),
    )
    runs = [fonts(body.font, theme), w("color", val=colour(body.colour, theme)), *sizes(body.size), language]
    direction = [w("bidi")] if draft.right_to_left else []
    layout = [w("widowControl"), *direction, *([w("suppressAutoHyphens")] if hyphenates(theme) else [])]
    return w("docDefaults", w("rPrDefault", ordered("rPr", runs)), w("pPrDefault", ordered("pPr", layout)))


def _latent() -> Element:
    """Word's own styles stay out of the list until they are used, so that it shows those of the house."""
    return w(
        "latentStyles",
        defLockedState=0,
        defUIPriority=99,
        defSemiHidden=1,
        defUnhideWhenUsed=1,
        defQFormat=0,
        count=376,
    )


def _basic(draft: Draft) -> Iterator[Element]:
    """The four styles that Word takes where nothing is named."""
    if "Normal" not in {name.name for name in draft.names.paragraphs.values()}:
        yield _style("paragraph", StyleName("Normal", "Normal"), [w("uiPriority", val=0), w("qFormat")], default=True)
    hidden = [w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed")]
    yield _style("character", StyleName("Default Paragraph Font", "DefaultParagraphFont"), hidden, default=True)
    sides = [w(side, w=0, type="dxa") for side in ("top", "left", "bottom", "right")]
    bare = w("tblPr", w("tblInd", w=0, type="dxa"), w("tblCellMar", *sides))
    hidden = [w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed"), bare]
    yield _style("table", StyleName("Normal Table", "TableNormal"), hidden, default=True)
    hidden = [w("uiPriority", val=99), w("semiHidden"), w("unhideWhenUsed")]
    yield _style("numbering", StyleName("No List", "NoList"), hidden, default=True)


def _style(kind: str, name: StyleName, children: list[Element], *, default: bool = False, own: bool = False) -> Element:
    attributes: dict[str, str | int] = {"type": kind}
    if default:
        attributes["default"] = 1
    if own:
        attributes["customStyle"] = 1
    return w("style", w("name", val=name.name), *children, **attributes, styleId=name.id)


# ---- paragraph styles -------------------------------------------------------------------------------------------


def _paragraph_style(name: str, draft: Draft) -> Element:
    theme, named = draft.theme, draft.names.paragraphs[name]
    based_on = theme.paragraphs[name].based_on
    style, base = _as_set(name, draft), _as_set(based_on, draft) if based_on else None
    rules = _line_rule(name, draft), _line_rule(based_on, draft)
    layout = [*paragraph_layout(style, base, theme, rules, hyphenates(theme)), *_structure(name, named, draft)]
    runs = paragraph_runs(style, base, theme)
    head = [w("basedOn", val=draft.names.paragraphs[based_on].id)] if based_on else []
    head += [w("uiPriority", val=_priority(name, draft)), w("qFormat")]
    if layout:
        head.append(ordered("pPr", layout))
    if runs:
        head.append(ordered("rPr", runs))
    built_in = theme.paragraphs[name].word is not None
    return _style("paragraph", named, head, default=named.name == "Normal", own=not built_in)


def _line_rule(name: str | None, draft: Draft) -> str:
    """Whether the lines of a style are exact, or may grow where its words would be cut off."""
    return "atLeast" if name in draft.roomy else "exact"


def _as_set(name: str, draft: Draft) -> ParagraphStyle:
    """A paragraph style as Word sets it: that of the notes with room for the longest number at the left."""
    style = draft.theme.paragraph(name)
    if name != "note":
        return style
    size = draft.theme.text("note-number").size or style.size
    longest = len(str(len(draft.notes))) * _FIGURE * size
    room = max(draft.theme.notes.number_width, longest + _AFTER_NUMBER)
    return style.model_copy(update={"indent_left": style.indent_left + room, "indent_first": style.indent_first - room})


def _structure(name: str, named: StyleName, draft: Draft) -> Iterator[Element]:
    """What a style says beyond its look: its count, its rank in the outline, its tab stops."""
    count = draft.numbering.of_style(name)
    if count is not None:
        yield w("numPr", w("numId", val=count))
    level = _outline_level(named.name) or draft.levels.get(name)
    if level is not None:
        yield w("outlineLvl", val=level - 1)
    if contents.is_entry_style(name):
        yield stops(draft.theme.page.measure)
    if name in draft.stops:
        yield tab_stops(draft.theme.page.measure, draft.stops[name])


def _outline_level(word_name: str) -> int | None:
    kind, _, level = word_name.partition(" ")
    return int(level) if kind == "heading" and level.isdigit() and int(level) <= _HIGHEST_HEADING else None


def _priority(name: str, draft: Draft) -> int:
    """The place of a style in Word's list: the order in which the theme names them."""
    return 1 + list(draft.theme.paragraphs).index(name)


def _note_rule(theme: Theme) -> Element:
    notes = theme.notes
    width = theme.page.measure if notes.rule_width == "*" else notes.rule_width
    line = max(1.0, notes.rule.gap)
    layout = [
        w("pBdr", border("top", notes.rule, theme, gap=0)),
        w("spacing", before=twips(notes.space_above), after=0, line=twips(line), lineRule="exact"),
        w("ind", right=twips(theme.page.measure - width)),
    ]
    return _style(
        "paragraph",
        NOTE_RULE,
        [w("uiPriority", val=99), ordered("pPr", layout), w("rPr", w("sz", val=2), w("szCs", val=2))],
        own=True,
    )


def _picture() -> Element:
    layout = w("spacing", before=0, after=twips(PICTURE_SPACE), line=240, lineRule="auto")
    return _style("paragraph", PICTURE_STYLE, [w("uiPriority", val=99), w("pPr", layout)], own=True)


# ---- text styles ------------------------------------------------------------------------------------------------


def _text_style(name: str, draft: Draft) -> Element:
    theme, named = draft.theme, draft.names.texts[name]
    size = draft.sizes.get(name, theme.paragraph("body").size)
    runs = text_properties(theme.texts[name], size, theme)
    children = [w("uiPriority", val=99), w("qFormat"), *([ordered("rPr", runs)] if runs else [])]
    return _style("character", named, children, own=named.name.startswith("Brief "))
