"""Paragraphs: their style, what must be said on the paragraph itself, and the bookmarks that name them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from briefwright.document.contents import is_made_up
from briefwright.document.nodes import Inline, Line, Styled
from briefwright.document.walk import inlines, plain_text
from briefwright.formats.docx.anchors import bookmark_name, contents_bookmark_name
from briefwright.formats.docx.controls import bookmarked, field_bookmark
from briefwright.formats.docx.draft import Draft, Place
from briefwright.formats.docx.flow import Piece
from briefwright.formats.docx.formatting import indents
from briefwright.formats.docx.inlines import Setting, runs
from briefwright.formats.docx.names import StyleName
from briefwright.formats.docx.xml import Element, ordered, twips, w
from briefwright.theme.styles import ParagraphStyle

PICTURE_STYLE = StyleName("Brief Picture", "BriefPicture")
"""The style of the paragraph that holds a picture; its lines are as high as what stands in them."""

PICTURE_SPACE = 6.0
"""The space below a picture in points."""

_ROOM = 1.25
"""The leading, in sizes of the type, from which exact lines cut nothing off accents and foreign letters."""


@dataclass(frozen=True, slots=True)
class Numbered:
    """The place of a paragraph in a list: the count and its level; `count` 0 takes a style's own number away."""

    count: int
    level: int = 0


def paragraph(
    content: tuple[Inline, ...],
    name: str,
    place: Place,
    draft: Draft,
    *,
    numbered: Numbered | None = None,
    level: int | None = None,
    after: float | None = None,
) -> Piece:
    """A paragraph in a style that the theme defines.

    `level` is the rank of a heading; `after` is more space below than the style gives.
    """
    style = draft.theme.paragraph(name)
    properties = _properties(name, style, place, draft, numbered)
    properties += _spacing(content, style, draft, after)
    if level is not None and draft.levels.setdefault(name, level) != level:
        properties.append(w("outlineLvl", val=level - 1))
    inner = runs(content, Setting(style, place.part, place.ink), draft)
    below = style.space_after if after is None else max(after, style.space_after)
    return Piece(_element(properties, inner, draft), style.space_before, below, keep_with_next=style.keep_with_next)


def line(block: Line, name: str, place: Place, draft: Draft) -> Piece:
    """A line with text at the left, the centre and the right, parted by tabs to stops of the style."""
    style = draft.theme.paragraph(name)
    setting = Setting(style, place.part, place.ink)
    content = (*block.left, *block.centre, *block.right)
    properties = _properties(name, style, place, draft)
    properties += _spacing(content, style, draft)
    centred = bool(block.centre)
    if place.measure != draft.theme.page.measure or draft.stops.setdefault(name, centred) != centred:
        properties.append(tab_stops(place.measure, centred, clear=draft.theme.page.measure))
    inner = runs(block.left, setting, draft)
    if block.centre:
        inner += [w("r", w("tab")), *runs(block.centre, setting, draft)]
    if block.right:
        inner += [w("r", w("tab")), *runs(block.right, setting, draft)]
    return Piece(_element(properties, inner, draft), style.space_before, style.space_after)


def tab_stops(measure: float, centred: bool, clear: float | None = None) -> Element:
    """The stops of a line of this measure; those of a style for the measure `clear` are taken away."""
    stops = {twips(measure): "right"}
    if centred:
        stops[twips(measure / 2)] = "center"
    if clear is not None:
        for old in (twips(clear / 2), twips(clear)):
            stops.setdefault(old, "clear")
    return w("tabs", *[w("tab", val=kind, pos=position) for position, kind in sorted(stops.items())])


def picture_paragraph(run: Element, place: Place, draft: Draft, *, keep: bool) -> Piece:
    """The paragraph that holds a picture, held to the caption below it."""
    properties = [w("pStyle", val=PICTURE_STYLE.id)]
    if keep or place.keep:
        properties.append(w("keepNext"))
    if place.offset:
        properties.append(w("ind", left=twips(place.offset)))
    return Piece(_element(properties, [run], draft), 0.0, PICTURE_SPACE, keep_with_next=keep)


def _properties(
    name: str, style: ParagraphStyle, place: Place, draft: Draft, numbered: Numbered | None = None
) -> list[Element]:
    found = [w("pStyle", val=draft.names.paragraphs[name].id)]
    if place.keep and not style.keep_with_next:
        found.append(w("keepNext"))
    if numbered is not None:
        found.append(w("numPr", w("ilvl", val=numbered.level), w("numId", val=numbered.count)))
    if numbered is not None and numbered.count == 0:
        found.append(w("ind", left=twips(style.indent_left + place.offset), firstLine=0))
    elif numbered is None and place.offset:
        found.append(indents(style, place.offset))
    return found


def _spacing(
    content: tuple[Inline, ...], style: ParagraphStyle, draft: Draft, after: float | None = None
) -> list[Element]:
    said: dict[str, str | int] = {}
    if _needs_room(content, style, draft):
        said |= {"line": twips(style.leading), "lineRule": "atLeast"}
    if after is not None and after > style.space_after:
        said["after"] = twips(after)
    return [w("spacing", **said)] if said else []


def _element(properties: list[Element], inner: list[Element], draft: Draft) -> Element:
    names = [name for identifier in draft.waiting for name in _bookmark_names(identifier, draft)]
    marks = [(draft.next_bookmark(), name) for name in names]
    draft.waiting.clear()
    starts = [w("bookmarkStart", id=number, name=name) for number, name in marks]
    ends = [w("bookmarkEnd", id=number) for number, _ in reversed(marks)]
    content = bookmarked(inner, field_bookmark(inner, draft), draft)
    return w("p", ordered("pPr", properties), *starts, *content, *ends)


def _bookmark_names(identifier: str, draft: Draft) -> Iterator[str]:
    """The bookmark of a block, unless its id is there for the contents list alone, and that of the contents list."""
    if not is_made_up(identifier):
        yield bookmark_name(identifier)
    if identifier in draft.listed:
        yield contents_bookmark_name(identifier)


def _needs_room(content: tuple[Inline, ...], style: ParagraphStyle, draft: Draft) -> bool:
    """Whether exact lines would cut something off: words larger than the paragraph's, or tall letters set tight."""
    if style.leading < _ROOM * _largest(content, style, draft):
        return any(_is_tall(letter) for letter in plain_text(content)) or _largest(content, style, draft) > style.size
    return False


def _largest(content: tuple[Inline, ...], style: ParagraphStyle, draft: Draft) -> float:
    texts = draft.theme.texts
    named = [texts[i.style] for i in inlines(content) if isinstance(i, Styled) and i.style in texts]
    return max([style.size, *(text.size for text in named if text.size is not None)])


def _is_tall(letter: str) -> bool:
    """Whether a letter reaches above the capitals: a capital with an accent, or a letter of Asia."""
    if letter <= "~":
        return False
    return unicodedata.east_asian_width(letter) in "WF" or (
        letter.isupper() and bool(unicodedata.decomposition(letter))
    )
