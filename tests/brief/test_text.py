"""Words are counted as a reader sees them."""

from __future__ import annotations

from typing import Annotated

import pytest
from pydantic import TypeAdapter, ValidationError

from briefwright.brief.text import Line, Prose, Words, count_words


@pytest.mark.parametrize(
    ("prose", "words"),
    [
        ("Losses fell by a third [@oecd, p. 12].", 5),
        ("See [the *order*](https://example.org/a-long-way) now", 4),
        ("As [#risk-one] says – or not", 4),
        ("로동신문 wrote", 2),
        ("", 0),
    ],
)
def test_marks_and_references_are_no_words(prose: str, words: int) -> None:
    assert count_words(prose) == words


def test_prose_keeps_every_character() -> None:
    prose = TypeAdapter(Prose).validate_python("  two\nlines \n")
    assert prose == "  two\nlines \n"
    assert type(prose) is Prose


def test_a_line_loses_outer_blanks_and_has_no_break() -> None:
    assert TypeAdapter(Line).validate_python(" a title\n") == "a title"
    with pytest.raises(ValidationError):
        TypeAdapter(Line).validate_python("a\nb")


@pytest.mark.parametrize("text", ["", " ", "\n"])
def test_a_text_is_not_empty(text: str) -> None:
    for kind in (Line, Prose):
        with pytest.raises(ValidationError):
            TypeAdapter(kind).validate_python(text)


def test_words_are_bounded_on_both_sides() -> None:
    bounded: TypeAdapter[Prose] = TypeAdapter(Annotated[Prose, Words(3, least=2)])
    assert bounded.validate_python("one two [@three]") == "one two [@three]"
    for text in ("one", "one two three four"):
        with pytest.raises(ValidationError):
            bounded.validate_python(text)


def test_a_text_that_reads_as_a_mapping_is_to_go_in_quotes() -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Prose).validate_python({"They say": "no"})
    context = caught.value.errors()[0]["ctx"]
    assert context == {"message": "takes a text, not a mapping", "hints": ('put a text that holds ": " in quotes',)}
