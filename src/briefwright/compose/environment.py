"""The sandbox in which house templates run: what they may use, and how each of their tags learns its line."""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterator, Mapping
from functools import wraps
from html import escape
from typing import Any

from jinja2 import BaseLoader, BytecodeCache, StrictUndefined
from jinja2.exceptions import TemplateRuntimeError, TemplateSyntaxError
from jinja2.ext import Extension
from jinja2.lexer import Token, TokenStream
from jinja2.runtime import Undefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from pydantic import BaseModel

from briefwright.compose.field import Field, plain

AT = "at"
"""The attribute in which a tag carries the file and the line it was written on."""

REFUSED = frozenset({"safe", "random", "urlize", "xmlattr", "tojson", "pprint", "forceescape", "striptags"})
"""Filters that would turn text into markup, undo an escape or vary from run to run."""

_OF_TEXT = (
    *("capitalize", "center", "indent", "lower", "replace", "title"),
    *("trim", "truncate", "upper", "wordcount", "wordwrap"),
)
_OF_VALUES = (
    *("none", "string", "number", "integer", "float", "boolean"),
    *("sequence", "iterable", "odd", "even", "divisibleby", "in"),
)
_RANGE_BUDGET = 100_000
_LONGEST = 100_000
_LARGEST_EXPONENT = 64


class _TagLines(Extension):
    """Stamps each literal start tag with its place, and trims the bodies of macros to what they say.

    It also refuses to let a template turn escaping off.
    """

    _tag = re.compile(r"<([A-Za-z_][\w.:-]*)(?=[\s/>]|\Z)")

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """The tokens of a template, changed so."""
        file = stream.filename or ""
        statement: list[Token] = []
        for token in stream:
            if token.type != "data":
                statement = [token] if token.type == "block_begin" else [*statement, token]
                _refuse_autoescape(statement, stream)
                yield token
                continue
            text = self._stamped(token, file)
            if _opens_body(statement):
                text = text.lstrip()
            if stream.current.type == "block_begin" and stream.look().value in _ENDS_OF_BODIES:
                text = text.rstrip()
            statement = []
            if text:
                yield Token(token.lineno, "data", text)

    def _stamped(self, token: Token, file: str) -> str:
        def stamp(tag: re.Match[str]) -> str:
            line = token.lineno + token.value.count("\n", 0, tag.start())
            return f'<{tag[1]} {AT}="{escape(file)}:{line}"'

        return self._tag.sub(stamp, token.value)


_ENDS_OF_BODIES = frozenset({"endmacro", "endcall", "endset"})


def _opens_body(statement: list[Token]) -> bool:
    """Whether a statement begins a macro, a call or a `set` without a value, whose body follows."""
    if len(statement) < 2 or statement[-1].type != "block_end":
        return False
    name = statement[1].value
    return name in {"macro", "call"} or (name == "set" and all(token.type != "assign" for token in statement))


def _refuse_autoescape(statement: list[Token], stream: TokenStream) -> None:
    if [token.value for token in statement[1:]] == ["autoescape"]:
        raise TemplateSyntaxError("escaping cannot be changed", statement[0].lineno, stream.name, stream.filename)


class _Ranges:
    """`range`, bounded over a whole run, so that no nest of loops runs for ever."""

    def __init__(self) -> None:
        self._left = _RANGE_BUDGET

    def __call__(self, *bounds: object) -> range:
        numbers = range(*map(plain, bounds))
        self._left -= len(numbers) + 1
        if self._left < 0:
            raise OverflowError(f"the ranges of a template may count to {_RANGE_BUDGET} together")
        return numbers


def environment(
    loader: BaseLoader,
    names: Mapping[str, object],
    filters: Mapping[str, Callable[..., object]],
    undefined: type[Undefined] = StrictUndefined,
    compiled: BytecodeCache | None = None,
) -> ImmutableSandboxedEnvironment:
    """A sandbox whose templates, and all that they import, see these names and these filters beside Jinja's own.

    Templates found in `compiled` are not compiled again, and new ones are kept in it.
    """
    made = ImmutableSandboxedEnvironment(
        loader=loader,
        autoescape=True,
        optimized=False,  # a template runs once: folding its constants costs more than it saves
        undefined=undefined,
        extensions=[_TagLines],
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        bytecode_cache=compiled,
        finalize=_printable,
    )
    made.intercepted_binops = frozenset({"*", "**"})
    made.binop_table |= {"*": _times, "**": _power}
    for name in REFUSED:
        del made.filters[name]
    made.filters |= {name: _of_text(made.filters[name]) for name in _OF_TEXT}
    made.filters |= {"items": _items, **filters}
    made.tests |= {name: _of_values(made.tests[name]) for name in _OF_VALUES} | {"mapping": _is_record}
    del made.globals["lipsum"]
    made.globals |= {**names, "range": _Ranges()}
    return made


def _printable(value: object) -> object:
    """What an expression prints: a text, a number, or what knows how to place itself; nothing for none."""
    if value is None:
        return ""
    prints = isinstance(value, str | int | float | Undefined) or hasattr(value, "__html__")
    if not prints or isinstance(value, bool):
        kind = "a yes or no" if isinstance(value, bool) else f"a {type(value).__name__}"
        raise TemplateRuntimeError(f"{kind} cannot be printed")
    return value


def _of_text(function: Callable[..., Any]) -> Callable[..., Any]:
    """The filter with the text of a field in place of the field: what it gives belongs to the house."""

    @wraps(function)
    def of_text(*args: object, **options: object) -> object:
        return function(*(str(arg) if isinstance(arg, Field) else arg for arg in args), **options)

    return of_text


def _of_values(function: Any) -> Callable[..., Any]:
    @wraps(function)
    def of_values(*args: object) -> object:
        return function(*map(plain, args))

    return of_values


def _items(record: Any) -> Iterator[tuple[object, object]]:
    return ((key, record[key]) for key in record)


def _is_record(value: object) -> bool:
    return isinstance(plain(value), BaseModel | Mapping)


def _times(left: object, right: object) -> Any:
    left, right = plain(left), plain(right)
    for text, count in ((left, right), (right, left)):
        if isinstance(text, str | list | tuple) and isinstance(count, int) and len(text) * count > _LONGEST:
            raise OverflowError("the product is too long")
    return operator.mul(left, right)


def _power(base: object, exponent: object) -> Any:
    if abs(plain(exponent)) > _LARGEST_EXPONENT or abs(plain(base)) > _LONGEST:
        raise OverflowError("the power is too large")
    return operator.pow(plain(base), plain(exponent))
