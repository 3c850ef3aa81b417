"""The splices that carry a plan out in the text of a file."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from briefwright.revise.blocks import around_comment, fresh
from briefwright.revise.habits import Habits
from briefwright.revise.items import Chunk, Stretch, bodies, rearranged
from briefwright.revise.layout import Node, column, line_stop
from briefwright.revise.plan import Copied, Kept, New, Plan, Slot, copy_plan
from briefwright.revise.rewrite import rewrite
from briefwright.revise.scalars import Place
from briefwright.revise.splices import Splice, spliced
from briefwright.revise.values import below, field, flow, item
from briefwright.source.source import Source, child
from briefwright.source.value import Path, Scalar, Value


@dataclass(frozen=True, slots=True)
class Spot:
    """A value with its layout: `column` is that of the nearest key or dash, `brackets` those that it stands in."""

    path: Path
    value: Value
    node: Node
    column: int = 0
    brackets: str = ""


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes what a plan asks for: `root` is the layout of the source's text."""

    source: Source
    root: Node
    habits: Habits
    plan: Plan

    def splices(self) -> list[Splice]:
        """All changes of the text."""
        return self._splices(Spot((), self.source.root, self.root))

    def _splices(self, spot: Spot) -> list[Splice]:
        # Recursion is safe: the reader bounds the depth.
        if spot.path not in self.plan.touched:
            return []
        if isinstance(spot.value, Scalar):
            return [self._scalar(spot, spot.value)]
        if self.plan.rearranges(spot.path):
            return [self._rearranged(spot)]
        return [splice for step, _ in spot.node.steps() for splice in self._splices(self._below(spot, step))]

    def _scalar(self, spot: Spot, scalar: Scalar) -> Splice:
        place = Place(spot.column, column(self.source.text, scalar.start), spot.brackets)
        if spot.path in self.plan.filled:
            value = self.plan.filled[spot.path]
            # Behind an anchor, nothing begins where the next value does.
            start, end = min(scalar.start, spot.node.end), min(scalar.end, spot.node.end)
            return filled(self.source.text, start, end, value, place, _name(spot.path), self.habits)
        return rewrite(self.source.text, scalar, self.plan.texts[spot.path], place, self.habits)

    def _below(self, spot: Spot, step: str | int) -> Spot:
        value, node = child(spot.value, step), spot.node.child(step)
        if value is None:
            raise LookupError(f"{spot.path}: {step} is in the text and not in the tree")
        if not spot.node.is_flow:
            head = spot.node.heads[spot.node.below.index(node)]
            return Spot((*spot.path, step), value, node, column(self.source.text, head))
        brackets = "{}" if spot.node.kind == "mapping" else "[]"
        return Spot((*spot.path, step), value, node, spot.column, brackets)

    def _rearranged(self, spot: Spot) -> Splice:
        node, path = spot.node, spot.path
        name = _name(path)
        if not node.below:
            return self._refilled(spot)
        stretches = bodies(self.source.text, node)
        if node.kind == "sequence":
            chunks = [self._item(spot, slot, name, stretches) for slot in self.plan.orders[path]]
        else:
            kept = [index for index, key in enumerate(node.keys) if (*path, key) not in self.plan.deleted]
            chunks = [Chunk(self.body(spot, index, stretches[index]), index) for index in kept]
            added = self.plan.added.get(path, {}).items()
            chunks += [Chunk(self._field(spot, key, value)) for key, value in added if value is not None]
        return rearranged(self.source.text, node, spot.value.start, chunks, self.habits.newline)

    def _refilled(self, spot: Spot) -> Splice:
        """Items in a list, or fields in a mapping, that was empty: they stand in lines of their own if they can."""
        order = self.plan.orders.get(spot.path, ())
        items = [slot.value for slot in order if isinstance(slot, New)]
        value = items if spot.node.kind == "sequence" else dict(self.plan.added[spot.path])
        place = Place(spot.column, column(self.source.text, spot.value.start), spot.brackets)
        return filled(self.source.text, spot.value.start, spot.node.end, value, place, _name(spot.path), self.habits)

    def _item(self, spot: Spot, slot: Slot, name: str, stretches: list[Stretch]) -> Chunk:
        if isinstance(slot, New):
            if spot.node.is_flow:
                place = Place(spot.column, column(self.source.text, spot.value.start), "[]")
                return Chunk(flow(slot.value, place, self.habits))
            return Chunk(item(slot.value, column(self.source.text, spot.node.heads[0]), name, self._as_siblings(spot)))
        writer = replace(self, plan=copy_plan(spot.path, slot)) if isinstance(slot, Copied) else self
        text = writer.body(spot, slot.index, stretches[slot.index])
        return Chunk(text, slot.index if isinstance(slot, Kept) else None)

    def _field(self, spot: Spot, key: str, value: Any) -> str:
        if spot.node.is_flow:
            place = Place(spot.column, column(self.source.text, spot.value.start))
            return flow({key: value}, place, self.habits)[1:-1]
        return field(key, value, column(self.source.text, spot.node.heads[0]), self.habits)

    def body(self, spot: Spot, index: int, stretch: Stretch) -> str:
        """The text of an item or a field that stays, with the changes in it."""
        step = spot.node.keys[index] if spot.node.keys else index
        text = spliced(self.source.text, self._splices(self._below(spot, step)), *stretch)
        head = spot.node.heads[index]
        shares_line = stretch[0] == head and not spot.node.is_flow
        return " " * column(self.source.text, head) + text if shares_line else text

    def _as_siblings(self, spot: Spot) -> Habits:
        """The habits of the file with those of one list: how far its items stand from their dashes."""
        text = self.source.text
        steps = [
            value.start - head
            for head, value in zip(spot.node.heads, spot.node.below, strict=True)
            if value.start > head + 1 and not text[head + 1 : value.start].strip(" ")
        ]
        return replace(self.habits, dash=steps[0]) if steps else self.habits


def filled(text: str, start: int, end: int, value: Any, place: Place, name: str, habits: Habits) -> Splice:
    """The splice that puts a value in the place of nothing, of empty brackets, or of an alias."""
    gap, stop = " " if start == end else "", line_stop(text, end)
    if isinstance(value, str):
        written = gap + fresh(value, place, habits)
        if place.brackets:
            return Splice(start, end, written)
        return Splice(start, stop, around_comment(written, text[end:stop], habits.newline))
    if place.brackets or not value or name in habits.in_brackets:
        return Splice(start, end, gap + flow(value, place, habits))
    # A comment behind the value stays behind the key.
    step = habits.step if isinstance(value, dict) else habits.list_step
    lines = below(value, place.column + step, name, habits)
    start -= len(text[:start]) - len(text[:start].rstrip(" "))
    return Splice(start, stop, text[end:stop] + habits.newline + lines.removesuffix(habits.newline))


def _name(path: Path) -> str:
    """The name of the nearest field."""
    return next((step for step in reversed(path) if isinstance(step, str)), "")
