"""Somebody at work on a draft in a word processor, for tests: what they do leaves the XML that editors leave.

Where an author is given, every change is tracked, as Word and LibreOffice track it; else it is just made.
"""

from __future__ import annotations

import copy
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from lxml import etree
from lxml.etree import _Element

_MAIN = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_RELATIONS = "word/_rels/document.xml.rels"
_TYPES = "[Content_Types].xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_WORD_TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_DATE = "2026-11-26T10:00:00Z"

Mark = Literal["b", "i"]
"""Bold or italic."""


def _w(name: str) -> str:
    return f"{{{_MAIN}}}{name}"


@dataclass
class Desk:
    """A draft on somebody's desk. Words name the place of an edit: they stand in exactly one paragraph.

    `place` limits the search to a part of the draft.
    """

    data: bytes
    author: str | None = None
    place: Literal["document", "footnotes"] = "document"

    def __post_init__(self) -> None:
        """Open the draft."""
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            self._files = {name: archive.read(name) for name in archive.namelist()}
        self._roots = {
            name: etree.fromstring(self._files[f"word/{name}.xml"])
            for name in ("document", "footnotes")
            if f"word/{name}.xml" in self._files
        }
        self._changes = 9000
        self._comments: list[_Element] = []

    def saved(self) -> bytes:
        """The file with all that was done."""
        self._order_notes()
        if self._comments:
            self._add_comments()
        for name, root in self._roots.items():
            self._files[f"word/{name}.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        target = io.BytesIO()
        with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in self._files.items():
                archive.writestr(name, content)
        return target.getvalue()

    # ---- words --------------------------------------------------------------------------------------------------

    def retype(self, old: str, new: str, among: str = "") -> Desk:
        """Other words in the place of some."""
        runs = self._runs(old, among)
        self._put(_run_like(runs[0], new), after=runs[-1])
        return self._drop(runs)

    def delete(self, words: str, among: str = "") -> Desk:
        """No words in the place of some, nor the notes that are called among them."""
        return self._drop(self._runs(words, among))

    def type_after(self, words: str, new: str, among: str = "") -> Desk:
        """New words right after some, where the cursor stands in their control."""
        runs = self._runs(words, among)
        self._put(_run_like(runs[-1], new), after=runs[-1])
        return self

    def type_at_end(self, of: str, new: str) -> Desk:
        """New words at the end of a paragraph, outside its controls and its bookmark."""
        paragraph = self.paragraph(of)
        paragraph.append(run := _run(new))
        self._track(run, "ins")
        return self

    def type_at_start(self, of: str, new: str) -> Desk:
        """New words at the start of a paragraph, outside its controls and its bookmark."""
        paragraph = self.paragraph(of)
        paragraph.insert(_start(paragraph), run := _run(new))
        self._track(run, "ins")
        return self

    def mark(self, words: str, mark: Mark, *, on: bool = True, among: str = "") -> Desk:
        """Some words bold or italic, or no longer so."""
        for run in self._runs(words, among):
            properties = _properties(run)
            before = [copy.deepcopy(one) for one in properties]
            for old in properties.findall(_w(mark)):
                properties.remove(old)
            properties.insert(1 if properties.find(_w("rStyle")) is not None else 0, etree.Element(_w(mark)))
            if not on:
                properties.find(_w(mark)).set(_w("val"), "0")  # type: ignore[union-attr]
            if self.author is not None:
                change = self._change("rPrChange")
                etree.SubElement(change, _w("rPr")).extend(before)
                properties.append(change)
        return self

    # ---- paragraphs ---------------------------------------------------------------------------------------------

    def paragraph(self, words: str) -> _Element:
        """The one paragraph that holds these words; of several, the first that holds nothing else."""
        found = [p for p in self._roots[self.place].iter(_w("p")) if words in _text(p)]
        found = [p for p in found if words == _text(p)][:1] or found
        assert len(found) == 1, f'"{words}" stands in {len(found)} paragraphs'
        return found[0]

    def new_paragraph(self, after: str, words: str, style: str | None = None) -> Desk:
        """A paragraph after another one and in its style, as Enter at its end begins it, or in a style by its id."""
        paragraph = self.paragraph(after)
        new = _paragraph_like(paragraph)
        if style is not None:
            new[0].find(_w("pStyle")).set(_w("val"), style)  # type: ignore[union-attr]
        new.append(run := _run(words))
        self._track(run, "ins")
        # The mark that Enter sets is the one that ends the older paragraph; the new one has the mark that was there.
        self._track_end(paragraph, "ins")
        paragraph.addnext(new)
        return self

    def delete_paragraph(self, words: str) -> Desk:
        """No paragraph in the place of one."""
        paragraph = self.paragraph(words)
        if self.author is None:
            _detach(paragraph)
        else:
            self._drop(list(_own_runs(paragraph)))
            self._track_end(paragraph, "del")
        return self

    def split(self, before: str) -> Desk:
        """Two paragraphs in the place of one: the second begins with these words.

        Both halves have the controls and the bookmark that the whole had.
        """
        first = self.paragraph(before)
        runs = self._runs(before)
        second = copy.deepcopy(first)
        _renumber(second)
        first.addnext(second)
        at = list(_own_runs(first)).index(runs[0])
        for run in list(_own_runs(second))[:at]:
            _remove(run)
        for run in list(_own_runs(first))[at:]:
            _remove(run)
        self._track_end(first, "ins")
        return self

    def merge(self, words: str) -> Desk:
        """A paragraph and the next one as one, as Delete at its end makes it."""
        first = self.paragraph(words)
        if self.author is not None:
            self._track_end(first, "del")
            return self
        second = first.getnext()
        assert second is not None
        first.extend([child for child in second if child.tag != _w("pPr")])
        _detach(second)
        return self

    def move(self, words: str, before: str) -> Desk:
        """A paragraph that now stands before another one."""
        paragraph, target = self.paragraph(words), self.paragraph(before)
        moved = copy.deepcopy(paragraph)
        if self.author is None:
            _detach(paragraph)
        else:
            self._rename(moved)
            self._wrap_all(moved, "moveTo")
            self._wrap_all(paragraph, "moveFrom")
            self._track_end(moved, "moveTo")
            self._track_end(paragraph, "moveFrom")
        target.addprevious(moved)
        return self

    def copy(self, words: str, after: str) -> Desk:
        """A second copy of a paragraph, after another one: its controls keep their tags, its bookmarks are renamed."""
        made = copy.deepcopy(self.paragraph(words))
        self._rename(made)
        if self.author is not None:
            self._wrap_all(made, "ins")
            self._track_end(made, "ins")
        self.paragraph(after).addnext(made)
        return self

    # ---- rows ---------------------------------------------------------------------------------------------------

    def delete_row(self, words: str) -> Desk:
        """No row of a table in the place of the one in which these words stand."""
        row = self._row(words)
        if self.author is None:
            _detach(row)
            return self
        for paragraph in row.iter(_w("p")):
            self._drop(list(_own_runs(paragraph)))
        self._row_properties(row).append(self._change("del"))
        return self

    def move_row(self, words: str, before: str) -> Desk:
        """A row that now stands before another one; editors do not track it."""
        self._row(before).addprevious(self._row(words))
        return self

    def new_row(self, after: str, *cells: str) -> Desk:
        """A row after another one with these words in its cells, each of one paragraph."""
        row = self._row(after)
        new = copy.deepcopy(row)
        found = new.findall(_w("tc"))
        assert len(found) == len(cells)
        for cell, words in zip(found, cells, strict=True):
            first, *others = cell.findall(_w("p"))
            for other in others:
                cell.remove(other)
            made = _paragraph_like(first)
            made.append(run := _run(words))
            cell.replace(first, made)
            self._track(run, "ins")
        if self.author is not None:
            self._row_properties(new).append(self._change("ins"))
        row.addnext(new)
        return self

    # ---- notes and comments -------------------------------------------------------------------------------------

    def note_after(self, words: str, text: str, among: str = "") -> Desk:
        """A new note after some words."""
        last = self._runs(words, among)[-1]
        root = self._roots["footnotes"]
        number = max(int(one.get(_w("id"), "0")) for one in root) + 1
        called = etree.Element(_w("r"))
        etree.SubElement(etree.SubElement(called, _w("rPr")), _w("rStyle")).set(_w("val"), "FootnoteReference")
        etree.SubElement(called, _w("footnoteReference")).set(_w("id"), str(number))
        self._put(called, after=last)
        note = etree.SubElement(root, _w("footnote"))
        note.set(_w("id"), str(number))
        paragraph = etree.SubElement(note, _w("p"))
        etree.SubElement(etree.SubElement(paragraph, _w("pPr")), _w("pStyle")).set(_w("val"), "FootnoteText")
        etree.SubElement(etree.SubElement(paragraph, _w("r")), _w("footnoteRef"))
        paragraph.append(run := _run(f" {text}"))
        self._track(run, "ins")
        return self

    def drop_note(self, among: str, place: int = 0) -> Desk:
        """No call of the note that is called first, or in the `place` counted from 0, in a paragraph."""
        return self._drop([self._calls(among)[place]])

    def move_note(self, among: str, after: str, place: int = 0) -> Desk:
        """The call of a note after other words, as cut and paste move it."""
        called = self._calls(among)[place]
        self._put(copy.deepcopy(called), after=self._runs(after)[-1])
        return self._drop([called])

    def comment(self, words: str, text: str, author: str = "Bo Ek", among: str = "") -> Desk:
        """A remark on some words."""
        runs = self._runs(words, among)
        number = str(len(self._comments))
        for name in ("commentRangeStart", "commentRangeEnd"):
            marker = etree.Element(_w(name))
            marker.set(_w("id"), number)
            (runs[0].addprevious if name.endswith("Start") else runs[-1].addnext)(marker)
        reference = etree.Element(_w("r"))
        etree.SubElement(reference, _w("commentReference")).set(_w("id"), number)
        marker.addnext(reference)
        made = etree.Element(_w("comment"))
        initials = "".join(name[0] for name in author.split())
        for name, value in (("id", number), ("author", author), ("date", _DATE), ("initials", initials)):
            made.set(_w(name), value)
        etree.SubElement(made, _w("p")).append(_run(text))
        self._comments.append(made)
        return self

    # ---- how it is done -----------------------------------------------------------------------------------------

    def _runs(self, words: str, among: str = "") -> list[_Element]:
        """Whole runs that hold just these words: the first such in the one paragraph that holds `among` as well."""
        paragraph = self.paragraph(among or words)
        start = _text(paragraph).index(words)
        _cut(paragraph, start)
        _cut(paragraph, start + len(words))
        at, found = 0, []
        for run in _own_runs(paragraph):
            length = len(_run_text(run))
            if start <= at and at + length <= start + len(words) and at < start + len(words):
                found.append(run)
            at += length
        while found and not _run_text(found[0]):
            found.pop(0)
        return found

    def _calls(self, among: str) -> list[_Element]:
        return [run for run in _own_runs(self.paragraph(among)) if run.find(_w("footnoteReference")) is not None]

    def _row(self, words: str) -> _Element:
        return next(self.paragraph(words).iterancestors(_w("tr")))

    def _row_properties(self, row: _Element) -> _Element:
        found = row.find(_w("trPr"))
        if found is None:
            row.insert(0, found := etree.Element(_w("trPr")))
        return found

    def _put(self, run: _Element, after: _Element) -> None:
        """A new run after one that may stand in a tracked change."""
        parent = after.getparent()
        (parent if parent is not None and parent.tag in (_w("ins"), _w("del")) else after).addnext(run)
        self._track(run, "ins")

    def _drop(self, runs: Sequence[_Element]) -> Desk:
        for run in runs:
            if self.author is None:
                _remove(run)
            else:
                self._track(run, "del")
        return self

    def _track(self, run: _Element, kind: str) -> None:
        if self.author is None:
            return
        if kind in ("del", "moveFrom"):
            for text in run.findall(_w("t")):
                text.tag = _w("delText") if kind == "del" else text.tag
        change = self._change(kind)
        run.addprevious(change)
        change.append(run)

    def _wrap_all(self, paragraph: _Element, kind: str) -> None:
        for run in list(_own_runs(paragraph)):
            self._track(run, kind)

    def _track_end(self, paragraph: _Element, kind: str) -> None:
        if self.author is None:
            return
        properties = paragraph.find(_w("pPr"))
        if properties is None:
            paragraph.insert(0, properties := etree.Element(_w("pPr")))
        marks = properties.find(_w("rPr"))
        if marks is None:
            properties.append(marks := etree.Element(_w("rPr")))
        marks.insert(0, self._change(kind))

    def _change(self, kind: str) -> _Element:
        change = etree.Element(_w(kind))
        self._changes += 1
        for name, value in (("id", str(self._changes)), ("author", self.author or ""), ("date", _DATE)):
            change.set(_w(name), value)
        return change

    def _rename(self, paragraph: _Element) -> None:
        """What editors do to the bookmarks of a copy: they have other names; the controls keep their tags."""
        for start in paragraph.iter(_w("bookmarkStart")):
            start.set(_w("name"), f"{start.get(_w('name'))}_Copy_1")
        _renumber(paragraph)

    def _order_notes(self) -> None:
        """Notes stand in the order of their calls and are counted by it; those that nothing calls are gone."""
        root = self._roots["footnotes"]
        notes = {one.get(_w("id")): one for one in root if not one.get(_w("type"))}
        for note in notes.values():
            root.remove(note)
        for number, call in enumerate(self._roots["document"].iter(_w("footnoteReference")), start=1):
            note = notes[call.get(_w("id"))]
            if note.getparent() is not None:
                note = copy.deepcopy(note)
                _renumber(note)
            root.append(note)
            for one in (call, note):
                one.set(_w("id"), str(number))

    def _add_comments(self) -> None:
        root = etree.Element(_w("comments"), nsmap={"w": _MAIN})
        root.extend(self._comments)
        self._files["word/comments.xml"] = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
        types = etree.fromstring(self._files[_TYPES])
        part = etree.SubElement(types, types[-1].tag)
        part.set("PartName", "/word/comments.xml")
        part.set("ContentType", f"{_WORD_TYPES}.comments+xml")
        self._files[_TYPES] = etree.tostring(types, xml_declaration=True, encoding="UTF-8")
        relations = etree.fromstring(self._files[_RELATIONS])
        relation = etree.SubElement(relations, relations[0].tag)
        for name, value in (("Id", "rIdComments"), ("Type", f"{_OFFICE}/comments"), ("Target", "comments.xml")):
            relation.set(name, value)
        self._files[_RELATIONS] = etree.tostring(relations, xml_declaration=True, encoding="UTF-8")


def _run(text: str) -> _Element:
    run = etree.Element(_w("r"))
    said = etree.SubElement(run, _w("t"))
    said.text = text
    said.set(_XML_SPACE, "preserve")
    return run


def _run_like(run: _Element, text: str) -> _Element:
    new = _run(text)
    properties = run.find(_w("rPr"))
    if properties is not None and run.find(_w("footnoteReference")) is None:
        new.insert(0, copy.deepcopy(properties))
    return new


def _paragraph_like(paragraph: _Element) -> _Element:
    new = etree.Element(_w("p"))
    properties = paragraph.find(_w("pPr"))
    if properties is not None:
        new.append(copy.deepcopy(properties))
    return new


def _properties(run: _Element) -> _Element:
    found = run.find(_w("rPr"))
    if found is None:
        run.insert(0, found := etree.Element(_w("rPr")))
    return found


def _own_runs(paragraph: _Element) -> Iterator[_Element]:
    """The runs of a paragraph but for those of drawings in it and those that a tracked change took away."""
    for run in paragraph.iter(_w("r")):
        above = next(run.iterancestors(_w("p")))
        if above is paragraph and next(run.iterancestors(_w("del"), _w("moveFrom")), None) is None:
            yield run


def _run_text(run: _Element) -> str:
    return "".join(text.text or "" for text in run.findall(_w("t")))


def _text(paragraph: _Element) -> str:
    return "".join(_run_text(run) for run in _own_runs(paragraph))


def _renumber(paragraph: _Element) -> None:
    """Let the bookmarks and controls of a copy have numbers of their own."""
    for one in paragraph.iter(_w("bookmarkStart"), _w("bookmarkEnd")):
        one.set(_w("id"), f"{int(one.get(_w('id'), '0')) + 5000}")
    for one in paragraph.iter(_w("id")):
        one.set(_w("val"), f"{int(one.get(_w('val'), '0')) ^ 0x155555}")


def _cut(paragraph: _Element, offset: int) -> None:
    """Let a run end at this offset of the paragraph's text."""
    at = 0
    for run in list(_own_runs(paragraph)):
        text = _run_text(run)
        if at < offset < at + len(text):
            second = copy.deepcopy(run)
            [before], [after] = run.findall(_w("t")), second.findall(_w("t"))
            before.text, after.text = text[: offset - at], text[offset - at :]
            before.set(_XML_SPACE, "preserve")
            after.set(_XML_SPACE, "preserve")
            run.addnext(second)
            return
        at += len(text)


def _start(paragraph: _Element) -> int:
    return 1 if len(paragraph) and paragraph[0].tag == _w("pPr") else 0


def _remove(run: _Element) -> None:
    """Take a run away, and the control that holds nothing after that."""
    parent = run.getparent()
    _detach(run)
    while parent is not None and parent.tag in (_w("sdtContent"), _w("hyperlink"), _w("ins")) and not len(parent):
        holder = parent.getparent() if parent.tag == _w("sdtContent") else parent
        assert holder is not None
        parent = holder.getparent()
        _detach(holder)


def _detach(element: _Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
