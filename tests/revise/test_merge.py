"""Edits of an old brief on the brief as it is now: what both sides say is kept, what they contradict is told."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefwright.revise.edits import Copy, Delete, Edit, Insert, Move, Replace, Set
from briefwright.revise.merge import Merged, merge
from briefwright.revise.patch import patch
from briefwright.revise.plan import plan
from briefwright.revise.words import merged, tokens
from briefwright.source.source import Source
from tests.revise.yaml_texts import edits, sound, sources

BASE = """\
title: A treaty that binds two states
risks:
  - id: neutral-states
    text: Neutral states may turn away from the treaty.
    note: A remark.
  - id: direct-threat
    text: The alliance is a direct threat.
body:
  - The first paragraph says what has happened since the spring.
  - The second paragraph says what may happen next year.
  - The third paragraph says what should be done about it.
tags: [arms, oil]
"""


def _read(text: str) -> Source:
    source = sound(text)
    assert source is not None
    return source


def _merge(changed: dict[str, str], *changes: Edit) -> tuple[Any, Merged]:
    """The data that comes of some edits on the base in which some stretches have changed, and the merge."""
    text = BASE
    for old, new in changed.items():
        assert old in text
        text = text.replace(old, new)
    current = _read(text)
    result = merge(_read(BASE), current, changes)
    return _read(patch(current, result.edits)).data(), result


def _replace(path: tuple[str | int, ...], old: str, new: str) -> Replace:
    value = _read(BASE).data()
    for step in path:
        value = value[step]
    assert old in value
    return Replace(path, value, value.replace(old, new))


def test_what_one_side_alone_changed_is_taken() -> None:
    data, result = _merge({"A remark.": "Another remark."}, _replace(("title",), "binds", "joins"))
    assert data["title"] == "A treaty that joins two states"
    assert data["risks"][0]["note"] == "Another remark."
    assert not result.conflicts


def test_changes_of_other_words_of_one_text_are_brought_together() -> None:
    data, result = _merge(
        {"Neutral states may": "Most neutral states may"}, _replace(("risks", 0, "text"), "treaty", "pact")
    )
    assert data["risks"][0]["text"] == "Most neutral states may turn away from the pact."
    assert not result.conflicts


def test_the_same_change_on_both_sides_is_done_already() -> None:
    _, result = _merge({"binds": "joins"}, _replace(("title",), "binds", "joins"))
    assert result == Merged((), ())


def test_two_changes_of_one_word_are_a_conflict() -> None:
    data, result = _merge({"binds": "ties"}, _replace(("title",), "binds", "joins"))
    (conflict,) = result.conflicts
    assert data["title"] == "A treaty that ties two states"
    assert (conflict.path, conflict.base, conflict.current, conflict.drafted) == (
        ("title",),
        "A treaty that binds two states",
        "A treaty that ties two states",
        "A treaty that joins two states",
    )
    assert (conflict.span.line, conflict.span.column) == (1, 8)


def test_changes_of_neighbouring_words_are_a_conflict() -> None:
    _, result = _merge({"that binds": "which binds"}, _replace(("title",), "binds", "joins"))
    assert len(result.conflicts) == 1


def test_a_record_is_found_by_its_id_wherever_it_stands() -> None:
    first, second = (
        BASE[BASE.index("  - id: n") : BASE.index("  - id: d")],
        BASE[BASE.index("  - id: d") : BASE.index("body")],
    )
    data, result = _merge({first + second: second + first}, _replace(("risks", 0, "text"), "may", "will"))
    assert [risk["id"] for risk in data["risks"]] == ["direct-threat", "neutral-states"]
    assert data["risks"][1]["text"] == "Neutral states will turn away from the treaty."
    assert not result.conflicts


def test_a_paragraph_is_found_where_others_were_inserted_and_its_own_words_changed() -> None:
    data, result = _merge(
        {"body:\n": "body:\n  - Quite another beginning.\n", "next year.": "in two years."},
        _replace(("body", 1), "The second paragraph", "This paragraph"),
    )
    assert data["body"][2] == "This paragraph says what may happen in two years."
    assert not result.conflicts


def test_an_edit_of_what_is_gone_is_a_conflict_at_what_held_it() -> None:
    _, result = _merge({"    note: A remark.\n": ""}, _replace(("risks", 0, "note"), "A", "The"))
    (conflict,) = result.conflicts
    assert (conflict.path, conflict.current, conflict.drafted) == (("risks", 0), None, "The remark.")
    assert conflict.span.line == 3


def test_what_the_draft_deletes_and_the_file_changed_is_a_conflict() -> None:
    data, result = _merge({"A remark.": "Another remark."}, Delete(("risks", 0)))
    (conflict,) = result.conflicts
    assert len(data["risks"]) == 2
    assert conflict.drafted is None
    assert conflict.current is not None
    assert "note: Another remark." in conflict.current


def test_what_both_sides_deleted_is_gone_already() -> None:
    _, result = _merge({"    note: A remark.\n": ""}, Delete(("risks", 0, "note")))
    assert result == Merged((), ())


def test_a_new_item_keeps_its_place_after_its_neighbour() -> None:
    new = Insert(("body",), 2, "A new paragraph.")
    data, _ = _merge({"body:\n": "body:\n  - Quite another beginning.\n"}, new)
    assert data["body"][2].startswith("The second")
    assert data["body"][3] == "A new paragraph."


def test_a_new_item_goes_behind_the_nearest_one_that_is_left() -> None:
    second = "  - The second paragraph says what may happen next year.\n"
    data, _ = _merge({second: ""}, Insert(("body",), 2, "A new paragraph."))
    assert data["body"][1] == "A new paragraph."


def test_a_new_item_that_both_sides_have_is_there_already() -> None:
    _, result = _merge({"[arms, oil]": "[arms, oil, fuel]"}, Insert(("tags",), 2, "fuel"))
    assert result == Merged((), ())


def test_of_two_equal_new_items_one_may_be_there_already() -> None:
    data, _ = _merge({"[arms, oil]": "[arms, oil, fuel]"}, Insert(("tags",), 2, "fuel"), Insert(("tags",), 2, "fuel"))
    assert data["tags"] == ["arms", "oil", "fuel", "fuel"]


def test_a_copy_is_made_of_the_item_as_it_is_now() -> None:
    copy = Copy(("risks",), 1, 2, ((("text",), "The alliance is no threat."), (("id",), "no-threat")))
    data, result = _merge({"text: The alliance": "level: high\n    text: The alliance"}, copy)
    assert data["risks"][2] == {"id": "no-threat", "level": "high", "text": "The alliance is no threat."}
    assert not result.conflicts


def test_a_move_is_made_unless_the_file_has_made_it() -> None:
    move = Move(("body",), 2, 0)
    data, _ = _merge({"next year.": "in two years."}, move)
    assert data["body"][0].startswith("The third")
    first = BASE[BASE.index("  - The first") : BASE.index("  - The third")]
    third = BASE[BASE.index("  - The third") : BASE.index("tags")]
    _, result = _merge({first + third: third + first}, move)
    assert result == Merged((), ())


def test_an_item_that_both_sides_move_to_other_places_is_a_conflict() -> None:
    first, second = (
        BASE[BASE.index(f"  - The {n}") : BASE.index(f"  - The {m}")]
        for n, m in [("first", "second"), ("second", "third")]
    )
    third = BASE[BASE.index("  - The third") : BASE.index("tags")]
    _, result = _merge({first + second + third: third + first + second}, Move(("body",), 2, 1))
    assert len(result.conflicts) == 1


@pytest.mark.parametrize(("now", "conflicts"), [("", 0), ("subtitle: One\n", 0), ("subtitle: Two\n", 1)])
def test_a_field_that_both_sides_give_is_a_conflict_unless_they_agree(now: str, conflicts: int) -> None:
    data, result = _merge({"tags:": f"{now}tags:"}, Set(("subtitle",), "One"))
    assert len(result.conflicts) == conflicts
    assert data["subtitle"] == ("Two" if conflicts else "One")


def test_a_list_that_became_a_text_takes_no_item() -> None:
    _, result = _merge({"[arms, oil]": "arms and oil"}, Insert(("tags",), 1, "fuel"))
    assert len(result.conflicts) == 1


def test_citations_and_links_are_one_word() -> None:
    text = "Costs [@a, p. 4; @b] fell by **a third** [as shown](#risk one)."
    assert "".join(tokens(text)) == text
    assert "[@a, p. 4; @b]" in tokens(text)
    link = "See [the full table](https://example.org/a_(b)) there."
    assert "[the full table](https://example.org/a_(b))" in tokens(link)
    assert merged("So [@a, p. 4].", "So [@a, p. 5].", "So [@b, p. 4].") is None


TEXTS = st.lists(st.sampled_from(["one", "two", "three", "[@a, p. 4]", "*four*", "five."]), max_size=8).map(" ".join)


@settings(max_examples=120, deadline=None)
@given(base=TEXTS, ours=TEXTS, theirs=TEXTS)
def test_word_merging_keeps_its_laws(base: str, ours: str, theirs: str) -> None:
    assert merged(base, ours, base) == ours
    assert merged(base, base, theirs) == theirs
    assert merged(base, ours, ours) == ours
    assert merged(base, ours, theirs) == merged(base, theirs, ours)


def _fitting(data: st.DataObject, source: Source) -> list[Edit]:
    changes: list[Edit] = data.draw(st.lists(edits(source), min_size=1, max_size=3))
    try:
        plan(source, changes)
    except ValueError:
        assume(False)
    return changes


def test_an_item_that_moves_to_the_end_stands_behind_one_that_comes_there() -> None:
    source = _read("a:\n  - one\n")
    changes: list[Edit] = [Insert(("a",), 1, "two"), Move(("a",), 0, 2)]
    assert patch(source, merge(source, source, changes).edits) == patch(source, changes)


@settings(max_examples=80, deadline=None)
@given(data=st.data(), source=sources())
def test_edits_of_an_unchanged_file_are_made_as_they_are(data: st.DataObject, source: Source) -> None:
    changes = _fitting(data, source)
    result = merge(source, source, changes)
    assert not result.conflicts
    assert _read(patch(source, result.edits)).data() == _read(patch(source, changes)).data()


@settings(max_examples=80, deadline=None)
@given(data=st.data(), source=sources())
def test_texts_and_fields_that_are_given_already_are_not_given_again(data: st.DataObject, source: Source) -> None:
    changes = [change for change in _fitting(data, source) if isinstance(change, Replace | Set)]
    current = _read(patch(source, changes))
    assert merge(source, current, changes) == Merged((), ())


@settings(max_examples=80, deadline=None)
@given(data=st.data(), source=sources())
def test_no_edits_merge_to_none(data: st.DataObject, source: Source) -> None:
    assert merge(source, _read(patch(source, _fitting(data, source))), []) == Merged((), ())


@settings(max_examples=80, deadline=None)
@given(data=st.data(), source=sources())
def test_what_is_merged_can_always_be_written(data: st.DataObject, source: Source) -> None:
    ours, theirs = _fitting(data, source), _fitting(data, source)
    current = _read(patch(source, theirs))
    result = merge(source, current, ours)
    assert sound(patch(current, result.edits)) is not None
