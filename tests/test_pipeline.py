"""A brief goes through its stages in order, and ends where a stage finds errors."""

from __future__ import annotations

import shutil
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from briefwright import pipeline
from briefwright.diagnostics import Report
from briefwright.document.nodes import Document, Figure, Note, Paragraph
from briefwright.document.pictures import Chart, Series
from briefwright.document.walk import all_inlines, blocks
from briefwright.formats.pdf import layout
from briefwright.formats.pdf.layout import Page
from briefwright.formats.pdf.typesetter import Typesetter
from briefwright.theme.fonts import FontFamily
from briefwright.workspace import Workspace
from tests.long_brief import write_long_brief

ROOT = Path(__file__).parents[1]
COMPLETE = ROOT / "tests" / "brief" / "complete.yaml"


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    """A workspace with one brief, a copy of one of the real ones."""
    folder = tmp_path / "briefs" / "alliance"
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "briefs/north-korea-russia-alliance/brief.yaml", folder)
    return Workspace(tmp_path)


def _file(workspace: Workspace) -> Path:
    return workspace.root / "briefs" / "alliance" / "brief.yaml"


def _edit(workspace: Workspace, old: str, new: str) -> None:
    text = _file(workspace).read_text(encoding="utf-8")
    assert old in text
    _file(workspace).write_text(text.replace(old, new, 1), encoding="utf-8")


def _codes(report: Report) -> list[str]:
    return [diagnostic.code for diagnostic in report]


def test_a_sound_brief_becomes_a_document_with_numbered_notes(workspace: Workspace) -> None:
    checked = pipeline.check(workspace, _file(workspace))
    assert checked.document is not None
    called = [inline.number for inline in all_inlines(checked.document) if isinstance(inline, Note)]
    numbers = list(dict.fromkeys(called))
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 40


def test_paragraphs_of_a_numbered_style_are_numbered(workspace: Workspace) -> None:
    checked = pipeline.check(workspace, _file(workspace), "ministry")
    assert checked.document is not None
    numbers = [
        block.number
        for block in blocks(checked.document.content)
        if isinstance(block, Paragraph) and block.style == "numbered"
    ]
    assert numbers == list(range(1, len(numbers) + 1))


def test_each_format_is_written_to_bytes_of_its_kind(workspace: Workspace) -> None:
    files = pipeline.compile_brief(workspace, _file(workspace)).files
    assert files["pdf"].startswith(b"%PDF-")
    assert files["docx"].startswith(b"PK")


def test_only_the_formats_asked_for_are_written(workspace: Workspace) -> None:
    assert list(pipeline.compile_brief(workspace, _file(workspace), ["docx"]).files) == ["docx"]


def test_a_submission_goes_to_the_ministry_unless_another_house_is_named(workspace: Workspace) -> None:
    shutil.copy(COMPLETE, _file(workspace))
    Image.new("L", (4, 3)).save(_file(workspace).parent / "ornament.png")
    (_file(workspace).parent / "rents.csv").write_text("Year,Food\n2024,10\n2025,12\n")
    by_type = pipeline.check(workspace, _file(workspace)).theme
    by_name = pipeline.check(workspace, _file(workspace), "institute").theme
    assert by_type is not None
    assert by_name is not None
    assert (by_type.name, by_name.name) == ("ministry", "institute")


def test_errors_in_the_brief_leave_no_files(workspace: Workspace) -> None:
    _edit(workspace, "purpose: advise", "purpose: advice")
    compiled = pipeline.compile_brief(workspace, _file(workspace))
    assert _codes(compiled.report) == ["BW204"]
    assert compiled.files == {}


def test_problems_of_shape_rules_and_prose_come_in_one_run(workspace: Workspace) -> None:
    _edit(workspace, "purpose: advise", "purpose: advice")
    _edit(workspace, "mitigated_by: [", "mitigated_by: [nobody, ")
    _edit(workspace, "why_now: >-\n", "why_now: >-\n  [@nothing]\n")
    assert {"BW204", "BW302", "BW501"} <= set(_codes(pipeline.check(workspace, _file(workspace)).report))


