"""Whatever the versions are, accepting every change gives the new one, and rejecting every change the old one."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests import judges
from tests.formats.docx.redline.random_edits import pair, strangers
from tests.formats.docx.redline.redlining import between

seeds = st.integers(0, 2**32)


@settings(max_examples=25, deadline=None)
@given(seed=seeds, edits=st.integers(1, 8))
def test_an_edited_document_holds_both_versions(seed: int, edits: int) -> None:
    between(*pair(seed, 6, edits))


@settings(max_examples=10, deadline=None)
@given(seed=seeds)
def test_documents_with_nothing_in_common_are_both_held(seed: int) -> None:
    between(*strangers(seed, 5))


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(seed=seeds, blocks=st.integers(1, 20), edits=st.integers(1, 20))
def test_long_documents_with_many_edits_hold_both_versions(seed: int, blocks: int, edits: int) -> None:
    between(*pair(seed, blocks, edits))


@pytest.mark.parametrize("seed", range(4))
def test_the_sdk_finds_no_error(seed: int, tmp_path: Path) -> None:
    file = tmp_path / "redline.docx"
    file.write_bytes(between(*(pair(seed, 12, 10) if seed % 2 else strangers(seed, 8))))
    assert judges.sdk_errors(file, "Microsoft365") == []
    assert judges.sdk_errors(file, "Office2019") == []
