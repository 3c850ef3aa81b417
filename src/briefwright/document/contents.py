"""The contents list: the headings of a document that is long enough, each with an id by which it is found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from briefwright.document.nodes import (
    Block,
    Contents,
    ContentsEntry,
    Document,
    Emphasis,
    Heading,
    Inline,
    InternalLink,
    LineBreak,
    Link,
    Origin,
    Strong,
    Styled,
    Text,
)
from briefwright.document.walk import blocks, map_blocks, own_inlines, plain_text

TITLE = "contents-title"
"""The paragraph style of what stands above the list."""


_MADE_UP = "heading:"
"""How the ids of headings begin that have none of their own; no id of a brief has a colon."""


def is_made_up(identifier: str) -> bool:
    """Whether a heading has an id only for the contents list to find it."""
    return identifier.startswith(_MADE_UP)


def entry_style(level: int) -> str:
    """The paragraph style of an entry."""
    return f"contents-{level}"


def is_entry_style(name: str) -> bool:
    """Whether a paragraph style is that of an entry."""
    return re.fullmatch(r"contents-\d", name) is not None


def keeping_next(entries: Sequence[ContentsEntry]) -> list[bool]:
    """Whether each entry stays on one page with the next: it does with the first below it."""
    return [*(below.level > entry.level for entry, below in pairwise(entries)), False]


def contents_of(document: Document) -> Contents | None:
    """The contents list of a document, or None."""
    return next((block for block in blocks(document.content) if isinstance(block, Contents)), None)


def listed(document: Document) -> Document:
    """The document with the entries of its contents list, or without the list where it is too short for one."""
    found = contents_of(document)
    if found is None:
        return document
    if _length(document) < found.words:
        return _with(document, None)
    named = map_blocks(document.content, _Names(found.levels).named)
    entries = tuple(_entries(named, found.levels))
    return _with(replace(document, content=named), replace(found, entries=entries) if entries else None)


def paged(document: Document, pages: Mapping[str, int]) -> Document:
    """The document with the pages in its contents list, given by the ids of the headings."""
    found = contents_of(document)
    if found is None:
        return document
    entries = tuple(replace(entry, page=pages.get(entry.target)) for entry in found.entries)
    return _with(document, replace(found, entries=entries))


def _with(document: Document, contents: Contents | None) -> Document:
    def change(block: Block) -> Block | None:
        return contents if isinstance(block, Contents) else block

    return replace(document, content=map_blocks(document.content, change))


def _length(document: Document) -> int:
    """The words of a document, without those of its notes."""
    return sum(len(plain_text(own_inlines(block)).split()) for block in blocks(document.content))


@dataclass(slots=True)
class _Names:
    """Gives an id to each heading of the upper levels that has none: its words, which stay while others move."""

    levels: int
    given: Counter[str] = field(default_factory=Counter)

    def named(self, block: Block) -> Block:
        """The block, with an id if it is to be listed."""
        if not isinstance(block, Heading) or block.level > self.levels or block.id is not None:
            return block
        words = "-".join(re.findall(r"\w+", plain_text(block.content).lower()))
        self.given[words] += 1
        count = self.given[words]
        return replace(block, id=f"{_MADE_UP}{words}" + (f":{count}" if count > 1 else ""))


def _entries(content: tuple[Block, ...], levels: int) -> Iterator[ContentsEntry]:
    for block in blocks(content):
        if isinstance(block, Heading) and block.level <= levels and block.id is not None:
            yield ContentsEntry(block.level, tuple(_words(block.content, block.origin)), block.id)


def _words(content: tuple[Inline, ...], heading: Origin) -> Iterator[Inline]:
    """What a heading says, as words of the house: without the notes that it calls, the links and the ends of lines."""
    for inline in content:
        match inline:
            case Text():
                yield replace(inline, origin=Origin(None, inline.origin.span))
            case Emphasis() | Strong() | Styled():
                yield replace(inline, content=tuple(_words(inline.content, heading)))
            case Link() | InternalLink():
                yield from _words(inline.content, heading)
            case LineBreak():
                yield Text(" ", Origin(None, heading.span))
            case _:
                pass
