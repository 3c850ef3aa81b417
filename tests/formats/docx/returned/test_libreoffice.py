"""LibreOffice as the judge of our reading: what it accepts and rejects, and what it makes of our drafts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from briefwright.diagnostics import Report
from briefwright.document.changes import accepted, rejected
from briefwright.document.reading import NoteCall, Passage, Reading, Thing, ThingKind
from briefwright.formats.docx.reading import read
from tests import judges
from tests.formats.docx import specimens
from tests.formats.docx.building import written
from tests.formats.docx.returned.drafts import (
    call,
    cell,
    change,
    ended,
    files,
    note,
    opened,
    p,
    packed,
    r,
    row,
    table,
)

pytestmark = pytest.mark.slow

_EDITED = [
    p(r("one ") + change("ins", r("new ")) + change("del", r("old ")) + r("end")),
    p(r("split"), ended("ins")) + p(r("here")),
    p(r("merged"), ended("del")) + p(r("there")),
    p(change("del", r("gone")), ended("del")) + p(r("stays")),
    p(change("ins", r("added")), ended("ins")) + p(r("before")),
    p(r("half ") + change("del", r("a")), ended("del")) + p(change("del", r("b")) + r(" rest")),
    p(r("over ") + change("del", r("a")), ended("del")) + p(change("del", r("b"))),
    table(
        row(cell(p(r("a"))), cell(p(r("b")))),
        row(cell(p(change("ins", r("c")))), cell(p(change("ins", r("d")))), properties=change("ins")),
        row(cell(p(change("del", r("e")))), cell(p()), properties=change("del")),
        row(cell(p(r("f"))), cell(p(change("del", r("g"))))),
    ),
    p(r("x", "<w:b/>" + change("rPrChange", "<w:rPr/>")) + r("y")),
    p(r("call") + change("ins", call(2)) + change("del", call(3))),
    p(r("end")),
]
_NOTES = note(2, change("ins", r("New note"))) + note(3, change("del", r("Old note")))


def opened_again(data: bytes) -> Reading:
    report = Report()
    reading = read(opened(data), report)
    assert not list(report)
    return reading


def after_libreoffice(data: bytes, folder: Path, *commands: str) -> Reading:
    draft = folder / "draft.docx"
    draft.write_bytes(data)
    return opened_again(judges.libreoffice_docx(draft, folder / "saved.docx", *commands).read_bytes())


def called(reading: Reading) -> list[tuple[Passage, ...]]:
    """The notes that are called, in the order of their calls."""
    return [
        reading.notes[piece.note] for one in reading.passages for piece in one.pieces if isinstance(piece, NoteCall)
    ]


def uncounted(reading: Reading) -> list[Passage]:
    """The passages of the body, whatever the numbers of its notes."""
    return [
        replace(one, pieces=tuple(replace(p, note=0) if isinstance(p, NoteCall) else p for p in one.pieces))
        for one in reading.passages
    ]


@pytest.mark.parametrize(("settled", "command"), [(accepted, "AcceptAll"), (rejected, "RejectAll")])
def test_libreoffice_accepts_and_rejects_all_changes_as_we_do(
    settled: Callable[[Reading], Reading], command: str, tmp_path: Path
) -> None:
    data = packed(files("".join(_EDITED), footnotes=_NOTES))
    theirs = after_libreoffice(data, tmp_path, f".uno:{command}TrackedChanges")
    ours = settled(opened_again(data))
    assert uncounted(ours) == uncounted(theirs)
    assert called(ours) == called(theirs)


@pytest.mark.parametrize(("make", "house"), [(specimens.institute, "institute"), (specimens.ministry, "ministry")])
def test_a_draft_that_libreoffice_has_saved_reads_as_it_was_made(
    make: Callable[[], object], house: str, tmp_path: Path
) -> None:
    data = written(make(), house)  # type: ignore[arg-type]
    made, saved = opened_again(data), after_libreoffice(data, tmp_path)
    assert list(_without_bookmarks(saved.passages)) == list(_without_bookmarks(made.passages))
    assert [list(_without_bookmarks(one)) for one in saved.notes] == [
        list(_without_bookmarks(one)) for one in made.notes
    ]


def _without_bookmarks(passages: tuple[Passage, ...]) -> Iterator[Passage]:
    """Passages without what LibreOffice counts and names anew: bookmarks, lists and fields."""
    for one in passages:
        pieces = (p for p in one.pieces if not (isinstance(p, Thing) and p.kind is ThingKind.FIELD))
        yield replace(one, pieces=tuple(pieces), bookmarks=(), list=None)
