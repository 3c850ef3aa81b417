"""The file as a whole: its parts, its properties, its bytes."""

from __future__ import annotations

import hashlib
import io
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import docx
import pytest

from tests.formats.docx import specimens
from tests.formats.docx.building import document, note, p, written
from tests.formats.docx.reading import find, opened, values

ROOT = Path(__file__).resolve().parents[3]
_DIGEST = """
import hashlib
from tests.formats.docx import specimens
from tests.formats.docx.building import written
print(hashlib.sha256(written(specimens.institute())).hexdigest())
"""


def test_the_parts_come_in_one_order_and_carry_no_date() -> None:
    with zipfile.ZipFile(io.BytesIO(written(document(p("Words."))))) as archive:
        entries = archive.infolist()
    assert [entry.filename for entry in entries][:3] == ["[Content_Types].xml", "_rels/.rels", "word/document.xml"]
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_two_writings_give_the_same_bytes() -> None:
    assert written(specimens.institute()) == written(specimens.institute())


@pytest.mark.parametrize(("seed", "zone"), [("1", "Asia/Seoul"), ("2", "America/New_York")])
def test_another_process_gives_the_same_bytes_in_any_time_zone(seed: str, zone: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'src'}"}
    done = subprocess.run(
        [sys.executable, "-c", _DIGEST], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == hashlib.sha256(written(specimens.institute())).hexdigest()


def test_nothing_is_carried_that_nobody_asked_for() -> None:
    names = opened(written(document(p("Words.")))).names
    assert not [name for name in names if "thumbnail" in name or "Effects" in name or "customXml" in name]


def test_word_opens_it_in_its_present_mode() -> None:
    settings = opened(written(document(p("Words.")))).root("word/settings.xml")
    assert values(settings, "//w:compatSetting[@w:name='compatibilityMode']/@w:val") == ["15"]
    assert values(settings, "w:zoom/@w:percent") == ["100"]


def test_the_file_says_whose_it_is_and_from_when() -> None:
    found = docx.Document(io.BytesIO(written(document(p("Words."))))).core_properties
    assert (found.title, found.author, found.subject) == ("Harbour dues after the storm", "Ada Lind; Bo Ek", "Ports")
    assert (found.keywords, found.language, found.identifier) == ("ports, insurance", "en-GB", "PB 2026/04")
    assert found.content_status == "draft"
    assert found.created == found.modified
    assert f"{found.created:%Y-%m-%d %H:%M}" == "2026-11-21 00:00"


def test_the_file_names_its_publisher() -> None:
    package = opened(written(document(p("Words."))))
    assert values(package.root("docProps/app.xml"), "//ep:Company/text()") == ["Institute of Coasts"]


def test_python_docx_reads_what_we_write() -> None:
    read = docx.Document(io.BytesIO(written(document(p(("Said.", note(1, "There.")))))))
    assert [(found.text, found.style.name if found.style else None) for found in read.paragraphs] == [
        ("Said.", "Body Text")
    ]


def test_everything_newer_than_the_standard_may_be_ignored() -> None:
    for name, root in opened(written(specimens.ministry(), "ministry")).stories().items():
        assert values(root, "/*/@mc:Ignorable") == ["w14 w15"], name
        assert find(root, "/*"), name
