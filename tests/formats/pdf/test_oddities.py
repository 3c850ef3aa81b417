"""Documents at the edge of what the tree allows are drawn, whatever they look like."""

from __future__ import annotations

import pytest

from briefwright.document.nodes import Block, Box, Columns, Figure, LineBreak, List, ListItem, Row, Section, Table
from briefwright.document.pictures import Image
from tests.formats.docx import building as s
from tests.formats.pdf.reading import texts, written

_AT = s.HERE
_ODD: dict[str, tuple[Block, ...]] = {
    "a table without rows": (Table((), (), "facts", _AT),),
    "a table of a head alone": (s.table("risks", s.row(*"abcdef", style="table-head")),),
    "a row without cells": (Table((), (Row((), _AT),), "facts", _AT),),
    "more cells than columns": (s.table("facts", None, s.row(*"abcdefghijkl")),),
    "cells wider than the table": (s.table("risks", None, s.row(s.cell("x", span=3), s.cell("y", span=9))),),
    "a list without items": (List((), "bullets", _AT),),
    "an item without blocks": (List((ListItem((), _AT),), "bullets", _AT),),
    "an item that begins with a list": (List((ListItem((s.items("b", "c"),), _AT),), "bullets", _AT),),
    "a box without blocks": (Box((), "card", _AT),),
    "boxes within boxes": (s.box("aside", s.box("card", s.box("answer", s.p("deep " * 50)))),),
    "columns without cells": (Columns((), "beside", _AT),),
    "columns of nothing": (Columns(((), ()), "beside", _AT),),
    "a line of nothing": (s.line(),),
    "a line too long in all its parts": (s.line("l " * 200, "c " * 100, "r " * 100),),
    "a section of nothing": (Section("x", (), _AT),),
    "headings without text": tuple(s.heading(f"h{number}") for number in range(120)),
    "a heading longer than a page": (s.heading("long " * 2000),),
    "a paragraph of line breaks": (s.p((LineBreak(), LineBreak(), "x", LineBreak())),),
    "a paragraph of spaces": (s.p("   \n  "),),
    "a paragraph of a note alone": (s.p(s.note(1, "text")),),
    "eighty notes on a line": (s.p(tuple(x for n in range(1, 81) for x in ("a", s.note(n, "text")))),),
    "a word longer than a page": (s.p("x" * 5000),),
    "an address longer than a line": (s.p(s.link("https://example.org/" + "x" * 400, "https://e.org/" + "x" * 400)),),
    "a plate wider than the measure": (s.p(s.styled("letter", "WIDE " * 60)),),
    "a plate of nothing": (s.p(s.styled("letter")),),
    "a picture taller than a page": (Figure(Image(s.png(10, 3000), "image/png"), "alt", 1.0, (), _AT),),
    "a picture without width": (Figure(Image(s.png(10, 10), "image/png"), "alt", 0.0, (), _AT),),
    "what is held together and does not fit": (s.heading("h"), s.box("card", *(s.p("words " * 80) for _ in range(9)))),
    "a card of long notes": (s.box("card", *(s.p(("w", s.note(n, "note " * 90))) for n in range(1, 30))),),
    "a table within columns within a table": (
        s.table("facts", None, s.row(s.cell("a"), s.cell("b"))),
        s.columns("card", (s.table("risks", None, s.row("Implementation", *"vwxyz")),), (s.p("x"),)),
    ),
}


@pytest.mark.parametrize("blocks", _ODD.values(), ids=_ODD.keys())
def test_it_is_drawn_and_the_rest_with_it(blocks: tuple[Block, ...]) -> None:
    pages = texts(written(s.document(s.p("before"), *blocks, s.p("after"))))
    assert "before" in pages[0]
    assert "after" in "".join(pages)
    assert len(pages) < 12
