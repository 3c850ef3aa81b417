"""Nodes for tests, all written at one place."""

from __future__ import annotations

from briefwright.diagnostics import Span
from briefwright.document.nodes import Block, Document, Furniture, Inline, Metadata, Origin, Paragraph, Text

HERE = Origin(None, Span("house.xml", 7))
THERE = Origin("/risks/0/event", Span("brief.yaml", 3, 5, 4, 9))


def text(value: str, origin: Origin = HERE) -> Text:
    """A text."""
    return Text(value, origin)


def paragraph(style: str, *content: Inline) -> Paragraph:
    """A paragraph of this style."""
    return Paragraph(content or (text("A"),), style, HERE)


def document(*content: Block, furniture: Furniture | None = None) -> Document:
    """A document of these blocks."""
    return Document(Metadata("Title", "en-GB", "2026-03-31", ("Ada", "Ben")), furniture or Furniture(), content)
