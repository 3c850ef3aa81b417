"""White space of house text: runs of it count as one space, and none stands at the edges of a block.

What an author wrote keeps its own characters.
"""

from __future__ import annotations

import re
from dataclasses import replace

from briefwright.document.nodes import (
    Citation,
    Emphasis,
    Inline,
    InternalLink,
    LineBreak,
    Link,
    Note,
    Strong,
    Styled,
    Text,
)

_RUN = re.compile(r"[ \t\r\n]+")
_Inlines = tuple[Inline, ...]


def tidy(content: _Inlines) -> _Inlines:
    """The inlines of a block with the spaces of its house text in order."""
    forward, _ = _leading(content, at_start=True)
    return _trailing(forward, at_end=True)[0]


def _leading(content: _Inlines, *, at_start: bool) -> tuple[_Inlines, bool]:
    """Collapse runs and drop spaces after a space or at the start; the flag tells whether a space now stands last."""
    tidied: list[Inline] = []
    for inline in content:
        match inline:
            case Text(origin=origin) if origin.path is None:
                value = _RUN.sub(" ", inline.value)
                value = value.lstrip(" ") if at_start else value
                if value:
                    tidied.append(replace(inline, value=value))
                    at_start = value.endswith(" ")
            case Text():
                tidied.append(inline)
                at_start = inline.value.endswith(" ") if inline.value else at_start
            case InternalLink(content=()):
                tidied.append(inline)  # its words come later
                at_start = False
            case Emphasis() | Strong() | Styled() | Link() | InternalLink():
                inside, at_start = _leading(inline.content, at_start=at_start)
                tidied.append(replace(inline, content=inside))
            case Note():
                tidied.append(replace(inline, content=tidy(inline.content)))
                at_start = False
            case _:
                tidied.append(inline)
                at_start = isinstance(inline, LineBreak)
    return tuple(tidied), at_start


def _trailing(content: _Inlines, *, at_end: bool) -> tuple[_Inlines, bool]:
    """Drop spaces at the end, before a line break and before a call; the flag tells whether an end still follows."""
    tidied: list[Inline] = []
    for inline in reversed(content):
        match inline:
            case Text(origin=origin) if origin.path is None:
                value = inline.value.rstrip(" ") if at_end else inline.value
                if value:
                    tidied.append(replace(inline, value=value))
                    at_end = False
            case InternalLink(content=()):
                tidied.append(inline)
                at_end = False
            case Emphasis() | Strong() | Styled() | Link() | InternalLink():
                inside, at_end = _trailing(inline.content, at_end=at_end)
                tidied.append(replace(inline, content=inside))
            case _:
                tidied.append(inline)
                at_end = isinstance(inline, LineBreak | Citation | Note)
    return tuple(reversed(tidied)), at_end
