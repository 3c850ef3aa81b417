"""The items of a list and the fields of a mapping in another order, some gone and some new, comments with their own.

A comment that stands directly above an item, in its column, goes where the item goes. One that an empty line parts
from it stays where it is, as do the empty lines between items that stay neighbours.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefwright.revise.layout import Node, column, line_end, line_start
from briefwright.revise.splices import Splice

Stretch = tuple[int, int]
"""Two character offsets of a text, the second excluded."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """An item as it shall be written; `origin` is its index if it stays where it was."""

    text: str
    origin: int | None = None


def bodies(text: str, node: Node) -> list[Stretch]:
    """Where each item of a list or mapping stands: in brackets the item alone, else its lines and its own comments."""
    if node.is_flow:
        return [(head, value.end) for head, value in zip(node.heads, node.below, strict=True)]
    ends = [_end(text, head, value) for head, value in zip(node.heads, node.below, strict=True)]
    floors = [0, *ends[:-1]]
    return [(_start(text, head, floor), end) for head, floor, end in zip(node.heads, floors, ends, strict=True)]


def rearranged(text: str, node: Node, opening: int, chunks: Sequence[Chunk], newline: str) -> Splice:
    """The splice that puts the chunks in the place of the items; `opening` is where a bracket of the node stands."""
    if node.is_flow:
        return _rearranged_in_brackets(text, node, opening, chunks)
    stretches = bodies(text, node)
    start, end = stretches[0][0], stretches[-1][1]
    indent = column(text, node.heads[0])
    if not chunks:
        written = " " * indent + ("{}" if node.kind == "mapping" else "[]") + newline
    else:
        gaps = [text[before[1] : after[0]] for before, after in pairwise(stretches)]
        written = _in_order(["", *gaps], chunks, newline)
    if start == node.heads[0]:
        written = written.lstrip(" ")
    return Splice(start, end, written)


def _in_order(gaps: list[str], chunks: Sequence[Chunk], newline: str) -> str:
    blank = [gap for gap in gaps[1:] if not gap.strip()]
    usual = Counter(blank).most_common(1)[0][0] if blank else ""
    leads, rest = _leads(gaps, {chunk.origin for chunk in chunks})
    pieces: list[str] = []
    for number, chunk in enumerate(chunks):
        lead = usual if chunk.origin is None else leads[chunk.origin]
        if number == 0 and not lead.strip():
            lead = ""
        elif number and chunk.origin == 0:
            lead = lead or usual
        pieces += [lead, chunk.text if chunk.text.endswith(("\n", "\r")) else chunk.text + newline]
    return "".join([*pieces, rest])


def _leads(gaps: list[str], staying: set[int | None]) -> tuple[dict[int, str], str]:
    """What stands before each item that stays, and what is left after all: no comment between items is lost."""
    leads: dict[int, str] = {}
    carried = ""
    for index, gap in enumerate(gaps):
        if index in staying:
            leads[index] = carried + gap if gap.strip() or not carried else carried
            carried = ""
        elif gap.strip():
            carried += gap
    return leads, carried


def _rearranged_in_brackets(text: str, node: Node, opening: int, chunks: Sequence[Chunk]) -> Splice:
    stretches = bodies(text, node)
    start, end = opening + 1, node.end - 1
    if not stretches:
        return Splice(start, end, ", ".join(chunk.text for chunk in chunks))
    joints = [text[before[1] : after[0]] for before, after in pairwise(stretches)]
    plain = [joint for joint in joints if "#" not in joint]
    usual = Counter(plain).most_common(1)[0][0] if plain else ", "
    pieces: list[str] = []
    for before, chunk in zip([None, *chunks], chunks, strict=False):
        if before is not None:
            is_next = None not in (before.origin, chunk.origin) and chunk.origin == (before.origin or 0) + 1
            pieces.append(joints[chunk.origin - 1] if is_next and chunk.origin else usual)
        pieces.append(chunk.text)
    if not chunks:
        return Splice(start, end, "")
    return Splice(start, end, "".join([text[start : stretches[0][0]], *pieces, text[stretches[-1][1] : end]]))


def _end(text: str, head: int, value: Node) -> int:
    """Where the lines of an item end: with what stands behind it, and comments that are indented below it.

    Empty lines before such a comment are within the item too: outside, it could become words of a block before it.
    """
    end = line_end(text, max(head + 1, value.end))
    while (found := _comment_column(text, line := _past_blank_lines(text, end))) is not None:
        if found <= column(text, head):
            break
        end = line_end(text, line)
    return end


def _past_blank_lines(text: str, start: int) -> int:
    """The start of the first line from here that holds anything; the end of the text where none does."""
    while start < len(text) and not text[start : line_end(text, start)].strip():
        start = line_end(text, start)
    return start


def _start(text: str, head: int, floor: int) -> int:
    """Where the lines of an item begin: with its own comments; at its head if other things stand before that."""
    start = line_start(text, head)
    if text[start:head].strip():
        return head
    above = start
    while above > floor and _comment_column(text, previous := line_start(text, above - 1)) == column(text, head):
        above = previous
    # What stands at the top of a file speaks of the file.
    return start if above == 0 else above


def _comment_column(text: str, start: int) -> int | None:
    """The column of the comment that a line holds alone; None if it holds none."""
    line = text[start : line_end(text, start)]
    bare = line.lstrip(" ")
    return len(line) - len(bare) if bare.startswith("#") else None
