"""The one door to the outside: every file that is read or written, and the clock.

A workspace is a folder with `briefs/`, and where it wants its own, `templates/` and `schemas/`. What it does not have
comes from the data that the package carries.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from pathlib import Path, PurePosixPath, PureWindowsPath

from briefwright.diagnostics import Report, Span, did_you_mean
from briefwright.history import Revision, revision

BRIEF_FILE = "brief.yaml"
HOUSE_FILES = ("document.xml", "theme.yaml")
"""What a folder of templates/ holds when it is a house style."""

LARGEST = 64 * 2**20
"""The most bytes that are read of one file."""


class WriteError(Exception):
    """A file could not be written; the message names it and says why."""


@dataclass(frozen=True, slots=True)
class InputFile:
    """A file as it was read; `name` is how diagnostics call it."""

    name: str
    data: bytes


def builtin_data() -> Path:
    """The folder that holds the built-in `templates/` and `schemas/`: in an installed package, or in a checkout."""
    package = Path(__file__).parent
    installed = package / "_data"
    return installed if installed.is_dir() else package.parents[1]


def today() -> date:
    """The date of the build: SOURCE_DATE_EPOCH (seconds, read in UTC) where it is set, else the clock's.

    Raises:
        ValueError: SOURCE_DATE_EPOCH is no number of seconds.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return datetime.now().astimezone().date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(f'SOURCE_DATE_EPOCH is "{epoch}", which is no number of seconds') from None


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder of briefs. It keeps a SHA-256 digest of everything that was read through it."""

    root: Path
    _digests: dict[str, str] = field(default_factory=dict, repr=False, compare=False)
    _supposed: Mapping[Path, bytes] = field(default_factory=dict, repr=False, compare=False)
    _revision: Revision | None = field(default=None, repr=False, compare=False)

    def supposing(self, path: Path, data: bytes) -> Workspace:
        """The workspace as it would be with other bytes in a file: for a look at what a change would do."""
        return Workspace(self.root, _supposed={**self._supposed, path.absolute(): data})

    @classmethod
    def find(cls, start: Path) -> Workspace | None:
        """The workspace that `start` lies in: the nearest folder upwards with `briefs/` in it."""
        folder = start.absolute()
        return next((cls(f) for f in (folder, *folder.parents) if (f / "briefs").is_dir()), None)

    @property
    def digests(self) -> Mapping[str, str]:
        """The digest of each file read so far, by the file's name."""
        return self._digests

    def name(self, path: Path) -> str:
        """How diagnostics call a file: from the current folder where it lies under it, with forward slashes."""
        absolute = Path(os.path.normpath(path.absolute()))
        here = Path.cwd()
        name = (absolute.relative_to(here) if absolute.is_relative_to(here) else absolute).as_posix()
        return f"{self._revision.name}:{name}" if self._is_past(absolute) and self._revision else name

    # ---- briefs ----

    def slugs(self) -> tuple[str, ...]:
        """The names of the briefs, in alphabetical order."""
        return tuple(sorted(file.parent.name for file in (self.root / "briefs").glob(f"*/{BRIEF_FILE}")))

    def brief(self, wanted: str, report: Report) -> Path | None:
        """The file of a brief given by its slug, its folder or its file."""
        path = Path(wanted)
        for candidate in (self.root / "briefs" / wanted / BRIEF_FILE, path / BRIEF_FILE, path):
            if os.path.isfile(candidate):  # noqa: PTH113 - Path.is_file raises for a name that is too long
                return candidate
        hints = did_you_mean(wanted, self.slugs()) or self._brief_hints()
        report.add("BW701", Span(wanted), f'no brief is called "{wanted}"', *hints)
        return None

    def version(self, wanted: str, report: Report) -> Version | None:
        """A brief as it is, or as it was: `REV:BRIEF` is the brief, and the files beside it, in a revision of git."""
        name, colon, past = wanted.partition(":")
        if not colon or os.path.exists(wanted):  # noqa: PTH110 - as above
            file = self.brief(wanted, report)
            return Version(self, file) if file else None
        found = revision(self.root.absolute(), name, report)
        if found is None:
            return None
        candidates = (self.root / "briefs" / past / BRIEF_FILE, Path(past) / BRIEF_FILE, Path(past), self.root / past)
        files = (Path(os.path.normpath(candidate.absolute())) for candidate in candidates)
        brief = next((file for file in files if file in found.files), None)
        if brief is None:
            slugs = [file.parent.name for file in found.files if file.name == BRIEF_FILE]
            report.add("BW701", Span(wanted), f'no brief is called "{past}" in "{name}"', *did_you_mean(past, slugs))
            return None
        return Version(Workspace(self.root, _revision=replace(found, folder=brief.parent)), brief)

    def _brief_hints(self) -> tuple[str, ...]:
        slugs = self.slugs()
        return (f"the briefs are {', '.join(slugs)}",) if slugs else ("`briefwright new SLUG` starts one",)

    # ---- reading ----

    def read(self, path: Path, report: Report, span: Span | None = None) -> InputFile | None:
        """The bytes of a file, or None with the reason in the report, told at `span` or at the file itself."""
        name = self.name(path)
        place = span or Span(name)
        if (supposed := self._supposed.get(path.absolute())) is not None:
            return InputFile(name, supposed)
        try:
            if self._is_past(path.absolute()):
                return self._read_past(path.absolute(), name, report, place)
            if not path.is_file():
                hints = did_you_mean(path.name, _files_of(path.parent))
                report.add("BW704", place, f'there is no file "{name}"', *hints)
                return None
            if path.stat().st_size > LARGEST:
                report.add("BW705", place, f'the file "{name}" is larger than {LARGEST // 2**20} MB')
                return None
            data = path.read_bytes()
        except OSError as error:
            report.add("BW704", place, f'the file "{name}" cannot be read: {_reason(error)}')
            return None
        return self._kept(name, data)

    def _is_past(self, path: Path) -> bool:
        """Whether a file is one of the brief in the revision; house styles are always those of today."""
        return self._revision is not None and path.is_relative_to(self._revision.folder)

    def _read_past(self, path: Path, name: str, report: Report, place: Span) -> InputFile | None:
        past = self._revision
        blob = past.files.get(Path(os.path.normpath(path))) if past else None
        if past is None or blob is None:
            report.add("BW704", place, f'there is no file "{name}"')
            return None
        if blob.size > LARGEST:
            report.add("BW705", place, f'the file "{name}" is larger than {LARGEST // 2**20} MB')
            return None
        return self._kept(name, past.read(Path(os.path.normpath(path))))

    def _kept(self, name: str, data: bytes) -> InputFile:
        self._digests[name] = hashlib.sha256(data).hexdigest()
        return InputFile(name, data)

    def read_beside(self, brief_file: Path, wanted: str, report: Report, span: Span) -> InputFile | None:
        """A file that a brief names, such as a picture; it must lie in the folder of the brief."""
        folder = brief_file.parent
        if not _is_downward(wanted) or not _real(folder / wanted).is_relative_to(_real(folder)):
            message = f'"{wanted}" leads out of the folder of the brief'
            report.add("BW703", span, message, "put the file beside brief.yaml and name it from there, with /")
            return None
        return self.read(folder / wanted, report, span)

    # ---- house styles ----

    def houses(self) -> tuple[str, ...]:
        """The names of the house styles, the workspace's own and the built-in ones, in alphabetical order."""
        folders = {folder.name: folder for root in reversed(self._template_roots()) for folder in _folders_of(root)}
        return tuple(sorted(name for name in folders if not name.startswith("_") and self._is_house(name)))

    def knows_house(self, house: str, report: Report, span: Span) -> bool:
        """Whether there is such a house style; if not, the report says so at `span`."""
        houses = self.houses()
        if house in houses:
            return True
        hints = did_you_mean(house, houses) or (f"the house styles are {', '.join(houses)}",)
        report.add("BW702", span, f'no house style is called "{house}"', *hints)
        return False

    def template(self, name: str, report: Report, span: Span | None = None) -> InputFile | None:
        """A file of the templates by its name, such as `institute/theme.yaml`; the workspace's own comes first."""
        path = self.template_path(name)
        if path is None:
            report.add("BW704", span or Span(f"templates/{name}"), f'there is no template "{name}"')
            return None
        return self.read(path, report, span)

    def template_path(self, name: str) -> Path | None:
        """Where the template of this name lies, or None."""
        if not _is_downward(name):
            return None
        return next((root / name for root in self._template_roots() if (root / name).is_file()), None)

    def _template_roots(self) -> tuple[Path, Path]:
        return self.root / "templates", builtin_data() / "templates"

    def _is_house(self, name: str) -> bool:
        return all(self.template_path(f"{name}/{file}") is not None for file in HOUSE_FILES)

    # ---- writing ----

    def write(self, path: Path, data: bytes) -> None:
        """Write a file whole or not at all, making its folder where there is none.

        Raises:
            WriteError: the folder or the file cannot be written; what stood there before still stands.
        """
        partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                partial.write_bytes(data)
                partial.replace(path)
            finally:
                partial.unlink(missing_ok=True)
        except OSError as error:
            raise WriteError(f'cannot write "{self.name(path)}": {_reason(error)}') from error


@dataclass(frozen=True, slots=True)
class Version:
    """A brief as it is or was: its file, and the workspace through which it and what lies beside it are read."""

    workspace: Workspace
    file: Path


def _is_downward(name: str) -> bool:
    """Whether a path as authors write it (with /, on every system) only leads down from where it starts."""
    parts = PurePosixPath(name).parts
    return bool(parts) and ".." not in parts and not PureWindowsPath(name).anchor and not set(name) & {"\\", "\0"}


def _real(path: Path) -> Path:
    return Path(os.path.realpath(path))  # Path.resolve raises for links that lead to themselves


def _files_of(folder: Path) -> Iterator[str]:
    return (entry.name for entry in folder.iterdir() if entry.is_file()) if folder.is_dir() else iter(())


def _folders_of(folder: Path) -> Iterator[Path]:
    return (entry for entry in folder.iterdir() if entry.is_dir()) if folder.is_dir() else iter(())


def _reason(error: OSError) -> str:
    return (error.strerror or str(error)).lower()
