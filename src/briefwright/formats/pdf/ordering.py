"""Ordering: the items of a line as it shows them, from left to right."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.formats.pdf.items import Bit, HyphenBit
from briefwright.formats.pdf.linebreak import Item


def with_hyphen(items: Sequence[Item]) -> list[Item]:
    """The items of a line with a hyphen at the end of its last word."""
    for item in reversed(items):
        bit = item.content
        if isinstance(bit, Bit):
            rank = item.rank - (bit.joints is not None)
            return [*items, Item(bit.setting.hyphen.width, HyphenBit(bit.setting, bit.span), rank=rank)]
    return list(items)


def visual_order(items: Sequence[Item]) -> Sequence[Item]:
    """The items of a line from left to right, the parts of each word joined."""
    if not any(item.rank for item in items):
        return items
    return sorted(_joined(items), key=lambda item: item.rank)


def _joined(items: Sequence[Item]) -> list[Item]:
    """The items without the breaks that no line ends at."""
    joined: list[Item] = []
    for item in items:
        if item.is_break:
            continue
        before = joined[-1].content if joined else None
        if isinstance(item.content, Bit) and item.content.continues and isinstance(before, Bit):
            joined[-1] = joined[-1]._replace(content=_with(before, item.content), width=joined[-1].width + item.width)
        else:
            joined.append(item)
    return joined


def _with(bit: Bit, more: Bit) -> Bit:
    """A part of a word with the next one."""
    joints = bit.joints and more.joints and bit.joints._replace(after=more.joints.after)
    return bit._replace(text=bit.text + more.text, joints=joints)
