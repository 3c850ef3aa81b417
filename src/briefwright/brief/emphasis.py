"""Pairing the stars and underscores of prose: which of them open and close emphasis, and which are plain characters."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from unicodedata import category

LONGEST_RUN = 3
"""A longer run of stars or underscores is a rule or a blank to fill in, never emphasis."""


@dataclass(slots=True)
class Run:
    """A run of equal delimiters in a text.

    `closes` and `opens` are the widths that pair with an earlier and with a later run, in the order of the text:
    1 for emphasis, 2 for strong. What is `left` over stands between them as plain characters.
    """

    start: int
    character: str
    left: int
    can_open: bool
    can_close: bool
    closes: list[int] = field(default_factory=list)
    opens: list[int] = field(default_factory=list)

    @property
    def dangles(self) -> bool:
        """Whether a delimiter that was surely meant as markup found no partner."""
        return self.left > 0 and self.can_open != self.can_close

    @property
    def left_start(self) -> int:
        """The offset of the delimiters left over."""
        return self.start + sum(self.closes)


def delimiter_run(text: str, start: int, end: int) -> Run:
    """The run of delimiters that starts here, with what its neighbours let it do.

    An underscore inside a word (`snake_case`) and a star between digits (`2*3`) are plain.
    """
    stop = start
    while stop < end and text[stop] == text[start]:
        stop += 1
    before = text[start - 1] if start > 0 else " "
    after = text[stop] if stop < len(text) else " "
    left, right = _flanks(before, after), _flanks(after, before)
    if stop - start > LONGEST_RUN or (before.isdigit() and after.isdigit()):
        left = right = False
    elif text[start] == "_":
        left, right = left and not (right and before.isalnum()), right and not (left and after.isalnum())
    return Run(start, text[start], stop - start, left, right)


def _flanks(outer: str, inner: str) -> bool:
    """Whether a delimiter between these characters leans on the inner one."""
    if inner.isspace():
        return False
    return not _is_punctuation(inner) or outer.isspace() or _is_punctuation(outer)


def _is_punctuation(character: str) -> bool:
    return category(character)[0] in "PS"


def pair(runs: list[Run]) -> None:
    """Pair openers with closers, nearest first; each run is pushed and popped once."""
    stack: list[Run] = []
    open_now: Counter[str] = Counter()
    for run in runs:
        while run.can_close and run.left and open_now[run.character]:
            _drop_others(stack, run.character, open_now)
            _join(stack[-1], run)
            if stack[-1].left == 0:
                open_now[stack.pop().character] -= 1
        if run.can_open and run.left:
            stack.append(run)
            open_now[run.character] += 1


def _drop_others(stack: list[Run], character: str, open_now: Counter[str]) -> None:
    while stack[-1].character != character:
        open_now[stack.pop().character] -= 1


def _join(opener: Run, closer: Run) -> None:
    width = min(opener.left, closer.left, 2)
    opener.opens.insert(0, width)
    opener.left -= width
    closer.closes.append(width)
    closer.left -= width
