"""What house templates can call beside the fields of the brief."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

from jinja2.exceptions import TemplateRuntimeError
from markupsafe import Markup, escape

from briefwright.brief.brief import Brief
from briefwright.brief.part import parts
from briefwright.brief.sections import BLOCK_TYPES, BoxRef, FigureRef, TableRef
from briefwright.compose import assessment
from briefwright.compose.field import Field, follow, name_of, plain
from briefwright.compose.localise import Language
from briefwright.compose.words import Words
from briefwright.source.value import pointer


def names(brief: Brief, root: Field, words: Words, language: Language) -> Mapping[str, object]:
    """The names that templates know: the brief, the words of the house, and functions on them."""
    own = _Functions(brief, root, language)
    return {
        "brief": root,
        "words": words,
        "record": own.record,
        "rating": own.rating,
        "band": own.band,
        "block_kind": block_kind,
        "in_text": own.in_text,
        "ends_sentence": ends_sentence,
        **assessment.functions(brief),
    }


def filters(language: Language) -> Mapping[str, Callable[..., object]]:
    """The filters that templates have beside those of Jinja."""
    return {"date": _Dates(language), "number": lambda value: language.number(plain(value)), "fill": fill}


def ends_sentence(text: object) -> bool:
    """Whether a text ends with a full stop or its like, so that the house adds none."""
    return str(text).rstrip('*_)"’”»').endswith((".", "!", "?", "…"))


def block_kind(block: Field) -> str:
    """What kind of block it is: paragraph, list, quote, figure, table or box."""
    kind = BLOCK_TYPES.get(type(plain(block)))
    if kind is None:
        raise TemplateRuntimeError(f"{name_of(block)} is not a block of running text")
    return kind


def fill(words: object, **slots: object) -> Markup:
    """Words whose slots, such as `{page}`, are filled; a field or a piece of markup in a slot stays what it is."""

    def slot(match: re.Match[str]) -> str:
        if match[1] not in slots:
            raise TemplateRuntimeError(f'"{words}" has a slot {match[0]}, which is not filled')
        return str(escape(slots[match[1]]))

    return Markup(re.sub(r"\{(\w+)\}", slot, str(escape(words))))  # noqa: S704 - words and slots are escaped


@dataclass(frozen=True, slots=True)
class _Dates:
    language: Language

    def __call__(self, value: object, form: str = "long") -> str:
        if form not in {"short", "medium", "long", "full"}:
            raise TemplateRuntimeError(f'"{form}" is not a form of date: short, medium, long or full')
        return self.language.date(plain(value), form) if plain(value) else ""


@dataclass(frozen=True)
class _Functions:
    brief: Brief
    root: Field
    language: Language

    def record(self, identifier: object) -> Field:
        """The part of the brief that has this id."""
        located = self.brief.record(str(plain(identifier)))
        if located is None:
            raise TemplateRuntimeError(f'no part of the brief has the id "{plain(identifier)}"')
        return follow(self.root, pointer(located.path))

    def in_text(self, identifier: object) -> bool:
        """Whether a block of the running text places the figure, the table or the box that has this id."""
        return str(plain(identifier)) in self._placed_in_text

    @cached_property
    def _placed_in_text(self) -> frozenset[str]:
        found: set[str] = set()
        for _, part in parts(self.brief):
            match part:
                case FigureRef(figure=name) | TableRef(table=name) | BoxRef(box=name):
                    found.add(name)
        return frozenset(found)

    def rating(self, prospect: Field) -> str | None:
        """What the risk matrix says of a risk or an opportunity; none where it is not assessed."""
        return self.brief.rating(plain(prospect))

    def band(self, term: object) -> str:
        """The bounds of a likelihood term, such as 55–80%; empty for what is no term of the yardstick."""
        methodology = self.brief.methodology
        bounds = methodology.band(str(plain(term))) if methodology else None
        return self.language.percentages(*bounds) if bounds else ""
