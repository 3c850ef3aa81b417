"""One passage before and after: what was kept, what came, what went, and whose each word is."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefwright.revise.compare.tokens import Token


@dataclass(frozen=True, slots=True)
class Said:
    """A token of the draft: `pointer` is its field, None for words of the house; `made` the token that it was."""

    token: Token
    pointer: str | None
    made: Token | None

    @property
    def is_kept(self) -> bool:
        """Whether it stood there before, and looked the same."""
        return self.made is not None and self.made.look == self.token.look


@dataclass(frozen=True, slots=True)
class Lost:
    """A token that stands there no more."""

    token: Token
    pointer: str | None


@dataclass(frozen=True, slots=True)
class Compared:
    """A passage before and after."""

    said: tuple[Said, ...]
    lost: tuple[Lost, ...]

    @property
    def changed(self) -> set[str | None]:
        """The fields in which anything came, went or looks different; None for the words of the house."""
        found = {one.pointer for one in self.said if not one.is_kept}
        return found | {one.pointer for one in self.lost if one.pointer is not None or not one.token.is_space}


def compared(
    made: Sequence[Token], now: Sequence[Token], keys: Mapping[str, str], wordless: Container[str] = ()
) -> Compared:
    """The passage of these tokens as it was and as it is; `keys` has the pointer of each field's key.

    What is typed beside a field of `wordless`, which holds calls alone, belongs to the field before it.
    """
    pointers = [keys.get(token.key) if token.key else None for token in made]
    own = {pointer for pointer in pointers if pointer is not None}
    said: list[Said] = []
    lost: list[Lost] = []
    for tag, i, i_end, j, j_end in _opcodes(made, now):
        if tag == "equal":
            for was, pointer, token in zip(made[i:i_end], pointers[i:i_end], now[j:j_end], strict=True):
                other = _calls_another(was, token)
                lost += [Lost(was, pointer)] if other else []
                said.append(Said(token, pointer, None if other else was))
            continue
        lost += [Lost(made[here], pointers[here]) for here in range(i, i_end)]
        worded = [None if pointer in wordless else pointer for pointer in pointers]
        fallback = _owner(worded, pointers, i, i_end)
        for token in now[j:j_end]:
            marked = keys.get(token.key) if token.key else None
            known = marked in own and (token.is_call or marked not in wordless)
            said.append(Said(token, marked if known else fallback, None))
    return Compared(tuple(said), tuple(lost))


def _calls_another(made: Token, now: Token) -> bool:
    """Whether a note is called again where another one was: both calls say no more than that."""
    return bool(made.note and now.note) and made.note != now.note


def _opcodes(made: Sequence[Token], now: Sequence[Token]) -> Sequence[tuple[str, int, int, int, int]]:
    before, after = [token.sense for token in made], [token.sense for token in now]
    if before == after:
        return [("equal", 0, len(made), 0, len(now))]
    return SequenceMatcher(None, before, after, autojunk=False).get_opcodes()


def _owner(worded: Sequence[str | None], pointers: Sequence[str | None], start: int, end: int) -> str | None:
    """Whose words are that stand where those from start to end stood: of the field there, else of the next to it.

    None where they replace words of the house, or stand beside nothing else.
    """
    replaced = [pointer for pointer in worded[start:end] if pointer is not None]
    if replaced:
        return replaced[0]
    if any(pointer is None for pointer in pointers[start:end]):
        return None
    before = start
    while before and pointers[before - 1] is not None and worded[before - 1] is None:
        before -= 1
    left = worded[before - 1] if before else None
    right = worded[end] if end < len(worded) else None
    return left or right
