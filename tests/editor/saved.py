"""What an editor saved, read from the XML without any of our own code for reading drafts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_ALTERNATIVES = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_ADDED, _GONE = ("ins", "moveTo"), ("del", "moveFrom")
_CALL = "*"
"""What stands for the call of a note in the text of a paragraph."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A tracked change of words: `kind` is `ins`, `del`, `moveFrom`, `moveTo` or `rPrChange`."""

    kind: str
    text: str
    author: str
    date: str


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, and the words that it is on."""

    author: str
    text: str
    on: str
    resolved: bool


class Saved:
    """A saved DOCX; a note's call in the text of a paragraph is an asterisk."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        with ZipFile(BytesIO(data)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}

    def root(self, part: str) -> etree._Element:
        """The root of a part by its name below `word/`, without pictures and the words in them."""
        root = etree.fromstring(self._parts[f"word/{part}"])
        etree.strip_elements(root, f"{_W}drawing", f"{_W}pict", _ALTERNATIVES, with_tail=False)
        return root

    @cached_property
    def body(self) -> etree._Element:
        """The root of the document part."""
        return self.root("document.xml")

    @cached_property
    def paragraphs(self) -> list[str]:
        """The text of each paragraph that has any, with all changes accepted."""
        return [text for text in _joined(self.body, _GONE) if text]

    @cached_property
    def originals(self) -> list[str]:
        """The text of each paragraph that has any, with all changes rejected."""
        return [text for text in _joined(self.body, _ADDED) if text]

    @cached_property
    def notes(self) -> list[str]:
        """The text of each note that is called once changes are accepted, in the order of the calls."""
        texts = {str(note.get(f"{_W}id")): note for note in self.root("footnotes.xml")}
        called = (one for one in self.body.iter(f"{_W}footnoteReference") if not _within(one, _GONE))
        return [" ".join(_joined(texts[str(call.get(f"{_W}id"))], _GONE)).strip() for call in called]

    @cached_property
    def changes(self) -> list[Changed]:
        """The tracked changes of words and of their looks, in the body and in the notes."""
        return [one for part in ("document.xml", "footnotes.xml") for one in _changes(self.root(part))]

    @cached_property
    def ends(self) -> list[str]:
        """The kinds of the tracked changes of the ends of paragraphs."""
        return [_name(one) for mark in self.body.iterfind(f".//{_W}pPr/{_W}rPr") for one in mark if _is_change(one)]

    @cached_property
    def rows(self) -> list[str]:
        """The kinds of the tracked changes of the rows of tables."""
        return [_name(one) for properties in self.body.iter(f"{_W}trPr") for one in properties if _is_change(one)]

    @cached_property
    def remarks(self) -> list[Remark]:
        """The comments."""
        if "word/comments.xml" not in self._parts:
            return []
        return list(_remarks(self.root("comments.xml"), self._threads(), self.body))

    def tags(self, part: str = "document.xml") -> list[tuple[str, str]]:
        """The tag of each content control, with its accepted words."""
        return [
            (str(tag.get(f"{_W}val")), _text(control, _GONE))
            for control in self.root(part).iter(f"{_W}sdt")
            if (tag := control.find(f"{_W}sdtPr/{_W}tag")) is not None
        ]

    def bookmarks(self, part: str = "document.xml") -> list[str]:
        """The names of the bookmarks."""
        return [str(mark.get(f"{_W}name")) for mark in self.root(part).iter(f"{_W}bookmarkStart")]

    def holders(self, words: str, part: str = "document.xml") -> list[Holder]:
        """What is known of the paragraphs whose accepted text has these words."""
        root = self.root(part)
        return [_holder(one) for one in root.iter(f"{_W}p") if words in _text(one, _GONE)]

    def links(self) -> list[tuple[str, str]]:
        """The words that lead to an address, with the address."""
        relationships = etree.fromstring(self._parts["word/_rels/document.xml.rels"])
        targets = {str(one.get("Id")): str(one.get("Target")) for one in relationships}
        links = [one for one in self.body.iter(f"{_W}hyperlink") if one.get(f"{_R}id") is not None]
        return [(_text(one, _GONE), targets[str(one.get(f"{_R}id"))]) for one in links]

    def looks(self, words: str) -> list[tuple[bool, bool]]:
        """Whether each run with exactly these words says of itself that it is bold, and italic."""
        runs = [
            run for run in self.body.iter(f"{_W}r") if "".join(one.text or "" for one in run.iter(f"{_W}t")) == words
        ]
        return [(_on(run, "b"), _on(run, "i")) for run in runs]

    def _threads(self) -> etree._Element | None:
        data = self._parts.get("word/commentsExtended.xml")
        return None if data is None else etree.fromstring(data)


