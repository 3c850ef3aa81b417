"""What stands between the brackets of a citation: `see @id, art. 4, and more; @other, pp. 3-5`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from briefwright.diagnostics import Report
from briefwright.document.nodes import CitedSource, Origin

OriginOf = Callable[[int, int], Origin]
"""The origin of the characters of a field from the first offset to the second, the end excluded."""

LABELS: Mapping[str, tuple[str, ...]] = {
    "page": ("p", "pp", "pg", "pgs", "page", "pages"),
    "paragraph": ("para", "paras", "par", "pars", "paragraph", "paragraphs", "¶", "¶¶"),
    "section": ("§", "§§", "sec", "secs", "sect", "section", "sections"),
    "article": ("art", "arts", "article", "articles"),
    "chapter": ("ch", "chs", "chap", "chaps", "chapter", "chapters"),
    "figure": ("fig", "figs", "figure", "figures"),
    "table": ("table", "tables", "tab"),
    "timestamp": ("timestamp", "time"),
    "line": ("l", "ll", "line", "lines"),
    "note": ("n", "nn", "note", "notes"),
}
"""The kinds of place in a source, each with the words that authors write for it."""

_KIND = {word: kind for kind, words in LABELS.items() for word in words}
_WORDS = "|".join(sorted(map(re.escape, _KIND), key=len, reverse=True))
_LABEL = rf"[\s,]*(?P<label>(?i:{_WORDS}))(?:\.|(?<=[§¶])|\b)\s*"
_NUMBER = r"(?:[^\s,;]*\d[^\s,;]*|(?:[ivxl]|[ivxlcdm]{2,}|[A-Z]+)(?![^\W\d_]))"
_MORE = r"(?:\s*,\s*|\s*&\s*|\s+(?:and|et|to|à)\s+)[^\W\d_]?\d[^\s,;]*"
_NUMBERS = rf"{_NUMBER}(?:\s*[-–]\s*{_NUMBER}|{_MORE})*"
_WITHIN = rf"(?:\s*,\s*(?i:{_WORDS})(?:\.|(?<=[§¶])|\b)\s*{_NUMBERS})*"
_LABELLED = re.compile(rf"{_LABEL}(?P<numbers>{_NUMBERS}{_WITHIN})")
_LABEL_ALONE = re.compile(rf"\s*,{_LABEL}$")
_BARE_PAGE = re.compile(r"\s*,\s*(?P<numbers>\d+(?:\s*[-–]\s*\d+)?)(?=\s*(?:,|$))")
_KEY = re.compile(r"@(?P<id>\w(?:[\w:./+-]*\w)?)")

IS_CITATION = re.compile(r"(?<=[\s;\-\[])@")
"""Found in the text between two brackets, it tells a citation from words in brackets."""

FORM = "write it as [@source-id, p. 4], several separated by semicolons"


def parse_citation(text: str, start: int, end: int, origin: OriginOf, report: Report) -> tuple[CitedSource, ...] | None:
    """The sources called between two brackets, or None, with a report, when the syntax is broken."""
    sources: list[CitedSource] = []
    sound = True
    for first, last in _parts(text, start, end):
        source = _part(text, first, last, origin, report)
        if source is None:
            sound = False
        else:
            sources.append(source)
    return tuple(sources) if sound else None


def _parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    first = start
    while (cut := text.find(";", first, end)) != -1:
        yield _trimmed(text, first, cut)
        first = cut + 1
    yield _trimmed(text, first, end)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without the space around its words; unchanged where it has none."""
    words = text[start:end].strip()
    first = text.find(words, start) if words else start
    return first, first + len(words) if words else end


def _part(text: str, start: int, end: int, origin: OriginOf, report: Report) -> CitedSource | None:
    keys = [*_KEY.finditer(text, start, end)]
    problem = _problem(text, start, end, keys)
    if problem is not None:
        report.add("BW503", origin(start, max(end, start + 1)).span, *problem)
        return None
    key = keys[0]
    locator, label, rest = _locator(text, key.end(), end)
    return CitedSource(
        source=key["id"],
        locator=locator,
        locator_label=label,
        origin=origin(key.start(), key.end()),
        prefix=" ".join(text[start : key.start()].split()),
        suffix=" ".join(text[rest:end].split()),
    )


def _problem(text: str, start: int, end: int, keys: list[re.Match[str]]) -> tuple[str, str] | None:
    words = text[start:end]
    if not words.strip():
        return "this citation has an empty part", "remove the semicolon that calls nothing"
    if not keys:
        place = _LABELLED.fullmatch(text, start, end) is not None
        return f'"{words}" names no source', "join it to its source with a comma" if place else FORM
    if len(keys) > 1:
        return f'"{words}" names two sources at once', "separate them with a semicolon"
    before = text[keys[0].start() - 1] if keys[0].start() > start else " "
    if before == "-":
        return f'"-{keys[0][0]}" leaves out the author, which notes do not do', f"write [{keys[0][0]}]"
    if not before.isspace():
        return f'"{words}" is not a citation', FORM
    return _locator_problem(text, keys[0].end(), end)


def _locator_problem(text: str, start: int, end: int) -> tuple[str, str] | None:
    label = _LABEL_ALONE.match(text, start, end)
    if label is None:
        return None
    return f'"{label["label"]}" is followed by no number', f"write the {_KIND[label['label'].lower()]} after it"


def read_locator(text: str) -> tuple[str, str] | None:
    """The place and its kind when a text names both (`art. 4`), or None."""
    locator, label, rest = _locator(text, 0, len(text))
    return None if locator is None or label is None or rest < len(text) else (locator, label)


def _locator(text: str, start: int, end: int) -> tuple[str | None, str | None, int]:
    """The place in the source, its kind, and the offset from which the suffix runs.

    A place within a place (`ch. IV, para. 2`) is kept in the words of the author.
    """
    labelled = _LABELLED.match(text, start, end)
    if labelled is not None:
        return _plain(labelled["numbers"]), _KIND[labelled["label"].lower()], labelled.end()
    bare = _BARE_PAGE.match(text, start, end)
    if bare is not None:
        return _plain(bare["numbers"]), "page", bare.end()
    return None, None, start


def _plain(numbers: str) -> str:
    return " ".join(numbers.split()).rstrip(".")
