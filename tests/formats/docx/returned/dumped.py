"""A reading as text: a line for each passage, and one below it for each piece."""

from __future__ import annotations

from collections.abc import Iterator

from briefwright.document.reading import Change, NoteCall, Passage, Piece, Reading, Thing, Words


def dump(reading: Reading) -> str:
    """The whole reading."""
    lines = [line for passage in reading.passages for line in _passage(passage)]
    for number, note in enumerate(reading.notes):
        lines += [f"note {number}", *(f"  {line}" for passage in note for line in _passage(passage))]
    lines += [line for passage in reading.furniture for line in _passage(passage)]
    for comment in reading.comments:
        lines.append(
            f"{comment.author} {comment.date}: {comment.text!r}"
            f" on {comment.quoted!r} at {comment.story} {comment.passage}"
            + (f" answers {comment.replies_to}" if comment.replies_to is not None else "")
            + (" resolved" if comment.resolved else "")
        )
    return "\n".join(lines)


def _passage(passage: Passage) -> Iterator[str]:
    cells = "".join(f" [{cell.table}.{cell.row}.{cell.cell}]" for cell in passage.cells)
    place = f" list {passage.list.number}/{passage.list.level}" if passage.list else ""
    marks = "".join(f" #{name}" for name in passage.bookmarks)
    end = f" end{_change(passage.end)}" if passage.end else ""
    former = ""
    if passage.before:
        style, before = passage.before
        former = f" was {style}" + (f" list {before.number}/{before.level}" if before else "")
    yield f"{passage.story}{cells} {passage.style}{place}{marks}{end}{_change(passage.change)}{former}"
    yield from (f"  {_piece(piece)}" for piece in passage.pieces)


def _piece(piece: Piece) -> str:
    key = f" key={piece.key}" if piece.key else ""
    match piece:
        case Words():
            look = " bold" * piece.bold + " italic" * piece.italic
            style = f" <{piece.style}>" if piece.style else ""
            link = f" -> {piece.href}" if piece.href else f" -> #{piece.target}" if piece.target else ""
            before = ""
            if piece.before:
                before = " was" + (" bold" * piece.before[0] + " italic" * piece.before[1] or " regular")
            return f"{piece.text!r}{look}{style}{key}{link}{_change(piece.change)}{before}"
        case NoteCall():
            return f"call {piece.note}{key}{_change(piece.change)}"
        case Thing():
            leads = f" -> #{piece.target}" if piece.target else ""
            return f"{piece.kind} {piece.text!r}{key}{leads}{_change(piece.change)}"


def _change(change: Change | None) -> str:
    return f" {change.kind} by {change.author} {change.date}" if change else ""
