"""The content stream of a page: its operators, in marked-content sequences that say what each of them belongs to."""

from __future__ import annotations

from briefwright.formats.pdf.tagging.elements import LAYOUT, Artifact, Element, Owner


class ContentStream:
    """Operators of one page, counted from 0.

    A sequence lies wholly inside a text object or has whole text objects inside it, as PDF asks.
    `owners` are the elements of the sequences of this page, by their number.
    """

    def __init__(self, page: int) -> None:
        self._page = page
        self.operators: list[str] = []
        self.owners: list[Element] = []
        self._owner: Owner = LAYOUT
        self._open: Owner | None = None
        self._opened_in_text = False
        self._in_text = False

    def belongs_to(self, owner: Owner) -> None:
        """What is painted from here on belongs to this."""
        self._owner = owner

    def begin_text(self) -> None:
        """Be inside a text object, and in the sequence of the owner."""
        if self._open is self._owner:
            self._enter_text()
            return
        self._close()
        self._enter_text()
        self._begin(opened_in_text=True)

    def end_text(self) -> None:
        """Be outside of text objects, and in the sequence of the owner."""
        self._leave_text()
        if self._open is not self._owner:
            self._close()
            self._begin(opened_in_text=False)

    def finished(self) -> bytes:
        """The whole stream."""
        self._leave_text()
        self._close()
        return "\n".join(self.operators).encode("ascii")

    def _enter_text(self) -> None:
        if not self._in_text:
            self.operators.append("BT")
            self._in_text = True

    def _leave_text(self) -> None:
        if self._in_text:
            if self._opened_in_text:
                self._close()
            self.operators.append("ET")
            self._in_text = False

    def _begin(self, *, opened_in_text: bool) -> None:
        owner = self._open = self._owner
        self._opened_in_text = opened_in_text
        if isinstance(owner, Artifact):
            self.operators.append(f"/Artifact{owner.properties}BDC")
            return
        number = len(self.owners)
        self.owners.append(owner.element)
        owner.pieces.append((self._page, number))
        self.operators.append(f"/{owner.element.role}<</MCID {number}>>BDC")

    def _close(self) -> None:
        if self._open is None:
            return
        if self._in_text and not self._opened_in_text:
            self.operators.append("ET")
            self._in_text = False
        self.operators.append("EMC")
        self._open, self._opened_in_text = None, False
