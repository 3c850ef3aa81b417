"""What Word minds and no validator sees: rules for the files that we write."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from tests.formats.docx.reading import Package, find, opened, values

_LONGEST_TAG = 64
_INSTRUCTIONS = "//w:instrText/text()|//w:delInstrText/text()"
_REFERENCE = re.compile(r"(?<!\S)REF (\S+)")
_BOOKMARK = re.compile(r"[A-Za-z_][A-Za-z0-9_]{0,39}")


def faults(data: bytes) -> list[str]:
    """Everything wrong with a file, one line each."""
    package = opened(data)
    return [fault for rule in RULES for fault in rule(package)]


def _entries_are_unique(package: Package) -> Iterator[str]:
    yield from (f"two zip entries are called {name}" for name in _repeated(package.names))


def _styles_are_defined(package: Package) -> Iterator[str]:
    sheet = package.root("word/styles.xml")
    kinds = {"pStyle": "paragraph", "rStyle": "character", "tblStyle": "table"}
    defined = {kind: set(values(sheet, f"w:style[@w:type='{kind}']/@w:styleId")) for kind in kinds.values()}
    for name, root in {**package.stories(), "word/numbering.xml": package.root("word/numbering.xml")}.items():
        for element, kind in kinds.items():
            for used in set(values(root, f"//w:{element}/@w:val")) - defined[kind]:
                yield f"{name} uses the {kind} style {used}, which is not defined"
    for used in set(values(sheet, "//w:basedOn/@w:val")) - set().union(*defined.values()):
        yield f"a style is based on {used}, which is not defined"


def _style_names_are_unique(package: Package) -> Iterator[str]:
    sheet = package.root("word/styles.xml")
    yield from (f"two styles have the id {name}" for name in _repeated(values(sheet, "w:style/@w:styleId")))
    names = [name.lower() for name in values(sheet, "w:style/w:name/@w:val")]
    yield from (f"two styles are called {name}" for name in _repeated(names))


def _bookmarks_are_sound(package: Package) -> Iterator[str]:
    names: list[str] = []
    starts: list[str] = []
    for root in package.stories().values():
        names += values(root, "//w:bookmarkStart/@w:name")
        own = values(root, "//w:bookmarkStart/@w:id")
        starts += own
        for number in set(own) ^ set(values(root, "//w:bookmarkEnd/@w:id")):
            yield f"the bookmark {number} has only one end"
    yield from (f"two bookmarks are called {name}" for name in _repeated(name.lower() for name in names))
    yield from (f"two bookmarks have the number {number}" for number in _repeated(starts))
    yield from (f"no bookmark can be called {name}" for name in names if not _BOOKMARK.fullmatch(name))


def _links_lead_somewhere(package: Package) -> Iterator[str]:
    stories = package.stories().values()
    known = {name for root in stories for name in values(root, "//w:bookmarkStart/@w:name")}
    used = {name for root in stories for name in values(root, "//w:hyperlink/@w:anchor")}
    fields = " ".join(said for root in stories for said in values(root, f"//w:fldSimple/@w:instr|{_INSTRUCTIONS}"))
    used |= set(_REFERENCE.findall(fields))
    yield from (f"a link leads to the bookmark {name}, which is not there" for name in used - known)


def _controls_are_sound(package: Package) -> Iterator[str]:
    stories = package.stories().values()
    numbers = [number for root in stories for number in values(root, "//w:sdtPr/w:id/@w:val")]
    yield from (f"two content controls have the id {number}" for number in _repeated(numbers))
    for root in stories:
        for tag in values(root, "//w:sdtPr/w:tag/@w:val"):
            if len(tag) > _LONGEST_TAG:
                yield f"the tag {tag} is too long"


def _notes_are_sound(package: Package) -> Iterator[str]:
    notes = package.root("word/footnotes.xml")
    for kind, number in (("separator", "-1"), ("continuationSeparator", "0")):
        if values(notes, f"w:footnote[@w:type='{kind}']/@w:id") != [number]:
            yield f"the {kind} of the notes is missing"
        if number not in values(package.root("word/settings.xml"), "w:footnotePr/w:footnote/@w:id"):
            yield f"the settings do not name the {kind} of the notes"
    held = values(notes, "w:footnote[not(@w:type)]/@w:id")
    called = values(package.root("word/document.xml"), "//w:footnoteReference/@w:id")
    if held != [str(number) for number in range(1, len(held) + 1)]:
        yield f"the notes are not numbered from 1: {held}"
    if called != held:
        yield f"the notes {held} are called as {called}"
    for field in find(package.root("word/document.xml"), "//w:fldSimple[starts-with(@w:instr, ' NOTEREF ')]"):
        name, shown = values(field, "@w:instr")[0].split()[1], "".join(values(field, ".//w:t/text()"))
        marked = f"//w:bookmarkStart[@w:name='{name}']/following-sibling::*[1]/w:footnoteReference/@w:id"
        found = values(field, marked)
        if found != [shown]:
            yield f"a field calls note {shown} again at the bookmark {name}, round which is {found}"


def _tables_are_sound(package: Package) -> Iterator[str]:
    for name, root in package.stories().items():
        if find(root, "//w:tc[not(w:p) or not(*[last()][self::w:p])]"):
            yield f"a cell of {name} does not end with a paragraph"
        if find(root, "//w:tbl/following-sibling::*[1][self::w:tbl]"):
            yield f"two tables of {name} touch, and Word would join them"
        for table in find(root, "//w:tbl"):
            columns = len(find(table, "w:tblGrid/w:gridCol"))
            for row in find(table, "w:tr"):
                spans = [int(span) for span in values(row, "w:tc/w:tcPr/w:gridSpan/@w:val")]
                missing = [int(count) for count in values(row, "w:trPr/w:gridAfter/@w:val")]
                if len(find(row, "w:tc")) - len(spans) + sum(spans) + sum(missing) != columns:
                    yield f"a row of {name} does not fill the columns of its table"


def _numbers_are_defined(package: Package) -> Iterator[str]:
    numbering = package.root("word/numbering.xml")
    known = {"0", *values(numbering, "w:num/@w:numId")}
    for name, root in {**package.stories(), "word/styles.xml": package.root("word/styles.xml")}.items():
        for used in set(values(root, "//w:numPr/w:numId/@w:val")) - known:
            yield f"{name} counts with {used}, which is not defined"
    definitions = set(values(numbering, "w:abstractNum/@w:abstractNumId"))
    for used in set(values(numbering, "w:num/w:abstractNumId/@w:val")) - definitions:
        yield f"a count names the definition {used}, which is not there"


def _deleted_text_is_marked(package: Package) -> Iterator[str]:
    for name, root in package.stories().items():
        # A text box within a deleted picture is a text of its own.
        if find(root, "//w:del//w:t[not(ancestor::w:txbxContent)]"):
            yield f"deleted text of {name} stands as text"


def _paragraph_ids_are_unique(package: Package) -> Iterator[str]:
    for name, root in package.stories().items():
        for number in _repeated(values(root, "//@w14:paraId")):
            yield f"two paragraphs of {name} have the id {number}"


def _repeated(names: Iterable[str]) -> list[str]:
    return [name for name, count in Counter(names).items() if count > 1]


RULES: tuple[Callable[[Package], Iterator[str]], ...] = (
    _entries_are_unique,
    _styles_are_defined,
    _style_names_are_unique,
    _bookmarks_are_sound,
    _links_lead_somewhere,
    _controls_are_sound,
    _notes_are_sound,
    _tables_are_sound,
    _numbers_are_defined,
    _deleted_text_is_marked,
    _paragraph_ids_are_unique,
)
