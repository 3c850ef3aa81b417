"""Spaces at which no line ends."""

from __future__ import annotations

import pytest

from briefwright.diagnostics import Span
from briefwright.document.nodes import Document, Furniture, Metadata, Note, Origin, Paragraph, Strong, Text
from briefwright.document.spacing import spaced
from briefwright.document.walk import all_inlines, plain_text

_HERE = Origin("/body", Span("brief.yaml", 1, 1, 1, 2))


def _document(language: str, *content: object) -> Document:
    return Document(Metadata("T", language, "2026-01-01"), Furniture(), (Paragraph(content, "body", _HERE),))  # type: ignore[arg-type]


def _set(words: str, language: str) -> str:
    """The words with `~` for a space that does not break and `_` for a narrow one."""
    (paragraph,) = spaced(_document(language, Text(words, _HERE))).content
    assert isinstance(paragraph, Paragraph)
    return plain_text(paragraph.content).replace("\u00a0", "~").replace("\u202f", "_")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("see p. 4 and pp. 5–6", "see p.~4 and pp.~5–6"),
        ("No. 5 of vol. ii", "No.~5 of vol.~ii"),
        ("§ 5 and §§ 6–7", "§~5 and §§~6–7"),
        ("about 10 % or 5 km", "about 10~% or 5~km"),
        ("some 12 million people", "some 12~million people"),
        ("on 21 November 2026", "on 21~November 2026"),
        ("on November 21, 2026", "on November~21, 2026"),
        ("in November 2026", "in November 2026"),
        ("Risk B and Recommendation 1", "Risk~B and Recommendation~1"),
        ("Recommendations 1 and 2", "Recommendations~1 and 2"),
        ("Risk Management", "Risk Management"),
        ("by J. R. Smith", "by J.~R.~Smith"),
        ("Dr Lee met Mr. Kim", "Dr~Lee met Mr.~Kim"),
        ("It ends. So it does", "It ends. So it does"),
        ("the U.S. Senate", "the U.S. Senate"),
        ("Why not ? Because", "Why not ? Because"),
        ("I may 2 go", "I may 2 go"),
        ("step. 5 of them", "step. 5 of them"),
    ],
)
def test_english_keeps_together_what_is_read_together(words: str, kept: str) -> None:
    assert _set(words, "en-GB") == kept


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("Que faire ? Rien !", "Que faire_? Rien_!"),
        ("un ; deux : trois", "un_; deux~: trois"),
        ("« le fleuve »", "«~le fleuve~»"),
        ("10 000 000 euros", "10_000_000~euros"),
        ("le 21 novembre et le 1er mars 2026", "le 21~novembre et le 1er~mars 2026"),
        ("p. 4, no 5, art. 3", "p.~4, no 5, art.~3"),
        ("Risque B, Recommandation 1", "Risque~B, Recommandation~1"),
        ("M. Dupont et Mme Roux", "M.~Dupont et Mme~Roux"),
        ("au XXe siècle", "au XXe~siècle"),
        ("quoi? rien", "quoi? rien"),
    ],
)
def test_french_sets_its_tall_signs_apart_and_keeps_them(words: str, kept: str) -> None:
    assert _set(words, "fr") == kept


@pytest.mark.parametrize("language", ["ko", "de", "ar"])
def test_other_languages_keep_numbers_with_their_signs(language: str) -> None:
    assert _set("10 % ? p. 4", language) == "10~% ? p. 4"


def test_words_are_kept_together_across_changes_of_look() -> None:
    document = spaced(_document("en", Text("see Risk ", _HERE), Strong((Text("B", _HERE),)), Text(" there", _HERE)))
    assert [inline.value for inline in all_inlines(document) if isinstance(inline, Text)] == [
        "see Risk\u00a0",
        "B",
        " there",
    ]


def test_a_note_is_a_paragraph_of_its_own() -> None:
    note = Note(1, (Text("Lee, p. 4.", _HERE),), _HERE)
    document = spaced(_document("en", Text("Risk ", _HERE), note, Text("B", _HERE)))
    found = [inline.value for inline in all_inlines(document) if isinstance(inline, Text)]
    assert found == ["Risk\u00a0", "Lee, p.\u00a04.", "B"]


def test_foreign_words_follow_their_own_language() -> None:
    document = spaced(_document("en", Text("He said « why ? » ", _HERE), Text("« quoi ? »", _HERE, "fr")))
    found = [inline.value for inline in all_inlines(document) if isinstance(inline, Text)]
    assert found == ["He said « why ? » ", "«\u00a0quoi\u202f?\u00a0»"]


def test_nothing_but_the_kind_of_a_space_changes() -> None:
    words = "« Le 1er mars 2026 , p. 4 » : 10 000 % ? J. R. Roux ; Risque B !  fin"
    kept = _set(words, "fr")
    assert len(kept) == len(words)
    assert kept.replace("~", " ").replace("_", " ") == words


def test_a_second_time_changes_nothing() -> None:
    once = spaced(_document("fr", Text("« Que faire ? » p. 4", _HERE)))
    assert spaced(once) == once
