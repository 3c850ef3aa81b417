"""The commands. What they do is done elsewhere; heavy parts are imported by the command that needs them."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click
from click.shell_completion import get_completion_class

from briefwright import __version__
from briefwright.cli.console import Console, counted, problem
from briefwright.cli.names import (
    brief_files,
    complete_briefs,
    complete_formats,
    complete_houses,
    complete_versions,
    known_formats,
    one_line,
    require_house,
    slug_of,
    two_versions,
    workspace_here,
)
from briefwright.cli.scaffold import FIRST_BRIEF, new_brief, new_workspace
from briefwright.diagnostics import Report
from briefwright.workspace import Workspace, WriteError, today

if TYPE_CHECKING:
    from briefwright.pipeline import Compiled

PROBLEMS, NOT_WRITTEN = 1, 3
"""Exit codes of our own; 2, for wrong usage, is click's."""

EXIT_CODES = """\b
Exit codes:
  0  done (there may be warnings)
  1  there are problems in the input
  2  wrong usage
  3  a file could not be written
"""

MOMENT = click.DateTime(["%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S%z"])

_SLUG = re.compile(r"[a-z][a-z0-9-]{0,47}")

Command = Callable[..., Any]
Answer = TypeVar("Answer")


@click.group(context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXIT_CODES)
@click.version_option(__version__, prog_name="briefwright")
@click.pass_context
def main(context: click.Context) -> None:
    """Compile policy briefs from YAML to PDF and DOCX.

    A BRIEF is the name of a folder of briefs/, the path of such a folder, or the path of a file. Without one, all
    briefs of the workspace are meant: of the folder upwards from here that holds briefs/.
    """
    if os.environ.get("NO_COLOR"):
        context.color = False


def _takes_briefs(command: Command) -> Command:
    """The arguments of the commands that read briefs."""
    for option in reversed(
        (
            click.argument("briefs", metavar="[BRIEF]...", nargs=-1, shell_complete=complete_briefs),
            click.option("--style", metavar="HOUSE", shell_complete=complete_houses, help="The house style."),
            click.option("-q", "--quiet", is_flag=True, help="Print errors only."),
            click.option("-v", "--verbose", is_flag=True, help="Print what is done, and which files were read."),
        )
    ):
        command = option(command)
    return command


@main.command(epilog=EXIT_CODES)
@_takes_briefs
@click.option(
    "--format",
    "formats",
    metavar="FORMAT",
    multiple=True,
    callback=known_formats,
    shell_complete=complete_formats,
    help="pdf or docx; else both.",
)
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Where to write; else build/ of the workspace."
)
def build(
    briefs: tuple[str, ...], style: str | None, formats: tuple[str, ...], out: Path | None, quiet: bool, verbose: bool
) -> None:
    """Compile briefs to PDF and DOCX.

    The files are OUT/<brief>/<brief>.pdf and .docx; their names are printed. For a brief with errors nothing is
    written; the others are built all the same.
    """
    from briefwright import pipeline

    console = _console(briefs, quiet=quiet, verbose=verbose)
    files = brief_files(console, briefs)
    require_house(console, style)
    run = _Build(console, out or console.workspace.root / "build")
    for file in console.progress("building", files):
        started = time.perf_counter()
        run.add(slug_of(file), pipeline.compile_brief(console.workspace, file, formats, style))
        console.say(f"{slug_of(file)}: {time.perf_counter() - started:.2f} s")
    for path in run.written:
        click.echo(console.workspace.name(path))
    _tell_reads(console)
    console.diagnostics(run.report)
    console.summary(f"built {run.built} of {counted(len(files), 'brief')}", run.report)
    for reason in run.not_written:
        problem(reason)
    _leave(run.report, written=not run.not_written)


@dataclass(slots=True)
class _Build:
    """One run over several briefs: what was written, what could not be, and every problem found."""

    console: Console
    out: Path
    built: int = 0
    report: Report = field(default_factory=Report)
    written: list[Path] = field(default_factory=list)
    not_written: list[str] = field(default_factory=list)

    def add(self, slug: str, compiled: Compiled) -> None:
        """Write the files of one brief, unless it has errors."""
        self.report.extend(compiled.report)
        if compiled.report.has_errors:
            return
        try:
            for name, data in compiled.files.items():
                path = self.out / slug / f"{slug}.{name}"
                self.console.workspace.write(path, data)
                self.written.append(path)
        except WriteError as error:
            self.not_written.append(str(error))
        else:
            self.built += 1


