"""Briefs compiled once for all tests that read their files."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from PIL import Image

from briefwright.pipeline import compile_brief
from briefwright.workspace import Workspace
from tests.extraction.content import Content, reconciled
from tests.extraction.docx import read_docx
from tests.extraction.pdf import read_pdf
from tests.long_brief import write_long_brief

ROOT = Path(__file__).parents[2]
HOUSES = ("institute", "ministry")
_MADE = tempfile.TemporaryDirectory(prefix="briefwright-")
atexit.register(_MADE.cleanup)
_LARGER = ROOT / "briefs" / "north-korea-russia-alliance" / "brief.yaml"
_CHAPTERS = 12
"""What makes a brief long enough for a contents list."""

BRIEFS = {
    **{file.parent.name: file for file in sorted((ROOT / "briefs").glob("*/brief.yaml"))},
    "every-field": ROOT / "tests" / "brief" / "complete.yaml",
    "french": ROOT / "tests" / "brief" / "french.yaml",
    "long": write_long_brief(_LARGER, Path(_MADE.name), _CHAPTERS),
}
_PICTURE, _DATA = "ornament.png", "rents.csv"
"""The picture that the brief of every field shows, and the data of one of its charts."""


@dataclass(frozen=True, slots=True)
class Files:
    """A brief as both formats have it, and what is read in each."""

    pdf_data: bytes
    docx_data: bytes
    pdf: Content
    docx: Content


def in_folder(brief: str, folder: Path) -> Path:
    """A brief copied to a folder, with the picture and the data that stand beside it."""
    file = Path(shutil.copy(BRIEFS[brief], folder / "brief.yaml"))
    Image.new("RGB", (40, 30)).save(file.with_name(_PICTURE))
    file.with_name(_DATA).write_text("Year,Food,Dry goods\n2023,10,12\n2024,10,\n2025,10.5,15\n", encoding="utf-8")
    return file


@cache
def files(brief: str, house: str) -> Files:
    """A brief in a house style, in which nothing was found wrong."""
    with tempfile.TemporaryDirectory(prefix="briefwright-") as folder:
        file = in_folder(brief, Path(folder))
        compiled = compile_brief(Workspace(Path(folder)), file, style=house)
    assert not compiled.report.has_errors, list(compiled.report)
    pdf, docx = compiled.files["pdf"], compiled.files["docx"]
    printed = read_pdf(pdf, note_size(house))
    other = read_docx(docx, len(printed.furniture))
    return Files(pdf, docx, reconciled(printed, other), other)


def note_size(house: str) -> float:
    """The size in points that a house sets notes in."""
    theme = yaml.safe_load((ROOT / "templates" / house / "theme.yaml").read_text(encoding="utf-8"))
    return float(theme["paragraphs"]["note"]["size"])


def recommendations(brief: str) -> list[str]:
    """The titles of the recommendations of a brief."""
    data = yaml.safe_load(BRIEFS[brief].read_text(encoding="utf-8"))
    return [str(item["title"]) for item in data["recommendations"]]
