"""The two briefs of the project, edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path as FilePath

import pytest
import yaml

from briefwright.revise.edits import Copy, Delete, Edit, Insert, Move, Replace
from briefwright.revise.merge import Merged, merge
from briefwright.revise.patch import patch
from briefwright.source.source import Source
from briefwright.source.value import Path, Scalar
from tests.revise.yaml_texts import sound

BRIEFS = sorted((FilePath(__file__).parents[2] / "briefs").glob("*/brief.yaml"))


@pytest.fixture(params=BRIEFS, ids=lambda path: path.parent.name)
def brief(request: pytest.FixtureRequest) -> Source:
    source = sound(request.param.read_bytes().decode())
    assert source is not None
    return source


def _texts(source: Source) -> Iterator[tuple[Path, Scalar, str]]:
    return ((path, scalar, scalar.text) for path, scalar in source.scalars() if scalar.text is not None)


def _longer(text: str) -> str:
    """The text with a word more in its middle."""
    words = text.split(" ")
    middle = len(words) // 2
    return " ".join([*words[: middle + 1], "indeed", *words[middle + 1 :]])


def _own_lines(text: str, scalar: Scalar) -> range:
    return range(text.count("\n", 0, scalar.start), text.count("\n", 0, scalar.end) + 1)


def _assert_only_own_lines_change(source: Source, some: Iterable[tuple[Path, Scalar, str]]) -> None:
    chosen = list(some)
    result = patch(source, [Replace(path, text, _longer(text)) for path, _, text in chosen])
    own = {line for _, scalar, _ in chosen for line in _own_lines(source.text, scalar)}
    rest = iter(result.splitlines())
    others = [line for number, line in enumerate(source.text.splitlines()) if number not in own]
    assert all(line in rest for line in others)
    assert result.count("indeed") >= len(chosen)


@pytest.mark.parametrize("offset", range(5))
def test_a_fifth_of_all_texts_changes_no_other_line(brief: Source, offset: int) -> None:
    _assert_only_own_lines_change(brief, list(_texts(brief))[offset::5])


@pytest.mark.slow
def test_each_text_changes_its_own_lines_alone(brief: Source) -> None:
    for one in _texts(brief):
        path, scalar, text = one
        result = patch(brief, [Replace(path, text, _longer(text))])
        lines, own = brief.text.splitlines(), _own_lines(brief.text, scalar)
        assert result.splitlines()[: own.start] == lines[: own.start]
        assert result.splitlines()[len(result.splitlines()) - (len(lines) - own.stop) :] == lines[own.stop :]


def test_prose_changes_by_two_lines_at_most_if_a_word_is_added(brief: Source) -> None:
    for path, scalar, text in list(_texts(brief))[::11]:
        if scalar.style == "folded":
            lines = brief.text.splitlines()
            result = patch(brief, [Replace(path, text, _longer(text))]).splitlines()
            assert len(set(lines) - set(result)) <= 2
            assert max(map(len, set(result) - set(lines))) <= 100


def test_records_move_and_copy_whole(brief: Source) -> None:
    count = len(brief.data()["actors"])
    edits: list[Edit] = [
        Move(("actors",), 0, 2),
        Copy(("actors",), 1, count, ((("id",), "another"),)),
        Delete(("actors", 3)),
    ]
    expected = brief.data()["actors"]
    expected = [expected[1], expected[0], expected[2], *expected[4:], {**expected[1], "id": "another"}]
    assert yaml.safe_load(patch(brief, edits))["actors"] == expected


def test_a_new_paragraph_looks_like_the_others(brief: Source) -> None:
    value = {"text": "A new claim. " * 15 + "End.", "citations": [{"source": "x", "locator": "p. 4"}]}
    new = Insert(("context", 0, "body"), 1, value)
    result = patch(brief, [new])
    assert "      - text: >-\n          A new claim." in result
    assert "        citations:\n          - {source: x, locator: p. 4}\n" in result


def test_edits_of_a_brief_reach_one_that_others_changed(brief: Source) -> None:
    texts = [(path, text) for path, _, text in _texts(brief) if text.count(" ") > 20]
    ours = [Replace(path, text, f"Indeed, {text}") for path, text in texts]
    theirs = [Replace(path, text, f"{text} So it is said.") for path, text in texts]
    current = sound(patch(brief, theirs))
    assert current is not None
    result = merge(brief, current, ours)
    assert not result.conflicts
    both = sound(patch(current, result.edits))
    assert both is not None
    for path, text in texts:
        value = both.value(path)
        assert isinstance(value, Scalar)
        assert value.text == f"Indeed, {text} So it is said."
    assert merge(brief, both, ours) == Merged((), ())
