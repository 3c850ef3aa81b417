"""Paragraphs: their style, what must be said on the paragraph itself, and the bookmarks that name them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefwright.document.nodes import Inline, Line, Styled
from briefwright.document.walk import inlines, plain_text
from briefwright.formats.docx.controls import awaited, bookmarked, field_bookmark
from briefwright.formats.docx.derived import Addition, derived, points
from briefwright.formats.docx.draft import Draft, Place
from briefwright.formats.docx.flow import Piece
from briefwright.formats.docx.formatting import colour, indents
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
    additions = [*_ink(style, place, draft), *_indent(style, place, numbered), *_after(style, after)]
    properties = _properties(name, style, additions, place, draft, numbered)
    _make_room(content, name, draft)
    if level is not None and draft.levels.setdefault(name, level) != level:
        properties.append(w("outlineLvl", val=level - 1))
    inner = runs(content, Setting(style, place.part), draft)
    below = style.space_after if after is None else max(after, style.space_after)
    return Piece(_element(properties, inner, draft), style.space_before, below, keep_with_next=style.keep_with_next)


def line(block: Line, name: str, place: Place, draft: Draft) -> Piece:
    """A line with text at the left, the centre and the right, parted by tabs to stops of the style."""
    style = draft.theme.paragraph(name)
    setting = Setting(style, place.part)
    additions = [*_ink(style, place, draft), *_indent(style, place), *_stops(block, name, place, draft)]
    properties = _properties(name, style, additions, place, draft)
    _make_room((*block.left, *block.centre, *block.right), name, draft)
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
    indent = w("ind", left=twips(place.offset))
    additions = [Addition(f"indent {points(place.offset)}", (indent,))] if place.offset else []
    properties = [w("pStyle", val=derived(PICTURE_STYLE, additions, draft))]
    if keep or place.keep:
        properties.append(w("keepNext"))
    return Piece(_element(properties, [run], draft), 0.0, PICTURE_SPACE, keep_with_next=keep)


def _properties(
    name: str,
    style: ParagraphStyle,
    additions: Sequence[Addition],
    place: Place,
    draft: Draft,
    numbered: Numbered | None = None,
) -> list[Element]:
    found = [w("pStyle", val=derived(draft.names.paragraphs[name], additions, draft))]
    if place.keep and not style.keep_with_next:
        found.append(w("keepNext"))
    if numbered is not None:
        found.append(w("numPr", w("ilvl", val=numbered.level), w("numId", val=numbered.count)))
    return found


def _ink(style: ParagraphStyle, place: Place, draft: Draft) -> Iterator[Addition]:
    if place.ink is not None and place.ink != style.colour:
        yield Addition(place.ink, runs=(w("color", val=colour(place.ink, draft.theme)),))


def _indent(style: ParagraphStyle, place: Place, numbered: Numbered | None = None) -> Iterator[Addition]:
    """Where a paragraph begins that is in no list: a count has indents of its own."""
    moved = f"indent {points(place.offset)}" if place.offset else ""
    if numbered is not None and numbered.count == 0:
        indent = w("ind", left=twips(style.indent_left + place.offset), firstLine=0)
        yield Addition(f"unnumbered {moved}".strip(), (indent,))
    elif numbered is None and moved:
        yield Addition(moved, (indents(style, place.offset),))


def _after(style: ParagraphStyle, after: float | None) -> Iterator[Addition]:
    if after is not None and after > style.space_after:
        yield Addition(f"after {points(after)}", (w("spacing", after=twips(after)),))


def _stops(block: Line, name: str, place: Place, draft: Draft) -> Iterator[Addition]:
    """The tab stops of a line that are not those of its style."""
    centred, page = bool(block.centre), draft.theme.page.measure
    if place.measure != page or draft.stops.setdefault(name, centred) != centred:
        words = f"{'three' if centred else 'two'} parts" + (
            f" {points(place.measure)}" if place.measure != page else ""
        )
        yield Addition(words, (tab_stops(place.measure, centred, clear=page),))


def _element(properties: list[Element], inner: list[Element], draft: Draft) -> Element:
    content = awaited(bookmarked(inner, field_bookmark(inner, draft), draft), draft)
    return w("p", ordered("pPr", properties), *content)


def _make_room(content: tuple[Inline, ...], name: str, draft: Draft) -> None:
    if _needs_room(content, draft.theme.paragraph(name), draft):
        draft.roomy.add(name)


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
