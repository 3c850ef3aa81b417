"""The PDF and the DOCX of a brief say the same: words, order, numbers, notes, headings and links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from zipfile import ZipFile

import pikepdf
import pytest
from lxml import etree

from tests.extraction.compiled import BRIEFS, HOUSES, Files, files, note_size, recommendations
from tests.extraction.content import Content, Heading, Word, reconciled
from tests.extraction.docx import read_docx
from tests.extraction.docx_styles import W
from tests.extraction.pdf import read_pdf

every_brief = pytest.mark.parametrize(
    ("brief", "house"), [(brief, house) for brief in BRIEFS for house in HOUSES], ids=str
)


# ---- what is compared --------------------------------------------------------------------------------------------


def texts(words: Iterable[Word]) -> list[str]:
    return [word.text for word in words]


def numbering(content: Content) -> list[tuple[str, list[str]]]:
    """The numbers and marks of paragraphs and items, each with the words after it."""
    return [
        (word.text, texts(content.body[index + 1 : index + 4]))
        for index, word in enumerate(content.body)
        if word.is_label
    ]


def calls(content: Content) -> list[tuple[int, int, str]]:
    """Each call of a note: its number, the word that it follows, counted from the first, and the letters before it."""
    return [(call.number, index, word.text[: call.after]) for index, word in _called(content) for call in word.calls]


def _called(content: Content) -> Iterator[tuple[int, Word]]:
    return ((index, word) for index, word in enumerate(content.body) if word.calls)


def notes(content: Content) -> dict[int, str]:
    return {number: " ".join(texts(words)) for number, words in content.notes.items()}


def nested(headings: Sequence[Heading]) -> list[Heading]:
    """The headings as an outline can hold them: it has no way to leave a level out, as headings may."""
    found: list[Heading] = []
    way: list[int] = []
    for heading in headings:
        while way and way[-1] >= heading.depth:
            way.pop()
        found.append(replace(heading, depth=len(way)))
        way.append(heading.depth)
    return found


ASPECTS: dict[str, Callable[[Content], object]] = {
    "words": lambda content: texts(content.body),
    "numbering": numbering,
    "number of notes": lambda content: len(content.notes),
    "notes": notes,
    "calls": calls,
    "headings": lambda content: nested(content.headings),
    "links": lambda content: content.links,
    "references": lambda content: content.references,
    "furniture": lambda content: content.furniture,
    "pictures": lambda content: content.pictures,
    "descriptions": lambda content: content.descriptions,
}


# ---- the formats agree -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("aspect", ASPECTS)
@every_brief
def test_both_formats_have_the_same(brief: str, house: str, aspect: str) -> None:
    both = files(brief, house)
    assert ASPECTS[aspect](both.pdf) == ASPECTS[aspect](both.docx)


@every_brief
def test_there_is_something_to_compare(brief: str, house: str) -> None:
    content = files(brief, house).docx
    assert len(content.body) > 500
    assert len(content.notes) > 10
    assert len(content.headings) > 10
    assert content.references


@every_brief
def test_the_numbers_of_notes_run_from_one_in_both_formats(brief: str, house: str) -> None:
    both = files(brief, house)
    for content in (both.pdf, both.docx):
        called = list(dict.fromkeys(number for number, _, _ in calls(content)))
        assert called == list(range(1, len(called) + 1))
        assert sorted(content.notes) == called


def test_a_note_is_called_more_than_once_in_both_formats() -> None:
    both = files("russia-north-korea-liability", "institute")
    for content in (both.pdf, both.docx):
        counted = Counter(number for number, _, _ in calls(content))
        assert max(counted.values()) == 4


@every_brief
def test_recommendations_have_the_same_numbers_in_both_formats(brief: str, house: str) -> None:
    both, titles = files(brief, house), recommendations(brief)
    expected = list(range(1, len(titles) + 1))
    assert [_number_before(title, both.pdf) for title in titles] == expected
    assert [_number_before(title, both.docx) for title in titles] == expected


def _number_before(title: str, content: Content) -> int:
    """The number that stands before the last place at which a title is printed."""
    before, found, _ = " ".join(texts(content.body)).rpartition(f" {title}")
    assert found, title
    return int(re.findall(r"(?<!\S)\d+(?!\S)", before)[-1])


@every_brief
def test_addresses_of_sources_are_whole_words_in_both_formats(brief: str, house: str) -> None:
    both = files(brief, house)
    for content in (both.pdf, both.docx):
        words = [word.text for words in (content.body, *content.notes.values()) for word in words]
        assert [word for word in words if "://" in word and not re.fullmatch(r"\S+://[\w.-]+/\S+", word)] == []


# ---- every comparison can fail -----------------------------------------------------------------------------------


def the_docx(break_it: Callable[[etree._Element], None], part: str = "word/document.xml") -> Content:
    """The DOCX of a brief after a change to one part of it."""
    both = broken_brief()
    target = BytesIO()
    with ZipFile(BytesIO(both.docx_data)) as source, ZipFile(target, "w") as archive:
        assert part in source.namelist()
        for name in source.namelist():
            data = source.read(name)
            if name == part:
                root = etree.fromstring(data)
                break_it(root)
                data = etree.tostring(root)
            archive.writestr(name, data)
    return read_docx(target.getvalue(), len(both.pdf.furniture))


def broken_brief() -> Files:
    return files("every-field", "ministry")


def first(root: etree._Element, path: str) -> etree._Element:
    found = root.find(path)
    assert found is not None
    return found


def drop_a_word(root: etree._Element) -> None:
    text = next(text for text in root.iter(f"{W}t") if len((text.text or "").split()) > 1)
    text.text = " ".join((text.text or "").split()[1:])


def swap_two_cells(root: etree._Element) -> None:
    row = next(row for row in root.iter(f"{W}tr") if len(row.findall(f"{W}tc")) > 1)
    left, right = row.findall(f"{W}tc")[:2]
    row.replace(left, right)
    right.addnext(left)


def swap_two_notes(root: etree._Element) -> None:
    one, other = root.findall(f"{W}footnote")[2:4]
    one.attrib[f"{W}id"], other.attrib[f"{W}id"] = other.attrib[f"{W}id"], one.attrib[f"{W}id"]


def change_a_note(root: etree._Element) -> None:
    list(root.iter(f"{W}t"))[-1].text = " and more."


def forget_a_note(root: etree._Element) -> None:
    call = first(root, f".//{W}footnoteReference")
    call.getparent().remove(call)  # type: ignore[union-attr]


def move_a_call(root: etree._Element) -> None:
    run = first(root, f".//{W}footnoteReference/..")
    before = run.getprevious()
    assert before is not None
    run.addnext(before)


def lower_a_heading(root: etree._Element) -> None:
    first(root, f".//{W}pStyle[@{W}val='Heading2']").set(f"{W}val", "Heading3")


def start_numbers_at_two(root: etree._Element) -> None:
    for start in root.iter(f"{W}start", f"{W}startOverride"):
        start.set(f"{W}val", "2")


def take_a_number_away(root: etree._Element) -> None:
    paragraph = first(root, f".//{W}pStyle[@{W}val='BriefNumbered']/..")
    etree.SubElement(etree.SubElement(paragraph, f"{W}numPr"), f"{W}numId").set(f"{W}val", "0")


def lead_elsewhere(root: etree._Element) -> None:
    next(one for one in root if one.get("TargetMode") == "External").set("Target", "https://example.org/elsewhere")


def lead_to_another_place(root: etree._Element) -> None:
    anchors = [one for one in root.iter(f"{W}hyperlink") if one.get(f"{W}anchor")]
    other = next(one for one in anchors if one.get(f"{W}anchor") != anchors[0].get(f"{W}anchor"))
    anchors[0].set(f"{W}anchor", str(other.get(f"{W}anchor")))


def lose_a_picture(root: etree._Element) -> None:
    picture = first(root, f".//{W}r/{W}drawing")
    picture.getparent().remove(picture)  # type: ignore[union-attr]


def describe_otherwise(root: etree._Element) -> None:
    first(root, ".//{*}docPr[@descr]").set("descr", "Something else")


def drop_a_label(root: etree._Element) -> None:
    label = first(root, f".//{W}txbxContent")
    label.getparent().remove(label)  # type: ignore[union-attr]


DOCUMENT, NOTES = "word/document.xml", "word/footnotes.xml"


@pytest.mark.parametrize(
    ("break_it", "part", "aspect"),
    [
        (drop_a_word, DOCUMENT, "words"),
        (swap_two_cells, DOCUMENT, "words"),
        (swap_two_notes, NOTES, "notes"),
        (change_a_note, NOTES, "notes"),
        (forget_a_note, DOCUMENT, "number of notes"),
        (move_a_call, DOCUMENT, "calls"),
        (lower_a_heading, DOCUMENT, "headings"),
        (start_numbers_at_two, "word/numbering.xml", "numbering"),
        (take_a_number_away, DOCUMENT, "numbering"),
        (lead_elsewhere, "word/_rels/document.xml.rels", "links"),
        (lead_to_another_place, DOCUMENT, "references"),
        (drop_a_word, "word/footer-default.xml", "furniture"),
        (lose_a_picture, DOCUMENT, "pictures"),
        (describe_otherwise, DOCUMENT, "descriptions"),
        (drop_a_label, DOCUMENT, "words"),
    ],
    ids=lambda value: getattr(value, "__name__", str(value)),
)
def test_a_broken_docx_is_told_from_the_pdf(break_it: Callable[[etree._Element], None], part: str, aspect: str) -> None:
    printed = reconciled(broken_brief().pdf, the_docx(break_it, part))
    assert ASPECTS[aspect](printed) != ASPECTS[aspect](the_docx(break_it, part))


def lose_a_page(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1]


def rename_a_heading(pdf: pikepdf.Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].children[0].title = "Another"


def lose_the_links(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for link in page.get("/Annots", []):
            if "/A" in link:
                link.A.URI = pikepdf.String("https://example.org/elsewhere")


def swap_two_pages(pdf: pikepdf.Pdf) -> None:
    pdf.pages.append(pdf.pages[1])
    del pdf.pages[1]


@pytest.mark.parametrize(
    ("break_it", "aspects"),
    [
        (lose_a_page, ["words", "number of notes", "notes"]),
        (swap_two_pages, ["words", "calls"]),
        (rename_a_heading, ["headings"]),
        (lose_the_links, ["links"]),
    ],
    ids=lambda value: getattr(value, "__name__", ""),
)
def test_a_broken_pdf_is_told_from_the_docx(break_it: Callable[[pikepdf.Pdf], None], aspects: list[str]) -> None:
    both = broken_brief()
    target = BytesIO()
    with pikepdf.open(BytesIO(both.pdf_data)) as pdf:
        break_it(pdf)
        pdf.save(target)
    printed = reconciled(read_pdf(target.getvalue(), note_size("ministry")), both.docx)
    assert [aspect for aspect in aspects if ASPECTS[aspect](printed) == ASPECTS[aspect](both.docx)] == []
