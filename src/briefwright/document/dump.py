"""The document as text: one line for each block and each inline, with its origin, for people and for tests."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from typing import assert_never

from briefwright.document.nodes import (
    Block,
    Box,
    CaptionLabel,
    Checkbox,
    Citation,
    CitedSource,
    Columns,
    Contents,
    Document,
    Emphasis,
    Figure,
    Heading,
    Inline,
    InternalLink,
    Line,
    LineBreak,
    Link,
    List,
    Note,
    Origin,
    PageCount,
    PageNumber,
    Paragraph,
    Row,
    Section,
    Strong,
    Styled,
    Table,
    Text,
    Title,
)
from briefwright.document.pictures import Chart, Image, Picture, Scale, Timeline

_Lines = Iterator[str]
_INDENT = "  "


def dump(document: Document) -> str:
    """The whole document: what the file says of itself, the furniture of its pages, its content."""
    return "\n".join([*_metadata(document), *_furniture(document), *_blocks(document.content)]) + "\n"


def _metadata(document: Document) -> _Lines:
    for field in fields(document.metadata):
        value = getattr(document.metadata, field.name)
        if value:
            yield f"{field.name}: {'; '.join(value) if isinstance(value, tuple) else value}"


def _furniture(document: Document) -> _Lines:
    for field in fields(document.furniture):
        content = getattr(document.furniture, field.name)
        if content:
            yield field.name.replace("_", " ")
            yield from _inside(_blocks(content))


def _blocks(content: tuple[Block, ...]) -> _Lines:
    for block in content:
        yield from _block(block)


def _block(block: Block) -> _Lines:
    yield f"{_head(block)}{_attributes(block)} <- {_place(block.origin)}"
    yield from _inside(_content(block))


def _head(block: Block) -> str:
    name = type(block).__name__.lower()
    if isinstance(block, Section):
        return f"{name} {block.kind}"
    return name if isinstance(block, Figure | Contents) else f"{name} {block.style}"


def _attributes(block: Block) -> str:
    shown = []
    match block:
        case Heading():
            shown = [f"level={block.level}"]
        case Paragraph():
            shown = [] if block.number is None else [f"number={block.number}"]
        case Figure():
            alt = "decorative" if block.alt is None else f"alt={block.alt!r}"
            shown = [_picture(block.picture), alt, f"width={block.width:g}"]
        case Table():
            shown = [] if block.summary is None else [f"summary={block.summary!r}"]
        case Contents():
            shown = [f"words={block.words}", f"levels={block.levels}"]
        case Title() | Line() | List() | Columns() | Box() | Section():
            pass
        case _:
            assert_never(block)
    name = getattr(block, "id", None)
    return "".join(f" {item}" for item in (*([f"#{name}"] if name else []), *shown))


def _picture(picture: Picture) -> str:
    match picture:
        case Image():
            return f"{picture.media_type} of {len(picture.data)} bytes"
        case Chart():
            return f"{picture.kind} chart of {len(picture.categories)} by {len(picture.series)} values"
        case Timeline():
            return f"timeline of {len(picture.events)} events"
        case Scale():
            return f"scale of {len(picture.bands)} bands"
        case _:
            assert_never(picture)


def _content(block: Block) -> _Lines:
    match block:
        case Title() | Heading() | Paragraph():
            yield from _inlines(block.content)
        case Line():
            yield from _line(block)
        case List():
            for item in block.items:
                yield from _group(f"item{_named(item.id)}", _blocks(item.content))
        case Table():
            yield from _table(block)
        case Columns():
            for cell in block.cells:
                yield "cell"
                yield from _inside(_blocks(cell))
        case Box() | Section():
            yield from _blocks(block.content)
        case Figure():
            yield from _blocks(block.caption)
        case Contents():
            yield from _group("title", _inlines(block.title))
            for entry in block.entries:
                page = "" if entry.page is None else f" page={entry.page}"
                yield from _group(f"entry #{entry.target} level={entry.level}{page}", _inlines(entry.content))
        case _:
            assert_never(block)


def _line(line: Line) -> _Lines:
    for side, content in (("left", line.left), ("centre", line.centre), ("right", line.right)):
        yield from _group(side, _inlines(content))


def _table(table: Table) -> _Lines:
    yield from _group("title", _inlines(table.title))
    for name, rows in (("head", table.head), ("row", table.rows)):
        for row in rows:
            yield from _row(name, row)


def _row(name: str, row: Row) -> _Lines:
    yield f"{name}{_named(row.id)}"
    for cell in row.cells:
        span = f" span={cell.span}" if cell.span > 1 else ""
        shade = "" if cell.shade is None else f" shade={cell.shade}"
        yield f"{_INDENT}cell{span}{shade}{' header' if cell.header else ''}"
        yield from _inside(_inside(_blocks(cell.content)))


def _inlines(content: tuple[Inline, ...]) -> _Lines:
    for inline in content:
        yield from _inline(inline)


def _inline(inline: Inline) -> _Lines:
    match inline:
        case Text():
            language = f" lang={inline.language}" if inline.language else ""
            yield f"{inline.value!r}{language} <- {_place(inline.origin)}"
        case Emphasis() | Strong():
            yield type(inline).__name__.lower()
            yield from _inside(_inlines(inline.content))
        case Styled():
            yield f"styled {inline.style}"
            yield from _inside(_inlines(inline.content))
        case Link():
            yield f"link {inline.href} <- {_place(inline.origin)}"
            yield from _inside(_inlines(inline.content))
        case InternalLink():
            yield f"link #{inline.target}{' named' if inline.named else ''} <- {_place(inline.origin)}"
            yield from _inside(_inlines(inline.content))
        case CaptionLabel():
            yield f"label of a {inline.series} {inline.text!r} <- {_place(inline.origin)}"
        case Note():
            yield f"note {inline.number} <- {_place(inline.origin)}"
            yield from _inside(_inlines(inline.content))
        case Citation():
            yield f"citation <- {_place(inline.origin)}"
            for source in inline.sources:
                yield from _inside(_cited(source))
        case LineBreak() | PageNumber() | PageCount() | Checkbox():
            yield {LineBreak: "line break", PageNumber: "page number", PageCount: "page count"}.get(
                type(inline), "checkbox"
            )
        case _:
            assert_never(inline)


def _cited(source: CitedSource) -> _Lines:
    place = f", {source.locator_label or ''} {source.locator}" if source.locator else ""
    around = f" after {source.prefix!r}" if source.prefix else ""
    around += f" before {source.suffix!r}" if source.suffix else ""
    relation = "" if source.relation == "supports" else f" ({source.relation})"
    yield f"@{source.source}{place}{relation}{around} <- {_place(source.origin)}"
    for name, content in (("quote", source.quote), ("note", source.note)):
        yield from _inside(_group(name, _inlines(content)))


def _group(name: str, lines: _Lines) -> _Lines:
    """A heading over lines, where there are any."""
    for index, line in enumerate(lines):
        if index == 0:
            yield name
        yield _INDENT + line


def _inside(lines: _Lines) -> _Lines:
    return (_INDENT + line for line in lines)


def _named(name: str | None) -> str:
    return f" #{name}" if name else ""


def _place(origin: Origin) -> str:
    span = origin.span
    if origin.path is None:
        return f"{span.file}:{span.line}"
    return f"{origin.path} {span.line}:{span.column}-{span.end_line}:{span.end_column}"
