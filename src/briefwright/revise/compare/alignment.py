"""Which atom of a prose field each printed token came from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import groupby

from briefwright.revise.compare.atoms import CITATION, REFERENCE, Atom
from briefwright.revise.compare.tokens import Token


@dataclass(frozen=True, slots=True)
class Call:
    """Citations of the source that print as one note: the atoms from `first` to `last`, and the printed token.

    `behind` are the atoms of the marks that the note moved behind in print, `before` those that it moved before.
    """

    first: int
    last: int
    token: int
    behind: tuple[int, ...] = ()
    before: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """The atom of each printed token by their numbers; `labels` has that of tokens that a cross-reference printed."""

    words: dict[int, int] = field(default_factory=dict)
    labels: dict[int, int] = field(default_factory=dict)
    calls: dict[int, Call] = field(default_factory=dict)


def align(atoms: Sequence[Atom], tokens: Sequence[Token]) -> Alignment:
    """How the tokens that a field printed correspond to its source."""
    aligned = Alignment()
    printed = [i for i, token in enumerate(tokens) if not token.is_call]
    written = [a for a, atom in enumerate(atoms) if atom.sense != CITATION]
    before_i = before_a = 0
    senses = [tokens[i].sense for i in printed], [atoms[a].sense for a in written]
    for block in SequenceMatcher(None, *senses, autojunk=False).get_matching_blocks():
        _labels(atoms, tokens, printed[before_i : block.a], written[before_a : block.b], aligned)
        for step in range(block.size):
            aligned.words[printed[block.a + step]] = written[block.b + step]
        before_i, before_a = block.a + block.size, block.b + block.size
    calls = [i for i, token in enumerate(tokens) if token.is_call]
    for i, (first, last) in zip(calls, _citations(atoms), strict=False):
        aligned.calls[i] = _call(first, last, i, atoms, aligned)
    return aligned


def _labels(
    atoms: Sequence[Atom], tokens: Sequence[Token], printed: Sequence[int], written: Sequence[int], aligned: Alignment
) -> None:
    """Tell the tokens between two words that are known to the cross-references that stand there."""
    references = [a for a in written if atoms[a].sense == REFERENCE]
    groups = [[*same] for _, same in groupby(printed, key=lambda i: tokens[i].look.target)]
    linked = [group for group in groups if tokens[group[0]].look.target is not None]
    for a, group in zip(references, linked if len(linked) == len(references) else groups, strict=False):
        aligned.labels.update(dict.fromkeys(group, a))


def _citations(atoms: Sequence[Atom]) -> Iterator[tuple[int, int]]:
    """The first and the last atom of citations with nothing but space between them, which print as one note."""
    first = last = None
    for a, atom in enumerate(atoms):
        if atom.sense == CITATION:
            first, last = (a if first is None else first), a
        elif not atom.is_space and first is not None and last is not None:
            yield first, last
            first = last = None
    if first is not None and last is not None:
        yield first, last


def _call(first: int, last: int, token: int, atoms: Sequence[Atom], aligned: Alignment) -> Call:
    known = [(i, a) for i, a in aligned.words.items() if not atoms[a].is_space]
    printed_before = max((a for i, a in known if i < token), default=-1)
    written_before = max((a for _, a in known if a < first), default=-1)
    behind = tuple(a for _, a in known if written_before < a <= printed_before)
    before = tuple(a for _, a in known if printed_before < a <= written_before)
    return Call(first, last, token, tuple(sorted(behind)), tuple(sorted(before)))
