"""Faces that travel in a draft."""

from __future__ import annotations

import io
import struct
import zipfile
from pathlib import Path
from typing import Literal

import pdfplumber
import pytest
import uharfbuzz as hb
from lxml import etree

from briefwright.diagnostics import Report
from briefwright.formats.docx import write
from briefwright.formats.docx.sfnt import may_be_embedded
from briefwright.theme.theme import Theme
from tests import judges
from tests.formats.docx import specimens
from tests.formats.docx.building import document, p, theme, written
from tests.formats.docx.reading import opened, values

SLOTS = ["w:embedRegular", "w:embedBold", "w:embedItalic", "w:embedBoldItalic"]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WHOLE = 0xB1B0AFBA

Office = Literal["Microsoft365", "Office2019"]


def embedding(house: str = "institute") -> Theme:
    return theme(house).model_copy(update={"embed_fonts": True})


@pytest.fixture(scope="module")
def draft() -> bytes:
    return write(document(p("Words.")), embedding(), Report())


def faces(data: bytes, family: str) -> dict[str, bytes]:
    """The faces of a family in a draft, by their slots, as whoever reads the standard takes them out."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        table = etree.fromstring(package.read("word/fontTable.xml"))
        relations = etree.fromstring(package.read("word/_rels/fontTable.xml.rels"))
        targets = {relation.get("Id"): relation.get("Target") for relation in relations}
        found = {}
        for element in table.iterfind(f"{W}font[@{W}name='{family}']/*[@{R}id]"):
            hidden = package.read(f"word/{targets[element.get(f'{R}id')]}")
            key = bytes.fromhex(str(element.get(f"{W}fontKey")).strip("{}").replace("-", ""))
            shown = bytes(hidden[n] ^ key[15 - n % 16] for n in range(32)) + hidden[32:]
            found[etree.QName(element).localname] = shown
    return found


def test_a_draft_carries_no_face_unless_the_theme_says_so() -> None:
    plain = written(document(p("Words.")))
    assert [name for name in zipfile.ZipFile(io.BytesIO(plain)).namelist() if "odttf" in name] == []
    assert values(opened(plain).root("word/settings.xml"), "w:embedTrueTypeFonts") == []


@pytest.mark.parametrize("family", ["Source Serif 4", "Source Sans 3"])
def test_a_draft_carries_four_faces_of_each_family_of_the_house(draft: bytes, family: str) -> None:
    found = faces(draft, family)
    assert [f"w:{slot}" for slot in found] == SLOTS
    for slot, data in found.items():
        face = hb.Face(data)
        said = slot.removeprefix("embed").replace("BoldItalic", "Bold Italic")
        assert (face.get_name(1), face.get_name(2), face.get_name(4)) == (family, said, f"{family} {said}")
        assert "SIL Open Font" in face.get_name(13)
        assert list(face.axis_infos) == []


def test_a_face_says_of_itself_whether_it_is_bold_or_italic(draft: bytes) -> None:
    said = {}
    for slot, data in faces(draft, "Source Serif 4").items():
        face = hb.Face(data)
        os2, head = bytes(face.reference_table("OS/2").data), bytes(face.reference_table("head").data)
        selection = struct.unpack_from(">H", os2, 62)[0] & 0x61
        said[slot] = (struct.unpack_from(">H", os2, 4)[0], selection, struct.unpack_from(">H", head, 44)[0])
    assert said == {
        "embedRegular": (400, 0x40, 0),
        "embedBold": (700, 0x20, 1),
        "embedItalic": (400, 0x01, 2),
        "embedBoldItalic": (700, 0x21, 3),
    }


def test_a_face_has_all_letters_of_its_family(draft: bytes) -> None:
    whole = theme().fonts["source-serif-4"].upright_file
    wanted = set(hb.Face(hb.Blob.from_file_path(str(whole))).unicodes)
    for slot in ("embedRegular", "embedBold"):
        assert set(hb.Face(faces(draft, "Source Serif 4")[slot]).unicodes) == wanted


def test_a_face_adds_up_to_what_every_font_does(draft: bytes) -> None:
    for data in (*faces(draft, "Source Serif 4").values(), *faces(draft, "Source Sans 3").values()):
        assert len(data) % 4 == 0
        assert sum(struct.unpack(f">{len(data) // 4}L", data)) & 0xFFFFFFFF == WHOLE


def test_the_faces_are_parts_of_the_font_table_of_their_own_type(draft: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(draft)) as package:
        types = package.read("[Content_Types].xml").decode()
    assert types.count("application/vnd.openxmlformats-officedocument.obfuscatedFont") == 8


def test_the_settings_keep_all_letters_when_the_draft_is_saved(draft: bytes) -> None:
    settings = opened(draft).root("word/settings.xml")
    assert len(settings.findall(f"{W}embedTrueTypeFonts")) == 1
    assert values(settings, "w:saveSubsetFonts/@w:val") == ["0"]


def test_the_same_document_has_the_same_faces_to_the_byte(draft: bytes) -> None:
    assert write(document(p("Words.")), embedding(), Report()) == draft


def test_a_family_that_is_not_installed_travels_in_no_draft() -> None:
    absent = theme().fonts["source-serif-4"].model_copy(update={"package": "briefwright_has_no_such_fonts"})
    look = embedding().model_copy(update={"fonts": {**theme().fonts, "source-serif-4": absent}})
    data = write(document(p("Words.")), look, Report())
    assert faces(data, "Source Serif 4") == {}
    assert len(faces(data, "Source Sans 3")) == 4


@pytest.mark.parametrize(
    ("rights", "allowed"), [(0, True), (8, True), (2, False), (4, False), (0x100, True), (0x200, False)]
)
def test_only_fonts_whose_licence_allows_it_are_embedded(rights: int, allowed: bool) -> None:
    assert may_be_embedded(bytes(8) + struct.pack(">H", rights) + bytes(68)) is allowed


@pytest.mark.parametrize("office", ["Microsoft365", "Office2019"])
def test_office_finds_no_error_in_a_draft_with_faces(office: Office, draft: bytes, tmp_path: Path) -> None:
    (tmp_path / "draft.docx").write_bytes(draft)
    assert judges.sdk_errors(tmp_path / "draft.docx", office) == []


@pytest.mark.parametrize(
    ("house", "families"), [("institute", {"SourceSerif4", "SourceSans3"}), ("ministry", {"PublicSans"})]
)
def test_libreoffice_sets_the_draft_in_the_faces_that_it_carries(
    house: str, families: set[str], tmp_path: Path
) -> None:
    data = write(getattr(specimens, house)(), embedding(house), Report())
    (tmp_path / "draft.docx").write_bytes(data)
    with pdfplumber.open(judges.libreoffice_pdf(tmp_path / "draft.docx", tmp_path)) as pdf:
        used = {char["fontname"].partition("+")[2] for page in pdf.pages for char in page.chars}
    assert {f"{family}-{face}" for family in families for face in ("Regular", "Bold")} <= used
