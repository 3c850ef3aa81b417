"""Moving calls changes no word and loses no citation."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefwright.cite.calls import collected, settled
from briefwright.document.nodes import Citation, CitedSource, Emphasis, Inline, Strong, Text
from briefwright.document.walk import inlines, plain_text
from tests.cite.references import call, citation, text

TEXTS = st.text(alphabet="ab .,;:’”»\u00a0()-", min_size=1, max_size=6).map(text)
CITATIONS = st.sampled_from("abc").map(citation)
LEAVES: st.SearchStrategy[Inline] = TEXTS | CITATIONS
SPANS = st.builds(lambda kind, content: kind(tuple(content)), st.sampled_from([Emphasis, Strong]), st.lists(LEAVES))
CONTENTS = st.lists(LEAVES | SPANS, max_size=8).map(tuple)


def called(content: tuple[Inline, ...]) -> list[str]:
    return [source.source for inline in inlines(content) if isinstance(inline, Citation) for source in inline.sources]


@given(CONTENTS, st.booleans())
def test_no_word_and_no_citation_is_lost_or_changes_its_order(content: tuple[Inline, ...], after_stop: bool) -> None:
    done = settled(content, after_stop=after_stop)
    assert "".join(plain_text(done).split()) == "".join(plain_text(content).split())
    assert called(done) == called(content)


@given(CONTENTS, st.booleans())
def test_no_citation_stands_next_to_another_or_behind_a_space(content: tuple[Inline, ...], after_stop: bool) -> None:
    done = settled(content, after_stop=after_stop)
    for before, inline in pairwise(done):
        if isinstance(inline, Citation):
            assert not isinstance(before, Citation)
            assert not (isinstance(before, Text) and before.value[-1:].isspace())


@given(CONTENTS)
def test_calls_that_stand_stay_where_they_are(content: tuple[Inline, ...]) -> None:
    done = settled(content, after_stop=True)
    assert settled(done, after_stop=True) == done


@given(st.lists(st.builds(call, st.sampled_from("ab"), st.sampled_from([None, "1", "2-3", "iv"]))).map(tuple))
def test_collecting_keeps_every_place_of_every_source(sources: tuple[CitedSource, ...]) -> None:
    def places(sources: tuple[CitedSource, ...]) -> set[tuple[str, str | None]]:
        return {(s.source, place) for s in sources for place in (s.locator.split(", ") if s.locator else [None])}

    assert places(collected(sources)) == places(sources)
