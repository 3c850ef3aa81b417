"""The check of all prose of a brief: its markup, and the ids it calls, each at its exact place in the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from briefwright.brief.brief import Brief
from briefwright.brief.citation import Citation
from briefwright.brief.part import Part, keys_of, parts
from briefwright.brief.prose import parse
from briefwright.brief.sources import Source as CitableSource
from briefwright.brief.text import Prose
from briefwright.diagnostics import Report, did_you_mean
from briefwright.document import nodes
from briefwright.document.nodes import Inline, Origin
from briefwright.document.walk import inlines
from briefwright.source.source import Source
from briefwright.source.value import Path

_REMARKS: tuple[tuple[type[Part], str], ...] = ((Citation, "quote"), (Citation, "note"), (CitableSource, "note"))
"""Fields that print within a note or in the list of sources, where nothing can be called."""


def check_prose(brief: Brief, source: Source, report: Report, lost_ids: frozenset[str] = frozenset()) -> None:
    """Report what is wrong with the prose of a brief read from `source`.

    `lost_ids` are ids of parts that could not be read: calling them is not a mistake.
    """
    known_sources = {listed.id for listed in brief.sources} | lost_ids
    known_parts = brief.index.keys() | lost_ids
    for path, remark, text in _prose(brief):
        content = parse(text, _origins(source, path), report)
        for inline in inlines(content):
            if remark and isinstance(inline, nodes.Citation | nodes.InternalLink):
                hint = "cite it from the claim itself" if isinstance(inline, nodes.Citation) else "name it in words"
                report.add("BW514", inline.origin.span, "a remark within a note cannot call anything", hint)
            else:
                _check_ids(inline, known_sources, known_parts, report)


def _prose(brief: Brief) -> Iterator[tuple[Path, bool, Prose]]:
    """Every prose value of a brief with its path, and whether it is a remark within a note."""
    for path, part in parts(brief):
        for attribute, key in keys_of(type(part)):
            value = getattr(part, attribute)
            below = (*path, key)
            remark = (type(part), attribute) in _REMARKS
            if isinstance(value, Prose):
                yield below, remark, value
            elif isinstance(value, tuple):
                yield from (((*below, n), remark, item) for n, item in enumerate(value) if isinstance(item, Prose))


def _origins(source: Source, path: Path) -> Callable[[int, int], Origin]:
    pointer = "/" + "/".join(map(str, path))
    return lambda start, end: Origin(pointer, source.inner_span(path, start, end))


def _check_ids(inline: Inline, sources: set[str], known: set[str], report: Report) -> None:
    if isinstance(inline, nodes.Citation):
        for cited in inline.sources:
            if cited.source not in sources:
                hints = did_you_mean(cited.source, sources) or ("list it under sources",)
                report.add("BW501", cited.origin.span, f'no source has the id "{cited.source}"', *hints)
    elif isinstance(inline, nodes.InternalLink) and inline.target not in known:
        message = f'no part of the brief has the id "{inline.target}"'
        report.add("BW502", inline.origin.span, message, *did_you_mean(inline.target, known))
