"""From a draft that was edited in Word to the text of its brief; nothing here is written to a file.

The brief that the draft was made from travels in it. What the draft says differently becomes edits of that brief; they
are brought to the brief as it is now, written into its text, and the result is checked before anybody may keep it.
"""

from __future__ import annotations

import difflib
import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from briefwright.brief.load import LoadedBrief
from briefwright.brief.load import load as load_text
from briefwright.compose import words
from briefwright.compose.inverse import value_for
from briefwright.compose.localise import Language
from briefwright.diagnostics import Report, Span
from briefwright.document.changes import TrackedChange, accepted, changes, rejected
from briefwright.document.reading import Baseline, Comment, Reading
from briefwright.formats.docx.reading import baseline as read_baseline
from briefwright.formats.docx.reading import open_package
from briefwright.formats.docx.reading import read as read_draft
from briefwright.margin import known_remarks, source_of, tell_remark, told
from briefwright.pipeline import check, compile_brief, house_of
from briefwright.revise import remarks
from briefwright.revise.compare.account import Account, Fate
from briefwright.revise.compare.compare import Comparison, compare, field_at
from briefwright.revise.compare.decide import ValueOf
from briefwright.revise.compare.fields import Field, Fields
from briefwright.revise.edits import Delete, Edit, Replace
from briefwright.revise.merge import Conflict, merge
from briefwright.revise.patch import patch
from briefwright.revise.remarks import Remark
from briefwright.source.keys import keys
from briefwright.source.source import Source
from briefwright.workspace import Workspace, today

_ENOUGH = 2 / 3
"""How much of a draft and its brief must be alike where nothing but its words tells that they belong together."""

_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Tracked(StrEnum):
    """How tracked changes are taken."""

    ACCEPT = "accept"
    REJECT = "reject"


class Conflicts(StrEnum):
    """Whose words count where the draft and the brief were both changed; `refuse` leaves it to a person."""

    REFUSE = "refuse"
    DRAFT = "draft"
    BRIEF = "brief"


class Unsure(StrEnum):
    """What is done where it is not sure which paragraph was changed."""

    ASK = "ask"
    TAKE = "take"
    LEAVE = "leave"


@dataclass(frozen=True, slots=True)
class Choices:
    """How a pull decides what it cannot know: see the classes."""

    tracked: Tracked = Tracked.ACCEPT
    conflicts: Conflicts = Conflicts.REFUSE
    unsure: Unsure = Unsure.ASK


@dataclass(frozen=True, slots=True)
class Pulled:
    """What a draft brings back.

    `before` and `after` are the text of the brief in `file`, without the byte order mark `mark`. `account` tells what
    became of every word, `changes` lists the tracked changes of the draft. `remarks` are those that are then kept
    beside the brief, `new_remarks` those of them that this draft brings, `settled_remarks` those that leave the list.
    """

    file: Path | None = None
    before: str = ""
    after: str = ""
    account: tuple[Account, ...] = ()
    changes: tuple[TrackedChange, ...] = ()
    remarks: tuple[Remark, ...] = ()
    new_remarks: tuple[Remark, ...] = ()
    settled_remarks: tuple[Remark, ...] = ()
    mark: bytes = b""
    report: Report = field(default_factory=Report)

    @property
    def diff(self) -> str:
        """The change of the brief as a unified diff; empty where there is none."""
        before, after = self.before.splitlines(keepends=True), self.after.splitlines(keepends=True)
        name = self.file.name if self.file else ""
        return "".join(_whole_lines(difflib.unified_diff(before, after, f"{name} (before)", name)))

    def backup(self, root: Path) -> Path:
        """Where the brief as it was is kept in a workspace: each text at a place of its own."""
        slug = self.file.absolute().parent.name if self.file else ""
        digest = hashlib.sha256(self.before.encode()).hexdigest()[:8]
        return root / "build" / slug / "before-pull" / f"brief-{digest}.yaml"

    @property
    def data(self) -> bytes:
        """The bytes of the brief as it becomes."""
        return self.mark + self.after.encode()


def pull(
    workspace: Workspace,
    draft: Path,
    brief_file: Path | None = None,
    style: str | None = None,
    choices: Choices | None = None,
) -> Pulled:
    """What an edited draft brings back to its brief: to this file, or else to the brief of the workspace with its id.

    With errors in the report nothing should be kept of it, unless a person says so.
    """
    return _Pull(workspace, style, choices or Choices()).of(draft, brief_file)


