"""The words of a paragraph, and what stands among them, as they are compared."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from briefwright.document.differences import letters_of, words
from briefwright.formats.docx.anchors import CALL
from briefwright.formats.docx.redline.notes import Notes, said
from briefwright.formats.docx.redline.tree import child, printed, value
from briefwright.formats.docx.xml import Element

_HEAVY = 20
"""What a picture or the call of a note weighs in letters: changes are not joined over it."""

_LIGHT = ("w:br", "w:tab", "w:softHyphen", "w:footnoteRef")

_NO_NOTES = Notes()


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a space, a sign, or what stands in a paragraph beside them.

    Two tokens are the same when `key` is. `piece` is the word or the mark itself, `look` the run properties around it
    and `shown` the same as text, `around` the links and content controls from the outermost. `note` is the number of
    the note that it calls, `mark` the bookmark round that call, by which the note is called again.
    """

    key: Hashable
    piece: Element = field(compare=False)
    look: Element | None = field(default=None, compare=False)
    shown: str = field(default="", compare=False)
    around: tuple[Element, ...] = field(default=(), compare=False)
    note: str | None = field(default=None, compare=False)
    mark: Element | None = field(default=None, compare=False)

    @property
    def link(self) -> str | None:
        """Where the token leads, or None."""
        return next((target_of(element) for element in self.around if element.name == "w:hyperlink"), None)

    @property
    def control(self) -> Element | None:
        """The content control around the token."""
        return next((element for element in self.around if element.name == "w:sdt"), None)


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark round the tokens from `start` up to `end`; `mark` is the element where it begins."""

    mark: Element
    start: int
    end: int

    @property
    def name(self) -> str:
        """What it is called."""
        return self.mark.attributes["w:name"]

    @property
    def number(self) -> str:
        """What its two marks have in common."""
        return self.mark.attributes["w:id"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A paragraph as read: its properties, its tokens, and its bookmarks in the order in which they begin."""

    properties: tuple[Element, ...]
    tokens: tuple[Token, ...]
    bookmarks: tuple[Bookmark, ...] = ()

    @property
    def style(self) -> str:
        """The id of the paragraph's style."""
        return next((p.attributes["w:val"] for p in self.properties if p.name == "w:pStyle"), "")


def read(paragraph: Element) -> Reading:
    """The paragraph as it is compared."""
    properties = child(paragraph, "w:pPr")
    tokens: list[Token] = []
    bookmarks: dict[str, Bookmark] = {}
    for element, mark in _with_marks(paragraph.children):
        number = element.attributes.get("w:id", "")
        if element.name == "w:bookmarkStart":
            bookmarks[number] = Bookmark(element, len(tokens), len(tokens))
        elif element.name == "w:bookmarkEnd":
            bookmarks[number] = replace(bookmarks[number], end=len(tokens))
        elif element.name != "w:pPr":
            tokens += _tokens(element, (), mark)
    return Reading(tuple(properties.children) if properties else (), tuple(tokens), tuple(bookmarks.values()))


def weight(token: Token) -> int:
    """How much it matters that both versions have a token, in letters."""
    if token.piece.name == "w:t":
        return letters_of(token.piece.text)
    return 0 if token.piece.name in _LIGHT else _HEAVY


def tag_of(control: Element | None) -> str | None:
    """The key of the field whose words a content control holds."""
    return None if control is None else value(child(control, "w:sdtPr"), "w:tag")


def target_of(link: Element) -> str:
    """Where a link leads."""
    return link.attributes.get("r:id") or link.attributes.get("w:anchor", "")


def _tokens(element: Element, around: tuple[Element, ...], mark: Element | None = None) -> Iterator[Token]:
    if element.name == "w:r":
        yield from _run(element, around, mark)
    elif element.name == "w:hyperlink" or (element.name == "w:sdt" and tag_of(element) is not None):
        inner = element.children if element.name == "w:hyperlink" else element.children[-1].children
        for child_element, own in _with_marks(inner):
            yield from _tokens(child_element, (*around, element), own)
    else:
        yield Token((_what(element), _link(around)), element, around=around)


def _with_marks(content: Iterable[Element]) -> Iterator[tuple[Element, Element | None]]:
    """The elements, the call of a note with the bookmark that stands round it alone."""
    mark: Element | None = None
    for element in content:
        if is_mark(element):
            mark = element
        elif mark is None:
            yield element, None
        elif element.name == "w:bookmarkEnd":
            mark = None
        else:
            yield element, mark


def is_mark(element: Element) -> bool:
    """Whether a bookmark that stands round the call of a note begins."""
    return element.name == "w:bookmarkStart" and element.attributes["w:name"].startswith(CALL)


def _run(run: Element, around: tuple[Element, ...], mark: Element | None) -> Iterator[Token]:
    look = child(run, "w:rPr")
    shown, link = printed(look), _link(around)
    for piece in run.children:
        if piece is look:
            continue
        if piece.name == "w:t":
            for word in words(piece.text):
                yield Token((word, shown, link), Element("w:t", piece.attributes, text=word), look, shown, around)
        elif piece.name == "w:footnoteReference":
            yield Token(("note", shown, link), piece, look, shown, around, piece.attributes["w:id"], mark)
        else:
            yield Token((_what(piece), shown, link), piece, look, shown, around)


def _what(piece: Element) -> Hashable:
    """What a token is, whatever its number; a box to tick is like any other."""
    return piece.name if piece.name == "w:sdt" else said(piece, _NO_NOTES)


def _link(around: tuple[Element, ...]) -> str | None:
    return next((target_of(element) for element in around if element.name == "w:hyperlink"), None)
