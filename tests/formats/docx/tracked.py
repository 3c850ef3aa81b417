"""A DOCX with its tracked changes accepted or rejected, read as the standard has it, and what then stands in it.

A paragraph whose end goes is joined to the one after it, which keeps its own properties. One with nothing left in it
goes as a whole, before a table too.
"""

from __future__ import annotations

from typing import Any, Literal

from lxml import etree
from lxml.etree import _Element

from tests.extraction.docx_numbering import Counts
from tests.extraction.docx_styles import R, Styles, W
from tests.formats.docx.reading import Package, find, opened, values

Answer = Literal["accept", "reject"]
_CHANGES = (
    "ins",
    "del",
    "pPrChange",
    "rPrChange",
    "tcPrChange",
    "trPrChange",
    "tblPrChange",
    "customXmlInsRangeStart",
    "customXmlDelRangeStart",
)


def changes(data: bytes) -> list[_Element]:
    """Every tracked change of a file."""
    path = "|".join(f"//w:{name}" for name in _CHANGES)
    return [change for root in opened(data).stories().values() for change in find(root, path)]


def content(data: bytes, answer: Answer = "accept") -> dict[str, Any]:
    """What stands in a file once all its changes have been answered so: body, headers and footers."""
    package = opened(data)
    stories = package.stories()
    for root in stories.values():
        _settle(root, answer)
        assert not find(root, "|".join(f"//w:{name}" for name in _CHANGES))
    reader = _Reader(package, stories)
    names = sorted(name for name in stories if "header" in name or "footer" in name)
    body = stories["word/document.xml"].find(f"{W}body")
    assert body is not None
    return {"body": reader.blocks(body, "document"), **{n: reader.blocks(stories[n], n[5:-4]) for n in names}}


# ---- accepting and rejecting ------------------------------------------------------------------------------------


def _settle(root: _Element, answer: Answer) -> None:
    goes, stays = ("del", "ins") if answer == "accept" else ("ins", "del")
    for row in find(root, f"//w:tr[w:trPr/w:{goes}]"):
        _remove(row)
    for mark in find(root, f"//w:trPr/w:{stays}"):
        _remove(mark)
    for table in find(root, "//w:tbl[not(w:tr)]"):
        _remove(table)
    _settle_controls(root, "Del" if answer == "accept" else "Ins")
    _settle_properties(root, answer)
    for gone in find(root, f"//w:{goes}[not(parent::w:rPr)]"):
        _remove(gone)
    for kept in find(root, f"//w:{stays}[not(parent::w:rPr)]"):
        _unwrap(kept)
    for text in find(root, "//w:delText|//w:delInstrText"):
        text.tag = text.tag.replace("delText", "t").replace("delI", "i")
    for paragraph in find(root, f"//w:p[w:pPr/w:rPr/w:{goes}]"):
        _join(paragraph)
    for end in find(root, "//w:pPr/w:rPr"):
        _remove(end)


def _settle_controls(root: _Element, goes: str) -> None:
    """Take away the controls that go, whose content is a change of its own, and all marks of controls."""
    for start in find(root, f"//w:customXml{goes}RangeStart"):
        control = start.getnext()
        assert control is not None
        assert control.tag == f"{W}sdt"
        _unwrap(find(control, "w:sdtContent")[0])
        _remove(find(control, "w:sdtPr")[0])
        _unwrap(control)
    for mark in find(root, "//*[starts-with(local-name(), 'customXml')]"):
        _remove(mark)


def _settle_properties(root: _Element, answer: Answer) -> None:
    for change in find(root, "//w:pPrChange|//w:tcPrChange|//w:tblPrChange"):
        properties = change.getparent()
        assert properties is not None
        if answer == "accept":
            properties.remove(change)
        else:
            marks = find(properties, "w:rPr")
            for child in [*properties]:
                properties.remove(child)
            properties.extend([*change[0], *marks])


def _unwrap(element: _Element) -> None:
    for child in [*element]:
        element.addprevious(child)
    _remove(element)


def _join(paragraph: _Element) -> None:
    following = paragraph.getnext()
    parent = paragraph.getparent()
    assert parent is not None
    assert following is not None, "the end of a content cannot go"
    left = [child for child in paragraph if child.tag != f"{W}pPr"]
    left_words = [child for child in left if child.tag not in (f"{W}bookmarkStart", f"{W}bookmarkEnd")]
    if following.tag == f"{W}p":
        for child in reversed(left):
            following.insert(1, child)
    else:
        assert following.tag == f"{W}tbl", following.tag
        assert not [child for child in left_words if values(child, ".//text()")], "words cannot be joined to a table"
    parent.remove(paragraph)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)


