"""Words, notes, links and looks that changed within a paragraph."""

from __future__ import annotations

import pytest

from briefwright.document.nodes import Block, Checkbox, Document, Furniture, LineBreak, PageCount, PageNumber
from tests.formats.docx import building as s
from tests.formats.docx.reading import find, opened, values
from tests.formats.docx.redline.redlining import AUTHOR, DATE, between, changed, redline, texts
from tests.formats.docx.tracked import changes


def test_two_versions_that_are_the_same_have_no_changes() -> None:
    document = s.document(s.heading("Ports"), s.p(("Dues", s.note(1, "A note"))), s.box("card", s.p("In a box")))
    made = redline(document, document)
    assert made.changes == 0
    assert changes(made.data) == []


def test_words_are_inserted_and_deleted_one_by_one() -> None:
    root = changed((s.p("The dues pay for the old quay."),), (s.p("The dues hardly pay for the new quay."),))
    assert texts(root, "ins") == [" hardly", "new"]
    assert texts(root, "del") == ["old"]


def test_every_change_names_its_author_and_its_date() -> None:
    data = between(s.document(s.p("One two three")), s.document(s.p("One two four"), s.p("Five")))
    found = changes(data)
    assert len(found) >= 3
    for change in found:
        said = {str(key).partition("}")[2]: value for key, value in change.attrib.items()}
        assert (said["author"], said["date"]) == (AUTHOR, DATE)


def test_every_change_has_a_number_of_its_own() -> None:
    old = s.document(s.p(("One", s.note(1, "Two three"))), s.table("facts", None, s.row("a", "b")))
    new = s.document(s.p(("Four", s.note(1, "Two five"))), s.table("facts", None, s.row("a", "c"), s.row("d", "e")))
    numbers = [change.get(f"{{{change.nsmap['w']}}}id") for change in changes(between(old, new))]
    assert len(numbers) == len(set(numbers))


def test_the_same_versions_give_the_same_bytes() -> None:
    old, new = s.document(s.p("One two")), s.document(s.p(("One", s.note(1, "three"))))
    assert redline(old, new).data == redline(old, new).data


def test_a_text_with_little_in_common_is_replaced_as_a_whole() -> None:
    root = changed((s.p("Ships wait in the harbour for days."),), (s.p("Nobody knows the reason of it."),))
    assert len(texts(root, "ins")) == 1
    assert len(texts(root, "del")) == 1


def test_words_of_scripts_without_spaces_are_told_apart() -> None:
    root = changed((s.p("政府表示港口将开放"),), (s.p("政府表示港口不开放"),))
    assert (texts(root, "del"), texts(root, "ins")) == (["将"], ["不"])


def test_another_look_is_the_words_deleted_and_inserted() -> None:
    root = changed((s.p("Dues were doubled then."),), (s.p(("Dues were ", s.strong("doubled"), " then.")),))
    assert texts(root, "del") == texts(root, "ins") == ["doubled"]
    assert values(root, "//w:ins//w:rStyle/@w:val") == ["Strong"]


def test_changed_words_of_a_link_stay_in_it() -> None:
    root = changed(
        (s.p(("See ", s.link("https://example.org", "the old charter"), ".")),),
        (s.p(("See ", s.link("https://example.org", "the new charter"), ".")),),
    )
    [link] = find(root, "//w:hyperlink")
    assert (texts(link, "del"), texts(link, "ins")) == (["old"], ["new"])


def test_a_link_that_leads_elsewhere_is_another_link() -> None:
    root = changed(
        (s.p(("See ", s.link("https://example.org/a", "here"), ".")),),
        (s.p(("See ", s.link("https://example.org/b", "here"), ".")),),
    )
    assert len(find(root, "//w:hyperlink[w:del]")) == len(find(root, "//w:hyperlink[w:ins]")) == 1


@pytest.mark.parametrize("mark", [LineBreak(), Checkbox(), PageNumber()], ids=["break", "box", "field"])
def test_what_is_no_word_comes_and_goes_as_well(mark: LineBreak | Checkbox | PageNumber) -> None:
    without, having = s.p("One and two"), s.p(("One ", mark, "and two"))
    changed((without,), (having,))
    changed((having,), (without,))


def test_headers_and_footers_are_compared() -> None:
    def with_foot(*words: str) -> Document:
        count = (" of ", PageCount()) if words[1:] else ()
        footer = (s.line("Dues", words[0], ("Page ", PageNumber(), *count)),)
        return s.document(s.p("Text"), furniture=Furniture(footer=footer, first_footer=footer))

    root = opened(between(with_foot("PB 4"), with_foot("PB 5", "all"))).root("word/footer-default.xml")
    assert texts(root, "del")[:1] == ["4"]


