"""The log of changes names each field in the brief's own words, and no text of an author becomes markup."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.diagnostics import Report
from briefwright.revise.changelog import change_log
from briefwright.source.reader import read
from briefwright.source.source import Source
from tests import judges

RISK = """
  - id: {id}
    title: {title}
    consequence: {consequence}
    likelihood: {likelihood}
"""


def _source(text: str, name: str = "brief.yaml") -> Source:
    report = Report()
    source = read(text, name, report)
    assert source is not None
    assert not report
    return source


def _log(old: str, new: str) -> list[str]:
    """The lines of the log below its head."""
    return change_log(_source(old, "old.yaml"), _source(new, "new.yaml")).splitlines()[3:]


def _risks(*risks: dict[str, str]) -> str:
    defaults = {"title": "Exemption spreads", "consequence": "Income falls below cost.", "likelihood": "likely"}
    return "risks:" + "".join(RISK.format(**{**defaults, **risk}) for risk in risks)


def test_a_value_is_told_as_it_was_and_as_it_is() -> None:
    old, new = _risks({"id": "spread"}), _risks({"id": "spread", "likelihood": "very likely"})
    assert _log(old, new) == [
        "",
        "## Risks",
        "",
        "- Risk *Exemption spreads* (spread), likelihood was *likely*, is *very likely*.",
    ]


def test_a_text_is_marked_word_by_word() -> None:
    old = _risks({"id": "spread", "consequence": "Income falls below the cost."})
    new = _risks({"id": "spread", "consequence": "Income soon falls below the price."})
    assert _log(old, new)[-1] == (
        "- Risk *Exemption spreads* (spread), consequence: Income **soon** falls below the ~~cost.~~ **price.**"
    )


def test_a_text_with_little_in_common_is_told_whole() -> None:
    old = _risks({"id": "spread", "consequence": "Income falls below cost."})
    new = _risks({"id": "spread", "consequence": "Nobody can tell what would follow."})
    assert _log(old, new)[-1].endswith("was *Income falls below cost.*, is *Nobody can tell what would follow.*")


def test_records_are_known_by_their_ids_wherever_they_stand() -> None:
    one, two, three = {"id": "one"}, {"id": "two"}, {"id": "three"}
    assert _log(_risks(one, two, three), _risks(two, three, one))[3:] == [
        "- Risk *Exemption spreads* (one) moved from place 1 to place 3."
    ]


def test_a_record_that_moved_and_changed_is_told_both() -> None:
    old = _risks({"id": "one"}, {"id": "two"}, {"id": "three"})
    new = _risks({"id": "two"}, {"id": "three"}, {"id": "one", "title": "Exemption stays"})
    assert _log(old, new)[3:] == [
        "- Risk *Exemption stays* (one) moved from place 1 to place 3.",
        "- Risk *Exemption stays* (one), title was *Exemption spreads*, is *Exemption stays*.",
    ]


def test_a_record_that_came_is_told_with_all_its_fields() -> None:
    assert _log(_risks({"id": "one"}), _risks({"id": "one"}, {"id": "two", "title": "Leaks"}))[3:] == [
        "- Risk *Leaks* (two) added:",
        "  - id: **two**",
        "  - title: **Leaks**",
        "  - consequence: **Income falls below cost.**",
        "  - likelihood: **likely**",
    ]


def test_a_record_that_went_is_told_with_all_its_fields() -> None:
    lines = _log(_risks({"id": "one"}, {"id": "two", "title": "Leaks"}), _risks({"id": "one"}))[3:]
    assert lines[:2] == ["- Risk *Leaks* (two) removed:", "  - id: ~~two~~"]


def test_items_without_an_id_are_known_by_what_they_say() -> None:
    old = "summary:\n  key_points: [The first point of all, The second point of them, A third]"
    new = "summary:\n  key_points: [The second point of these, A third, Something new]"
    assert _log(old, new)[3:] == [
        "- Summary, key point 1 removed: ~~The first point of all~~",
        "- Summary, key point 1: The second point of ~~them~~ **these**",
        "- Summary, key point 3 added: **Something new**",
    ]


def test_fields_that_come_and_go_are_told() -> None:
    old, new = "title: Dues\nsubtitle: After the storm", "title: Dues\nwhy_now: The order is renewed."
    assert _log(old, new) == [
        "",
        "## Brief",
        "",
        "- Why now added: **The order is renewed.**",
        "- Subtitle removed: ~~After the storm~~",
    ]


def test_a_field_of_another_kind_is_told_whole() -> None:
    assert _log("authors: [Ada Lind]", "authors:\n  - name: Ada Lind\n    role: lead")[3:] == [
        "- Author 1 removed: ~~Ada Lind~~",
        "- Author *Ada Lind* added:",
        "  - name: **Ada Lind**",
        "  - role: **lead**",
    ]


def test_cells_of_a_table_are_told_by_row_and_cell() -> None:
    old = "tables: [{id: t, rows: [[Soldiers, many, from late 2024], [Arms, some, in spring]]}]"
    new = "tables: [{id: t, rows: [[Soldiers, many, from late 2024], [Arms, some, in autumn]]}]"
    assert _log(old, new)[-1] == "- Table 1 (t), row 2, cell 3 was *in spring*, is *in autumn*."


def test_how_a_text_is_folded_and_quoted_is_no_change() -> None:
    assert _log("title: >-\n  Dues after\n  the storm", 'title: "Dues after the storm"') == ["", "Nothing changed."]


def test_files_beside_the_brief_are_told() -> None:
    source = _source("title: Dues")
    assert change_log(source, source, ["maps/north_sea.png"]).splitlines()[-1] == (
        "- maps/north\\_sea.png has another content."
    )


_TEXTS = st.text(st.sampled_from("ab 1*_~`[]()<>#|&\\!$-+.:'\"é한"), min_size=1, max_size=40).filter(
    lambda t: t.split()
)


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(old=_TEXTS, new=_TEXTS)
def test_no_text_becomes_markup(old: str, new: str) -> None:
    quoted = [text.replace("'", "''") for text in (old, new)]
    page = change_log(_source(f"title: 'x'\nnote: '{quoted[0]}'"), _source(f"title: 'x'\nnote: '{quoted[1]}'"))
    told = " ".join(judges.pandoc(page, "-f", "gfm", "-t", "plain", "--wrap=none").split())
    if old.split() == new.split():
        assert "Nothing changed." in told
        return
    for word in new.split():
        assert word in told
    assert judges.pandoc(page, "-f", "gfm", "-t", "native").count("Header") == 2
