"""A text that says the same and can be edited piece by piece.

What an alias repeats is written out where an edit would change it, or what it repeats. Blocks that hold the empty lines
behind them no longer do where their neighbours change.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.diagnostics import Report
from briefwright.revise.blocks import comment_of
from briefwright.revise.habits import Habits
from briefwright.revise.layout import Node, column, walk
from briefwright.revise.plan import Plan
from briefwright.revise.scalars import Place, double
from briefwright.revise.splices import Splice, spliced
from briefwright.revise.writer import filled
from briefwright.source.reader import read
from briefwright.source.source import Source
from briefwright.source.value import Path, Scalar

_ANCHOR = re.compile(r"&[^\s,\[\]{}]+[ \t]*")
_HEADER = re.compile("[|>][-+0-9]*")


def prepared(source: Source, root: Node, plan: Plan, habits: Habits) -> Source:
    """The source as it can be edited; the same if nothing stands in the way."""
    splices = {*_aliases(source, root, plan, habits), *_open_ends(source, root, plan)}
    text = spliced(source.text, splices)
    reaches_end = _changes(_last(root, ()), plan) or any(splice.end == len(source.text) for splice in splices)
    if reaches_end and not text.endswith(("\n", "\r")):
        text += habits.newline
    if text == source.text:
        return source
    changed = read(text, source.file, Report())
    if changed is None or changed.data(with_empty=True) != source.data(with_empty=True):
        raise RuntimeError("aliases or open blocks were written out wrongly")
    return changed


def _aliases(source: Source, root: Node, plan: Plan, habits: Habits) -> Iterator[Splice]:
    anchors: dict[str, Path] = {}
    nodes = dict(walk(root))
    written: dict[Path, Path] = {}
    for path, node in nodes.items():
        if node.kind == "alias" and node.anchor in anchors:
            written[path] = anchors[node.anchor]
        elif node.anchor is not None:
            anchors[node.anchor] = path
        if node.kind != "alias" and node.anchor is not None and plan.copies(path):
            # A copy would bring the anchor along, and no file may have two of a name.
            mark = _ANCHOR.match(source.text, node.start)
            yield Splice(node.start, mark.end() if mark else node.start, "")
    for path, origin in written.items():
        if _changes(path, plan) or _changes(origin, plan):
            node = nodes[path]
            place = _place(source.text, root, path)
            yield filled(source.text, node.start, node.end, _data(source, path), place, "", habits)


def _changes(path: Path, plan: Plan) -> bool:
    """Whether a plan changes a value, or where it stands."""
    return path in plan.touched or any(plan.rearranges(path[:length]) for length in range(len(path)))


def _data(source: Source, path: Path) -> object:
    data = source.data(with_empty=True)
    for step in path:
        data = data[step]
    return data


def _place(text: str, root: Node, path: Path) -> Place:
    """The place of the value at a path."""
    node, at, brackets = root, 0, ""
    for step in path:
        if node.is_flow:
            brackets = "{}" if node.kind == "mapping" else "[]"
        below = node.child(step)
        if not node.is_flow:
            at = column(text, node.heads[node.below.index(below)])
        node = below
    return Place(at, column(text, node.start), brackets)


def _open_ends(source: Source, root: Node, plan: Plan) -> Iterator[Splice]:
    """Blocks at the end of an item or field with changing neighbours whose text depends on what stands behind them."""
    for path, node in walk(root):
        if not plan.rearranges(path) or node.is_flow:
            continue
        for step, _ in node.steps():
            yield from _closed(source, root, _last(root, (*path, step)))
    last = _last(root, ())
    if not source.text.endswith(("\n", "\r")) and _changes(last, plan):
        yield from _closed(source, root, last)


def _last(root: Node, path: Path) -> Path:
    """The path of the last value that a value holds."""
    node = _node(root, path)
    while node.below:
        path = (*path, node.keys[-1] if node.keys else len(node.below) - 1)
        node = node.below[-1]
    return path


def _closed(source: Source, root: Node, path: Path) -> Iterator[Splice]:
    scalar = source.value(path)
    if _node(root, path).kind != "scalar" or not isinstance(scalar, Scalar):
        return
    header = _HEADER.match(source.text, scalar.start)
    text = scalar.text or ""
    if header is not None and scalar.end == len(source.text) and not {"+", "-"} & set(header[0]):
        yield Splice(header.end(), header.end(), "-")
    elif header is not None and ("+" in header[0] or text.rstrip() != text.rstrip("\n")):
        yield Splice(scalar.start, scalar.end, double(text) + comment_of(source.text, scalar.start))


def _node(root: Node, path: Path) -> Node:
    node = root
    for step in path:
        node = node.child(step)
    return node
