"""New values as lines of YAML, written as the rest of the file is."""

from __future__ import annotations

from typing import Any

from briefwright.revise.blocks import fresh
from briefwright.revise.habits import Habits
from briefwright.revise.scalars import Place, inline


def field(name: str, value: Any, column: int, habits: Habits) -> str:
    """A field of a block mapping, its lines with their line ends."""
    head = f"{' ' * column}{_key(name, habits)}:"
    return _behind(head, value, column, name, name in habits.in_brackets, habits)


def item(value: Any, column: int, name: str, habits: Habits) -> str:
    """An item of a block list, its lines with their line ends; `name` is the field that holds the list."""
    head = " " * column + "-"
    in_brackets = name in habits.items_in_brackets
    if isinstance(value, dict | list) and value and not in_brackets:
        return head + below(value, column + habits.dash, "", habits)[column + 1 :]
    return _behind(head, value, column, "", in_brackets, habits)


def below(value: dict[str, Any] | list[Any], column: int, name: str, habits: Habits) -> str:
    """The fields or items of a value, its lines with their line ends; `name` is the field that holds it."""
    if isinstance(value, dict):
        return "".join(field(key, one, column, habits) for key, one in value.items())
    return "".join(item(one, column, name, habits) for one in value)


def flow(value: Any, place: Place, habits: Habits) -> str:
    """A value on one line, lists and mappings in brackets."""
    if value is None:
        return "null"
    if isinstance(value, dict):
        inner = Place(place.column, place.used, "{}")
        fields = (f"{_key(key, habits)}: {flow(one, inner, habits)}" for key, one in value.items())
        return "{" + ", ".join(fields) + "}"
    if isinstance(value, list):
        inner = Place(place.column, place.used, "[]")
        return "[" + ", ".join(flow(one, inner, habits) for one in value) + "]"
    return inline(value, place, habits)


def _behind(head: str, value: Any, column: int, name: str, in_brackets: bool, habits: Habits) -> str:
    """A value behind its key or dash, or in the lines below it."""
    place = Place(column, len(head) + 1)
    if isinstance(value, str):
        return f"{head} {fresh(value, place, habits)}{habits.newline}"
    written = flow(value, place, habits)
    if not value or (in_brackets and len(head) + 1 + len(written) <= habits.width):
        return f"{head} {written}{habits.newline}"
    step = habits.step if isinstance(value, dict) else habits.list_step
    return head + habits.newline + below(value, column + step, name, habits)


def _key(name: str, habits: Habits) -> str:
    return inline(name, Place(0, 0, "{}"), habits)
