"""Small briefs and small house styles, composed: what the tests of composing share."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefwright.brief.load import LoadedBrief, load
from briefwright.compose.compose import Composed, compose
from briefwright.compose.house import House, TemplateFile
from briefwright.diagnostics import Report, Span
from briefwright.document.dump import dump
from briefwright.document.nodes import Block, Document, Inline, Text
from briefwright.document.pictures import Image
from briefwright.document.walk import all_inlines

TEMPLATES = Path(__file__).parents[2] / "templates"

BRIEF = """\
schema_version: "1"
id: water
type: commentary
language: en-GB
title: Why repair is *cheaper*
short_title: Repair
series: {title: Policy Briefs, number: 2026/4}
date: 2026-03-31
information_cutoff: 2026-03-20T17:00+01:00
status: draft
authors:
  - {name: Amina Okafor, affiliation: Water Institute}
  - {given: Ines, family: Duarte}
purpose: inform
audience: Regulators
question: Whether *repair* should be exempt
summary:
  bluf: >-
    Repair is **cheaper** than new
    water [@survey, p. 4], see [#leaks].
  key_points: [One., Two., Three.]
context:
  - id: background
    heading: Background
    body:
      - A first paragraph.
      - {text: A second one., citations: [survey]}
timeline:
  - {date: 2024-06, text: A month.}
  - {date: 2024, text: A year.}
  - {date: 2024-12-01, text: A day.}
actors:
  - {id: utilities, name: Utilities, kind: company}
  - {id: ministry, name: Ministry for Water, kind: government_body}
methodology:
  yardstick: icd203
  confidence_scale: icd203
  risk_matrix: {size: 5}
risks:
  - id: leaks
    title: Leaks go on
    cause: Old pipes.
    event: Leaks go on.
    consequence: Water is lost.
    likelihood: likely
    impact: 4
    confidence: low
    trend: rising
    affects: [utilities]
    citations:
      - {source: survey, locator: "12", note: Figures for 2023.}
      - {source: letter, relation: disputes}
  - id: drought
    title: A drought
    event: It does not rain.
    consequence: Wells run dry.
    likelihood: not_assessed
    likelihood_reason: No model.
    impact: 5
figures:
  - {id: map, file: map.png, title: The districts, alt: A map of nine districts, width: 50}
  - {id: line, file: line.png, title: A line, decorative: true}
tables:
  - {id: losses, title: Losses, columns: [District, Losses], rows: [[North, "31"], [South, ""]]}
boxes:
  - {id: terms, kind: definition, title: Terms, blocks: [A loss is water that is not billed.]}
sources:
  - {id: survey, type: report, title: Survey, publisher: Institute, issued: 2024, retrieval: read}
  - {id: letter, type: document, title: Letter, publisher: Utility, issued: 2025, retrieval: read}
further_reading: [survey, letter]
"""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of composing a brief: the composed document, if any, and what was told."""

    composed: Composed | None
    told: list[tuple[str, str]]
    report: Report

    @property
    def document(self) -> Document:
        """The document; it fails the test if there is none."""
        assert self.composed is not None, self.told
        return self.composed.document

    @property
    def content(self) -> tuple[Block, ...]:
        """The blocks of the document."""
        return self.document.content

    @property
    def text(self) -> str:
        """The document as text."""
        return dump(self.document)


def shared(name: str) -> str:
    """A file of the built-in templates."""
    return (TEMPLATES / name).read_text(encoding="utf-8")


def house(files: Mapping[str, str]) -> House:
    """A house called `test` of these files, whose words are the built-in ones."""
    known = {f"_base/words/{tag}.yaml": shared(f"_base/words/{tag}.yaml") for tag in ("en", "fr")} | dict(files)

    def read(name: str) -> TemplateFile | None:
        return TemplateFile(f"templates/{name}", known[name]) if name in known else None

    return House("test", read)


def composed(template: str, brief: str = BRIEF, files: Mapping[str, str] | None = None) -> Outcome:
    """The brief as a house places it whose template is given, beside other files of `templates/`."""
    one = loaded(brief)
    report = Report()
    styles = house({"test/document.xml": template, **(files or {})})
    result = compose(one.brief, one.source, styles, _picture, report)
    return Outcome(result, [(told.code, str(told.span)) for told in report], report)


def placed(content: str, brief: str = BRIEF, files: Mapping[str, str] | None = None) -> Outcome:
    """As `composed`, for the content of a document: it starts on the second line of the template."""
    return composed(f"<document>\n{content}\n</document>", brief, files)


def told(content: str, brief: str = BRIEF, files: Mapping[str, str] | None = None) -> list[tuple[str, str]]:
    """The code and the place of each problem of a document with this content, which has at least one error."""
    outcome = placed(content, brief, files)
    assert outcome.composed is None
    return outcome.told


def texts(document: Document) -> list[Text]:
    """Every text of a document."""
    return [inline for inline in all_inlines(document) if isinstance(inline, Text)]


def values(content: tuple[Inline, ...]) -> list[str]:
    """The words of the texts that stand directly in a content."""
    return [inline.value for inline in content if isinstance(inline, Text)]


def written(span: Span, text: str = BRIEF) -> str:
    """What stands at a span of a text."""
    lines = text.splitlines()[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


@cache
def loaded(brief: str) -> LoadedBrief:
    """The brief of a text without errors."""
    report = Report()
    found = load(brief, "brief.yaml", dt.date(2026, 4, 1), report)
    assert found is not None
    assert not report.has_errors, list(report)
    return found


def _picture(path: str, _span: Span) -> Image | None:
    return Image(path.encode(), "image/png")
