"""What a person is told of a pull."""

from __future__ import annotations

from collections import Counter

import click

from briefwright.cli.console import Console, counted
from briefwright.drafts import Pulled
from briefwright.revise.compare.account import Fate


def tell(console: Console, pulled: Pulled, *, dry_run: bool) -> None:
    """The tracked changes, what became of the words, problems and remarks, and where asked for the change itself."""
    if dry_run:
        click.echo(pulled.diff, nl=False)
    if not console.quiet:
        for change in pulled.changes:
            date = f", {change.date}" if change.date else ""
            click.echo(f'tracked: {change.kind} "{change.words}" ({change.author}{date})', err=True)
    for one in pulled.account:
        gone = "removed, " if one.gone else ""
        console.say(f'{gone}{one.verdict.fate}: {one.pointer or "house style"}: "{one.words}"')
    console.diagnostics(pulled.report)
    if pulled.file is not None and not console.quiet:
        click.echo(_summary(console, pulled, dry_run=dry_run), err=True)


def _summary(console: Console, pulled: Pulled, *, dry_run: bool) -> str:
    weights: Counter[Fate] = Counter()
    for one in pulled.account:
        weights[one.verdict.fate] += one.weight
    parts = ", ".join(f"{weights[fate]} {fate}" for fate in Fate if weights[fate])
    name = console.workspace.name(pulled.file) if pulled.file else ""
    if pulled.after == pulled.before:
        done = f"{name} stays as it is"
    else:
        done = f"{name} {'would change' if dry_run or pulled.report.has_errors else 'is changed'}"
    remarks = f"; {counted(len(pulled.new_remarks), 'new remark')}" if pulled.new_remarks else ""
    return f"{done}{remarks}. Characters of the draft: {parts or 'none'}"
