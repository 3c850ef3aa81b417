r"""The restricted inline Markdown of prose fields, read into inlines of the document.

    *emphasis* _emphasis_  **strong**  [words](https://example.org)  [words](#risk-id)
    [@source-id]  [see @source-id, art. 4, and more; @other-id, pp. 3-5]  [#risk-id]  \* for a plain star

Characters are left as written. What looks like markup that prose cannot hold is reported, never dropped in silence.
Reading takes time in proportion to the length of the text, whatever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefwright.brief.citation_syntax import FORM, IS_CITATION, OriginOf, parse_citation
from briefwright.brief.emphasis import Run, delimiter_run, pair
from briefwright.brief.refused_markup import address_problem, html_problem, report_blocks
from briefwright.diagnostics import Report
from briefwright.document.nodes import Citation, Emphasis, Inline, InternalLink, Link, Strong, Text
from briefwright.document.walk import inlines

_SPECIAL = re.compile(r"\\[!-/:-@\[-`{-~]|[*_`<&]|!?\[")
_BRACKETS = re.compile(r"\\.|\[|\]", re.DOTALL)
_TARGET = re.compile(r"\(\s*(?P<address>(?:[^\s()]|\([^\s()]*\))*)\s*\)")
_REFERENCE = re.compile(r"#(?P<id>[^\s\[\]]*)")
_SPACE = re.compile(r"\s+")


def parse(text: str, origin: OriginOf, report: Report) -> tuple[Inline, ...]:
    """The inlines of a prose field; `origin` tells the place of the characters between two offsets of the text."""
    start = len(text) - len(text.lstrip())
    end = len(text.rstrip())
    if start >= end:
        return ()
    report_blocks(text, start, end, origin, report)
    return _Parser(text, origin, report).content(start, end)


def citations(content: tuple[Inline, ...]) -> Iterator[Citation]:
    """The citations of a content, in reading order."""
    return (inline for inline in inlines(content) if isinstance(inline, Citation))


def _unfolded(text: str) -> str:
    """The text with a plain space where a line ends."""
    if "\n" not in text:
        return text
    return _SPACE.sub(lambda space: " " if "\n" in space[0] else space[0], text)


def _pairs(text: str) -> dict[int, int]:
    """The closing bracket of each opening one."""
    closing: dict[int, int] = {}
    stack: list[int] = []
    for bracket in _BRACKETS.finditer(text):
        if bracket[0] == "[":
            stack.append(bracket.start())
        elif bracket[0] == "]" and stack:
            closing[stack.pop()] = bracket.start()
    return closing


class _Parser:
    """One reading of one field: finds the markup, and keeps runs of plain text with their exact place."""

    def __init__(self, text: str, origin: OriginOf, report: Report) -> None:
        self.text = text
        self.origin = origin
        self.report = report
        self.closing = _pairs(text)
        self.in_link = False

    def content(self, start: int, end: int) -> tuple[Inline, ...]:
        """The inlines of a stretch of the text."""
        pieces: list[Run | Inline] = []
        plain, here = start, start
        while (special := _SPECIAL.search(self.text, here, end)) is not None:
            at = special.start()
            piece, here = self._piece(at, end)
            if piece is not None:
                pieces += self._plain(plain, at)
                pieces.append(piece)
                plain = here
            elif self.text[at] == "\\":
                pieces += self._plain(plain, at)
                plain = at + 1
        pieces += self._plain(plain, end)
        runs = [piece for piece in pieces if isinstance(piece, Run)]
        pair(runs)
        self._report_dangling(runs)
        return self._tree(pieces)

    def _plain(self, start: int, end: int) -> list[Text]:
        if start >= end:
            return []
        return [Text(_unfolded(self.text[start:end]), self.origin(start, end))]

    def _piece(self, at: int, end: int) -> tuple[Run | Inline | None, int]:
        """The markup at this place, if it is any, and where to go on."""
        match self.text[at]:
            case "*" | "_":
                run = delimiter_run(self.text, at, end)
                return run if run.can_open or run.can_close else None, at + run.left
            case "[":
                return self._bracket(at, end)
            case "!":
                return self._image(at)
            case "`":
                return self._code(at, end)
            case "<" | "&":
                return self._html(at, end)
            case _:
                return None, at + 2

    def _tell(self, code: str, start: int, end: int, message: str, *hints: str) -> None:
        self.report.add(code, self.origin(start, end).span, message, *hints)

    # ---- brackets

    def _bracket(self, at: int, end: int) -> tuple[Inline | None, int]:
        close = self.closing.get(at)
        inside = self.text[at + 1 : at + 2]
        if close is None:
            if inside in {"@", "#"}:
                self._tell("BW505", at, at + 1, "this bracket is never closed", "close it with ]")
            return None, at + 1
        if self.text.startswith("(", close + 1):
            return self._link(at, close, end)
        if inside == "#":
            return self._reference(at, close)
        if inside == "^":
            self._tell("BW503", at, close + 1, "notes are not written by number", f"cite a source instead: {FORM}")
            return None, close + 1
        return self._citation(at, close)

    def _citation(self, at: int, close: int) -> tuple[Inline | None, int]:
        innermost = self.text.find("[", at + 1, close) == -1
        if not innermost or IS_CITATION.search(self.text, at + 1, close) is None:
            return None, at + 1
        if self._nested(at, close + 1, "citation"):
            return None, close + 1
        sources = parse_citation(self.text, at + 1, close, self.origin, self.report)
        if sources is None:
            return None, close + 1
        return Citation(sources, self.origin(at, close + 1)), close + 1

    def _reference(self, at: int, close: int) -> tuple[Inline | None, int]:
        if self.text[at + 2].isdigit():
            return None, close + 1
        target = _REFERENCE.fullmatch(self.text, at + 1, close)
        if target is None or not target["id"]:
            self._tell("BW503", at, close + 1, "this is not a cross-reference", "write it as [#id]")
            return None, close + 1
        if self._nested(at, close + 1, "cross-reference"):
            return None, close + 1
        return InternalLink(target["id"], (), self.origin(at, close + 1)), close + 1

    def _nested(self, start: int, end: int, what: str) -> bool:
        if self.in_link:
            self._tell("BW511", start, end, f"a link cannot hold a {what}", "move it behind the link")
        return self.in_link

    # ---- links

    def _link(self, at: int, close: int, end: int) -> tuple[Inline | None, int]:
        target = _TARGET.match(self.text, close + 1, end)
        if target is None:
            hint = "write it as [words](https://example.org), without spaces in the address; \\[ is a plain bracket"
            self._tell("BW505", close + 1, close + 2, "this link has no complete address", hint)
            return None, close + 1
        stop = target.end()
        address = target["address"]
        if self._nested(at, stop, "link"):
            return None, stop
        if not self.text[at + 1 : close].strip():
            self._tell("BW510", at, stop, "this link has no words to click on", "write them between the brackets")
            return None, stop
        words = self._words(at + 1, close)
        if address.startswith("#"):
            return InternalLink(address[1:], words, self.origin(at, stop)), stop
        if (problem := address_problem(address)) is not None:
            self._tell("BW506", *target.span("address") if address else (at, stop), *problem)
            return None, stop
        return Link(address, words, self.origin(at, stop)), stop

    def _words(self, start: int, end: int) -> tuple[Inline, ...]:
        self.in_link = True
        words = self.content(start, end)
        self.in_link = False
        return words

    # ---- markup that prose cannot hold

    def _image(self, at: int) -> tuple[None, int]:
        close = self.closing.get(at + 1)
        target = None if close is None else _TARGET.match(self.text, close + 1)
        if target is None:
            return None, at + 1
        self._tell(
            "BW509", at, target.end(), "prose cannot hold an image", "list it under figures, and refer to it by id"
        )
        return None, target.end()

    def _code(self, at: int, end: int) -> tuple[None, int]:
        close = self.text.find("`", at + 1, end)
        if close <= at + 1:
            return None, at + 1
        self._tell(
            "BW513", at, close + 1, "prose has no type for code", "leave the backticks out, or write \\` for the sign"
        )
        return None, close + 1

    def _html(self, at: int, end: int) -> tuple[None, int]:
        problem = html_problem(self.text, at, end)
        if problem is None:
            return None, at + 1
        stop, hint = problem
        self._tell("BW508", at, stop, f'"{self.text[at:stop]}" is HTML, which prose cannot hold', hint)
        return None, stop

    # ---- emphasis

    def _report_dangling(self, runs: list[Run]) -> None:
        for run in runs:
            if run.dangles:
                mark = run.character * run.left
                verb = "opens" if run.can_open else "closes"
                hint = f"{'close' if run.can_open else 'open'} it with {mark}, or write \\{run.character} for the sign"
                start = run.left_start
                self._tell("BW504", start, start + run.left, f'"{mark}" {verb} an emphasis that has no other end', hint)

    def _tree(self, pieces: list[Run | Inline]) -> tuple[Inline, ...]:
        """The pieces with what stands between two paired delimiters inside an emphasis.

        An emphasis within one of its own kind changes nothing, and is left out: so the tree stays shallow.
        """
        levels: list[tuple[int, list[Inline]]] = [(0, [])]
        ignored: list[int] = []
        for piece in pieces:
            if not isinstance(piece, Run):
                levels[-1][1].append(piece)
                continue
            for width in piece.closes:
                if ignored and ignored[-1] == len(levels):
                    ignored.pop()
                else:
                    content = tuple(levels.pop()[1])
                    levels[-1][1].append(Strong(content) if width == 2 else Emphasis(content))
            levels[-1][1].extend(self._plain(piece.left_start, piece.left_start + piece.left))
            for width in piece.opens:
                if any(width == open_width for open_width, _ in levels):
                    ignored.append(len(levels))
                else:
                    levels.append((width, []))
        return tuple(levels[0][1])
