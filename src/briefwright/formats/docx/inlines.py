"""Inlines as runs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import assert_never

from docx.opc.part import Part

from briefwright.document.nodes import (
    CaptionLabel,
    Checkbox,
    Citation,
    Emphasis,
    Inline,
    InternalLink,
    LineBreak,
    Link,
    Note,
    PageCount,
    PageNumber,
    Strong,
    Styled,
    Text,
)
from briefwright.document.walk import plain_text
from briefwright.formats.docx import field_codes, languages
from briefwright.formats.docx.anchors import bookmark_name
from briefwright.formats.docx.controls import Piece, awaited, bookmarked, call_bookmark, controlled, note_bookmark
from briefwright.formats.docx.derived import Addition, derived, points
from briefwright.formats.docx.draft import Draft, link
from briefwright.formats.docx.formatting import bold, is_bold, italic, text_properties
from briefwright.formats.docx.names import StyleName
from briefwright.formats.docx.xml import Element, flag, node, ordered, text, twips, w
from briefwright.theme.styles import ParagraphStyle, TextStyle

_BARE = StyleName("Default Paragraph Font", "DefaultParagraphFont")
"""The style of words that have none."""

_RIM = "\u2007"
"""What stands on a ground beside its words: Word paints the ground no wider than the letters.

