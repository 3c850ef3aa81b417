"""What stands in a paragraph, as pieces: words with their look, calls of notes, and things between them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import groupby

from lxml.etree import _Element

from briefwright.document.reading import (
    Change,
    ChangeKind,
    NoteCall,
    Piece,
    Thing,
    ThingKind,
    Words,
)
from briefwright.formats.docx.reading.around import Around, change_of
from briefwright.formats.docx.reading.fields import destination
from briefwright.formats.docx.reading.names import M, Properties, R, W, name, properties
from briefwright.formats.docx.reading.pictures import shown
from briefwright.formats.docx.reading.styles import Style, Styles
from briefwright.formats.docx.reading.symbols import symbol
from briefwright.formats.docx.reading.wrappers import State, contents, within

_CHARACTERS = {"noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_BREAKS = {
    "tab": (ThingKind.TAB, "\t"),
    "ptab": (ThingKind.TAB, "\t"),
    "br": (ThingKind.LINE_BREAK, "\n"),
    "cr": (ThingKind.LINE_BREAK, "\n"),
}
_SPACES = " \t\r\n"
_PRESERVED = "{http://www.w3.org/XML/1998/namespace}space"
_TO_SPACES = str.maketrans("\t\r\n", "   ")


@dataclass(frozen=True, slots=True)
class Source:
    """What the text of one part is read with.

    `notes` has the number of each note by its kind ("footnote" or "endnote") and id, `marked` that of the note called
    within each bookmark, `links` the addresses of the part.
    """

    styles: Styles
    notes: Mapping[tuple[str, str], int]
    marked: Mapping[str, int]
    links: Mapping[str, str]
    unpaired: frozenset[_Element]


_Look = Callable[[str], Words]

_Raw = tuple[int | None, Piece]
"""A piece with the number of the computed field that it is part of."""


@dataclass(slots=True)
class Inlines:
    """The pieces of one paragraph in the making."""

    source: Source
    state: State
    style: Style
    _raw: list[_Raw] = field(default_factory=list)
    _again: dict[int, int] = field(default_factory=dict)

    def read(self, parent: _Element, around: Around) -> None:
        """Read on with the children of an element of the paragraph."""
        for child in parent:
            match name(child):
                case "r":
                    self._run(child, around)
                case "hyperlink":
                    address = self.source.links.get(child.get(f"{R}id", ""))
                    self.read(child, around.linked(*destination(address, child.get(f"{W}anchor"))))
                case "fldSimple":
                    self._simple_field(child, around)
                case "m:oMath" | "m:oMathPara":
                    text = "".join(part.text or "" for part in child.iter(f"{M}t"))
                    self._thing(ThingKind.OBJECT, text, around)
                case "subDoc":
                    self.state.strangers = True
                case _:
                    inner = within(child, around, self.state)
                    if inner is not None:
                        self.read(*inner)

    def pieces(self) -> Iterator[Piece]:
        """What was read, run by run, but what one field shows as one thing."""
        return _with_fields(self._raw, self._again)

    def _simple_field(self, element: _Element, around: Around) -> None:
        fields = self.state.fields
        fields.begin(element.get(f"{W}instr", ""))
        fields.show()
        self.read(element, around)
        fields.end()

    # ---- runs ---------------------------------------------------------------------------------------------------

    def _run(self, run: _Element, around: Around) -> None:
        look = self._look(properties(run, "rPr"), around)
        for child in contents(run):
            kind = name(child)
            if kind in ("t", "delText"):
                self._words(_text(child), look, around)
            elif kind in _CHARACTERS:
                self._words(_CHARACTERS[kind], look, around)
            elif kind in _BREAKS:
                if child.get(f"{W}type", "textWrapping") == "textWrapping":
                    self._thing(*_BREAKS[kind], around)
            elif kind == "sym":
                self._symbol(child, look, around)
            elif kind in ("fldChar", "instrText", "delInstrText"):
                self._field(child, kind)
            else:
                self._object(child, kind, around)

    def _look(self, said: Properties, around: Around) -> _Look:
        """What makes words of a text, which look as those of a run with these properties."""
        styles = self.source.styles
        bold, italic = styles.look(self.style, said)
        style = styles.of_words(said)
        former = said.get("rPrChange")
        change, before = around.change, None
        if former is not None:
            before = styles.look(self.style, properties(former, "rPr"))
            change = change or change_of(former, ChangeKind.FORMATTED)
        named = None if style is None else style.name
        href, target = self.state.fields.link or (around.href, around.target)
        return lambda text: Words(text, bold, italic, named, around.key, href, target, change, before)

    def _field(self, element: _Element, kind: str) -> None:
        fields = self.state.fields
        if kind != "fldChar":
            fields.instruct(element.text or "")
        elif element not in self.source.unpaired:
            match element.get(f"{W}fldCharType"):
                case "begin":
                    fields.begin()
                case "separate":
                    fields.show()
                case "end":
                    fields.end()

    def _symbol(self, element: _Element, look: _Look, around: Around) -> None:
        font, code = element.get(f"{W}font", ""), element.get(f"{W}char", "")
        character = symbol(font, code)
        if character is None:
            self._thing(ThingKind.OBJECT, f"{code} of {font}", around)
        else:
            self._words(character, look, around)

    def _object(self, element: _Element, kind: str, around: Around) -> None:
        match kind:
            case "footnoteReference" | "endnoteReference":
                note = self.source.notes.get((kind.removesuffix("Reference"), element.get(f"{W}id", "")))
                if note is not None:
                    self._add(NoteCall(note, around.key, around.change), around)
            case "commentReference":
                self.state.quotes.refer(element.get(f"{W}id", ""))
            case "pgNum":
                self._thing(ThingKind.FIELD, "", around)
            case "ruby":
                base = element.find(f"{W}rubyBase")
                if base is not None:
                    self.read(base, around)
            case "drawing" | "pict" | "object":
                picture = shown(element)
                self._add(Thing(picture.kind, picture.text, around.key, around.change), around)
                if picture.kind is ThingKind.OBJECT and picture.text and not around.is_void:
                    self.state.boxes.append(picture.text)

    # ---- pieces -------------------------------------------------------------------------------------------------

    def _words(self, text: str, look: _Look, around: Around) -> None:
        self._add(look(text), around)

    def _thing(self, kind: ThingKind, text: str, around: Around) -> None:
        self._add(Thing(kind, text, around.key, around.change), around)

    def _add(self, piece: Piece, around: Around) -> None:
        fields = self.state.fields
        if around.is_void or fields.is_hidden:
            return
        self.state.quotes.add(piece)
        number = 0 if around.is_computed else fields.computed
        if number is not None and not isinstance(piece, NoteCall):
            note = self.source.marked.get(fields.note or "")
            if note is not None:
                self._again[number] = note
            target = None if around.is_computed else fields.reference
            piece = Thing(self._computed(target), piece.text, piece.key, piece.change, target)
            self._raw.append((number, piece))
        else:
            self._raw.append((None, piece))

    def _computed(self, target: str | None) -> ThingKind:
        """What a field shows that leads to this bookmark, or to none."""
        if target is not None:
            return ThingKind.REFERENCE
        return ThingKind.FIELD if self.state.fields.note is None else ThingKind.LOST_CALL


def _text(element: _Element) -> str:
    text = element.text or ""
    return (text if element.get(_PRESERVED) == "preserve" else text.strip(_SPACES)).translate(_TO_SPACES)


def _with_fields(raw: Iterable[_Raw], again: Mapping[int, int]) -> Iterator[Piece]:
    """The pieces, where those that are part of one field have become one: a note called again, or what the field shows.

    `again` has the note that a field calls.
    """
    for (number, _, _), same in groupby(raw, key=_part_of):
        pieces = [piece for _, piece in same]
        first = pieces[0]
        if number is None or not isinstance(first, Thing):
            yield from pieces
        elif number in again:
            yield NoteCall(again[number], first.key, first.change, again=True)
        else:
            yield replace(first, text="".join(piece.text for piece in pieces if isinstance(piece, Thing)))


def _part_of(raw: _Raw) -> tuple[int | None, str | None, Change | None]:
    number, piece = raw
    return (None, None, None) if number is None else (number, piece.key, piece.change)
