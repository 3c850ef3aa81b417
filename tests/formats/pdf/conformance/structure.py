"""What ISO 14289-1 (PDF/UA-1) and ISO 19005-2 level A ask of the structure tree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from tests.formats.pdf.conformance.reading import Element, Opened

_STANDARD = {
    *(
        "Document",
        "Part",
        "Art",
        "Sect",
        "Div",
        "BlockQuote",
        "Caption",
        "TOC",
        "TOCI",
        "Index",
        "NonStruct",
        "Private",
    ),
    *("P", "H", "H1", "H2", "H3", "H4", "H5", "H6", "L", "LI", "Lbl", "LBody"),
    *("Table", "TR", "TH", "TD", "THead", "TBody", "TFoot"),
    *("Span", "Quote", "Note", "Reference", "BibEntry", "Code", "Link", "Annot"),
    *("Ruby", "RB", "RT", "RP", "Warichu", "WT", "WP", "Figure", "Formula", "Form"),
}
_INSIDE = {
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
    "TH": {"TR"},
    "TD": {"TR"},
    "LI": {"L"},
    "LBody": {"LI"},
}
_HOLDS = {
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TR": {"TH", "TD"},
    "L": {"L", "LI", "Caption"},
    "LI": {"Lbl", "LBody"},
}
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


def tree_is_there(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.1, ISO 19005-2 6.7.2 and 6.7.3: the file is marked as tagged and has a tree with one Document."""
    root = opened.pdf.Root
    if root.get("/MarkInfo", {}).get("/Marked") is not True or root.get("/MarkInfo", {}).get("/Suspects"):
        yield "the file is not marked as tagged"
    if "/StructTreeRoot" not in root or [one.role for one in opened.tree if one.parent is None] != ["Document"]:
        yield "the tree does not begin with one Document"