@dataclass(frozen=True, slots=True)
class Holder:
    """What identifies a paragraph: the tags in it, the bookmarks that begin in it, the name of its style."""

    tags: tuple[str, ...]
    bookmarks: tuple[str, ...]
    style: str | None


def _holder(paragraph: etree._Element) -> Holder:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return Holder(
        tuple(str(one.get(f"{_W}val")) for one in paragraph.iterfind(f".//{_W}sdtPr/{_W}tag")),
        tuple(str(one.get(f"{_W}name")) for one in paragraph.iter(f"{_W}bookmarkStart")),
        None if style is None else str(style.get(f"{_W}val")),
    )


def _joined(root: etree._Element, left_out: tuple[str, ...]) -> Iterator[str]:
    """The text of the paragraphs without these kinds of change; one whose end is left out runs into the next."""
    waiting = ""
    for paragraph in root.iter(f"{_W}p"):
        waiting += _text(paragraph, left_out)
        if not any(paragraph.find(f"{_W}pPr/{_W}rPr/{_W}{kind}") is not None for kind in left_out):
            yield waiting
            waiting = ""


def _text(element: etree._Element, left_out: tuple[str, ...]) -> str:
    pieces = element.iter(f"{_W}t", f"{_W}delText", f"{_W}footnoteReference", f"{_W}tab")
    return "".join(_piece(one) for one in pieces if not _within(one, left_out) and not _is_stop(one))


def _piece(element: etree._Element) -> str:
    return {"footnoteReference": _CALL, "tab": "\t"}.get(_name(element), element.text or "")


def _is_stop(element: etree._Element) -> bool:
    parent = element.getparent()
    return parent is not None and _name(parent) == "tabs"


def _within(element: etree._Element, kinds: tuple[str, ...]) -> bool:
    return any(_name(one) in kinds for one in element.iterancestors())


def _name(element: etree._Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _is_change(element: etree._Element) -> bool:
    return _name(element) in (*_ADDED, *_GONE)


def _changes(root: etree._Element) -> Iterator[Changed]:
    for one in root.iter(*(f"{_W}{kind}" for kind in (*_ADDED, *_GONE, "rPrChange"))):
        properties = one.getparent()
        assert properties is not None
        if _name(one) == "rPrChange":
            run = properties.getparent()
            assert run is not None
            text = _text(run, ())
        else:
            text = _text(one, ())
        if text:
            yield Changed(_name(one), text, str(one.get(f"{_W}author")), str(one.get(f"{_W}date")))


def _remarks(root: etree._Element, threads: etree._Element | None, body: etree._Element) -> Iterator[Remark]:
    threaded = {} if threads is None else {str(one.get(f"{_W15}paraId")): one for one in threads}
    for one in root:
        thread = threaded.get(_last_id(one))
        yield Remark(
            str(one.get(f"{_W}author")),
            _text(one, ()),
            _commented(body, str(one.get(f"{_W}id"))),
            thread is not None and thread.get(f"{_W15}done") == "1",
        )


def _last_id(comment: etree._Element) -> str:
    return str(comment.findall(f"{_W}p")[-1].get(f"{_W14}paraId"))


def _commented(body: etree._Element, identifier: str) -> str:
    """The words between the marks of a comment."""
    words, inside = "", False
    for one in body.iter(f"{_W}commentRangeStart", f"{_W}commentRangeEnd", f"{_W}t"):
        if _name(one) == "t":
            words += (one.text or "") if inside else ""
        elif one.get(f"{_W}id") == identifier:
            inside = _name(one) == "commentRangeStart"
    return words


def _on(run: etree._Element, name: str) -> bool:
    mark = run.find(f"{_W}rPr/{_W}{name}")
    return mark is not None and not re.fullmatch("0|false", str(mark.get(f"{_W}val")))
