"""Documents made by chance from a seed, whose every word says where it belongs.

Text that calls note 17 ends with the word `c17:`; note 17 begins with `n17:` and ends with `e17:`.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from briefwright.document.nodes import Block, Document, Inline, Note
from tests.formats.docx import building as s

_WORDS = [
    "harbour",
    "dues",
    "quay",
    "storm",
    "insurance",
    "ministry",
    "towns",
    "coast",
    "repair",
    "charter",
    "notwithstanding",
    "infrastructure",
    "responsibility",
    "a",
    "of",
    "in",
    "to",
    "and",
    "the",
    "for",
    "with",
    "by",
    "on",
    "at",
    "from",
]


class Maker:
    """Makes documents; `lengths` are the numbers of words that a note may have.

    A text calls up to so many times as many notes as it otherwise would, as `density` says.
    """

    def __init__(self, seed: int, lengths: tuple[int, ...] = (3, 8, 20, 40), density: int = 1) -> None:
        self._random = Random(seed)
        self._lengths = lengths
        self._density = density
        self.notes = 0
        self.cards = 0

    def document(self, blocks: int) -> Document:
        """A document of so many blocks."""
        return s.document(*(self._block() for _ in range(blocks)))

    def words(self, count: int) -> str:
        """So many words."""
        return " ".join(self._random.choices(_WORDS, k=count))

    def note(self) -> tuple[str, Note]:
        """The word that calls a note, and the note."""
        self.notes += 1
        number = self.notes
        text = f"n{number}: {self.words(self._random.choice(self._lengths))} e{number}:"
        return f" c{number}:", s.note(number, text)

    def prose(self, most: int = 90, notes: int = 3) -> tuple[str | Inline, ...]:
        """Words that call up to so many notes."""
        parts: list[str | Inline] = [self.words(self._random.randint(1, most))]
        for _ in range(self._random.randint(0, notes * self._density)):
            parts += [*self.note(), " " + self.words(self._random.randint(1, 12))]
        return tuple(parts)

    def _block(self) -> Block:
        kinds: list[Callable[[], Block]] = [
            self._paragraph,
            self._paragraph,
            self._paragraph,
            self._heading,
            self._list,
            self._table,
            self._card,
            self._columns,
            self._aside,
            self._figure,
            self._tall_row,
        ]
        return self._random.choice(kinds)()

    def _paragraph(self) -> Block:
        return s.p(self.prose())

    def _heading(self) -> Block:
        level = self._random.randint(1, 3)
        return s.heading((f"h{level} " + self.words(3), *(self.note() if self._random.random() < 0.2 else ())), level)

    def _list(self) -> Block:
        return s.items(*(self.prose(20, 1) for _ in range(self._random.randint(1, 6))))

    def _table(self) -> Block:
        def row() -> tuple[tuple[str | Inline, ...], ...]:
            return tuple(self.prose(self._random.choice((3, 10, 30)), 1) for _ in range(4))

        title = ("A table", *self.note()) if self._random.random() < 0.3 else ()
        rows = [s.row(*(s.cell(words) for words in row())) for _ in range(self._random.randint(1, 8))]
        head = s.row("head one", "two", "three", "four", style="table-head")
        return s.table("stakeholders", head, *rows, title=s.said(title))

    def _tall_row(self) -> Block:
        """A row that may be taller than what is left of a page, or than a page."""
        cells = (self.prose(self._random.choice((200, 600)), 3), self.prose(self._random.choice((40, 900)), 3))
        return s.table("facts", None, s.row(*(s.cell(words) for words in cells)))

    def _figure(self) -> Block:
        source = s.p(self.prose(12, 2), "table-note")
        return s.figure("A picture", s.p(("A caption", *self.note()), "caption"), source, width=self._random.random())

    def _card(self) -> Block:
        self.cards += 1
        number = self.cards
        begin, end = s.p(f"begincard{number}", "actor"), s.p(f"endcard{number}", "facts")
        return s.box("card", begin, s.p(self.prose(60, 2), "action"), end)

    def _columns(self) -> Block:
        side = (s.heading(self.words(self._random.randint(1, 8)), 2, "side-heading"),)
        return s.columns("beside", side, (s.p(self.prose(), "beside"), s.p(self.prose(20, 1), "beside")))

    def _aside(self) -> Block:
        return s.box("aside", s.p("aside", "box-heading"), *(s.p(self.prose(40, 1)) for _ in range(2)))
