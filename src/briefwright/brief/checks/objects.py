"""Figures, tables, pull quotes: what they show is complete, and is what the text says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.brief.brief import Brief
from briefwright.brief.checks.finding import Finding
from briefwright.brief.objects import PullQuote
from briefwright.brief.part import Named, parts
from briefwright.brief.sections import BoxRef, FigureRef, ListBlock, Paragraph, QuoteBlock, TableRef
from briefwright.brief.sources import Source
from briefwright.source.wording import counted

_MARKUP = re.compile(r"\[[@#][^\]]*\]|(?<=\])\([^)]*\)|[*_\[\]\\]")


def rows_fit_their_table(brief: Brief) -> Iterator[Finding]:
    """Each row of a table has a cell for each column."""
    for index, table in enumerate(brief.tables):
        for number, row in enumerate(table.rows):
            if len(row) != len(table.columns):
                message = (
                    f"the row has {counted(len(row), 'cell')}; the table has {counted(len(table.columns), 'column')}"
                )
                path = ("tables", index, "rows", number)
                yield Finding("BW318", path, message, (), (("tables", index, "columns"),))


def series_fit_their_chart(brief: Brief) -> Iterator[Finding]:
    """Each series of a chart has a value for each category."""
    for index, figure in enumerate(brief.figures):
        chart = figure.chart
        for number, series in enumerate(chart.series if chart else ()):
            if chart and len(series.values) != len(chart.categories):
                message = (
                    f"the series has {len(series.values)} values; the chart has {len(chart.categories)} categories"
                )
                path = ("figures", index, "chart", "series", number, "values")
                yield Finding("BW318", path, message, (), (("figures", index, "chart", "categories"),))


def objects_are_placed(brief: Brief) -> Iterator[Finding]:
    """Each figure, table, box and pull quote has a place: a block names it, or it stands after a section."""
    placed = {_placed_by(part) for _, part in parts(brief)}
    for field in ("figures", "tables", "boxes", "pull_quotes"):
        for index, item in enumerate(getattr(brief, field)):
            if item.after is None and (item.id is None or item.id not in placed):
                name = f'"{item.id}"' if item.id else "this"
                hints = ("name a section in after, or place it by a block of a section",)
                yield Finding("BW328", (field, index), f"{name} has no place and will not be printed", hints)


def _placed_by(part: object) -> str | None:
    match part:
        case FigureRef():
            return part.figure
        case TableRef():
            return part.table
        case BoxRef():
            return part.box
        case _:
            return None


def pull_quotes_are_verbatim(brief: Brief) -> Iterator[Finding]:
    """A pull quote stands word for word in the block that it names, or cites a source."""
    for index, quote in enumerate(brief.pull_quotes):
        path = ("pull_quotes", index)
        located = brief.record(quote.origin) if quote.origin else None
        if quote.citations or (located and isinstance(located.part, Source)) or (quote.origin and not located):
            continue
        if located is None:
            hints = ("name its block or source in from, or add citations",)
            message = "nothing says where these words stand"
            yield Finding("BW317", (*path, "text"), message, hints, ((*path, "from"), (*path, "citations")))
        elif not _stands_in(quote, located.part):
            message = f'these words do not stand in "{quote.origin}"'
            yield Finding("BW317", (*path, "text"), message, ("take them over word for word",), (located.path,))


def _stands_in(quote: PullQuote, block: Named) -> bool:
    return any(_plain(quote.text) in _plain(text) for text in _texts(block))


def _texts(block: Named) -> tuple[str, ...]:
    if isinstance(block, Paragraph):
        return (block.text,)
    if isinstance(block, QuoteBlock):
        return (block.quote,)
    return block.items if isinstance(block, ListBlock) else ()


def _plain(text: str) -> str:
    return re.sub(r" ([.,;:])", r"\1", " ".join(_MARKUP.sub("", text).split()))
