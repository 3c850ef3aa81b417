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

_CLEAR = 8
"""The least space in points between the text of a page and its header or footer."""


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
    end = page.header + _height(content, draft)
    wanted = max(top, end + _CLEAR) if content else top
    space = round(wanted - end) if wanted > min(page.top, page.first_top) else 0
    part = tree_part(f"/word/header-{kind}.xml", CONTENT_TYPE.WML_HEADER, draft.package)
    below = [gap(space, draft)] if space > 0 else []
    part.element = root("w:hdr", STORY, *_drawn(content, part, draft), *below)
    return node("w:headerReference", {"w:type": kind, "r:id": main.relate_to(part, RELATIONSHIP_TYPE.HEADER)})


def _footer(kind: str, content: tuple[Block, ...], main: TreePart, draft: Draft) -> Element:
    page = draft.theme.page
    part = tree_part(f"/word/footer-{kind}.xml", CONTENT_TYPE.WML_FOOTER, draft.package)
    crowded = page.footer + _height(content, draft) + _CLEAR > page.bottom
    above = [gap(_CLEAR, draft)] if content and crowded else []
    part.element = root("w:ftr", STORY, *above, *_drawn(content, part, draft))
    return node("w:footerReference", {"w:type": kind, "r:id": main.relate_to(part, RELATIONSHIP_TYPE.FOOTER)})


def _drawn(content: tuple[Block, ...], part: TreePart, draft: Draft) -> list[Element]:
    return flow(blocks(content, Place(part, draft.theme.page.measure), draft), draft)


def _height(content: tuple[Block, ...], draft: Draft) -> float:
    """About how high the blocks of a header or a footer are: their lines are single."""
    return sum(_line_height(block, draft) for block in every_block(content))


def _line_height(block: Block, draft: Draft) -> float:
    if not isinstance(block, Line | Paragraph):
        return 0.0
    style = draft.theme.paragraph(block.style)
    rules = sum(rule.gap + rule.width for rule in (style.border_top, style.border_bottom) if rule is not None)
    return style.space_before + style.leading + style.space_after + rules
