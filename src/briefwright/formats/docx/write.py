"""A document as the bytes of a DOCX file."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.package import Package

from briefwright.diagnostics import Report
from briefwright.document.nodes import Document
from briefwright.formats.docx.baseline import attach
from briefwright.formats.docx.blocks import blocks
from briefwright.formats.docx.draft import Draft, Place
from briefwright.formats.docx.flow import flow
from briefwright.formats.docx.fonts import font_table
from briefwright.formats.docx.furniture import section
from briefwright.formats.docx.metadata import core_properties, extended_properties
from briefwright.formats.docx.names import style_names
from briefwright.formats.docx.notes import footnotes
from briefwright.formats.docx.numbering import Numbering
from briefwright.formats.docx.package import TreePart, packed, tree_part
from briefwright.formats.docx.settings import settings
from briefwright.formats.docx.styles import styles
from briefwright.formats.docx.xml import STORY, Element, root, w
from briefwright.theme.theme import Theme


def write(document: Document, theme: Theme, report: Report) -> bytes:
    """The DOCX file of a document in the look of a theme, which defines every style that the document names.

    It depends on nothing else: no clock, no file, and no font unless the theme embeds its own. A picture that Word
    cannot show goes into the report.
    """
    package = Package()
    main = tree_part("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, package)
    notes = tree_part("/word/footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES, package)
    names = style_names(theme)
    draft = Draft(document, theme, names, report, package, Numbering(theme, names), notes)
    body = flow(blocks(document.content, Place(main, theme.page.measure), draft), draft)
    main.element = root("w:document", STORY, w("body", *body, section(main, draft)))
    notes.element = footnotes(draft.notes)
    look = styles(draft)  # after all drawing, because the styles know what was used
    if document.provenance is not None:
        stories = [(part, part.blob) for part in (main, notes, *furniture_parts(main))]
        attach(document.provenance, stories, look, main, draft)
    relate(main, notes, look, draft)
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    describe(package, document)
    return packed(package)


def furniture_parts(main: TreePart) -> list[TreePart]:
    """The headers and footers, in the order of their names."""
    kinds = (RELATIONSHIP_TYPE.HEADER, RELATIONSHIP_TYPE.FOOTER)
    found = [relation.target_part for relation in main.rels.values() if relation.reltype in kinds]
    return sorted((part for part in found if isinstance(part, TreePart)), key=lambda part: str(part.partname))


def relate(main: TreePart, notes: TreePart, look: Element, draft: Draft) -> None:
    """Give the main part its companions."""
    kinds, types = RELATIONSHIP_TYPE, CONTENT_TYPE
    language = draft.document.metadata.language
    for name, kind, content_type, element in (
        ("styles", kinds.STYLES, types.WML_STYLES, look),
        ("numbering", kinds.NUMBERING, types.WML_NUMBERING, draft.numbering.element()),
        ("settings", kinds.SETTINGS, types.WML_SETTINGS, settings(draft.theme, language)),
    ):
        main.relate_to(tree_part(f"/word/{name}.xml", content_type, draft.package, element), kind)
    main.relate_to(font_table(draft.theme, draft.package), kinds.FONT_TABLE)
    main.relate_to(notes, kinds.FOOTNOTES)


def describe(package: Package, document: Document) -> None:
    """Give the package what it says of itself."""
    kinds, types = RELATIONSHIP_TYPE, CONTENT_TYPE
    core = core_properties(document.metadata)
    package.relate_to(tree_part("/docProps/core.xml", types.OPC_CORE_PROPERTIES, package, core), kinds.CORE_PROPERTIES)
    extended = extended_properties(document.metadata)
    part = tree_part("/docProps/app.xml", types.OFC_EXTENDED_PROPERTIES, package, extended)
    package.relate_to(part, kinds.EXTENDED_PROPERTIES)
