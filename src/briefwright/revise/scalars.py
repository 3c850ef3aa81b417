"""One text as YAML: in which styles it can be written at its place, read back to be sure."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import yaml

from briefwright.diagnostics import Report
from briefwright.revise.habits import Habits
from briefwright.source.reader import read
from briefwright.source.source import children
from briefwright.source.value import Mapping, Scalar

STRING = "tag:yaml.org,2002:str"

_RESOLVER = yaml.resolver.Resolver()
# YAML 1.1 and 1.2 do not agree on what is a number or a flag; whoever opens the file may follow either.
_OTHER_READERS = {
    "tag:yaml.org,2002:bool": re.compile("[yYnN]"),
    "tag:yaml.org,2002:int": re.compile("0o[0-7]+"),
    "tag:yaml.org,2002:float": re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
}
_UNPRINTED = "\u00a0\u00ad\u200b\u200c\u200d\u200e\u200f\u202f\u2009\u3000"
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t", "\r": "\\r", "\0": "\\0"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text stands: the column of its key or dash, and whether it stands in brackets of a list or a mapping.

    `used` is how many columns of the first line are taken before the text.
    """

    column: int
    used: int
    brackets: str = ""


def kind_of(text: str) -> str:
    """The tag of what another reader of YAML takes an unquoted text for: `STRING`, or that of a number, flag, date."""
    for tag, pattern in _OTHER_READERS.items():
        if pattern.fullmatch(text):
            return tag
    return str(_RESOLVER.resolve(yaml.ScalarNode, text, (True, False)))  # type: ignore[no-untyped-call]


@lru_cache(maxsize=4096)
def reads_as(written: str, text: str, column: int, brackets: str, rest: str = "") -> bool:
    """Whether what is written at a place is read as a text.

    Further lines are written with their indentation. `rest` is what follows, to the end of its last line.
    """
    before = " " * column + "k: " + brackets[:1] + ("k: " if brackets == "{}" else "")
    after = f", k2: z{brackets[1:]}" if brackets == "{}" else f", z{brackets[1:]}" if brackets else rest
    source = read(f"{before}{written}{after}\n{' ' * column}last: z\n", "", Report())
    if source is None or not isinstance(source.root, Mapping) or len(source.root.entries) != 2:
        return False
    value = source.root.entries[0].value
    if brackets:
        value = next((below for _, below in children(value)), value)
    return isinstance(value, Scalar) and value.text == text


def inline(text: str, place: Place, habits: Habits) -> str:
    """A text on one line: without quotes where nobody could mistake it, else in quotes."""
    bare = None if ends_early(text, place) else plain(text)
    return next(
        written
        for written in (bare, *quoted(text, habits.quote))
        if written is not None and reads_as(written, text, place.column, place.brackets)
    )


def ends_early(text: str, place: Place) -> bool:
    """Whether some readers end a text without quotes too early: in brackets, a question mark begins a key for them."""
    return bool(place.brackets) and "?" in text


def plain(text: str) -> str | None:
    """A text without quotes; None if another reader would take it for more than text."""
    is_text = kind_of(text) == STRING and text == text.strip() and is_seen(text)
    return text if is_text and not text.startswith(("---", "...")) else None


def quoted(text: str, preferred: str) -> Iterator[str]:
    """A text in quotes, in the preferred ones first unless only the others spare it escapes."""
    both = {'"': double(text), "'": single(text)}
    order = ('"', "'") if preferred == '"' else ("'", '"')
    yield from (both[quote] for quote in order if both[quote][1:-1] == text)
    yield from (both[quote] for quote in order if quote == '"' or is_seen(text))
    yield both['"']


def single(text: str) -> str:
    """A text in single quotes."""
    return "'" + text.replace("'", "''") + "'"


def double(text: str) -> str:
    """A text in double quotes."""
    return '"' + "".join(_ESCAPES.get(letter, letter if is_seen(letter) else _escape(letter)) for letter in text) + '"'


def is_seen(text: str) -> bool:
    """Whether a text can be written as it is: letters that join, and spaces that do not break, belong to its words."""
    return all(letter.isprintable() or letter in _UNPRINTED for letter in text)


def _escape(letter: str) -> str:
    code = ord(letter)
    return f"\\x{code:02X}" if code < 0x100 else f"\\u{code:04X}" if code < 0x10000 else f"\\U{code:08X}"
