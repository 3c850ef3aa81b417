"""The look of a theme as Word styles."""

from __future__ import annotations

import pytest

from tests.formats.docx.building import document, heading, line, p, styled, written
from tests.formats.docx.reading import find, opened, properties, style, values


@pytest.fixture(scope="module")
def plain() -> bytes:
    return written(document(p("Words.")))


def test_every_paragraph_style_of_the_theme_is_a_style_of_word(plain: bytes) -> None:
    kinds = values(opened(plain).root("word/styles.xml"), "w:style[@w:type='paragraph']/w:name/@w:val")
    assert {"Title", "Subtitle", "heading 1", "heading 2", "heading 3", "caption"} <= set(kinds)
    assert {"footnote text", "header", "footer", "Body Text"} <= set(kinds)
    assert {"Brief Masthead", "Brief Answer", "Brief Side Heading", "Brief Table Cell"} <= set(kinds)


def test_every_text_style_of_the_theme_is_a_character_style(plain: bytes) -> None:
    kinds = values(opened(plain).root("word/styles.xml"), "w:style[@w:type='character']/w:name/@w:val")
    assert {"Strong", "Emphasis", "Hyperlink", "footnote reference", "Brief Letter Text"} <= set(kinds)


def test_a_style_is_based_on_what_the_theme_bases_it_on(plain: bytes) -> None:
    assert values(style(plain, "Brief Beside"), "w:basedOn/@w:val") == ["BodyText"]
    assert values(style(plain, "Body Text"), "w:basedOn/@w:val") == []


def test_a_style_says_only_what_its_base_does_not(plain: bytes) -> None:
    beside = style(plain, "Brief Beside")
    assert properties(beside, "w:pPr/w:ind") == {"left": "0", "right": "0", "firstLine": "0"}
    assert find(beside, "w:rPr") == []
    assert find(beside, "w:pPr/w:spacing") == []


def test_type_is_set_for_every_group_of_scripts(plain: bytes) -> None:
    fonts = properties(style(plain, "Brief Display"), "w:rPr/w:rFonts")
    assert fonts["ascii"] == fonts["hAnsi"] == "Source Sans 3"
    assert fonts["eastAsia"] == "Noto Sans KR"
    assert fonts["cs"] == "Noto Sans Arabic"
    assert values(style(plain, "Title"), "w:rPr/w:sz/@w:val | w:rPr/w:szCs/@w:val") == ["50", "50"]


def test_lengths_come_in_the_units_of_word(plain: bytes) -> None:
    heading_1 = style(plain, "heading 1")
    spacing = properties(heading_1, "w:pPr/w:spacing")
    assert spacing == {"before": "300", "after": "120", "line": "360", "lineRule": "exact"}
    rule = properties(heading_1, "w:pPr/w:pBdr/w:top")
    assert rule == {"val": "single", "sz": "6", "space": "7", "color": "c9d1d9"}
    assert values(style(plain, "Title"), "w:rPr/w:spacing/@w:val") == ["-5"]


def test_weights_from_semibold_up_are_bold(plain: bytes) -> None:
    assert find(style(plain, "Brief Answer"), "w:rPr/w:b[not(@w:val)]")
    assert find(style(plain, "Body Text"), "w:rPr/w:b") == []


def test_headings_keep_with_what_follows_and_have_a_rank(plain: bytes) -> None:
    assert find(style(plain, "heading 1"), "w:pPr/w:keepNext")
    assert values(style(plain, "heading 2"), "w:pPr/w:outlineLvl/@w:val") == ["1"]


def test_a_heading_in_a_style_of_our_own_gives_that_style_its_rank() -> None:
    data = written(document(heading("Beside", 2, "side-heading"), heading("Lower", 3, "side-heading")))
    assert values(style(data, "Brief Side Heading"), "w:pPr/w:outlineLvl/@w:val") == ["1"]
    ranks = values(opened(data).root("word/document.xml"), "//w:p/w:pPr/w:outlineLvl/@w:val")
    assert ranks == ["2"], "only the heading of another rank says so itself"