A space as wide as a figure, which no line breaks at and none hides at its end.
"""


@dataclass(frozen=True, slots=True)
class Setting:
    """How runs are set.

    The paragraph style around them, the part they are in, and the text styles on them from the outermost.
    """

    paragraph: ParagraphStyle
    part: Part
    styles: tuple[str, ...] = ()

    def styled(self, name: str) -> Setting:
        """The same setting with one more text style."""
        return replace(self, styles=(*self.styles, name))


def runs(content: tuple[Inline, ...], setting: Setting, draft: Draft) -> list[Element]:
    """The runs of a content, those of one field of the brief in a content control that says which."""
    return controlled(_pieces(content, setting, draft), draft)


def _pieces(content: tuple[Inline, ...], setting: Setting, draft: Draft) -> list[Piece]:
    return [piece for inline in content for piece in _inline(inline, setting, draft)]


def _inline(inline: Inline, setting: Setting, draft: Draft) -> list[Piece]:
    match inline:
        case Text():
            return [(run, inline.origin.path) for run in _text(inline, setting, draft)]
        case Emphasis() | Strong() | Styled() | Link() | InternalLink():
            return _around(inline, setting, draft)
        case CaptionLabel():
            return [(element, None) for element in _label(inline, setting, draft)]
        case Note():
            return [(piece, inline.origin.path) for piece in _note_call(inline, draft)]
        case LineBreak() | PageNumber() | PageCount() | Checkbox():
            return [(_mark(inline, setting, draft), None)]
        case Citation():
            raise ValueError(f"the citation at {inline.origin.span} was never turned into a note")
        case _:
            assert_never(inline)


def _around(inline: Emphasis | Strong | Styled | Link | InternalLink, setting: Setting, draft: Draft) -> list[Piece]:
    match inline:
        case Emphasis():
            return _pieces(inline.content, setting.styled("emphasis"), draft)
        case Strong():
            return _pieces(inline.content, setting.styled("strong"), draft)
        case Styled():
            return _styled(inline, setting, draft)
        case Link():
            around = node("w:hyperlink", {"r:id": link(setting.part, inline.href), "w:history": 1})
            return _linked(inline, around, setting.styled("link"), draft)
        case InternalLink() if inline.named and draft.named.get(inline.target) == plain_text(inline.content):
            return [(_reference(inline, setting, draft), inline.origin.path)]
        case InternalLink():
            return _linked(inline, w("hyperlink", anchor=bookmark_name(inline.target), history=1), setting, draft)
        case _:
            assert_never(inline)


def _styled(inline: Styled, setting: Setting, draft: Draft) -> list[Piece]:
    within = setting.styled(inline.style)
    inner = _pieces(inline.content, within, draft)
    if draft.theme.texts[inline.style].background is None:
        return inner
    rim = text("w:t", _RIM, {"xml:space": "preserve"})
    return [(_run(within, draft, rim), None), *inner, (_run(within, draft, rim), None)]


def _linked(inline: Link | InternalLink, around: Element, setting: Setting, draft: Draft) -> list[Piece]:
    """A link with its words: in the control of its field where it comes from one, else with controls inside."""
    pieces = _pieces(inline.content, setting, draft)
    own = inline.origin.path
    around.children = controlled(pieces, draft) if own is None else [run for run, _ in pieces]
    return [(around, own)]


def _mark(inline: LineBreak | PageNumber | PageCount | Checkbox, setting: Setting, draft: Draft) -> Element:
    match inline:
        case LineBreak():
            return _run(setting, draft, w("br"))
        case PageNumber():
            return _field("PAGE", setting, draft)
        case PageCount():
            return _field("NUMPAGES", setting, draft)
        case Checkbox():
            return _checkbox(draft)
        case _:
            assert_never(inline)


# ---- text -------------------------------------------------------------------------------------------------------


def _text(inline: Text, setting: Setting, draft: Draft) -> list[Element]:
    made = []
    for stretch, right_to_left in languages.directions(inline.value, draft.right_to_left):
        language = _language(inline.language, right_to_left, draft)
        made.append(_run(setting, draft, *_characters(stretch), language=language))
    return made


def _characters(value: str) -> list[Element]:
    """The characters of a run; a soft hyphen is an element in Word, which shows the character as a hyphen."""
    pieces = value.split("\u00ad")
    made = [text("w:t", pieces[0], {"xml:space": "preserve"})]
    for piece in pieces[1:]:
        made += [w("softHyphen"), text("w:t", piece, {"xml:space": "preserve"})]
    return made


def _language(language: str | None, right_to_left: bool, draft: Draft) -> list[Element]:
    """The properties of a run in another language: its spelling, its direction and the face meant for it."""
    if right_to_left:
        language = language or (draft.document.metadata.language if draft.right_to_left else None)
        own = language is not None and languages.primary(language) in languages.RIGHT_TO_LEFT
        marks = [w("lang", bidi=languages.word_language(language))] if own and language else []
        return [w("rtl"), *_face("cs", language if own else None, draft), *marks]
    if language is None or languages.primary(language) in languages.RIGHT_TO_LEFT:
        return []
    if languages.primary(language) in languages.EAST_ASIAN:
        return [*_face("eastAsia", language, draft), w("lang", eastAsia=languages.word_language(language))]
    return [w("lang", val=languages.word_language(language))]


def _face(slot: str, language: str | None, draft: Draft) -> list[Element]:
    family = languages.family_for(language, draft.theme) if language else None
    hint = {"hint": "eastAsia"} if slot == "eastAsia" else {}
    named = {slot: family.word} if family else {}
    return [w("rFonts", **hint, **named)] if hint or named else []


# ---- runs and their properties ----------------------------------------------------------------------------------


def _run(setting: Setting, draft: Draft, *children: Element, language: list[Element] | None = None) -> Element:
    properties = [*_properties(setting, draft), *(language or [])]
    return w("r", *([ordered("rPr", _one_fonts(properties))] if properties else []), *children)


def _one_fonts(properties: list[Element]) -> list[Element]:
    """The properties with all `rFonts` in one, because a run may hold but one; the later wins."""
    faces = [element for element in properties if element.name == "w:rFonts"]
    for extra in faces[1:]:
        faces[0].attributes |= extra.attributes
    return [element for element in properties if not any(element is extra for extra in faces[1:])]


def _properties(setting: Setting, draft: Draft) -> list[Element]:
    if not setting.styles:
        return []
    primary = _primary(setting.styles)
    named = draft.theme.texts[primary]
    wanted = _merged([draft.theme.texts[name] for name in setting.styles])
    size = wanted.size or setting.paragraph.size
    extra = wanted.model_copy(
        update={field: None for field in _FIELDS if getattr(wanted, field) == getattr(named, field)}
    )
    extra = extra.model_copy(
        update={"weight": None, "italic": None, "capitals": None, "rise": wanted.rise - named.rise}
    )
    first_size = draft.sizes.setdefault(primary, size)
    direct = text_properties(extra, size, draft.theme)
    if (
        extra.tracking is None
        and wanted.tracking
        and twips(wanted.tracking * size) != twips(wanted.tracking * first_size)
    ):
        direct.append(w("spacing", val=twips(wanted.tracking * size)))
    within = [name for name in setting.styles if name != primary]
    words = " ".join([*(["in", *within] if within else []), "at", points(size)])
    additions = [Addition(words, runs=tuple(direct))] if direct else []
    style = derived(draft.names.texts[primary], additions, draft, "character")
    return [w("rStyle", val=style), *_toggles(named, wanted, setting.paragraph)]


_FIELDS = ("font", "size", "colour", "tracking", "background")


def _primary(styles: tuple[str, ...]) -> str:
    """The text style that a run names, for it can name but one: the innermost that is more than a stress."""
    telling = [name for name in styles if name not in ("strong", "emphasis")]
    return (telling or list(styles))[-1]


def _merged(styles: list[TextStyle]) -> TextStyle:
    merged = TextStyle()
    for style in styles:
        given = {field: getattr(style, field) for field in style.model_fields_set}
        merged = merged.model_copy(update=given)
    return merged


def _toggles(named: TextStyle, wanted: TextStyle, paragraph: ParagraphStyle) -> list[Element]:
    """What must be said on the run itself of bold, italic and capitals.

    In Word these three toggle: a bold text style within a bold paragraph style comes out regular, and one that is not
    bold leaves the paragraph's bold standing. Where that differs from what the theme says, the run says it.
    """
    found: list[Element] = []
    weight = paragraph.weight if wanted.weight is None else wanted.weight
    named_bold = named.weight is not None and is_bold(named.weight)
    if is_bold(weight) != (is_bold(paragraph.weight) != named_bold):
        found += bold(is_bold(weight))
    slanted = paragraph.italic if wanted.italic is None else wanted.italic
    if slanted != (paragraph.italic != bool(named.italic)):
        found += italic(slanted)
    capitals = paragraph.capitals if wanted.capitals is None else wanted.capitals
    if capitals != (paragraph.capitals != bool(named.capitals)):
        found.append(flag("caps", capitals))
    return found


# ---- fields -----------------------------------------------------------------------------------------------------


def _label(inline: CaptionLabel, setting: Setting, draft: Draft) -> list[Element]:
    """The label of a caption, in the bookmark of what it names: what leads there can show it."""
    word = _text(Text(inline.text.removesuffix(str(inline.number)), inline.origin), setting, draft)
    number = _text(Text(str(inline.number), inline.origin), setting, draft)
    return awaited([*word, field_codes.field(field_codes.sequence(inline.word), *number)], draft)


def _reference(inline: InternalLink, setting: Setting, draft: Draft) -> Element:
    shown = [run for run, _ in _pieces(inline.content, setting, draft)]
    return field_codes.field(field_codes.reference(bookmark_name(inline.target)), *shown)


# ---- what is more than text -------------------------------------------------------------------------------------


def _note_call(note: Note, draft: Draft) -> list[Element]:
    """The call of a note; where it is called more than once, the first call has a bookmark, by which the others go."""
    look = w("rPr", w("rStyle", val=draft.names.texts["note-call"].id))
    if note.number in draft.calls:
        # A field that shows the number of the note wherever it goes; a second reference would be a second note.
        shown = w("r", look, text("w:t", str(note.number)))
        return [field_codes.field(field_codes.note_number(draft.calls[note.number]), shown)]
    number = len(draft.notes) + 1
    draft.notes.append(w("footnote", _note_paragraph(note, draft), id=number))
    call = w("r", look, w("footnoteReference", id=number))
    if note.number not in draft.repeated:
        return [call]
    name = draft.calls[note.number] = call_bookmark(note.origin.path, draft)
    return bookmarked([call], name, draft)


def _note_paragraph(note: Note, draft: Draft) -> Element:
    setting = Setting(draft.theme.paragraph("note"), draft.notes_part)
    number = w("r", w("rPr", w("rStyle", val=draft.names.texts["note-number"].id)), w("footnoteRef"))
    style = w("pPr", w("pStyle", val=draft.names.paragraphs["note"].id))
    # The space is for LibreOffice, which drops the tab.
    said = bookmarked(runs(note.content, setting, draft), note_bookmark(note.origin.path, draft), draft)
    return w("p", style, number, w("r", _characters(" ")[0], w("tab")), *said)


def _field(instruction: str, setting: Setting, draft: Draft) -> Element:
    shown = _run(setting, draft, text("w:t", "1"))
    return field_codes.field(instruction, shown)


def _checkbox(draft: Draft) -> Element:
    face = "MS Gothic"
    fonts = w("rFonts", ascii=face, eastAsia=face, hAnsi=face)
    style = derived(_BARE, [Addition("box to tick", runs=(fonts,))], draft, "character")
    states = [
        node("w14:checked", {"w14:val": 0}),
        node("w14:checkedState", {"w14:val": "2612", "w14:font": face}),
        node("w14:uncheckedState", {"w14:val": "2610", "w14:font": face}),
    ]
    properties = w("sdtPr", w("id", val=draft.next_control()), node("w14:checkbox", None, *states))
    return w("sdt", properties, w("sdtContent", w("r", w("rPr", w("rStyle", val=style)), text("w:t", "☐"))))
