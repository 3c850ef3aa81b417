"""Compared words as runs: what is in both versions, what was inserted and what was deleted."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from briefwright.formats.docx.field_codes import called_again
from briefwright.formats.docx.redline.merging import Merging, Version
from briefwright.formats.docx.redline.tokens import Token, tag_of
from briefwright.formats.docx.xml import Element, text, w

_SPACES = {"xml:space": "preserve"}
_WHOLE = ("w:fldSimple", "w:sdt")
"""What stands beside runs and not in one."""
_WORDS = ("w:t", "w:softHyphen", "w:br", "w:tab")
"""What one run may hold several of."""


@dataclass(frozen=True, slots=True)
class Compared:
    """A token of the old version, of the new one, or of both."""

    old: Token | None
    new: Token | None

    @property
    def token(self) -> Token:
        """The token as it stands in the redline: as the new version has it, if it has it."""
        token = self.new or self.old
        if token is None:
            raise ValueError("a compared token is in one of the versions")
        return token

    @property
    def kind(self) -> str | None:
        """What became of the token: `w:ins`, `w:del`, or None where both versions have it."""
        if self.old is None:
            return "w:ins"
        return "w:del" if self.new is None else None


Call = Callable[[Compared], int]
"""The number of the note that a compared call has in the redline."""


def runs(compared: Sequence[Compared], call: Call, merging: Merging) -> list[Element]:
    """The runs, with the links and the content controls around them."""
    return _grouped(_settled(compared), 0, call, merging)


def _settled(compared: Sequence[Compared]) -> list[Compared]:
    """The tokens, those deleted with the links and controls that they stand in among what the new version has."""
    befores: list[Token | None] = []
    last: Token | None = None
    for one in compared:
        befores.append(last)
        last = one.new or last
    settled: list[Compared] = []
    following: Token | None = None
    for one, before in zip(reversed(compared), reversed(befores), strict=True):
        if one.new is None and one.old is not None:
            around = _around(one.old, [t for t in (before, following) if t], before, following)
            settled.append(Compared(replace(one.old, around=around), None))
        else:
            settled.append(one)
        following = one.new or following
    return settled[::-1]


def _around(old: Token, near: list[Token], before: Token | None, following: Token | None) -> tuple[Element, ...]:
    """What is around a deleted token: the link that it was in, and the control of the words on both sides.

    A control of its own would be left behind empty once the deletion is accepted.
    """
    if old.link is not None:
        shared = next((token.around for token in near if token.link == old.link), None)
        if shared is not None:
            return shared
    controls = [token.control for token in near if token.control is not None]
    same = before is not None and following is not None and before.control is following.control
    own = next((c for c in controls if same or tag_of(c) == tag_of(old.control)), None)
    link = next((element for element in old.around if element.name == "w:hyperlink"), None)
    return tuple(element for element in (own, link) if element is not None)


def _grouped(compared: list[Compared], depth: int, call: Call, merging: Merging) -> list[Element]:
    """The runs within what is around them at this depth."""
    made: list[Element] = []
    for _, group in groupby(compared, key=lambda one: id(_at(one, depth)) if _at(one, depth) else 0):
        stretch = list(group)
        around = _at(stretch[0], depth)
        if around is None:
            made += _marked(stretch, call, merging)
        else:
            inner = _grouped(stretch, depth + 1, call, merging)
            if around.name == "w:sdt":
                kinds = {one.kind for one in stretch}
                made += _control(around, inner, kinds.pop() if len(kinds) == 1 else None, merging)
            else:
                made.append(Element(around.name, around.attributes, inner))
    return made


def _control(control: Element, inner: list[Element], kind: str | None, merging: Merging) -> list[Element]:
    """A content control; one that came or went is a change of its own, or an empty one would be left behind."""
    made = w("sdt", *control.children[:-1], w("sdtContent", *inner))
    if kind is None:
        return [made]
    name = {"w:ins": "customXmlIns", "w:del": "customXmlDel"}[kind]
    start = merging.change(f"w:{name}RangeStart")
    return [start, made, w(f"{name}RangeEnd", id=start.attributes["w:id"])]


def _at(one: Compared, depth: int) -> Element | None:
    around = one.token.around
    return around[depth] if depth < len(around) else None


def _marked(compared: list[Compared], call: Call, merging: Merging) -> list[Element]:
    """The runs of one place, in `w:ins` and `w:del` where they changed."""
    made: list[Element] = []
    for (kind, whole), group in groupby(compared, key=lambda one: (one.kind, one.token.piece.name in _WHOLE)):
        if whole:
            made += [element for one in group for element in _whole(one.token.piece, kind, merging)]
        elif kind is None:
            made += _runs(group, call, merging, deleted=False)
        else:
            made.append(merging.change(kind, *_runs(group, call, merging, deleted=kind == "w:del")))
    return made


def _runs(compared: Iterable[Compared], call: Call, merging: Merging, *, deleted: bool) -> list[Element]:
    made: list[Element] = []
    for _, group in groupby(compared, key=_together):
        pieces: list[Element] = []
        marks: list[Element] = []
        for one in group:
            piece = one.token.piece
            if one.token.note is not None:
                number = call(one)
                pieces.append(w("footnoteReference", id=number))
                marks += _marks(one, number, merging)
            elif piece.name == "w:t" and pieces and pieces[-1].text:
                pieces[-1].text += piece.text
            elif piece.name == "w:t":
                pieces.append(text("w:delText" if deleted else "w:t", piece.text, _SPACES))
            elif piece.name == "w:instrText" and deleted:
                pieces.append(text("w:delInstrText", piece.text, _SPACES))
            else:
                pieces.append(piece)
        look = one.token.look
        ends = [w("bookmarkEnd", id=mark.attributes["w:id"]) for mark in reversed(marks)]
        made += [*marks, w("r", *([look] if look else []), *pieces), *ends]
    return made


def _marks(one: Compared, number: int, merging: Merging) -> Iterator[Element]:
    """The bookmarks round a call by which its note is called again, whose number is taken note of."""
    versions: tuple[tuple[Version, Token | None], ...] = (("new", one.new), ("old", one.old))
    for version, token in versions:
        if token is not None and token.mark is not None:
            name = token.mark.attributes["w:name"]
            merging.called[version][name] = number
            if version == "new" or name in merging.kept:
                yield token.mark


def renumbered(field: Element, version: Version, merging: Merging) -> Element:
    """A field, with the number that the note which it calls again has in the redline."""
    number = merging.called[version].get(called_again(field.attributes["w:instr"]) or "")
    if number is None:
        return field
    (run,) = field.children
    return w("fldSimple", w("r", *run.children[:-1], text("w:t", str(number))), instr=field.attributes["w:instr"])


def _together(one: Compared) -> Hashable:
    """What the tokens of one run share: their look; pictures and calls of notes have runs of their own."""
    return one.token.shown if one.token.piece.name in _WORDS else id(one.token)


def _whole(piece: Element, kind: str | None, merging: Merging) -> list[Element]:
    """A computed field or a box to tick, which stands beside runs and not in one."""
    deleted = kind == "w:del"
    if piece.name == "w:fldSimple":
        piece = renumbered(piece, "old" if deleted else "new", merging)
    if kind is None:
        return [piece]
    inner = piece.children[-1].children if piece.name == "w:sdt" else piece.children
    shown = [_as_run(run, deleted=deleted) for run in inner]
    if piece.name == "w:fldSimple":
        return [merging.change(kind, *_long_field(piece.attributes["w:instr"], shown, deleted=deleted))]
    return _control(piece, [merging.change(kind, *shown)], kind, merging)


def _as_run(run: Element, *, deleted: bool) -> Element:
    inner = [text("w:delText", p.text, _SPACES) if deleted and p.name == "w:t" else p for p in run.children]
    return w("r", *inner)


def _long_field(instruction: str, shown: list[Element], *, deleted: bool) -> list[Element]:
    """A field in the long form, for the short one cannot stand in a tracked change."""
    said = text("w:delInstrText" if deleted else "w:instrText", instruction, _SPACES)
    begin, between, end = (w("r", w("fldChar", fldCharType=kind)) for kind in ("begin", "separate", "end"))
    return [begin, w("r", said), between, *shown, end]
