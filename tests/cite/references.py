"""Sources of many types for the tests of citing, and the ways to look at what they become."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from briefwright.brief.sources import Source
from briefwright.diagnostics import Span
from briefwright.document.nodes import (
    Citation,
    CitedSource,
    Document,
    Furniture,
    Inline,
    Metadata,
    Note,
    Origin,
    Paragraph,
    Text,
)
from briefwright.document.walk import inlines, plain_text

CHEN = {"family": "Chen", "given": "Mei"}
RUIZ = {"family": "Ruiz", "given": "Pablo"}
OKAFOR = {"family": "Okafor", "given": "Amina"}
BRANDT = {"family": "Brandt", "given": "Lukas"}


def source(id: str, type: str, title: str | None = None, **fields: Any) -> Source:  # noqa: A002
    """A source as the model reads it; read and undated unless its fields say otherwise."""
    given: dict[str, Any] = {"id": id, "type": type, "retrieval": "read", **fields}
    if title is not None:
        given["title"] = title
    if "url" in given:
        given.setdefault("accessed", "2026-01-14")
    if "issued" not in given and given["retrieval"] == "read":
        given["undated"] = "true"
    return Source.model_validate({key: _listed(key, value) for key, value in given.items()})


def _listed(key: str, value: Any) -> Any:
    return tuple(value) if key in {"author", "editor", "translator"} else value


def nowhere(source: str, field: str | None) -> Origin:
    """An origin that spells the source and the field."""
    return Origin(f"/{source}/{field or ''}", Span("brief.yaml"))


HOUSE = Origin(None, Span("document.xml"))


def text(value: str) -> Text:
    return Text(value, Origin("/text", Span("brief.yaml", 1, 1, 1, 1 + len(value))))


def call(source: str, locator: str | None = None, label: str | None = None, **said: Any) -> CitedSource:
    label = "page" if locator is not None and label is None else label
    return CitedSource(source, locator, label, Origin("/call", Span("brief.yaml", 9)), **said)


def citation(*sources: CitedSource | str) -> Citation:
    called = tuple(call(source) if isinstance(source, str) else source for source in sources)
    return Citation(called, Origin("/call", Span("brief.yaml", 9)))


def document(*paragraphs: tuple[Inline, ...], language: str = "en-GB") -> Document:
    content = tuple(Paragraph(content, "body", HOUSE) for content in paragraphs)
    return Document(Metadata("Title", language, "2026-01-14"), Furniture(), content)


def notes(document: Document) -> list[str]:
    """The text of each note, in the order of its number."""
    found = [
        inline
        for block in document.content
        if isinstance(block, Paragraph)
        for inline in inlines(block.content)
        if isinstance(inline, Note)
    ]
    assert [note.number for note in found] == [*range(1, len(found) + 1)]
    return [plain_text(note.content).replace("\u00a0", " ") for note in found]


def marked(content: tuple[Inline, ...]) -> str:
    """The content with the calls of its notes as numbers in brackets."""
    parts: list[str] = []
    for inline in content:
        match inline:
            case Note():
                parts.append(f"[{inline.number}]")
            case Text():
                parts.append(inline.value)
            case _:
                parts.append(marked(getattr(inline, "content", ())))
    return "".join(parts)


def csl(source: Source) -> Mapping[str, Any]:
    """The source as CSL-JSON, for a second opinion."""
    given = source.model_dump(mode="python", exclude_none=True)
    item: dict[str, Any] = {"id": source.id, "type": source.type.value}
    for field in _PLAIN:
        if given.get(field):
            item[_CSL_NAMES.get(field, field.replace("_", "-"))] = str(given[field])
    for field in ("author", "editor", "translator"):
        people = getattr(source, field)
        if people:
            item[field] = [_csl_name(person) for person in people]
    if source.issued is not None:
        parts = [source.issued.year, source.issued.month, source.issued.day]
        item["issued"] = {"date-parts": [[part for part in parts if part is not None]]}
    if source.accessed is not None:
        item["accessed"] = {"date-parts": [[source.accessed.year, source.accessed.month, source.accessed.day]]}
    return item


_PLAIN = (
    "title", "title_short", "publisher", "container_title", "collection_title", "collection_number", "authority",
    "genre", "url", "doi", "number", "volume", "issue", "page", "edition", "publisher_place", "language",
)  # fmt: skip
_CSL_NAMES = {"url": "URL", "doi": "DOI"}


def _csl_name(person: Any) -> Mapping[str, str]:
    if getattr(person, "family", None):
        return {"family": person.family, "given": person.given}
    return {"literal": person.printed_name}
