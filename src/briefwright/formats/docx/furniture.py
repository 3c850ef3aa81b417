"""Headers and footers, and the section that they belong to."""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from briefwright.document.nodes import Block, Furniture, Line, Paragraph
from briefwright.document.walk import blocks as every_block
from briefwright.formats.docx.blocks import blocks
from briefwright.formats.docx.draft import Draft, Place
from briefwright.formats.docx.flow import flow, gap
from briefwright.formats.docx.package import TreePart, tree_part
from briefwright.formats.docx.xml import STORY, Element, node, root, twips, w
from briefwright.theme.theme import Page


def section(main: TreePart, draft: Draft) -> Element:
    """The properties of the one section: paper, margins, headers and footers.

    Word has one top margin for all pages. It is set for the page that begins higher, and the headers of the others
    are as deep as it takes to push their text down.
    """
    page, furniture = draft.theme.page, draft.document.furniture
    references = [_header("default", furniture.header, page.top, main, draft)]
    references.append(_footer("default", furniture.footer, main, draft))
    first_differs = _first_differs(furniture, page)
    if first_differs:
        references.append(_header("first", furniture.first_header, page.first_top, main, draft))
        references.append(_footer("first", furniture.first_footer, main, draft))
    return w(
        "sectPr",
        *references,
        w("pgSz", w=twips(page.width), h=twips(page.height)),
        w(
            "pgMar",
            top=twips(min(page.top, page.first_top)),
            right=twips(page.right),
            bottom=twips(page.bottom),
            left=twips(page.left),
            header=twips(page.header),
            footer=twips(page.footer),
            gutter=0,
        ),
        *([w("titlePg")] if first_differs else []),
    )


def _first_differs(furniture: Furniture, page: Page) -> bool:
    headers = furniture.first_header != furniture.header
    return headers or furniture.first_footer != furniture.footer or page.first_top != page.top


def _header(kind: str, content: tuple[Block, ...], top: float, main: TreePart, draft: Draft) -> Element:
    page = draft.theme.page
    missing = 0.0
    if top > min(page.top, page.first_top):
        missing = top - page.header - sum(_height(block, draft) for block in every_block(content))
    return _part("header", kind, content, max(0, round(missing)), main, draft)


def _footer(kind: str, content: tuple[Block, ...], main: TreePart, draft: Draft) -> Element:
    return _part("footer", kind, content, 0, main, draft)


def _part(edge: str, kind: str, content: tuple[Block, ...], space: int, main: TreePart, draft: Draft) -> Element:
    types = {"header": CONTENT_TYPE.WML_HEADER, "footer": CONTENT_TYPE.WML_FOOTER}
    relations = {"header": RELATIONSHIP_TYPE.HEADER, "footer": RELATIONSHIP_TYPE.FOOTER}
    part = tree_part(f"/word/{edge}-{kind}.xml", types[edge], draft.package)
    drawn = blocks(content, Place(part, draft.theme.page.measure), draft)
    elements = flow(drawn, draft) if drawn or not space else []
    if space:
        elements.append(gap(space, draft))
    part.element = root("w:hdr" if edge == "header" else "w:ftr", STORY, *elements)
    return node(f"w:{edge}Reference", {"w:type": kind, "r:id": main.relate_to(part, relations[edge])})


def _height(block: Block, draft: Draft) -> float:
    """About how high a block of a header is: its lines are single."""
    if not isinstance(block, Line | Paragraph) or block.style not in draft.theme.paragraphs:
        return 0.0
    style = draft.theme.paragraph(block.style)
    rules = sum(rule.gap + rule.width for rule in (style.border_top, style.border_bottom) if rule is not None)
    return style.space_before + style.leading + style.space_after + rules
