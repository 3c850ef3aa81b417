"""The contents list: which headings it names, and how each is found."""

from __future__ import annotations

from briefwright.document.contents import contents_of, listed, paged
from briefwright.document.nodes import Contents, ContentsEntry, Document, LineBreak
from briefwright.document.walk import blocks, plain_text
from tests.formats.docx import building as s


def _contents(words: int = 0, levels: int = 2) -> Contents:
    return Contents(s.said("Contents"), words, levels, s.HERE)


def _entries(document: Document) -> tuple[ContentsEntry, ...]:
    found = contents_of(document)
    assert found is not None
    return found.entries


def _named(document: Document) -> list[tuple[int, str, str]]:
    return [(entry.level, plain_text(entry.content), entry.target) for entry in _entries(document)]


def test_it_names_the_headings_of_the_upper_levels_in_their_order() -> None:
    document = s.document(
        _contents(),
        s.section("a", s.heading("Context"), s.columns("beside", (s.heading("Why now", 2),), (s.p("Now."),))),
        s.box("aside", s.heading("Facts", 2)),
        s.heading("Too deep", 3),
        s.heading("Risks"),
    )
    assert [(level, words) for level, words, _ in _named(listed(document))] == [
        (1, "Context"),
        (2, "Why now"),
        (2, "Facts"),
        (1, "Risks"),
    ]


def test_a_document_of_fewer_words_has_no_list() -> None:
    document = s.document(_contents(words=10), s.heading("One two three"), s.p(("four five six", s.note(1, "a b c d"))))
    assert contents_of(listed(document)) is None
    longer = s.document(_contents(words=6), s.heading("One two three"), s.p("four five six"))
    assert len(_entries(listed(longer))) == 1


def test_a_document_without_headings_has_no_list() -> None:
    assert contents_of(listed(s.document(_contents(), s.p("Words.")))) is None


def test_a_heading_keeps_its_id_and_any_other_is_named_after_its_words() -> None:
    document = listed(
        s.document(_contents(), s.heading("Kept", id="kept"), s.heading("A tie, remade"), s.heading("A tie remade"))
    )
    targets = ["kept", "heading:a-tie-remade", "heading:a-tie-remade:2"]
    assert [target for _, _, target in _named(document)] == targets
    assert [getattr(block, "id", None) for block in blocks(document.content)][1:] == targets


def test_an_entry_is_words_of_the_house_without_notes_links_and_ends_of_lines() -> None:
    link = s.link("https://example.org", "now")
    heading = s.heading(("Dues ", s.em("rise"), s.note(1, "Report."), LineBreak(), link))
    [entry] = _entries(listed(s.document(_contents(), heading)))
    assert plain_text(entry.content) == "Dues rise now"
    assert [type(inline).__name__ for inline in entry.content] == ["Text", "Emphasis", "Text", "Text"]
    assert {text.origin.path for text in entry.content if hasattr(text, "origin")} == {None}


def test_the_pages_come_by_the_ids_of_the_headings() -> None:
    document = listed(s.document(_contents(), s.heading("One", id="one"), s.heading("Two", id="two")))
    assert [entry.page for entry in _entries(paged(document, {"two": 7}))] == [None, 7]