def test_an_unknown_house_is_told_with_the_ones_there_are(workspace: Workspace) -> None:
    (problem,) = pipeline.check(workspace, _file(workspace), "ministery").report
    assert (problem.code, problem.hints) == ("BW702", ('did you mean "ministry"?',))


def _house(workspace: Workspace, old: str, new: str) -> None:
    """A house of the workspace's own: the institute's, edited."""
    house = workspace.root / "templates" / "ours"
    shutil.copytree(ROOT / "templates" / "institute", house)
    theme = (house / "theme.yaml").read_text(encoding="utf-8")
    assert old in theme
    (house / "theme.yaml").write_text(theme.replace(old, new, 1), encoding="utf-8")


def test_a_workspace_can_have_a_house_of_its_own(workspace: Workspace) -> None:
    _house(workspace, "name: institute", "name: ours")
    theme = pipeline.check(workspace, _file(workspace), "ours").theme
    assert theme is not None
    assert theme.name == "ours"


def test_a_citation_style_that_is_not_built_in_is_told(workspace: Workspace) -> None:
    _house(workspace, "citation_style: chicago-notes", "citation_style: chicago-note")
    (problem,) = pipeline.check(workspace, _file(workspace), "ours").report
    assert problem.code == "BW455"
    assert problem.hints == ('did you mean "chicago-notes"?',)


def test_a_style_that_a_house_forgot_is_told(workspace: Workspace) -> None:
    _house(workspace, "  answer: {fill", "  reply: {fill")
    (problem,) = pipeline.check(workspace, _file(workspace), "ours").report
    assert (problem.code, problem.message) == ("BW454", 'the theme has no box style "answer"')


FIGURE = """figures:
  - id: map
    file: map.png
    title: Where the two meet
    alt: A map of the border.
    after: after-the-treaty
"""


def _with_figure(workspace: Workspace) -> int:
    """Give the brief a figure; the line on which its file is named."""
    text = _file(workspace).read_text(encoding="utf-8")
    section = text.split("context:\n  - id: ")[1].split("\n")[0]
    text = text.rstrip("\n") + "\n" + FIGURE.replace("after-the-treaty", section)
    _file(workspace).write_text(text, encoding="utf-8")
    return text.splitlines().index("    file: map.png") + 1


def test_a_missing_picture_is_told_where_it_is_named(workspace: Workspace) -> None:
    line = _with_figure(workspace)
    (problem,) = pipeline.check(workspace, _file(workspace)).report
    assert (problem.code, problem.span.line, problem.span.column) == ("BW704", line, 11)


def test_a_file_that_is_no_picture_is_told_where_it_is_named(workspace: Workspace) -> None:
    line = _with_figure(workspace)
    (_file(workspace).parent / "map.png").write_text("not a picture", encoding="utf-8")
    (problem,) = pipeline.check(workspace, _file(workspace)).report
    assert (problem.code, problem.span.line, problem.span.column) == ("BW706", line, 11)


def test_a_picture_that_ends_too_early_is_told_where_it_is_named(workspace: Workspace) -> None:
    line = _with_figure(workspace)
    file = _file(workspace).parent / "map.png"
    Image.effect_noise((60, 60), 50).save(file)
    file.write_bytes(file.read_bytes()[:-200])
    (problem,) = pipeline.load(workspace, _file(workspace)).report
    assert (problem.code, problem.span.line, problem.span.column) == ("BW603", line, 11)


def test_no_metadata_of_a_picture_is_printed(workspace: Workspace) -> None:
    _with_figure(workspace)
    exif = Image.Exif()
    exif[270] = "48.8584 N 2.2945 E"
    Image.new("RGB", (40, 30)).save(_file(workspace).parent / "map.png", "JPEG", exif=exif)
    compiled = pipeline.compile_brief(workspace, _file(workspace))
    with ZipFile(BytesIO(compiled.files["docx"])) as archive:
        parts = [archive.read(name) for name in archive.namelist()]
    assert b"JFIF" in b"".join(parts)
    assert b"48.8584" not in b"".join([compiled.files["pdf"], *parts])


