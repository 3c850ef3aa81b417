"""Captions and cross-references as fields that Word counts and renews."""

from __future__ import annotations

import pytest
from lxml.etree import _Element

from briefwright.document.nodes import Block, InternalLink
from tests.formats.docx.building import document, em, figure, heading, label, named, note, p, said, styled, to, written
from tests.formats.docx.reading import body, find, values, words


def drawn(*content: Block) -> _Element:
    return body(written(document(*content)))


def captioned(word: str = "Figure", number: int = 2) -> Block:
    title = (styled("caption-label", label(word, number), ":"), " Dues have grown")
    return figure("A quay", p(said(title), "caption"), id="dues")


def reference(*content: Block) -> _Element:
    """The only cross-reference of a document, which is a field."""
    [found] = find(drawn(*content), "//w:fldSimple[contains(@w:instr, 'REF')]")
    return found


def test_a_caption_is_set_in_the_style_that_word_has_for_it() -> None:
    caption = find(drawn(captioned()), "//w:p")[0]
    assert values(caption, "w:pPr/w:pStyle/@w:val") == ["Caption"]
    assert words(caption) == "Figure\u00a02: Dues have grown"


def test_its_number_is_a_field_of_the_row_that_word_counts_captions_of_this_label_in() -> None:
    [number] = find(drawn(captioned()), "//w:fldSimple")
    assert values(number, "@w:instr") == [r" SEQ Figure \* ARABIC "]
    assert words(number) == "2"


@pytest.mark.parametrize(
    ("word", "row"),
    [("Tableau", "Tableau"), ("Map of the quay", "Map_of_the_quay"), ("شكل", "شكل"), ("m" * 50, "m" * 40)],
)
def test_the_row_of_numbers_is_called_after_the_label_in_its_language(word: str, row: str) -> None:
    assert values(drawn(captioned(word)), "//w:fldSimple/@w:instr") == [rf" SEQ {row} \* ARABIC "]


def test_the_bookmark_of_a_figure_stands_round_label_and_number_alone() -> None:
    marked = find(drawn(captioned()), "//w:p[1]/*[preceding::w:bookmarkStart and following::w:bookmarkEnd]")
    assert "".join(map(words, marked)) == "Figure\u00a02"
    assert values(drawn(captioned()), "//w:bookmarkStart/@w:name") == ["bw_dues"]


def test_a_cross_reference_to_a_figure_is_a_field_that_shows_its_label() -> None:
    made = reference(captioned(), p(("See ", named("dues", "Figure\u00a02"), ".")))
    assert values(made, "@w:instr") == [r" REF bw_dues \h \* MERGEFORMAT "]
    assert words(made) == "Figure\u00a02"


def test_a_cross_reference_to_a_heading_shows_its_words() -> None:
    made = reference(heading(("What ", em("is"), " known"), id="known"), p(named("known", "What is known")))
    assert values(made, "@w:instr") == [r" REF bw_known \h \* MERGEFORMAT "]


@pytest.mark.parametrize(
    ("target", "link"),
    [
        (heading("Annex A: What is known", id="known"), named("known", "Annex A")),
        (heading(("Known", note(1, "A source.")), id="known"), named("known", "Known")),
        (p("What is known", id="known"), named("known", "What is known")),
        (heading("What is known", id="known"), to("known", "What is known")),
    ],
    ids=["not what stands there", "a note in the heading", "a paragraph", "the author's own words"],
)
def test_other_cross_references_are_links(target: Block, link: InternalLink) -> None:
    made = drawn(target, p(link))
    assert values(made, "//w:hyperlink/@w:anchor") == ["bw_known"]
    assert find(made, "//w:fldSimple") == []
