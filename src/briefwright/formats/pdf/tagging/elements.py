"""Elements: the structure tree of a file while it is made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple


class LinkPart(NamedTuple):
    """One area of a link: its page, counted from 0, the number of its object, and its key in the parent tree."""

    page: int
    number: int
    key: int


@dataclass(slots=True, eq=False)
class Element:
    """A node of the structure tree.

    `attributes` are written as they stand, such as `/O/Table/Scope/Row`. `annotations` are the link areas that
    belong to it. `box` is what a picture covers on its page: left, bottom, right, top in points.
    """

    role: str
    parent: Element | None = None
    kids: list[Element | Leaf] = field(default_factory=list)
    attributes: str = ""
    language: str | None = None
    alternative: str | None = None
    summary: str | None = None
    actual_text: str | None = None
    identifier: str | None = None
    box: tuple[float, float, float, float] | None = None
    annotations: list[LinkPart] = field(default_factory=list)

    def add(self, role: str, **more: str | None) -> Element:
        """A new element, last in this one."""
        made = Element(role, self, **more)  # type: ignore[arg-type]
        self.kids.append(made)
        return made

    def take(self, elements: Iterable[Element]) -> None:
        """Put elements that were made before last in this one."""
        for element in elements:
            element.parent = self
            self.kids.append(element)

    def leaf(self) -> Leaf:
        """Where content that comes next in this element belongs: its last leaf, or a new one after an element."""
        last = self.kids[-1] if self.kids else None
        if isinstance(last, Leaf):
            return last
        made = Leaf(self)
        self.kids.append(made)
        return made

    def widen(self, left: float, bottom: float, right: float, top: float) -> None:
        """Let the box cover this as well."""
        if self.box is not None:
            left, bottom = min(left, self.box[0]), min(bottom, self.box[1])
            right, top = max(right, self.box[2]), max(top, self.box[3])
        self.box = (left, bottom, right, top)

    def all(self) -> Iterator[Element]:
        """The element itself and every one inside it, in the order in which they are read."""
        waiting = [self]
        while waiting:
            element = waiting.pop()
            yield element
            waiting += [kid for kid in reversed(element.kids) if isinstance(kid, Element)]


@dataclass(slots=True, eq=False)
class Leaf:
    """Content of an element between two of its elements.

    Each of the `pieces` is a marked-content sequence: its page, counted from 0, and its number on that page.
    """

    element: Element
    pieces: list[tuple[int, int]] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Artifact:
    """What is no part of the content; `properties` are written as they stand."""

    properties: str


LAYOUT = Artifact("<</Type/Layout>>")
"""Rules, grounds and frames."""
REPEATED = Artifact("<</Type/Pagination>>")
"""What has been read before and is shown again."""
HEADER = Artifact("<</Type/Pagination/Subtype/Header>>")
FOOTER = Artifact("<</Type/Pagination/Subtype/Footer>>")

Owner = Leaf | Artifact
"""What something painted belongs to."""


def link_around(leaf: Leaf) -> Element | None:
    """The nearest link that content stands in."""
    element: Element | None = leaf.element
    while element is not None and element.role != "Link":
        element = element.parent
    return element
