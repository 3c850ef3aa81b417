"""Reading a PDF as a reader would: lines in the order in which they are drawn, notes at the foot, furniture left out.

The order of drawing is taken for the order of reading: a row is drawn cell by cell, where its lines stand side by side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from io import BytesIO

import pdfplumber
import pikepdf
from pypdf import PdfReader
from pypdf.generic import Destination

from tests.extraction.content import Content, CrossReference, Heading, Link, Word, Words
from tests.extraction.pdf_pages import Page, Segment, pages_of

_TARGET_WORDS = 3
"""How many words of a link's target are compared."""
_LABEL = re.compile(r"\d+\.|•")
_LEAP = 40.0
"""How far below the place that a link leads to its words may begin, in points."""
_HANGING = 36.0
"""How far left of it: the number of an item or of a card hangs beside the text that links lead to."""
_OPEN_END = re.compile(
    r"[-\u2010-\u2014/]$|(?:://|www\.|@|^10\.\d{4}).*[/.\-_?&=#:%+~,;@]$|"
    r"[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7ff\uf900-\ufaff]$"
)
"""What a line may end after with a space and without: a dash, a sign in an address, an ideograph or a syllable."""


def read_pdf(data: bytes, note_size: float) -> Content:
    """The content of a PDF whose notes are set in this size."""
    with pdfplumber.open(BytesIO(data)) as pdf:
        pages = pages_of(pdf, note_size)
    body = [segment for page in pages for segment in page.body]
    foot = [segment for page in pages for segment in page.foot]
    texts = dict(_notes(foot))
    links = (body, *texts.values())
    return Content(
        body=tuple(_words(body)),
        notes={number: tuple(_words(segments)) for number, segments in texts.items()},
        headings=tuple(_headings(data)),
        links=tuple(link for segments in links for link in _links(segments)),
        references=tuple(_references(body, pages)),
        furniture=tuple(tuple(word.text for word in _words(page.furniture)) for page in pages),
        pictures=sum(page.pictures for page in pages),
        descriptions=tuple(_descriptions(data)),
    )


def _words(segments: Sequence[Segment]) -> list[Word]:
    words = Words()
    for segment, following in zip(segments, [*segments[1:], None], strict=True):
        if following is not None and _LABEL.fullmatch(segment.text) and following.stands_beside(segment):
            words.label(segment.text)
            continue
        for letter in segment.letters:
            if letter.call is None:
                words.add(letter.text)
            else:
                words.call(letter.call)
        words.end_line(may_go_on=bool(_OPEN_END.search(segment.last_word)))
    words.end()
    return words.done


def _notes(foot: Sequence[Segment]) -> Iterator[tuple[int, list[Segment]]]:
    """The notes by their numbers, which stand alone before the first line of each; the rest of a note runs on."""
    number, found = 0, list[Segment]()
    for segment in foot:
        if segment.is_note_number:
            if found:
                yield number, found
            number, found = int(segment.text), []
        else:
            found.append(segment)
    if found:
        yield number, found


def _headings(data: bytes) -> Iterator[Heading]:
    reader = PdfReader(BytesIO(data))

    def entries(outline: Sequence[object], depth: int) -> Iterator[Heading]:
        for entry in outline:
            if isinstance(entry, Destination):
                yield Heading(depth, " ".join(str(entry.title).split()))
            elif isinstance(entry, list):
                yield from entries(entry, depth + 1)

    yield from entries(reader.outline, 0)


def _descriptions(data: bytes) -> Iterator[str]:
    """What each picture shows, in the order of the structure."""

    def below(element: object) -> Iterator[str]:
        if isinstance(element, pikepdf.Array):
            for one in element:
                yield from below(one)
        elif isinstance(element, pikepdf.Dictionary):
            if element.get("/S") == "/Figure":
                yield str(element["/Alt"])
            yield from below(element.get("/K"))

    with pikepdf.open(BytesIO(data)) as pdf:
        yield from below(pdf.Root.StructTreeRoot.get("/K"))


def _links(segments: Sequence[Segment]) -> Iterator[Link]:
    """The links to the web; one that goes on in the next line goes on as long as nothing stands between."""
    letters, address = "", None
    for segment in segments:
        for letter in segment.letters:
            goal = letter.link.address if letter.link is not None else None
            if goal != address:
                if address is not None:
                    yield Link(letters, address)
                letters, address = "", goal
            if not letter.text.isspace() and letter.text != "\u00ad":
                letters += letter.text
    if address is not None:
        yield Link(letters, address)


def _references(segments: Sequence[Segment], pages: Sequence[Page]) -> Iterator[CrossReference]:
    """The links within the document, the calls of notes left out."""
    letters, last = "", None
    for letter in (letter for segment in segments for letter in segment.letters if letter.call is None):
        place = letter.link.place if letter.link is not None else None
        if place != last:
            if last is not None:
                yield CrossReference(letters, _at(last, pages))
            letters, last = "", place
        if not letter.text.isspace() and letter.text != "\u00ad":
            letters += letter.text
    if last is not None:
        yield CrossReference(letters, _at(last, pages))


def _at(place: tuple[int, float, float], pages: Sequence[Page]) -> tuple[str, ...]:
    """The first words below a place: those of the line that is drawn first of those that begin there."""
    number, left, height = place
    body = [segment for page in pages[number:] for segment in page.body]
    for index, segment in enumerate(pages[number].body):
        top = segment.baseline + 0.8 * segment.size
        if height - _LEAP <= top <= height and segment.left >= left - _HANGING:
            return tuple(word.text for word in _words(body[index:])[:_TARGET_WORDS])
    return ()
