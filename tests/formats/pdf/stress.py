"""A document with much of everything: all blocks, all scripts, hundreds of notes, tables of several pages."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.document.nodes import Block, Checkbox, Document, Furniture, Inline, PageCount, PageNumber
from tests.formats.docx import building as s

SCRIPTS = {
    "el": "Η κυβέρνηση δήλωσε ότι το λιμάνι θα ανοίξει",
    "ru": "Правительство заявило, что порт откроется",
    "ko": "정부는 항구가 열릴 것이라고 발표했다",
    "zh": "政府表示港口将于明年重新开放",
    "ja": "政府は港を来年再開すると発表した",
    "ar": "قالت الحكومة إن الميناء سيفتح",
    "he": "הממשלה אמרה שהנמל ייפתח",
    "pl": "Rząd ogłosił, że port zostanie otwarty",
}
"""A sentence of each script, by its language."""

_ADDRESS = "https://example.org/archive/2026/harbours-and-dues/a-very-long-path_that-goes-on?one=two&three=four"
_PROSE = (
    "The harbour dues that the towns raise pay for the quay, and since the storm the insurance of the quay has cost "
    "more than the dues bring in; the ministry has promised a charter that shares the risk. "
)


def stress(chapters: int = 16, sources: int = 200) -> Document:
    """A document of so many chapters, of about two and a half pages each, and a list of so many sources."""
    maker = _Maker()
    head = (
        s.line("Series", "", "PB 2026/04", style="masthead"),
        s.title("Harbour dues after the storm"),
        s.box("answer", s.p("In brief", "box-heading"), s.p(_PROSE), *maker.scripts()),
    )
    chapters_of = [block for number in range(1, chapters + 1) for block in maker.chapter(number)]
    listed = s.items(*(maker.source(number) for number in range(1, sources + 1)))
    footer = (s.line("Harbour dues", "PB 2026/04", ("Page ", PageNumber(), " of ", PageCount())),)
    furniture = Furniture(footer=footer, first_footer=footer)
    return s.document(*head, *chapters_of, s.heading("Sources"), listed, furniture=furniture)


class _Maker:
    """Counts the notes of a document; the word that calls note 7 is `c7:`, the note is `n7: ... e7:`."""

    def __init__(self) -> None:
        self._notes = 0

    def note(self) -> tuple[str, Inline]:
        self._notes += 1
        number = self._notes
        foreign = list(SCRIPTS.items())[number % len(SCRIPTS)]
        words = f"n{number}: Lee, A Study of Ports, p. {number}, e{number}: ", s.foreign(foreign[1], foreign[0])
        return f" c{number}:", s.note(number, *words)

    def prose(self, count: int) -> tuple[str | Inline, ...]:
        return (_PROSE * count, *self.note(), " go on.")

    def scripts(self, first: int = 0, count: int = len(SCRIPTS)) -> Iterator[Block]:
        for language, words in list(SCRIPTS.items())[first : first + count]:
            yield s.p(("In the paper", *self.note(), " it was said: ", s.foreign(words, language), "."))
            yield s.p(s.foreign(f"{words}. " * 3, language))

    def source(self, number: int) -> tuple[str | Inline, ...]:
        words = list(SCRIPTS.values())[number % len(SCRIPTS)]
        return (
            f"Author {number}. ",
            s.em(f"The Title of Source {number}"),
            f" ({words}). ",
            s.link(_ADDRESS, _ADDRESS),
        )

    def chapter(self, number: int) -> Iterator[Block]:
        yield s.heading((f"Chapter {number}", *self.note()), id=f"chapter-{number}")
        yield s.p(self.prose(2))
        yield s.heading("A section", 2)
        yield s.p(
            (*self.prose(1), s.strong("strong"), " and ", s.em("stressed"), " words, see ", s.to("chapter-1", "1"))
        )
        yield s.items(*(self.prose(1) for _ in range(3)))
        yield s.box(
            "card", s.p("Ministry", "actor"), s.p(self.prose(1), "action"), s.p(("Do it ", Checkbox()), "facts")
        )
        yield s.columns("beside", (s.heading("A label", 2, "side-heading"),), (s.p(self.prose(2), "beside"),))
        yield self.table(90 if number % 8 == 1 else 4)
        yield s.figure("A picture", s.p(("A caption", *self.note()), "caption"), width=0.4)
        yield s.box("aside", s.p("Aside", "box-heading"), s.p(self.prose(1)))
        yield from self.scripts(number % len(SCRIPTS), 2)

    def table(self, rows: int) -> Block:
        head = s.row("Actor", "Position", "Interests", "Reaction", style="table-head")
        cells = [
            s.row(f"Actor {row}", s.cell(("words", *self.note())), "Keeps the quay open all winter", "None so far")
            for row in range(rows)
        ]
        return s.table("stakeholders", head, *cells, title=s.said("What the actors want"))
