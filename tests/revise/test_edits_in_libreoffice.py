"""A draft edited in the real program, tracked or not, brings exactly its edit back into the YAML.

So it does from LibreOffice 7.4 as well, which drops the names of content controls and keeps bookmarks.
"""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from briefwright.drafts import Pulled, pull
from briefwright.pipeline import compile_brief
from briefwright.workspace import Workspace
from tests.editor import steps as s
from tests.editor.editor import Editor
from tests.extraction.compiled import HOUSES
from tests.formats.docx.returned.test_built_briefs import draft as draft_of
from tests.revise.drafts import ALLIANCE
from tests.revise.pulling import pulled

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
SLUG = "russia-north-korea-liability"
NOTE = "[@liability-article, para. 9]"

EDITS: dict[str, tuple[s.Step, list[str], list[str]]] = {
    # what is done, what the YAML no longer says, what it says now
    "a word replaced": (s.Replace("spare ammunition", "much ammunition"), ["has spare am"], ["has much am"]),
    "a paragraph retyped": (
        s.Retype("Two outcomes are likely", "Both outcomes count."),
        ["Two outcomes are likely", "in plain view. - >- The gravest"],
        ["Both outcomes count."],
    ),
    "typed at the start": (s.TypeAtStart("Western support keeps", "Now: "), [], ["Now: Western support keeps"]),
    "typed at the end": (s.TypeAtEnd("Western support keeps", " And more."), [], ["has been reported. And"]),
    "words deleted": (s.Delete(", logistics"), ["for arms, logistics"], ["for arms and public"]),
    "a sentence deleted": (s.DeleteSentence("Trade in artillery"), ["Trade in artillery"], []),
    "a paragraph deleted": (s.DeleteParagraph("Two outcomes are likely"), ["Two outcomes are likely"], []),
    "a paragraph split": (
        s.SplitParagraph("Trade in artillery"),
        ["technology. Trade in artillery"],
        ["- >- Trade in artillery shells and short-range missiles has been reported. [@liability-article, para. 2]"],
    ),
    "a new key point": (
        s.NewParagraph("Two outcomes are likely", "Oil flows."),
        [],
        ["in plain view. - Oil flows. -"],
    ),
    "a new paragraph": (s.NewParagraph("A second claim is weaker", "Trade grows."), [], ["- Trade grows. -"]),
    "bold": (s.Bold("public backing"), [], ["**public backing**"]),
    "italic": (s.Italic("spare ammunition"), [], ["*spare ammunition*"]),
    "a link": (
        s.Link("artillery shells", "https://example.org/x"),
        [],
        ["[artillery shells](https://example.org/x)"],
    ),
    "a new note": (s.InsertNote("artillery shells", NOTE), [], [f"artillery shells {NOTE}"]),
    "a note deleted": (s.DeleteNote("n.d."), ["technology. [@liability-article, para. 2; @liab"], []),
    "a note retyped": (
        s.Retype("n.d.", NOTE),
        ["para. 2; @liability-article, para. 4] - >- The"],
        [f"technology. {NOTE}"],
    ),
    "a note moved": (
        s.MoveNote("n.d.", after="Two outcomes are likely"),
        ["technology. [@liability-article, para. 2; @liab"],
        ["Two outcomes are likely [@liability-article, para. 2; @liability-article, para. 4]."],
    ),
    "an item moved": (s.MoveParagraph("Two outcomes are likely", up=True), [], ["in plain view. - >- The first cost"]),
    "an item cut and pasted": (
        s.CutParagraph("The gravest outcome, a wider", before="The first cost that"),
        [],
        ["([#peninsula-conflict]). - >- The first cost"],
    ),
    "a cell": (s.Replace("withhold diplomatic", "withhold consular"), ["withhold diplomatic"], ["withhold consular"]),
    "the title": (s.Replace("buys supplies", "buys stores"), ["title: Russia’s turn to North Korea buys supplies"], []),
    "a date": (s.Replace("31\u00a0December 2024", "30 November 2024"), ["cutoff: 2024-12-31"], ["cutoff: 2024-11-30"]),
    "a heading": (s.Replace("being exchanged", "being traded"), ["What is being exchanged"], ["What is being traded"]),
}


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    root = tmp_path_factory.mktemp("workspace")
    shutil.copytree(ROOT / "briefs" / SLUG, root / "briefs" / SLUG)
    return Workspace(root)


@pytest.fixture(scope="module")
def draft(workspace: Workspace) -> bytes:
    return compile_brief(workspace, workspace.root / "briefs" / SLUG / "brief.yaml", ["docx"]).files["docx"]


@pytest.fixture
def came_back(workspace: Workspace, tmp_path: Path) -> Path:
    return tmp_path / "draft.docx"


@pytest.mark.parametrize("tracked", [False, True], ids=["untracked", "tracked"])
@pytest.mark.parametrize("kind", EDITS)
def test_an_edit_comes_back_and_nothing_else_changes(
    office: Editor, workspace: Workspace, draft: bytes, came_back: Path, kind: str, tracked: bool
) -> None:
    step, gone, here = EDITS[kind]
    came_back.write_bytes(office.edit(draft, [step], tracked=tracked))
    came = pull(workspace, came_back)
    assert not [problem for problem in came.report if problem.code != "BW826"]
    assert came.after != came.before
    before, after = " ".join(came.before.split()), " ".join(came.after.split())
    assert [words for words in gone if words not in before or words in after] == []
    assert [words for words in here if words in before or words not in after] == []
    assert len(_touched(came)) <= 12
    assert bool(came.changes) == tracked


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("brief", [SLUG, ALLIANCE])
def test_a_draft_that_was_only_saved_changes_nothing(office: Editor, brief: str, house: str) -> None:
    came = pulled(brief, office.edit(draft_of(brief, house)))
    assert came.told == []
    assert came.after == came.before


def test_a_copied_card_with_another_title_is_a_new_record(
    office: Editor, workspace: Workspace, draft: bytes, came_back: Path
) -> None:
    title = "Agree the trigger for new sanctions"
    came_back.write_bytes(office.edit(draft, [s.CopyTable(title), s.Replace(title, "Write to the brokers", nth=2)]))
    came = pull(workspace, came_back)
    assert not came.report
    gone = [line for line in _touched(came) if line.startswith("-")]
    assert gone == []
    assert "  - id: write-to-the-brokers\n    title: Write to the brokers\n    action: >-\n" in came.after


def test_a_remark_comes_back_with_the_words_it_is_about(
    office: Editor, workspace: Workspace, draft: bytes, came_back: Path
) -> None:
    came_back.write_bytes(office.edit(draft, [s.Comment("artillery shells", "Which calibre?")]))
    came = pull(workspace, came_back)
    assert came.after == came.before
    (remark,) = came.new_remarks
    assert (remark.text, remark.quoted, remark.field) == (
        "Which calibre?",
        "artillery shells",
        "context/exchange/body/0/text",
    )


def _touched(came: Pulled) -> list[str]:
    """The lines of the YAML that went or came."""
    return [line for line in came.diff.splitlines() if re.match(r"[+-](?![+-]{2} )", line)]
