"""What a validator's complaint means to somebody who writes a brief."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from briefwright.source.fields import fields_of, model_at
from briefwright.source.scalars import kind_of
from briefwright.source.wording import counted, did_you_mean, one_of


class Problem(NamedTuple):
    """A complaint in plain words."""

    code: str
    message: str
    hints: tuple[str, ...] = ()


class _Complaint(NamedTuple):
    """What a validator says: where, of which value, with which bounds or choices."""

    location: tuple[str | int, ...]
    value: Any
    context: Mapping[str, Any]
    model_type: type[BaseModel]


def explain(error: ErrorDetails, model_type: type[BaseModel]) -> Problem:
    """The complaint of a validator of `model_type` in plain words."""
    kind, context = error["type"], error.get("ctx", {})
    if kind.startswith("BW"):
        return Problem(kind, context["message"], tuple(context["hints"]))
    complaint = _Complaint(error["loc"], error["input"], context, model_type)
    return _BY_KIND.get(kind, _malformed("of the form that this field takes"))(complaint)


def quoted(value: object) -> str:
    """A value as a message shows it: the text in quotes and not too long, else what kind of value it is."""
    if not isinstance(value, str):
        return kind_of(value)
    text = " ".join(value.split())
    return f'"{text[:57]}..."' if len(text) > 60 else f'"{text}"'


def _missing(complaint: _Complaint) -> Problem:
    name = str(complaint.location[-1])
    model = model_at(complaint.model_type, complaint.location[:-1])
    description = fields_of(model)[name].description if model else None
    return Problem("BW202", f'the field "{name}" is missing', (f"{name}: {description}",) if description else ())


def _unknown(complaint: _Complaint) -> Problem:
    name = str(complaint.location[-1])
    model = model_at(complaint.model_type, complaint.location[:-1])
    known = list(fields_of(model)) if model else []
    hints = did_you_mean(name, known) or one_of("the fields here are", known)
    return Problem("BW201", f'there is no field "{name}" here', tuple(hints))


def _not_listed(complaint: _Complaint) -> Problem:
    value = complaint.value
    if not isinstance(value, str):
        return Problem("BW203", f"takes one value, not {kind_of(value)}")
    allowed = re.findall(r"'([^']*)'", str(complaint.context.get("expected") or complaint.context.get("expected_tags")))
    hints = [*did_you_mean(value, allowed), *one_of("the field takes", allowed)]
    return Problem("BW204", f"{quoted(value)} is not an allowed value", tuple(hints))


def _no_mapping(complaint: _Complaint) -> Problem:
    model = model_at(complaint.model_type, complaint.location)
    hints = one_of("the fields are", fields_of(model)) if model else []
    return Problem("BW203", f"takes fields with values, not {kind_of(complaint.value)}", tuple(hints))


def _no_list(complaint: _Complaint) -> Problem:
    return Problem(
        "BW203", f"takes a list, not {kind_of(complaint.value)}", ('begin each item on a line of its own with "- "',)
    )


def _no_text(complaint: _Complaint) -> Problem:
    return Problem("BW203", f"takes a text, not {kind_of(complaint.value)}")


def _bounded(words: str) -> Callable[[_Complaint], Problem]:
    def explained(complaint: _Complaint) -> Problem:
        return Problem("BW205", words.format(value=quoted(complaint.value), **complaint.context))

    return explained


def _counted(bound: str) -> Callable[[_Complaint], Problem]:
    def explained(complaint: _Complaint) -> Problem:
        items = counted(len(complaint.value), "item")
        return Problem("BW205", f"has {items}; the field takes {bound.format(**complaint.context)}")

    return explained


def _said_by_model(complaint: _Complaint) -> Problem:
    return Problem("BW206", str(complaint.context["error"]))


def _malformed(form: str) -> Callable[[_Complaint], Problem]:
    def explained(complaint: _Complaint) -> Problem:
        if not isinstance(complaint.value, str):
            return Problem("BW203", f"takes one value, not {kind_of(complaint.value)}")
        return Problem("BW206", f"{quoted(complaint.value)} is not {form}")

    return explained


_BY_KIND: Mapping[str, Callable[[_Complaint], Problem]] = {
    "int_parsing": _malformed("a whole number"),
    "float_parsing": _malformed("a number"),
    "bool_parsing": _malformed("true or false"),
    "missing": _missing,
    "extra_forbidden": _unknown,
    "enum": _not_listed,
    "literal_error": _not_listed,
    "union_tag_invalid": _not_listed,
    "model_type": _no_mapping,
    "model_attributes_type": _no_mapping,
    "dict_type": _no_mapping,
    "tuple_type": _no_list,
    "list_type": _no_list,
    "string_type": _no_text,
    "too_short": _counted("at least {min_length}"),
    "too_long": _counted("at most {max_length}"),
    "string_too_short": _bounded("{value} is too short; the field takes at least {min_length} characters"),
    "string_too_long": _bounded("{value} is too long; the field takes at most {max_length} characters"),
    "greater_than": _bounded("{value} is too small; the field takes more than {gt}"),
    "greater_than_equal": _bounded("{value} is too small; the field takes at least {ge}"),
    "less_than": _bounded("{value} is too large; the field takes less than {lt}"),
    "less_than_equal": _bounded("{value} is too large; the field takes at most {le}"),
    "value_error": _said_by_model,
    "assertion_error": _said_by_model,
}
