"""What became of each word of a draft: nothing that stands in it, or stood in it, is passed over."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from briefwright.document.reading import Story
from briefwright.revise.compare.tokens import Token


class Fate(StrEnum):
    """What became of words: what a person must know of comes last."""

    UNCHANGED = "unchanged"
    HOUSE = "house style"
    APPLIED = "applied"
    REFUSED = "refused"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a change, with the reason where it was not taken and what to do."""

    fate: Fate
    reason: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """Words with one fate: `pointer` is their field, None for words of the house style.

    `passage` counts from 0 in its story (the passages of all notes in one row): of the draft, or, for words that are
    `gone`, of the draft as it was made. `weight` is the number of characters, and 1 for each call or picture.
    """

    verdict: Verdict
    story: Story
    passage: int
    words: str
    weight: int
    pointer: str | None = None
    gone: bool = False


def accounts(
    story: Story, passage: int, judged: Iterable[tuple[Token, str | None, Verdict]], *, gone: bool = False
) -> Iterator[Account]:
    """The account of tokens in order, each with its field and what became of it."""
    for (pointer, verdict), same in groupby(judged, key=lambda one: (one[1], one[2])):
        tokens = [token for token, _, _ in same]
        words = "".join(_shown(token) for token in tokens)
        yield Account(verdict, story, passage, words, sum(token.weight for token in tokens), pointer, gone)


def check_sum(account: Sequence[Account], now: int, gone: int) -> None:
    """Raise where the account leaves out or counts twice: `now` and `gone` are what must be accounted for.

    Raises:
        RuntimeError: the sum is not right.
    """
    found_now = sum(one.weight for one in account if not one.gone)
    found_gone = sum(one.weight for one in account if one.gone)
    if (found_now, found_gone) != (now, gone):
        raise RuntimeError(f"the account has {found_now} and {found_gone} of {now} and {gone} characters")


def _shown(token: Token) -> str:
    return "[note]" if token.is_call and not token.text else token.text
