"""From YAML's events to a tree of values, without recursion and within bounds.

PyYAML's own composer recurses, resolves types and lets a later key win; none of that is wanted here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from briefwright.source.forbidden import REMOVE_IT, forbidden
from briefwright.source.syntax import explain
from briefwright.source.value import Entry, Mapping, Scalar, ScalarStyle, Sequence, Value

DEEPEST = 40
"""How many lists and mappings may stand inside one another."""

MOST_VALUES = 100_000
"""How many values a file may hold, those that aliases repeat included."""

MOST_PROBLEMS = 100
"""How many problems of keys and tags are told before reading stops."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_STYLES: dict[str | None, ScalarStyle] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_NOTHING = frozenset({"", "~", "null"})
_PROPERTIES = re.compile(r"(?:[&!][^\s,\[\]{}]*(?:[ \t\r\n]+(?:#[^\r\n]*)?)*)*")


class Tell(Protocol):
    """Takes a problem: its code, where it starts and ends in the text, what is wrong, what to do."""

    def __call__(self, code: str, start: int, end: int, message: str, *hints: str) -> None:
        """Record the problem."""


class _BeyondBoundsError(Exception):
    """The file goes beyond a bound; the problem has been told."""


@dataclass(frozen=True, slots=True)
class _Anchored:
    """A finished value with its extent: the values in it and the levels below it."""

    value: Value
    count: int
    height: int


@dataclass(slots=True)
class _Frame:
    """A list or mapping that is being read."""

    is_mapping: bool
    start: int
    anchor: str | None
    items: list[Value] = field(default_factory=list)
    entries: dict[str, Entry] = field(default_factory=dict)
    key: Scalar | None = None
    expects_key: bool = True
    count: int = 1
    height: int = 1

    @property
    def end_of_content(self) -> int:
        """Where the last value inside ends; the start if there is none."""
        if self.is_mapping:
            return max((max(entry.key.end, entry.value.end) for entry in self.entries.values()), default=self.start)
        return max((item.end for item in self.items), default=self.start)


def build(text: str, tell: Tell) -> Value | None:
    """The tree of a YAML text; None if it cannot be read to its end."""
    builder = _Builder(text, tell)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            if builder.documents > 1:
                break
            builder.take(event)
    except yaml.MarkedYAMLError as error:
        tell("BW101", *explain(error, text))
        return None
    except _BeyondBoundsError:
        return None
    if builder.root is None or builder.root == Scalar(None, "plain", builder.root.start, builder.root.end):
        tell("BW109", 0, 0, "the file holds nothing")
        return None
    return builder.root


def _start_of(event: yaml.Event) -> int:
    return event.start_mark.index if event.start_mark else 0


def _end_of(event: yaml.Event) -> int:
    return event.end_mark.index if event.end_mark else 0