def test_a_first_page_of_its_own_comes_and_goes() -> None:
    plain = s.document(s.p("Text"), furniture=Furniture(footer=(s.line("All"),), first_footer=(s.line("All"),)))
    own = s.document(s.p("Text"), furniture=Furniture(footer=(s.line("All"),), first_footer=(s.line("First"),)))
    assert "word/footer-first.xml" in opened(redline(plain, own).data).names
    assert "word/footer-first.xml" in opened(redline(own, plain).data).names


class TestNotes:
    def test_what_changed_in_a_note_is_tracked_in_it(self) -> None:
        old = s.document(s.p(("Dues rose.", s.note(1, "Lee, A Study of Ports, p. 4."), " Why?")))
        new = s.document(s.p(("Dues rose.", s.note(1, "Lee, A Study of Ports, p. 5."), " Why?")))
        package = opened(between(old, new))
        assert find(package.root("word/document.xml"), "//w:ins|//w:del") == []
        root = package.root("word/footnotes.xml")
        assert (texts(root, "del"), texts(root, "ins")) == (["4"], ["5"])

    def test_a_note_comes_and_goes_with_its_call_and_keeps_its_text(self) -> None:
        old = s.document(s.p(("Dues rose.", s.note(1, "First note"), " Then", s.note(2, "Second"), " they fell.")))
        new = s.document(s.p(("Dues rose.", s.note(1, "First note"), " Then they fell", s.note(2, "Of late"), ".")))
        package = opened(between(old, new))
        root = package.root("word/document.xml")
        assert values(root, "//w:del//w:footnoteReference/@w:id") == ["2"]
        assert values(root, "//w:ins//w:footnoteReference/@w:id") == ["3"]
        notes = package.root("word/footnotes.xml")
        assert (texts(notes, "del"), texts(notes, "ins")) == (["Second"], ["Of late"])
        assert (
            find(notes, "//w:footnote[@w:id='2' or @w:id='3']//w:footnoteRef[ancestor::w:ins or ancestor::w:del]") == []
        )

    def test_notes_keep_their_calls_when_one_comes_before_them(self) -> None:
        old = s.document(s.p(("One", s.note(1, "Lee, A Study of Ports"), " two", s.note(2, "Kim, Dues"), " three")))
        new = s.document(
            s.p(
                (
                    "One",
                    s.note(1, "Ek, Quays"),
                    s.note(2, "Lee, A Study of Ports"),
                    " two",
                    s.note(3, "Kim, Dues"),
                    " three",
                )
            )
        )
        root = opened(between(old, new)).root("word/document.xml")
        assert values(root, "//w:ins//w:footnoteReference/@w:id") == ["1"]
        assert find(root, "//w:del") == []


# ---- captions and cross-references ----


def captioned(number: int, words: str = "Dues") -> Block:
    title = (s.styled("caption-label", s.label("Figure", number), ":"), f" {words}")
    return s.figure("A quay", s.p(s.said(title), "caption"), id="dues")


def seen(number: int) -> Block:
    return s.p(("As ", s.named("dues", f"Figure\u00a0{number}"), " shows."))


def test_numbers_that_changed_are_fields_that_came_and_went() -> None:
    root = changed((captioned(1), seen(1)), (captioned(2), seen(2)))
    assert values(root, "//w:del//w:delInstrText/text()") == [r" SEQ Figure \* ARABIC ", REFERENCE]
    assert values(root, "//w:ins//w:instrText/text()") == [r" SEQ Figure \* ARABIC ", REFERENCE]


def test_the_bookmark_of_a_label_stays_round_it_in_a_caption_that_changed() -> None:
    root = changed((captioned(1), seen(1)), (captioned(1, "Dues of the quay"), seen(1)))
    marked = "//w:p[1]/*[preceding::w:bookmarkStart and following::w:bookmarkEnd]//w:t/text()"
    assert "".join(values(root, marked)) == "Figure\u00a01"


def test_a_deleted_reference_still_finds_the_label_of_its_figure() -> None:
    root = changed((captioned(1), seen(1), s.p("End.")), (s.p("End."),))
    assert values(root, "//w:bookmarkStart/@w:name") == ["bw_dues"]
    assert REFERENCE in values(root, "//w:delInstrText/text()")


REFERENCE = r" REF bw_dues \h \* MERGEFORMAT "
