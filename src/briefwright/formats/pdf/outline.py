"""The outline: the title and the headings of a document as a reader's side panel shows them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObjectReference, PDFString

from briefwright.formats.pdf.file import File


@dataclass(slots=True)
class Entry:
    """A heading: its words, its rank (0 for the title) and the destination it leads to."""

    words: str
    rank: int
    destination: PDFArray
    below: list[Entry] = field(default_factory=list)


def add_outline(file: File, entries: Sequence[Entry]) -> None:
    """Give the file the outline of these headings, in their order; a rank that is skipped is not missed."""
    if not entries:
        file.Catalog.Outlines = None
        return
    root = Entry("", -1, PDFArray([]))
    way = [root]
    for entry in entries:
        while way[-1].rank >= entry.rank:
            way.pop()
        way[-1].below.append(entry)
        way.append(entry)
    outlines = PDFDictionary({"Type": PDFName("Outlines")})
    reference = file.Reference(outlines)
    _add_children(file, root, outlines, reference)
    file.Catalog.Outlines = reference


def _add_children(file: File, parent: Entry, dictionary: PDFDictionary, reference: PDFObjectReference) -> int:
    """Write the entries below one, and count them and all below them."""
    made = [_entry(entry, reference) for entry in parent.below]
    references = [file.Reference(one) for one in made]
    for one, before, after in zip(made, [None, *references], [*references[1:], None], strict=False):
        if before is not None:
            one["Prev"] = before
        if after is not None:
            one["Next"] = after
    count = len(made)
    for entry, one, own in zip(parent.below, made, references, strict=True):
        count += _add_children(file, entry, one, own)
    if made:
        dictionary["First"], dictionary["Last"], dictionary["Count"] = references[0], references[-1], count
    return count


def _entry(entry: Entry, parent: PDFObjectReference) -> PDFDictionary:
    return PDFDictionary({"Title": PDFString(entry.words), "Parent": parent, "Dest": entry.destination})
