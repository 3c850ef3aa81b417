"""A short name for each value of a file, by the ids of records where a path has numbers.

`/risks/0/consequence` is `risks/spread/consequence`, wherever the risk stands in its list.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator

from briefwright.source.source import Source, children
from briefwright.source.value import Mapping, Scalar, Value, pointer

LONGEST = 60
"""The most characters of a key: Word bounds what a content control can carry at 64."""


def keys(source: Source) -> dict[str, str]:
    """The key of each value of a file by its JSON pointer, in the order of the file."""
    return {pointer: _short(key) for pointer, key in _names(source.root, "", "")}


def _names(value: Value, above: str, key_above: str) -> Iterator[tuple[str, str]]:
    # Recursion is safe: the reader bounds the depth.
    for step, below in children(value):
        here = above + pointer((step,))
        key = f"{key_above}/{_id(below) or step}" if key_above else str(step)
        yield here, key
        yield from _names(below, here, key)


def _id(value: Value) -> str | None:
    entry = value.get("id") if isinstance(value, Mapping) else None
    return entry.value.text if entry is not None and isinstance(entry.value, Scalar) else None


def _short(key: str) -> str:
    """The key itself where it is short enough, else its beginning and a digest of all of it."""
    if len(key) <= LONGEST:
        return key
    digest = hashlib.sha256(key.encode()).hexdigest()[:8]
    return f"{key[: LONGEST - 9]}~{digest}"
