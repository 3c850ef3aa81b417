"""Parts are found by how they name each other, whatever they are called and however they are written."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from briefwright.diagnostics import Report
from briefwright.document.reading import Reading
from briefwright.formats.docx.reading import read
from briefwright.formats.docx.reading.names import STRICT
from tests.formats.docx.returned.drafts import (
    TYPES,
    call,
    change,
    files,
    note,
    opened,
    p,
    packed,
    r,
    relation,
    relations,
    root,
)
from tests.formats.docx.returned.dumped import dump

_FILES = files(
    p(r("Words") + change("ins", r(" more")) + call(2), '<w:pStyle w:val="Heading1"/>'), footnotes=note(2, r("Note."))
)
_READ = """\
body heading 1
  'Words' bold
  ' more' bold inserted by Ada 2026-11-26T10:00:00Z
  call 0
note 0
  note footnote text
    'Note.'"""


def reading(contents: Mapping[str, str | bytes]) -> Reading:
    report = Report()
    found = read(opened(packed(contents)), report)
    assert not list(report)
    return found


def test_a_plain_draft_is_read() -> None:
    assert dump(reading(_FILES)) == _READ


def test_parts_may_have_other_names_and_lie_in_other_folders() -> None:
    contents = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(relation("a", "officeDocument", "/Text/Main.xml")),
        "Text/main.XML": _FILES["word/document.xml"],
        "Text/_rels/main.xml.rels": relations(
            relation("b", "footnotes", "../notes%20of/it.xml"), relation("c", "styles", "./look.xml")
        ),
        "notes of/it.xml": _FILES["word/footnotes.xml"],
        "Text/look.xml": _FILES["word/styles.xml"],
    }
    assert dump(reading(contents)) == _READ


def test_without_a_usable_relationship_the_text_is_found_by_its_content_type() -> None:
    assert dump(reading({**_FILES, "_rels/.rels": relations()})) == _READ
    outside = relations(relation("a", "officeDocument", "../../../etc/passwd"))
    assert dump(reading({**_FILES, "_rels/.rels": outside})) == _READ


def test_strict_open_xml_is_read_like_the_usual_kind() -> None:
    contents = dict(_FILES)
    for strict, usual in STRICT.items():
        contents = {name: content.replace(usual, strict) for name, content in contents.items()}
    assert "purl.oclc.org" in contents["word/document.xml"]
    assert "purl.oclc.org" in contents["_rels/.rels"]
    assert dump(reading(contents)) == _READ


def test_prefixes_may_be_others() -> None:
    contents = {name: content.replace("w:", "ns0:") for name, content in _FILES.items()}
    contents = {name: content.replace("xmlns:w=", "xmlns:ns0=") for name, content in contents.items()}
    assert dump(reading(contents)) == _READ


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-8-sig"])
def test_parts_may_be_in_either_encoding(encoding: str) -> None:
    texts = {name: content.replace('encoding="UTF-8"', "") for name, content in _FILES.items()}
    assert dump(reading({name: text.encode(encoding) for name, text in texts.items()})) == _READ


def test_a_draft_needs_no_part_but_its_text() -> None:
    contents: dict[str, str | bytes] = {
        "_rels/.rels": _FILES["_rels/.rels"],
        "word/document.xml": root("document", f"<w:body>{p(r('Words'))}</w:body>"),
    }
    assert dump(reading(contents)) == "body Normal\n  'Words'"
    contents["word/document.xml"] = root("document", "")
    assert dump(reading(contents)) == ""
