"""Texts as folded and literal blocks, and the breaking of long lines at spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.revise.habits import Habits
from briefwright.revise.scalars import Place, inline, reads_as

_HEADER = re.compile(r"[|>][-+0-9]*([ \t]+#[^\r\n]*)?")
_JOINT = re.compile(r"(?<=[^ \t]) (?=[^ \t])")
"""A space at which a line can end: a fold gives back this one space."""


def fresh(text: str, place: Place, habits: Habits) -> str:
    """A text as it is best written at a place: on one line, or as a block where it is long or has lines of its own."""
    is_long = "\n" in text or place.used + len(text) > habits.width
    if is_long and not place.brackets:
        for written in blocks(text, place, habits):
            if reads_as(written, text, place.column, ""):
                return written
    return inline(text, place, habits)


def blocks(text: str, place: Place, habits: Habits, indent: int | None = None, style: str = "") -> Iterator[str]:
    """A text as a block, in the nearest style first: folded, or literal if it has lines of its own that are short.

    Not every text can be read back from each.
    """
    body = text.rstrip("\n")
    ends = len(text) - len(body)
    # Editors take spaces from the ends of lines.
    if ends > 1 or not body or any(line != line.rstrip() for line in body.split("\n")):
        return
    indent = place.column + habits.step if indent is None else indent
    lines = body.split("\n")
    is_literal = len(lines) > 1 and all(indent + len(line) <= habits.width for line in lines)
    for kind in dict.fromkeys([style or ("|" if is_literal else ">"), "|" if is_literal else ">", "|"]):
        header = kind + (str(indent - place.column) if body[0] in " \n" else "") + ("" if ends else "-")
        written = lines if kind == "|" else folded(lines, habits.width - indent)
        yield habits.newline.join([header, *(" " * indent + line if line else "" for line in written)])


def comment_of(text: str, start: int) -> str:
    """The comment behind the header of the block that begins at an offset, with the spaces before it."""
    header = _HEADER.match(text, start)
    return header[1] or "" if header else ""


def around_comment(written: str, comment: str, newline: str) -> str:
    """What is written, with what stood behind it on its line behind the header if it is a block."""
    header, line_break, lines = written.partition(newline)
    return header + comment + line_break + lines


def folded(lines: list[str], width: int) -> list[str]:
    """The lines of a text as a folded block has them: broken at spaces, an empty line for each line break."""
    wrapped: list[str] = []
    for number, line in enumerate(lines):
        if number:
            wrapped.append("")
        if line:
            wrapped += wrap(line, width)
    return wrapped


def wrap(line: str, width: int) -> list[str]:
    """A line as lines of a width, as full as they can be."""
    words = _JOINT.split(line)
    lines = [words[0]]
    for word in words[1:]:
        if len(lines[-1]) + 1 + len(word) <= width:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines


def last_joint(line: str, start: int, limit: int) -> int | None:
    """Where a line from `start` on can best end so that it is within a limit; None if nowhere."""
    joints = [found.start() for found in _JOINT.finditer(line, start)]
    return max((joint for joint in joints if joint <= limit), default=joints[0] if joints else None)
