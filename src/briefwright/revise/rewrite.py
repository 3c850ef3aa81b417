"""Another text for a scalar, written with as few changes as its style allows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.revise.blocks import around_comment, blocks, comment_of, last_joint
from briefwright.revise.habits import USUAL_WIDTH, Habits
from briefwright.revise.layout import column, line_start, line_stop
from briefwright.revise.scalars import STRING, Place, double, ends_early, inline, is_seen, kind_of, quoted, reads_as
from briefwright.revise.splices import Splice, spliced
from briefwright.revise.words import matcher
from briefwright.source.characters import characters
from briefwright.source.value import Scalar

_TOKENS = re.compile(r"\s|\S+")
_LINES = re.compile(r"\n+")
_REST = re.compile(r"[^\r\n]*(?:(?:\r\n|\r|\n)[ \t]*(?=[\r\n]|\Z))*")
_CHOMPING = re.compile(r"(?<=[|>0-9])[+-]|(?<=[|>])(?![0-9+-])|(?<=[|>][0-9])(?![+-])")
_UNWRAPPED = USUAL_WIDTH + 20
"""A block with a longer line than this is taken for one that its author does not wrap."""


def rewrite(text: str, scalar: Scalar, new: str, place: Place, habits: Habits) -> Splice:
    """The splice that gives a scalar of the file `text` another text: the first way of writing it that reads so."""
    for splice in _ways(text, scalar, new, place, habits):
        rest = _REST.match(text, splice.end)
        if reads_as(splice.new, new, place.column, place.brackets, rest[0] if rest else ""):
            return splice
    raise ValueError(f"no way was found to write {new!r}")


def _ways(text: str, scalar: Scalar, new: str, place: Place, habits: Habits) -> Iterator[Splice]:
    """The ways to write a new text, the nearest to the present one first."""
    start, end, old = scalar.start, scalar.end, scalar.text or ""
    is_block = scalar.style in ("literal", "folded")
    comment = comment_of(text, start) if is_block else ""
    if scalar.style != "plain" or (_stays_plain(old, new) and not ends_early(new, place)):
        if not is_block and not place.brackets and "\n" in new and "\n" not in old:
            yield from _as_blocks(text, scalar, new, place, habits)
        edited = _edited(text, scalar, new, place, habits)
        if edited is not None:
            wrapped = _wrapped(text, scalar, *edited, habits)
            if not is_block and not place.brackets and _outgrows(text, scalar, wrapped, habits):
                yield from _as_blocks(text, scalar, new, place, habits)
            yield Splice(start, end, wrapped)
            yield Splice(start, end, edited[0])
    if is_block:
        indent = _indent(text, scalar, place, habits)
        style = "|" if scalar.style == "literal" else ">"
        for written in blocks(new, place, habits, indent, style):
            yield Splice(start, end, around_comment(written, comment, habits.newline))
    elif not place.brackets and ("\n" in new or place.used + len(new) > habits.width):
        yield from _as_blocks(text, scalar, new, place, habits)
    if scalar.style == "plain":
        yield Splice(start, end, inline(new, place, habits))
    preferred = "'" if scalar.style == "single" else '"' if scalar.style == "double" else habits.quote
    yield from (Splice(start, end, written + comment) for written in quoted(new, preferred))


def _stays_plain(old: str, new: str) -> bool:
    """Whether another reader takes the new text for text, or for what it took the old one for."""
    if new.startswith(("---", "...")):
        return False
    return is_seen(new.replace("\n", "")) and kind_of(new) in (STRING, kind_of(old))


def _as_blocks(text: str, scalar: Scalar, new: str, place: Place, habits: Habits) -> Iterator[Splice]:
    """The new text as a block: a comment behind the scalar stays in its line, behind the header."""
    stop = line_stop(text, scalar.end)
    for written in blocks(new, place, habits):
        yield Splice(scalar.start, stop, around_comment(written, text[scalar.end : stop], habits.newline))


def _edited(text: str, scalar: Scalar, new: str, place: Place, habits: Habits) -> tuple[str, list[int]] | None:
    """The scalar with only the changed words exchanged, and the offsets at which changes end in what is written."""
    old = scalar.text or ""
    places = characters(text, scalar)
    splices: list[Splice] = []
    if scalar.style in ("literal", "folded"):
        ends = len(new) - len(new.rstrip("\n"))
        if ends != len(old) - len(old.rstrip("\n")):
            chomping = _CHOMPING.search(text, scalar.start)
            if chomping is None or ends > 1:
                return None
            splices.append(Splice(*chomping.span(), "" if ends else "-"))
        old, new = old.rstrip("\n"), new.rstrip("\n")
        if new != new.rstrip():
            return None
    if not places or not old:
        return None
    indent = _indent(text, scalar, place, habits)
    for begin, end, piece in _changes(old, new):
        start, stop = _stretch(text, places, begin, end, len(old))
        splices.append(Splice(start, stop, _encoded(piece, scalar.style, habits.newline, " " * indent)))
    ends_of_changes: list[int] = []
    shift = -scalar.start
    for splice in sorted(splices):
        shift += len(splice.new) - (splice.end - splice.start)
        ends_of_changes.append(splice.end + shift)
    return spliced(text, splices, scalar.start, scalar.end), ends_of_changes


def _changes(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """The stretches of the old text that change, by whole words, each with what comes in its place."""
    before, after = _TOKENS.findall(old), _TOKENS.findall(new)
    offsets = [0]
    for token in before:
        offsets.append(offsets[-1] + len(token))
    for tag, i1, i2, j1, j2 in matcher(before, after).get_opcodes():
        if tag != "equal":
            yield offsets[i1], offsets[i2], "".join(after[j1:j2])


def _stretch(text: str, places: list[tuple[int, int]], begin: int, end: int, length: int) -> tuple[int, int]:
    """Where the characters from `begin` to `end` were written, with the indentation behind a line break at the end."""

    def is_break(index: int) -> bool:
        return text[places[index][0]] in "\r\n"

    if begin == end:
        follows_break = begin < length and (begin == 0 or is_break(begin - 1))
        at = places[begin][0] if follows_break else places[begin - 1][1]
        return at, at
    last = places[end][0] if end < length and is_break(end - 1) else places[end - 1][1]
    return places[begin][0], last


def _encoded(piece: str, style: str, newline: str, indent: str) -> str:
    if style == "double":
        return double(piece)[1:-1]
    if style == "single":
        piece = piece.replace("'", "''")
    extra = 0 if style == "literal" else 1
    return _LINES.sub(lambda found: newline * (len(found[0]) + extra) + indent, piece)


def _indent(text: str, scalar: Scalar, place: Place, habits: Habits) -> int:
    """The column of the scalar's further lines."""
    lines = text[scalar.start : scalar.end].splitlines()
    further = next((line for line in lines[1:] if line.strip()), None)
    return place.column + habits.step if further is None else len(further) - len(further.lstrip(" "))


