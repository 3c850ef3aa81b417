"""Where each value of a YAML text was written: its dash or key, its extent, and aliases at their own place."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import Literal

import yaml

from briefwright.source.value import Path

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Kind = Literal["scalar", "alias", "sequence", "mapping"]


@dataclass(frozen=True, slots=True)
class Node:
    """A value in the text: `start` and `end` are character offsets, the end excluded, an anchor included.

    `heads` has the offset of the dash or the key of each value below it; in brackets the values of a list have no
    dash, and begin at their own start. `keys` names the values of a mapping.
    """

    kind: Kind
    start: int
    end: int
    anchor: str | None = None
    is_flow: bool = False
    heads: tuple[int, ...] = ()
    keys: tuple[str, ...] = ()
    below: tuple[Node, ...] = ()

    def child(self, step: str | int) -> Node:
        """The value one step below; raises `LookupError` where there is none."""
        return self.below[step] if isinstance(step, int) else self.below[self.keys.index(step)]

    def steps(self) -> Iterator[tuple[str | int, Node]]:
        """The values one step below, each with its step."""
        return zip(self.keys or range(len(self.below)), self.below, strict=True)


def walk(root: Node) -> Iterator[tuple[Path, Node]]:
    """Every node with its path, in the order of the text."""
    pending: list[tuple[Path, Node]] = [((), root)]
    while pending:
        path, node = pending.pop()
        yield path, node
        pending += reversed([((*path, step), below) for step, below in node.steps()])


def layout(text: str) -> Node:
    """The outermost value of a YAML text that is known to be sound."""
    return _Builder(text).build()


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being read."""

    event: yaml.CollectionStartEvent
    values: list[Node] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    expects_key: bool = False


class _Builder:
    """Puts the parser's events, which know extents, together with its tokens, which know dashes and keys."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.dashes: list[int] = []
        self.keys: list[int] = []
        for token in yaml.scan(text, Loader=_LOADER):
            if isinstance(token, yaml.BlockEntryToken):
                self.dashes.append(token.start_mark.index)
            elif isinstance(token, yaml.KeyToken):
                self.keys.append(token.start_mark.index)

    def build(self) -> Node:
        """The outermost value."""
        frames: list[_Frame] = []
        root: Node | None = None
        for event in yaml.parse(self.text, Loader=_LOADER):
            if isinstance(event, yaml.CollectionStartEvent):
                frames.append(_Frame(event, expects_key=isinstance(event, yaml.MappingStartEvent)))
                continue
            if isinstance(event, yaml.CollectionEndEvent):
                root = self._collection(frames.pop(), event)
            elif isinstance(event, yaml.NodeEvent):
                root = self._leaf(event)
            else:
                continue
            if frames:
                self._enter(frames[-1], root, getattr(event, "value", ""))
        if root is None:
            raise ValueError("a text without a value has no layout")
        return root

    def _enter(self, frame: _Frame, node: Node, text: str) -> None:
        if frame.expects_key:
            frame.names.append(text)
            frame.heads.append(self.keys[bisect_right(self.keys, node.start) - 1])
        else:
            frame.values.append(node)
        if isinstance(frame.event, yaml.MappingStartEvent):
            frame.expects_key = not frame.expects_key

    def _leaf(self, event: yaml.NodeEvent) -> Node:
        start, end = _extent(event)
        if isinstance(event, yaml.AliasEvent):
            return Node("alias", start, end, event.anchor)
        if getattr(event, "style", None) in ("|", ">"):
            end = start + len(self.text[start:end].rstrip())
        return Node("scalar", start, max(start, end), event.anchor)

    def _collection(self, frame: _Frame, event: yaml.CollectionEndEvent) -> Node:
        start, is_flow = _extent(frame.event)[0], bool(frame.event.flow_style)
        is_mapping = isinstance(frame.event, yaml.MappingStartEvent)
        if not is_mapping:
            frame.heads = [value.start for value in frame.values] if is_flow else self._dashes(frame, start)
        end = _extent(event)[1] if is_flow else max(start, *(head + 1 for head in frame.heads))
        end = max([end, *(value.end for value in frame.values)])
        return Node(
            "mapping" if is_mapping else "sequence",
            start,
            end,
            frame.event.anchor,
            is_flow,
            tuple(frame.heads),
            tuple(frame.names),
            tuple(frame.values),
        )

    def _dashes(self, frame: _Frame, start: int) -> list[int]:
        # All dashes of a list stand in one column, and what is nested in it stands further to the right.
        later = self.dashes[bisect_left(self.dashes, start) :]
        own = (dash for dash in later if column(self.text, dash) == column(self.text, later[0]))
        return list(islice(own, len(frame.values)))


def _extent(event: yaml.Event) -> tuple[int, int]:
    if event.start_mark is None or event.end_mark is None:
        raise ValueError("an event of a text has its place")
    return event.start_mark.index, event.end_mark.index


def column(text: str, offset: int) -> int:
    """The column of an offset, from 0."""
    return offset - line_start(text, offset)


def line_start(text: str, offset: int) -> int:
    """Where the line of an offset begins."""
    return max(text.rfind("\n", 0, offset), text.rfind("\r", 0, offset)) + 1


_LINE_END = re.compile(r"\r\n|\r|\n|\Z")


def line_stop(text: str, offset: int) -> int:
    """Where the line of an offset ends, before its line break."""
    found = _LINE_END.search(text, offset)
    return found.start() if found else len(text)


def line_end(text: str, offset: int) -> int:
    """Where the line of an offset ends, after its line break."""
    found = _LINE_END.search(text, offset)
    return found.end() if found else len(text)
