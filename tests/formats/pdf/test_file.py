"""The file itself: its fonts, its links, its outline, what it says of itself, and its bytes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefwright.document.nodes import Document
from briefwright.pipeline import compile_brief
from briefwright.workspace import Workspace
from tests.formats.docx import building as s
from tests.formats.docx import specimens
from tests.formats.pdf.random_documents import Maker
from tests.formats.pdf.reading import written

_ROOT = Path(__file__).resolve().parents[3]


def _opened(document: Document, house: str = "institute") -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(written(document, house)))


def _fonts(pdf: pikepdf.Pdf) -> list[Any]:
    return [font for page in pdf.pages for font in page.Resources.Font.as_dict().values()]


def _links(pdf: pikepdf.Pdf) -> list[Any]:
    return [link for page in pdf.pages for link in page.get("/Annots", [])]


@pytest.mark.parametrize("house", ["institute", "ministry"])
def test_every_font_is_embedded_and_tells_its_characters(house: str) -> None:
    pdf = _opened(specimens.institute() if house == "institute" else specimens.ministry(), house)
    fonts = _fonts(pdf)
    assert len(fonts) > 3
    for font in fonts:
        assert font.Subtype == "/Type0"
        assert "/ToUnicode" in font
        assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
        assert str(font.BaseFont)[7] == "+"


def test_widths_are_those_of_the_embedded_glyphs() -> None:
    pdf = _opened(specimens.institute())
    for font in _fonts(pdf):
        widths = font.DescendantFonts[0].W[1]
        codes = len(font.DescendantFonts[0].CIDToGIDMap.read_bytes()) // 2
        assert len(widths) == codes
        assert all(0 <= float(width) < 3000 for width in widths)


def test_the_same_document_gives_the_same_bytes() -> None:
    assert written(specimens.institute()) == written(specimens.institute())
    assert written(Maker(2).document(20)) == written(Maker(2).document(20))


@pytest.mark.parametrize(("seed", "zone", "language"), [("1", "Asia/Tokyo", "C"), ("2", "America/Lima", "ko_KR.UTF-8")])
def test_no_clock_no_hash_seed_and_no_place_change_the_bytes(seed: str, zone: str, language: str) -> None:
    code = (
        "import hashlib; from tests.formats.docx import specimens; from tests.formats.pdf.reading import written;"
        "print(hashlib.sha256(written(specimens.institute())).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=_ROOT,
            env={"PYTHONHASHSEED": own, "TZ": place, "LC_ALL": tongue, "PYTHONPATH": str(_ROOT), "SYSTEMROOT": ""},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for own, place, tongue in ((seed, zone, language), ("0", "UTC", "C"))
    }
    assert len(found) == 1


def test_neither_the_folder_nor_the_day_of_the_build_changes_the_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = set()
    for folder, epoch in (("one", "1790000000"), ("two", "1890000000")):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
        (tmp_path / folder).mkdir()
        brief = Path(shutil.copy(_ROOT / "tests" / "brief" / "french.yaml", tmp_path / folder))
        found.add(compile_brief(Workspace(tmp_path / folder), brief, ("pdf",)).files["pdf"])
    assert len(found) == 1


def test_the_file_says_what_it_is() -> None:
    pdf = _opened(specimens.institute())
    info = {key: str(value) for key, value in pdf.docinfo.items()}
    assert info["/Title"] == "Harbour dues after the storm"
    assert info["/Author"] == "Ada Lind, Bo Ek"
    assert info["/Subject"] == "Ports"
    assert info["/Keywords"] == "ports, insurance"
    assert info["/CreationDate"] == info["/ModDate"] == "D:20261121000000Z"
    assert pdf.Root.Lang == "en-GB"
    assert pdf.Root.ViewerPreferences.DisplayDocTitle
    assert pdf.Root.PageLabels.Nums[1].S == "/D"


def test_the_outline_holds_the_title_and_the_headings() -> None:
    with _opened(specimens.institute()).open_outline() as outline:
        (title,) = outline.root
        assert title.title.startswith("Harbour dues after the storm")
        names = [item.title for item in title.children]
        assert names[:3] == ["Context", "Motivations", "Risks"]
        assert [item.title for item in title.children[0].children] == ["From private to public"]


def test_addresses_are_links() -> None:
    pdf = _opened(s.document(s.p(("See ", s.link("https://example.org/a", "the letter"), "."))))
    links = _links(pdf)
    assert [str(link.A.URI) for link in links] == ["https://example.org/a"]
    assert str(links[0].Contents) == "https://example.org/a"


def test_a_link_over_two_lines_has_an_area_on_each() -> None:
    words = "the long letter of the union to the ministry and to all the towns of the coast " * 2
    pdf = _opened(s.document(s.p(("See ", s.link("https://example.org/a", words), "."))))
    links = _links(pdf)
    assert len(links) == len({round(float(link.Rect[1])) for link in links}) >= 2


def test_notes_and_their_calls_link_to_each_other() -> None:
    document = s.document(*(s.p("words " * 90) for _ in range(12)), s.p(("Called", s.note(1, "The text."))))
    pdf = _opened(document)
    call, back = _links(pdf)
    last = pdf.pages[-1].objgen
    assert call.Dest[0].objgen == back.Dest[0].objgen == last
    assert float(call.Dest[3]) < float(back.Dest[3])


def test_cross_references_lead_to_their_blocks() -> None:
    document = s.document(
        s.p(("See ", s.to("there", "there"))), *(s.p("words " * 90) for _ in range(15)), s.heading("There", id="there")
    )
    pdf = _opened(document)
    (link,) = _links(pdf)
    assert link.Dest[0].objgen == pdf.pages[-1].objgen


def test_a_reference_to_nothing_is_plain_text() -> None:
    assert _links(_opened(s.document(s.p(s.to("nowhere", "there"))))) == []


def test_pictures_are_embedded_once() -> None:
    pdf = _opened(s.document(s.figure("one"), s.figure("two")))
    assert list(pdf.pages[0].Resources.XObject.as_dict()) == ["/I1"]
    image = pdf.pages[0].Resources.XObject.I1
    assert (int(image.Width), int(image.Height), str(image.ColorSpace)) == (40, 20, "/DeviceGray")


def test_a_brief_is_a_small_file() -> None:
    assert len(written(specimens.institute())) < 90_000
