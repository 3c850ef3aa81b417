"""The files of a house style, by name: its own folder first, then what all houses share."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from briefwright.compose.bytecode import CompiledTemplates
from briefwright.diagnostics import Span

ReadTemplate = Callable[[str], "TemplateFile | None"]
"""Gives a file of `templates/` by its name from there, with forward slashes; None where there is none."""


@dataclass(frozen=True, slots=True)
class TemplateFile:
    """The text of a template file; `name` is how diagnostics call it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class House:
    """A house style as a reader of its files; each file is read once.

    `compiled` keeps its templates as they were compiled.
    """

    name: str
    read: ReadTemplate
    compiled: CompiledTemplates = field(default_factory=CompiledTemplates, repr=False, compare=False)
    _files: dict[str, TemplateFile | None] = field(default_factory=dict, repr=False, compare=False)
    _lines: dict[str, list[str]] = field(default_factory=dict, repr=False, compare=False)

    def file(self, name: str) -> TemplateFile | None:
        """The file of this name in the house's own folder, or else in `templates/`."""
        return self._file(f"{self.name}/{name}") or self._file(name)

    def own(self, name: str) -> TemplateFile | None:
        """The file of exactly this name in `templates/`."""
        return self._file(name)

    def _file(self, name: str) -> TemplateFile | None:
        if name not in self._files:
            self._files[name] = self.read(name)
        return self._files[name]

    def span(self, file: str, line: int, word: str = "") -> Span:
        """A line of a file without its indentation, or the place in it of a word that stands there just once."""
        text = self._line(file, line)
        found = list(re.finditer(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)) if word else []
        start, end = found[0].span() if len(found) == 1 else (len(text) - len(text.lstrip()), len(text))
        return Span(file, line, start + 1, line, end + 1)

    def _line(self, file: str, line: int) -> str:
        if file not in self._lines:
            text = next((known.text for known in self._files.values() if known and known.name == file), "")
            self._lines[file] = text.splitlines()
        lines = self._lines[file]
        return lines[line - 1].rstrip() if 0 < line <= len(lines) else ""
