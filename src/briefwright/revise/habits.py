"""How a file is written, so that what is new in it looks like the rest."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

from briefwright.revise.layout import Node, column, walk

_T = TypeVar("_T")

USUAL_WIDTH = 100
"""Columns that a line of prose may take, where the file has no wrapped lines to go by."""

_NARROWEST = 60


@dataclass(frozen=True, slots=True)
class Habits:
    """How a file is written.

    `step` is how far a mapping stands in from its key, `list_step` how far the dashes of a list do, `dash` how far an
    item from its dash, `width` how many columns a line of prose takes, `quote` the quotation mark used most.
    `in_brackets` has the names of the fields whose lists and mappings mostly stand in brackets, `items_in_brackets`
    those of the lists whose items do.
    """

    newline: str = "\n"
    step: int = 2
    list_step: int = 2
    dash: int = 2
    width: int = USUAL_WIDTH
    quote: str = '"'
    in_brackets: frozenset[str] = frozenset()
    items_in_brackets: frozenset[str] = frozenset()


def habits(text: str, root: Node) -> Habits:
    """The habits of a file."""
    nodes = dict(walk(root))
    named = [(path[-1], node) for path, node in nodes.items() if path and isinstance(path[-1], str)]
    items = [
        (path[-2], node)
        for path, node in nodes.items()
        if len(path) > 1 and isinstance(path[-1], int) and isinstance(path[-2], str)
    ]
    return Habits(
        newline=_commonest(re.findall(r"\r\n|\r|\n", text), "\n"),
        step=_commonest(_steps(text, root, "mapping"), 2),
        list_step=_commonest(_steps(text, root, "sequence"), 2),
        dash=_commonest(_dash_steps(text, root), 2),
        width=_width(text, root),
        quote=_commonest((text[node.start] for node in nodes.values() if text.startswith(("'", '"'), node.start)), '"'),
        in_brackets=_mostly_in_brackets(named),
        items_in_brackets=_mostly_in_brackets(items),
    )


def _commonest(found: Iterable[_T], otherwise: _T) -> _T:
    counted = Counter(found).most_common(1)
    return counted[0][0] if counted else otherwise


def _steps(text: str, root: Node, kind: str) -> Iterator[int]:
    """How far values of a kind stand in from their keys."""
    for _, node in walk(root):
        if node.kind == "mapping" and not node.is_flow:
            for below in node.below:
                if below.kind == kind and below.heads and not below.is_flow:
                    yield column(text, below.heads[0]) - column(text, node.heads[0])


def _dash_steps(text: str, root: Node) -> Iterator[int]:
    for _, node in walk(root):
        if node.kind == "sequence" and not node.is_flow:
            for head, below in zip(node.heads, node.below, strict=True):
                if text[head + 1 : below.start].strip(" ") == "" and below.start > head + 1:
                    yield below.start - head


def _width(text: str, root: Node) -> int:
    """The longest line of prose that is wrapped, within what is usual; a last line tells nothing."""
    folded = (node for _, node in walk(root) if node.kind == "scalar" and text.startswith(">", node.start))
    lines = [line for node in folded for line in text[node.start : node.end].splitlines()[1:-1]]
    lengths = [len(line) for line in lines if len(line) <= USUAL_WIDTH]
    return max(_NARROWEST, *lengths) if len(lengths) > 1 else USUAL_WIDTH


def _mostly_in_brackets(named: Iterable[tuple[str | int, Node]]) -> frozenset[str]:
    ways: dict[str, Counter[bool]] = {}
    for name, node in named:
        if node.kind in ("sequence", "mapping") and node.below:
            ways.setdefault(str(name), Counter())[node.is_flow] += 1
    return frozenset(name for name, way in ways.items() if way[True] > way[False])
