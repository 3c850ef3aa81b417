"""From offsets in a text to lines and columns."""

from __future__ import annotations

import re
from bisect import bisect_right

from briefwright.diagnostics import Span

_BREAK = re.compile(r"\r\n|\r|\n")


class Lines:
    """The lines of a file's text."""

    def __init__(self, file: str, text: str) -> None:
        self.file = file
        self._starts = [0, *(match.end() for match in _BREAK.finditer(text))]

    def span(self, start: int, end: int) -> Span:
        """The stretch between two character offsets, as lines and columns that count from 1."""
        return Span(self.file, *self._place(start), *self._place(max(start, end)))

    def _place(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1
