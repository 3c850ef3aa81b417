"""What stands around a piece of text in the tree of a draft, and bears on how it is read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lxml.etree import _Element

from briefwright.document.reading import Change, ChangeKind
from briefwright.formats.docx.reading.names import W

KINDS = {
    "ins": ChangeKind.INSERTED,
    "del": ChangeKind.DELETED,
    "moveTo": ChangeKind.MOVED_TO,
    "moveFrom": ChangeKind.MOVED_FROM,
    "cellIns": ChangeKind.INSERTED,
    "cellDel": ChangeKind.DELETED,
}
"""The tracked changes by the names of their elements."""

_COMING = frozenset({ChangeKind.INSERTED, ChangeKind.MOVED_TO})


@dataclass(frozen=True, slots=True)
class Around:
    """The control, the link and the tracked change around a piece.

    `is_void` tells that one change brought the piece and another took it away: no version of the draft has it.
    `is_computed` tells that it stands in a table of contents.
    """

    key: str | None = None
    href: str | None = None
    target: str | None = None
    change: Change | None = None
    is_void: bool = False
    is_computed: bool = False

    def changed(self, change: Change | None) -> Around:
        """The same within one more tracked change."""
        if change is None:
            return self
        void = self.change is not None and (self.change.kind in _COMING) != (change.kind in _COMING)
        return replace(self, change=change, is_void=self.is_void or void)

    def controlled(self, key: str | None) -> Around:
        """The same within a control with this tag."""
        return replace(self, key=key) if key else self

    def linked(self, href: str | None, target: str | None) -> Around:
        """The same within a link."""
        return replace(self, href=href, target=target)


def change_of(element: _Element | None, kind: ChangeKind) -> Change | None:
    """The tracked change that an element tells of; None without an element."""
    if element is None:
        return None
    return Change(kind, element.get(f"{W}author", ""), element.get(f"{W}date"))