def roles_are_standard(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.1 paragraph 3, ISO 19005-2 6.7.3.4: every role is standard or mapped, and no standard one is."""
    for role in sorted({one.role for one in opened.tree} - _STANDARD):
        yield f"the role {role} is unknown"
    for role in opened.pdf.Root.get("/StructTreeRoot", {}).get("/RoleMap", {}):
        if role.removeprefix("/") in _STANDARD:
            yield f"the standard role {role} is mapped"


def parents_are_told(opened: Opened) -> Iterator[str]:
    """ISO 32000-1 14.7.2: every element names the one around it."""
    for one in opened.tree:
        around = one.parent.object if one.parent else opened.pdf.Root.StructTreeRoot
        if one.object.P.objgen != around.objgen:
            yield f"{one.role} names another parent"


def nesting_is_right(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.2: tables and lists hold what belongs in them, and their parts stand nowhere else."""
    for one in opened.tree:
        if one.role in _INSIDE and (one.parent is None or one.parent.role not in _INSIDE[one.role]):
            yield f"{one.role} stands outside {' or '.join(sorted(_INSIDE[one.role]))}"
        for kid in one.kids:
            if one.role in _HOLDS and kid.role not in _HOLDS[one.role]:
                yield f"{one.role} holds {kid.role}"
        if one.role in _HOLDS and one.numbers:
            yield f"{one.role} holds content of its own"
        if [kid.role for kid in one.kids][1:-1].count("Caption") and one.role in {"Table", "L"}:
            yield f"the caption of a {one.role} stands in its middle"


def headings_descend(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.4.2: the first heading is H1, and none is more than one level below the one before."""
    before = 0
    for one in opened.tree:
        if re.fullmatch("H[1-6]", one.role):
            level = int(one.role[1])
            if level > before + 1:
                yield f"{one.role} follows {f'H{before}' if before else 'nothing'}"
            before = level
        elif one.role == "H":
            yield "H stands among numbered headings"


def tables_have_headers(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.5: a table has header cells, each with its scope, and its rows are equally long."""
    for table in opened.roles("Table"):
        rows = [one for one in opened.roles("TR") if table in one.ancestors]
        cells = [kid for row in rows for kid in row.kids]
        headers = [cell for cell in cells if cell.role == "TH"]
        if not headers:
            yield "a table has no header cell"
        for cell in headers:
            if cell.attribute("/Scope") not in {"/Row", "/Column", "/Both"}:
                yield "a header cell has no scope"
        if len({sum(int(cell.attribute("/ColSpan") or 1) for cell in row.kids) for row in rows}) > 1:
            yield "the rows of a table differ in length"


def lists_are_numbered(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.6: a list whose items have labels says how it is numbered."""
    for one in opened.roles("L"):
        labels = any(kid.role == "Lbl" for item in one.kids for kid in item.kids)
        if labels and one.attribute("/ListNumbering") in {None, "/None"}:
            yield "a list with labels does not say how it is numbered"


def figures_are_described(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.3: a figure has a description and stands for one area of its page."""
    for one in opened.roles("Figure"):
        if not str(one.object.get("/Alt", "")).strip():
            yield "a figure has no description"
        box = one.attribute("/BBox")
        if box is None or not (float(box[0]) < float(box[2]) and float(box[1]) < float(box[3])):
            yield "a figure covers no area"


def notes_are_named(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.9: every note has an identifier of its own, by which it is found, and a label."""
    names = [str(one.object.get("/ID", "")) for one in opened.roles("Note")]
    for name, count in Counter(names).items():
        if not name or count > 1:
            yield f"{count} notes have the identifier {name!r}"
    listed = opened.pdf.Root.StructTreeRoot.get("/IDTree", {}).get("/Names", [])
    known = {str(listed[place]): listed[place + 1] for place in range(0, len(listed), 2)}
    if list(known) != sorted(known):
        yield "the names of the notes are not sorted"
    for one in opened.roles("Note"):
        if known.get(str(one.object.get("/ID", ""))) != one.object:
            yield "a note is not found by its identifier"
        if "Lbl" not in [kid.role for kid in one.kids]:
            yield "a note has no label"


def links_are_reached(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.18.1, 7.18.5: every link area belongs to one Link of the tree, and every Link has content."""
    owners: dict[tuple[int, int], Element] = {}
    for one in opened.roles("Link"):
        if not one.annotations or not (one.numbers or one.kids):
            yield "a Link has no area or no content"
        for area in one.annotations:
            if area.objgen in owners:
                yield "a link area belongs to two Links"
            owners[area.objgen] = one
    for page in opened.pdf.pages:
        for area in page.get("/Annots", []):
            if area.objgen not in owners:
                yield "a link area belongs to no Link"


def annotations_say_what_they_are(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.18.3, 7.18.5, ISO 19005-2 6.3: links have words, are printed, and follow the structure."""
    for number, page in enumerate(opened.pdf.pages, start=1):
        for area in page.get("/Annots", []):
            if not str(area.get("/Contents", "")).strip():
                yield f"page {number}: a link area has no words"
            if area.Subtype != "/Link" or int(area.get("/F", 0)) & 0b100111 != 0b100:
                yield f"page {number}: an annotation is no link, is hidden or is not printed"
        if "/Annots" in page and page.get("/Tabs") != "/S":
            yield f"page {number}: the order of links is not that of the structure"


def languages_are_told(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.2, ISO 19005-2 6.7.4: the language of the file is told, and every language is a tag."""
    if not _TAG.fullmatch(str(opened.pdf.Root.get("/Lang", ""))):
        yield "the language of the file is not told"
    spans = [str(span.properties["/Lang"]) for page in opened.painted for one in page for span in one.around
             if "/Lang" in span.properties]  # fmt: skip
    for tag in {*spans, *(str(one.object.Lang) for one in opened.tree if "/Lang" in one.object)}:
        if not _TAG.fullmatch(tag):
            yield f"{tag!r} is no language"


CHECKS = (
    tree_is_there,
    roles_are_standard,
    parents_are_told,
    nesting_is_right,
    headings_descend,
    tables_have_headers,
    lists_are_numbered,
    figures_are_described,
    notes_are_named,
    links_are_reached,
    annotations_say_what_they_are,
    languages_are_told,
)
