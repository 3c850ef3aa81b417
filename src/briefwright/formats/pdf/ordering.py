"""Ordering: words of scripts that run from right to left, put where a line shows them.

The text around them runs from left to right. Within a word the shaping has ordered the letters already.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from briefwright.formats.pdf.direction import is_right_to_left
from briefwright.formats.pdf.items import Bit
from briefwright.formats.pdf.linebreak import Item


def visual_order(items: Sequence[Item]) -> Sequence[Item]:
    """The items of a line from left to right: stretches of words that run to the left are turned round."""
    if not any(_is_turned(item) for item in items):
        return items
    words = _words(items)
    ordered: list[Item] = []
    place = 0
    while place < len(words):
        end = _end_of_stretch(words, place)
        stretch = reversed(words[place:end]) if end > place else words[place : place + 1]
        ordered += [item for word in stretch for item in word]
        place = max(end, place + 1)
    return ordered


def _end_of_stretch(words: Sequence[Sequence[Item]], start: int) -> int:
    """Where the words that run to the left from here end: with the last of them before any that runs to the right."""
    end = start
    for place in range(start, len(words)):
        item = words[place][0]
        if _is_turned(item):
            end = place + 1
        elif end == start or _runs_right(item):
            break
    return end


def _words(items: Sequence[Item]) -> list[list[Item]]:
    """The items with the parts of each word together."""
    words: list[list[Item]] = []
    for item in items:
        joins = item.is_break or (isinstance(item.content, Bit) and item.content.continues)
        if joins and words:
            words[-1].append(item)
        else:
            words.append([item])
    return words


def _is_turned(item: Item) -> bool:
    return isinstance(item.content, Bit) and is_right_to_left(item.content.text)


def _runs_right(item: Item) -> bool:
    """Whether an item is of a script that runs from left to right, or is no text at all."""
    if not isinstance(item.content, Bit):
        return True
    return any(unicodedata.bidirectional(char) == "L" for char in item.content.text)
