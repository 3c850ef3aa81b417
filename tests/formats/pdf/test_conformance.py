"""Every file is PDF/UA-1 and PDF/A-2a, as far as programs can tell; and each check finds what it is there for."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from pikepdf import pdfa

from tests.extraction.compiled import BRIEFS, HOUSES, files
from tests.formats.docx import building as s
from tests.formats.docx import specimens
from tests.formats.pdf.conformance.checks import CHECKS, findings
from tests.formats.pdf.conformance.mutants import BYTES, MUTANTS, Change, changed
from tests.formats.pdf.random_documents import Maker
from tests.formats.pdf.reading import written
from tests.judges import accessibility_errors

every_brief = pytest.mark.parametrize(
    ("brief", "house"), [(brief, house) for brief in BRIEFS for house in HOUSES], ids=str
)


@cache
def _sound() -> bytes:
    """A file with one of everything, in which nothing is wrong."""
    facts = s.table(
        "stakeholders",
        s.row("Town", "Dues", "Storm", "Repair", style="table-head"),
        s.row("Aby", "high", "low", "none"),
        title=s.said("The towns"),
    )
    return written(
        s.document(
            s.title("Harbour dues"),
            s.heading("Context"),
            s.p(
                ("First", s.note(1, "One."), " and second", s.note(2, "Two."), ", see ", s.link("https://e.org", "it"))
            ),
            s.items("one", "two"),
            facts,
            s.figure("A quay in a storm", s.p("The quay", "caption")),
        )
    )


def _archival(data: bytes) -> list[str]:
    """What pikepdf's allow-list of PDF/A-2b does not let pass.

    It knows neither level A nor schemas of other standards, so the claims of both are taken out first.
    """

    def without_claims(pdf: pikepdf.Pdf) -> None:
        packet = pdf.Root.Metadata.read_bytes().replace(b">A</pdfaid", b">B</pdfaid")
        packet = re.sub(rb"<rdf:Description[^>]*pdfuaid=.*?</rdf:Description>", b"", packet, flags=re.DOTALL)
        packet = re.sub(rb"<rdf:Description[^>]*pdfaExtension=.*?</rdf:Description>", b"", packet, flags=re.DOTALL)
        pdf.Root.Metadata.write(packet)

    report = pdfa.validate_written(BytesIO(changed(data, without_claims)), "2b")
    return [str(finding) for finding in report.findings]


@every_brief
def test_every_brief_is_accessible_and_archival(brief: str, house: str) -> None:
    data = files(brief, house).pdf_data
    assert findings(data) == []
    assert _archival(data) == []


@every_brief
def test_a_program_that_reads_aloud_finds_no_error(brief: str, house: str, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    path.write_bytes(files(brief, house).pdf_data)
    assert accessibility_errors(path) == []


@pytest.mark.parametrize("seed", range(20, 28))
def test_documents_made_by_chance_are_accessible_and_archival(seed: int) -> None:
    data = written(Maker(seed, (3, 8, 20, 40) if seed % 2 else (3, 20, 150, 700)).document(30))
    assert set(findings(data)) <= {"tables_have_headers: a table has no header cell"}  # some are made without
    assert _archival(data) == []


@pytest.mark.parametrize("house", HOUSES)
def test_specimens_of_all_blocks_are_accessible_and_archival(house: str) -> None:
    data = written(specimens.institute() if house == "institute" else specimens.ministry(), house)
    assert findings(data) == []
    assert _archival(data) == []


def test_a_file_that_is_only_written_anew_is_sound() -> None:
    assert findings(changed(_sound(), lambda pdf: None)) == []


@pytest.mark.parametrize(("check", "change"), MUTANTS.values(), ids=MUTANTS)
def test_a_fault_is_found(check: str, change: Change) -> None:
    assert check in {finding.partition(":")[0] for finding in findings(changed(_sound(), change))}


@pytest.mark.parametrize(("check", "change"), BYTES.values(), ids=BYTES)
def test_a_fault_of_the_bytes_is_found(check: str, change: object) -> None:
    assert callable(change)
    assert check in {finding.partition(":")[0] for finding in findings(change(_sound()))}


def test_every_check_is_proven() -> None:
    assert {check for check, _ in (*MUTANTS.values(), *BYTES.values())} == set(CHECKS)


def test_every_check_names_its_clause() -> None:
    assert all(
        re.search(r"ISO (14289-1|19005-2|32000-1) [567]|ISO 32000-1 14", check.__doc__ or "")
        for check in CHECKS.values()
    )


def test_the_archive_judge_finds_a_fault() -> None:
    def without_profile(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.OutputIntents

    assert _archival(changed(_sound(), without_profile))