def _outgrows(text: str, scalar: Scalar, written: str, habits: Habits) -> bool:
    """Whether a text that stood on one line of usual length no longer does."""
    start, stop = line_start(text, scalar.start), line_stop(text, scalar.end)
    was_one_line = len(text[scalar.start : scalar.end].splitlines()) < 2
    return was_one_line and stop - start <= habits.width < scalar.start - start + len(written)


def _wrapped(text: str, scalar: Scalar, written: str, changes: list[int], habits: Habits) -> str:
    """What is written, with lines that a change made too long broken at spaces, and no others."""
    present = text[scalar.start : scalar.end].splitlines()
    used = column(text, scalar.start)
    longest = max(used + len(present[0]), *(len(line) for line in present[1:]), 0)
    if scalar.style == "literal" or len(present) < 2 or longest > _UNWRAPPED:
        return written
    limit = max(habits.width, longest)
    lines = (" " * used + written).splitlines(keepends=True)
    changed = {len(written[:offset].splitlines()) - 1 for offset in changes if offset}
    for number in sorted(changed, reverse=True):
        if number or scalar.style != "folded":
            _break_line(lines, number, used if number == 0 else 0, limit, habits.newline)
    return "".join(lines)[used:]


def _break_line(lines: list[str], number: int, start: int, limit: int, newline: str) -> None:
    """Break a line that is too long; the next line takes what is over if it has room, else a line of its own does."""
    line = lines[number].rstrip("\r\n")
    indent = _indentation(lines[number] if number or len(lines) < 2 else lines[1])
    joint = last_joint(line, max(start, len(_indentation(line)) + 1), limit)
    if len(line) <= limit or joint is None:
        return
    over = line[joint + 1 :]
    end = lines[number][len(line) :]
    lines[number] = line[:joint] + newline
    following = lines[number + 1] if number + 1 < len(lines) else ""
    if following.strip() and len(following.rstrip("\r\n")) + len(over) + 1 <= limit:
        lines[number + 1] = indent + over + " " + following.lstrip(" ")
    else:
        lines.insert(number + 1, indent + over + end)
        _break_line(lines, number + 1, 0, limit, newline)


def _indentation(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]
