"""What the file says of itself: the core and the extended properties."""

from __future__ import annotations

from briefwright.document.nodes import Metadata
from briefwright.formats.docx.xml import Element, root, text

_FIRST_DAY = "0000-01-01"


def core_properties(metadata: Metadata) -> Element:
    """The root of the core properties; both dates are the document's own, so that every build gives the same bytes."""
    moment = f"{metadata.date}{_FIRST_DAY[len(metadata.date) :]}"[:10] + "T00:00:00Z"
    dated = {"xsi:type": "dcterms:W3CDTF"}
    authors = "; ".join(metadata.authors)
    said = [
        ("dc:title", metadata.title),
        ("dc:subject", metadata.subject),
        ("dc:creator", authors),
        ("cp:keywords", ", ".join(metadata.keywords)),
        ("cp:lastModifiedBy", authors),
        ("cp:contentStatus", metadata.status),
        ("dc:identifier", metadata.identifier),
        ("dc:language", metadata.language),
    ]
    return root(
        "cp:coreProperties",
        ("cp", "dc", "dcterms", "xsi"),
        *[text(name, value) for name, value in said if value],
        text("cp:revision", "1"),
        text("dcterms:created", moment, dated),
        text("dcterms:modified", moment, dated),
    )


def extended_properties(metadata: Metadata) -> Element:
    """The root of the extended properties."""
    said = [text("ep:Application", "Briefwright")]
    if metadata.publisher:
        said.append(text("ep:Company", metadata.publisher))
    return root("ep:Properties", ("ep",), *said)
