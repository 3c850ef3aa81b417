"""Two versions of a document as the bytes of one DOCX file."""

from __future__ import annotations

from dataclasses import dataclass, replace

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.package import Package

from briefwright.diagnostics import Report
from briefwright.document.nodes import Document
from briefwright.formats.docx.baseline import Story, attach
from briefwright.formats.docx.blocks import blocks
from briefwright.formats.docx.draft import Draft, Place
from briefwright.formats.docx.flow import flow, gap_style_id
from briefwright.formats.docx.furniture import first_differs, section_properties, story, story_parts, story_root
from briefwright.formats.docx.names import style_names
from briefwright.formats.docx.notes import footnotes
from briefwright.formats.docx.numbering import Numbering
from briefwright.formats.docx.package import TreePart, packed, tree_part
from briefwright.formats.docx.redline.blocks import merged
from briefwright.formats.docx.redline.counts import unify
from briefwright.formats.docx.redline.merging import Merging
from briefwright.formats.docx.redline.notes import Notes
from briefwright.formats.docx.redline.outline import bookmark_names, outline
from briefwright.formats.docx.redline.tree import elements, led_to
from briefwright.formats.docx.styles import styles
from briefwright.formats.docx.write import describe, relate
from briefwright.formats.docx.xml import STORY, Element, root, w
from briefwright.theme.theme import Theme

_APART = 1
"""The height in points of a paragraph that only keeps two tables apart."""


@dataclass(frozen=True, slots=True)
class Redline:
    """The file, and how many changes are tracked in it."""

    data: bytes
    changes: int


@dataclass(frozen=True, slots=True)
class _Version:
    """A version as drawn: its body, its headers and footers by their names, and its notes."""

    body: list[Element]
    stories: dict[str, list[Element]]
    notes: list[Element]

    @property
    def content(self) -> list[Element]:
        return [*self.body, *[element for content in self.stories.values() for element in content]]


def write(old: Document, new: Document, theme: Theme, author: str, date: str, report: Report) -> Redline:
    """The new version in the look of a theme, with what changed since the old one as tracked changes.

    Accepted, they leave the new version; rejected, the old one. They are by `author` and of `date`, such as
    `2026-11-21T00:00:00Z`.
    """
    package = Package()
    main = tree_part("/word/document.xml", CONTENT_TYPE.WML_DOCUMENT_MAIN, package)
    notes = tree_part("/word/footnotes.xml", CONTENT_TYPE.WML_FOOTNOTES, package)
    names = style_names(theme)
    draft = Draft(new, theme, names, report, package, Numbering(theme, names), notes)
    first = first_differs(new, theme.page) or first_differs(old, theme.page)
    parts = story_parts(first, draft)
    after = _drawn(draft, main, parts)
    before = _drawn(_restarted(draft, old), main, parts)
    unify(before.content, after.content, draft.numbering.definitions())
    merging = _merging(before, after, author, date, draft)
    body = _merged(before.body, after.body, merging)
    for name, part in parts.items():
        part.element = story_root(name, _merged(before.stories[name], after.stories[name], merging))
    section = section_properties(main, parts, theme.page, draft.right_to_left)
    main.element = _document(body, section)
    notes.element = footnotes(merging.notes)
    look = styles(draft)
    if new.provenance is not None:
        attach(new.provenance, _made(after, main, notes, parts, section), look, main, draft)
    relate(main, notes, look, draft)
    package.relate_to(main, RELATIONSHIP_TYPE.OFFICE_DOCUMENT)
    describe(package, new)
    return Redline(packed(package), merging.changes)


def _document(body: list[Element], section: Element) -> Element:
    return root("w:document", STORY, w("body", *body, section))


def _made(
    version: _Version, main: TreePart, notes: TreePart, parts: dict[str, TreePart], section: Element
) -> list[Story]:
    """The parts as the new version alone would have them: what is read back is compared with that."""
    stories = [(parts[name], story_root(name, version.stories[name])) for name in sorted(parts)]
    made = [(main, _document(version.body, section)), (notes, footnotes(version.notes)), *stories]
    return [(part, element.serialised()) for part, element in made]


def _restarted(draft: Draft, document: Document) -> Draft:
    """The draft of another document in the same file: numbers of things go on, those of notes and paragraphs begin."""
    draft.numbering.restart()
    return replace(draft, document=document, notes=[], waiting=[], fields={}, places={}, targets={}, calls={})


def _drawn(draft: Draft, main: TreePart, parts: dict[str, TreePart]) -> _Version:
    body = flow(blocks(draft.document.content, Place(main, draft.theme.page.measure), draft), draft)
    return _Version(body, {name: story(name, part, draft) for name, part in parts.items()}, draft.notes)


def _merging(before: _Version, after: _Version, author: str, date: str, draft: Draft) -> Merging:
    draft.gaps.add(_APART)
    targets = set(map(led_to, elements([*before.content, *before.notes])))
    names = bookmark_names([*after.content, *after.notes])
    kept = frozenset(name for name in bookmark_names(before.content) if name in targets and name not in names)
    return Merging(author, date, Notes(before.notes), Notes(after.notes), kept, w("pStyle", val=gap_style_id(_APART)))


def _merged(before: list[Element], after: list[Element], merging: Merging) -> list[Element]:
    return merged(outline(before, merging.old_notes), outline(after, merging.new_notes), merging)
