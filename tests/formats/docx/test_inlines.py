"""Inlines as runs."""

from __future__ import annotations

import pytest
from lxml.etree import _Element

from briefwright.document.nodes import Checkbox, Citation, LineBreak, PageCount, PageNumber
from tests.formats.docx.building import (
    HERE,
    Words,
    document,
    em,
    foreign,
    heading,
    line,
    link,
    note,
    p,
    strong,
    styled,
    to,
    written,
)
from tests.formats.docx.reading import body, find, opened, properties, values, words


def runs(content: Words, style: str = "body") -> list[_Element]:
    """The runs of a paragraph with this content."""
    return find(body(written(document(p(content, style)))), "//w:body/w:p/w:r")


def run(content: Words, style: str = "body") -> _Element:
    [found] = runs(content, style)
    return found


def test_plain_words_are_a_run_without_properties() -> None:
    assert find(run("Words."), "w:rPr") == []


def test_space_at_the_ends_of_words_is_kept() -> None:
    assert values(run(" and "), "w:t/@xml:space") == ["preserve"]
    assert words(run(" and ")) == " and "


def test_stress_and_weight_are_styles() -> None:
    assert values(run(em("stress")), "w:rPr/*/@w:val") == ["Emphasis"]
    assert values(run(strong("weight")), "w:rPr/*/@w:val") == ["Strong"]


def test_stress_within_weight_names_one_style_and_says_the_other() -> None:
    made = run(strong(em("both")))
    assert values(made, "w:rPr/w:rStyle/@w:val") == ["Emphasis"]
    assert find(made, "w:rPr/w:b[not(@w:val)]")


def test_weight_stays_bold_in_a_bold_paragraph_where_word_would_toggle_it() -> None:
    assert find(run(strong("weight"), "answer"), "w:rPr/w:b[not(@w:val)]")
    assert find(run(strong("weight"), "body"), "w:rPr/w:b") == []


def test_a_regular_style_turns_the_bold_of_its_paragraph_off() -> None:
    data = written(document(line("Bold", "", styled("kind", "regular"), style="masthead")), "ministry")
    [kind] = find(body(data), "//w:r[w:rPr/w:rStyle]")
    assert values(kind, "w:rPr/w:b/@w:val") == ["0"]


def test_a_style_of_the_theme_keeps_its_name_within_a_stress() -> None:
    made = run(em(styled("label", "Instrument")))
    assert values(made, "w:rPr/w:rStyle/@w:val") == ["BriefLabelText"]
    assert find(made, "w:rPr/w:i[not(@w:val)]")


def test_a_link_is_a_relationship_in_the_style_of_links() -> None:
    package = opened(written(document(p(link("https://example.org/a?b=1&c=2", "there")))))
    [made] = find(package.root("word/document.xml"), "//w:hyperlink")
    assert values(made, "w:r/w:rPr/w:rStyle/@w:val") == ["Hyperlink"]
    [number] = values(made, "@r:id")
    targets = package.parts["word/_rels/document.xml.rels"].decode()
    assert f'Id="{number}"' in targets
    assert 'Target="https://example.org/a?b=1&amp;c=2" TargetMode="External"' in targets


def test_an_internal_link_leads_to_a_bookmark_round_the_words_of_its_target() -> None:
    root = body(written(document(heading("Gaps", id="what-is-not-known"), p(to("what-is-not-known", "see there")))))
    assert values(root, "//w:hyperlink/@w:anchor") == ["bw_what_is_not_known"]
    [target] = find(root, "//w:p[w:bookmarkStart/@w:name='bw_what_is_not_known']")
    assert words(target) == "Gaps"


def test_a_line_break_is_a_break() -> None:
    assert [len(find(made, "w:br")) for made in runs(("one", LineBreak(), "two"))] == [0, 1, 0]


def test_page_numbers_are_fields_with_a_result() -> None:
    root = body(written(document(p((PageNumber(), " of ", PageCount())))))
    assert [code.strip() for code in values(root, "//w:fldSimple/@w:instr")] == ["PAGE", "NUMPAGES"]
    assert values(root, "//w:fldSimple//w:t/text()") == ["1", "1"]


def test_a_box_to_tick_is_a_control_that_word_ticks() -> None:
    root = body(written(document(p((Checkbox(), " Agreed ", Checkbox(), " Not agreed")))))
    assert len(find(root, "//w:sdt/w:sdtPr/w14:checkbox/w14:checked[@w14:val='0']")) == 2
    assert values(root, "//w:sdt//w:t/text()") == ["☐", "☐"]
    assert len(set(values(root, "//w:sdtPr/w:id/@w:val"))) == 2


def test_korean_is_set_in_the_face_and_checked_in_the_language_of_korean() -> None:
    made = run(foreign("조선", "ko"))
    assert properties(made, "w:rPr/w:lang") == {"eastAsia": "ko-KR"}
    assert properties(made, "w:rPr/w:rFonts") == {"hint": "eastAsia", "eastAsia": "Noto Sans KR"}


def test_traditional_chinese_has_another_face_than_simplified() -> None:
    assert properties(run(foreign("臺灣", "zh-Hant")), "w:rPr/w:rFonts")["eastAsia"] == "Noto Sans TC"
    assert properties(run(foreign("北京", "zh-Hans")), "w:rPr/w:rFonts")["eastAsia"] == "Noto Sans SC"


def test_russian_is_checked_as_russian() -> None:
    assert properties(run(foreign("Россия", "ru")), "w:rPr/w:lang") == {"val": "ru-RU"}


def test_arabic_runs_from_right_to_left_even_where_nobody_says_its_language() -> None:
    found = runs("The word السلام عليكم, twice.")
    assert [words(made) for made in found] == ["The word ", "السلام عليكم", ", twice."]
    assert [bool(find(made, "w:rPr/w:rtl")) for made in found] == [False, True, False]


def test_hebrew_is_set_in_its_own_face() -> None:
    made = run(foreign("שלום", "he"))
    assert properties(made, "w:rPr/w:rFonts") == {"cs": "Noto Sans Hebrew"}
    assert properties(made, "w:rPr/w:lang") == {"bidi": "he-IL"}


def test_a_soft_hyphen_is_the_element_that_word_hides() -> None:
    made = run("hand\u00adbook")
    assert len(find(made, "w:softHyphen")) == 1
    assert values(made, "w:t/text()") == ["hand", "book"]


@pytest.mark.parametrize(
    "hostile", ["a ]]> b", "<w:p/> & &amp;", "'\" &quot;", "x" * 5000, "{{ 7 }} ⟦", "e\u0301 \U0001f30a"]
)
def test_hostile_words_stay_words(hostile: str) -> None:
    assert words(body(written(document(p(hostile))))) == hostile


def test_a_ground_reaches_beyond_its_words() -> None:
    made = runs(styled("letter", "A"))
    assert [words(one) for one in made] == ["\u2007", "A", "\u2007"]
    assert {values(one, "w:rPr/w:rStyle/@w:val")[0] for one in made} == {"BriefLetterText"}


def test_a_citation_that_was_never_cited_is_a_fault_of_ours() -> None:
    with pytest.raises(ValueError, match=r"brief\.yaml:3:5"):
        written(document(p(Citation((), HERE))))


def test_a_note_within_strong_words_is_called_in_the_style_of_calls() -> None:
    [call] = find(body(written(document(p(strong("weight", note(1, "There.")))))), "//w:r[w:footnoteReference]")
    assert values(call, "w:rPr/*/@w:val") == ["FootnoteReference"]
