"""The plain data of a file after its edits: what the patched text must say."""

from __future__ import annotations

from typing import Any

from briefwright.revise.plan import Copied, New, Plan, Slot, copy_plan
from briefwright.source.source import Source, children
from briefwright.source.value import Path, Scalar, Sequence, Value


def outcome(source: Source, plan: Plan) -> Any:
    """The data that the plan makes of a file, as `Source.data` gives it."""
    return _value(source.root, (), plan)


def _value(value: Value, path: Path, plan: Plan) -> Any:
    if isinstance(value, Scalar):
        return plan.filled.get(path, plan.texts.get(path, value.text))
    if isinstance(value, Sequence):
        if path not in plan.orders:
            return [_value(item, (*path, index), plan) for index, item in enumerate(value.items)]
        return [_item(value, slot, path, plan) for slot in plan.orders[path]]
    fields: dict[str, Any] = {
        str(step): _value(below, (*path, step), plan)
        for step, below in children(value)
        if (*path, step) not in plan.deleted
    }
    fields |= dict(plan.added.get(path, {}))
    return {step: below for step, below in fields.items() if below is not None}


def _item(value: Sequence, slot: Slot, path: Path, plan: Plan) -> Any:
    if isinstance(slot, New):
        return slot.value
    if isinstance(slot, Copied):
        plan = copy_plan(path, slot)
    return _value(value.items[slot.index], (*path, slot.index), plan)
