"""Markup that prose fields cannot hold: blocks, HTML, and links to addresses of other kinds than the allowed ones."""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from briefwright.brief.citation_syntax import OriginOf
from briefwright.diagnostics import Report

SCHEMES = ("http", "https", "mailto")
"""The kinds of address that a link may lead to."""

_TAGS = (
    "a abbr b big blockquote br center cite code del div em font h1 h2 h3 h4 h5 h6 hr i iframe img ins li mark ol p "
    "pre s script small span strong style sub sup table tbody td th thead tr u ul"
)
_HTML = re.compile(rf"<(?:!--|/?(?:{_TAGS.replace(' ', '|')})(?=[\s/>]))[^<>]*>?", re.IGNORECASE)
_ENTITY = re.compile(r"&(?:#\d{1,7};|#[xX][0-9a-fA-F]{1,6};|[A-Za-z][A-Za-z0-9]{1,31};)")
_ADDRESS = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.*)", re.DOTALL)
_BLOCK = re.compile(r"^[ \t]*(?P<mark>#{1,6}|[-*+]|\d{1,2}[.)]|>(?![ \t]*\d))[ \t]+", re.MULTILINE)
_PARAGRAPHS = re.compile(r"\n[ \t]*\n\s*")


_BLOCK_NAMES = {"#": "a heading", ">": "a block quotation", "-": "a list", "*": "a list", "+": "a list"}


def report_blocks(text: str, start: int, end: int, origin: OriginOf, report: Report) -> None:
    """Report headings, lists, quotations and empty lines in a stretch of prose."""
    for mark in _BLOCK.finditer(text, 0, end):
        name = _BLOCK_NAMES.get(mark["mark"][0], "a numbered list")
        span = origin(mark.start("mark"), mark.end("mark")).span
        hint = "use the brief's own fields for headings, lists and quotations"
        report.add("BW507", span, f'"{mark["mark"]}" would start {name}, which prose cannot hold', hint)
    for gap in _PARAGRAPHS.finditer(text, start, end):
        span = origin(gap.start(), gap.end()).span
        report.add(
            "BW512", span, "an empty line does not start a paragraph here", "write each paragraph as its own item"
        )


def html_problem(text: str, at: int, end: int) -> tuple[int, str] | None:
    """Where the HTML tag or entity that starts here ends, and what to write instead; None if there is none."""
    tag = _HTML.match(text, at, end)
    if tag is not None:
        return tag.end(), "use *emphasis*, **strong** or [words](address), or write \\< for the sign"
    entity = _ENTITY.match(text, at, end)
    if entity is not None and (entity[0][1] == "#" or entity[0][1:] in html5):
        return entity.end(), f"write the character itself: {unescape(entity[0])}"
    return None


def address_problem(address: str) -> tuple[str, str] | None:
    """What is wrong with the address of a link, and what to do about it; None if it may be used."""
    parts = _ADDRESS.fullmatch(address)
    if parts is None:
        return f'"{address}" is not a whole address', "write it with its scheme, as in https://example.org/page"
    scheme, rest = parts["scheme"].lower(), parts["rest"]
    if scheme not in SCHEMES:
        return f'links may not use the scheme "{scheme}"', f"use one of {', '.join(SCHEMES)}"
    whole = "@" in rest if scheme == "mailto" else re.match(r"//[^/?#]", rest) is not None
    if not whole:
        return f'"{address}" is not a whole address', "write it as https://example.org/page or mailto:name@example.org"
    return None
