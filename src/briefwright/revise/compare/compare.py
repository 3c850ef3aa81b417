"""What an edited draft asks for: edits of the brief it was made from, and an account of every word."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefwright.document.reading import Baseline, Comment, Passage, Reading, Story, Words
from briefwright.revise.compare import accounting, structure
from briefwright.revise.compare.account import Account, Fate, Verdict
from briefwright.revise.compare.arrivals import Arrivals
from briefwright.revise.compare.both import Both
from briefwright.revise.compare.breaks import with_ends
from briefwright.revise.compare.decide import Places, ValueOf, decide, deletions
from briefwright.revise.compare.fields import Field, Fields, Kind
from briefwright.revise.compare.gather import Section, paired, places, sections
from briefwright.revise.compare.match import original
from briefwright.revise.compare.tokens import AGAIN
from briefwright.revise.compare.verdicts import NOT_IN_PROSE, OF_THE_HOUSE, UNCHANGED
from briefwright.revise.edits import Edit, Replace
from briefwright.source.value import Path


@dataclass(frozen=True, slots=True)
class Comparison:
    """The edits that a draft asks for, on the paths of the brief it was made from, and what became of each word."""

    edits: tuple[Edit, ...]
    account: tuple[Account, ...]

    def with_fate(self, *fates: Fate) -> tuple[Account, ...]:
        """The entries of the account with one of these fates."""
        return tuple(one for one in self.account if one.verdict.fate in fates)

    @property
    def likeness(self) -> float:
        """How much of both drafts stands in the other one, by characters, from 0 to 1."""
        kept = sum(one.weight for one in self.with_fate(Fate.UNCHANGED, Fate.HOUSE) if not one.gone)
        gone = sum(one.weight for one in self.account if one.gone)
        said = sum(one.weight for one in self.account if not one.gone)
        return kept / max(said, kept + gone, 1)


def compare(fields: Fields, baseline: Baseline, now: Reading, value_of: ValueOf, *, unsure: bool | None) -> Comparison:
    """What a draft without tracked changes asks for.

    `unsure` says whether changes come back where it is not sure which paragraph was changed; None leaves the question.

    Raises:
        RuntimeError: a word of the draft was passed over.
    """
    both = Both(fields, baseline, with_ends(now, baseline.made))
    rows = list(sections(both))
    pairs = [one for section in rows for one in paired(section, both)]
    edits, verdicts = _decided(places(rows, pairs, both, unsure), both, value_of)
    edits += structure.moves(_homes(rows[0], both))
    arrivals = Arrivals(both, value_of)
    account: list[Account] = []
    for section in rows:
        arrivals.take(section)
        account += [*accounting.of_gone(section, verdicts, both), *accounting.of_aside(section, both)]
    for one in pairs:
        account += accounting.of_pair(one, verdicts, both)
    account += [*arrivals.account, *accounting.of_notes(both), *accounting.of_empty(both, pairs)]
    accounting.check(account, both, pairs)
    return Comparison((*edits, *arrivals.edits), tuple(account))


def field_at(comment: Comment, baseline: Baseline, reading: Reading) -> str | None:
    """The JSON pointer of the field that a comment stands on; None on words of the house."""
    story = _story(reading, comment.story)
    if comment.passage >= len(story):
        return None
    passage = story[comment.passage]
    names = {original(name) for name in passage.bookmarks}
    as_made = [one for one in _story(baseline.made, comment.story) if not names.isdisjoint(one.bookmarks)]
    # An editor may have dropped the names of the controls; those that the passage was made with come after its own.
    pieces = [piece for one in (passage, *as_made) for piece in one.pieces if piece.key]
    quoted = [
        piece
        for piece in pieces
        if isinstance(piece, Words) and (piece.text in comment.quoted or comment.quoted in piece.text)
    ]
    keys = (piece.key or "" for piece in (*quoted, *pieces))
    return next((baseline.keys[key] for key in keys if key in baseline.keys), None)


def _story(reading: Reading, story: Story) -> Sequence[Passage]:
    """The passages among which those of a comment are counted."""
    notes = [passage for note in reading.notes for passage in note]
    return {Story.BODY: reading.passages, Story.NOTE: notes}.get(story, reading.furniture)


def _decided(where: Mapping[str, Places], both: Both, value_of: ValueOf) -> tuple[list[Edit], dict[str, Verdict]]:
    """The edits of fields that were there before, and the verdict on the changes of each."""
    edits: list[Edit] = []
    verdicts: dict[str, Verdict] = {}
    going: dict[str, Field] = {}
    printed: dict[str, Field] = {}
    for pointer, here in where.items():
        found = both.field_at(pointer)
        if found is None:
            verdicts[pointer] = OF_THE_HOUSE
            continue
        printed[pointer] = found
        if not here.edited and not here.gone:
            verdicts[pointer] = UNCHANGED
            continue
        decision = decide(found, here, both.spelling, value_of)
        verdicts[pointer] = decision.verdict
        if decision.goes and found.kind is Kind.CITATIONS and _was_moved(here, both):
            verdicts[pointer] = NOT_IN_PROSE
        elif decision.goes:
            going[pointer] = found
        elif decision.edit is not None:
            edits.append(decision.edit)
    deleted, more = deletions(going, printed)
    edits = [edit for edit in edits if not _lies_in(edit, [one.path for one in deleted])]
    return [*edits, *deleted], verdicts | more


def _was_moved(here: Places, both: Both) -> bool:
    """Whether the note of these places is called elsewhere now, where prose cannot call it."""
    lost = {token.note for printed in here.edited for token in printed.made if token.note and token.sense != AGAIN}
    called = {both.now_names[number] for number in both.called}
    return any(both.citation(name) is None for name in lost & called)


def _lies_in(edit: Edit, deleted: Sequence[Path]) -> bool:
    """Whether an edit is of something within what is deleted whole."""
    return isinstance(edit, Replace) and any(edit.path[: len(path)] == path for path in deleted)


def _homes(body: Section, both: Both) -> dict[Path, list[tuple[int, int]]]:
    """Each list with its items in the order of the draft as made, and where each stands now."""
    homes: dict[Path, dict[int, int]] = {}
    for pair in body.matching.pairs:
        first = both.pointers(both.made_tokens(body.made[pair.made]))[:1]
        for found in filter(None, map(both.field_at, first)):
            for end, step in enumerate(found.path):
                if isinstance(step, int):
                    homes.setdefault(found.path[:end], {}).setdefault(step, pair.now)
    return {path: list(items.items()) for path, items in homes.items()}
