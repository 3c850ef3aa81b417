"""The structure tree as objects of the file: its elements, and the ways from pages, links and names back to them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.pdfbase.pdfdoc import PDFObjectReference

from briefwright.formats.pdf.file import File, Plain, text_string
from briefwright.formats.pdf.tagging.elements import Element, Leaf

_ROLES = {"Em": "Span", "Strong": "Span"}
"""The elements that PDF 1.7 does not know, and what they are to a reader who does not either."""
_CELLS = frozenset({"TR", "TH", "TD"})


def write_structure(
    file: File, root: Element, pages: Sequence[tuple[PDFObjectReference, Sequence[Element]]]
) -> PDFObjectReference:
    """Put the tree into the file.

    `pages` are the objects of all pages, each with the elements of its marked-content sequences in their order; the
    number of a page, from 0, is its key in the parent tree.
    """
    return _Structure(file, root, pages).written()


class _Structure:
    """Writes one tree."""

    def __init__(
        self, file: File, root: Element, pages: Sequence[tuple[PDFObjectReference, Sequence[Element]]]
    ) -> None:
        self._file = file
        self._pages = [file.number_of(page) for page, _ in pages]
        self._owners = [owners for _, owners in pages]
        self._root = root
        self._numbers: dict[Element, int] = {}
        self._objects: dict[Element, Plain] = {}

    def written(self) -> PDFObjectReference:
        """The root of the tree as an object of the file."""
        _prune(self._root)
        for element in self._root.all():
            made = self._objects[element] = Plain()
            self._numbers[element] = self._file.number_of(self._file.Reference(made))
        about = Plain()
        reference: PDFObjectReference = self._file.Reference(about)
        own = self._file.number_of(reference)
        for element, made in self._objects.items():
            made.body = self._element(element, own)
        about.body = self._about()
        return reference

    def _element(self, element: Element, root: int) -> bytes:
        parent = root if element.parent is None else self._numbers[element.parent]
        role = "Span" if element.role == "Link" and not element.annotations else element.role
        parts = [f"<</Type/StructElem/S/{role}/P {parent} 0 R"]
        page = _first_page(element)
        if page is not None:
            parts.append(f"/Pg {self._pages[page]} 0 R")
        kids = list(self._kids(element, page))
        if kids:
            parts.append(f"/K {kids[0]}" if len(kids) == 1 else f"/K[{' '.join(kids)}]")
        attributes = _attributes(element)
        if attributes:
            parts.append(f"/A<<{attributes}>>")
        for key, value in (
            ("Alt", element.alternative),
            ("ActualText", element.actual_text),
            ("Lang", element.language),
            ("ID", element.identifier),
        ):
            if value is not None:
                parts.append(f"/{key}{text_string(value)}")
        return "".join([*parts, ">>"]).encode("ascii")

    def _kids(self, element: Element, page: int | None) -> Iterator[str]:
        for kid in element.kids:
            if isinstance(kid, Element):
                yield f"{self._numbers[kid]} 0 R"
                continue
            for own, number in kid.pieces:
                yield str(number) if own == page else f"<</Type/MCR/Pg {self._pages[own]} 0 R/MCID {number}>>"
        for area in element.annotations:
            yield f"<</Type/OBJR/Obj {area.number} 0 R/Pg {self._pages[area.page]} 0 R>>"

    def _about(self) -> bytes:
        keys = {area.key: number for element, number in self._numbers.items() for area in element.annotations}
        rows = [f"{page} {self._page_row(owners)}" for page, owners in enumerate(self._owners)]
        rows += [f"{key} {keys[key]} 0 R" for key in sorted(keys)]
        parents = self._reference(f"<</Nums[{' '.join(rows)}]>>")
        names = sorted(
            (element.identifier.encode("ascii"), number)
            for element, number in self._numbers.items()
            if element.identifier is not None
        )
        roles = "".join(f"/{own}/{known}" for own, known in _ROLES.items())
        parts = [
            f"<</Type/StructTreeRoot/K {self._numbers[self._root]} 0 R/ParentTree {parents} 0 R",
            f"/ParentTreeNextKey {len(rows)}/RoleMap<<{roles}>>",
        ]
        if names:
            listed = " ".join(f"({name.decode('ascii')}) {number} 0 R" for name, number in names)
            parts.append(f"/IDTree<</Names[{listed}]>>")
        return "".join([*parts, ">>"]).encode("ascii")

    def _page_row(self, owners: Sequence[Element]) -> str:
        listed = " ".join(f"{self._numbers[owner]} 0 R" for owner in owners)
        return f"{self._reference(f'[{listed}]')} 0 R"

    def _reference(self, body: str) -> int:
        return self._file.number_of(self._file.Reference(Plain(body.encode("ascii"))))


def _prune(element: Element) -> bool:
    """Drop what nothing was drawn of, and tell whether anything is left; an empty cell keeps its place in its row."""
    element.kids = [kid for kid in element.kids if (bool(kid.pieces) if isinstance(kid, Leaf) else _is_kept(kid))]
    return bool(element.kids) or bool(element.annotations)


def _is_kept(element: Element) -> bool:
    if element.role == "Table" and not _is_drawn(element):
        return False
    return _prune(element) or element.role in _CELLS


def _is_drawn(element: Element) -> bool:
    return any(bool(kid.pieces) if isinstance(kid, Leaf) else _is_drawn(kid) for kid in element.kids)


def _first_page(element: Element) -> int | None:
    return next((kid.pieces[0][0] for kid in element.kids if isinstance(kid, Leaf)), None)


def _attributes(element: Element) -> str:
    found = element.attributes
    if element.summary is not None:
        found += f"/Summary{text_string(element.summary)}"
    if element.box is not None:
        found += f"/BBox[{' '.join(f'{value:.2f}' for value in element.box)}]"
    return found if found != "/O/Table" else ""