class _Builder:
    """Takes events one by one and keeps the lists and mappings that are still open."""

    def __init__(self, text: str, tell: Tell) -> None:
        self.text = text
        self.tell = tell
        self.root: Value | None = None
        self.documents = 0
        self._open: list[_Frame] = []
        self._anchors: dict[str, _Anchored | None] = {}
        self._count = 0
        self._told = 0

    def take(self, event: yaml.Event) -> None:
        """Take the next event; raises `_BeyondBoundsError` beyond a bound."""
        if isinstance(event, yaml.DocumentStartEvent):
            self._begin_document(event)
        elif isinstance(event, yaml.ScalarEvent):
            self._take_scalar(event)
        elif isinstance(event, yaml.AliasEvent):
            self._take_alias(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            self._begin_collection(event)
        elif isinstance(event, yaml.CollectionEndEvent):
            self._end_collection(event)

    def _complain(self, code: str, start: int, end: int, message: str, *hints: str) -> None:
        self._told += 1
        if self._told == MOST_PROBLEMS:
            self.tell(code, start, end, f"{message}; reading stops here, after {MOST_PROBLEMS} problems", *hints)
            raise _BeyondBoundsError
        self.tell(code, start, end, message, *hints)

    def _begin_document(self, event: yaml.DocumentStartEvent) -> None:
        self.documents += 1
        if self.documents > 1:
            start = _start_of(event)
            self._complain("BW108", start, start + 3, "a second document begins here", "keep one document in a file")

    def _take_scalar(self, event: yaml.ScalarEvent) -> None:
        start = self._start(event)
        style = _STYLES.get(event.style, "plain")
        nothing = style == "plain" and event.value in _NOTHING
        end = max(start, _end_of(event))
        if style in ("literal", "folded"):
            end = start + len(self.text[start:end].rstrip())
        for _, name in forbidden(event.value) if style == "double" else ():
            self._complain("BW106", start, end, f"the text holds the character {name}, which is not allowed", REMOVE_IT)
        self._finish(_Anchored(Scalar(None if nothing else event.value, style, start, end), 1, 0), event.anchor)

    def _take_alias(self, event: yaml.AliasEvent) -> None:
        start, end = _start_of(event), _end_of(event)
        found = self._anchors.get(event.anchor or "")
        if found is None:
            problem = "stands inside the value it repeats" if event.anchor in self._anchors else "has no anchor"
            self._complain(
                "BW101", start, end, f'the alias "*{event.anchor}" {problem}', "put text that begins with * in quotes"
            )
            found = _Anchored(Scalar(None, "plain", start, end), 1, 0)
        if len(self._open) + found.height > DEEPEST:
            self._refuse_depth(start)
        if self._count + found.count > MOST_VALUES:
            self._complain("BW107", start, end, f"aliases repeat more than {MOST_VALUES} values")
            raise _BeyondBoundsError
        self._count += found.count
        self._finish(found, None, is_alias=True)

    def _begin_collection(self, event: yaml.CollectionStartEvent) -> None:
        if len(self._open) >= DEEPEST:
            self._refuse_depth(_start_of(event))
        if event.anchor is not None:
            self._anchors[event.anchor] = None
        start = self._start(event)
        self._open.append(_Frame(isinstance(event, yaml.MappingStartEvent), start, event.anchor))

    def _end_collection(self, event: yaml.CollectionEndEvent) -> None:
        frame = self._open.pop()
        is_flow = _end_of(event) > _start_of(event)
        end = _end_of(event) if is_flow else frame.end_of_content
        value = (
            Mapping(tuple(frame.entries.values()), frame.start, end)
            if frame.is_mapping
            else Sequence(tuple(frame.items), frame.start, end)
        )
        self._finish(_Anchored(value, frame.count, frame.height), frame.anchor)

    def _finish(self, done: _Anchored, anchor: str | None, *, is_alias: bool = False) -> None:
        self._count += not is_alias
        if self._count > MOST_VALUES:
            self._complain(
                "BW104", done.value.start, done.value.start, f"the file holds more than {MOST_VALUES} values"
            )
            raise _BeyondBoundsError
        if anchor is not None:
            self._anchors[anchor] = done
        if not self._open:
            self.root = done.value
            return
        frame = self._open[-1]
        frame.count += done.count
        frame.height = max(frame.height, done.height + 1)
        if not frame.is_mapping:
            frame.items.append(done.value)
        elif frame.expects_key:
            frame.key, frame.expects_key = self._key(done.value, is_alias=is_alias), False
        else:
            self._enter(frame, done.value)

    def _key(self, value: Value, *, is_alias: bool) -> Scalar | None:
        if isinstance(value, Scalar) and not is_alias and value.text is not None:
            if value.text != "<<" or value.style != "plain":
                return value
            self._complain("BW108", value.start, value.end, 'the merge key "<<" is not read', "write the fields out")
        else:
            what = "an alias" if is_alias else "nothing" if isinstance(value, Scalar) else "a list or a mapping"
            self._complain(
                "BW108", value.start, value.end, f"a key must be a name, not {what}", "put the name in quotes"
            )
        return None

    def _enter(self, frame: _Frame, value: Value) -> None:
        key, frame.key, frame.expects_key = frame.key, None, True
        if key is None or key.text is None:
            return
        if key.text in frame.entries:
            first = self.text.count("\n", 0, frame.entries[key.text].key.start) + 1
            message = f'the key "{key.text}" stands here a second time'
            self._complain("BW102", key.start, key.end, message, f"the first is in line {first}; keep one of them")
        else:
            frame.entries[key.text] = Entry(key, value)

    def _start(self, event: yaml.NodeEvent) -> int:
        start: int = _start_of(event)
        tag = getattr(event, "tag", None)
        if tag is not None:
            self._complain("BW108", start, start + 1, "tags are not read", "remove the tag; the field decides its type")
        if tag is None and event.anchor is None:
            return start
        match = _PROPERTIES.match(self.text, start)
        return match.end() if match else start

    def _refuse_depth(self, start: int) -> None:
        message = f"more than {DEEPEST} lists and mappings stand inside one another"
        self.tell("BW103", start, start + 1, message)
        raise _BeyondBoundsError
