"""The briefs of this repository, built, are read as they were made: untouched, and as LibreOffice saves them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from briefwright.diagnostics import Report
from briefwright.document.reading import Baseline, NoteCall, Passage, Reading, Thing, Words
from briefwright.formats.docx.reading import baseline, read
from briefwright.pipeline import compile_brief
from briefwright.workspace import Workspace
from tests import judges
from tests.extraction.compiled import BRIEFS, HOUSES, in_folder
from tests.formats.docx.returned.drafts import opened

every_draft = pytest.mark.parametrize(("brief", "house"), [(brief, house) for brief in BRIEFS for house in HOUSES])


@cache
def draft(brief: str, house: str) -> bytes:
    with TemporaryDirectory(prefix="briefwright-") as folder:
        compiled = compile_brief(Workspace(Path(folder)), in_folder(brief, Path(folder)), ("docx",), house)
    assert not compiled.report.has_errors, list(compiled.report)
    return compiled.files["docx"]


def both(data: bytes) -> tuple[Reading, Baseline]:
    report = Report()
    parts = opened(data)
    reading, carried = read(parts, report), baseline(parts, report)
    assert not list(report)
    assert carried is not None
    return reading, carried


def keyed(reading: Reading) -> Iterator[Words | NoteCall | Thing]:
    for passage in (*reading.passages, *(one for note in reading.notes for one in note), *reading.furniture):
        yield from (piece for piece in passage.pieces if piece.key is not None)


@every_draft
def test_an_untouched_draft_says_what_it_carries(brief: str, house: str) -> None:
    reading, carried = both(draft(brief, house))
    assert reading == carried.made
    assert carried.text == BRIEFS[brief].read_text(encoding="utf-8")
    assert carried.house == house


@every_draft
def test_every_control_of_a_draft_leads_to_a_field_of_its_brief(brief: str, house: str) -> None:
    reading, carried = both(draft(brief, house))
    assert {piece.key for piece in keyed(reading)} == set(carried.keys)


@pytest.mark.slow
@every_draft
def test_a_draft_that_libreoffice_has_saved_says_the_same(brief: str, house: str, tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(draft(brief, house))
    saved = judges.libreoffice_docx(tmp_path / "draft.docx", tmp_path / "saved.docx").read_bytes()
    reading, carried = both(saved)
    assert carried == both(draft(brief, house))[1]
    assert [_looks(one) for one in reading.passages] == [_looks(one) for one in carried.made.passages]
    assert [[_looks(one) for one in note] for note in reading.notes] == [
        [_looks(one) for one in note] for note in carried.made.notes
    ]
    pairs = zip(reading.passages, carried.made.passages, strict=True)
    lost = [made for now, made in pairs if _keys(now) != _keys(made)]
    assert all(NoteCall(0) in [replace(p, key=None) for p in one.pieces] for one in lost), "only at the first note"


def _keys(passage: Passage) -> list[str | None]:
    return [piece.key for piece in passage.pieces]


def _looks(passage: Passage) -> tuple[str, list[tuple[str, tuple[bool, bool, str | None, str | None]]]]:
    """The style and the pieces of a passage, without keys and numbers."""
    letters = [
        (letter, (piece.bold, piece.italic, piece.href, piece.target))
        for piece in passage.pieces
        if isinstance(piece, Words)
        for letter in piece.text
    ]
    return passage.style, letters
