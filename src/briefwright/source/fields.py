"""Which model, and which of its fields, a place in a file belongs to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, Tag
from pydantic.fields import FieldInfo

from briefwright.source.value import Path


def model_at(model_type: type[BaseModel], location: Path) -> type[BaseModel] | None:
    """The model that a validator's location leads to, the branches of unions among its steps."""
    annotation: Any = model_type
    for step in location:
        annotation = _below(annotation, step)
    model = _bare(annotation)
    return model if isinstance(model, type) and issubclass(model, BaseModel) else None


def fields_of(model: type[BaseModel]) -> Mapping[str, FieldInfo]:
    """The fields of a model by the keys that a file uses."""
    return {field.alias or name: field for name, field in model.model_fields.items()}


def _below(annotation: Any, step: str | int) -> Any:
    bare = _bare(annotation)
    if isinstance(bare, type) and issubclass(bare, BaseModel):
        field = fields_of(bare).get(str(step))
        return field.annotation if field else None
    if get_origin(bare) in (Union, UnionType):
        return next((branch for branch in get_args(bare) if _tag(branch) == step), None)
    if get_origin(bare) in (tuple, list):
        return get_args(bare)[0]
    if get_origin(bare) is dict:
        return get_args(bare)[1]
    return None


def _bare(annotation: Any) -> Any:
    while True:
        if get_origin(annotation) is Annotated:
            annotation = get_args(annotation)[0]
        elif get_origin(annotation) in (Union, UnionType) and len(branches := list(_branches(annotation))) == 1:
            annotation = branches[0]
        else:
            return annotation


def _branches(union: Any) -> Iterator[Any]:
    return (branch for branch in get_args(union) if branch is not NoneType)


def _tag(branch: Any) -> str | None:
    return next((item.tag for item in getattr(branch, "__metadata__", ()) if isinstance(item, Tag)), None)