@dataclass(slots=True)
class _Pull:
    """One pull: the workspace, what was chosen, and the problems found so far."""

    workspace: Workspace
    style: str | None
    choices: Choices
    report: Report = field(default_factory=Report)

    def of(self, draft: Path, brief_file: Path | None) -> Pulled:
        reading, carried = self._read(draft)
        file = brief_file or (self._file_of(carried, draft) if carried else None)
        if reading is None or file is None or self.report.has_errors:
            if reading is not None and carried is None and not self.report.has_errors:
                hint = "say which one it is: --brief BRIEF"
                self.report.add("BW821", self._span(draft), "the draft does not say which brief it was made from", hint)
            return Pulled(report=self.report)
        made_from = carried or self._made_now(draft, file)
        current = source_of(self.workspace, file, self.report)
        base = self._base(made_from, draft) if made_from else None
        if made_from is None or current is None or base is None:
            return Pulled(file=file, report=self.report)
        return self._pulled(draft, file, reading, made_from, base, current, carries=carried is not None)

    def _pulled(
        self,
        draft: Path,
        file: Path,
        reading: Reading,
        made_from: Baseline,
        base: LoadedBrief,
        current: Source,
        *,
        carries: bool,
    ) -> Pulled:
        now = accepted(reading) if self.choices.tracked is Tracked.ACCEPT else rejected(reading)
        unsure = {Unsure.ASK: None, Unsure.TAKE: True, Unsure.LEAVE: False}[self.choices.unsure]
        fields = Fields(base.brief, base.source)
        comparison = compare(fields, made_from, now, self._value_of(base, made_from.house), unsure=unsure)
        if not carries and comparison.likeness < _ENOUGH:
            self._tell_strange(comparison, draft)
            return Pulled(file=file, report=self.report)
        merged = merge(base.source, current, comparison.edits)
        edits = [*merged.edits, *self._settled(merged.conflicts, current)]
        after = patch(current, edits)
        self._tell(comparison, base.source, current, draft)
        self._check(file, after, current)
        known = known_remarks(self.workspace, file, self.report)
        found = remarks.remarks_of(now.comments, self._key_of(made_from, now, base.source))
        # A list that cannot be read is left as it is, and nothing joins it.
        kept = () if known is None else remarks.joined(known, found)
        known = known or ()
        new = tuple(remark for remark in kept if remark.identity not in {old.identity for old in known})
        for remark in new:
            tell_remark(remark, current, self._span(draft), self.report)
        left = {remark.identity for remark in kept}
        return Pulled(
            file=file,
            before=current.text,
            after=after,
            account=comparison.account,
            changes=changes(reading),
            remarks=kept,
            new_remarks=new,
            settled_remarks=tuple(remark for remark in known if remark.identity not in left),
            mark=_mark(self.workspace, file),
            report=self.report,
        )

    def _tell_strange(self, comparison: Comparison, draft: Path) -> None:
        message = f"only {comparison.likeness:.0%} of the draft and the brief is alike, too little to tell edits by"
        hint = "name the brief that it was made from with --brief, and its house style with --style"
        part = "a part of a draft cannot be pulled: paste it into a fresh draft, in the place of what it was"
        self.report.add("BW821", self._span(draft), message, hint, part)

    # ---- reading

    def _span(self, draft: Path) -> Span:
        return Span(self.workspace.name(draft))

    def _read(self, draft: Path) -> tuple[Reading | None, Baseline | None]:
        file = self.workspace.read(draft, self.report)
        parts = open_package(file.data, file.name, self.report) if file else None
        if parts is None:
            return None, None
        return read_draft(parts, self.report), read_baseline(parts, self.report)

    def _file_of(self, carried: Baseline, draft: Path) -> Path | None:
        """The file of the brief that a draft was made from."""
        for slug in sorted(self.workspace.slugs(), key=lambda slug: slug != carried.brief):
            file = self.workspace.brief(slug, self.report)
            source = source_of(self.workspace, file, Report()) if file else None
            # One that bears the name and cannot be read tells its own problems.
            told = slug if source is None else getattr(source.value(("id",)), "text", None)
            if told == carried.brief:
                return file
        hint = "go to the workspace of the brief, or name its file with --brief"
        message = f'the draft was made from the brief "{carried.brief}", which is not in this workspace'
        self.report.add("BW821", self._span(draft), message, hint)
        return None

    def _made_now(self, draft: Path, file: Path) -> Baseline | None:
        """The draft that would be made now of a brief, for one that carries nothing."""
        hint = "look at what was matched before you keep it: --dry-run"
        message = "the draft has lost what ties it to its brief; its words are matched with the brief as it is now"
        self.report.add("BW822", self._span(draft), message, hint)
        compiled = compile_brief(self.workspace, file, ("docx",), self.style)
        self.report.extend(d for d in compiled.report if d.severity == "error")
        data = compiled.files.get("docx")
        parts = open_package(data, self.workspace.name(file), self.report) if data else None
        return None if parts is None else read_baseline(parts, self.report)

    def _base(self, made_from: Baseline, draft: Path) -> LoadedBrief | None:
        name = f"{self.workspace.name(draft)}!brief.yaml"
        report = Report()
        base = load_text(made_from.text, name, today(), report)
        if base is None or not base.is_whole:
            message = "the brief that the draft was made from is not one that this version reads"
            hint = f"pull it with version {made_from.tool_version}, with which it was made"
            self.report.add("BW812", self._span(draft), message, hint)
            return None
        return base

    def _value_of(self, base: LoadedBrief, house: str) -> ValueOf:
        language = Language(base.brief.language)
        known = words.load(house_of(self.workspace, house, Report()), language, Report(), Span(""))

        def value_of(found: Field, printed: str) -> str | None:
            return None if known is None else value_for(found.value, printed, language, known)

        return value_of

    def _key_of(self, made_from: Baseline, now: Reading, base: Source) -> remarks.KeyOf:
        names = keys(base)

        def key_of(comment: Comment) -> str | None:
            pointer = field_at(comment, made_from, now)
            return None if pointer is None else names.get(pointer)

        return key_of

    # ---- deciding

    def _settled(self, conflicts: Sequence[Conflict], current: Source) -> list[Edit]:
        """What becomes of the conflicts: told, or decided for one side."""
        edits: list[Edit] = []
        for conflict in conflicts:
            if self.choices.conflicts is Conflicts.REFUSE:
                self._tell_conflict(conflict)
            elif self.choices.conflicts is Conflicts.DRAFT:
                edits += _drafted(conflict, current)
        return edits

    def _tell_conflict(self, conflict: Conflict) -> None:
        sides = (
            ("it was", conflict.base),
            ("the brief now says", conflict.current),
            ("the draft says", conflict.drafted),
        )
        hints = [f"{side}: {told(text)}" for side, text in sides]
        hints.append("--conflicts draft takes the draft's words, --conflicts brief keeps the brief's")
        self.report.add("BW823", conflict.span, "the brief and the draft both changed this, and differently", *hints)

    def _tell(self, comparison: Comparison, base: Source, current: Source, draft: Path) -> None:
        """What was refused or is not sure, at the field as it stands now."""
        places = {key: pointer for pointer, key in keys(current).items()}
        names = keys(base)
        codes = {Fate.REFUSED: "BW824", Fate.QUESTION: "BW825"}
        for one in comparison.with_fate(*codes):
            pointer = places.get(names.get(one.pointer or "", ""))
            path = current.follow(pointer) if pointer else None
            span = self._span(draft) if path is None else current.head_span(path)
            done = "removed" if one.gone else "written"
            message = f"not brought back, {done} in the draft: {told(one.words)} ({one.verdict.reason})"
            self.report.add(codes[one.verdict.fate], span, message, one.verdict.hint)

    def _check(self, file: Path, after: str, current: Source) -> None:
        """Whether the brief is sound as it becomes: its problems are told as if it stood in the file."""
        if after == current.text:
            return
        supposed = self.workspace.supposing(file, after.encode())
        self.report.extend(check(supposed, file, self.style).report)


def _mark(workspace: Workspace, file: Path) -> bytes:
    found = workspace.read(file, Report())
    return _BYTE_ORDER_MARK if found and found.data.startswith(_BYTE_ORDER_MARK) else b""


def _drafted(conflict: Conflict, current: Source) -> list[Edit]:
    now = getattr(current.value(conflict.path), "text", None)
    if conflict.drafted is None:
        return [Delete(conflict.path)]
    return [Replace(conflict.path, now, conflict.drafted)] if now is not None else []


def _whole_lines(lines: Iterable[str]) -> list[str]:
    return [line if line.endswith("\n") else f"{line}\n" for line in lines]
