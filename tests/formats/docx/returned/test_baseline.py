"""What a draft carries of its making is found wherever an editor left it, and believed only if it is whole."""

from __future__ import annotations

import hashlib
from html import escape

import pytest

from briefwright.diagnostics import Report
from briefwright.document.reading import Baseline
from briefwright.formats.docx.reading import baseline, open_package
from tests.formats.docx.returned.drafts import STYLES, call, change, files, note, p, packed, r, relation, root
from tests.formats.docx.returned.dumped import dump

_TEXT = "id: ports\ntitle: Häfen & <Dues>\n\n# ]]>\n"
_DIGEST = hashlib.sha256(_TEXT.encode()).hexdigest()
_MADE = {
    "/word/document.xml": root(
        "document", f'<w:body>{p(f"""<w:hyperlink r:id="rId4">{r("As made")}</w:hyperlink>""" + call(1))}</w:body>'
    ),
    "/word/footnotes.xml": root("footnotes", note(1, r(" Note"))),
    "/word/header-first.xml": root("hdr", p(r("Head"))),
    "/word/styles.xml": root("styles", STYLES),
}


def carried(text: str = _TEXT, digest: str = _DIGEST, version: str = "1", made: dict[str, str] = _MADE) -> str:
    parts = "".join(f'<part name="{name}">{content.partition("?>")[2]}</part>' for name, content in made.items())
    return (
        f'<draft xmlns="urn:briefwright:draft:{version}" brief="ports" schema="1.0" tool="0.3" house="institute"'
        f' digest="{digest}"><source>{escape(text)}</source>'
        '<keys><key name="title" field="/title"/><key name="risks/flood/event" field="/risks/0/event"/></keys>'
        '<link part="/word/document.xml" id="rId4" href="https://example.org/"/>'
        f"<made>{parts}</made></draft>"
    )


def found(
    content: str | bytes | None, name: str = "customXml/item1.xml", kind: str = "customXml"
) -> tuple[Baseline | None, list[tuple[str, str]]]:
    contents: dict[str, str | bytes] = {**files(p(r("As it is") + change("ins", r(" now"))))}
    if kind:
        contents = {**files(p(r("As it is")), relation("rIdDraft", kind, f"/{name}"))}
    if content is not None:
        contents[name] = content
    report = Report()
    parts = open_package(packed(contents), "draft.docx", report)
    assert parts is not None
    result = baseline(parts, report)
    assert (result is None) == (report.has_errors or content is None)
    return result, [(problem.code, problem.message) for problem in report]


def test_the_brief_and_the_draft_as_they_were_are_read() -> None:
    result, _ = found(carried())
    assert result is not None
    assert (result.brief, result.schema_version, result.tool_version, result.house) == (
        "ports",
        "1.0",
        "0.3",
        "institute",
    )
    assert (result.text, result.digest) == (_TEXT, _DIGEST)
    assert result.keys == {"title": "/title", "risks/flood/event": "/risks/0/event"}
    assert dump(result.made).splitlines() == [
        "body Normal",
        "  'As made' -> https://example.org/",
        "  call 0",
        "note 0",
        "  note footnote text",
        "    'Note'",
        "header Normal",
        "  'Head'",
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("customXml/item1.xml", "customXml"),
        ("customXml/item7.xml", ""),
        ("docProps/other.xml", ""),
        ("elsewhere/any.bin", "customXml"),
    ],
)
def test_it_is_found_whatever_an_editor_called_it(name: str, kind: str) -> None:
    result, _ = found(carried(), name, kind)
    assert result is not None


def test_a_draft_that_carries_nothing_has_no_baseline_and_no_problem() -> None:
    assert found(None) == (None, [])
    report = Report()
    other = {**files(p()), "customXml/item1.xml": '<b:Sources xmlns:b="http://example.org/bibliography"/>'}
    parts = open_package(packed(other), "draft.docx", report)
    assert parts is not None
    assert baseline(parts, report) is None
    assert not list(report)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (carried(text=_TEXT + " "), "the brief that the draft carries is not the one that it was made from"),
        (carried(digest=""), "the brief that the draft carries is not the one that it was made from"),
        (carried(version="2"), "the draft was made by another version of this program"),
        (carried(made={}), "what the draft carries of its brief is damaged: its text is missing"),
        (
            carried()[:-9],
            "what the draft carries of its brief is damaged: the brief in the draft is not well-formed XML at",
        ),
        (
            "<!DOCTYPE x []>" + carried(),
            "what the draft carries of its brief is damaged: the brief in the draft declares a document type",
        ),
    ],
)
def test_a_damaged_or_forged_baseline_is_refused(content: str, message: str) -> None:
    result, problems = found(content)
    assert result is None
    ((code, said),) = problems
    assert code == "BW812"
    assert said.startswith(message)


def test_a_baseline_in_utf_16_is_found_too() -> None:
    result, _ = found(carried().encode("utf-16"))
    assert result is not None
    assert result.text == _TEXT
