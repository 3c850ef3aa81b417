"""What a draft carries of its making: the text of the brief, the fields behind its controls, and itself as it was made.

With it, edits can be told from what stood there before, whatever has become since of the brief, of the house style or
of this program.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import replace

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part

from briefwright.document.provenance import Provenance
from briefwright.formats.docx.draft import Draft
from briefwright.formats.docx.package import TreePart, tree_part
from briefwright.formats.docx.xml import Element, node, root, text

NAMESPACE = "urn:briefwright:draft:1"
"""The namespace of the part, by which a reader finds it whatever an editor has called it."""

STYLES = "/word/styles.xml"

_ITEM = "{4B3C1A52-8E0D-4E0B-9C57-6A1D0F7B2E91}"
_ITEM_TYPE = "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"
_CUSTOM_TYPE = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_PROPERTY = 2
"""The number of the first custom property: the format keeps 0 and 1 for itself."""

_TELLING = {
    "styles", "docDefaults", "rPrDefault", "style", "name", "basedOn", "pPr", "numPr", "ilvl", "numId", "rPr", "b", "i"
}  # fmt: skip
"""What of a style tells how words are to be read: its name, bold and italic, the list it belongs to."""


Story = tuple[TreePart, bytes]
"""A part with text, and its content as the draft was made."""


def attach(provenance: Provenance, stories: Sequence[Story], styles: Element, main: TreePart, draft: Draft) -> None:
    """Put what the draft carries beside its main part, as custom XML and as custom properties."""
    package = draft.package
    part = Part(
        PackURI("/customXml/item1.xml"), "application/xml", _carried(provenance, stories, styles, draft), package
    )
    schemas = node("ds:schemaRefs", None, node("ds:schemaRef", {"ds:uri": NAMESPACE}))
    properties = root("ds:datastoreItem", ("ds",), schemas)
    properties.attributes["ds:itemID"] = _ITEM
    item = tree_part("/customXml/itemProps1.xml", _ITEM_TYPE, package, properties)
    part.relate_to(item, RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    main.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)
    custom = tree_part("/docProps/custom.xml", _CUSTOM_TYPE, package, _custom_properties(provenance))
    package.relate_to(custom, RELATIONSHIP_TYPE.CUSTOM_PROPERTIES)


def _digest(provenance: Provenance) -> str:
    return hashlib.sha256(provenance.text.encode()).hexdigest()


def _carried(provenance: Provenance, stories: Sequence[Story], styles: Element, draft: Draft) -> bytes:
    """The part: the parts of the draft stand in it just as they stand in the file, and are serialised but once."""
    said = {
        "xmlns": NAMESPACE,
        "brief": provenance.brief,
        "schema": provenance.schema_version,
        "tool": provenance.tool_version,
        "house": provenance.house,
        "digest": _digest(provenance),
    }
    keys = [node("key", {"name": key, "field": pointer}) for key, pointer in draft.fields.items()]
    names = [node("name", {"bookmark": name, "id": identifier}) for name, identifier in draft.targets.items()]
    head = node(
        "draft",
        said,
        text("source", provenance.text),
        node("keys", None, *keys),
        node("names", None, *names),
        *_links([part for part, _ in stories]),
    )
    made = [(str(part.partname), content) for part, content in stories]
    made.append((STYLES, root("w:styles", ("w",), *_telling(styles).children).serialised()))
    parts = [f'<part name="{name}">{_without_declaration(blob)}</part>' for name, blob in made]
    opened = head.serialised().decode().removesuffix("</draft>")
    return f"{opened}<made>{''.join(parts)}</made></draft>".encode()


def _links(parts: Sequence[TreePart]) -> Iterator[Element]:
    """The addresses that the parts lead to: they stand in files of their own, beside each part."""
    for part in parts:
        for relation in part.rels.values():
            if relation.is_external:
                said = {"part": str(part.partname), "id": relation.rId, "href": relation.target_ref}
                yield node("link", said)


def _without_declaration(blob: bytes) -> str:
    return blob.decode().partition("?>\n")[2]


def _telling(element: Element) -> Element:
    kept = [_telling(child) for child in element.children if child.name.removeprefix("w:") in _TELLING]
    return replace(element, children=kept)


def _custom_properties(provenance: Provenance) -> Element:
    said = {
        "BriefwrightBrief": provenance.brief,
        "BriefwrightSchema": provenance.schema_version,
        "BriefwrightTool": provenance.tool_version,
        "BriefwrightDigest": _digest(provenance),
    }
    made = []
    for number, (name, value) in enumerate(said.items(), start=_FIRST_PROPERTY):
        attributes: dict[str, str | int] = {"fmtid": _CUSTOM_FORMAT, "pid": number, "name": name}
        made.append(node("op:property", attributes, text("vt:lpwstr", value)))
    return root("op:Properties", ("op", "vt"), *made)
