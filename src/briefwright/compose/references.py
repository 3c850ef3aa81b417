"""Cross-references: what each one prints, and where it leads once it is known what the house has placed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from briefwright.compose.markup import Body
from briefwright.diagnostics import Report
from briefwright.document.nodes import (
    Citation,
    CitedSource,
    Emphasis,
    Furniture,
    Inline,
    InternalLink,
    Link,
    Note,
    Strong,
    Styled,
    Text,
)
from briefwright.document.walk import map_inlines

NameOf = Callable[[str], str | None]
"""What to call the part of a brief that has an id; None where no part has it."""

_Inlines = tuple[Inline, ...]


def resolve(body: Body, name_of: NameOf, report: Report) -> Body:
    """The body with words in each cross-reference; one to a part that the house left out is words and no link."""
    change = _Resolver(body.labels, name_of, report)
    return replace(
        body,
        content=map_inlines(body.content, change),
        furniture=Furniture(
            *(
                map_inlines(part, change)
                for part in (
                    body.furniture.first_header,
                    body.furniture.header,
                    body.furniture.first_footer,
                    body.furniture.footer,
                )
            )
        ),
    )


@dataclass(frozen=True, slots=True)
class _Resolver:
    labels: Mapping[str, str]
    name_of: NameOf
    report: Report

    def __call__(self, content: _Inlines) -> _Inlines:
        return tuple(new for inline in content for new in self._inline(inline))

    def _inline(self, inline: Inline) -> Iterator[Inline]:
        match inline:
            case InternalLink():
                yield from self._link(inline)
            case Emphasis() | Strong() | Styled() | Link() | Note():
                yield replace(inline, content=self(inline.content))
            case Citation():
                yield replace(inline, sources=tuple(map(self._cited, inline.sources)))
            case _:
                yield inline

    def _cited(self, source: CitedSource) -> CitedSource:
        return replace(source, quote=self(source.quote), note=self(source.note))

    def _link(self, link: InternalLink) -> Iterator[Inline]:
        target = link.target
        placed, name = target in self.labels, self.name_of(target)
        words = link.content or (Text(self.labels.get(target) or name or target, link.origin),)
        if placed:
            yield replace(link, content=words, named=not link.content)
            return
        if name is None and link.origin.path is None:
            self.report.add("BW420", link.origin.span, f'nothing with the id "{target}" is placed in the document')
        yield from words
