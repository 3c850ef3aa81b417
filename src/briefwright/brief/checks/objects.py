"""Figures, tables, pull quotes: what they show is complete, and is what the text says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.brief.brief import Brief
from briefwright.brief.checks.finding import Finding
from briefwright.brief.objects import PullQuote
from briefwright.brief.part import Named
from briefwright.brief.sections import ListBlock, Paragraph, QuoteBlock
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
