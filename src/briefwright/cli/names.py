"""The names that a person gives: briefs and house styles, completed by the shell from the workspace."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click
from click.shell_completion import CompletionItem

from briefwright.cli.console import Console
from briefwright.diagnostics import Report, Span
from briefwright.workspace import Version, Workspace


class WrongUsage(click.exceptions.Exit):
    """The command line asks for something that is not there; the reason has been printed."""

    def __init__(self) -> None:
        super().__init__(2)


def complete_briefs(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The slugs of the workspace that begin so; where there is none, the files of the folder."""
    slugs = [CompletionItem(slug) for slug in workspace_here().slugs() if slug.startswith(incomplete)]
    return slugs or [CompletionItem(incomplete, type="file")]


def complete_versions(_: click.Context, __: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """The slugs that begin so, after a revision as well; where there is none, the files of the folder."""
    revision, colon, begun = incomplete.rpartition(":")
    slugs = [slug for slug in workspace_here().slugs() if slug.startswith(begun)]
    return [CompletionItem(revision + colon + slug) for slug in slugs] or [CompletionItem(incomplete, type="file")]


def complete_houses(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """The house styles that begin so, of the workspace and built in."""
    return [house for house in workspace_here().houses() if house.startswith(incomplete)]


def complete_formats(_: click.Context, __: click.Parameter, incomplete: str) -> list[str]:
    """The formats that begin so."""
    from briefwright.pipeline import FORMATS

    return [name for name in FORMATS if name.startswith(incomplete)]


def known_formats(_: click.Context, __: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
    """The formats that were asked for, each once; where none was, all.

    Raises:
        click.BadParameter: a format is unknown.
    """
    from briefwright.pipeline import FORMATS

    for name in given:
        if name not in FORMATS:
            raise click.BadParameter(f'"{name}" is not one of {", ".join(FORMATS)}')
    return tuple(dict.fromkeys(given)) or tuple(FORMATS)


def workspace_here(briefs: Sequence[str] = ()) -> Workspace:
    """The workspace of the current folder; outside of any, that of a brief given as a path, else the folder itself."""
    starts = [Path.cwd(), *(Path(brief) for brief in briefs)]
    found = (Workspace.find(start) for start in starts)
    return next((workspace for workspace in found if workspace), None) or Workspace(Path.cwd())


def brief_files(console: Console, briefs: Sequence[str]) -> list[Path]:
    """The files of the briefs that were named, each once; without a name, of all.

    Raises:
        WrongUsage: a name is unknown, or two files would be written to the same place.
        click.UsageError: there is no brief at all.
    """
    report = Report()
    names = briefs or console.workspace.slugs()
    if not names:
        raise click.UsageError(
            "there are no briefs here: `briefwright init DIR` makes a workspace, `briefwright new SLUG` a brief in it"
        )
    files = [file for name in names if (file := console.workspace.brief(name, report))]
    _stop(console, report)
    return _by_slug(files)


def two_versions(console: Console, old: str, new: str) -> tuple[Version, Version]:
    """The two versions of a brief that were named.

    Raises:
        WrongUsage: a brief or a revision is unknown.
    """
    report = Report()
    versions = [version for name in (old, new) if (version := console.workspace.version(name, report))]
    _stop(console, report)
    before, after = versions
    return before, after


def one_line(_: click.Context, __: click.Parameter, given: str | None) -> str | None:
    """A name as it was given.

    Raises:
        click.BadParameter: it is empty, or holds what cannot be printed.
    """
    if given is not None and not (given.strip() and given.isprintable()):
        raise click.BadParameter("takes a name on one line")
    return given


def _by_slug(files: Sequence[Path]) -> list[Path]:
    named: dict[str, Path] = {}
    for file in files:
        other = named.setdefault(slug_of(file), file)
        if not other.samefile(file):
            raise click.UsageError(f'both "{other}" and "{file}" would be built as "{slug_of(file)}"')
    return list(named.values())


def slug_of(brief_file: Path) -> str:
    """The name of a brief's outputs: that of its folder."""
    return brief_file.absolute().parent.name


def require_house(console: Console, style: str | None) -> None:
    """Stop where a house style was named that nobody knows.

    Raises:
        WrongUsage: the house style is unknown.
    """
    report = Report()
    if style is not None:
        console.workspace.knows_house(style, report, Span("--style"))
    _stop(console, report)


def _stop(console: Console, report: Report) -> None:
    console.diagnostics(report)
    if report.has_errors:
        raise WrongUsage