# ---- charts from files -------------------------------------------------------------------------------------------


def _with_chart(workspace: Workspace, data: str | None, name: str = "losses.csv") -> int:
    """Give the brief a chart whose data are in a file; the number of the line that names it."""
    line = _with_figure(workspace)
    _edit(workspace, "file: map.png", f"chart: {{kind: line, data: {name}}}")
    if data is not None:
        (_file(workspace).parent / name).write_text(data, encoding="utf-8")
    return line


def test_a_chart_takes_its_data_from_a_file_beside_the_brief(workspace: Workspace) -> None:
    _with_chart(workspace, "Year,North\n2023,31\n2024,\n")
    checked = pipeline.check(workspace, _file(workspace))
    assert list(checked.report) == []
    assert checked.document is not None
    charts = [b.picture for b in blocks(checked.document.content) if isinstance(b, Figure)]
    assert Chart("line", ("2023", "2024"), (Series("North", (31.0, None)),)) in charts
    assert any(name.endswith("losses.csv") for name in workspace.digests), "the file is one that the brief rests on"


def test_the_data_of_a_chart_are_read_from_the_folder_of_the_brief_only(workspace: Workspace) -> None:
    (workspace.root / "losses.csv").write_text("Year,North\n2023,31\n", encoding="utf-8")
    line = _with_chart(workspace, None, "../../losses.csv")
    (problem,) = pipeline.load(workspace, _file(workspace)).report
    assert (problem.code, problem.span.line) == ("BW703", line)


def test_a_missing_file_of_data_is_told_where_it_is_named(workspace: Workspace) -> None:
    line = _with_chart(workspace, None)
    (problem,) = pipeline.load(workspace, _file(workspace)).report
    assert (problem.code, problem.span.line) == ("BW704", line)


def test_what_is_wrong_with_the_data_of_a_chart_is_told_at_its_line_of_the_file(workspace: Workspace) -> None:
    _with_chart(workspace, "Year,North\n2023,31\n2024,many\n")
    (problem,) = pipeline.load(workspace, _file(workspace)).report
    assert problem.span.file.endswith("losses.csv")
    assert (problem.code, problem.span.line, problem.span.column) == ("BW206", 3, 6)


def _times_laid_out(brief: Path, formats: list[str], monkeypatch: pytest.MonkeyPatch) -> int:
    """How often the pages of a brief are laid out when it is built in these formats."""
    times = 0

    def counted(document: Document, typesetter: Typesetter) -> list[Page]:
        nonlocal times
        times += 1
        return lay_out(document, typesetter)

    lay_out = layout.lay_out
    monkeypatch.setattr(layout, "lay_out", counted)
    assert set(pipeline.compile_brief(Workspace(brief.parent), brief, formats).files) == set(formats)
    return times


@pytest.mark.parametrize(
    ("formats", "short", "long"), [(["pdf", "docx"], 1, 1), (["docx", "pdf"], 1, 1), (["docx"], 0, 1)], ids=str
)
def test_pages_are_laid_out_once_and_for_a_draft_alone_only_where_it_lists_them(
    formats: list[str], short: int, long: int, workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _times_laid_out(_file(workspace), formats, monkeypatch) == short
    monkeypatch.undo()
    brief = write_long_brief(_file(workspace), tmp_path / "long", 8)
    assert _times_laid_out(brief, formats, monkeypatch) == long


def test_a_draft_alone_is_made_without_the_fonts_of_the_pdf(
    workspace: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = write_long_brief(_file(workspace), tmp_path / "long", 8)
    monkeypatch.setattr(FontFamily, "upright_file", None)
    compiled = pipeline.compile_brief(Workspace(brief.parent), brief, ["docx"])
    assert [*compiled.files] == ["docx"]
    assert not compiled.report.has_errors