# ---- reading ----------------------------------------------------------------------------------------------------


class _Reader:
    """Reads what a person sees: words with their look, links, notes where they are called, numbers, tables."""

    def __init__(self, package: Package, stories: dict[str, _Element]) -> None:
        self._package = package
        self._stories = stories
        styles = Styles(package.root("word/styles.xml"))
        self._counts = Counts(package.root("word/numbering.xml"), styles)

    def blocks(self, parent: _Element, part: str) -> list[Any]:
        found = []
        for element in parent:
            if element.tag == f"{W}p":
                found.append(self._paragraph(element, part))
            elif element.tag == f"{W}tbl":
                found.append(self._table(element, part))
            elif element.tag == f"{W}sdt":
                found.append(("control", self.blocks(find(element, "w:sdtContent")[0], part)))
        return found

    def _table(self, table: _Element, part: str) -> Any:
        said = [values(table, f"w:tblPr/w:{name}/@w:val") for name in ("tblStyle", "tblCaption", "tblDescription")]
        rows = [
            [(values(cell, "w:tcPr/w:shd/@w:fill"), self.blocks(cell, part)) for cell in find(row, "w:tc")]
            for row in find(table, "w:tr")
        ]
        return "table", said, values(table, "w:tblGrid/w:gridCol/@w:w"), rows

    def _paragraph(self, paragraph: _Element, part: str) -> Any:
        style = [name.partition("_")[0] for name in values(paragraph, "w:pPr/w:pStyle/@w:val")]
        if style and style[0].startswith("BriefSpace"):
            style = ["gap"]
        return style, self._counts.label(paragraph), self._inlines(paragraph, part, None)

    def _inlines(self, parent: _Element, part: str, link: str | None) -> list[Any]:
        found: list[Any] = []
        for piece in self._pieces(parent, part, link):
            if found and isinstance(piece[0], str) and isinstance(found[-1][0], str) and found[-1][1:] == piece[1:]:
                found[-1] = (found[-1][0] + piece[0], *piece[1:])
            else:
                found.append(piece)
        return [piece for piece in found if piece[0] != ""]

    def _pieces(self, parent: _Element, part: str, link: str | None) -> Any:
        field: list[str] | None = None
        for element in parent:
            marks = values(element, "w:fldChar/@w:fldCharType")
            if "begin" in marks:
                field = []
            elif "end" in marks and field is not None:
                yield _shown(field[0], field[1:])
                field = None
            elif field is not None:
                field += values(element, "w:instrText/text()|w:t/text()")
            elif element.tag == f"{W}r":
                yield from self._run(element, part, link)
            elif element.tag == f"{W}hyperlink":
                yield from self._pieces(element, part, self._target(element, part))
            elif element.tag == f"{W}fldSimple":
                yield _shown(values(element, "@w:instr")[0], values(element, "w:r/w:t/text()"))
            elif element.tag == f"{W}sdt" and values(element, "w:sdtPr/w14:checkbox"):
                yield ("box",)
            elif element.tag == f"{W}sdt":
                yield from self._pieces(find(element, "w:sdtContent")[0], part, link)

    def _target(self, element: _Element, part: str) -> str:
        anchor = element.get(f"{W}anchor")
        if anchor is not None:
            return anchor
        rels = self._package.root(f"word/_rels/{part}.xml.rels")
        return next(str(r.get("Target")) for r in rels if r.get("Id") == element.get(f"{R}id"))

    def _run(self, run: _Element, part: str, link: str | None) -> Any:
        look = b"".join(etree.tostring(p, method="c14n", exclusive=True) for p in find(run, "w:rPr/*"))
        for child in run:
            name = etree.QName(child).localname
            if name == "t":
                yield (child.text or "", look, link)
            elif name == "footnoteReference":
                notes = self._stories["word/footnotes.xml"]
                [note] = find(notes, f"w:footnote[@w:id='{child.get(f'{W}id')}']")
                yield ("note:", look, self.blocks(note, "footnotes"))
            elif name in ("tab", "br", "softHyphen"):
                yield (f"<{name}>", look, link)
            elif name in ("drawing", "AlternateContent"):
                shown = (
                    values(child, ".//wp:docPr/@descr"),
                    values(child, ".//wp:extent/@cx"),
                    values(child, ".//w:t/text()"),
                )
                yield ("picture", *shown)


def _shown(instruction: str, shown: list[str]) -> tuple[str, str, str]:
    """A field and what it shows; the number of a note called again is the one that the note has among all changes."""
    return "field", instruction.strip(), "" if "NOTEREF" in instruction else "".join(shown)
