"""Running a house template: a brief in, markup out, and each mistake of the template told at its line."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from types import FrameType, TracebackType
from typing import Any

from jinja2 import FunctionLoader
from jinja2.environment import Template
from jinja2.exceptions import (
    SecurityError,
    TemplateError,
    TemplateNotFound,
    TemplateRuntimeError,
    TemplateSyntaxError,
    UndefinedError,
)
from jinja2.runtime import Undefined
from jinja2.sandbox import SandboxedEnvironment
from jinja2.utils import internal_code

from briefwright.compose.environment import REFUSED, environment
from briefwright.compose.field import Field, kind_of, known_names, name_of
from briefwright.compose.house import House
from briefwright.compose.words import Words, missing_words
from briefwright.diagnostics import Report, Span, did_you_mean

LONGEST = 10_000_000
"""The most characters of markup that a template may produce."""

_FAILURES = (TemplateError, ArithmeticError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
_UNKNOWN = re.compile("No (filter|test) named '([^']*)'")
_Place = tuple[str, int]


def render(
    house: House,
    name: str,
    names: Mapping[str, object],
    filters: Mapping[str, Callable[..., object]],
    report: Report,
) -> str | None:
    """The markup that a template of the house gives, or None with the mistakes in the report."""
    return _Run(house, names, filters, report).render(name)


class _Run:
    """One run of a template and of all that it imports."""

    def __init__(
        self,
        house: House,
        names: Mapping[str, object],
        filters: Mapping[str, Callable[..., object]],
        report: Report,
    ) -> None:
        self._house = house
        self._report = report
        self._found = Report()
        undefined = _missing(self._tell_missing)
        self._environment = environment(FunctionLoader(self._load), names, filters, undefined, house.compiled)

    def render(self, name: str) -> str | None:
        markup = None
        try:
            markup = _bounded(self._environment.get_template(name))
        except TemplateSyntaxError as error:
            self._tell_syntax(error)
        except TemplateNotFound as error:
            self._tell_not_found(error)
        except _FAILURES as error:
            self._tell_failure(error)
        self._report.extend(self._found)
        return None if self._found.has_errors else markup

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        file = None if ".." in name.split("/") else self._house.file(name)
        return None if file is None else (file.text, file.name, lambda: True)

    # ---- mistakes ----

    def _tell(self, code: str, place: _Place | None, word: str, message: str, *hints: str) -> None:
        span = Span(self._house.name) if place is None else self._house.span(*place, word)
        self._found.add(code, span, message, *hints)

    def _tell_syntax(self, error: TemplateSyntaxError) -> None:
        place = (error.filename or error.name or self._house.name, error.lineno)
        self._tell_language(place, error.message or "")

    def _tell_language(self, place: _Place | None, message: str) -> None:
        """A breach of the rules of Jinja, told by itself: some names are looked up only when a branch is run."""
        unknown = _UNKNOWN.match(message)
        hints = _hints_for_filter(unknown[2], self._environment) if unknown and unknown[1] == "filter" else ()
        self._tell("BW401", place, unknown[2] if unknown else "", _as_ours(message), *hints)

    def _tell_not_found(self, error: TemplateNotFound) -> None:
        place = _place_of(error.__traceback__)
        name = str(error.name)
        self._tell("BW403", place, name, f'there is no template "{name}"')

    def _tell_failure(self, error: Exception) -> None:
        place = _place_of(error.__traceback__)
        if isinstance(error, SecurityError):
            self._tell("BW404", place, "", _as_ours(str(error)))
        elif isinstance(error, UndefinedError):
            self._tell("BW402", place, "", _as_ours(str(error)))
        elif isinstance(error, RecursionError):
            self._tell("BW405", place, "", "macros or includes call one another without end")
        elif _UNKNOWN.match(str(error)):
            self._tell_language(place, str(error))
        elif isinstance(error, TemplateRuntimeError):
            self._tell("BW405", place, "", _as_ours(str(error)))
        else:
            self._tell("BW405", place, "", f"this cannot be worked out: {_as_ours(str(error))}")

    def _tell_missing(self, missing: Undefined) -> None:
        place = _place_above(sys._getframe())  # noqa: SLF001 - only its frame knows the line of a template
        name, owner, hint = missing._undefined_name, missing._undefined_obj, missing._undefined_hint  # noqa: SLF001
        if place is None:
            raise UndefinedError(f"{name} is worked out before the run; it will be told then")
        if missing._undefined_exception is SecurityError:  # noqa: SLF001
            self._tell("BW404", place, str(name), f'"{name}" is not open to templates')
        elif hint:
            self._tell("BW402", place, str(name), _as_ours(hint))
        elif isinstance(owner, Words):
            self._found.add(*missing_words(owner, str(name), self._house.span(*place, str(name))))
        elif isinstance(owner, Field):
            self._tell("BW402", place, str(name), _no_part(owner, name), *did_you_mean(str(name), known_names(owner)))
        else:
            known = did_you_mean(str(name), self._environment.globals)
            self._tell("BW402", place, str(name), f'nothing is called "{name}" here', *known)


def _no_part(owner: Field, name: object) -> str:
    if isinstance(name, str):
        return f'{kind_of(owner)} has no field "{name}"'
    return f"{name_of(owner)} has no item {name}"


class _Missing(Undefined):
    """The stand-in for a name that does not exist: told where it is used, then empty, so that the run goes on."""

    __slots__ = ()
    _to: Callable[[Undefined], None]

    def _tell(self) -> None:
        self._to(self)

    def __str__(self) -> str:
        self._tell()
        return ""

    def __iter__(self) -> Iterator[Any]:
        self._tell()
        return iter(())

    def __len__(self) -> int:
        self._tell()
        return 0

    def __bool__(self) -> bool:
        self._tell()
        return False

    def __eq__(self, other: object) -> bool:
        self._tell()
        return False

    __hash__ = Undefined.__hash__

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        self._tell()
        return self

    def _answer(self, *_args: object, **_options: object) -> Any:
        self._tell()
        return self

    __getitem__ = __call__ = __pos__ = __neg__ = _answer
    __add__ = __radd__ = __sub__ = __rsub__ = __mul__ = __rmul__ = __pow__ = __rpow__ = _answer
    __truediv__ = __rtruediv__ = __floordiv__ = __rfloordiv__ = __mod__ = __rmod__ = _answer
    __lt__ = __le__ = __gt__ = __ge__ = _answer

    def __int__(self) -> Any:
        self._tell()
        return 0

    __abs__ = __int__

    def __float__(self) -> Any:
        self._tell()
        return 0.0


def _missing(tell: Callable[[Undefined], None]) -> type[Undefined]:
    return type("Missing", (_Missing,), {"_to": staticmethod(tell), "__slots__": ()})


def _bounded(template: Template) -> str:
    """The whole text of a template.

    Raises:
        OverflowError: it is longer than any document needs to be.
    """
    parts: list[str] = []
    length = 0
    for part in template.root_render_func(template.new_context()):
        parts.append(part)
        length += len(part)
        if length > LONGEST:
            raise OverflowError(f"the template gives more than {LONGEST} characters")
    return "".join(parts)


def _place_above(frame: FrameType | None) -> _Place | None:
    """The line of the innermost template that a frame was called from."""
    while frame is not None:
        if (place := _place_in(frame, frame.f_lineno)) is not None:
            return place
        frame = frame.f_back
    return None


def _place_of(traceback: TracebackType | None) -> _Place | None:
    """The line of the innermost template that an exception passed through."""
    place = None
    while traceback is not None:
        place = _place_in(traceback.tb_frame, traceback.tb_lineno) or place
        traceback = traceback.tb_next
    return place


def _place_in(frame: FrameType, line: int) -> _Place | None:
    template = frame.f_globals.get("__jinja_template__")
    if template is None or frame.f_code in internal_code:
        return None
    return template.filename or template.name or "", template.get_corresponding_lineno(line)


def _hints_for_filter(name: str, templates: SandboxedEnvironment) -> tuple[str, ...]:
    if name in REFUSED:
        return ("what the brief says is never markup; print it bare to keep it linked",)
    return did_you_mean(name, templates.filters)


def _as_ours(message: str) -> str:
    """A message of Jinja in the form of ours: small letter first, no full stop, double quotes."""
    message = re.sub(r"'([^']*)'", r'"\1"', message.rstrip("."))
    return message[:1].lower() + message[1:]
