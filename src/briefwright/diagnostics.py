"""What is wrong with an input, where, and what to do about it.

Each stage adds to a `Report` and goes on as far as it can, so that one run shows every problem.
Exceptions are for bugs.
"""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from briefwright.codes import CODES


class Severity(StrEnum):
    """How much a diagnostic weighs: errors stop the compile, warnings and notes do not."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a source file; lines and columns count from 1, columns in characters, the end excluded."""

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: its code, where it stands, what is wrong, and what to do."""

    code: str
    span: Span
    message: str
    hints: tuple[str, ...] = ()

    @property
    def severity(self) -> Severity:
        """The weight that the table of codes gives to this diagnostic."""
        return Severity(CODES[self.code].severity)


@dataclass(slots=True)
class Report:
    """The diagnostics of one run, in the order in which they were found."""

    diagnostics: list[Diagnostic] = field(default_factory=list)

    def add(self, code: str, span: Span, message: str, *hints: str) -> None:
        """Record a problem; `code` must stand in the table of codes."""
        if code not in CODES:
            raise KeyError(f"no diagnostic has the code {code}")
        self.diagnostics.append(Diagnostic(code, span, message, hints))

    def extend(self, diagnostics: Iterable[Diagnostic]) -> None:
        """Record the problems of another report."""
        self.diagnostics.extend(diagnostics)

    @property
    def has_errors(self) -> bool:
        """Whether anything found stops the compile."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        """The diagnostics by place, without repeats."""
        return iter(sorted(dict.fromkeys(self.diagnostics), key=lambda d: (d.span, d.code, d.message)))

    def __len__(self) -> int:
        return len(set(self.diagnostics))


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """The hint that names the known word nearest to this one, or no hint."""
    nearest = difflib.get_close_matches(word, list(known), n=1)
    return tuple(f'did you mean "{name}"?' for name in nearest)


Paint = Callable[[str, str], str]
"""Colours a text by its role: a severity, "code", "hint" or "mark"."""


def plain(text: str, _role: str) -> str:
    """The text as it is: the paint of a pipe or a file."""
    return text


def render(diagnostic: Diagnostic, source_line: str | None, paint: Paint = plain) -> str:
    """One diagnostic as lines for a person: place, code, message, the source line marked, the hints."""
    head = f"{diagnostic.severity}[{diagnostic.code}]"
    lines = [f"{diagnostic.span}: {paint(head, diagnostic.severity)}: {diagnostic.message}"]
    if source_line is not None:
        lines += _excerpt(diagnostic.span, source_line, paint)
    lines += [f"   {paint('hint:', 'hint')} {hint}" for hint in diagnostic.hints]
    return "\n".join(lines)


_WIDEST_EXCERPT = 160


def _excerpt(span: Span, source_line: str, paint: Paint) -> list[str]:
    start = max(0, span.column - 1)
    offset = max(0, start - _WIDEST_EXCERPT // 2)
    shown = source_line.rstrip("\n")[offset : offset + _WIDEST_EXCERPT].expandtabs(1)
    end = span.end_column - 1 if span.end_line == span.line else offset + len(shown)
    width = max(1, min(end, offset + len(shown)) - start)
    number = f"{span.line:>5}"
    return [
        f"{number} | {shown}",
        f"{' ' * 5} | {' ' * (start - offset)}{paint('^' * width, 'mark')}",
    ]
