"""The document as text shows every block and inline with its origin."""

from __future__ import annotations

from briefwright.document.dump import dump
from briefwright.document.nodes import (
    Box,
    Cell,
    Checkbox,
    Citation,
    CitedSource,
    Columns,
    Emphasis,
    Figure,
    Furniture,
    Heading,
    InternalLink,
    Line,
    LineBreak,
    Link,
    List,
    ListItem,
    Note,
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
from briefwright.document.pictures import Image
from tests.document.specimens import HERE, THERE, document, paragraph, text

BLOCKS = """\
title: Title
language: en-GB
date: 2026-03-31
authors: Ada; Ben
first header
  paragraph header <- house.xml:7
    'A' <- house.xml:7
footer
  line footer <- house.xml:7
    right
      page number
      ' of ' <- house.xml:7
      page count
title title <- house.xml:7
  'T' <- /risks/0/event 3:5-4:9
section risks #r <- house.xml:7
  heading heading-1 #h level=1 <- house.xml:7
    'H' <- house.xml:7
  box card #b <- house.xml:7
    paragraph numbered #p number=3 <- house.xml:7
      'A' <- house.xml:7
list bullets <- house.xml:7
  item #i
    paragraph body <- house.xml:7
      'A' <- house.xml:7
table data #t summary='S' <- house.xml:7
  title
    'T' <- house.xml:7
  head
    cell span=2
      paragraph body <- house.xml:7
        'A' <- house.xml:7
  row #row
    cell header
      paragraph body <- house.xml:7
        'A' <- house.xml:7
    cell shade=0
columns beside <- house.xml:7
  cell
    paragraph body <- house.xml:7
      'A' <- house.xml:7
  cell
figure #f image/png of 3 bytes alt='X' width=0.5 <- house.xml:7
  paragraph caption <- house.xml:7
    'A' <- house.xml:7
figure image/png of 0 bytes decorative width=1 <- house.xml:7
"""


def test_every_block_is_shown() -> None:
    one = paragraph("body")
    shown = dump(
        document(
            Title((text("T", THERE),), "title", HERE),
            Section(
                "risks",
                (
                    Heading(1, (text("H"),), "heading-1", HERE, id="h"),
                    Box((Paragraph((text("A"),), "numbered", HERE, id="p", number=3),), "card", HERE, id="b"),
                ),
                HERE,
                id="r",
            ),
            List((ListItem((one,), HERE, id="i"),), "bullets", HERE),
            Table(
                head=(Row((Cell((one,), HERE, span=2),), HERE),),
                rows=(Row((Cell((one,), HERE, header=True), Cell((), HERE, shade=0)), HERE, id="row"),),
                style="data",
                origin=HERE,
                title=(text("T"),),
                summary="S",
                id="t",
            ),
            Columns(((one,), ()), "beside", HERE),
            Figure(Image(b"png", "image/png"), "X", 0.5, (paragraph("caption"),), HERE, id="f"),
            Figure(Image(b"", "image/png"), None, 1.0, (), HERE),
            furniture=Furniture(
                first_header=(paragraph("header"),),
                footer=(Line((), (), (PageNumber(), text(" of "), PageCount()), "footer", HERE),),
            ),
        )
    )
    assert shown == BLOCKS


INLINES = """\
paragraph body <- house.xml:7
  emphasis
    'a' <- house.xml:7
  strong
    'b' <- house.xml:7
  styled label
    'c' <- house.xml:7
  link https://example.org <- house.xml:7
    'd' <- house.xml:7
  link #leaks <- house.xml:7
    'e' <- house.xml:7
  note 2 <- house.xml:7
    'f' <- house.xml:7
  citation <- /risks/0/event 3:5-4:9
    @survey, page 4 after 'see' before 'and more' <- house.xml:7
    @letter (disputes) <- house.xml:7
      quote
        'g' <- house.xml:7
      note
        'h' <- house.xml:7
  line break
  checkbox
  '로동신문' lang=ko <- house.xml:7
"""


def test_every_inline_is_shown() -> None:
    sources = (
        CitedSource("survey", "4", "page", HERE, "see", "and more"),
        CitedSource("letter", None, None, HERE, relation="disputes", quote=(text("g"),), note=(text("h"),)),
    )
    shown = dump(
        document(
            paragraph(
                "body",
                Emphasis((text("a"),)),
                Strong((text("b"),)),
                Styled("label", (text("c"),)),
                Link("https://example.org", (text("d"),), HERE),
                InternalLink("leaks", (text("e"),), HERE),
                Note(2, (text("f"),), HERE),
                Citation(sources, THERE),
                LineBreak(),
                Checkbox(),
                Text("로동신문", HERE, "ko"),
            )
        )
    )
    assert shown.partition("authors: Ada; Ben\n")[2] == INLINES
