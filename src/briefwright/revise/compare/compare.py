"""What an edited draft asks for: edits of the brief it was made from, and an account of every word."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from briefwright.document.reading import Baseline, Comment, Passage, Reading, Story, Words
from briefwright.revise.compare import structure
from briefwright.revise.compare.account import Account, Fate, Verdict, accounts, check_sum
from briefwright.revise.compare.alignment import align
from briefwright.revise.compare.atoms import atoms
from briefwright.revise.compare.breaks import with_ends
from briefwright.revise.compare.decide import APPLIED, UNCHANGED, Places, ValueOf, decide, deletions
from briefwright.revise.compare.fields import Field, Fields, Kind
from briefwright.revise.compare.match import Matching, Pair, match
from briefwright.revise.compare.notes import in_prose, names, typed, words
from briefwright.revise.compare.passages import Compared, compared
from briefwright.revise.compare.rewrite import Printed, UnwritableError, new_prose
from briefwright.revise.compare.tokens import Token, tokens
from briefwright.revise.edits import Copy, Edit, Insert, Replace
from briefwright.source.value import Path

_HOUSE = Verdict(Fate.HOUSE)
_OF_THE_HOUSE = Verdict(
    Fate.REFUSED, "this text belongs to the house style, not to the brief", "change it in templates/, or leave it"
)
_NOWHERE = Verdict(
    Fate.REFUSED,
    "no list of texts of the brief stands where this was added",
    "add it to the YAML, or write it into a paragraph beside",
)
_UNKNOWN_SOURCE = Verdict(
    Fate.REFUSED,
    "the note calls no source that the brief lists",
    "add the source to the YAML, then write the note as [@id, p. 4] with its id",
)
_NOT_IN_PROSE = Verdict(
    Fate.REFUSED,
    "the note was moved, and prose cannot say what its citation says beside the source",
    "move the citation in the YAML",
)
_NOTE = Verdict(
    Fate.REFUSED,
    "this part of a note is worded by the citation style",
    "change the citation in the YAML, or replace all of the note by [@id, p. 4]",
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """The edits that a draft asks for, on the paths of the brief it was made from, and what became of each word."""

    edits: tuple[Edit, ...]
    account: tuple[Account, ...]

    def with_fate(self, *fates: Fate) -> tuple[Account, ...]:
        """The entries of the account with one of these fates."""
        return tuple(one for one in self.account if one.verdict.fate in fates)


def compare(fields: Fields, baseline: Baseline, now: Reading, value_of: ValueOf, *, unsure: bool | None) -> Comparison:
    """What a draft without tracked changes asks for.

    `unsure` says whether changes come back where it is not sure which paragraph was changed; None leaves the question.

    Raises:
        RuntimeError: a word of the draft was passed over.
    """
    return _Comparing(fields, baseline, with_ends(now), value_of, unsure).comparison()


def field_at(comment: Comment, baseline: Baseline, reading: Reading) -> str | None:
    """The JSON pointer of the field that a comment stands on; None on words of the house."""
    notes = [passage for note in reading.notes for passage in note]
    story = {Story.BODY: reading.passages, Story.NOTE: notes}.get(comment.story, reading.furniture)
    if comment.passage >= len(story):
        return None
    passage = story[comment.passage]
    quoted = [
        piece.key
        for piece in passage.pieces
        if isinstance(piece, Words) and piece.key and (piece.text in comment.quoted or comment.quoted in piece.text)
    ]
    keys = [piece.key for piece in passage.pieces if piece.key]
    return next((baseline.keys[key] for key in (*quoted, *keys) if key in baseline.keys), None)


@dataclass(frozen=True, slots=True)
class _Section:
    """A row of passages that correspond: of the body, of the headers and footers, or of one note."""

    story: Story
    made: Sequence[Passage]
    now: Sequence[Passage]
    matching: Matching
    first_made: int = 0
    first_now: int = 0


@dataclass(frozen=True, slots=True)
class _Paired:
    """Two passages that correspond, with what differs between them."""

    section: _Section
    pair: Pair
    compared: Compared


@dataclass(slots=True)
class _Comparing:
    """One comparison: gathers what became of each field, decides, and accounts for it."""

    fields: Fields
    baseline: Baseline
    now: Reading
    value_of: ValueOf
    unsure: bool | None
    places: dict[str, Places] = field(default_factory=dict)
    known: dict[str, Field | None] = field(default_factory=dict)
    verdicts: dict[str, Verdict] = field(default_factory=dict)
    edits: list[Edit] = field(default_factory=list)
    paired: list[_Paired] = field(default_factory=list)
    account: list[Account] = field(default_factory=list)
    citations: dict[str, str] | None = None
    cut: dict[int, tuple[Token, ...]] = field(default_factory=dict)
    made_names: list[str] = field(default_factory=list)
    now_names: list[str] = field(default_factory=list)

    def comparison(self) -> Comparison:
        self.made_names, self.now_names = names(self.baseline.made, self.now)
        sections = list(self._sections())
        for section in sections:
            self._gather(section)
        self._decide()
        body = sections[0]
        self.edits += structure.moves(self._homes(body))
        for section in sections:
            self._account_for_new(section)
            self._account_for_gone(section)
        for one in self.paired:
            self._account_for_pair(one)
        self._account_for_uncalled()
        self._check()
        return Comparison(tuple(self.edits), tuple(self.account))

    # ---- gathering

    def _sections(self) -> Iterator[_Section]:
        made, now = self.baseline.made, self.now
        for story, before, after in (
            (Story.BODY, made.passages, now.passages),
            (Story.HEADER, made.furniture, now.furniture),
        ):
            yield _Section(story, before, after, match(before, after))
        places = {name: number for number, name in enumerate(self.made_names)}
        called = self._called()
        first_now = 0
        for number, note in enumerate(now.notes):
            place = places.pop(self.now_names[number], None) if number in called else None
            if place is not None:
                first_made = sum(map(len, made.notes[:place]))
                before = made.notes[place]
                yield _Section(Story.NOTE, before, note, _note_matching(before, note), first_made, first_now)
            first_now += len(note)

    def _called(self) -> set[int]:
        stories = (*self.now.passages, *self.now.furniture)
        return {number for passage in stories for piece in passage.pieces if (number := _note(piece)) is not None}

    def _made_tokens(self, passage: Passage) -> tuple[Token, ...]:
        return self._tokens(passage, self.made_names)

    def _now_tokens(self, passage: Passage) -> tuple[Token, ...]:
        return self._tokens(passage, self.now_names)

    def _tokens(self, passage: Passage, note_names: Sequence[str]) -> tuple[Token, ...]:
        """The tokens of a passage of either draft, which are cut once."""
        if id(passage) not in self.cut:
            self.cut[id(passage)] = tokens(passage, note_names.__getitem__)
        return self.cut[id(passage)]

    def _field(self, pointer: str) -> Field | None:
        if pointer not in self.known:
            self.known[pointer] = self.fields.at(pointer)
        return self.known[pointer]

    def _wordless(self, made: Iterable[Token]) -> set[str]:
        pointers = {self.baseline.keys.get(token.key or "") for token in made if token.is_call}
        found = {pointer: self._field(pointer) for pointer in pointers if pointer is not None}
        return {pointer for pointer, one in found.items() if one is not None and one.kind is Kind.CITATIONS}

    def _gather(self, section: _Section) -> None:
        for pair in section.matching.pairs:
            made = self._made_tokens(section.made[pair.made])
            now = self._now_tokens(section.now[pair.now])
            found = compared(made, now, self.baseline.keys, self._wordless(made))
            self.paired.append(_Paired(section, pair, found))
            changed = found.changed
            for pointer in self._pointers(made):
                places = self.places.setdefault(pointer, Places())
                if pointer not in changed:
                    places.kept += 1
                    continue
                own = tuple(token for token in made if self.baseline.keys.get(token.key or "") == pointer)
                said = tuple(one for one in found.said if one.pointer == pointer)
                if pair.confidence < 1 and self.unsure is not True:
                    places.unsure = places.unsure or self.unsure is None
                    places.kept += self.unsure is False
                    if self.unsure is False:
                        continue
                places.edited.append(Printed(own, said))
        for place in section.matching.gone:
            for pointer in self._pointers(self._made_tokens(section.made[place])):
                self.places.setdefault(pointer, Places()).gone += 1

    def _pointers(self, made: Iterable[Token]) -> list[str]:
        found = (self.baseline.keys.get(token.key) for token in made if token.key)
        return list(dict.fromkeys(pointer for pointer in found if pointer is not None))

    def _known_citations(self) -> dict[str, str]:
        """How prose calls what each note of the draft as made calls, found when it is first asked for."""
        if self.citations is None:
            self.citations = {}
            for passage in (*self.baseline.made.passages, *self.baseline.made.furniture):
                self.citations |= self._calls_in(self._made_tokens(passage))
        return self.citations

    def _calls_in(self, made: Sequence[Token]) -> dict[str, str]:
        found: dict[str, str] = {}
        for pointer in self._pointers(token for token in made if token.is_call):
            of = self._field(pointer)
            own = [token for token in made if self.baseline.keys.get(token.key or "") == pointer]
            if of is not None and of.kind is Kind.PROSE:
                written = atoms(of.text)
                for place, call in align(written, own).calls.items():
                    found[own[place].note or ""] = of.text[written[call.first].start : written[call.last].end]
            elif of is not None and of.kind is Kind.CITATIONS and (said := in_prose(of.value)) is not None:
                found |= {token.note: said for token in own if token.note}
        found.pop("", None)
        return found

    def _citation(self, name: str) -> str | None:
        known = [source.id for source in self.fields.brief.sources]
        if name.startswith("["):
            return typed(name, known)
        citations = self._known_citations()
        if name in citations or name not in self.now_names:
            return citations.get(name)
        said = words(self.now.notes[self.now_names.index(name)])
        alike = (citations.get(f"made {i}") for i, note in enumerate(self.baseline.made.notes) if words(note) == said)
        return typed(said, known) or next((one for one in alike if one), None)

    # ---- deciding

    def _decide(self) -> None:
        going: dict[str, Field] = {}
        printed: dict[str, Field] = {}
        for pointer, places in self.places.items():
            found = self._field(pointer)
            if found is None:
                self.verdicts[pointer] = _OF_THE_HOUSE
                continue
            printed[pointer] = found
            if not places.edited and not places.gone:
                self.verdicts[pointer] = UNCHANGED
                continue
            decision = decide(found, places, self._citation, self.value_of)
            if decision.goes and found.kind is Kind.CITATIONS and self._was_moved(places):
                self.verdicts[pointer] = _NOT_IN_PROSE
                continue
            self.verdicts[pointer] = decision.verdict
            if decision.goes:
                going[pointer] = found
            elif decision.edit is not None:
                self.edits.append(decision.edit)
        deleted, verdicts = deletions(going, printed)
        self.verdicts |= verdicts
        self.edits += deleted
        self.edits = [edit for edit in self.edits if not _lies_in(edit, [one.path for one in deleted])]

    def _was_moved(self, places: Places) -> bool:
        """Whether the note of these places is called elsewhere now, where prose cannot call it."""
        lost = {token.note for printed in places.edited for token in printed.made if token.note}
        return any(name in lost and self._citation(name) is None for name in self._called_names())

    def _called_names(self) -> set[str]:
        return {self.now_names[number] for number in self._called()}

    def _homes(self, body: _Section) -> dict[Path, list[tuple[int, int]]]:
        """Each list with its items in the order of the draft as made, and where each stands now."""
        homes: dict[Path, dict[int, int]] = {}
        for pair in body.matching.pairs:
            for pointer in self._pointers(self._made_tokens(body.made[pair.made]))[:1]:
                found = self._field(pointer)
                for end, step in enumerate(found.path if found else ()):
                    if isinstance(step, int) and found is not None:
                        homes.setdefault(found.path[:end], {}).setdefault(step, pair.now)
        return {path: list(items.items()) for path, items in homes.items()}

    # ---- what is new

    def _account_for_new(self, section: _Section) -> None:
        matching = section.matching
        record: list[int] = []
        for number in matching.new:
            if self._insert(section, number):
                continue
            record.append(number)
        for group in _runs(record):
            self._copy(section, group)

    def _insert(self, section: _Section, number: int) -> bool:
        """Take a new passage as a new text of the list that the passage beside it is of, if it is of one."""
        now = section.now
        for made, behind in structure.neighbours(number, now, section.matching):
            pointers = self._pointers(token for token in self._made_tokens(section.made[made]) if not token.is_call)
            found = self._field(pointers[0]) if pointers else None
            place = structure.text_item(found.path) if found else None
            if found is None or place is None or found.kind not in (Kind.PROSE, Kind.LINE):
                continue
            path, index = place
            said = self._now_tokens(now[number])
            try:
                text = self._new_text(found, said, self._made_tokens(section.made[made]))
            except UnwritableError as problem:
                self._judge(section, number, said, Verdict(Fate.REFUSED, str(problem), problem.hint))
                return True
            self.edits.append(Insert(path, index + behind, text))
            self.account += accounts(
                section.story, section.first_now + number, [(token, pointers[0], self._taken(token)) for token in said]
            )
            return True
        return False

    def _taken(self, token: Token) -> Verdict:
        unknown = token.note is not None and self._citation(token.note) is None
        return _UNKNOWN_SOURCE if unknown else APPLIED

    def _new_text(self, beside: Field, said: Sequence[Token], made: Sequence[Token]) -> str:
        if beside.kind is Kind.LINE:
            return "".join(" " if token.is_space else token.text for token in said).strip()
        first = next((token for token in made if not token.is_space and not token.is_call), None)
        plain = (first.bold, first.italic) if first else (False, False)
        return new_prose(said, plain, self._citation)

    def _copy(self, section: _Section, group: Sequence[int]) -> None:
        """Take new passages that are a copy of a whole record, with other words, as a new record."""
        said = {number: self._now_tokens(section.now[number]) for number in group}
        pointers = [p for token_list in said.values() for p in self._pointers(token_list)]
        paths = [found.path for p in pointers if (found := self._field(p)) is not None]
        place = structure.record_of(paths)
        texts = None if place is None else self._copied(section, group, (*place[0], place[1]))
        verdict = _NOWHERE if texts is None else APPLIED
        if place is not None and texts is not None:
            path, index = place
            title = next((text for below, text in texts if below[-1] in ("title", "heading", "name")), "")
            taken = set(self._ids())
            own = (("id",), structure.new_id(title or str(self._id(path, index)), taken))
            self.edits.append(Copy(path, index, index + 1, (own, *texts)))
        for number in group:
            self._judge(section, number, said[number], verdict)

    def _ids(self) -> Iterator[str]:
        return (scalar.text for path, scalar in self.fields.source.scalars() if path[-1] == "id" and scalar.text)

    def _id(self, path: Path, index: int) -> str | None:
        value = self.fields.source.value((*path, index, "id"))
        return getattr(value, "text", None)

    def _copied(self, section: _Section, group: Sequence[int], item: Path) -> list[tuple[Path, str]] | None:
        """The texts in which a copy of an item differs; None where it is no copy, or no different one."""
        if self._id(item[:-1], int(item[-1])) is None:
            return None
        texts: dict[Path, str] = {}
        for number in group:
            now = self._now_tokens(section.now[number])
            original = section.matching.copies.get(number)
            if original is None and not self._pointers(now):
                continue
            if original is None:
                return None
            made = self._made_tokens(section.made[original])
            found = compared(made, now, self.baseline.keys, self._wordless(made))
            for pointer in found.changed - {None}:
                field_of = self._field(pointer or "")
                if field_of is None or field_of.path[: len(item)] != item:
                    return None
                own = tuple(token for token in made if self.baseline.keys.get(token.key or "") == pointer)
                said = tuple(one for one in found.said if one.pointer == pointer)
                decision = decide(field_of, Places(edited=[Printed(own, said)]), self._citation, self.value_of)
                if decision.goes or decision.verdict.fate is not Fate.APPLIED:
                    return None
                if isinstance(decision.edit, Replace):
                    texts[field_of.path[len(item) :]] = decision.edit.new
        return list(texts.items()) or None

    # ---- accounting

    def _judge(
        self, section: _Section, number: int, said: Sequence[Token], verdict: Verdict, pointer: str | None = None
    ) -> None:
        judged = [(token, pointer, verdict) for token in said]
        self.account += accounts(section.story, section.first_now + number, judged)

    def _account_for_gone(self, section: _Section) -> None:
        merged = {place for places in section.matching.merged.values() for place in places}
        for place in section.matching.gone:
            judged = []
            for token in self._made_tokens(section.made[place]):
                pointer = self.baseline.keys.get(token.key) if token.key else None
                own = self.verdicts.get(pointer, APPLIED) if pointer else APPLIED
                if pointer is None and not self._has_field(section.made[place]) and place not in merged:
                    own = _OF_THE_HOUSE
                judged.append((token, pointer, own))
            self.account += accounts(section.story, section.first_made + place, judged, gone=True)

    def _has_field(self, passage: Passage) -> bool:
        return any(piece.key is not None for piece in passage.pieces)

    def _account_for_pair(self, one: _Paired) -> None:
        section, pair = one.section, one.pair
        refused = _NOTE if section.story is Story.NOTE else _OF_THE_HOUSE
        judged = []
        for said in one.compared.said:
            if said.is_kept:
                verdict = _HOUSE if said.pointer is None else UNCHANGED
            elif said.pointer is None:
                verdict = _HOUSE if said.token.is_space or said.made is not None else refused
            elif said.made is None and said.token.note is not None and self._citation(said.token.note) is None:
                verdict = _UNKNOWN_SOURCE
            else:
                verdict = self.verdicts.get(said.pointer, APPLIED)
            judged.append((said.token, said.pointer, APPLIED if verdict is UNCHANGED and not said.is_kept else verdict))
        self.account += accounts(section.story, section.first_now + pair.now, judged)
        lost = [
            (
                gone.token,
                gone.pointer,
                self.verdicts.get(gone.pointer, APPLIED) if gone.pointer else _lost(gone.token, refused),
            )
            for gone in one.compared.lost
        ]
        self.account += accounts(section.story, section.first_made + pair.made, lost, gone=True)

    def _account_for_uncalled(self) -> None:
        """Notes that are called no more, of which editors keep the words, and new ones and copies, of which calls tell."""
        called = self._called()
        kept = {self.now_names[number] for number in called}
        uncompared = set(self.made_names)
        first = 0
        for number, note in enumerate(self.now.notes):
            name = self.now_names[number]
            if number in called and name in uncompared:
                uncompared.remove(name)
            else:
                taken = number not in called or self._citation(name) is not None
                verdict = APPLIED if taken else _UNKNOWN_SOURCE
                for at, passage in enumerate(note):
                    judged = [(token, None, verdict) for token in self._now_tokens(passage)]
                    self.account += accounts(Story.NOTE, first + at, judged)
            first += len(note)
        first = 0
        for number, note in enumerate(self.baseline.made.notes):
            if self.made_names[number] not in kept:
                for at, passage in enumerate(note):
                    judged = [(token, None, APPLIED) for token in self._made_tokens(passage)]
                    self.account += accounts(Story.NOTE, first + at, judged, gone=True)
            first += len(note)

    def _check(self) -> None:
        """Every character of the draft, and every one that it lost, has its entry."""
        now = [*self.now.passages, *self.now.furniture]
        now += [passage for note in self.now.notes for passage in note]
        said = sum(token.weight for passage in now for token in self._now_tokens(passage))
        kept = sum(one.made.weight for paired in self.paired for one in paired.compared.said if one.made)
        made = [*self.baseline.made.passages, *self.baseline.made.furniture]
        made += [passage for note in self.baseline.made.notes for passage in note]
        was = sum(token.weight for passage in made for token in self._made_tokens(passage))
        for section_passage in self._empty_passages():
            self.account += section_passage
        check_sum(self.account, said, was - kept)

    def _empty_passages(self) -> Iterator[list[Account]]:
        """Passages with nothing but space in them, which no stage looks at."""
        known = {(one.story, one.passage, one.gone) for one in self.account}
        rows = (
            (Story.BODY, self.baseline.made.passages, self.now.passages),
            (Story.HEADER, self.baseline.made.furniture, self.now.furniture),
            (
                Story.NOTE,
                [passage for note in self.baseline.made.notes for passage in note],
                [passage for note in self.now.notes for passage in note],
            ),
        )
        paired_made = {(one.section.story, one.section.first_made + one.pair.made) for one in self.paired}
        for story, made, now in rows:
            for number, passage in enumerate(now):
                if (story, number, False) not in known:
                    yield [*accounts(story, number, [(t, None, _HOUSE) for t in self._now_tokens(passage)])]
            for number, passage in enumerate(made):
                if (story, number, True) not in known and (story, number) not in paired_made:
                    judged = [(t, None, _HOUSE) for t in self._made_tokens(passage)]
                    yield [*accounts(story, number, judged, gone=True)]


def _lost(token: Token, refused: Verdict) -> Verdict:
    return _HOUSE if token.is_space else refused


def _note(piece: object) -> int | None:
    return getattr(piece, "note", None)


def _note_matching(made: Sequence[Passage], now: Sequence[Passage]) -> Matching:
    """The paragraphs of one note correspond in order."""
    both = min(len(made), len(now))
    pairs = tuple(Pair(number, number) for number in range(both))
    return Matching(pairs, tuple(range(both, len(now))), tuple(range(both, len(made))))


def _lies_in(edit: Edit, deleted: Sequence[Path]) -> bool:
    """Whether an edit is of something within what is deleted whole."""
    return isinstance(edit, Replace) and any(edit.path[: len(path)] == path for path in deleted)


def _runs(numbers: Sequence[int]) -> Iterator[list[int]]:
    """Numbers that follow one another, together."""
    run: list[int] = []
    for number in numbers:
        if run and number > run[-1] + 2:
            yield run
            run = []
        run.append(number)
    if run:
        yield run
