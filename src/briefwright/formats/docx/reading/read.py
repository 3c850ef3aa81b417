"""A draft as it came back, from its parts to what it says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml.etree import _Element

from briefwright.diagnostics import Report
from briefwright.document.changes import accepted
from briefwright.document.reading import Comment, Passage, Reading, Story, Thing, ThingKind, Words
from briefwright.formats.docx.reading.comments import Quote, read_comments
from briefwright.formats.docx.reading.fields import unpaired
from briefwright.formats.docx.reading.inlines import Source
from briefwright.formats.docx.reading.names import W
from briefwright.formats.docx.reading.parts import Part, Parts
from briefwright.formats.docx.reading.story import Text
from briefwright.formats.docx.reading.styles import Styles, read_styles

_RULES = frozenset({"separator", "continuationSeparator", "continuationNotice"})
"""The kinds of notes that are none, but lines above the notes."""

_CALLS = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
"""The kinds of notes by the elements that call them."""


def read(parts: Parts, report: Report) -> Reading:
    """What a draft says: its passages, notes, headers, footers and comments, with every tracked change in them.

    What cannot be read as text, as a text box, goes into the report.
    """
    return _Reader(parts, report).reading()


@dataclass(slots=True)
class _Reader:
    """The draft that is being read.

    `quotes` are the words that its comments are about, by their ids, and `marked` the notes that are called within
    bookmarks, by their names.
    """

    parts: Parts
    report: Report
    styles: Styles = field(init=False)
    notes: dict[tuple[str, str], int] = field(default_factory=dict)
    marked: dict[str, int] = field(default_factory=dict)
    quotes: dict[str, Quote] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.styles = read_styles(None if self.parts.styles is None else self.parts.styles.root)

    def reading(self) -> Reading:
        notes = list(self._note_elements())
        self.notes = {(kind, element.get(f"{W}id", "")): number for number, (kind, element, _) in enumerate(notes)}
        main = self.parts.main
        self.marked = dict(_marked(main.root, self.notes))
        body = self._text(Story.BODY, main, main.root.find(f"{W}body"))
        return Reading(
            tuple(body.passages), tuple(self._notes(notes)), tuple(self._furniture()), tuple(self._comments())
        )

    def _text(self, story: Story, part: Part, root: _Element | None, tables: int = 0, before: int = 0) -> Text:
        """One text; `before` are the passages of its story before it."""
        empty = frozenset[_Element]()
        source = Source(self.styles, self.notes, self.marked, part.links, empty if root is None else unpaired(root))
        text = Text(story, source, self.parts.file, self.report, tables)
        if root is not None:
            text.read(root)
        for comment, (passage, words) in text.quotes().items():
            self.quotes.setdefault(comment, Quote(story, before + passage, words))
        return text

    def _note_elements(self) -> Iterator[tuple[str, _Element, Part]]:
        for kind, part in (("footnote", self.parts.footnotes), ("endnote", self.parts.endnotes)):
            if part is not None:
                elements = part.root.iterchildren(f"{W}{kind}")
                yield from ((kind, element, part) for element in elements if element.get(f"{W}type") not in _RULES)

    def _notes(self, elements: list[tuple[str, _Element, Part]]) -> Iterator[tuple[Passage, ...]]:
        tables = before = 0
        for _, element, part in elements:
            text = self._text(Story.NOTE, part, element, tables, before)
            tables, before = text.tables, before + len(text.passages)
            yield _without_number(tuple(text.passages))

    def _furniture(self) -> Iterator[Passage]:
        tables = {Story.HEADER: 0, Story.FOOTER: 0}
        for part in self.parts.furniture:
            story = Story.HEADER if part.root.tag == f"{W}hdr" else Story.FOOTER
            text = self._text(story, part, part.root, tables[story])
            tables[story] = text.tables
            yield from text.passages

    def _comments(self) -> Iterator[Comment]:
        part = self.parts.comments
        if part is not None:
            yield from read_comments(part, self.parts.comments_extended, self.quotes, self._comment_texts(part))

    def _comment_texts(self, part: Part) -> Mapping[str, str]:
        return {
            element.get(f"{W}id", ""): _said(self._text(Story.BODY, part, element))
            for element in part.root.iterchildren(f"{W}comment")
        }


def _marked(root: _Element, notes: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, int]]:
    """The first note that is called within each bookmark, by the name of the bookmark."""
    begun: dict[str, str] = {}
    for element in root.iter(*(f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", *_CALLS))):
        number = element.get(f"{W}id", "")
        kind = _CALLS.get(element.tag.removeprefix(W))
        if kind is not None and (kind, number) in notes:
            yield from ((name, notes[kind, number]) for name in begun.values())
            begun.clear()
        elif element.tag == f"{W}bookmarkStart":
            begun[number] = element.get(f"{W}name", "")
        else:
            begun.pop(number, None)


def _said(comment: Text) -> str:
    return "\n".join(passage.text for passage in accepted(Reading(tuple(comment.passages))).passages)


def _without_number(note: tuple[Passage, ...]) -> tuple[Passage, ...]:
    """A note without the space between its number and its text, which is a blank, a tab or both."""
    if not note:
        return note
    pieces = list(note[0].pieces)
    while pieces:
        first = pieces[0]
        if isinstance(first, Words) and first.key is None and first.text[:1].isspace():
            pieces[:1] = [replace(first, text=first.text.lstrip())] if first.text.strip() else []
        elif isinstance(first, Thing) and first.kind is ThingKind.TAB and first.key is None:
            del pieces[0]
        else:
            break
    return (replace(note[0], pieces=tuple(pieces)), *note[1:])
