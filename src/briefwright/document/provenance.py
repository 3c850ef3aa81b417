"""What a draft takes along of its making, so that what is edited in it finds the way back to the brief."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provenance:
    """The brief that a document was made from.

    `brief` is its id, `text` its YAML to the character. `keys` has the key of each field by its JSON pointer: a short
    name that stays the same when items of a list change places.
    """

    brief: str
    schema_version: str
    tool_version: str
    house: str
    text: str
    keys: Mapping[str, str]
