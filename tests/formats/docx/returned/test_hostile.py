"""Whatever the file: one diagnostic that says what to do, within bounds of time and memory, and nothing is written."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.diagnostics import Report
from briefwright.formats.docx.reading import baseline, open_package, read
from briefwright.formats.docx.reading.archive import MOST_MARKS
from tests.formats.docx import specimens
from tests.formats.docx.building import written
from tests.formats.docx.returned.drafts import packed, root
from tests.formats.docx.returned.hostile import HOSTILE, draft

ROOT = Path(__file__).parents[4]
LARGEST = MOST_MARKS - 1000
"""How many paragraphs a draft can have that is not refused."""


def tried(data: bytes, name: str = "draft.docx") -> Report:
    """All that is told of a file that is opened and, where that works, read."""
    report = Report()
    parts = open_package(data, name, report)
    assert (parts is None) == report.has_errors
    if parts is not None:
        read(parts, report)
        baseline(parts, report)
    return report


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_or_broken_file_is_refused_with_one_diagnostic(name: str) -> None:
    data, codes = HOSTILE[name]()
    (problem,) = tried(data)
    assert problem.code in codes
    assert problem.hints
    assert not problem.message.endswith(".")
    assert "\n" not in problem.message


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="limits of memory are kept by Linux")
def test_no_file_takes_much_time_or_memory_or_leaves_anything_behind(tmp_path: Path) -> None:
    drafts, home = tmp_path / "drafts", tmp_path / "home"
    drafts.mkdir()
    home.mkdir()
    largest = packed({**draft(), "word/document.xml": root("document", f"<w:body>{'<w:p/>' * LARGEST}</w:body>")}, 0)
    (drafts / "largest.docx").write_bytes(largest)
    expected = {}
    for number, make in enumerate(HOSTILE.values()):
        data, codes = make()
        (drafts / f"{number:03}.docx").write_bytes(data)
        expected[f"{number:03}.docx"] = codes
    command = [sys.executable, "-B", "-m", "tests.formats.docx.returned.opening", str(drafts)]
    environment = {**os.environ, "HOME": str(home), "TMPDIR": str(home), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told.pop("largest.docx") == []
    assert told.keys() == expected.keys()
    assert all(len(codes) == 1 and codes[0] in expected[name] for name, codes in told.items())
    assert list(home.iterdir()) == []
    assert sorted(file.name for file in drafts.iterdir()) == sorted([*expected, "largest.docx"])


def test_the_file_beside_an_open_one_is_told_from_the_draft() -> None:
    for name in ("~$draft.docx", "folder/~$draft.docx", ".~lock.draft.docx#"):
        (problem,) = tried(b"\x05Ada Lind", name)
        assert (problem.code, problem.span.file) == ("BW803", name)


def test_a_part_that_is_not_well_formed_is_told_with_its_line() -> None:
    (problem,) = tried(packed({**draft(), "word/document.xml": "<a>\n<b>\n</a>"}))
    assert (problem.code, problem.message) == (
        "BW808",
        "word/document.xml is not well-formed XML at its line 3, column 5",
    )


def test_an_entry_whose_checksum_is_wrong_is_damaged() -> None:
    data = packed(draft(), 0)
    (problem,) = tried(data.replace(b"Words.", b"Swords", 1))
    assert problem.code == "BW804"


def test_what_is_not_read_is_not_unpacked_and_may_be_broken() -> None:
    data = packed({**draft(), "word/media/image1.png": b"picture"}, 0)
    assert not list(tried(data.replace(b"picture", b"pic\0ure")))


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_a_draft_with_bytes_changed_is_read_or_refused(data: st.DataObject) -> None:
    changed = bytearray(_WRITTEN)
    for place in data.draw(st.lists(st.integers(0, len(changed) - 1), min_size=1, max_size=8)):
        changed[place] = data.draw(st.integers(0, 255))
    tried(bytes(changed))


@settings(max_examples=200, deadline=None)
@given(st.data())
def test_a_draft_with_its_xml_cut_and_pasted_is_read_or_refused(data: st.DataObject) -> None:
    tags = _DOCUMENT.split(b"<")
    first, last = sorted(data.draw(st.tuples(*[st.integers(1, len(tags) - 1)] * 2)))
    to = data.draw(st.integers(1, len(tags) - 1))
    moved = [*tags[:first], *tags[last:]]
    moved[to:to] = tags[first:last] if data.draw(st.booleans()) else []
    tried(packed({**draft(), "word/document.xml": b"<".join(moved)}))


_WRITTEN = written(specimens.institute())
_DOCUMENT = str(draft()["word/document.xml"]).encode()
