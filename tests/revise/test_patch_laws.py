"""What holds for every file and every set of edits."""

from __future__ import annotations

import re
from typing import Any

import yaml
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from briefwright.diagnostics import Report
from briefwright.revise.edits import Delete, Edit, Insert, Move, Replace, Set
from briefwright.revise.patch import patch
from briefwright.revise.plan import plan
from briefwright.source.reader import read
from briefwright.source.source import Source
from tests.revise.yaml_texts import TEXTS, WORDS, edited, edits, places, sources, texts_of


def _judged(text: str) -> Any:
    """The data of a text as PyYAML reads it, fields without a value left out as this loader does."""
    return _without_nothing(yaml.compose(text, Loader=yaml.SafeLoader))


def _without_nothing(node: Any) -> Any:
    if isinstance(node, yaml.MappingNode):
        fields = {key.value: _without_nothing(value) for key, value in node.value}
        return {key: value for key, value in fields.items() if value is not None}
    if isinstance(node, yaml.SequenceNode):
        return [_without_nothing(value) for value in node.value]
    return None if node.style is None and node.value in ("", "~", "null") else node.value


@settings(max_examples=200, deadline=None)
@given(data=st.data(), source=sources())
def test_the_result_says_what_the_edits_ask_for(data: st.DataObject, source: Source) -> None:
    changes: list[Edit] = data.draw(st.lists(edits(source), min_size=1, max_size=4))
    try:
        plan(source, changes)
    except ValueError:
        assume(False)
    assert _judged(patch(source, changes)) == edited(source.data(with_empty=True), changes)


@settings(max_examples=120, deadline=None)
@given(data=st.data(), source=sources())
def test_a_new_text_changes_no_line_but_its_own(data: st.DataObject, source: Source) -> None:
    path, scalar, old = data.draw(st.sampled_from(texts_of(source)))
    new = data.draw(TEXTS | st.just(f"{old} more") | WORDS.map(lambda word: f"{word} {old}"))
    assume("&" not in source.text.replace("'&", ""))
    result = patch(source, [Replace(path, old, new)])
    first = max(source.text.rfind("\n", 0, scalar.start), source.text.rfind("\r", 0, scalar.start)) + 1
    behind = source.text[scalar.end :]
    rest = behind[behind.index("\n") :] if "\n" in behind else ""
    assert result.startswith(source.text[:first])
    assert result.endswith(rest)


@settings(max_examples=120, deadline=None)
@given(data=st.data(), source=sources())
def test_no_comment_is_lost_where_nothing_is_deleted(data: st.DataObject, source: Source) -> None:
    change = data.draw(edits(source))
    assume(isinstance(change, Insert | Move | Replace | Set))
    result = patch(source, [change])
    before, after = (re.findall("# (?:own|apart|behind|why|the file)", text) for text in (source.text, result))
    assert sorted(before) == sorted(after)


@settings(max_examples=100, deadline=None)
@given(source=sources())
def test_no_edits_change_nothing(source: Source) -> None:
    assert patch(source, []) == source.text


@settings(max_examples=200, deadline=None)
@given(data=st.data(), source=sources())
def test_there_and_back_is_where_it_was(data: st.DataObject, source: Source) -> None:
    path, _, old = data.draw(st.sampled_from(texts_of(source)))
    new = data.draw(TEXTS)
    there = read(patch(source, [Replace(path, old, new)]), "brief.yaml", Report())
    assert there is not None
    assert _judged(patch(there, [Replace(path, new, old)])) == source.data()


@settings(max_examples=200, deadline=None)
@given(data=st.data(), source=sources())
def test_what_is_deleted_takes_no_other_value_along(data: st.DataObject, source: Source) -> None:
    path, _ = data.draw(st.sampled_from([place for place in places(source) if place[0]]))
    assert _judged(patch(source, [Delete(path)])) == edited(source.data(with_empty=True), [Delete(path)])
