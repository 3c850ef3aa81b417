"""What a theme must hold beyond its fields: names that resolve, and the styles that are asked of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pydantic import BaseModel

from briefwright.diagnostics import Report, Span, did_you_mean
from briefwright.document import contents
from briefwright.document.nodes import (
    Block,
    Box,
    Columns,
    Contents,
    Document,
    Figure,
    Heading,
    Inline,
    Line,
    List,
    Paragraph,
    Section,
    Styled,
    Table,
    Text,
    Title,
)
from briefwright.document.walk import blocks, inlines, own_inlines
from briefwright.source.source import Source
from briefwright.source.value import Path
from briefwright.theme.theme import Theme

PARAGRAPHS = ("body", "title", "heading-1", "heading-2", "heading-3", "note", "caption", "table-head", "table-cell")
"""The paragraph styles that every theme defines."""

TEXTS = ("strong", "emphasis", "link", "note-call", "note-number")
"""The text styles that every theme defines."""

_COLOUR_FIELDS = frozenset({"colour", "fill", "ink", "background", "ground", "rule"})


def check_names(theme: Theme, source: Source, report: Report) -> None:
    """Tell each name in a theme that nothing defines, and each style that every theme must define."""
    used = (*_colours(theme), *_fonts(theme), *_text_styles(theme), *_bases(theme), *_words_in_pictures(theme))
    for path, kind, name, known in used:
        if name not in known:
            report.add("BW451", source.span(path), f'no {kind} is called "{name}"', *did_you_mean(name, known))
    for name in _circles(theme):
        span = source.span(("paragraphs", name, "based_on"))
        report.add("BW452", span, f'the style "{name}" is based on itself', "base one of them on no other style")
    for group, names in (("paragraphs", PARAGRAPHS), ("texts", TEXTS)):
        for name in names:
            if name not in getattr(theme, group):
                report.add("BW453", source.span((group,)), f'the theme does not define "{name}" under {group}')


_Named = tuple[Path, str, str, Mapping[str, object]]


def _colours(theme: Theme) -> Iterator[_Named]:
    for path, name in _colour_names(theme, ()):
        yield path, "colour", name, theme.colours


def _colour_names(model: BaseModel, path: Path) -> Iterator[tuple[Path, str]]:
    for field in model.model_fields_set:
        yield from _colours_in(getattr(model, field), (*path, field))


def _colours_in(value: object, path: Path) -> Iterator[tuple[Path, str]]:
    if path[-1] in _COLOUR_FIELDS and isinstance(value, str):
        yield path, value
    elif isinstance(value, BaseModel):
        yield from _colour_names(value, path)
    elif isinstance(value, Mapping):
        for key, part in value.items():
            if isinstance(part, BaseModel):
                yield from _colour_names(part, (*path, key))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _colours_in(part, (*path, index))


def _fonts(theme: Theme) -> Iterator[_Named]:
    for role, family in theme.families.items():
        yield ("families", role), "font", family, theme.fonts
    for index, family in enumerate(theme.fallback):
        yield ("fallback", index), "font", family, theme.fonts
    for group in ("paragraphs", "texts"):
        for name, style in getattr(theme, group).items():
            if "font" in style.model_fields_set and style.font is not None:
                yield (group, name, "font"), "family", style.font, theme.families


def _text_styles(theme: Theme) -> Iterator[_Named]:
    for name, style in theme.paragraphs.items():
        if style.numbering and style.numbering.text:
            yield ("paragraphs", name, "numbering", "text"), "text style", style.numbering.text, theme.texts
    for name, list_style in theme.lists.items():
        if list_style.marker_text:
            yield ("lists", name, "marker_text"), "text style", list_style.marker_text, theme.texts


def _bases(theme: Theme) -> Iterator[_Named]:
    for name, style in theme.paragraphs.items():
        if style.based_on is not None:
            yield ("paragraphs", name, "based_on"), "paragraph style", style.based_on, theme.paragraphs


def _words_in_pictures(theme: Theme) -> Iterator[_Named]:
    for use in ("label", "strong", "scale"):
        yield ("pictures", use), "paragraph style", getattr(theme.pictures, use), theme.paragraphs


def _circles(theme: Theme) -> Iterator[str]:
    for name in theme.paragraphs:
        base = theme.paragraphs[name].based_on
        for _ in theme.paragraphs:
            if base is None or base not in theme.paragraphs or base == name:
                break
            base = theme.paragraphs[base].based_on
        if base == name:
            yield name


def check_styles(document: Document, theme: Theme, report: Report) -> None:
    """Tell each style that a document asks for and its theme does not define."""
    furniture = document.furniture
    for content in (
        furniture.first_header,
        furniture.header,
        document.content,
        furniture.first_footer,
        furniture.footer,
    ):
        for block in blocks(content):
            for style in _styles(block):
                _check(style, block, theme, report)
            _check_texts(own_inlines(block), block.origin.span, theme, report)


def _styles(block: Block) -> tuple[str, ...]:
    match block:
        case Figure() | Section():
            return ()
        case Contents():
            return (contents.TITLE, *map(contents.entry_style, range(1, block.levels + 1)))
        case _:
            return (block.style,)


def _check(style: str, block: Block, theme: Theme, report: Report) -> None:
    group, kind = _group(block)
    known: Mapping[str, object] = getattr(theme, group)
    if style not in known:
        hints = did_you_mean(style, known) or (f"define it under {group} in theme.yaml",)
        report.add("BW454", block.origin.span, f'the theme has no {kind} style "{style}"', *hints)


def _group(block: Block) -> tuple[str, str]:
    match block:
        case List():
            return "lists", "list"
        case Table():
            return "tables", "table"
        case Columns():
            return "columns", "columns"
        case Box():
            return "boxes", "box"
        case Title() | Heading() | Paragraph() | Line() | Figure() | Section() | Contents():
            return "paragraphs", "paragraph"


def _check_texts(content: tuple[Inline, ...], place: Span, theme: Theme, report: Report) -> None:
    for inline in inlines(content):
        if isinstance(inline, Styled) and inline.style not in theme.texts:
            span = next((part.origin.span for part in inline.content if isinstance(part, Text)), place)
            hints = did_you_mean(inline.style, theme.texts) or ("define it under texts in theme.yaml",)
            report.add("BW454", span, f'the theme has no text style "{inline.style}"', *hints)
