"""Where each character of a scalar was written, for every way in which YAML can write it.

A character's place is the stretch of the file that stands for it: one character, an escape, a doubled
quote, or the line break that was folded into a space.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.source.value import Scalar

Place = tuple[int, int]
_Written = tuple[str, int, int]
"""A character of the text, and the start and end of what stands for it in the file."""

_BREAK = re.compile(r"\r\n|\r|\n")
_BLANKS = re.compile(r"[ \t]+")
_FOLD = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t\r\n]*")
_ESCAPED_BREAK = re.compile(r"\\(?:\r\n|\r|\n)[ \t\r\n]*")
_ESCAPE = re.compile(r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|(.))")
_NAMED = dict(zip('0abt\tnvfre "/\\N_LP', '\0\a\b\t\t\n\v\f\r\x1b "/\\\x85\xa0\u2028\u2029', strict=True))
_HEADER = re.compile(r"[|>](?:([+-])|([1-9]))*[ \t]*(?:#[^\r\n]*)?(?:\r\n|\r|\n|$)")


def characters(text: str, scalar: Scalar) -> list[Place]:
    """The place of each character of a scalar's text, in character offsets of the file `text`.

    Empty if the scalar is nothing, or was not written in a way known here.
    """
    expected = scalar.text or ""
    for written in _readings(text, scalar):
        found = written[: len(expected)]
        if "".join(character for character, _, _ in found) == expected:
            return [(start, end) for _, start, end in found]
    return []


def _readings(text: str, scalar: Scalar) -> Iterator[list[_Written]]:
    if scalar.style in ("literal", "folded"):
        yield from _block_readings(text, scalar)
    elif scalar.style == "plain":
        yield list(_flow(text, scalar.start, scalar.end, ""))
    else:
        yield list(_flow(text, scalar.start + 1, scalar.end - 1, "'" if scalar.style == "single" else '"'))


def _flow(text: str, at: int, end: int, quote: str) -> Iterator[_Written]:
    while at < end:
        fold = _FOLD.match(text, at, end)
        if fold:
            yield from _folded_breaks(text, at, fold.end())
            at = fold.end()
            continue
        if quote == '"' and (escaped := _ESCAPED_BREAK.match(text, at, end)):
            breaks = list(_BREAK.finditer(text, at, escaped.end()))
            yield from (("\n", found.start(), found.end()) for found in breaks[1:])
            at = escaped.end()
            continue
        if blank := _BLANKS.match(text, at, end):
            yield from ((text[place], place, place + 1) for place in range(at, blank.end()))
            at = blank.end()
            continue
        character, width = _one(text, at, quote)
        yield character, at, at + width
        at += width


def _folded_breaks(text: str, at: int, end: int) -> Iterator[_Written]:
    first, *more = _BREAK.finditer(text, at, end)
    if not more:
        yield " ", first.start(), first.end()
    yield from (("\n", found.start(), found.end()) for found in more)


def _one(text: str, at: int, quote: str) -> tuple[str, int]:
    if quote == "'" and text.startswith("''", at):
        return "'", 2
    escape = _ESCAPE.match(text, at) if quote == '"' else None
    if escape is None:
        return text[at], 1
    named = escape.group(4)
    code = escape.group(1) or escape.group(2) or escape.group(3)
    return (_NAMED.get(named, named) if named else chr(int(code, 16))), escape.end() - at


def _block_readings(text: str, scalar: Scalar) -> Iterator[list[_Written]]:
    header = _HEADER.match(text, scalar.start)
    if header is None:
        return
    # How far the block is indented depends on what stands around it: the reading that gives the text is right.
    first = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))*( *)").match(text, header.end())
    usual = len(first.group(1)) if first else 0
    for indent in dict.fromkeys((usual, *range(1, usual + 1))):
        yield list(_block(text, header.end(), indent, is_folded=scalar.style == "folded"))


def _block(text: str, at: int, indent: int, *, is_folded: bool) -> Iterator[_Written]:
    follows_text = False
    pending, at = _blank_lines(text, at, indent)
    kept: _Written | None = None
    while at < len(text) and _column(text, at) == indent:
        begins_blank = text[at] in " \t"
        if kept is not None:
            if is_folded and follows_text and not begins_blank:
                if not pending:
                    yield " ", kept[1], kept[2]
            else:
                yield kept
        yield from pending
        follows_text = not begins_blank
        line_end = _BREAK.search(text, at)
        stop = line_end.start() if line_end else len(text)
        yield from ((text[place], place, place + 1) for place in range(at, stop))
        if line_end is None:
            return
        kept = ("\n", line_end.start(), line_end.end())
        pending, at = _blank_lines(text, line_end.end(), indent)
    if kept is not None:
        yield kept
    yield from pending


def _blank_lines(text: str, at: int, indent: int) -> tuple[list[_Written], int]:
    breaks: list[_Written] = []
    while True:
        begin = at
        while at < len(text) and at - begin < indent and text[at] == " ":
            at += 1
        found = _BREAK.match(text, at)
        if found is None:
            return breaks, at
        breaks.append(("\n", found.start(), found.end()))
        at = found.end()


def _column(text: str, at: int) -> int:
    return at - max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) - 1
