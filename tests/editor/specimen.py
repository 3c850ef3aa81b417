"""A small draft with everything that is edited: prose with notes, a list, a table, a box, and the words of a house.

A control stands round a whole paragraph, round a part of one, in a list, in cells, in a note and in a box, and one key
stands twice.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from briefwright.diagnostics import Span
from briefwright.document.nodes import Inline, Link, List, ListItem, Note, Origin, Paragraph, Strong, Text
from briefwright.document.provenance import Provenance
from tests.formats.docx.building import Words, box, cell, document, p, row, table, title, written

_KEYS = {
    "/title": "title",
    "/summary/0": "summary/0",
    "/summary/1": "summary/1",
    "/summary/2": "summary/2",
    "/risks/0/cause": "risks/spread/cause",
    "/actions/0": "actions/close",
    "/actions/1": "actions/insure",
    "/actions/2": "actions/dredge",
    "/options/0/name": "options/wait/name",
    "/options/0/cost": "options/wait/cost",
    "/options/1/name": "options/build/name",
    "/options/1/cost": "options/build/cost",
    "/cards/0/title": "cards/fund/title",
    "/cards/0/text": "cards/fund/text",
    "/sources/0/title": "sources/oecd/title",
    "/sources/1/title": "sources/bank/title",
}


def _at(pointer: str) -> Origin:
    return Origin(pointer, Span("brief.yaml"))


def _of(pointer: str, words: str) -> Text:
    return Text(words, _at(pointer))


def _house(words: str) -> Text:
    return Text(words, Origin(None, Span("document.xml")))


def _note(number: int, pointer: str, source: str, words: str) -> Note:
    return Note(number, (_house("See "), _of(source, words), _house(".")), _at(pointer))


def _summary() -> tuple[Paragraph, ...]:
    at = "/summary/0"
    first: tuple[str | Inline, ...] = (
        _of(at, "Harbours silt up every winter."),
        _note(1, at, "/sources/0/title", "Depth of harbours"),
        _of(at, " Ships of the "),
        Strong((_of(at, "northern fleet"),)),
        _of(at, " wait outside. Dues fall "),
        Link("https://example.org/dues", (_of(at, "by a tenth"),), _at(at)),
        _of(at, " each year."),
        _note(2, at, "/sources/1/title", "Ledger of dues"),
    )
    second = _of("/summary/1", "Insurers watch. They ask for soundings. Nobody takes them.")
    return p(first), p(second), p(_of("/summary/2", "Towns inland pay too."))


def _list() -> List:
    texts = ("Close the outer mole.", "Insure every hull.", "Dredge in autumn.")
    items = (p(_of(f"/actions/{i}", text), "list-item") for i, text in enumerate(texts))
    return List(tuple(ListItem((one,), _at("/actions")) for one in items), "bullets", _at("/actions"))


@cache
def draft() -> bytes:
    """The draft as our writer makes it."""
    cells: tuple[tuple[Words, Words], ...] = (
        (_of("/options/0/name", "Wait and see"), _of("/options/0/cost", "two million")),
        (_of("/options/1/name", "Build a mole"), _of("/options/1/cost", "nine million")),
    )
    made = document(
        title(_of("/title", "Harbours after the storm")),
        *_summary(),
        p((_house("Cause: "), _of("/risks/0/cause", "sand from the west"), _house("."))),
        _list(),
        table("facts", row(cell("Option"), cell("Price")), *(row(cell(a), cell(b)) for a, b in cells)),
        p((_house("Again: "), _of("/summary/2", "Towns inland pay too."))),
        box("card", p(_of("/cards/0/title", "Found a fund")), p(_of("/cards/0/text", "Ports pay into it."))),
        p(_house("The end.")),
    )
    provenance = Provenance("harbours", "1", "0.1.0", "institute", "title: Harbours after the storm\n", _KEYS)
    return written(replace(made, provenance=provenance))
