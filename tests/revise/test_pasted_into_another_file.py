"""The words of a draft are copied into a new file in the real program: they carry nothing, and come back all the same.

Their bookmarks and controls then tie them to the brief, or where those are gone, style, order and likeness.
"""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefwright.cli import main
from tests.editor import steps as s
from tests.editor.editor import Editor
from tests.extraction.compiled import ROOT
from tests.revise.drafts import LIABILITY, draft, without_marks

pytestmark = pytest.mark.slow

OLD, NEW = "has spare ammunition", "has much ammunition"
EDIT = s.Replace(OLD, NEW)
REWRITTEN = s.Replace(
    "Western support keeps Ukraine supplied, so Russia (Россия) looks elsewhere for arms, logistics and public backing",
    "Help from the West lets Ukraine fight on, and so Russia (Россия) must turn to others for guns and applause",
)


@pytest.fixture
def brief(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The brief that the draft is made from, in a workspace of its own."""
    shutil.copytree(ROOT / "briefs" / LIABILITY, tmp_path / "briefs" / LIABILITY)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "briefs" / LIABILITY / "brief.yaml"


def pulled(data: bytes, *options: str) -> Result:
    Path("pasted.docx").write_bytes(data)
    return CliRunner().invoke(main, ["pull", "pasted.docx", *options])


@pytest.mark.parametrize("way", [s.PasteIntoNew(), s.SaveAndOpen("odt")], ids=["pasted", "saved as ODT"])
def test_a_person_says_which_brief_it_is(office: Editor, brief: Path, way: s.Step) -> None:
    before = brief.read_text(encoding="utf-8")
    pasted = office.edit(draft(LIABILITY), [way, EDIT])
    asked = pulled(pasted)
    assert asked.exit_code == 1
    assert "BW821" in asked.stderr
    assert "--brief BRIEF" in asked.stderr
    assert brief.read_text(encoding="utf-8") == before
    done = pulled(pasted, "--brief", LIABILITY)
    assert (done.exit_code, done.stdout) == (0, f"briefs/{LIABILITY}/brief.yaml\n")
    assert done.stderr.count("[BW") == done.stderr.count("[BW822]") == 1
    assert brief.read_text(encoding="utf-8") == before.replace(OLD, NEW)


def test_without_any_mark_words_are_known_by_style_order_and_likeness(office: Editor, brief: Path) -> None:
    before = brief.read_text(encoding="utf-8")
    edits: list[s.Step] = [
        EDIT,
        s.DeleteParagraph("Two outcomes are likely"),
        s.NewParagraph("A second claim is weaker", "It grows."),
    ]
    pasted = without_marks(office.edit(draft(LIABILITY), [s.PasteIntoNew(), *edits]))
    done = pulled(pasted, "--brief", LIABILITY)
    assert done.exit_code == 0
    assert done.stderr.count("[BW") == done.stderr.count("[BW822]") == 1
    after = brief.read_text(encoding="utf-8")
    lost = [line for line in before.splitlines() if line not in after.splitlines()]
    come = [line for line in after.splitlines() if line not in before.splitlines()]
    assert [line.strip()[:19] for line in lost] == ["Two outcomes are li", "threat; and Western", "logistics and publi"]
    assert [line.strip() for line in come] == [
        next(line for line in lost if OLD in line).replace(OLD, NEW).strip(),
        "- It grows.",
    ]


def test_without_any_mark_what_was_moved_keeps_its_markup(office: Editor, brief: Path) -> None:
    before = brief.read_text(encoding="utf-8")
    moved = s.MoveParagraph("Two outcomes are likely", up=True)
    done = pulled(without_marks(office.edit(draft(LIABILITY), [s.PasteIntoNew(), moved])), "--brief", LIABILITY)
    assert done.exit_code == 0
    after = brief.read_text(encoding="utf-8")
    assert sorted(after.splitlines()) == sorted(before.splitlines())
    assert after.index("Two outcomes are likely") < after.index("([#neutral-states])")


def test_without_any_mark_a_note_is_known_by_its_likeness(office: Editor, brief: Path) -> None:
    before = brief.read_text(encoding="utf-8")
    noted = s.Replace("Untitled article", "Unnamed article", nth=1)
    done = pulled(without_marks(office.edit(draft(LIABILITY), [s.PasteIntoNew(), noted])), "--brief", LIABILITY)
    assert done.exit_code == 0
    assert brief.read_text(encoding="utf-8").count("[@") == before.count("[@")


@pytest.mark.parametrize("words", ["Room to deal with all sides", "Two outcomes are likely"])
def test_without_any_mark_a_passage_with_all_its_words_replaced_is_a_question(
    office: Editor, brief: Path, words: str
) -> None:
    before = brief.read_bytes()
    retyped = s.Retype(words, "All is new here.")
    asked = pulled(without_marks(office.edit(draft(LIABILITY), [s.PasteIntoNew(), retyped])), "--brief", LIABILITY)
    assert asked.exit_code == 1
    assert "BW825" in asked.stderr
    assert brief.read_bytes() == before


def test_without_any_mark_enter_in_a_paragraph_makes_two(office: Editor, brief: Path) -> None:
    split = s.SplitParagraph("Trade in artillery")
    done = pulled(without_marks(office.edit(draft(LIABILITY), [s.PasteIntoNew(), split])), "--brief", LIABILITY)
    assert done.exit_code == 0
    assert "- >- Trade in artillery shells" in " ".join(brief.read_text(encoding="utf-8").split())


def test_a_passage_that_may_be_another_one_is_a_question(office: Editor, brief: Path) -> None:
    before = brief.read_bytes()
    pasted = without_marks(office.edit(draft(LIABILITY), [s.PasteIntoNew(), REWRITTEN]))
    asked = pulled(pasted, "--brief", LIABILITY)
    assert asked.exit_code == 1
    assert "BW825" in asked.stderr
    assert brief.read_bytes() == before
    assert pulled(pasted, "--brief", LIABILITY, "--unsure", "leave").exit_code == 0
    assert brief.read_bytes() == before
    assert pulled(pasted, "--brief", LIABILITY, "--unsure", "take").exit_code == 0
    assert "must turn to others for guns" in " ".join(brief.read_text(encoding="utf-8").split())


def test_words_without_their_styles_are_never_taken_unasked(office: Editor, brief: Path) -> None:
    before = brief.read_bytes()
    asked = pulled(office.edit(draft(LIABILITY), [s.PasteIntoNew(formatted=False)]), "--brief", LIABILITY)
    assert asked.exit_code == 1
    assert "BW825" in asked.stderr
    assert brief.read_bytes() == before


def test_a_part_of_a_draft_does_not_delete_the_rest(editor: Editor, brief: Path) -> None:
    before = brief.read_bytes()
    # With the cursor in a table, LibreOffice selects the table when it is asked for everything.
    pasted = editor.edit(draft(LIABILITY), [s.Replace("Agree the trigger", "Agree on the trigger"), s.PasteIntoNew()])
    asked = pulled(pasted, "--brief", LIABILITY)
    assert asked.exit_code == 1
    assert "BW821" in asked.stderr
    assert "a part of a draft cannot be pulled" in asked.stderr
    assert brief.read_bytes() == before
