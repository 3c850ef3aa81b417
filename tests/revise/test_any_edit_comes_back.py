"""Whatever is written in a brief could have been typed into its draft: going forth and coming back end at one place.

A brief is changed at random and compiled. Its draft is what an editor would have made of the draft of the brief before,
but for what that one carries of its making; so it is given that, and pulled.
"""

from __future__ import annotations

import io
import random
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.brief.text import Prose
from briefwright.diagnostics import Report
from briefwright.pipeline import compile_brief, load
from briefwright.revise.edits import Replace
from briefwright.revise.patch import patch
from briefwright.source.reader import read
from briefwright.source.value import pointer
from briefwright.workspace import Workspace
from tests.extraction.compiled import ROOT
from tests.revise.drafts import ALLIANCE, LIABILITY, carried, draft
from tests.revise.pulling import pulled

_NEW = ("harbour", "of", "“so-called”", "3.5", "però", "Россия", "rock-solid", "isn’t", "5*3", "a_b", "[sic]", "R&D")

_SKIPPED = ("sources", "title", "short_title")
"""Fields that are not printed whole everywhere, so that an edit of them shows at one place and not at another."""

_BOLD = ("bluf", "question")
"""Fields that a house prints in bold: nobody sees there which words are bold by themselves."""


def as_if_typed(old: bytes, new: bytes) -> bytes:
    """The new draft as if somebody had made it of the old one."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(old)) as before,
        zipfile.ZipFile(io.BytesIO(new)) as after,
        zipfile.ZipFile(target, "w") as made,
    ):
        for name in after.namelist():
            made.writestr(name, (before if name.startswith(("customXml", "docProps/custom")) else after).read(name))
    return target.getvalue()


def compiled(text: str, house: str) -> bytes:
    with tempfile.TemporaryDirectory(prefix="briefwright-") as folder:
        file = Path(folder) / "brief.yaml"
        file.write_text(text, encoding="utf-8")
        made = compile_brief(Workspace(Path(folder)), file, ["docx"], house)
    assert not made.report.has_errors, list(made.report)
    return made.files["docx"]


def prose_fields(brief: str) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """The paths and texts of the fields that hold prose."""
    found = load(Workspace(ROOT), ROOT / "briefs" / brief / "brief.yaml").brief
    assert found is not None
    for path, text in _texts(found.source.data(), ()):
        if path[0] not in _SKIPPED and isinstance(_value(found.brief, path), Prose):
            yield path, text


def _texts(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, dict | list):
        for step, below in value.items() if isinstance(value, dict) else enumerate(value):
            yield from _texts(below, (*path, step))
    elif isinstance(value, str):
        yield path, value


def _value(value: Any, path: tuple[str | int, ...]) -> Any:
    for step in path:
        if isinstance(step, int) and isinstance(value, tuple | list):
            value = value[step]
        elif isinstance(step, str) and hasattr(value, step):
            value = getattr(value, step)
        else:
            return None
    return value


def edited(text: str, chance: random.Random, *, marked: bool) -> str:
    """A text with words replaced, added, dropped and, where wanted, set in bold; markup and its words stay."""
    words = text.split()
    plain = [at for at, word in enumerate(words) if word.isalpha() and not _inside(words, at)]
    # Not beside each other: two words in bold come back as one stretch.
    plain = [at for at in plain if at % 2]
    for at in sorted(chance.sample(plain, min(len(plain), chance.randint(1, 3))), reverse=True):
        match chance.randrange(5 if marked else 3):
            case 0:
                words[at] = chance.choice(_NEW)
            case 1:
                words.insert(at, chance.choice(_NEW))
            case 2 if len(plain) > 3:
                del words[at]
            case 3:
                words[at] = f"**{words[at]}**"
            case _:
                words[at] = f"*{words[at]}*"
    return " ".join(words)


def _inside(words: list[str], at: int) -> bool:
    """Whether a word stands within brackets or between marks of emphasis."""
    before = " ".join(words[:at])
    return before.count("[") != before.count("]") or before.count("*") % 2 == 1


@pytest.mark.slow
@pytest.mark.parametrize("house", ["institute", "ministry"])
@pytest.mark.parametrize("brief", [ALLIANCE, LIABILITY])
@settings(max_examples=6, deadline=None)
@given(seed=st.integers(min_value=0))
def test_edits_of_any_prose_come_back_as_they_were_written(brief: str, house: str, seed: int) -> None:
    chance = random.Random(seed)
    before = read(carried(draft(brief, house)).text, "brief.yaml", Report())
    assert before is not None
    printed = carried(draft(brief, house)).keys.values()
    fields = [(path, text) for path, text in prose_fields(brief) if pointer(path) in printed]
    chosen = chance.sample(fields, chance.randint(1, 6))
    edits = [Replace(path, text, edited(text, chance, marked=path[-1] not in _BOLD)) for path, text in chosen]
    after = patch(before, [edit for edit in edits if edit.old != edit.new])
    came = pulled(brief, as_if_typed(draft(brief, house), compiled(after, house)))
    assert came.told == []
    assert came.after == after
