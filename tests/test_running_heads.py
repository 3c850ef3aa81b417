"""Every page says of itself how far the brief is and until when it is held back; who listens hears it once."""

from __future__ import annotations

import pytest
import yaml

from briefwright.pipeline import load
from briefwright.workspace import Workspace
from tests.extraction.compiled import BRIEFS, HOUSES, ROOT, files
from tests.formats.pdf.conformance.spoken import said

EMBARGOED = "Embargoed until"
_HEAD = 60
"""The words among which the head of the first page stands."""
_WORDS = ROOT / "templates" / "_base" / "words"


def _status(brief: str) -> str:
    """How far a brief is, in the words of the house."""
    file = BRIEFS[brief]
    loaded = load(Workspace(file.parent), file).brief
    assert loaded is not None
    words = yaml.safe_load((_WORDS / f"{loaded.brief.language[:2]}.yaml").read_text(encoding="utf-8"))
    return str(words["status"][loaded.brief.status.value])


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("brief", BRIEFS)
def test_every_page_says_how_far_the_brief_is(brief: str, house: str) -> None:
    both = files(brief, house)
    for content in (both.pdf, both.docx):
        assert len(content.furniture) > 2
        assert _status(brief) in " ".join(word.text for word in content.body[:_HEAD])
        for words in content.furniture[1:]:
            assert _status(brief) in " ".join(words)


@pytest.mark.parametrize("house", HOUSES)
def test_every_page_says_until_when_a_brief_is_held_back(house: str) -> None:
    both = files("every-field", house)
    for content in (both.pdf, both.docx):
        assert EMBARGOED in " ".join(word.text for word in content.body[:_HEAD])
        assert all(EMBARGOED in " ".join(words) for words in content.furniture[1:])


@pytest.mark.parametrize("house", HOUSES)
def test_who_listens_hears_it_once(house: str) -> None:
    assert said(files("every-field", house).pdf_data).text.count(EMBARGOED) == 1
