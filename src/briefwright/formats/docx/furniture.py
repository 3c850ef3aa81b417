"""Headers and footers, and the section that they belong to."""

from __future__ import annotations

from collections.abc import Mapping

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from briefwright.document.nodes import Block, Document, Line, Paragraph
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
    """The properties of the one section, with its headers and footers drawn into parts of their own."""
    parts = story_parts(first_differs(draft.document, draft.theme.page), draft)
    for name, part in parts.items():
        part.element = story_root(name, story(name, part, draft))
    return section_properties(main, parts, draft.theme.page, draft.right_to_left)


def section_properties(main: TreePart, parts: Mapping[str, TreePart], page: Page, turned: bool) -> Element:
    """Paper, margins, and the references to the headers and footers by their names.

    Word has one top margin for all pages. It is set for the page that begins higher, and the headers of the others
    are as deep as it takes to push their text down.
    """
    return w(
        "sectPr",
        *[_reference(name, part, main) for name, part in parts.items()],
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
        *([w("titlePg")] if "header-first" in parts else []),
        *([w("bidi")] if turned else []),
    )


def first_differs(document: Document, page: Page) -> bool:
    """Whether the first page has a head or a foot of its own."""
    furniture = document.furniture
    headers = furniture.first_header != furniture.header
    return headers or furniture.first_footer != furniture.footer or page.first_top != page.top


def story_parts(first: bool, draft: Draft) -> dict[str, TreePart]:
    """The parts of the headers and footers by their names, those of the first page where it has its own."""
    names = ["header-default", "footer-default", *(["header-first", "footer-first"] if first else [])]
    kinds = {"header": CONTENT_TYPE.WML_HEADER, "footer": CONTENT_TYPE.WML_FOOTER}
    return {name: tree_part(f"/word/{name}.xml", kinds[name.partition("-")[0]], draft.package) for name in names}


def story_root(name: str, content: list[Element]) -> Element:
    """The root of the part of a header or a footer."""
    return root("w:hdr" if name.startswith("header") else "w:ftr", STORY, *content)


def story(name: str, part: TreePart, draft: Draft) -> list[Element]:
    """The header or the footer of this name as drawn."""
    page, furniture = draft.theme.page, draft.document.furniture
    match name:
        case "header-first":
            return _header(furniture.first_header, page.first_top, part, draft)
        case "header-default":
            return _header(furniture.header, page.top, part, draft)
        case "footer-first":
            return _footer(furniture.first_footer, part, draft)
        case _:
            return _footer(furniture.footer, part, draft)


def _reference(name: str, part: TreePart, main: TreePart) -> Element:
    place, _, kind = name.partition("-")
    relation = RELATIONSHIP_TYPE.HEADER if place == "header" else RELATIONSHIP_TYPE.FOOTER
    return node(f"w:{place}Reference", {"w:type": kind, "r:id": main.relate_to(part, relation)})


def _header(content: tuple[Block, ...], top: float, part: TreePart, draft: Draft) -> list[Element]:
    page = draft.theme.page
    end = page.header + _height(content, draft)
    wanted = max(top, end + _CLEAR) if content else top
    space = round(wanted - end) if wanted > min(page.top, page.first_top) else 0
    return [*_drawn(content, part, draft), *([gap(space, draft)] if space > 0 else [])]


def _footer(content: tuple[Block, ...], part: TreePart, draft: Draft) -> list[Element]:
    page = draft.theme.page
    crowded = page.footer + _height(content, draft) + _CLEAR > page.bottom
    return [*([gap(_CLEAR, draft)] if content and crowded else []), *_drawn(content, part, draft)]


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
