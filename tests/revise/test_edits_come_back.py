"""What somebody does to a real draft comes back as just that change of the brief, tracked or not, in every house."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest

from tests.revise.drafts import ALLIANCE, draft
from tests.revise.pulling import plain, pulled
from tests.revise.word import Desk

Change = Callable[[Any], object]


@dataclass(frozen=True)
class Case:
    """What somebody does to the draft, and what the brief then says."""

    name: str
    edit: Callable[[Desk], object]
    change: Change
    houses: tuple[str, ...] = ("institute", "ministry")


def text(old: str, new: str, *path: str | int) -> Change:
    """Other words in the text at a path."""

    def change(data: Any) -> None:
        for step in path[:-1]:
            data = data[step]
        assert data[path[-1]].count(old) == 1
        data[path[-1]] = data[path[-1]].replace(old, new)

    return change


TITLE = "North Korea and Russia are allies by need: enforce first, then engage"
BLUF = ("summary", "bluf")
POINTS = ("summary", "key_points")
GOODS = ("context", 1, "subsections", 2, "body", 0, "text")
TREATY = ("context", 1, "subsections", 0, "body")
COMBAT = ("boxes", 0, "blocks", 1, "items", 0)

WORDS = [
    Case(
        "other words",
        lambda desk: desk.retype("loose exchange", "casual exchange"),
        text("loose exchange", "casual exchange", *BLUF),
    ),
    Case(
        "fewer words",
        lambda desk: desk.delete(" and unsettles China"),
        text(" and unsettles China", "", *BLUF),
    ),
    Case(
        "more words within",
        lambda desk: desk.type_after("unsettles China", " a little"),
        text("unsettles China", "unsettles China a little", *BLUF),
    ),
    Case(
        "more words at the end",
        lambda desk: desk.type_at_end("loose exchange", " More follows."),
        text("stated conditions.", "stated conditions. More follows.", *BLUF),
    ),
    Case(
        "more words at the start",
        lambda desk: desk.type_at_start("loose exchange", "In short: "),
        text("A treaty and", "In short: A treaty and", *BLUF),
    ),
    Case(
        "words beside a cross-reference",
        lambda desk: desk.retype("Barter has revived. On technology", "Trade is back. On technology"),
        text("Barter has revived", "Trade is back", *GOODS),
    ),
    Case(
        "the words of a cross-reference",
        lambda desk: desk.retype("The table", "This table", among="Barter has revived"),
        text("[The table]", "[This table]", *GOODS),
    ),
    Case(
        "no cross-reference",
        lambda desk: desk.delete(" (Risk\u00a0C)", among="Miscalculation is the gravest"),
        text(" ([#miscalculation])", "", *POINTS, 2),
    ),
    Case(
        "words before a note",
        lambda desk: desk.type_after("to Russia later that year", ", it is said"),
        text("that year.", "that year, it is said.", *POINTS, 0),
    ),
    Case(
        "letters that could be read as markup",
        lambda desk: desk.type_after("Barter has revived", " (2 * 3 * 4, a_b_, <b>, `y`, &amp;)"),
        text("revived", r"revived (2 \* 3 \* 4, a\_b\_, \<b>, \`y\`, \&amp;)", *GOODS),
    ),
    Case(
        "words in a cell",
        lambda desk: desk.retype("Labour, minerals, textiles", "Labour & ores"),
        text("Labour, minerals, textiles", "Labour & ores", "tables", 0, "rows", 2, 0),
    ),
    Case(
        "words of a heading",
        lambda desk: desk.retype("A tie remade by need", "A tie made again"),
        text("A tie remade by need", "A tie made again", "context", 0, "heading"),
    ),
    Case(
        "words of a title that stands at several places",
        lambda desk: desk.retype("enforce first, then engage", "enforce, then engage", among=TITLE),
        text("enforce first, then engage", "enforce, then engage", "title"),
    ),
]

LOOKS = [
    Case(
        "bold",
        lambda desk: desk.mark("perhaps arms", "b"),
        text("perhaps arms", "**perhaps arms**", *POINTS, 1),
    ),
    Case(
        "italic",
        lambda desk: desk.mark("gives the soldiers", "i"),
        text("gives the soldiers", "*gives the soldiers*", *COMBAT),
    ),
    Case(
        "no longer bold",
        lambda desk: desk.mark("Combat.", "b", on=False),
        text("**Combat.**", "Combat.", *COMBAT),
    ),
    Case(
        "bold and italic",
        lambda desk: desk.mark("perhaps arms", "b").mark("perhaps arms", "i"),
        text("perhaps arms", "***perhaps arms***", *POINTS, 1),
    ),
]

CALLED = " [@alliance-article, para. 11; @alliance-article, para. 15]"

NOTES = [
    Case(
        "a new note",
        lambda desk: desk.note_after("and backing for North Korea.", "[@alliance-article, para. 38]"),
        text("for North Korea.", "for North Korea. [@alliance-article, para. 38]", *POINTS, 1),
    ),
    Case(
        "a new note without brackets",
        lambda desk: desk.note_after("and backing for North Korea.", "@alliance-article, para. 38"),
        text("for North Korea.", "for North Korea. [@alliance-article, para. 38]", *POINTS, 1),
    ),
    Case(
        "a note dropped",
        lambda desk: desk.drop_note("The treaty of June 2024"),
        text(CALLED, "", *POINTS, 0),
    ),
    Case(
        "a citation dropped that stands in a list of its own",
        lambda desk: desk.drop_note("The Treaty on Comprehensive Strategic Partnership was signed in June 2024 and"),
        lambda data: data["context"][1]["subsections"][0]["body"][0].pop("citations"),
    ),
    Case(
        "a note moved within its text",
        lambda desk: desk.move_note("The treaty of June 2024", "mutual defence to exchanges of goods,"),
        lambda data: (
            text(CALLED, "", *POINTS, 0)(data),
            text("of goods,", f"of goods,{CALLED}", *POINTS, 0)(data),
        ),
    ),
    Case(
        "a note moved to another text",
        lambda desk: desk.move_note("The treaty of June 2024", "and backing for North Korea."),
        lambda data: (
            text(CALLED, "", *POINTS, 0)(data),
            text("for North Korea.", f"for North Korea.{CALLED}", *POINTS, 1)(data),
        ),
    ),
]

FACTS = ("boxes", 0, "blocks", 1, "items")


def facts(change: Callable[[list[str]], object]) -> Change:
    """A change of the facts to check, which are a list of any length."""
    return lambda data: change(data["boxes"][0]["blocks"][1]["items"])


def joined(items: list[str]) -> None:
    """The second and the third item as one, with nothing between: nobody typed a space."""
    items[1:3] = ["".join(items[1:3])]


ORDER = [
    Case(
        "a new item",
        lambda desk: desk.new_paragraph("Official estimates of the time", "A new *fact*."),
        facts(lambda items: items.insert(2, r"A new \*fact\*.")),
    ),
    Case(
        "an item deleted",
        lambda desk: desk.delete_paragraph("Each side covers"),
        lambda data: data["summary"]["key_points"].pop(1),
    ),
    Case(
        "an item moved up",
        lambda desk: desk.move("Each side covers", "The treaty of June 2024"),
        lambda data: data["summary"]["key_points"].insert(0, data["summary"]["key_points"].pop(1)),
    ),
    Case(
        "an item moved down",
        lambda desk: desk.move("Official estimates of the time", "One sentence can be read as"),
        facts(lambda items: items.insert(4, items.pop(1))),
    ),
    Case(
        "an item split",
        lambda desk: desk.split("later ones are"),
        lambda data: (
            text(" later ones are higher.", "", *FACTS, 1)(data),
            facts(lambda items: items.insert(2, "later ones are higher."))(data),
        ),
    ),
    Case("two items joined", lambda desk: desk.merge("Official estimates of the time"), facts(joined)),
    Case(
        "an item copied",
        lambda desk: desk.copy("Official estimates of the time", "One sentence can be read as"),
        facts(lambda items: items.append(items[1])),
    ),
    Case(
        "a row deleted",
        lambda desk: desk.delete_row("Labour, minerals, textiles"),
        lambda data: data["tables"][0]["rows"].pop(2),
    ),
]

SEVERAL = [
    Case(
        "several edits of one text",
        lambda desk: (
            desk.retype("loose exchange", "casual exchange")
            .delete(" and unsettles China")
            .type_at_end("casual exchange", " More follows.")
        ),
        lambda data: (
            text("loose exchange", "casual exchange", *BLUF)(data),
            text(" and unsettles China", "", *BLUF)(data),
            text("stated conditions.", "stated conditions. More follows.", *BLUF)(data),
        ),
    ),
    Case(
        "an item edited, one deleted and a new one at the end",
        lambda desk: (
            desk.retype("gravest risk", "greatest risk", among="Its impact would be severe, and the evidence")
            .delete_paragraph("Each side covers")
            .new_paragraph("Sanctions and engagement work against each other", "A last point.")
        ),
        lambda data: (
            text("gravest risk", "greatest risk", *POINTS, 2)(data),
            data["summary"]["key_points"].pop(1),
            data["summary"]["key_points"].append("A last point."),
        ),
    ),
]

CASES = [*WORDS, *LOOKS, *NOTES, *ORDER, *SEVERAL]


@pytest.mark.parametrize("author", [None, "Ada Lind"], ids=["plain", "tracked"])
@pytest.mark.parametrize(
    ("case", "house"),
    [
        pytest.param(case, house, id=f"{case.name} ({house})", marks=() if house == "institute" else pytest.mark.slow)
        for case in CASES
        for house in case.houses
    ],
)
def test_an_edit_of_a_draft_comes_back_as_the_same_change_of_the_brief(
    case: Case, house: str, author: str | None
) -> None:
    desk = Desk(draft(house=house), author)
    case.edit(desk)
    came = pulled(ALLIANCE, desk.saved())
    expected = plain(came.before)
    case.change(expected)
    assert came.told == []
    assert came.data == expected


@pytest.mark.parametrize("house", ["institute", "ministry"])
def test_a_draft_that_nobody_edited_changes_nothing(house: str) -> None:
    came = pulled(ALLIANCE, draft(house=house))
    assert came.told == []
    assert came.after == came.before


REFUSED = {
    "words of the house": lambda desk: desk.retype("In brief", "In short"),
    "a row": lambda desk: desk.new_row("Labour, minerals, textiles", "Grain", "Russia", "North Korea", "Stated"),
    "a note that calls no known source": lambda desk: desk.note_after("loose exchange", "[@nobody, p. 1]"),
    "bold in a line of plain text": lambda desk: desk.mark("Policy planners", "b"),
}


@pytest.mark.parametrize("author", [None, "Ada Lind"], ids=["plain", "tracked"])
@pytest.mark.parametrize("edit", REFUSED.values(), ids=REFUSED)
def test_what_the_brief_cannot_take_is_told_and_changes_nothing(
    edit: Callable[[Desk], object], author: str | None
) -> None:
    desk = Desk(draft(), author)
    edit(desk)
    came = pulled(ALLIANCE, desk.saved())
    assert came.told
    assert {told.partition(":")[0] for told in came.told} == {"BW824"}
    assert came.after == came.before


def test_half_a_heading_is_not_taken_for_a_copy_of_what_stands_below_it() -> None:
    came = pulled(ALLIANCE, Desk(draft()).split("remade by need").saved())
    assert [told.partition(":")[0] for told in came.told] == ["BW824"]
    assert came.data["context"][0]["heading"] == "A tie"
    assert len(came.data["context"]) == len(plain(came.before)["context"])
