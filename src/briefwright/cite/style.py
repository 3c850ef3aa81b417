"""What a citation style is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefwright.brief.sources import Source
from briefwright.cite.pieces import Pieces
from briefwright.cite.places import Place
from briefwright.cite.terms import Terms


@dataclass(frozen=True, slots=True)
class Style:
    """How a source reads: `full` in its first note, `short` in later ones, `entry` in the list of sources.

    Notes come without their final stop, entries with it.
    """

    full: Callable[[Source, Place, Terms], Pieces]
    short: Callable[[Source, Place, Terms], Pieces]
    entry: Callable[[Source, Terms], Pieces]
