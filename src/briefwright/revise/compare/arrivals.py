"""Passages that were not there before: new texts of a list, or a copied record, or what no list can take."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from briefwright.document.reading import Passage
from briefwright.revise.compare import structure
from briefwright.revise.compare.account import Account, Fate, Verdict, accounts
from briefwright.revise.compare.both import Both
from briefwright.revise.compare.decide import Places, ValueOf, decide
from briefwright.revise.compare.fields import Field, Kind
from briefwright.revise.compare.gather import Section
from briefwright.revise.compare.passages import compared
from briefwright.revise.compare.rewrite import Printed, UnwritableError, new_prose, plain_look
from briefwright.revise.compare.tokens import Token
from briefwright.revise.compare.verdicts import APPLIED, NOWHERE, UNKNOWN_SOURCE
from briefwright.revise.edits import Copy, Edit, Insert, Replace
from briefwright.source.value import Path


@dataclass(slots=True)
class Arrivals:
    """What the new passages of a draft ask for, and the account of their words."""

    both: Both
    value_of: ValueOf
    edits: list[Edit] = field(default_factory=list)
    account: list[Account] = field(default_factory=list)

    def take(self, section: Section) -> None:
        """Take the new passages of a section."""
        left = [number for number in section.matching.new if not self._insert(section, number)]
        for group in _runs(left):
            self._copy(section, group)

    # ---- a text of a list ----

    def _insert(self, section: Section, number: int) -> bool:
        """Take a new passage as a new text of the list that the passage beside it is of, if it is of one."""
        for made, behind in structure.neighbours(number, section.now, section.matching):
            beside = self.both.made_tokens(section.made[made])
            pointers = self.both.pointers(token for token in beside if not token.is_call)
            found = self.both.field_at(pointers[0]) if pointers else None
            place = structure.text_item(found.path) if found else None
            if found is None or place is None or found.kind not in (Kind.PROSE, Kind.LINE):
                continue
            said = self.both.now_tokens(section.now[number])
            try:
                text = self._text(found, said, self.both.own(pointers[0], beside))
            except UnwritableError as problem:
                self._judge(section, number, Verdict(Fate.REFUSED, str(problem), problem.hint))
            else:
                self.edits.append(Insert(place[0], place[1] + behind, text))
                self._judge(section, number, APPLIED, pointers[0])
            return True
        return False

    def _text(self, beside: Field, said: Sequence[Token], made: Sequence[Token]) -> str:
        if beside.kind is Kind.LINE:
            return "".join(" " if token.is_space else token.text for token in said).strip()
        return new_prose(said, plain_look(beside.text, made), self.both.spelling)

    # ---- a record ----

    def _copy(self, section: Section, group: Sequence[int]) -> None:
        """Take new passages that are a copy of a whole record, with other words, as a new record."""
        originals = [section.matching.copies[number] for number in group if number in section.matching.copies]
        found = self._record(section, originals)
        texts = None if found is None else self._changed_texts(section, group, (*found[0], found[1]))
        if found is not None and texts:
            path, index = found
            title = next((text for below, text in texts.items() if below[-1] in ("title", "heading", "name")), "")
            name = structure.new_id(title or str(self._id((*path, index))), set(self._ids()))
            self.edits.append(Copy(path, index, index + 1, ((("id",), name), *texts.items())))
        for number in group:
            self._judge(section, number, APPLIED if texts else NOWHERE)

    def _record(self, section: Section, originals: Sequence[int]) -> tuple[Path, int] | None:
        """The list and the place in it of the record that these passages print whole, if it has an id."""
        record = structure.record_of(path for number in originals for path in self._paths(section.made[number]))
        if record is None or self._id(item := (*record[0], record[1])) is None:
            return None
        before, behind = section.made[: min(originals)][::-1], section.made[max(originals) + 1 :]
        return None if self._begins_in(item, before) or self._begins_in(item, behind) else record

    def _begins_in(self, item: Path, passages: Sequence[Passage]) -> bool:
        """Whether the first of these passages that prints anything of the brief prints something of an item."""
        paths = next(filter(None, map(self._paths, passages)), [])
        return any(path[: len(item)] == item for path in paths)

    def _paths(self, passage: Passage) -> list[Path]:
        """Where the fields stand that a passage of the draft as it was made prints."""
        found = map(self.both.field_at, self.both.pointers(self.both.made_tokens(passage)))
        return [one.path for one in found if one is not None]

    def _ids(self) -> Iterator[str]:
        scalars = self.both.fields.source.scalars()
        return (scalar.text for path, scalar in scalars if path[-1] == "id" and scalar.text)

    def _id(self, item: Path) -> str | None:
        return getattr(self.both.fields.source.value((*item, "id")), "text", None)

    def _changed_texts(self, section: Section, group: Sequence[int], item: Path) -> dict[Path, str] | None:
        """The texts in which a copy of an item differs, by their paths below it; None where it is no clean copy."""
        texts: dict[Path, str] = {}
        for number in group:
            now = self.both.now_tokens(section.now[number])
            original = section.matching.copies.get(number)
            if original is None and self.both.pointers(now):
                return None
            changed = {} if original is None else self._changed(section.made[original], now, item)
            if changed is None:
                return None
            texts |= changed
        return texts

    def _changed(self, original: Passage, now: Sequence[Token], item: Path) -> dict[Path, str] | None:
        made = self.both.made_tokens(original)
        found = compared(made, now, self.both.baseline.keys, self.both.wordless(made))
        texts: dict[Path, str] = {}
        for pointer in found.changed - {None}:
            of = self.both.field_at(pointer or "")
            if of is None or of.path[: len(item)] != item:
                return None
            said = tuple(one for one in found.said if one.pointer == pointer)
            printed = Printed(self.both.own(pointer or "", made), said)
            decision = decide(of, Places(edited=[printed]), self.both.spelling, self.value_of)
            if decision.goes or decision.verdict.fate is not Fate.APPLIED:
                return None
            if isinstance(decision.edit, Replace):
                texts[of.path[len(item) :]] = decision.edit.new
        return texts

    # ---- the account ----

    def _judge(self, section: Section, number: int, verdict: Verdict, pointer: str | None = None) -> None:
        said = self.both.now_tokens(section.now[number])
        judged = [(token, pointer, self._verdict(token, verdict)) for token in said]
        self.account += accounts(section.story, section.first_now + number, judged)

    def _verdict(self, token: Token, verdict: Verdict) -> Verdict:
        is_unknown = token.note is not None and self.both.citation(token.note) is None
        return UNKNOWN_SOURCE if is_unknown and verdict is APPLIED else verdict


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Numbers that follow one another, or with one passage between, together."""
    run: list[int] = []
    for number in numbers:
        if run and number > run[-1] + 2:
            yield run
            run = []
        run.append(number)
    if run:
        yield run
