"""What a check finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefwright.brief.brief import Brief
from briefwright.source.value import Path


class Finding(NamedTuple):
    """A problem between the parts of a brief.

    `depends` names other places on which the finding rests, and `missing_id` an id that no part has: if one of those
    places, or the part of that id, could not be read, the finding is not told.
    """

    code: str
    path: Path
    message: str
    hints: tuple[str, ...] = ()
    depends: tuple[Path, ...] = ()
    missing_id: str | None = None


Check = Callable[[Brief], Iterator[Finding]]
"""A rule between the parts of a brief."""


def where(path: Path) -> str:
    """A path in words: `risks, item 2`."""
    return ", ".join(f"item {step + 1}" if isinstance(step, int) else step for step in path)
