"""The words that a house style adds to a brief, by language: headings, labels, and the values of closed lists."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from briefwright.compose.field import plain, snake_case
from briefwright.compose.house import House, TemplateFile
from briefwright.compose.localise import Language
from briefwright.diagnostics import Report, Span
from briefwright.source.reader import read
from briefwright.source.source import Source
from briefwright.source.value import Path, Scalar

SHARED = "_base"
"""The folder of what all houses share."""


class Words:
    """Words, or groups of words, by name.

    All own names begin with an underscore: the others are those of the words.
    """

    __slots__ = ("_entries", "_file", "_path")

    def __init__(self, file: str, entries: Mapping[str, Any], path: tuple[str, ...] = ()) -> None:
        self._file = file
        self._entries = entries
        self._path = path

    def __getattr__(self, name: str) -> Words | str:
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, key: object) -> Words | str:
        name = str(plain(key))
        found = self._entries[name]
        return found if isinstance(found, str) else Words(self._file, found, (*self._path, name))

    def __html__(self) -> str:
        raise TypeError(f'"{".".join(self._path)}" is a group of words')

    def __contains__(self, key: object) -> bool:
        return str(plain(key)) in self._entries


def words_of(words: Words, value: Enum) -> str | None:
    """The words for a value of a closed list, found under the list's name; None where there are none."""
    group = words._entries.get(list_name(value))  # noqa: SLF001 - the other half of the class
    return group.get(value.value) if isinstance(group, Mapping) else None


def list_name(value: Enum) -> str:
    """The name under which a words file gives the values of a closed list."""
    return snake_case(type(value).__name__)


def missing_words(words: Words, name: str, place: Span) -> tuple[str, Span, str, str]:
    """The diagnostic of words that a words file lacks: code, place, message and hint."""
    whole = ".".join((*words._path, name))  # noqa: SLF001
    return "BW421", place, f'there are no words for "{whole}"', f"add {whole} to {words._file}"  # noqa: SLF001


def load(house: House, language: Language, report: Report, span: Span) -> Words | None:
    """The words of a language: those that all houses share, and the house's own in their place.

    Without a file for the language the report says at `span` which one to add.
    """
    shared = _first(house, SHARED, language)
    own = _first(house, house.name, language)
    if shared is None and own is None:
        wanted = f"templates/{house.name}/words/{language.chain[-1]}.yaml"
        hint = f"add {wanted}, made after templates/{SHARED}/words/en.yaml"
        report.add("BW422", span, f'there are no words for the language "{language.tag}"', hint)
        return None
    entries: dict[str, Any] = {}
    for file in (shared, own):
        if file is not None:
            _add(entries, _entries(file, report))
    return Words((own or shared or TemplateFile("", "")).name, entries)


def _first(house: House, folder: str, language: Language) -> TemplateFile | None:
    files = (house.own(f"{folder}/words/{tag}.yaml") for tag in language.chain)
    return next((file for file in files if file is not None), None)


def _add(entries: dict[str, Any], more: Mapping[str, Any]) -> None:
    for name, value in more.items():
        known = entries.get(name)
        if isinstance(known, dict) and isinstance(value, dict):
            _add(known, value)
        else:
            entries[name] = value


def _entries(file: TemplateFile, report: Report) -> dict[str, Any]:
    source = read(file.text, file.name, report)
    if source is None:
        return {}
    _check(source, report)
    data = source.data()
    return data if isinstance(data, dict) else {}


def _check(source: Source, report: Report) -> None:
    if isinstance(source.root, Scalar):
        report.add("BW423", source.span(()), "words are given by name, as in `risks: Risks`")
    for path, scalar in source.scalars():
        if any(isinstance(step, int) for step in path):
            report.add("BW423", source.span(path), "words are not listed", "give each one a name")
        elif scalar.text is None:
            report.add("BW423", source.key_span(path), f'"{_dotted(path)}" has no words')


def _dotted(path: Path) -> str:
    return ".".join(map(str, path))
