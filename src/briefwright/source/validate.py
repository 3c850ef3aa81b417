"""From the values of a file to a model, every problem told in one run."""

from __future__ import annotations

from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from briefwright.diagnostics import Report, Span
from briefwright.source.messages import Problem, explain
from briefwright.source.repair import Losses
from briefwright.source.source import Source
from briefwright.source.value import Mapping, Path, Scalar

Model = TypeVar("Model", bound=BaseModel)

MOST_PROBLEMS = 200
"""How many problems of one file are told; one with more is told to have them, and not repaired."""

_MOST_ROUNDS = 10
"""A bound for repairs: few files need more than three."""


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Model]):
    """What came of a file: the model of its sound parts, those parts as a file, and what was lost.

    The model is None if too little is sound. `source` and `model` agree on every path.
    """

    model: Model | None
    source: Source
    losses: Losses = field(default_factory=Losses)

    @property
    def is_whole(self) -> bool:
        """Whether the model holds all that the file says."""
        return self.model is not None and not self.losses.taken


def validate(model_type: type[Model], source: Source, report: Report) -> Model | None:
    """The model of a file, or None with every problem told."""
    outcome = validate_parts(model_type, source, report, {})
    return outcome.model if outcome.is_whole else None


def validate_parts(
    model_type: type[Model], source: Source, report: Report, stand_ins: MappingOf[str, Any]
) -> Outcome[Model]:
    """The model of what is sound in a file; every problem is told.

    `stand_ins` are values for required fields of the root, so that a file without them can be checked too.
    """
    losses = Losses()
    if unknown := _unknown_without_value(model_type, source):
        source = losses.take(source, _tell(unknown, model_type, source, losses, report))
    for _ in range(_MOST_ROUNDS):
        data = source.data()
        if losses.taken and isinstance(data, dict):
            data = {**stand_ins, **data}
        try:
            return Outcome(model_type.model_validate(data), source, losses)
        except ValidationError as error:
            broken = _tell(error.errors(include_url=False)[:MOST_PROBLEMS], model_type, source, losses, report)
            if error.error_count() > MOST_PROBLEMS:
                message = f"{error.error_count() - MOST_PROBLEMS} more problems of this file are not shown"
                report.add("BW208", source.head_span(()), message, "mend those that are shown first")
                break
        if not isinstance(source.root, Mapping) or (() in broken and not broken[()] & stand_ins.keys()):
            break
        source = losses.take(source, (path for path in broken if path))
        losses.taken |= {((Mapping, source.root.start), name) for name in broken.get((), set())}
    return Outcome(None, source, losses)


def _unknown_without_value(model_type: type[BaseModel], source: Source) -> list[ErrorDetails]:
    """The complaints of keys that no model has and that have no value, which `Source.data` leaves out."""
    data = source.data(with_empty=True)
    if data == source.data():
        return []
    try:
        model_type.model_validate(data)
    except ValidationError as error:
        errors = error.errors(include_url=False)
        return [one for one in errors if one["type"] == "extra_forbidden" and one["input"] is None][:MOST_PROBLEMS]
    return []


def _tell(
    errors: list[ErrorDetails], model_type: type[BaseModel], source: Source, losses: Losses, report: Report
) -> dict[Path, set[str]]:
    """Tell the errors; the paths of what is broken, each with the names of fields that it lacks."""
    broken: dict[Path, set[str]] = {}
    seen: set[Path] = set()
    for error in errors:
        lacks = error["type"] == "missing"
        path = (*source.settle(error["loc"][:-1]), error["loc"][-1]) if lacks else source.settle(error["loc"])
        if path in seen or _counts_sound_items_only(error):
            continue
        seen.add(path)
        problem = explain(error, model_type)
        if not losses.touch(source, path):
            span, problem = _place(source, path, problem)
            report.add(problem.code, span, _with_subject(path, problem.message), *problem.hints)
        broken.setdefault(path[:-1] if lacks else path, set()).update({str(path[-1])} if lacks else set())
    return broken


def _with_subject(path: Path, message: str) -> str:
    """The message with the name of the field in front, if it begins with a verb."""
    name = next((step for step in reversed(path) if isinstance(step, str)), None)
    if name is None or not message.startswith(("takes ", "has ")):
        return message
    return f'an item of "{name}" {message}' if isinstance(path[-1], int) else f'"{name}" {message}'


def _counts_sound_items_only(error: ErrorDetails) -> bool:
    """Whether a list is called too short only because items of it are broken, which is told apart."""
    return error["type"] == "too_short" and len(error["input"]) >= error["ctx"]["min_length"]


def _place(source: Source, path: Path, problem: Problem) -> tuple[Span, Problem]:
    if problem.code == "BW201":
        return source.key_span(path), problem
    if problem.code == "BW202":
        if not source.has(path):
            return source.head_span(path[:-1]), problem
        return source.key_span(path), problem._replace(message=f'the field "{path[-1]}" is empty')
    if isinstance(source.value(path), Scalar):
        return source.span(path), problem
    return source.head_span(path), problem
