"""Nothing is formatted directly but what no style of Word can say."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from lxml.etree import QName, _Element

from tests.extraction.compiled import BRIEFS, HOUSES, files
from tests.formats.docx.building import cell as cell_of
from tests.formats.docx.building import document, em, items, link, p, styled, table, written
from tests.formats.docx.building import row as row_of
from tests.formats.docx.reading import body, find, opened, style, values

WHAT_THINGS_ARE = {
    "pPr": "pStyle numPr rPr sectPr",
    "rPr": "rStyle lang rtl",
    "tblPr": "tblStyle bidiVisual tblCaption tblDescription tblLook tblLayout tblW tblInd",
    "trPr": "tblHeader cantSplit gridAfter",
    "tcPr": "tcW gridSpan",
}
"""What is no look: the names of styles, counts, languages, the grid of a table, which rows are heads or stay whole."""

LEFT = {
    "keepNext": "rows that stay together, and a picture with its caption: no style knows which row is the last",
    "b": "in Word bold toggles: a regular style within a bold paragraph comes out bold unless the run says otherwise",
    "bCs": "the same for complex scripts",
    "tcMar": "the last column has no gap after it; the space of the first and the last paragraph is part of the margin",
    "shd": "the grounds of the risk matrix: a table style knows the first and the last rows and columns, and bands",
    "vAlign": "letters stand halfway up on a ground only",
    "trHeight": "rows of the risk matrix: Word takes no height of rows from a table style",
}
"""All that is said outside styles, and why."""


def said(data: bytes) -> Iterator[str]:
    """The names of all properties that say how something looks, wherever text stands."""
    for root in opened(data).stories().values():
        for kind, known in WHAT_THINGS_ARE.items():
            for element in find(root, f"//w:{kind}/*"):
                if QName(element).localname not in known.split():
                    yield QName(element).localname


@pytest.mark.parametrize("house", HOUSES)
@pytest.mark.parametrize("brief", BRIEFS)
def test_a_draft_says_outside_styles_only_what_no_style_can_say(brief: str, house: str) -> None:
    assert set(said(files(brief, house).docx_data)) <= set(LEFT)


def test_all_that_is_left_is_needed_somewhere() -> None:
    found = Counter(name for brief in BRIEFS for house in HOUSES for name in said(files(brief, house).docx_data))
    assert set(found) == set(LEFT)


# ---- the styles that are made for single uses ----


def texts(root: _Element) -> list[str]:
    return values(root, "//w:r/w:rPr/w:rStyle/@w:val")


def test_words_in_two_text_styles_have_a_style_of_both() -> None:
    data = written(document(p(link("https://example.org", styled("label", "here")))))
    assert texts(body(data)) == ["BriefLabelText"]
    data = written(document(p(styled("tlp-red", styled("label", "here")))))
    [name] = set(values(body(data), "//w:r[w:t='here']/w:rPr/w:rStyle/@w:val"))
    assert name == "BriefLabelText_InTlpRedAt12"
    both = style(data, "Brief Label Text (in tlp-red at 12)")
    assert values(both, "w:basedOn/@w:val") == ["BriefLabelText"]
    assert values(both, "w:rPr/w:shd/@w:fill") == ["000000"]


def test_a_style_for_a_use_is_made_once() -> None:
    data = written(document(items("one", "two"), items("three", "four")))
    assert values(style(data, "Brief List Item (after 5)"), "w:basedOn/@w:val") == ["BriefListItem"]
    assert values(body(data), "//w:pStyle/@w:val").count("BriefListItem_After5") == 2


def test_a_stress_needs_no_style_of_its_own_on_a_ground() -> None:
    shaded = table("matrix", None, row_of(cell_of(em("A"), "matrix-cell", shade=4)))
    assert texts(body(written(document(shaded)))) == ["Emphasis"]
