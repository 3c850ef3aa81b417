"""What a person sees on the terminal: diagnostics with their source lines, progress, one line of summary.

All of it goes to standard error. Colours and progress appear on a terminal only; NO_COLOR turns the colours off.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from briefwright.diagnostics import Report, Severity, Span, render
from briefwright.workspace import Workspace

_COLOURS = {"error": "red", "warning": "yellow", "info": "blue", "hint": "cyan", "mark": "red"}


@dataclass(frozen=True, slots=True)
class Console:
    """Standard error, with how much the person wants to be told."""

    workspace: Workspace
    quiet: bool = False
    verbose: bool = False

    def progress(self, doing: str, files: Sequence[Path]) -> Iterator[Path]:
        """The files one by one, with a bar where there are several and someone is watching."""
        watched = sys.stderr.isatty() and not (self.quiet or self.verbose)
        with click.progressbar(
            files,
            label=doing,
            show_pos=True,
            item_show_func=lambda file: file.absolute().parent.name if file else None,
            file=sys.stderr,
            hidden=not watched or len(files) < 2,
        ) as bar:
            yield from bar

    def say(self, text: str) -> None:
        """A line for those who asked for more."""
        if self.verbose:
            click.echo(text, err=True)

    def diagnostics(self, report: Report) -> None:
        """Every problem found, by place; errors only where quiet was asked for."""
        lines = _SourceLines(self.workspace)
        for diagnostic in report:
            if not self.quiet or diagnostic.severity is Severity.ERROR:
                click.echo(render(diagnostic, lines.at(diagnostic.span), _paint), err=True)

    def summary(self, done: str, report: Report) -> None:
        """One line at the end: where there were problems, where someone is watching, or where more was asked for."""
        if not self.quiet and (len(report) or self.verbose or sys.stderr.isatty()):
            click.echo(f"{done}: {_counts(report)}", err=True)


def problem(text: str) -> None:
    """A line that nobody may miss."""
    click.echo(f"{_paint('error:', 'error')} {text}", err=True)


@dataclass(slots=True)
class _SourceLines:
    """The lines of the files that diagnostics point at, each file read once."""

    workspace: Workspace
    _file: str | None = None
    _lines: Sequence[str] = ()

    def at(self, span: Span) -> str | None:
        if span.file != self._file:
            read = self.workspace.read(Path(span.file), Report())
            self._file = span.file
            is_text = read is not None and b"\0" not in read.data
            self._lines = read.data.decode("utf-8", "replace").split("\n") if read and is_text else ()
        return self._lines[span.line - 1].rstrip("\r") if 0 < span.line <= len(self._lines) else None


def _paint(text: str, role: str) -> str:
    return click.style(text, fg=_COLOURS.get(role), bold=True)


def _counts(report: Report) -> str:
    found = Counter(diagnostic.severity for diagnostic in report)
    parts = [counted(found[severity], noun) for severity, noun in _NOUNS.items() if found[severity]]
    return ", ".join(parts) or "no problems"


_NOUNS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}


def counted(number: int, noun: str) -> str:
    """A number with its noun, such as `1 brief` or `3 briefs`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
