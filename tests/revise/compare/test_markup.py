"""New words of a draft are written so that they are read as words, whatever letters are in them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefwright.diagnostics import Report
from briefwright.revise.compare.atoms import Look, atoms
from briefwright.revise.compare.prose import new_words, write

PLAIN = Look()


def problems(prose: str) -> list[str]:
    report = Report()
    atoms(prose, report)
    return [problem.code for problem in report]


@pytest.mark.parametrize(
    ("words", "prose"),
    [
        ("R&D of 5*3 m", "R&D of 5*3 m"),
        ("a [sic] b", "a [sic] b"),
        ("a <b> c", r"a \<b> c"),
        ("a &amp; b", r"a \&amp; b"),
        ("[@id]", r"\[@id\]"),
        ("![a](b)", r"!\[a\](b)"),
        ("_a_ and *b*", r"\_a\_ and \*b\*"),
    ],
)
def test_words_are_escaped_where_they_would_be_read_as_markup(words: str, prose: str) -> None:
    assert write(new_words(words, PLAIN)) == prose
    assert problems(prose) == []


@given(st.text(alphabet="ab *_[]()<>&;@#!`\\.-", max_size=20))
def test_any_words_are_written_without_an_error(words: str) -> None:
    prose = write(new_words(words, PLAIN))
    assert prose is not None
    report = Report()
    printed = "".join(atom.sense for atom in atoms(prose, report) if not atom.is_space)
    assert printed == "".join(words.split())
    assert not report.has_errors
