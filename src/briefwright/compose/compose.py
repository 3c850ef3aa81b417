"""From a brief to its document: the house places the fields, and each one prints with its origin."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefwright.brief.brief import Brief
from briefwright.compose import functions, markup, references, vocabulary, words, xml
from briefwright.compose.field import Field
from briefwright.compose.house import House
from briefwright.compose.localise import Language
from briefwright.compose.markup import Body, ReadImage
from briefwright.compose.printing import Printer
from briefwright.compose.template import render
from briefwright.diagnostics import Report, Span
from briefwright.document.nodes import Document, Metadata
from briefwright.document.numbering import caption_labels, number_captions
from briefwright.source.source import Source

TEMPLATE = "document.xml"
"""The file of a house that places the parts of a brief."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A brief as its house places it; `markup` is what the template gave, for people to look into."""

    markup: str
    document: Document


def compose(brief: Brief, source: Source, house: House, image: ReadImage, report: Report) -> Composed | None:
    """The document of a brief in a house style, or None with what stands in the way in the report.

    Citations are in place and not yet numbered; cross-references have their words.
    """
    found = Report()
    composed = _compose(brief, source, house, image, found)
    report.extend(found.diagnostics)
    return None if found.has_errors else composed


def _compose(brief: Brief, source: Source, house: House, image: ReadImage, report: Report) -> Composed | None:
    language = Language(brief.language)
    known = words.load(house, language, report, source.span(("language",)))
    if known is None:
        return None
    root = Field(brief)
    names = functions.names(brief, root, known, language)
    text = render(house, TEMPLATE, names, functions.filters(language), report)
    element = None if text is None else xml.read(text, house, report)
    if text is None or element is None or not vocabulary.check(element, report):
        return None
    printer = Printer(source, language, known, report)
    body = _numbered(markup.build(element, root, printer, image, report))
    body = references.resolve(body, lambda name: _name_of(brief, name), report)
    return Composed(text, Document(_metadata(brief, root, printer, element.span), body.furniture, body.content))


def _numbered(body: Body) -> Body:
    """The body with its figures and tables numbered; those that the house gave no label are called by their numbers."""
    content = number_captions(body.content)
    called = {name: label.text for name, label in caption_labels(content) if not body.labels.get(name)}
    return replace(body, content=content, labels={**body.labels, **called})


def _name_of(brief: Brief, identifier: str) -> str | None:
    """What to call the part that has an id; its id where it has no name; None where there is no such part."""
    located = brief.record(identifier)
    if located is None:
        return None
    names = (getattr(located.part, name, None) for name in ("title", "heading", "name"))
    return next((name for name in names if name), identifier)


def _metadata(brief: Brief, root: Field, printer: Printer, place: Span) -> Metadata:
    def line(field: Field) -> str:
        return printer.line(field, place)

    series = brief.series.number if brief.series else None
    report_number = brief.identifiers.report_number if brief.identifiers else None
    return Metadata(
        title=brief.title,
        language=brief.language,
        date=brief.date.isoformat(),
        authors=tuple(author.printed_name for author in brief.authors),
        subject=line(root.question) or line(root.subtitle),
        keywords=tuple(actor.name for actor in brief.actors),
        publisher=brief.publisher.name if brief.publisher else "",
        identifier=report_number or series or "",
        status=line(root.status),
    )
