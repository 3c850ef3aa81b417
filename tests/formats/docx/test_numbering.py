"""Lists and numbered paragraphs as Word counts them."""

from __future__ import annotations

from lxml.etree import _Element

from tests.formats.docx.building import document, items, p, written
from tests.formats.docx.reading import body, find, opened, properties, style, values, words


def definition(data: bytes, count: str) -> _Element:
    """The definition behind a count."""
    numbering = opened(data).root("word/numbering.xml")
    [number] = values(numbering, f"w:num[@w:numId='{count}']/w:abstractNumId/@w:val")
    [found] = find(numbering, f"w:abstractNum[@w:abstractNumId='{number}']")
    return found


def counts(data: bytes) -> list[str]:
    """The count of each paragraph that names one."""
    return values(body(data), "//w:p/w:pPr/w:numPr/w:numId/@w:val")


def test_the_items_of_a_list_share_a_count_of_its_style() -> None:
    data = written(document(items("one", "two")))
    assert len(set(counts(data))) == 1
    level = find(definition(data, counts(data)[0]), "w:lvl[@w:ilvl='0']")[0]
    assert values(level, "w:numFmt/@w:val | w:lvlText/@w:val") == ["bullet", "•"]
    assert properties(level, "w:pPr/w:ind") == {"left": "2241", "hanging": "200"}


def test_a_numbered_list_begins_again_at_one() -> None:
    data = written(document(items("a", "b", style="numbered"), p("Words."), items("c", style="numbered")))
    first, second, third = counts(data)
    assert first == second != third
    numbering = opened(data).root("word/numbering.xml")
    assert values(numbering, f"w:num[@w:numId='{third}']/w:lvlOverride/w:startOverride/@w:val") == ["1"]
    assert definition(data, first) is not None
    assert len(find(numbering, "w:abstractNum")) == 1, "both lists are of one style"


def test_a_list_without_marks_is_still_a_list() -> None:
    data = written(document(items((p("Report.", "source"),), style="sources")))
    level = find(definition(data, counts(data)[0]), "w:lvl[@w:ilvl='0']")[0]
    assert values(level, "w:numFmt/@w:val | w:lvlText/@w:val") == ["none", ""]


def test_what_follows_in_an_item_stands_under_its_text() -> None:
    data = written(document(items((p("first", "list-item"), p("second", "list-item")))))
    first, second = find(body(data), "//w:body/w:p")
    assert find(first, "w:pPr/w:numPr")
    assert find(second, "w:pPr/w:numPr") == []
    assert values(second, "w:pPr/w:pStyle/@w:val") == ["BriefListItem_Indent112"]
    assert properties(style(data, "Brief List Item (indent 112)"), "w:pPr/w:ind")["left"] == "2241"


def test_a_list_within_a_list_begins_where_the_text_around_it_does() -> None:
    inner = items("inner", style="compact", item="compact-item")
    data = written(document(items((p("outer", "list-item"), inner))))
    _, second = counts(data)
    level = find(definition(data, second), "w:lvl[@w:ilvl='0']")[0]
    assert properties(level, "w:pPr/w:ind") == {"left": "2401", "hanging": "160"}


def test_a_numbered_paragraph_takes_its_number_from_its_style() -> None:
    data = written(document(*[p(f"Paragraph {n}.", "numbered", number=n) for n in (1, 2, 3)]), "ministry")
    assert counts(data) == []
    [count] = values(style(data, "Brief Numbered"), "w:pPr/w:numPr/w:numId/@w:val")
    level = find(definition(data, count), "w:lvl")[0]
    assert values(level, "w:pStyle/@w:val") == ["BriefNumbered"]
    assert values(level, "w:lvlText/@w:val") == ["%1."]
    assert properties(level, "w:pPr/w:ind") == {"left": "567", "hanging": "567"}


def test_a_number_out_of_turn_is_set_and_counted_on_from() -> None:
    data = written(document(*[p("Words.", "numbered", number=n) for n in (1, 2, 1, 2, 7)]), "ministry")
    numbering = opened(data).root("word/numbering.xml")
    third, fourth, fifth = counts(data)
    assert third == fourth != fifth
    starts = [values(numbering, f"w:num[@w:numId='{n}']//w:startOverride/@w:val") for n in (third, fifth)]
    assert starts == [["1"], ["7"]]


def test_a_paragraph_of_a_numbered_style_without_a_number_has_none() -> None:
    data = written(document(p("Words.", "numbered")), "ministry")
    assert counts(data) == ["0"]
    unnumbered = style(data, "Brief Numbered (unnumbered)")
    assert values(body(data), "//w:p[1]/w:pPr/w:pStyle/@w:val") == values(unnumbered, "@w:styleId")
    assert properties(unnumbered, "w:pPr/w:ind") == {"left": "567", "firstLine": "0"}


def test_space_below_a_list_stands_on_its_last_item() -> None:
    data = written(document(items("one", "two")))
    first, second = find(body(data), "//w:body/w:p")
    assert values(first, "w:pPr/w:pStyle/@w:val") == ["BriefListItem"]
    assert values(second, "w:pPr/w:pStyle/@w:val") == ["BriefListItem_After5"]
    assert properties(style(data, "Brief List Item (after 5)"), "w:pPr/w:spacing") == {"after": "100"}
    assert words(second) == "two"
