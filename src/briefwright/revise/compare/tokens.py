"""The words of a passage one by one, with what they look like and which field they belong to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefwright.document.reading import NoteCall, Passage, Piece, Thing, ThingKind, Words

_TOKEN = re.compile(r"\s+|[^\W_]+(?:[’'\u2011-][^\W_]+)*|.", re.DOTALL)
_TYPED = re.compile(r"(\[@[^\[\]]+\])")
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"))

AGAIN = "\0again"
"""The sense of a call of a note that is called elsewhere: its number changes when notes before it come or go."""

NoteOf = Callable[[int], str]
"""What names a note of a reading in both drafts: notes that are the same have the same name."""


class TokenLook(NamedTuple):
    """What sets words apart from others: `href` is the address that they lead to, `target` the bookmark."""

    bold: bool = False
    italic: bool = False
    href: str | None = None
    target: str | None = None


_PLAIN = TokenLook()


class Token(NamedTuple):
    """A word, a mark, a space, the call of a note or another thing of a passage.

    `sense` is what two tokens share that say the same, whatever kind of space or look they have. `note` is the name
    of the note that is called, or a citation typed as the YAML has it; `key` is that of the control around the token.
    """

    text: str
    sense: str
    look: TokenLook = _PLAIN
    key: str | None = None
    note: str | None = None
    thing: ThingKind | None = None

    @property
    def is_space(self) -> bool:
        """Whether it is white space."""
        return self.sense == " "

    @property
    def is_call(self) -> bool:
        """Whether it calls a note, the first time or again."""
        return self.note is not None

    @property
    def weight(self) -> int:
        """What it counts for in the account: its characters, or 1 for what has none."""
        return len(self.text) or 1


def tokens(passage: Passage, note_of: NoteOf) -> tuple[Token, ...]:
    """The tokens of a passage, in order."""
    return tuple(token for piece in passage.pieces for token in _of(piece, note_of))


def split(text: str) -> list[str]:
    """A text as the stretches that become tokens."""
    return _TOKEN.findall(text)


def sense(text: str) -> str:
    """What a stretch says: any space is a space, letters are composed, what cannot be seen is left out."""
    if text.isspace():
        return " "
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_INVISIBLE))


def _of(piece: Piece, note_of: NoteOf) -> Iterator[Token]:
    match piece:
        case Words():
            look = TokenLook(piece.bold, piece.italic, piece.href, piece.target)
            for stretch in _TYPED.split(piece.text):
                if _TYPED.fullmatch(stretch):
                    yield Token(stretch, f"\0note {stretch}", key=piece.key, note=stretch)
                    continue
                for text in split(stretch):
                    yield Token(text, sense(text), look, piece.key)
        case NoteCall(again=True):
            yield Token("", AGAIN, key=piece.key, note=note_of(piece.note))
        case NoteCall():
            name = note_of(piece.note)
            yield Token("", f"\0note {name}", key=piece.key, note=name)
        case Thing(kind=ThingKind.LOST_CALL):
            # It stands where a note was called again, and its own first call is gone.
            yield Token(piece.text, AGAIN, key=piece.key, note="", thing=piece.kind)
        case Thing(kind=ThingKind.REFERENCE):
            leads = TokenLook(target=piece.target)
            yield Token(piece.text, f"\0reference {piece.target}", leads, piece.key, thing=piece.kind)
        case Thing(kind=ThingKind.LINE_BREAK):
            yield Token(piece.text, " ", key=piece.key, thing=piece.kind)
        case Thing():
            said = "" if piece.kind is ThingKind.FIELD else piece.text
            yield Token(piece.text, f"\0{piece.kind} {said}", key=piece.key, thing=piece.kind)
