"""YAML texts in every style that people write, and edits of them, at random; and what the edits make of plain data."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeVar

from hypothesis import assume
from hypothesis import strategies as st

from briefwright.diagnostics import Report
from briefwright.revise.edits import Copy, Delete, Edit, Insert, Move, Replace, Set
from briefwright.source.reader import read
from briefwright.source.source import Source
from briefwright.source.value import Mapping, Path, Scalar
from briefwright.source.value import Sequence as ListValue

T = TypeVar("T")

WORDS = st.text(alphabet="ab:#'\"\\é한🙂*-&,[]{}!|>%@?~01.", min_size=1, max_size=5)
TEXTS = st.one_of(
    st.lists(WORDS, min_size=1, max_size=40).map(" ".join),
    st.lists(st.lists(WORDS, max_size=4).map(" ".join), max_size=5).map("\n".join),
    st.sampled_from(
        ["no", "1.10", "~", "null", "2024-01-02", "- a", "a: b", "a #b", "", " a", "a ", "---", "*a", "=", "a\n\n"]
    ),
    st.text(alphabet="ab \n\t\u00a0", max_size=8),
)
VALUES = st.recursive(
    TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("pqr"), inner, max_size=3),
    max_leaves=5,
)


def sound(text: str) -> Source | None:
    """The source of a text; None if anything in it is wrong."""
    report = Report()
    source = read(text, "brief.yaml", report)
    return source if source is not None and not list(report) else None


class _Writer:
    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.anchors: list[str] = []

    def one_of(self, *choices: T) -> T:
        return self.draw(st.sampled_from(choices))

    def lines(self) -> list[str]:
        return list(self.draw(st.lists(st.lists(WORDS, min_size=1, max_size=4).map(" ".join), min_size=1, max_size=4)))

    def scalar(self, indent: int) -> str:
        """What stands behind the blank after a dash or a key."""
        pad = "\n" + " " * (indent + self.one_of(1, 2, 3))
        style = self.one_of(
            "plain", "plain", "single", "double", "folded", "literal", "nothing", "plain line", "number"
        )
        lines = self.lines()
        if style == "nothing":
            return str(self.one_of("", "~", "null"))
        if style == "number":
            return str(self.one_of("1.10", "no", "2024-06-19", "12"))
        if style in ("folded", "literal"):
            extra = self.one_of("", "", "", " ")
            body = [" " * len(pad[1:]) + self.one_of("", "", extra) + line if line else "" for line in lines]
            gap = self.one_of("\n", "\n", "\n\n")
            header = (">" if style == "folded" else "|") + str(self.one_of("", "", len(pad) - 1 - indent))
            ending = self.one_of("", "-", "+")
            return header + ending + self.one_of("", " # why") + "\n" + gap.join(body) + self.one_of("", "\n", "\n\n")
        joint = pad if self.one_of(True, False) else " "
        if style == "single":
            return "'" + joint.join(line.replace("'", "''") for line in lines) + "'"
        if style == "double":
            escaped = (line.replace("\\", "\\\\").replace('"', '\\"').replace("é", "\\xe9") for line in lines)
            return '"' + joint.join(escaped) + '"'
        plain = ["".join(letter for letter in line if letter not in ":#'\"\\*-&,[]{}!|>%@?") or "x" for line in lines]
        return "x" + (" " if style == "plain line" else joint).join(plain)

    def flow(self, depth: int) -> str:
        kind = self.one_of("scalar", "scalar", "list", "mapping") if depth else "scalar"
        joint = self.one_of(", ", ",", ",\n      ") if depth else ", "
        if kind == "list":
            return "[" + joint.join(self.flow(depth - 1) for _ in range(self.one_of(0, 1, 2, 3))) + "]"
        if kind == "mapping":
            return "{" + joint.join(f"{key}: {self.flow(depth - 1)}" for key in "abc"[: self.one_of(0, 1, 2)]) + "}"
        word = self.draw(WORDS)
        return str(self.one_of("x" + "".join(filter(str.isalnum, word)), "'" + word.replace("'", "''") + "'"))

    def between(self, indent: int) -> str:
        return str(self.one_of("", "", "", "", "\n", " " * indent + "# own\n", "\n" + " " * indent + "# apart\n\n"))

    def value(self, indent: int, depth: int) -> str:
        """What stands behind a dash or a colon, with its line end."""
        kind = self.one_of("scalar", "scalar", "scalar", "list", "mapping", "flow", "anchored", "alias")
        behind = self.one_of("", "", "", "  # behind")
        if kind == "flow":
            return " " + self.flow(2) + behind + "\n"
        if kind == "alias" and self.anchors:
            return " *" + str(self.one_of(*self.anchors)) + behind + "\n"
        anchor = ""
        if kind == "anchored":
            anchor = f" &n{len(self.anchors)}"
            self.anchors.append(anchor[2:])
        if depth and kind == "list":
            return anchor + behind + "\n" + self.items(indent + self.one_of(1, 2, 2, 4), depth - 1)
        if depth and kind in ("mapping", "anchored"):
            return anchor + behind + "\n" + self.fields(indent + self.one_of(1, 2, 2, 4), depth - 1)
        written = self.scalar(indent)
        if "\n" not in written:
            written += behind
        return anchor + (" " + written if written else "") + "\n"

    def items(self, indent: int, depth: int) -> str:
        items = []
        for _ in range(self.one_of(1, 2, 3)):
            if depth and self.one_of(True, False):
                inner = self.fields(indent + 2, depth - 1)
                item = inner[indent + 1 :] if inner.startswith(" " * (indent + 2) + "f") else "\n" + inner
            else:
                item = self.value(indent, depth)
            items.append(self.between(indent) + " " * indent + "-" + item)
        return "".join(items)

    def fields(self, indent: int, depth: int) -> str:
        return "".join(
            f"{self.between(indent)}{' ' * indent}f{key}:{self.value(indent, depth)}"
            for key in range(self.one_of(1, 2, 3))
        )


@st.composite
def sources(draw: st.DrawFn) -> Source:
    """A sound file."""
    text = _Writer(draw).fields(0, 3)
    if draw(st.booleans()):
        text = "# the file\n" + text
    if draw(st.sampled_from([True, False, False])):
        text = text.rstrip("\n")
    if draw(st.booleans()):
        text = text.replace("\n", "\r\n")
    source = sound(text)
    assume(source is not None and texts_of(source))
    assert source is not None
    return source


def places(source: Source) -> list[tuple[Path, Any]]:
    """All values of a file with their paths."""
    found: list[tuple[Path, Any]] = []
    pending: list[tuple[Path, Any]] = [((), source.root)]
    while pending:
        path, value = pending.pop()
        found.append((path, value))
        if isinstance(value, Mapping):
            pending += [((*path, entry.key.text or ""), entry.value) for entry in value.entries]
        elif isinstance(value, ListValue):
            pending += [((*path, index), item) for index, item in enumerate(value.items)]
    return found


def texts_of(source: Source) -> list[tuple[Path, Scalar, str]]:
    """All texts of a file, which has one at least."""
    found = [(path, value) for path, value in places(source) if isinstance(value, Scalar)]
    return [(path, value, value.text) for path, value in found if value.text is not None]


@st.composite
def edits(draw: st.DrawFn, source: Source) -> Edit:
    """An edit that fits a file."""
    path, value = draw(st.sampled_from(places(source)))
    text = draw(TEXTS)
    if path and draw(st.sampled_from([True, False, False, False])):
        return Delete(path)
    if isinstance(value, Scalar):
        if value.text is None:
            return Set(path, draw(VALUES)) if isinstance(path[-1], str) else Delete(path)
        if draw(st.booleans()):
            words = value.text.split(" ")
            words[draw(st.integers(0, len(words) - 1))] = draw(WORDS)
            text = " ".join(words)
        return Replace(path, value.text, text)
    if isinstance(value, Mapping):
        return Set((*path, draw(st.sampled_from(["new", "other"]))), draw(VALUES))
    length = len(value.items)
    index = draw(st.integers(0, length + 1))
    if not length or draw(st.booleans()):
        return Insert(path, index, draw(VALUES))
    item = draw(st.integers(0, length - 1))
    if draw(st.booleans()):
        return Move(path, item, index)
    texts = [below[len(path) + 1 :] for below, one in places(source) if _is_text_in(below, one, (*path, item))]
    chosen = draw(st.lists(st.sampled_from(texts), max_size=2, unique=True)) if texts else []
    return Copy(path, item, index, tuple((below, draw(TEXTS)) for below in chosen))


def _is_text_in(path: Path, value: Any, above: Path) -> bool:
    return path[: len(above)] == above and isinstance(value, Scalar) and value.text is not None


# ---- what edits make of plain data, by changing it step by step


class _Box:
    """A value that can be found again when its neighbours have changed."""

    def __init__(self, data: Any) -> None:
        self.data: Any = data
        self.shrank = False
        if isinstance(data, dict):
            self.data = {key: _Box(value) for key, value in data.items()}
        elif isinstance(data, list):
            self.data = [_Box(value) for value in data]

    def at(self, path: Path) -> _Box:
        box = self
        for step in path:
            box = box.data[step]
        return box

    def plain(self) -> Any:
        if isinstance(self.data, dict):
            fields = {key: box.plain() for key, box in self.data.items() if not (box.shrank and not box.data)}
            return {key: value for key, value in fields.items() if value is not None}
        if isinstance(self.data, list):
            return [box.plain() for box in self.data]
        return self.data


def edited(data: Any, changes: Sequence[Edit]) -> Any:
    """The data (with empty fields) after some edits that agree with each other."""
    root = _Box(data)
    lists = {id(box): list(box.data) for box in _boxes(root) if isinstance(box.data, list)}
    # Marks between the items say where each index was, whatever comes and goes around it.
    marks = {key: [_Box(None) for _ in range(len(items) + 1)] for key, items in lists.items()}
    for box in _boxes(root):
        if isinstance(box.data, list):
            pairs = zip(marks[id(box)], box.data, strict=False)
            box.data = [one for pair in pairs for one in pair] + marks[id(box)][-1:]
    for change, box in [(change, _target(root, change, lists)) for change in changes]:
        if isinstance(change, Insert | Copy | Move):
            mark = marks[id(box)][min(change.index, len(lists[id(box)]))]
            new = _arrival(change, data, lists[id(box)], box)
            box.data.insert(next(index for index, one in enumerate(box.data) if one is mark), new)
        elif isinstance(change, Replace):
            box.data = change.new
        elif isinstance(change, Set):
            box.data[change.path[-1]] = _Box(change.value)
        elif isinstance(box.data, dict):
            del box.data[change.path[-1]]
        else:
            _remove(box, lists[id(box)][int(change.path[-1])])
            box.shrank = True
    passing = {id(mark) for some in marks.values() for mark in some}
    for box in _boxes(root):
        if isinstance(box.data, list):
            box.data = [one for one in box.data if id(one) not in passing]
    return root.plain()


def _arrival(change: Insert | Copy | Move, data: Any, items: list[_Box], box: _Box) -> _Box:
    """The box that comes to stand in a list; one that moves leaves its place."""
    if isinstance(change, Insert):
        return _Box(change.value)
    if isinstance(change, Move):
        _remove(box, items[change.source])
        return items[change.source]
    copy = _Box(_unboxed(data, (*change.path, change.source)))
    for path, text in change.texts:
        copy.at(path).data = text
    return copy


def _remove(box: _Box, item: _Box) -> None:
    box.data = [one for one in box.data if one is not item]


def _target(root: _Box, change: Edit, lists: dict[int, list[_Box]]) -> _Box:
    box = root
    for step in change.path[:-1] if isinstance(change, Set | Delete) else change.path:
        box = lists[id(box)][step] if isinstance(step, int) else box.data[step]
    return box


def _unboxed(data: Any, path: Path) -> Any:
    for step in path:
        data = data[step]
    return data


def _boxes(root: _Box) -> list[_Box]:
    found, pending = [], [root]
    while pending:
        box = pending.pop()
        found.append(box)
        if isinstance(box.data, dict):
            pending += box.data.values()
        elif isinstance(box.data, list):
            pending += box.data
    return found
