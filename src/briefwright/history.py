"""The files of a folder as they were in a revision that git keeps; the workspace asks for them, and nothing else does.

Git is run as a program, without a shell, and only when a revision is asked for. It never reaches for a network.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefwright.diagnostics import Report, Span

_LONGEST = 60
"""Seconds that git may take for one answer."""
_OFFLINE = {"GIT_NO_LAZY_FETCH": "1", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
_FILES = (b"100644", b"100755")
"""The modes of plain files: links and other repositories have no content of their own."""


@dataclass(frozen=True, slots=True)
class Blob:
    """The content of a file as git keeps it; `size` in bytes."""

    id: str
    size: int


@dataclass(frozen=True, slots=True)
class Revision:
    """A folder in a revision, which is called by `name`; `files` has what is in it by absolute paths.

    Git is asked from the folder `home`, which is there today.
    """

    home: Path
    folder: Path
    name: str
    files: Mapping[Path, Blob]

    def read(self, path: Path) -> bytes:
        """The bytes of one of the files.

        Raises:
            OSError: git cannot give them.
        """
        answer = _git(self.home, "cat-file", "blob", self.files[path].id)
        if answer.returncode:
            raise OSError(_reason(answer))
        return answer.stdout


def revision(folder: Path, name: str, report: Report) -> Revision | None:
    """The folder as it was in the revision of this name (`HEAD~1`, `v1.2`, a commit), or None with the reason told."""
    try:
        commit = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
        if commit.returncode:
            _tell_not_found(folder, name, report)
            return None
        listed = _git(folder, "ls-tree", "-r", "-z", "-l", commit.stdout.decode().strip())
    except (OSError, ValueError) as error:
        message = f"revisions are read with git, which cannot be run: {error}"
        report.add("BW707", Span(name), message, "install git, or name a file in place of a revision")
        return None
    if listed.returncode:
        report.add("BW708", Span(name), f'git cannot list the files of "{name}": {_reason(listed)}')
        return None
    return Revision(folder, folder, name, _files(folder, listed.stdout))


def _tell_not_found(folder: Path, name: str, report: Report) -> None:
    within = _git(folder, "rev-parse", "--git-dir")
    if within.returncode:
        message = f'"{folder.as_posix()}" has no history in git: {_reason(within)}'
        report.add("BW707", Span(name), message, "name a file in place of a revision")
    else:
        hint = "`git log --oneline` lists revisions; branches, tags and HEAD~1 are names of some"
        report.add("BW708", Span(name), f'git knows no revision "{name}"', hint)


def _files(folder: Path, listed: bytes) -> dict[Path, Blob]:
    """The files of a listing: `mode kind id size<tab>path`, each ended by a zero byte."""
    found = {}
    for line in listed.split(b"\0"):
        said, _, path = line.partition(b"\t")
        parts = said.split()
        if parts and parts[0] in _FILES:
            found[folder / os.fsdecode(path)] = Blob(parts[2].decode(), int(parts[3]))
    return found


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    """The answer of git.

    Raises:
        OSError: it cannot be run, or does not come to an end.
    """
    command = ["git", "-C", str(folder), *arguments]
    try:
        return subprocess.run(  # noqa: S603 - a list of arguments, and no shell
            command, capture_output=True, check=False, timeout=_LONGEST, env={**os.environ, **_OFFLINE}
        )
    except subprocess.TimeoutExpired as error:
        raise OSError(f"it gave no answer in {_LONGEST} seconds") from error


def _reason(answer: subprocess.CompletedProcess[bytes]) -> str:
    lines = answer.stderr.decode("utf-8", "replace").strip().splitlines() or ["git gave no reason"]
    return lines[0].removeprefix("fatal: ")
