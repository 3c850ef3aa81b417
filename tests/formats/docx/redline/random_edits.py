"""Edits made by chance to documents made by chance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from briefwright.document.nodes import Block, Document, Inline, Note, Table, Text
from briefwright.document.walk import map_inlines
from tests.formats.pdf.random_documents import Maker

_LENGTHS = (3, 8, 20)


def pair(seed: int, blocks: int, edits: int) -> tuple[Document, Document]:
    """A document of so many blocks, and the same after so many edits."""
    random = Random(seed)
    old = Maker(seed, _LENGTHS).document(blocks)
    spare = list(Maker(seed + 1, _LENGTHS).document(blocks).content)
    content = list(old.content)
    for _ in range(edits):
        random.choice(_EDITS)(content, spare, random)
    return _counted(old), _counted(replace(old, content=tuple(content)))


def _counted(document: Document) -> Document:
    """The document with its notes counted in their order; one that stands there twice is called again."""
    numbers: dict[Note, int] = {}

    def count(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(
            replace(one, number=numbers.setdefault(one, len(numbers) + 1)) if isinstance(one, Note) else one
            for one in inlines
        )

    return replace(document, content=map_inlines(document.content, count))


def strangers(seed: int, blocks: int) -> tuple[Document, Document]:
    """Two documents that have nothing to do with each other."""
    return Maker(seed, _LENGTHS).document(blocks), Maker(seed + 1, _LENGTHS).document(blocks)


def _drop(content: list[Block], spare: list[Block], random: Random) -> None:
    if len(content) > 1:
        content.pop(random.randrange(len(content)))


def _add(content: list[Block], spare: list[Block], random: Random) -> None:
    content.insert(random.randint(0, len(content)), random.choice(spare))


def _move(content: list[Block], spare: list[Block], random: Random) -> None:
    content.insert(random.randrange(len(content)), content.pop(random.randrange(len(content))))


def _reword(content: list[Block], spare: list[Block], random: Random) -> None:
    place = random.randrange(len(content))

    def change(inlines: tuple[Inline, ...]) -> tuple[Inline, ...]:
        return tuple(
            replace(one, value=_reworded(one.value, random)) if isinstance(one, Text) else one
            for one in inlines
            if isinstance(one, Text) or random.random() < 0.9
        )

    [content[place]] = map_inlines((content[place],), change)


def _reworded(text: str, random: Random) -> str:
    words = [random.choice(("changed", word + "s", "")) if random.random() < 0.1 else word for word in text.split(" ")]
    return " ".join(words)


def _cut_rows(content: list[Block], spare: list[Block], random: Random) -> None:
    for place, block in enumerate(content):
        if isinstance(block, Table) and len(block.rows) > 1:
            rows = list(block.rows)
            rows.insert(random.randrange(len(rows)), rows.pop(random.randrange(len(rows))))
            content[place] = replace(block, rows=tuple(rows[random.randint(0, 1) :]))


_EDITS: list[Callable[[list[Block], list[Block], Random], None]] = [_drop, _add, _move, _reword, _reword, _cut_rows]
