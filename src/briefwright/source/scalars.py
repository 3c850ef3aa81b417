"""What text a date, a flag or a number may be: closed forms, so that nothing is guessed.

A YAML file gives every scalar as the text that was written. These types read that text in one form each
and say in plain words when it has another. Ready Python values pass through, for models built in code.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

NUMBER = re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,15})?")
"""A number as authors write it."""


def malformed(message: str, *hints: str) -> PydanticCustomError:
    """The error of a value that lacks the form its field asks for (BW206)."""
    return PydanticCustomError("BW206", "{message}", {"message": message, "hints": hints})


def out_of_bounds(message: str, *hints: str) -> PydanticCustomError:
    """The error of a value too long, too short, too large or too small (BW205)."""
    return PydanticCustomError("BW205", "{message}", {"message": message, "hints": hints})


def not_allowed(message: str, *hints: str) -> PydanticCustomError:
    """The error of a value outside a closed list (BW204)."""
    return PydanticCustomError("BW204", "{message}", {"message": message, "hints": hints})


def wrong_type(message: str, *hints: str) -> PydanticCustomError:
    """The error of a list or a mapping where a text belongs, or the reverse (BW203)."""
    return PydanticCustomError("BW203", "{message}", {"message": message, "hints": hints})


def ill_assorted(message: str, *hints: str) -> PydanticCustomError:
    """The error of fields that exclude each other, or of which one is needed (BW207)."""
    return PydanticCustomError("BW207", "{message}", {"message": message, "hints": hints})


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """How a type is read from the text of a scalar, and what a JSON Schema says of it.

    `read` gets the text without outer blanks and raises one of the errors above.
    """

    read: Callable[[str], Any]
    schema: JsonSchemaValue

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(self._validate)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        return dict(self.schema)

    def _validate(self, value: Any) -> Any:
        if value is None or isinstance(value, (list, tuple, dict)):
            raise wrong_type(f"takes one value, not {kind_of(value)}")
        return self.read(value.strip()) if isinstance(value, str) else value


def kind_of(value: object) -> str:
    """What an author would call this value: a list, a mapping, a text, nothing."""
    if value is None:
        return "nothing"
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, (list, tuple)) else "a text"


def _day(text: str) -> dt.date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        raise malformed(f'"{text}" is not a date', "write year, month and day, as in 2026-03-31")
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        raise malformed(f'"{text}" is not a day of the calendar') from None


def _flag(text: str) -> bool:
    if text not in ("true", "false"):
        raise malformed(f'"{text}" is neither true nor false', "write true or false")
    return text == "true"


def _whole(text: str) -> int:
    if not re.fullmatch(r"-?[0-9]{1,15}", text):
        raise malformed(f'"{text}" is not a whole number', "write digits only")
    return int(text)


def _number(text: str) -> float:
    if not NUMBER.fullmatch(text):
        raise malformed(f'"{text}" is not a number', "write digits, with a point before decimals")
    return float(text)


Day = Annotated[dt.date, Form(_day, {"type": "string", "format": "date"})]
"""A day, written YYYY-MM-DD."""

Flag = Annotated[bool, Form(_flag, {"type": "boolean"})]
"""A yes or no, written true or false."""

Whole = Annotated[int, Form(_whole, {"type": "integer"})]
"""A whole number, written in digits."""

Number = Annotated[float, Form(_number, {"type": "number"})]
"""A number, written in digits with a decimal point."""
