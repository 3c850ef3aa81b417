"""The words that comments are about."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefwright.document.reading import ChangeKind, Piece, Words

_GONE = (ChangeKind.DELETED, ChangeKind.MOVED_FROM)


@dataclass(slots=True)
class Quotes:
    """The quotes of a text in the making, by the id of their comment: the passage where each begins, and its words.

    `passage` is the number of the passage that is being read.
    """

    passage: int = 0
    _begun: dict[str, tuple[int, list[str]]] = field(default_factory=dict)
    _open: dict[str, list[str]] = field(default_factory=dict)

    def begin(self, comment: str) -> None:
        """What the comment is about begins here."""
        words: list[str] = []
        if len(self._open) < _MOST:
            self._begun[comment] = self.passage, words
            self._open[comment] = words

    def end(self, comment: str) -> None:
        """What the comment is about ends here."""
        self._open.pop(comment, None)

    def refer(self, comment: str) -> None:
        """The mark of the comment stands here, wherever the words are that it is about."""
        self._begun.setdefault(comment, (self.passage, []))

    def add(self, piece: Piece) -> None:
        """A piece follows; words that were deleted are not quoted."""
        if self._open and isinstance(piece, Words) and (piece.change is None or piece.change.kind not in _GONE):
            for words in self._open.values():
                words.append(piece.text)

    def next_passage(self) -> None:
        """The passage is over."""
        self.passage += 1
        for words in self._open.values():
            words.append("\n")

    def found(self) -> dict[str, tuple[int, str]]:
        """The passage where each quote begins, and its words; passages are parted by ends of lines."""
        return {comment: (passage, "".join(words).strip("\n")) for comment, (passage, words) in self._begun.items()}


_MOST = 100
"""How many comments may be open at once."""
