"""Paragraphs that came and items that changed places: what they make of the lists of the brief."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from briefwright.document.reading import Passage
from briefwright.revise.compare.match import Matching, longest_rise
from briefwright.revise.edits import Move
from briefwright.source.value import Path

Neighbour = tuple[int, bool]
"""A passage of the draft as made beside which a new one stands, and whether the new one stands behind it."""


def text_item(path: Path) -> tuple[Path, int] | None:
    """The list of texts and the place in it of the item whose text is at a path; None where it is no such item."""
    if path and isinstance(path[-1], int):
        return path[:-1], path[-1]
    if len(path) > 2 and path[-1] == "text" and isinstance(path[-2], int) and path[-3] in ("body", "blocks"):
        return path[:-2], path[-2]
    return None


def neighbours(new: int, now: Sequence[Passage], matching: Matching) -> Iterator[Neighbour]:
    """The passages beside which a new one stands: the one before it first; of the same cell and style only."""
    made_of = {pair.now: pair.made for pair in matching.pairs}
    for step, behind in ((-1, True), (1, False)):
        at = new + step
        while 0 <= at < len(now) and at not in made_of and (at in matching.new or not now[at].text.strip()):
            at += step
        if at in made_of and _are_of_one_kind(now[at], now[new]):
            yield made_of[at], behind


def _are_of_one_kind(known: Passage, new: Passage) -> bool:
    return known.style == new.style and known.cells == new.cells


def record_of(paths: Iterable[Path]) -> tuple[Path, int] | None:
    """The list and the place in it of the item that most of these paths lie in; None where none lies in any.

    A card of one record also prints names of others, such as its actors.
    """
    items: Counter[tuple[Path, int]] = Counter()
    for path in paths:
        first = next((at for at, step in enumerate(path) if isinstance(step, int)), None)
        if first is not None:
            items[path[:first], int(path[first])] += 1
    return items.most_common(1)[0][0] if items else None


def moves(homes: Mapping[Path, Sequence[tuple[int, int]]]) -> Iterator[Move]:
    """The items that stand at other places of their lists.

    `homes` has for each list, in the order of the draft as made, its items and where each stands in the draft. A list
    that the house prints in an order of its own tells nothing.
    """
    for path, items in homes.items():
        indices = [index for index, _ in items]
        if indices != sorted(indices):
            continue
        order = [index for index, _ in sorted(items, key=lambda item: item[1])]
        staying = {order[at] for at in longest_rise(order)}
        for at, index in enumerate(order):
            if index not in staying:
                following = next((other for other in order[at + 1 :] if other in staying), None)
                yield Move(path, index, max(indices) + 1 if following is None else following)


def new_id(title: str, taken: Collection[str]) -> str:
    """An id for a new record, made of the words of its title, that no other has."""
    letters = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    slug = re.sub(r"[^a-z0-9]+", "-", letters).strip("-")
    slug = re.sub(r"^[^a-z]+", "", slug)[:40].strip("-") or "new"
    return next(name for name in _numbered(slug) if name not in taken)


def _numbered(slug: str) -> Iterator[str]:
    yield slug
    number = 2
    while True:
        yield f"{slug}-{number}"
        number += 1
