"""The markup of pictures that are drawn from data: charts, timelines and scales."""

from __future__ import annotations

import math
from collections.abc import Iterator

from briefwright.brief.dates import PartialDate
from briefwright.compose.attributes import Attributes
from briefwright.compose.inlines import InlineReader
from briefwright.compose.xml import Element
from briefwright.diagnostics import Report
from briefwright.document.pictures import CHART_KINDS, Band, Chart, Event, Picture, Scale, Series, Timeline


class PictureReader:
    """Reads the data of pictures; what is wrong with them goes to the report."""

    def __init__(self, attributes: Attributes, inlines: InlineReader, report: Report) -> None:
        self._attributes = attributes
        self._inlines = inlines
        self._report = report

    def of(self, element: Element) -> Picture | None:
        """The picture of an element; None where it has no data to draw."""
        match element.name:
            case "chart":
                return self._chart(element)
            case "timeline":
                events = [self._event(child) for child in _named(element, "event")]
                known = tuple(event for event in events if event is not None)
                return Timeline(known) if known else None
            case _:
                bands = tuple(self._band(child) for child in _named(element, "band"))
                return Scale(bands) if bands else None

    def _chart(self, element: Element) -> Chart | None:
        kind = self._attributes.choice(element, "kind", CHART_KINDS)
        categories = tuple(self._inlines.phrase(child, "name") for child in _named(element, "category"))
        series = tuple(self._series(child, len(categories)) for child in _named(element, "series"))
        if not any(value is not None for one in series for value in one.values):
            return None
        found = next(one for one in CHART_KINDS if one == kind)
        return Chart(found, categories, series, self._inlines.phrase(element, "unit"))

    def _series(self, element: Element, categories: int) -> Series:
        values = tuple(self._number(child, "of") for child in _named(element, "value"))
        if len(values) != categories:
            message = f"this series has {len(values)} values, and the chart {categories} categories"
            self._report.add("BW419", element.span, message, 'a value that is not known is <value of=""/>')
            values = (*values, *[None] * categories)[:categories]
        return Series(self._inlines.phrase(element, "name"), values)

    def _event(self, element: Element) -> Event | None:
        start, until = self._date(element, "from"), self._date(element, "until")
        if start is None:
            return None
        middle = start.earliest + (start.latest - start.earliest) / 2
        return Event(
            day=start.earliest if until else middle,
            until=until.latest if until else None,
            date=self._inlines.phrase(element, "date"),
            name=self._inlines.phrase(element, "name"),
            planned=self._attributes.flag(element, "planned"),
        )

    def _date(self, element: Element, name: str) -> PartialDate | None:
        value = self._attributes.raw(element, name)
        try:
            return PartialDate.parse(value) if value else None
        except ValueError:
            self._attributes.wrong(element, name, f'"{value}" is not a date such as 2024, 2024-06 or 2024-06-19')
            return None

    def _band(self, element: Element) -> Band:
        low, high = (self._number(element, name) or 0.0 for name in ("low", "high"))
        if not 0 <= low <= high <= 100:
            self._attributes.wrong(element, "high", "a band lies between 0 and 100, its lower bound first")
        return Band(low, high, self._inlines.phrase(element, "term"), self._inlines.phrase(element, "bounds"))

    def _number(self, element: Element, name: str) -> float | None:
        """A number; None where the attribute is empty."""
        value = self._attributes.raw(element, name)
        if not value:
            return None
        try:
            number = float(value)
        except ValueError:
            number = math.nan
        if math.isfinite(number):
            return number
        self._attributes.wrong(element, name, f'"{value}" is not a number')
        return None


def _named(element: Element, name: str) -> Iterator[Element]:
    return (child for child in element.content if not isinstance(child, str) and child.name == name)
