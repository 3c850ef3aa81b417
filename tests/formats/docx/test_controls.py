"""The words of a field can be found again in a draft, wherever and however often it stands there."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from briefwright.diagnostics import Span
from briefwright.document.nodes import Block, Document, Furniture, Inline, InternalLink, Link, Note, Origin, Text
from briefwright.document.provenance import Provenance
from tests.formats.docx.building import cell, document, em, line, p, row, styled, table, written
from tests.formats.docx.reading import find, opened, values
from tests.formats.docx.rules import faults

KEYS = {"/title": "title", "/risks/0/cause": "risks/spread/cause", "/sources/0/title": "sources/oecd/title"}
TEXT = "title: Dues\r\nrisks:\r\n- {id: spread, cause: 'No end, <&>'}\r\n"
DRAFT = {"d": "urn:briefwright:draft:1"}


def _of(pointer: str, words: str) -> Text:
    return Text(words, Origin(pointer, Span("brief.yaml")))


def _house(words: str) -> Text:
    return Text(words, Origin(None, Span("document.xml")))


def _origin(pointer: str) -> Origin:
    return Origin(pointer, Span("brief.yaml"))


def _drafted(*content: Block, furniture: Furniture | None = None) -> Document:
    provenance = Provenance("dues", "1", "0.1.0", "institute", TEXT, KEYS)
    return replace(document(*content, furniture=furniture), provenance=provenance)


def _controls(data: bytes, part: str = "word/document.xml") -> list[tuple[str, str]]:
    """The key of each control with the words in it."""
    found = []
    for control in find(opened(data).root(part), "//w:sdt"):
        (tag,) = values(control, "./w:sdtPr/w:tag/@w:val")
        found.append((tag, "".join(values(control, ".//w:t/text()"))))
    return found


def _bookmarks(data: bytes, part: str = "word/document.xml") -> list[str]:
    return values(opened(data).root(part), "//w:bookmarkStart/@w:name")


def test_the_words_of_a_field_stand_in_one_control_and_those_of_the_house_in_none() -> None:
    words: tuple[str | Inline, ...] = (
        _house("Cause: "),
        _of("/risks/0/cause", "No "),
        em(_of("/risks/0/cause", "end")),
        _house("."),
    )
    assert _controls(written(_drafted(p(words)))) == [("risks/spread/cause", "No end")]


def test_a_field_within_words_of_the_house_that_are_set_apart_has_its_control() -> None:
    words = styled("series", _house("Now: "), _of("/title", "Dues"))
    assert _controls(written(_drafted(p(words)))) == [("title", "Dues")]


def test_a_link_and_a_note_stand_in_the_control_of_the_field_that_has_them() -> None:
    at = _origin("/risks/0/cause")
    words: tuple[str | Inline, ...] = (
        _of("/risks/0/cause", "See "),
        Link("https://example.org", (_of("/risks/0/cause", "there"),), at),
        Note(1, (_house("By "), _of("/sources/0/title", "OECD")), at),
    )
    data = written(_drafted(p(words)))
    assert _controls(data) == [("risks/spread/cause", "See there")]
    assert values(opened(data).root("word/document.xml"), "//w:sdt//w:footnoteReference/@w:id") == ["1"]
    assert _controls(data, "word/footnotes.xml") == [("sources/oecd/title", "OECD")]


def test_a_field_within_a_link_of_the_house_has_its_control_inside() -> None:
    link = InternalLink("spread", (_house("Risk "), _of("/title", "Dues")), Origin(None, Span("document.xml")))
    data = written(_drafted(p("x", id="spread"), p(link)))
    assert values(opened(data).root("word/document.xml"), "//w:hyperlink/w:sdt//w:t/text()") == ["Dues"]


def test_each_paragraph_with_a_field_has_a_bookmark_of_its_own() -> None:
    field = _of("/title", "Dues")
    data = written(_drafted(p(field), p("House."), table("risks", None, row(cell(field), cell(field)))))
    names = _bookmarks(data)
    assert len(set(names)) == len(names) == 3
    assert all(len(name) <= 40 - len("_Copy_10") for name in names)
    assert [name[-2:] for name in names[1:]] == ["_2", "_3"]


def test_a_note_has_the_bookmark_of_the_field_that_calls_it() -> None:
    at = _origin("/risks/0/cause")
    data = written(_drafted(p((_of("/title", "x"), Note(1, (_house("A."),), at), Note(2, (_house("B."),), at)))))
    first, second = _bookmarks(data, "word/footnotes.xml")
    assert (first != second, second[-2:]) == (True, "_2")


def test_headers_and_footers_have_controls_too() -> None:
    furniture = Furniture(header=(line(_of("/title", "Dues")),), footer=(line(_of("/title", "Dues")),))
    data = written(_drafted(p("x"), furniture=furniture))
    for part in ("word/header-default.xml", "word/footer-default.xml"):
        assert _controls(data, part) == [("title", "Dues")]


def test_a_draft_keeps_our_own_rules_and_its_bytes() -> None:
    field = _of("/title", "Dues")
    content = (p((field, _house(" "), field)), p(field), table("risks", None, row(cell(field), cell(field))))
    data = written(_drafted(*content))
    assert faults(data) == []
    assert written(_drafted(*content)) == data


def test_a_document_without_provenance_has_neither_controls_nor_a_baseline() -> None:
    data = written(document(p(_of("/title", "Dues"))))
    assert _controls(data) == []
    assert _bookmarks(data) == []
    assert not [name for name in opened(data).names if "custom" in name.lower()]


class TestBaseline:
    @pytest.fixture
    def data(self) -> bytes:
        link = Link("https://example.org/?a=1&b=2", (_of("/title", "there"),), _origin("/title"))
        note = Note(1, (_of("/sources/0/title", "OECD"),), _origin("/title"))
        return written(_drafted(p((_of("/title", "Dues "), link, note))))

    def test_the_text_of_the_brief_travels_to_the_character(self, data: bytes) -> None:
        root = opened(data).root("customXml/item1.xml")
        (source,) = [str(text) for text in root.xpath("/d:draft/d:source/text()", namespaces=DRAFT)]  # type: ignore[union-attr]
        assert source == TEXT
        assert root.get("digest") == hashlib.sha256(TEXT.encode()).hexdigest()
        assert {name: root.get(name) for name in ("brief", "schema", "tool", "house")} == {
            "brief": "dues",
            "schema": "1",
            "tool": "0.1.0",
            "house": "institute",
        }

    def test_each_key_of_a_control_has_its_field(self, data: bytes) -> None:
        root = opened(data).root("customXml/item1.xml")
        keys = root.xpath("/d:draft/d:keys/d:key", namespaces=DRAFT)
        found = {key.get("name"): key.get("field") for key in keys}  # type: ignore[union-attr]
        assert found == {"title": "/title", "sources/oecd/title": "/sources/0/title"}

    def test_the_parts_travel_as_they_were_made_with_their_addresses(self, data: bytes) -> None:
        root = opened(data).root("customXml/item1.xml")
        for name in ("/word/document.xml", "/word/footnotes.xml"):
            made = root.xpath(f"string(/d:draft/d:made/d:part[@name='{name}'])", namespaces=DRAFT)
            assert made == opened(data).root(name.removeprefix("/")).xpath("string(.)")
        links = root.xpath("/d:draft/d:link/@href", namespaces=DRAFT)
        assert links == ["https://example.org/?a=1&b=2"]

    def test_other_programs_can_ask_for_the_brief_by_a_property(self, data: bytes) -> None:
        root = opened(data).root("docProps/custom.xml")
        assert "dues" in values(root, "//*[@name='BriefwrightBrief']/*/text()")
