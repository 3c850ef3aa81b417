"""A PDF as the checks see it: its structure elements, and what each operator of its pages belongs to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from io import BytesIO
from typing import Any

import pikepdf

PAINTING = frozenset({"S", "s", "f", "F", "f*", "B", "B*", "b", "b*", "Do", "sh", "EI", "Tj", "TJ", "'", '"'})
SHOWING = frozenset({"Tj", "TJ", "'", '"'})


@dataclass(frozen=True, slots=True)
class Sequence:
    """A marked-content sequence that is open."""

    tag: str
    properties: dict[str, Any]
    opened_in_text: bool

    @property
    def number(self) -> int | None:
        """Its MCID."""
        found = self.properties.get("/MCID")
        return None if found is None else int(found)


@dataclass(frozen=True, slots=True)
class Painted:
    """A painting operator: the sequences around it, the outermost first; the font and the bytes of shown text."""

    operator: str
    around: tuple[Sequence, ...]
    font: Any = None
    shown: bytes = b""
    is_visible: bool = True

    @property
    def number(self) -> int | None:
        """The MCID of the content that it belongs to."""
        return next((one.number for one in reversed(self.around) if one.number is not None), None)

    @property
    def artifact(self) -> Sequence | None:
        """The artifact that it belongs to."""
        return next((one for one in self.around if one.tag == "/Artifact"), None)


@dataclass(slots=True, eq=False)
class Element:
    """A structure element; `role` is what the role map makes of it, `numbers` are the MCIDs of its pages by object."""

    object: Any
    role: str
    parent: Element | None
    kids: list[Element] = field(default_factory=list)
    numbers: list[tuple[tuple[int, int], int]] = field(default_factory=list)
    annotations: list[Any] = field(default_factory=list)
    order: list[Element | tuple[tuple[int, int], int]] = field(default_factory=list)

    def attribute(self, name: str) -> Any:
        """An attribute of any owner."""
        found = self.object.get("/A", [])
        for one in found if isinstance(found, pikepdf.Array) else [found]:
            if name in one:
                return one[name]
        return None

    @property
    def ancestors(self) -> Iterator[Element]:
        """Every element around it, the nearest first."""
        above = self.parent
        while above is not None:
            yield above
            above = above.parent


class Opened:
    """A file that is being checked."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.pdf: Any = pikepdf.open(BytesIO(data))
        self.faults: list[str] = []

    @cached_property
    def tree(self) -> list[Element]:
        """Every structure element, each before those inside it."""
        root = self.pdf.Root.get("/StructTreeRoot")
        if root is None:
            return []
        found: list[Element] = []
        for kid in _listed(root.get("/K", [])):
            self._read(kid, None, None, found)
        return found

    @cached_property
    def painted(self) -> list[list[Painted]]:
        """What each page paints."""
        return [list(self._paint(number, page)) for number, page in enumerate(self.pdf.pages, start=1)]

    def roles(self, *roles: str) -> list[Element]:
        """The elements of these roles."""
        return [element for element in self.tree if element.role in roles]

    def objects(self) -> Iterator[Any]:
        """Every dictionary and every stream, also those inside others."""
        for one in self.pdf.objects:
            yield from _dictionaries(one)

    def _read(self, found: Any, parent: Element | None, page: Any, into: list[Element]) -> Element:
        roles = self.pdf.Root.StructTreeRoot.get("/RoleMap", {})
        name = str(found.S)
        element = Element(found, str(roles.get(name, name)).removeprefix("/"), parent)
        into.append(element)
        page = found.get("/Pg", page)
        for kid in _listed(found.get("/K", [])):
            if isinstance(kid, int):
                self._number(element, page, kid)
            elif kid.get("/Type") == "/MCR":
                self._number(element, kid.get("/Pg", page), int(kid.MCID))
            elif kid.get("/Type") == "/OBJR":
                element.annotations.append(kid.Obj)
            else:
                child = self._read(kid, element, page, into)
                element.kids.append(child)
                element.order.append(child)
        return element

    def _number(self, element: Element, page: Any, number: int) -> None:
        element.numbers.append((page.objgen, number))
        element.order.append((page.objgen, number))

    def _paint(self, number: int, page: Any) -> Iterator[Painted]:
        """The painting operators; nesting that PDF forbids is kept in `faults`."""
        around: list[Sequence] = []
        in_text, font, mode = False, None, 0
        fonts = page.Resources.get("/Font", {})
        named = page.Resources.get("/Properties", {})
        for instruction in pikepdf.parse_content_stream(page):
            operands, operator = instruction.operands, str(instruction.operator)
            if operator in {"BDC", "BMC"}:
                properties: Any = operands[1] if operator == "BDC" else {}
                properties = named[properties] if isinstance(properties, pikepdf.Name) else properties
                around.append(Sequence(str(operands[0]), dict(properties.items()), in_text))
            elif operator == "EMC":
                if not around or around.pop().opened_in_text != in_text:
                    self.faults.append(f"page {number}: a sequence ends where it did not begin")
            elif operator in {"BT", "ET"}:
                if in_text == (operator == "BT") or (operator == "ET" and any(one.opened_in_text for one in around)):
                    self.faults.append(f"page {number}: {operator} inside a sequence of the text object")
                in_text = operator == "BT"
            elif operator == "Tf":
                font = fonts.get(str(operands[0]))
            elif operator == "Tr":
                mode = int(operands[0])
            elif operator in PAINTING:
                shown = _shown(operands) if operator in SHOWING else b""
                yield Painted(operator, tuple(around), font, shown, mode != 3)
        if around or in_text:
            self.faults.append(f"page {number}: the page ends inside a sequence or a text object")


def _listed(kids: Any) -> list[Any]:
    return list(kids) if isinstance(kids, pikepdf.Array | list) else [kids]


def _shown(operands: Any) -> bytes:
    parts = operands[0] if isinstance(operands[0], pikepdf.Array) else [operands[-1]]
    return b"".join(bytes(part) for part in parts if isinstance(part, pikepdf.String))


def _dictionaries(found: Any, depth: int = 0) -> Iterator[Any]:
    if isinstance(found, pikepdf.Dictionary | pikepdf.Stream):
        yield found
        inner = [value for key, value in found.items() if key not in {"/Parent", "/P", "/Pg"}]
    elif isinstance(found, pikepdf.Array):
        inner = list(found)
    else:
        return
    for value in inner:
        if isinstance(value, pikepdf.Object) and not value.is_indirect and depth < 20:
            yield from _dictionaries(value, depth + 1)