def test_only_styles_that_hyphenate_do(plain: bytes) -> None:
    package = opened(plain)
    assert find(package.root("word/settings.xml"), "w:autoHyphenation")
    assert find(package.root("word/styles.xml"), "w:docDefaults//w:suppressAutoHyphens[not(@w:val)]")
    assert values(style(plain, "Body Text"), "w:pPr/w:suppressAutoHyphens/@w:val") == ["0"]


def test_a_house_that_does_not_hyphenate_has_no_hyphenation() -> None:
    package = opened(written(document(p("Words.")), "ministry"))
    assert find(package.root("word/settings.xml"), "w:autoHyphenation") == []
    assert find(package.root("word/styles.xml"), "//w:suppressAutoHyphens") == []


def test_normal_stays_without_indents_for_what_word_adds_by_itself(plain: bytes) -> None:
    assert find(style(plain, "Normal"), "w:pPr") == []
    assert properties(style(plain, "Normal"), ".")["default"] == "1"


def test_a_house_may_make_one_of_its_own_styles_normal() -> None:
    data = written(document(p("Words.")), "ministry")
    assert properties(style(data, "Normal"), ".")["default"] == "1"
    assert values(style(data, "Normal"), "w:pPr/w:spacing/@w:after") == ["120"]


def test_a_plate_is_shading_and_not_a_picture_of_it(plain: bytes) -> None:
    letter = style(plain, "Brief Letter Text")
    assert properties(letter, "w:rPr/w:shd")["fill"] == "123a5c"
    assert values(letter, "w:rPr/w:color/@w:val") == ["ffffff"]


def test_words_keep_the_tracking_of_the_size_that_they_stand_in() -> None:
    data = written(document(line(styled("series", "Brief"), style="masthead"), p(styled("series", "Brief"))))
    assert values(style(data, "Brief Series Text"), "w:rPr/w:spacing/@w:val") == ["10"]
    runs = find(opened(data).root("word/document.xml"), "//w:r[w:t]")
    assert [values(run, "w:rPr/*/@w:val") for run in runs] == [["BriefSeriesText"], ["BriefSeriesText_At105"]]
    assert values(style(data, "Brief Series Text (at 10.5)"), "w:rPr/w:spacing/@w:val") == ["13"]


def test_the_language_of_the_document_is_a_default(plain: bytes) -> None:
    language = properties(opened(plain).root("word/styles.xml"), "w:docDefaults//w:lang")
    assert language == {"val": "en-GB", "eastAsia": "ko-KR", "bidi": "ar-EG"}


def test_a_language_without_a_region_gets_its_likeliest() -> None:
    data = written(document(p("Des mots."), language="fr"))
    assert properties(opened(data).root("word/styles.xml"), "w:docDefaults//w:lang")["val"] == "fr-FR"


def test_the_font_table_names_what_may_stand_in_for_a_family(plain: bytes) -> None:
    table = opened(plain).root("word/fontTable.xml")
    assert values(table, "w:font[@w:name='Source Serif 4']/w:altName/@w:val") == ["Cambria,Georgia,Liberation Serif"]
    assert values(table, "w:font[@w:name='Source Serif 4']/w:family/@w:val") == ["roman"]
    assert values(table, "w:font[@w:name='Source Sans 3']/w:family/@w:val") == ["swiss"]
    assert "Malgun Gothic,Apple SD Gothic Neo" in values(table, "w:font/w:altName/@w:val")


@pytest.mark.parametrize(
    ("family", "charset"),
    [("Source Serif 4", "00"), ("Noto Sans KR", "81"), ("Noto Sans TC", "88"), ("Noto Sans Arabic", "B2")],
)
def test_the_font_table_says_which_letters_a_family_is_for(plain: bytes, family: str, charset: str) -> None:
    table = opened(plain).root("word/fontTable.xml")
    assert values(table, f"w:font[@w:name='{family}']/w:charset/@w:val") == [charset]


def test_words_own_styles_stay_hidden_until_used(plain: bytes) -> None:
    latent = properties(opened(plain).root("word/styles.xml"), "w:latentStyles")
    assert (latent["defSemiHidden"], latent["defUnhideWhenUsed"]) == ("1", "1")
