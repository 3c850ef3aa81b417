"""What a reader finds in a file, whatever its format: words, notes, numbers, headings and links."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

BREAKING_SPACES = " \t\n\r\u2009\u200a"
SOFT_HYPHEN = "\u00ad"


@dataclass(frozen=True, slots=True)
class Call:
    """The number of a note, called after so many letters of a word."""

    number: int
    after: int


@dataclass(frozen=True, slots=True)
class Word:
    """What stands between two spaces, with the notes called in it.

    `is_label` tells the running number or the mark of a paragraph or an item. `may_go_on` tells that a line ends after
    a sign that ends lines with and without a space, so that the next word may belong to this one.
    """

    text: str
    calls: tuple[Call, ...] = ()
    is_label: bool = False
    may_go_on: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as deep as it stands in the outline; the title of the document is 0 deep."""

    depth: int
    text: str


@dataclass(frozen=True, slots=True)
class Link:
    """The letters that lead to an address, without the spaces between them."""

    letters: str
    address: str


@dataclass(frozen=True, slots=True)
class CrossReference:
    """The letters that lead to a place of the document, and the words that stand there."""

    letters: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Content:
    """All that is compared; `body` and `notes` in reading order, `furniture` the words around each page."""

    body: tuple[Word, ...]
    notes: Mapping[int, tuple[Word, ...]]
    headings: tuple[Heading, ...]
    links: tuple[Link, ...]
    references: tuple[CrossReference, ...]
    furniture: tuple[tuple[str, ...], ...]
    pictures: int
    descriptions: tuple[str, ...] = ()


@dataclass(slots=True)
class Words:
    """Words in the making, letter by letter."""

    done: list[Word] = field(default_factory=list)
    _letters: str = ""
    _calls: list[Call] = field(default_factory=list)

    def add(self, text: str) -> None:
        """Read on; a space ends the word."""
        for letter in text:
            if letter in BREAKING_SPACES:
                self.end()
            else:
                self._letters += letter

    def call(self, number: int) -> None:
        """A note is called here."""
        self._calls.append(Call(number, len(self._letters)))

    def label(self, text: str) -> None:
        """The number or the mark of what follows."""
        self.end()
        self.done += [Word(part, is_label=True) for part in text.split()]

    def end(self, may_go_on: bool = False) -> None:
        """The word is over."""
        if self._letters or self._calls:
            self.done.append(Word(self._letters, tuple(self._calls), may_go_on=may_go_on))
        self._letters, self._calls = "", []

    def end_line(self, may_go_on: bool) -> None:
        """A line is over, and the word with it, unless a hyphen of the setting divides the word."""
        if self._letters.endswith(SOFT_HYPHEN):
            self._letters = self._letters.removesuffix(SOFT_HYPHEN)
        else:
            self.end(may_go_on)


def joined(words: Iterable[Word], known: Collection[str]) -> tuple[Word, ...]:
    """The words, those that may go on in the next line being one with it where that makes a known word.

    A line of print does not tell whether a space stood at its end. After a dash, and within an address or a word of
    ideographs, both may be, and only the other file can say.
    """
    found: list[Word] = []
    waiting: list[Word] = []
    for word in words:
        waiting.append(word)
        if not word.may_go_on:
            found += _settled(waiting, known)
            waiting = []
    return (*found, *_settled(waiting, known))


def _settled(pieces: Sequence[Word], known: Collection[str]) -> list[Word]:
    """The pieces with the longest known words made of them."""
    found: list[Word] = []
    start = 0
    while start < len(pieces):
        ends = [end for end in range(len(pieces), start + 1, -1) if _one(pieces[start:end]).text in known]
        end = ends[0] if ends else start + 1
        found.append(_one(pieces[start:end]))
        start = end
    return found


def _one(pieces: Sequence[Word]) -> Word:
    text, calls = "", list[Call]()
    for piece in pieces:
        calls += [replace(call, after=call.after + len(text)) for call in piece.calls]
        text += piece.text
    return Word(text, tuple(calls), pieces[0].is_label)


def reconciled(printed: Content, other: Content) -> Content:
    """The content of a printed file, its divided words joined as the other file knows them."""
    known = {word.text for words in (other.body, *other.notes.values()) for word in words}
    notes = {number: joined(words, known) for number, words in printed.notes.items()}
    return replace(printed, body=joined(printed.body, known), notes=notes)
