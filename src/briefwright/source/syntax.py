"""What a YAML parser's complaint means to somebody who writes a brief."""

from __future__ import annotations

import re
from typing import NamedTuple

import yaml

_QUOTE_IT = 'put the whole text in quotes, or begin it on the next line after ">-"'


class _Cause(NamedTuple):
    """A usual cause of a complaint: how to know it, what to say, what to do, and whether to point at its beginning.

    It is known by patterns of the complaint and of the text at its place.
    """

    problem: str
    at: str
    message: str
    hint: str
    at_context: bool = False


_CAUSES = (
    _Cause("cannot start any token", r"\t", "a tab stands where only spaces may", "indent with spaces"),
    _Cause("tab character", "", "a tab stands where only spaces may", "indent with spaces"),
    _Cause("cannot start any token", r"[@`%|>]", 'a text cannot begin with "{}" here', _QUOTE_IT),
    _Cause("mapping values are not allowed", "", "a colon is read as the end of a key here",
           _QUOTE_IT + "; if it is a key, check how far its line is indented"),
    _Cause("unexpected end of stream|unexpected document", "['\"]", "this quotation mark is never closed",
           "close it; write '' for an apostrophe inside single quotes", at_context=True),
    _Cause("unknown escape character", "", "a backslash in double quotes begins no known escape",
           "write two backslashes, or use single quotes"),
    _Cause("escape code|hexdecimal|expected escape sequence", "", "a backslash escape is broken",
           "write two backslashes, or use single quotes"),
    _Cause("could not find expected ':'", "", "a line that should be a key has no colon",
           "write key: value, or indent the line to make it part of the text above", at_context=True),
    _Cause(r"expected ',' or '[\]}]'", "", "a list or mapping in brackets is not closed, or lacks a comma",
           "put a text that begins with a bracket in quotes", at_context=True),
    _Cause("alphabetic or numeric character", "", "a text cannot begin with * or & here", _QUOTE_IT, at_context=True),
    _Cause("sequence entries are not allowed", "", "a list item cannot begin here",
           "begin the list on a line of its own"),
    _Cause("expected key|<block end>, but found '<scalar>'", "(?<=[^\\s#]).|(?<=[^\\s#] ).",
           "text goes on after a value has ended",
           "put the whole text in quotes; write '' for an apostrophe inside single quotes"),
    _Cause("expected '-' indicator|<block end>, but found '-'|expected key|<block end>", "",
           "this line does not fit what stands above it",
           "indent the fields of one mapping, and the items of one list, by the same number of spaces"),
    _Cause("expected the node content|expected node content", "", "a value is missing here",
           "put a text that begins with a bracket or a special character in quotes"),
)  # fmt: skip


def explain(error: yaml.MarkedYAMLError, text: str) -> tuple[int, int, str, str]:
    """Where a parse error stands (start and end), what is wrong in plain words, and what to do."""
    problem = error.problem or "it cannot be read"
    offset = min(error.problem_mark.index if error.problem_mark else 0, len(text))
    context = min(error.context_mark.index, len(text)) if error.context_mark else offset
    for cause in _CAUSES:
        place = context if cause.at_context else offset
        if re.search(cause.problem, problem) and re.compile(cause.at).match(text, place):
            return place, place + 1, cause.message.replace("{}", text[place : place + 1]), cause.hint
    return offset, offset + 1, f"this is not YAML: {problem}", "put texts with special characters in quotes"
