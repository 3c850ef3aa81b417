"""Computed fields: what they were told to show, and whether the text at hand is what they show."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element

from briefwright.formats.docx.field_codes import bookmark_of, called_again
from briefwright.formats.docx.reading.names import W

_ARGUMENT = re.compile(r'\\(?P<switch>[A-Za-z])|"(?P<quoted>[^"]*)"|(?P<bare>[^\s"\\]+)')
_WITH_VALUE = frozenset("lotm")
"""The switches of HYPERLINK that a value follows; only that of `l`, a bookmark, matters."""

_DEEPEST = 32
"""How many fields may stand within each other."""

_LONGEST = 4096
"""The length from which an instruction is not read on."""


@dataclass(slots=True)
class _Field:
    number: int
    instruction: str
    is_shown: bool = False

    @property
    def is_link(self) -> bool:
        return self.instruction.split(maxsplit=1)[:1] == ["HYPERLINK"]


@dataclass(slots=True)
class Fields:
    """The fields that are open at a place, from the outermost; they may begin and end in different paragraphs."""

    _open: list[_Field] = field(default_factory=list)
    _count: int = 0

    def begin(self, instruction: str = "") -> None:
        """A field begins with its instruction."""
        self._count += 1
        self._open.append(_Field(self._count, instruction))

    def instruct(self, text: str) -> None:
        """The instruction goes on."""
        if self._open and len(self._open[-1].instruction) < _LONGEST:
            self._open[-1].instruction += text

    def show(self) -> None:
        """What the field shows begins."""
        if self._open:
            self._open[-1].is_shown = True

    def end(self) -> None:
        """The innermost field is over."""
        if self._open:
            self._open.pop()

    @property
    def is_hidden(self) -> bool:
        """Whether the text at hand belongs to an instruction."""
        return not all(one.is_shown for one in self._open)

    @property
    def computed(self) -> int | None:
        """The number of the outermost field that shows the text at hand; None in a link or outside all fields."""
        return next((one.number for one in self._open if not one.is_link), None)

    @property
    def reference(self) -> str | None:
        """The bookmark whose words that field shows; None where it shows something else."""
        return next((bookmark_of(one.instruction) for one in self._open if not one.is_link), None)

    @property
    def note(self) -> str | None:
        """The bookmark of the note whose number that field shows; None where it shows something else."""
        return next((called_again(one.instruction) for one in self._open if not one.is_link), None)

    @property
    def link(self) -> tuple[str | None, str | None] | None:
        """The address and the bookmark that the innermost link leads to."""
        return next((_destination(one.instruction) for one in reversed(self._open) if one.is_link), None)


def unpaired(root: _Element) -> frozenset[_Element]:
    """The marks of fields that lack another of their three, or stand too deep; no text may be lost for their sake."""
    begun: list[_Element] = []
    stray: list[_Element] = []
    for mark in root.iter(f"{W}fldChar"):
        kind = mark.get(f"{W}fldCharType")
        if len(begun) > _DEEPEST or (kind != "begin" and not begun):
            stray.append(mark)
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            begun.pop()
    return frozenset((*begun, *stray))


def _destination(instruction: str) -> tuple[str | None, str | None]:
    address = bookmark = switch = None
    for argument in _arguments(instruction.partition("HYPERLINK")[2]):
        if argument.startswith("\\"):
            switch = argument[1:].lower()
        elif switch in _WITH_VALUE:
            bookmark = argument if switch == "l" else bookmark
            switch = None
        else:
            address, switch = address or argument, None
    return destination(address, bookmark)


def destination(address: str | None, bookmark: str | None) -> tuple[str | None, str | None]:
    """The address outside and the bookmark inside the draft to which a link leads; elsewhere it is a fragment."""
    if not address:
        return None, bookmark or None
    if address.startswith("#"):
        return None, address[1:] or None
    return (f"{address}#{bookmark}" if bookmark else address), None


def _arguments(instruction: str) -> Iterator[str]:
    for found in _ARGUMENT.finditer(instruction):
        yield f"\\{found['switch']}" if found["switch"] else found["quoted"] or found["bare"] or ""