@main.command(epilog=EXIT_CODES)
@_takes_briefs
def check(briefs: tuple[str, ...], style: str | None, quiet: bool, verbose: bool) -> None:
    """Find the problems of briefs, and the open remarks of reviewers, without building them."""
    from briefwright import pipeline
    from briefwright.margin import open_remarks

    console = _console(briefs, quiet=quiet, verbose=verbose)
    files = brief_files(console, briefs)
    require_house(console, style)
    report = Report()
    for file in console.progress("checking", files):
        report.extend(pipeline.check(console.workspace, file, style).report)
        open_remarks(console.workspace, file, report)
        console.say(f"checked {slug_of(file)}")
    _tell_reads(console)
    console.diagnostics(report)
    console.summary(f"checked {counted(len(files), 'brief')}", report)
    _leave(report)


@main.command(epilog=EXIT_CODES)
@click.argument("old", shell_complete=complete_versions)
@click.argument("new", shell_complete=complete_versions)
@click.option("--style", metavar="HOUSE", shell_complete=complete_houses, help="The house style; else that of NEW.")
@click.option(
    "--out", type=click.Path(file_okay=False, path_type=Path), help="Where to write; else build/ of the workspace."
)
@click.option("--author", metavar="NAME", callback=one_line, help="Who made the changes; else the first author of NEW.")
@click.option("--date", "moment", metavar="DATE", type=MOMENT, help="When they were made (2026-11-21); else today.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print what is done, and which files were read.")
def redline(
    old: str,
    new: str,
    style: str | None,
    out: Path | None,
    author: str | None,
    moment: datetime | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show what changed from one version of a brief to another.

    OLD and NEW are each a BRIEF, or REV:BRIEF: the brief, and the files beside it, in a revision of git, such as
    HEAD~1:water-losses. Written are OUT/<brief>/<brief>-redline.docx, the draft of NEW with every change tracked, and
    <brief>-changes.md, the changes field by field.
    """
    from briefwright import versions

    console = _console([name.rpartition(":")[2] for name in (old, new)], quiet=quiet, verbose=verbose)
    before, after = two_versions(console, old, new)
    require_house(console, style)
    made = versions.redline(before, after, style, author, moment)
    slug = slug_of(after.file)
    folder = (out or console.workspace.root / "build") / slug
    for ending, data in made.files.items():
        path = folder / f"{slug}-{ending}"
        _written(partial(console.workspace.write, path, data))
        click.echo(console.workspace.name(path))
    for version in (before, after):
        _tell_reads(replace(console, workspace=version.workspace))
    console.diagnostics(made.report)
    console.summary(f"tracked {counted(made.changes, 'change')}", made.report)
    if made.files and not made.changes and not quiet:
        click.echo("the two versions print the same: no change is tracked", err=True)
    _leave(made.report)


@main.command(epilog=EXIT_CODES)
@click.argument("draft", metavar="DRAFT.docx", type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--brief", metavar="BRIEF", shell_complete=complete_briefs, help="The brief; else the one the draft names."
)
@click.option("--style", metavar="HOUSE", shell_complete=complete_houses, help="The house style to check it in.")
@click.option(
    "--tracked",
    type=click.Choice(["accept", "reject"]),
    default="accept",
    show_default=True,
    help="How tracked changes are taken.",
)
@click.option(
    "--conflicts",
    type=click.Choice(["refuse", "draft", "brief"]),
    default="refuse",
    show_default=True,
    help="Whose words count where both were changed.",
)
@click.option(
    "--unsure",
    type=click.Choice(["ask", "take", "leave"]),
    default="ask",
    show_default=True,
    help="What is done where it is not sure which paragraph was changed.",
)
@click.option("--dry-run", is_flag=True, help="Print the change of the brief, and write nothing.")
@click.option("--force", is_flag=True, help="Write the brief although there are errors.")
@click.option("-q", "--quiet", is_flag=True, help="Print errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Print what became of every word.")
def pull(
    draft: Path,
    brief: str | None,
    style: str | None,
    tracked: str,
    conflicts: str,
    unsure: str,
    dry_run: bool,
    force: bool,
    quiet: bool,
    verbose: bool,
) -> None:
    """Bring the edits of a Word draft back into its brief.

    The brief's YAML changes where the draft was edited and nowhere else. Remarks in the margin are kept beside it in
    remarks.yaml. What could not be brought back is told, with the reason. With errors nothing is written; the text
    from before is kept in build/<brief>/before-pull/.
    """
    from briefwright.cli.pulled import tell
    from briefwright.drafts import Choices, Conflicts, Tracked, Unsure
    from briefwright.drafts import pull as pull_draft
    from briefwright.margin import REMARKS_FILE
    from briefwright.revise.remarks import written as written_remarks

    console = _console([brief] if brief else [], quiet=quiet, verbose=verbose)
    require_house(console, style)
    file = brief_files(console, (brief,))[0] if brief else None
    choices = Choices(Tracked(tracked), Conflicts(conflicts), Unsure(unsure))
    pulled = pull_draft(console.workspace, draft, file, style, choices)
    tell(console, pulled, dry_run=dry_run)
    keep = pulled.file is not None and not dry_run and (force or not pulled.report.has_errors)
    if keep and pulled.file is not None:
        write = console.workspace.write
        if pulled.after != pulled.before:
            _written(partial(write, pulled.backup(console.workspace.root), pulled.mark + pulled.before.encode()))
            _written(partial(write, pulled.file, pulled.data))
            click.echo(console.workspace.name(pulled.file))
        if pulled.new_remarks or pulled.settled_remarks:
            path = pulled.file.with_name(REMARKS_FILE)
            _written(partial(write, path, written_remarks(pulled.remarks).encode()))
            click.echo(console.workspace.name(path))
    _leave(pulled.report)


@main.command(epilog=EXIT_CODES)
@click.argument("slug")
def new(slug: str) -> None:
    """Start a brief called SLUG.

    It compiles as it is, and its comments explain every field it uses. A slug is made of small letters, digits and
    hyphens.
    """
    workspace = Workspace.find(Path.cwd())
    if not _SLUG.fullmatch(slug):
        raise click.UsageError(f'"{slug}" is no slug: use small letters, digits and hyphens, beginning with a letter')
    if workspace is None:
        raise click.UsageError("there is no workspace here: `briefwright init DIR` makes one")
    if slug in workspace.slugs():
        raise click.UsageError(f'there is already a brief called "{slug}"')
    made = _written(lambda: new_brief(workspace, slug))
    _tell_made(workspace, made, f"briefwright build {slug}")


@main.command(epilog=EXIT_CODES)
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def init(folder: Path) -> None:
    """Make a workspace in DIR.

    It holds a first brief, the schema for editors and a place for house styles. What is already there stays as it is.
    """
    made = _written(lambda: new_workspace(folder))
    go_there = "" if folder.resolve() == Path.cwd() else f"cd {folder} && "
    _tell_made(Workspace(folder), made, f"{go_there}briefwright build {FIRST_BRIEF}")


@main.command(epilog=EXIT_CODES)
@click.option("--out", metavar="FILE", type=click.Path(dir_okay=False, path_type=Path), help="Write it to FILE.")
@click.option("--check", "stale", metavar="FILE", type=click.Path(path_type=Path), help="Fail where FILE differs.")
def schema(out: Path | None, stale: Path | None) -> None:
    """Print the JSON Schema of a brief.

    Editors complete and explain from it.
    """
    from briefwright.brief.schema import schema_text

    text = schema_text()
    if stale is not None:
        if not stale.is_file() or stale.read_bytes() != text.encode():
            click.echo(f"{stale} is not the schema of this version: `briefwright schema --out {stale}`", err=True)
            raise click.exceptions.Exit(PROBLEMS)
    elif out is not None:
        _written(lambda: Workspace(Path.cwd()).write(out, text.encode()))
    else:
        click.echo(text, nl=False)


@main.command(epilog=EXIT_CODES)
@click.argument("shell", type=click.Choice(["bash", "zsh", "fish"]))
def completion(shell: str) -> None:
    """Print the completion script of SHELL.

    \b
    bash: eval "$(briefwright completion bash)" in ~/.bashrc
    zsh:  eval "$(briefwright completion zsh)" in ~/.zshrc
    fish: briefwright completion fish > ~/.config/fish/completions/briefwright.fish
    """  # noqa: D301 - click takes the backspace itself for a stretch to keep as it is
    script = get_completion_class(shell)
    if script is None:
        raise click.UsageError(f"no completion is known for {shell}")
    click.echo(script(main, {}, "briefwright", "_BRIEFWRIGHT_COMPLETE").source())


def _console(briefs: Sequence[str], *, quiet: bool, verbose: bool) -> Console:
    if quiet and verbose:
        raise click.UsageError("--quiet and --verbose cannot both be given")
    try:
        today()
    except ValueError as error:
        raise click.UsageError(str(error)) from error
    return Console(workspace_here(briefs), quiet, verbose)


def _tell_reads(console: Console) -> None:
    for name, digest in console.workspace.digests.items():
        console.say(f"read {digest[:12]} {name}")


def _tell_made(workspace: Workspace, made: Sequence[Path], next_step: str) -> None:
    for path in made:
        click.echo(workspace.name(path))
    click.echo(f"next: {next_step}", err=True)


def _written(act: Callable[[], Answer]) -> Answer:
    """The answer of an act that writes; where it cannot, the reason and the exit code that says so."""
    try:
        return act()
    except WriteError as error:
        problem(str(error))
        raise click.exceptions.Exit(NOT_WRITTEN) from error


def _leave(report: Report, *, written: bool = True) -> None:
    if not written:
        raise click.exceptions.Exit(NOT_WRITTEN)
    if report.has_errors:
        raise click.exceptions.Exit(PROBLEMS)
