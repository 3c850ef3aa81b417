"""From the bytes of a YAML file to values that know their place; whatever could mislead is refused.

Every scalar is text, just as written: only an empty plain scalar, `~` and `null` are nothing.
"""

from __future__ import annotations

from collections.abc import Callable

from briefwright.diagnostics import Report, Span
from briefwright.source.build import build
from briefwright.source.forbidden import REMOVE_IT, forbidden
from briefwright.source.place import Lines
from briefwright.source.source import Source

LONGEST = 1 << 20
"""The most bytes that a file may have."""

_ENOUGH = 20
"""How many forbidden characters are told one by one: a file that is not text has thousands."""


def decode(data: bytes, file: str, report: Report) -> str | None:
    """The text of a file, without a byte order mark; None with a diagnostic if it is not readable as text."""
    if len(data) > LONGEST:
        report.add("BW104", Span(file), f"the file has {len(data)} bytes; at most {LONGEST} are read")
        return None
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        span = Lines(file, before).span(len(before), len(before))
        report.add("BW105", span, f"byte 0x{data[error.start]:02x} is not UTF-8", "save the file as UTF-8")
        return None
    return text


def read(text: str, file: str, report: Report) -> Source | None:
    """The values of a YAML text; None if the text cannot be read to its end.

    Duplicate keys, tags and the like are reported and passed over, so that the rest can still be checked.
    """
    lines = Lines(file, text)
    if len(text) > LONGEST:
        report.add("BW104", Span(file), f"the file has {len(text)} characters; at most {LONGEST} are read")
        return None
    found = forbidden(text)
    for offset, name in found[:_ENOUGH]:
        report.add("BW106", lines.span(offset, offset + 1), f"the character {name} is not allowed", REMOVE_IT)
    if found:
        return None
    root = build(text, _reporter(report, lines))
    return None if root is None else Source(file, text, root)


def _reporter(report: Report, lines: Lines) -> Callable[..., None]:
    def add(code: str, start: int, end: int, message: str, *hints: str) -> None:
        report.add(code, lines.span(start, end), message, *hints)

    return add
