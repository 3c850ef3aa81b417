"""Pictures from data are vectors and real words in both formats, and the same in both."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pdfplumber
import pikepdf
import pytest

from briefwright.brief.terms import Yardstick
from briefwright.document.nodes import Block, Document, Figure
from briefwright.document.pictures import CHART_KINDS, Picture
from tests.drawing.drawn import drawn, texts
from tests.drawing.test_charts import SPECIMENS
from tests.drawing.test_scale import scale
from tests.drawing.test_timeline import SPECIMENS as TIMELINES
from tests.formats.docx import building as s
from tests.formats.docx.reading import body, find, properties, values
from tests.formats.docx.rules import faults
from tests.formats.pdf.reading import written as written_pdf
from tests.judges import sdk_errors

PICTURES: dict[str, Picture] = {
    **{kind: SPECIMENS[f"two {kind}s"] for kind in CHART_KINDS},
    "scripts": SPECIMENS["bar of scripts"],
    "timeline": TIMELINES["spread"],
    "scale": scale(Yardstick.ICD203),
}
EVERY_PICTURE = pytest.mark.parametrize("name", PICTURES)


def document(*names: str, width: float = 1.0) -> Document:
    return s.document(*(figure(name, width) for name in names))


def figure(name: str, width: float = 1.0) -> Block:
    return Figure(PICTURES[name], f"What the {name} shows", width, (s.p("The finding", "caption"),), s.HERE)


def words_of_docx(data: bytes) -> list[str]:
    return values(body(data), "//w:txbxContent//w:t/text()")


@EVERY_PICTURE
def test_word_has_the_words_of_the_drawing(name: str) -> None:
    data = s.written(document(name))
    assert words_of_docx(data) == texts(drawn(PICTURES[name], s.theme().page.measure))
    assert faults(data) == []


@EVERY_PICTURE
def test_the_pdf_has_the_words_of_the_drawing_and_no_pixels(name: str) -> None:
    data = written_pdf(document(name))
    with pdfplumber.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        drawn_letters = "".join(char["text"] for char in page.chars if char["text"].strip())
        assert page.images == []
    expected = "".join("".join(texts(drawn(PICTURES[name], s.theme().page.measure))).split())
    assert expected in drawn_letters.replace("\u00ad", "")


@EVERY_PICTURE
def test_nothing_is_drawn_outside_the_margins(name: str) -> None:
    page = s.theme().page
    with pdfplumber.open(BytesIO(written_pdf(document(name)))) as pdf:
        for thing in (*pdf.pages[0].chars, *pdf.pages[0].rects, *pdf.pages[0].lines, *pdf.pages[0].curves):
            assert thing["x0"] >= page.left - 1
            assert thing["x1"] <= page.width - page.right + 1


def test_a_picture_is_as_wide_as_its_share_and_says_what_it_shows() -> None:
    root = body(s.written(document("bar", width=0.5)))
    assert int(properties(root, "//wp:extent")["cx"]) == pytest.approx(s.theme().page.measure / 2 * 12700, abs=1)
    assert properties(root, "//wp:docPr")["descr"] == "What the bar shows"


def test_words_in_pictures_take_their_look_from_styles() -> None:
    root = body(s.written(document("line")))
    assert len(set(values(root, "//w:txbxContent//w:pStyle/@w:val"))) >= 1
    assert find(root, "//w:txbxContent//w:rPr/w:sz") == []


def test_the_ministry_sets_pictures_where_its_text_begins() -> None:
    root = body(s.written(document("bar"), "ministry"))
    indent = s.theme("ministry").pictures.indent_left
    assert int(properties(root, "//wp:extent")["cx"]) == pytest.approx(
        (s.theme("ministry").page.measure - indent) * 12700, abs=1
    )


@pytest.mark.parametrize("house", ["institute", "ministry"])
def test_pictures_are_sound_to_word(house: str, tmp_path: Path) -> None:
    file = tmp_path / "pictures.docx"
    file.write_bytes(s.written(document(*PICTURES), house))
    assert sdk_errors(file) == []


def test_the_same_data_give_the_same_bytes() -> None:
    assert s.written(document(*PICTURES)) == s.written(document(*PICTURES))
    assert written_pdf(document(*PICTURES)) == written_pdf(document(*PICTURES))


def test_the_description_of_a_picture_is_in_the_structure_of_the_pdf() -> None:
    pdf = pikepdf.open(BytesIO(written_pdf(document("timeline"))))
    alts = [
        str(one["/Alt"]) for one in pdf.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == "/Figure"
    ]
    assert alts == ["What the timeline shows"]
