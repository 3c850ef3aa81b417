"""The vocabulary of the markup: which element may stand where, with which attributes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefwright.compose.field import OPEN
from briefwright.compose.xml import Element
from briefwright.diagnostics import Report, did_you_mean


@dataclass(frozen=True, slots=True)
class Rule:
    """What an element takes: attributes it must and may have, elements it may hold, whether it may hold text."""

    required: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    holds: frozenset[str] = frozenset()
    text: bool = False


_WORDS = frozenset({"em", "strong", "span", "br", "checkbox", "link", "ref", "cite", "note", "caption-label"})
_BODY = frozenset({"caption-label"})
_PAGES = frozenset({"page-number", "page-count"})
_FIGURES = frozenset({"figure", "chart", "timeline", "scale"})
_FLOW = frozenset({"heading", "p", "line", "list", "table", "columns", "box", *_FIGURES})
_INLINE = Rule(holds=_WORDS | _PAGES, text=True)
_PLACED = ("id", "label")
_FIGURE = ("alt", "decorative", "width", *_PLACED)

ELEMENTS: Mapping[str, Rule] = {
    "document": Rule(holds=_FLOW | {"header", "footer", "title", "section", "contents"}),
    "header": Rule(required=("pages",), holds=frozenset({"p", "line"})),
    "footer": Rule(required=("pages",), holds=frozenset({"p", "line"})),
    # blocks
    "section": Rule(required=("kind",), optional=_PLACED, holds=_FLOW | {"title", "section", "contents"}),
    "contents": Rule(required=("words", "levels"), holds=_WORDS - {"ref", "cite", "note"}, text=True),
    "title": Rule(optional=("style",), holds=_INLINE.holds, text=True),
    "heading": Rule(required=("level",), optional=("style", *_PLACED), holds=_INLINE.holds, text=True),
    "p": Rule(optional=("style", *_PLACED), holds=_INLINE.holds, text=True),
    "line": Rule(required=("style",), holds=frozenset({"left", "centre", "right"})),
    "left": _INLINE,
    "centre": _INLINE,
    "right": _INLINE,
    "list": Rule(required=("style",), holds=frozenset({"item"})),
    "item": Rule(optional=("style", *_PLACED), holds=_FLOW | _INLINE.holds, text=True),
    "table": Rule(required=("style",), optional=("summary", *_PLACED), holds=frozenset({"caption", "head", "row"})),
    "caption": _INLINE,
    "head": Rule(holds=frozenset({"row"})),
    "row": Rule(optional=_PLACED, holds=frozenset({"cell"})),
    "cell": Rule(optional=("style", "span", "shade", "header"), holds=_FLOW | _INLINE.holds, text=True),
    "columns": Rule(required=("style",), holds=frozenset({"cell"})),
    "columns/cell": Rule(holds=_FLOW),
    "box": Rule(required=("style",), optional=_PLACED, holds=_FLOW),
    "figure": Rule(required=("file",), optional=_FIGURE, holds=frozenset({"p"})),
    "chart": Rule(required=("kind",), optional=("unit", *_FIGURE), holds=frozenset({"p", "category", "series"})),
    "category": Rule(required=("name",)),
    "series": Rule(required=("name",), holds=frozenset({"value"})),
    "value": Rule(required=("of",)),
    "timeline": Rule(optional=_FIGURE, holds=frozenset({"p", "event"})),
    "event": Rule(required=("from", "date"), optional=("until", "name", "planned")),
    "scale": Rule(optional=_FIGURE, holds=frozenset({"p", "band"})),
    "band": Rule(required=("term", "low", "high", "bounds")),
    # inlines
    "em": _INLINE,
    "strong": _INLINE,
    "span": Rule(required=("style",), holds=_INLINE.holds, text=True),
    "link": Rule(required=("href",), holds=_INLINE.holds - _BODY - {"link", "ref", "note", "cite"}, text=True),
    "ref": Rule(required=("to",), holds=_INLINE.holds - _BODY - {"link", "ref", "note", "cite"}, text=True),
    "note": Rule(holds=_INLINE.holds - _BODY - {"note", "cite"}, text=True),
    "cite": Rule(required=("of",)),
    "caption-label": Rule(required=("of",), text=True),
    "br": Rule(),
    "checkbox": Rule(),
    "page-number": Rule(),
    "page-count": Rule(),
}
"""The rule of each element; `columns/cell` is the cell of columns, which differs from that of a table."""

_NAMES = {name.rpartition("/")[2] for name in ELEMENTS}


def check(root: Element, report: Report) -> bool:
    """Whether the markup keeps to the vocabulary; each place where it does not is told in the report."""
    if root.name != "document":
        report.add("BW415", root.span, f'"{root.name}" cannot be the outermost element', "begin with <document>")
        return False
    before = len(report.diagnostics)
    _check(root, "", report)
    return len(report.diagnostics) == before


def _check(element: Element, parent: str, report: Report, *, in_furniture: bool = False) -> None:
    rule = ELEMENTS.get(f"{parent}/{element.name}") or ELEMENTS[element.name]
    _check_attributes(element, rule, report)
    for child in element.content:
        if isinstance(child, str):
            if not rule.text and child.strip():
                shown = "a field" if OPEN in child else f'the text "{_start(child)}"'
                report.add("BW415", element.span, f'{shown} cannot stand directly in "{element.name}"', *_hints(rule))
        elif child.name not in _NAMES:
            known = did_you_mean(child.name, rule.holds) or did_you_mean(child.name, _NAMES) or _hints(rule)
            report.add("BW411", child.span, f'there is no element "{child.name}"', *known)
        elif child.name in _PAGES and not in_furniture:
            hint = "it stands in a header or a footer"
            report.add("BW415", child.span, f'"{child.name}" cannot stand in the text of a document', hint)
        elif child.name in _BODY and in_furniture:
            report.add("BW415", child.span, f'"{child.name}" cannot stand in a header or a footer')
        elif child.name not in rule.holds:
            report.add("BW415", child.span, f'"{child.name}" cannot stand in "{element.name}"', *_hints(rule))
        else:
            _check(child, element.name, report, in_furniture=in_furniture or child.name in {"header", "footer"})


def _check_attributes(element: Element, rule: Rule, report: Report) -> None:
    known = (*rule.required, *rule.optional)
    for name in element.attributes:
        if name not in known:
            hints = did_you_mean(name, known) or _listed("it takes", known)
            report.add("BW412", element.span, f'"{element.name}" has no attribute "{name}"', *hints)
    for name in rule.required:
        if name not in element.attributes:
            report.add("BW413", element.span, f'"{element.name}" needs the attribute "{name}"')


def _start(text: str) -> str:
    return " ".join(text.split())[:30]


def _hints(rule: Rule) -> tuple[str, ...]:
    return _listed("it may hold", sorted(rule.holds)) if rule.holds else ("it holds nothing",)


def _listed(what: str, names: Iterable[str]) -> tuple[str, ...]:
    listed = ", ".join(names)
    return (f"{what} {listed}",) if listed else ()
