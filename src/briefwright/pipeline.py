"""The order of the stages, from the file of a brief to the bytes of its formats; nothing else knows it.

A stage that finds errors ends the run for its brief: what follows would only repeat them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from platformdirs import user_cache_path

from briefwright import __version__
from briefwright.brief.chart_data import with_chart_data
from briefwright.brief.load import LoadedBrief
from briefwright.brief.load import load as load_text
from briefwright.brief.prose_checks import check_prose
from briefwright.brief.publication import BriefType
from briefwright.cite.cite import cite
from briefwright.cite.styles import STYLES
from briefwright.compose.bytecode import CompiledTemplates
from briefwright.compose.compose import Composed, compose
from briefwright.compose.house import House, TemplateFile
from briefwright.diagnostics import Report, Span, did_you_mean
from briefwright.document.contents import listed
from briefwright.document.media import PictureError, media_type, read_image
from briefwright.document.nodes import Document, Origin
from briefwright.document.numbering import number
from briefwright.document.pictures import Image
from briefwright.document.provenance import Provenance
from briefwright.document.spacing import spaced
from briefwright.formats import WRITERS, Job
from briefwright.source.keys import keys
from briefwright.source.reader import decode
from briefwright.source.value import pointer
from briefwright.theme.checks import check_styles
from briefwright.theme.load import load_fonts, load_theme
from briefwright.theme.theme import Theme
from briefwright.workspace import Workspace, today

FORMATS = tuple(WRITERS)
"""The names of the formats, which are also the endings of their files."""

DEFAULT_HOUSE = "institute"
_TEMPLATES = CompiledTemplates(user_cache_path("briefwright", appauthor=False) / "templates")
"""Templates as they were compiled: to compile them anew would be a sixth of the time of a run."""

_HOUSE_OF_TYPE: Mapping[BriefType, str] = {BriefType.SUBMISSION: "ministry"}


@dataclass(frozen=True, slots=True)
class Loaded:
    """A brief as far as it could be read, with the problems of its text; None if too little of it could."""

    brief: LoadedBrief | None
    report: Report


@dataclass(frozen=True, slots=True)
class Checked:
    """A brief as far as it could be followed; a part is None where errors in the report kept it from being made.

    `markup` is what the house template placed, `document` the tree with its notes numbered.
    """

    brief: LoadedBrief | None = None
    markup: str | None = None
    document: Document | None = None
    theme: Theme | None = None
    report: Report = field(default_factory=Report)


@dataclass(frozen=True, slots=True)
class Compiled:
    """The bytes of each format by its name, and every problem found; with errors there are no files."""

    files: Mapping[str, bytes]
    report: Report


def load(workspace: Workspace, brief_file: Path) -> Loaded:
    """A brief with every problem of its own: YAML, fields, what they say of each other, prose and pictures."""
    report = Report()
    return Loaded(_load(workspace, brief_file, report), report)


def check(workspace: Workspace, brief_file: Path, style: str | None = None) -> Checked:
    """Everything about a brief short of drawing it, in the house style of this name or the one of its type."""
    report = Report()
    brief = _load(workspace, brief_file, report)
    if brief is None or report.has_errors:
        return Checked(brief, report=report)
    house = style or _HOUSE_OF_TYPE.get(brief.brief.type, DEFAULT_HOUSE)
    if not workspace.knows_house(house, report, Span(workspace.name(brief_file))):
        return Checked(brief, report=report)
    theme = _theme(workspace, house, report)
    composed = _compose(workspace, brief_file, brief, house, report)
    if theme is None or composed is None or report.has_errors:
        return Checked(brief, theme=theme, report=report)
    document = _finished(composed.document, brief, theme, report)
    document = replace(document, provenance=_provenance(brief, house))
    return Checked(brief, composed.markup, document, theme, report)


def compile_brief(
    workspace: Workspace, brief_file: Path, formats: Sequence[str] = FORMATS, style: str | None = None
) -> Compiled:
    """A brief in these formats, in the house style of this name or the one of its type."""
    checked = check(workspace, brief_file, style)
    report = checked.report
    if checked.document is None or checked.theme is None or report.has_errors:
        return Compiled({}, report)
    job = Job(checked.document, checked.theme, report)
    files = {name: WRITERS[name](job) for name in formats or FORMATS}
    return Compiled({} if report.has_errors else files, report)


def _load(workspace: Workspace, brief_file: Path, report: Report) -> LoadedBrief | None:
    file = workspace.read(brief_file, report)
    text = decode(file.data, file.name, report) if file else None
    if file is None or text is None:
        return None
    brief = load_text(text, file.name, today(), report)
    if brief is not None:
        check_prose(brief.brief, brief.source, report, brief.lost_ids)
        _check_pictures(workspace, brief_file, brief, report)
        brief = _with_charts(workspace, brief_file, brief, report)
    return brief


def _check_pictures(workspace: Workspace, brief_file: Path, brief: LoadedBrief, report: Report) -> None:
    """Tell each picture that cannot be printed, those that the house style would leave out among them."""
    for index, figure in enumerate(brief.brief.figures):
        if figure.file is not None:
            _image(workspace, brief_file, figure.file, brief.source.span(("figures", index, "file")), report)


def _image(workspace: Workspace, brief_file: Path, name: str, span: Span, report: Report) -> Image | None:
    file = workspace.read_beside(brief_file, name, report, span)
    if file is None:
        return None
    if media_type(file.data) is None:
        report.add("BW706", span, f'"{name}" is not a PNG or JPEG picture', "save the picture as PNG or JPEG")
        return None
    try:
        return read_image(file.data)
    except PictureError as error:
        report.add("BW603", span, f'"{name}" {error}', "give a whole PNG or JPEG file of at most 60 million pixels")
        return None


def _with_charts(workspace: Workspace, brief_file: Path, brief: LoadedBrief, report: Report) -> LoadedBrief:
    """The brief with the data of its charts, each problem of them told at its line."""

    def span(index: int) -> Span:
        return brief.source.span(("figures", index, "chart", "data"))

    def text(name: str, place: Span) -> tuple[str, str] | None:
        file = workspace.read_beside(brief_file, name, report, place)
        found = decode(file.data, file.name, report) if file else None
        return None if file is None or found is None else (file.name, found)

    return replace(brief, brief=with_chart_data(brief.brief, span, text, report))


def _theme(workspace: Workspace, house: str, report: Report) -> Theme | None:
    shared = workspace.template("_base/fonts.yaml", report)
    own = workspace.template(f"{house}/theme.yaml", report)
    if shared is None or own is None:
        return None
    shared_text = decode(shared.data, shared.name, report)
    own_text = decode(own.data, own.name, report)
    fonts = load_fonts(shared_text, shared.name, report) if shared_text else None
    theme = load_theme(own_text, own.name, fonts, report) if fonts and own_text else None
    if theme is not None and theme.citation_style not in STYLES:
        hints = did_you_mean(theme.citation_style, STYLES) or (f"the citation styles are {', '.join(STYLES)}",)
        report.add("BW455", Span(own.name), f'no citation style is called "{theme.citation_style}"', *hints)
    return theme


def house_of(workspace: Workspace, house: str, report: Report) -> House:
    """The files of a house style as a workspace has them."""

    def template(name: str) -> TemplateFile | None:
        path = workspace.template_path(name)
        file = workspace.read(path, report) if path else None
        text = decode(file.data, file.name, report) if file else None
        return TemplateFile(file.name, text) if file and text is not None else None

    return House(house, template, _TEMPLATES)


def _compose(workspace: Workspace, brief_file: Path, brief: LoadedBrief, house: str, report: Report) -> Composed | None:
    def image(name: str, span: Span) -> Image | None:
        return _image(workspace, brief_file, name, span, report)

    return compose(brief.brief, brief.source, house_of(workspace, house, report), image, report)


def _finished(document: Document, brief: LoadedBrief, theme: Theme, report: Report) -> Document:
    """The document with its notes, the spaces that keep its words together, its contents list and its numbers."""
    places = {source.id: index for index, source in enumerate(brief.brief.sources)}

    def origin(source: str, field: str | None) -> Origin:
        path = ("sources", places[source], *((field,) if field else ()))
        return Origin(pointer(path), brief.source.span(path))

    cited = cite(document, brief.brief.sources, theme.citation_style, origin)
    numbered = {name for name in theme.paragraphs if theme.paragraph(name).numbering is not None}
    finished = number(listed(spaced(cited)), numbered)
    check_styles(finished, theme, report)
    return finished


def _provenance(brief: LoadedBrief, house: str) -> Provenance:
    source = brief.source
    return Provenance(brief.brief.id, brief.brief.schema_version, __version__, house, source.text, keys(source))
