"""What our writer wrote is read back: every word, every note, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import assert_never

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.diagnostics import Report
from briefwright.document.nodes import (
    Block,
    CaptionLabel,
    Checkbox,
    Citation,
    Document,
    Emphasis,
    Inline,
    InternalLink,
    Line,
    LineBreak,
    Link,
    Note,
    PageCount,
    PageNumber,
    Strong,
    Styled,
    Text,
)
from briefwright.document.reading import NoteCall, Passage, Reading, Story, Thing, ThingKind, Words
from briefwright.document.walk import blocks, inlines, own_inlines
from briefwright.formats.docx.reading import read
from tests.formats.docx import specimens
from tests.formats.docx.building import written
from tests.formats.docx.returned.drafts import opened
from tests.formats.docx.test_judges import scripts
from tests.formats.pdf.random_documents import Maker
from tests.formats.pdf.stress import stress

_RIM = "\u2007"
"""What the writer adds at both sides of words on a ground."""

_CALL = "{note}"


def read_back(document: Document, house: str = "institute") -> Reading:
    report = Report()
    reading = read(opened(written(document, house)), report)
    assert not list(report)
    return reading


def sent(content: tuple[Block, ...]) -> list[str]:
    """The text of each block with any, with a mark for each call of a note."""
    return _worded(_of_block(block) for block in blocks(content))


def _of_block(block: Block) -> str:
    if isinstance(block, Line):
        sides = [block.left, *([block.centre] if block.centre else []), *([block.right] if block.right else [])]
        return "\t".join(_of_inlines(side) for side in sides)
    return _of_inlines(own_inlines(block))


def _of_inlines(content: tuple[Inline, ...]) -> str:
    return "".join(_of_inline(inline) for inline in content)


def _of_inline(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.value
        case CaptionLabel():
            return inline.text
        case Emphasis() | Strong() | Styled() | Link() | InternalLink():
            return _of_inlines(inline.content)
        case Note():
            return _CALL
        case LineBreak():
            return "\n"
        case PageNumber() | PageCount():
            return "1"
        case Checkbox():
            return "☐"
        case Citation():
            raise AssertionError(inline)
        case _:
            assert_never(inline)


def came(passages: Iterable[Passage]) -> list[str]:
    """The same of what was read."""
    return _worded(_of_passage(passage) for passage in passages)


def _of_passage(passage: Passage) -> str:
    shown = {ThingKind.PICTURE: "", ThingKind.TAB: "\t", ThingKind.LINE_BREAK: "\n"}
    parts = []
    for piece in passage.pieces:
        match piece:
            case Words():
                parts.append(piece.text)
            case NoteCall():
                parts.append(_CALL)
            case Thing():
                parts.append(shown.get(piece.kind, piece.text))
    return "".join(parts)


def _worded(texts: Iterable[str]) -> list[str]:
    return [text for text in (text.replace(_RIM, "") for text in texts) if text]


def notes(document: Document) -> Iterator[str]:
    for block in blocks(document.content):
        yield from (_of_inlines(note.content) for note in inlines(own_inlines(block)) if isinstance(note, Note))


def assert_nothing_is_lost(document: Document, house: str = "institute") -> None:
    reading = read_back(document, house)
    assert came(reading.passages) == sent(document.content)
    assert ["".join(came(note)) for note in reading.notes] == list(notes(document))
    calls = [piece.note for passage in reading.passages for piece in passage.pieces if isinstance(piece, NoteCall)]
    assert calls == list(range(len(reading.notes)))
    furniture = document.furniture
    for story, first, usual in (
        (Story.HEADER, furniture.first_header, furniture.header),
        (Story.FOOTER, furniture.first_footer, furniture.footer),
    ):
        found = came(passage for passage in reading.furniture if passage.story is story)
        assert found in (sent(usual) + sent(first), sent(usual))


@pytest.mark.parametrize(
    ("make", "house"),
    [(specimens.institute, "institute"), (specimens.ministry, "ministry"), (scripts, "institute")],
)
def test_every_word_note_and_line_of_a_written_draft_is_read(make: Callable[[], Document], house: str) -> None:
    assert_nothing_is_lost(make(), house)


def test_a_long_document_of_all_scripts_and_blocks_is_read_whole() -> None:
    assert_nothing_is_lost(stress(2, 20))


@settings(max_examples=40, deadline=None)
@given(st.integers(min_value=0), st.integers(1, 12))
def test_any_document_is_read_back_with_exactly_its_words_notes_and_order(seed: int, count: int) -> None:
    assert_nothing_is_lost(Maker(seed, density=2).document(count))
