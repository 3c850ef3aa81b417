"""The counts of lists that both versions have: an item that stayed goes on being counted with its list."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from briefwright.document.differences import words
from briefwright.formats.docx.redline.tree import child, elements
from briefwright.formats.docx.xml import Element


def unify(old: Iterable[Element], new: Iterable[Element], definitions: dict[str, str]) -> None:
    """Let the lists of the old version count as those of the new one that they became.

    `definitions` has the number of the definition of each count. Lists of one definition that have the most words in
    common are the same list; each list of either version is at most one of the other.
    """
    olds, news = _lists(old), _lists(new)
    pairs = [
        ((olds[a].words & news[b].words).total(), -place, a, b)
        for a in olds
        for place, b in enumerate(news)
        if definitions[a] == definitions[b]
    ]
    became: dict[str, str] = {}
    taken: set[str] = set()
    for _, _, a, b in sorted(pairs, reverse=True):
        if a not in became and b not in taken:
            became[a] = b
            taken.add(b)
    for a, found in olds.items():
        for number in found.numbers:
            number.attributes["w:val"] = became.get(a, a)


class _List:
    """The words of a list, and the elements that name its count."""

    def __init__(self) -> None:
        self.words: Counter[str] = Counter()
        self.numbers: list[Element] = []


def _lists(content: Iterable[Element]) -> dict[str, _List]:
    found: dict[str, _List] = defaultdict(_List)
    for paragraph in elements(content):
        properties = child(paragraph, "w:pPr") if paragraph.name == "w:p" else None
        numbered = child(properties, "w:numPr") if properties else None
        number = child(numbered, "w:numId") if numbered else None
        if number is not None and number.attributes["w:val"] != "0":
            one = found[number.attributes["w:val"]]
            one.numbers.append(number)
            one.words.update(word for e in elements([paragraph]) if e.name == "w:t" for word in words(e.text))
    return found
