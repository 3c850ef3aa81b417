"""The judges judge: each finds a fault where there is one."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pikepdf
import pytest

from tests import judges


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    document = docx.Document()
    document.add_paragraph("Voices from 로동신문")
    path = tmp_path / "sound.docx"
    document.save(str(path))
    return path


def test_the_sdk_finds_nothing_wrong_with_a_sound_file(sound: Path) -> None:
    assert judges.sdk_errors(sound) == []


def test_the_sdk_names_the_place_of_a_fault(sound: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.docx"
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(broken, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"<w:body>", b"<w:body><w:nonsense/>"))
    assert any("nonsense" in error and "document.xml" in error for error in judges.sdk_errors(broken))


def test_libreoffice_lays_a_file_out_and_poppler_reads_it(sound: Path, tmp_path: Path) -> None:
    pdf = judges.libreoffice_pdf(sound, tmp_path)
    assert "Voices from 로동신문" in judges.pdf_text(pdf)
    assert len(judges.pdf_pictures(pdf, tmp_path)) == 1


def test_outloud_finds_what_a_reader_cannot_hear(tmp_path: Path) -> None:
    path = tmp_path / "untagged.pdf"
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(path)
    assert any(error.startswith("DOC-") for error in judges.accessibility_errors(path))


def test_pandoc_reads_markup() -> None:
    assert judges.pandoc("*so*", "--from=markdown", "--to=html").strip() == "<p><em>so</em></p>"


def test_an_absent_judge_skips_on_a_users_machine_and_fails_in_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="pandoc is not installed"):
        judges.require_judge("pandoc")
    monkeypatch.setenv("CI", "true")
    with pytest.raises(pytest.fail.Exception, match="pandoc is not installed"):
        judges.require_judge("pandoc")
