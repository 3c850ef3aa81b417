"""The draft as it was made and as it came back, as rows of tokens, with the fields of the brief behind them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from briefwright.document.reading import Baseline, NoteCall, Passage, Reading
from briefwright.revise.compare.alignment import align
from briefwright.revise.compare.atoms import atoms
from briefwright.revise.compare.fields import Field, Fields, Kind
from briefwright.revise.compare.match import original
from briefwright.revise.compare.notes import in_prose, names, typed, words
from briefwright.revise.compare.rewrite import Names
from briefwright.revise.compare.tokens import Token, tokens


@dataclass(frozen=True)
class Both:
    """Both drafts. What is worked out of them is kept, for it is asked for at many places."""

    fields: Fields
    baseline: Baseline
    now: Reading
    _tokens: dict[int, tuple[Token, ...]] = field(default_factory=dict, repr=False, compare=False)
    _fields: dict[str, Field | None] = field(default_factory=dict, repr=False, compare=False)

    @property
    def made(self) -> Reading:
        """The draft as it was made."""
        return self.baseline.made

    # ---- tokens ----

    def made_tokens(self, passage: Passage) -> tuple[Token, ...]:
        """The tokens of a passage of the draft as it was made."""
        return self._cut(passage, self.made_names)

    def now_tokens(self, passage: Passage) -> tuple[Token, ...]:
        """The tokens of a passage of the draft as it came back."""
        return self._cut(passage, self.now_names)

    def _cut(self, passage: Passage, note_names: Sequence[str]) -> tuple[Token, ...]:
        # By identity: equal passages stand at different places, and their tokens are told apart by identity in turn.
        if id(passage) not in self._tokens:
            self._tokens[id(passage)] = tokens(passage, note_names.__getitem__)
        return self._tokens[id(passage)]

    # ---- fields ----

    def field_at(self, pointer: str) -> Field | None:
        """The field at a JSON pointer, or None where it has no text."""
        if pointer not in self._fields:
            self._fields[pointer] = self.fields.at(pointer)
        return self._fields[pointer]

    def pointer(self, token: Token) -> str | None:
        """The JSON pointer of the field whose control is around a token."""
        return self.baseline.keys.get(token.key) if token.key else None

    def pointers(self, stretch: Iterable[Token]) -> list[str]:
        """The fields in a stretch of tokens, each once, in order."""
        found = map(self.pointer, stretch)
        return list(dict.fromkeys(pointer for pointer in found if pointer is not None))

    def own(self, pointer: str, made: Iterable[Token]) -> tuple[Token, ...]:
        """The tokens of one field among those of a passage as it was made."""
        return tuple(token for token in made if self.pointer(token) == pointer)

    def wordless(self, made: Iterable[Token]) -> set[str]:
        """The fields of a passage that hold calls of notes and no words."""
        found = {pointer: self.field_at(pointer) for pointer in self.pointers(token for token in made if token.is_call)}
        return {pointer for pointer, one in found.items() if one is not None and one.kind is Kind.CITATIONS}

    # ---- names ----

    @property
    def spelling(self) -> Names:
        """How prose names what stands in the draft."""
        return Names(self.citation, self.reference)

    def reference(self, bookmark: str) -> str | None:
        """The id of what a bookmark leads to, also of one that an editor has put beside ours; None for others."""
        own = self.baseline.names.get(original(bookmark))
        return own or next((self.baseline.names[name] for name in self._beside.get(bookmark, ())), None)

    @cached_property
    def _beside(self) -> dict[str, list[str]]:
        """Those of our bookmarks that begin in the same passage as another one."""
        found: dict[str, list[str]] = {}
        for passage in self.now.passages:
            ours = [name for name in passage.bookmarks if name in self.baseline.names]
            found |= dict.fromkeys(passage.bookmarks, ours)
        return found

    # ---- notes ----

    @cached_property
    def _names(self) -> tuple[list[str], list[str]]:
        return names(self.made, self.now)

    @property
    def made_names(self) -> list[str]:
        """The names of the notes of the draft as it was made, by their numbers."""
        return self._names[0]

    @property
    def now_names(self) -> list[str]:
        """The names of the notes of the draft as it came back; one that was there before has the name it had."""
        return self._names[1]

    @cached_property
    def called(self) -> frozenset[int]:
        """The numbers of the notes that the draft calls now; editors keep others, which nobody reads."""
        stories = (*self.now.passages, *self.now.furniture)
        return frozenset(piece.note for passage in stories for piece in passage.pieces if isinstance(piece, NoteCall))

    def citation(self, name: str) -> str | None:
        """How prose calls what the note of this name calls; None where the brief knows no such source."""
        known = [source.id for source in self.fields.brief.sources]
        if name.startswith("["):
            return typed(name, known)
        if name in self._citations or name not in self.now_names:
            return self._citations.get(name)
        said = words(self.now.notes[self.now_names.index(name)])
        alike = (self._citations.get(other) for other, note in zip(self.made_names, self.made.notes, strict=True)
                 if words(note) == said)  # fmt: skip
        return typed(said, known) or next((one for one in alike if one), None)

    @cached_property
    def _citations(self) -> dict[str, str]:
        """How prose calls what each note of the draft as it was made calls."""
        found: dict[str, str] = {}
        for passage in (*self.made.passages, *self.made.furniture):
            found |= self._calls_in(self.made_tokens(passage))
        return found

    def _calls_in(self, made: Sequence[Token]) -> dict[str, str]:
        found: dict[str, str] = {}
        for pointer in self.pointers(token for token in made if token.is_call):
            of, own = self.field_at(pointer), self.own(pointer, made)
            if of is not None and of.kind is Kind.PROSE:
                written = atoms(of.text)
                for place, call in align(written, own).calls.items():
                    found[own[place].note or ""] = of.text[written[call.first].start : written[call.last].end]
            elif of is not None and of.kind is Kind.CITATIONS and (said := in_prose(of.value)) is not None:
                found |= {token.note: said for token in own if token.note}
        found.pop("", None)
        return found
