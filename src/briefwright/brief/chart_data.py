"""The data of charts that lie in files of their own: comma-separated values, with names in the first row and column."""

from __future__ import annotations

import csv
from collections.abc import Callable
from io import StringIO

from briefwright.brief.brief import Brief
from briefwright.brief.objects import MOST_CATEGORIES, MOST_SERIES, Chart, Figure, Series
from briefwright.diagnostics import Report, Span
from briefwright.source.forbidden import REMOVE_IT, forbidden
from briefwright.source.place import Lines
from briefwright.source.scalars import NUMBER
from briefwright.source.wording import counted

ReadText = Callable[[str, Span], tuple[str, str] | None]
"""Gives the name and the text of a file by the path that the brief names; None, with the reason in the report."""

_HINT = "write digits, with a point before decimals; leave the cell empty where the value is not known"


def with_chart_data(brief: Brief, span: Callable[[int], Span], read: ReadText, report: Report) -> Brief:
    """The brief with the data of its charts in place; `span` tells where the figure of an index names its file."""
    if not any(figure.chart and figure.chart.data for figure in brief.figures):
        return brief
    figures = tuple(_filled(figure, span(index), read, report) for index, figure in enumerate(brief.figures))
    fields = {name: getattr(brief, name) for name in Brief.model_fields}
    return Brief.model_construct(brief.model_fields_set, **{**fields, "figures": figures})


def _filled(figure: Figure, span: Span, read: ReadText, report: Report) -> Figure:
    if figure.chart is None or figure.chart.data is None:
        return figure
    found = read(figure.chart.data, span)
    chart = read_chart(figure.chart, *found, report) if found else None
    return figure if chart is None else figure.model_copy(update={"chart": chart})


def read_chart(chart: Chart, file: str, text: str, report: Report) -> Chart | None:
    """The chart with the data of a text; None if there are none, with every problem at its line of the file."""
    reader = _Reader(file, text, report)
    return reader.fill(chart)


class _Reader:
    def __init__(self, file: str, text: str, report: Report) -> None:
        self._file = file
        self._text = text
        self._lines = [*text.splitlines(), ""]
        self._report = report

    def fill(self, chart: Chart) -> Chart | None:
        before = len(self._report.diagnostics)
        rows = self._rows()
        if rows and self._is_bounded(rows):
            head = rows[0][1]
            for line, row in rows[1:]:
                self._check(line, row, head)
        if len(self._report.diagnostics) > before:
            return None
        _, head = rows[0]
        series = tuple(
            Series(name=name, values=tuple(float(row[column]) if row[column] else None for _, row in rows[1:]))
            for column, name in enumerate(head[1:], start=1)
        )
        return chart.model_copy(update={"categories": tuple(row[0] for _, row in rows[1:]), "series": series})

    def _rows(self) -> list[tuple[int, list[str]]]:
        """The rows that hold anything, each with its line counted from 0, and without blanks around its cells."""
        for offset, name in forbidden(self._text)[:1]:
            span = Lines(self._file, self._text).span(offset, offset + 1)
            self._report.add("BW106", span, f"the character {name} is not allowed", REMOVE_IT)
            return []
        reader = csv.reader(StringIO(self._text, newline=""), strict=True, skipinitialspace=True)
        rows, line = [], 0
        try:
            for row in reader:
                if any(cell.strip() for cell in row):
                    rows.append((line, [" ".join(cell.split()) for cell in row]))
                line = reader.line_num
        except csv.Error as error:
            self._tell("BW206", line, "", f"the row cannot be read: {error}")
            return []
        if len(rows) < 2:
            self._tell("BW109", 0, "", "the file holds no data", "a row of names comes first, then rows of values")
        return rows if len(rows) > 1 else []

    def _is_bounded(self, rows: list[tuple[int, list[str]]]) -> bool:
        head, categories = rows[0][1], len(rows) - 1
        if len(head) < 2:
            hints = ["separate the cells by commas"] if ";" in head[0] or "\t" in self._text else []
            self._tell("BW318", rows[0][0], "", "the first row names no series", *hints)
        elif not all(head[1:]):
            self._tell("BW318", rows[0][0], "", "a series of the first row has no name")
        elif len(head) - 1 > MOST_SERIES:
            self._tell("BW205", rows[0][0], "", f"a chart shows at most {MOST_SERIES} series, not {len(head) - 1}")
        elif categories > MOST_CATEGORIES:
            self._tell("BW205", rows[0][0], "", f"a chart shows at most {MOST_CATEGORIES} rows, not {categories}")
        else:
            return True
        return False

    def _check(self, line: int, row: list[str], head: list[str]) -> None:
        if len(row) != len(head):
            message = f"the row has {counted(len(row), 'cell')}; the first row has {len(head)}"
            self._tell("BW318", line, "", message)
            return
        if not row[0]:
            self._tell("BW318", line, "", "the row has no category in its first cell")
        for name, cell in zip(head[1:], row[1:], strict=True):
            if cell and not NUMBER.fullmatch(cell):
                self._tell("BW206", line, cell, f'"{cell}" is not a number, which "{name}" needs', _HINT)

    def _tell(self, code: str, line: int, cell: str, message: str, *hints: str) -> None:
        """Report a problem at a cell, or where its line does not show the cell as it is, at the line."""
        shown = self._lines[line]
        at = max(0, shown.find(cell)) + 1
        end = at + len(cell) if cell and cell in shown else len(shown) + 1
        self._report.add(code, Span(self._file, line + 1, at, line + 1, end), message, *hints)
