"""What changed from one version of a brief to another, field by field."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefwright.document.alignment import aligned, overlap
from briefwright.source.value import Mapping, Scalar, Value
from briefwright.source.value import Sequence as List

_SAME_ITEM = 0.4
"""The share of words that an item of a list keeps as it is changed; with less it is another item."""
_NAMES = ("title", "name", "heading", "label", "question", "term", "short", "actor", "source", "text", "action", "date")
"""The fields by which people call an item, the most telling first."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step down into a brief: a field by its key, or an item of the list `key`.

    An item has the name that the brief gives it, or none; `id` is its id, `place` its place in the list from 1.
    """

    key: str
    name: str | None = None
    id: str | None = None
    place: int | None = None


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A field or an item that one version has otherwise than the other; None where a version does not have it.

    `moved` is the place in its list, counted from 1, that an item had and the one that it has.
    """

    trail: tuple[Step, ...]
    old: Value | None = None
    new: Value | None = None
    moved: tuple[int, int] | None = None


def field_changes(old: Value, new: Value, trail: tuple[Step, ...] = ()) -> Iterator[FieldChange]:
    """The changes in the order of the new version, each as far down as both versions have the same kind of value."""
    if isinstance(old, Mapping) and isinstance(new, Mapping):
        yield from _in_mapping(old, new, trail)
    elif isinstance(old, List) and isinstance(new, List):
        yield from _in_list(old, new, trail)
    elif words_of(old) != words_of(new):
        yield FieldChange(trail, old, new)


def words_of(value: Value) -> tuple[str, ...]:
    """The words of a value and of all that is in it, whatever space is between them."""
    if isinstance(value, Scalar):
        return tuple((value.text or "").split())
    if isinstance(value, List):
        return tuple(word for item in value.items for word in words_of(item))
    return tuple(word for entry in value.entries for word in (str(entry.key.text), *words_of(entry.value)))


def name_of(value: Value) -> str | None:
    """What people call an item, or None where it has no name of its own."""
    found = (_text(value, key) for key in _NAMES) if isinstance(value, Mapping) else iter(())
    return next((name for name in found if name), None)


def _in_mapping(old: Mapping, new: Mapping, trail: tuple[Step, ...]) -> Iterator[FieldChange]:
    keys = [entry.key.text for entry in (*new.entries, *old.entries)]
    for key in dict.fromkeys(key for key in keys if key is not None):
        before, after = old.get(key), new.get(key)
        here = (*trail, Step(key))
        if before is not None and after is not None:
            yield from field_changes(before.value, after.value, here)
        else:
            yield FieldChange(here, before.value if before else None, after.value if after else None)


def _in_list(old: List, new: List, trail: tuple[Step, ...]) -> Iterator[FieldChange]:
    pairs = _pairs(old.items, new.items)
    stayed = _in_order([i for i, j in pairs if i is not None and j is not None])
    for i, j in pairs:
        before = None if i is None else old.items[i]
        after = None if j is None else new.items[j]
        here = _into(trail, after if after is not None else before, j if j is not None else i)
        if before is None or after is None or i is None or j is None:
            yield FieldChange(here, before, after)
            continue
        if i not in stayed and i != j:
            yield FieldChange(here, before, after, moved=(i + 1, j + 1))
        yield from field_changes(before, after, here)


def _into(trail: tuple[Step, ...], item: Value | None, place: int | None) -> tuple[Step, ...]:
    """The trail to an item of the list that a trail leads to; an item of a list within a list is a cell of a row."""
    number = None if place is None else place + 1
    name = None if item is None else name_of(item)
    identifier = _text(item, "id") if isinstance(item, Mapping) else None
    if trail[-1].place is not None:
        return (*trail, Step("cells", name, identifier, number))
    return (*trail[:-1], Step(trail[-1].key, name, identifier, number))


def _pairs(old: Sequence[Value], new: Sequence[Value]) -> list[tuple[int | None, int | None]]:
    """The places of items that are the same item, in the order of the new version; what was removed stays in its row.

    Items with an id are known by it, others by what they say, wherever they stand; the rest by likeness, in order.
    """
    olds, news = _identities(old), _identities(new)
    where = {identity: j for j, identity in enumerate(news)}
    known = {i: where[identity] for i, identity in enumerate(olds) if identity in where}
    left_old = [i for i in range(len(old)) if i not in known]
    left_new = [j for j in range(len(new)) if j not in set(known.values())]
    steps = aligned([old[i] for i in left_old], [new[j] for j in left_new], lambda _: None, _likeness)
    known |= {left_old[a]: left_new[b] for a, b in steps if a is not None and b is not None}
    of_new = {j: i for i, j in known.items()}
    after = _followers(len(old), known)
    found: list[tuple[int | None, int | None]] = [(i, None) for i in after.get(None, [])]
    for j in range(len(new)):
        i = of_new.get(j)
        found.append((i, j))
        if i is not None:
            found += [(gone, None) for gone in after.get(i, [])]
    return found


def _followers(length: int, known: dict[int, int]) -> dict[int | None, list[int]]:
    """The removed items after each item that stayed; None is the beginning."""
    found: dict[int | None, list[int]] = {}
    last: int | None = None
    for i in range(length):
        if i in known:
            last = i
        else:
            found.setdefault(last, []).append(i)
    return found


def _identities(items: Sequence[Value]) -> list[tuple[object, ...]]:
    """What an item is known by: its id, else what it says, told apart from others that say the same."""
    seen: Counter[tuple[object, ...]] = Counter()
    found = []
    for item in items:
        identifier = _text(item, "id") if isinstance(item, Mapping) else None
        identity: tuple[object, ...] = ("id", identifier) if identifier else ("words", words_of(item))
        found.append((*identity, seen[identity]))
        seen[identity] += 1
    return found


def _likeness(old: Value, new: Value) -> float | None:
    ids = [_text(value, "id") for value in (old, new) if isinstance(value, Mapping)]
    if type(old) is not type(new) or any(ids):
        return None
    share = overlap(Counter(words_of(old)), Counter(words_of(new)))
    return share if share >= _SAME_ITEM else None


def _in_order(places: Sequence[int]) -> frozenset[int]:
    """The most of these places that follow one another as before; the others were moved."""
    best: list[tuple[int, int | None]] = []
    for index, place in enumerate(places):
        before = [k for k in range(index) if places[k] < place]
        last = max(before, key=lambda k: best[k][0], default=None)
        best.append((best[last][0] + 1 if last is not None else 1, last))
    at = max(range(len(places)), key=lambda k: best[k][0], default=None)
    kept = []
    while at is not None:
        kept.append(places[at])
        at = best[at][1]
    return frozenset(kept)


def _text(value: Mapping, key: str) -> str | None:
    entry = value.get(key)
    return entry.value.text if entry is not None and isinstance(entry.value, Scalar) else None
