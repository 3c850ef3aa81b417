"""A draft comes back, and its edits stand in the brief: nothing else has changed, and nothing is passed over."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import etree

from briefwright.cli import main
from briefwright.drafts import Choices, Conflicts, Pulled, Tracked, pull
from briefwright.pipeline import compile_brief
from briefwright.revise.compare.account import Fate
from briefwright.workspace import Workspace
from tests.extraction.docx_styles import W
from tests.long_brief import write_long_brief
from tests.revise.drafts import without_marks

ROOT = Path(__file__).parents[1]
SLUG = "russia-north-korea-liability"

Edit = Callable[[str], str]


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workspace:
    """A workspace with one of the real briefs."""
    shutil.copytree(ROOT / "briefs" / SLUG, tmp_path / "briefs" / SLUG)
    monkeypatch.chdir(tmp_path)
    return Workspace(tmp_path)


def _brief(workspace: Workspace) -> Path:
    return workspace.root / "briefs" / SLUG / "brief.yaml"


def _draft(workspace: Workspace, *edits: tuple[str, str], part: str = "word/document.xml", house: str = "") -> Path:
    """The draft of the brief as it is now, with stretches of one part replaced."""
    compiled = compile_brief(workspace, _brief(workspace), ["docx"], house or None)
    path = workspace.root / "draft.docx"
    with zipfile.ZipFile(io.BytesIO(compiled.files["docx"])) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            text = old.read(name)
            if name == part:
                for before, after in edits:
                    assert before.encode() in text, before
                    text = text.replace(before.encode(), after.encode(), 1)
            new.writestr(name, text)
    return path


def _lines(pulled: Pulled) -> list[str]:
    """The lines of the change, without its head and its places."""
    return [line for line in pulled.diff.splitlines() if re.match(r"[+-](?![+-]{2} )", line)]


def _codes(pulled: Pulled) -> list[str]:
    return [diagnostic.code for diagnostic in pulled.report]


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["pull", *arguments])


@pytest.mark.parametrize("house", ["institute", "ministry"])
def test_a_draft_that_nobody_edited_changes_nothing(workspace: Workspace, house: str) -> None:
    pulled = pull(workspace, _draft(workspace, house=house))
    assert pulled.after == pulled.before
    assert {one.verdict.fate for one in pulled.account} == {Fate.UNCHANGED, Fate.HOUSE}
    assert not pulled.report


def _long(workspace: Workspace) -> Path:
    """The draft of a brief that is long enough for a contents list."""
    larger = ROOT / "briefs" / "north-korea-russia-alliance" / "brief.yaml"
    brief = write_long_brief(larger, workspace.root, 8)
    draft = workspace.root / "long.docx"
    draft.write_bytes(compile_brief(workspace, brief, ["docx"]).files["docx"])
    return draft


def test_an_updated_contents_list_is_no_edit_and_an_edited_heading_is_one(workspace: Workspace) -> None:
    draft = _long(workspace)
    with zipfile.ZipFile(draft) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    root = etree.fromstring(parts["word/document.xml"])
    changed = 0
    for text in root.iter(f"{W}t"):
        in_list = any(element.find(f"{W}sdtPr/{W}docPartObj") is not None for element in text.iterancestors(f"{W}sdt"))
        if text.text == "What chapter 3 tells":
            text.text, changed = "What chapter 3 told us", changed + 1
        elif in_list and (text.text or "").isdigit():
            text.text, changed = f"9{text.text}", changed + 1
    assert changed > 20
    parts["word/document.xml"] = etree.tostring(root)
    with zipfile.ZipFile(draft, "w") as new:
        for name, data in parts.items():
            new.writestr(name, data)
    pulled = pull(workspace, draft)
    assert _lines(pulled) == ["-    heading: What chapter 3 tells", "+    heading: What chapter 3 told us"]
    assert not pulled.report


def test_an_edit_of_two_words_changes_one_line(workspace: Workspace) -> None:
    pulled = pull(workspace, _draft(workspace, ("What is being exchanged", "What each gives")))
    assert _lines(pulled) == ["-    heading: What is being exchanged", "+    heading: What each gives"]


def test_a_printed_value_becomes_the_value_it_stands_for(workspace: Workspace) -> None:
    pulled = pull(workspace, _draft(workspace, ("31\u00a0December 2024", "30 November 2024")))
    assert _lines(pulled) == ["-information_cutoff: 2024-12-31", "+information_cutoff: 2024-11-30"]


def test_a_printed_value_that_no_value_has_is_refused_at_its_field(workspace: Workspace) -> None:
    pulled = pull(workspace, _draft(workspace, ("31\u00a0December 2024", "around Christmas")))
    assert pulled.after == pulled.before
    assert set(_codes(pulled)) == {"BW824"}
    assert {d.span.line for d in pulled.report} == {_line_of(workspace, "information_cutoff:")}


def test_a_change_of_the_house_style_is_told_and_left(workspace: Workspace) -> None:
    pulled = pull(workspace, _draft(workspace, (">In brief<", ">In short<")))
    assert pulled.after == pulled.before
    assert set(_codes(pulled)) == {"BW824"}
    assert all("house style" in d.message for d in pulled.report)


def test_tracked_changes_are_accepted_or_rejected_and_listed(workspace: Workspace) -> None:
    run = '<w:r><w:t xml:space="preserve">What is being exchanged</w:t></w:r>'
    mark = 'w:id="9001" w:author="Jane Doe" w:date="2026-11-26T10:00:00Z"'
    tracked = (
        f'<w:del {mark}><w:r><w:delText xml:space="preserve">What is being exchanged</w:delText></w:r></w:del>'
        f'<w:ins {mark}><w:r><w:t xml:space="preserve">The exchange</w:t></w:r></w:ins>'
    ).replace('"9001"', '"9002"', 1)
    draft = _draft(workspace, (run, tracked))
    taken = pull(workspace, draft)
    assert _lines(taken)[1:] == ["+    heading: The exchange"]
    assert {(change.author, change.date) for change in taken.changes} == {("Jane Doe", "2026-11-26T10:00:00Z")}
    left = pull(workspace, draft, choices=Choices(tracked=Tracked.REJECT))
    assert left.after == left.before
    assert left.changes == taken.changes


def test_an_edit_goes_to_where_the_field_has_moved(workspace: Workspace) -> None:
    draft = _draft(workspace, ("What is being exchanged", "What each gives"))
    _edit(workspace, "context:\n", "context:\n  - id: before\n    heading: Before\n    body: [Long ago.]\n")
    pulled = pull(workspace, draft)
    assert _lines(pulled) == ["-    heading: What is being exchanged", "+    heading: What each gives"]


def test_edits_of_both_sides_in_one_text_are_joined(workspace: Workspace) -> None:
    draft = _draft(workspace, ("spare ammunition", "plentiful ammunition"))
    _edit(workspace, "Western support keeps Ukraine supplied", "Foreign support keeps Ukraine supplied")
    pulled = pull(workspace, draft)
    assert not _codes(pulled)
    assert "Foreign support" in pulled.after
    assert "plentiful ammunition" in pulled.after


class TestConflicts:
    @pytest.fixture
    def draft(self, workspace: Workspace) -> Path:
        draft = _draft(workspace, ("What is being exchanged", "What each gives"))
        _edit(workspace, "What is being exchanged", "What is traded")
        return draft

    def test_both_sides_are_shown_at_the_place_and_neither_is_taken(self, workspace: Workspace, draft: Path) -> None:
        pulled = pull(workspace, draft)
        assert pulled.after == pulled.before
        (problem,) = pulled.report
        assert (problem.code, problem.span.line) == ("BW823", _line_of(workspace, "What is traded"))
        assert [text for text in ("being exchanged", "is traded", "each gives") if text in " ".join(problem.hints)] == [
            "being exchanged",
            "is traded",
            "each gives",
        ]

    def test_the_draft_wins_where_asked(self, workspace: Workspace, draft: Path) -> None:
        pulled = pull(workspace, draft, choices=Choices(conflicts=Conflicts.DRAFT))
        assert _lines(pulled) == ["-    heading: What is traded", "+    heading: What each gives"]
        assert not pulled.report.has_errors

    def test_the_brief_wins_where_asked(self, workspace: Workspace, draft: Path) -> None:
        pulled = pull(workspace, draft, choices=Choices(conflicts=Conflicts.BRIEF))
        assert pulled.after == pulled.before
        assert not pulled.report.has_errors


def test_a_pull_done_twice_changes_nothing_more(workspace: Workspace) -> None:
    draft = _draft(workspace, ("What is being exchanged", "What each gives"), ("spare ammunition", "much ammunition"))
    _brief(workspace).write_bytes(pull(workspace, draft).data)
    again = pull(workspace, draft)
    assert again.after == again.before
    assert not again.report


def test_a_draft_that_lost_all_marks_is_matched_by_likeness(workspace: Workspace) -> None:
    draft = _draft(workspace, ("spare ammunition", "plentiful ammunition"))
    draft.write_bytes(without_marks(draft.read_bytes()))
    unknown = pull(workspace, draft)
    assert _codes(unknown) == ["BW821"]
    pulled = pull(workspace, draft, _brief(workspace))
    assert "BW822" in _codes(pulled)
    assert not pulled.report.has_errors
    assert next(line for line in _lines(pulled) if line.startswith("+")).endswith("has plentiful ammunition and")


def test_a_paragraph_that_may_be_another_is_a_question(workspace: Workspace) -> None:
    draft = _draft(
        workspace,
        (
            "Western support keeps Ukraine supplied, so Russia",
            "Help from the West lets Ukraine fight on, and so Moscow",
        ),
        ("looks elsewhere for arms, logistics and public backing", "must turn to others for guns and for applause"),
    )
    draft.write_bytes(without_marks(draft.read_bytes()))
    asked = pull(workspace, draft, _brief(workspace))
    assert "BW825" in _codes(asked)


def test_a_draft_without_marks_that_another_house_made_is_not_taken_for_one_of_this(workspace: Workspace) -> None:
    draft = _draft(workspace, house="ministry")
    draft.write_bytes(without_marks(draft.read_bytes()))
    pulled = pull(workspace, draft, _brief(workspace))
    strange, _ = pulled.report
    assert _codes(pulled) == ["BW821", "BW822"]
    assert strange.hints[0].endswith("its house style with --style")
    assert pulled.after == pulled.before
    assert _codes(pull(workspace, draft, _brief(workspace), "ministry")) == ["BW822"]


def test_a_result_that_is_not_sound_is_told_and_not_written(workspace: Workspace) -> None:
    before = _brief(workspace).read_bytes()
    draft = _draft(workspace, ("Two outcomes are likely", "Two outcomes are likely" + " and so on" * 30))
    done = _run(str(draft))
    assert done.exit_code == 1
    assert "BW205" in done.stderr
    assert _brief(workspace).read_bytes() == before
    assert _run(str(draft), "--force").exit_code == 1
    assert b"and so on" in _brief(workspace).read_bytes()


def test_the_command_writes_the_brief_and_keeps_what_was_there(workspace: Workspace) -> None:
    before = _brief(workspace).read_bytes()
    draft = _draft(workspace, ("What is being exchanged", "What each gives"))
    done = _run(str(draft))
    assert (done.exit_code, done.stdout) == (0, f"briefs/{SLUG}/brief.yaml\n")
    assert _brief(workspace).read_bytes() == before.replace(b"What is being exchanged", b"What each gives")
    (kept,) = (workspace.root / "build" / SLUG / "before-pull").iterdir()
    assert kept.read_bytes() == before


def test_a_dry_run_shows_the_change_and_writes_nothing(workspace: Workspace) -> None:
    before = _brief(workspace).read_bytes()
    done = _run(str(_draft(workspace, ("What is being exchanged", "What each gives"))), "--dry-run")
    assert done.exit_code == 0
    assert "+    heading: What each gives\n" in done.stdout
    assert _brief(workspace).read_bytes() == before
    assert not (workspace.root / "build").exists()


def test_line_ends_and_byte_order_mark_stay(workspace: Workspace) -> None:
    text = "\ufeff" + _brief(workspace).read_text(encoding="utf-8").replace("\n", "\r\n")
    _brief(workspace).write_bytes(text.encode())
    assert _run(str(_draft(workspace, ("What is being exchanged", "What each gives")))).exit_code == 0
    expected = text.replace("What is being exchanged", "What each gives")
    assert _brief(workspace).read_bytes() == expected.encode()


def test_a_remark_in_the_margin_is_kept_beside_the_brief_until_it_is_resolved(workspace: Workspace) -> None:
    draft = _commented(workspace, "What is being exchanged", "Only goods?")
    done = _run(str(draft))
    assert (done.exit_code, done.stdout) == (0, f"briefs/{SLUG}/remarks.yaml\n")
    checked = CliRunner().invoke(main, ["check"])
    place = f"briefs/{SLUG}/brief.yaml:{_line_of(workspace, 'What is being exchanged')}:"
    assert checked.exit_code == 0
    assert any(
        line.startswith(place) and "BW826" in line and "Only goods?" in line for line in checked.stderr.splitlines()
    )
    assert _run(str(draft)).stdout == ""


def test_a_brief_that_cannot_be_read_now_tells_why(workspace: Workspace) -> None:
    draft = _draft(workspace, ("What is being exchanged", "What each gives"))
    with _brief(workspace).open("a", encoding="utf-8") as file:
        file.write("  broken: [\n")
    assert _codes(pull(workspace, draft)) == ["BW101"]


def test_a_list_of_remarks_that_cannot_be_read_is_never_written_over(workspace: Workspace) -> None:
    draft = _commented(workspace, "What is being exchanged", "Only goods?")
    remarks = _brief(workspace).with_name("remarks.yaml")
    remarks.write_text("remarks: [", encoding="utf-8")
    assert _run(str(draft), "--force").exit_code == 1
    assert remarks.read_text(encoding="utf-8") == "remarks: ["


def test_a_draft_of_another_brief_is_not_taken_for_this_one(workspace: Workspace) -> None:
    draft = _draft(workspace)
    _edit(workspace, f"id: {SLUG}", "id: something-else")
    pulled = pull(workspace, draft)
    assert _codes(pulled) == ["BW821"]
    assert pulled.report.diagnostics[0].hints


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.7", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])
def test_what_is_no_draft_is_refused_in_words(workspace: Workspace, data: bytes) -> None:
    path = workspace.root / "draft.docx"
    path.write_bytes(data)
    done = _run(str(path))
    assert done.exit_code == 1
    assert "error[BW8" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_missing_draft_is_told(workspace: Workspace) -> None:
    done = _run("nothing.docx")
    assert done.exit_code == 1
    assert "BW704" in done.stderr


# ---- helpers --------------------------------------------------------------------------------------------------------


def _edit(workspace: Workspace, old: str, new: str) -> None:
    text = _brief(workspace).read_text(encoding="utf-8")
    assert old in text
    _brief(workspace).write_text(text.replace(old, new, 1), encoding="utf-8")


def _line_of(workspace: Workspace, words: str) -> int:
    text = _brief(workspace).read_text(encoding="utf-8")
    return text[: text.index(words)].count("\n") + 1


def _rewrite(draft: Path, change: Callable[[str, bytes], bytes | None]) -> None:
    """The draft with each part changed; parts that become None are left out."""
    with zipfile.ZipFile(draft) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    with zipfile.ZipFile(draft, "w") as new:
        for name, data in parts.items():
            if (changed := change(name, data)) is not None:
                new.writestr(name, changed)


def _commented(workspace: Workspace, words: str, remark: str) -> Path:
    """A draft with a comment on words that are a run of their own."""
    run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
    marked = (
        f'<w:commentRangeStart w:id="0"/>{run}<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
    )
    draft = _draft(workspace, (run, marked))
    w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    comments = (
        f'<w:comments xmlns:w="{w}"><w:comment w:id="0" w:author="Jane Doe" w:date="2026-11-26T10:00:00Z">'
        f"<w:p><w:r><w:t>{remark}</w:t></w:r></w:p></w:comment></w:comments>"
    )
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"

    def change(name: str, data: bytes) -> bytes:
        text = data.decode() if name.endswith((".rels", "].xml")) else ""
        if name == "word/_rels/document.xml.rels":
            new = f'<Relationship Id="rIdC" Type="{kind}" Target="comments.xml"/></Relationships>'
            return text.replace("</Relationships>", new).encode()
        if name == "[Content_Types].xml":
            return text.replace(
                "</Types>", f'<Override PartName="/word/comments.xml" ContentType="{content}"/></Types>'
            ).encode()
        return data

    _rewrite(draft, change)
    with zipfile.ZipFile(draft, "a") as archive:
        archive.writestr("word/comments.xml", comments)
    return draft
