"""What stands in a paragraph, each construct as editors write it."""

from __future__ import annotations

import pytest

from tests.formats.docx.returned.drafts import (
    call,
    change,
    control,
    ended,
    marks,
    note,
    p,
    r,
    reading,
    relation,
    told,
)
from tests.formats.docx.returned.dumped import dump

_ADA = "by Ada 2026-11-26T10:00:00Z"
_LINK = relation("rId9", "hyperlink", "https://example.org/a", external=True)


def pieces(content: str, *relationships: str, style: str = "Normal", **parts: str) -> list[str]:
    """The pieces of a paragraph, as the dump gives them."""
    dumped = dump(reading(p(content, f'<w:pStyle w:val="{style}"/>'), *relationships, **parts))
    return [line.strip() for line in dumped.partition("note 0")[0].splitlines()[1:]]


# ---- characters -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ('<w:t xml:space="preserve"> a </w:t>', ["' a '"]),
        ("<w:t> a\n b </w:t>", ["'a  b'"]),
        ("<w:t>a</w:t><w:noBreakHyphen/><w:t>b</w:t><w:softHyphen/><w:t>c</w:t>", [repr("a\u2011b\u00adc")]),
        ("<w:t>a</w:t><w:tab/><w:t>b</w:t>", ["'a'", r"tab '\t'", "'b'"]),
        ('<w:ptab w:relativeTo="margin" w:alignment="right" w:leader="none"/>', [r"tab '\t'"]),
        ("<w:br/><w:cr/>", [r"line break '\n'", r"line break '\n'"]),
        ('<w:br w:type="page"/><w:lastRenderedPageBreak/>', []),
        ('<w:sym w:font="Wingdings" w:char="F0E0"/>', ["'→'"]),
        ('<w:sym w:font="Symbol" w:char="F0B7"/>', ["'•'"]),
        ('<w:sym w:font="Arial" w:char="2192"/>', ["'→'"]),
        ('<w:sym w:font="Wingdings" w:char="F022"/>', ["object 'F022 of Wingdings'"]),
        ('<w:sym w:font="Own Font" w:char="E001"/>', ["object 'E001 of Own Font'"]),
        ("<w:ruby><w:rt><w:r><w:t>kana</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>kanji</w:t></w:r></w:rubyBase></w:ruby>",
         ["'kanji'"]),
        ("<w:pgNum/>", ["field ''"]),
    ],
)  # fmt: skip
def test_characters_that_are_elements_are_read(run: str, expected: list[str]) -> None:
    assert pieces(f"<w:r>{run}</w:r>") == expected


def test_words_of_one_look_are_one_piece_however_often_the_editor_parted_them() -> None:
    parted = '<w:r w:rsidR="00A1"><w:t>Wo</w:t></w:r><w:proofErr w:type="spellStart"/><w:r><w:t>rd</w:t></w:r>'
    assert pieces(parted + r("s ", '<w:lang w:val="fr"/>') + r("bold", "<w:b/>")) == ["'Words '", "'bold' bold"]


def test_of_alternatives_one_is_read() -> None:
    def alternatives(requires: str) -> str:
        return (
            f'<w:r><mc:AlternateContent><mc:Choice Requires="{requires}"><w:t>choice</w:t></mc:Choice>'
            "<mc:Fallback><w:t>fallback</w:t></mc:Fallback></mc:AlternateContent></w:r>"
        )

    assert pieces(alternatives("w14")) == ["'choice'"]
    assert pieces(alternatives("wps w14")) == ["'choice'"]
    assert pieces(alternatives("new")) == ["'fallback'"]
    assert pieces(alternatives("undeclared")) == ["'fallback'"]
    around = f'<mc:AlternateContent><mc:Choice Requires="new">{r("a")}</mc:Choice></mc:AlternateContent>'
    assert pieces(around + r("b")) == ["'b'"]


# ---- looks ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style", "properties", "look"),
    [
        ("Normal", "", ""),
        ("Normal", "<w:b/>", " bold"),
        ("Normal", '<w:b w:val="0"/>', ""),
        ("Normal", '<w:b w:val="false"/><w:i w:val="on"/>', " italic"),
        ("Normal", "<w:bCs/>", ""),
        ("Normal", "<w:rtl/><w:bCs/>", " bold"),
        ("Heading1", "", " bold"),
        ("Heading2", "", " bold italic"),
        ("Heading2", '<w:b w:val="0"/>', " italic"),
        ("Normal", '<w:rStyle w:val="Strong"/>', " bold <Strong>"),
        ("Heading1", '<w:rStyle w:val="Strong"/>', " <Strong>"),
        ("Heading1", '<w:rStyle w:val="Strong"/><w:b/>', " bold <Strong>"),
        ("Gone", '<w:rStyle w:val="Gone"/>', ""),
    ],
)
def test_the_look_of_words_comes_from_all_their_styles(style: str, properties: str, look: str) -> None:
    assert pieces(r("a", properties), style=style) == [f"'a'{look}"]


def test_defaults_of_the_document_are_no_toggle() -> None:
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:i/></w:rPr></w:rPrDefault></w:docDefaults>"
        '<w:style w:type="paragraph" w:styleId="Quote"><w:name w:val="quote"/><w:rPr><w:i/></w:rPr></w:style>'
    )
    found = reading(p(r("a"), '<w:pStyle w:val="Quote"/>') + p(r("b") + r("c", '<w:i w:val="0"/>')), styles=styles)
    assert dump(found).splitlines() == ["body Quote", "  'a' italic", "body Normal", "  'b' italic", "  'c'"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("heading 3", "heading 3"),
        ("Heading 3", "heading 3"),
        ("heading 3,My Heading", "heading 3"),
        ("Footnote", "footnote text"),
        ("Text body", "Body Text"),
        ("body text", "Body Text"),
        ("Brief Box Label", "Brief Box Label"),
    ],
)
def test_styles_have_the_names_of_word_whatever_editor_wrote_them(written: str, name: str) -> None:
    styles = f'<w:style w:type="paragraph" w:styleId="X"><w:name w:val="{written}"/></w:style>'
    assert dump(reading(p("", '<w:pStyle w:val="X"/>'), styles=styles)) == f"body {name}"


def test_styles_that_are_based_on_each_other_end_somewhere() -> None:
    style = '<w:style w:type="paragraph" w:styleId="S{0}"><w:name w:val="S{0}"/><w:basedOn w:val="S{1}"/></w:style>'
    styles = "".join(style.format(number, (number + 1) % 3) for number in range(3))
    assert dump(reading(p("", '<w:pStyle w:val="S1"/>'), styles=styles)) == "body S1"


# ---- what is around words ---------------------------------------------------------------------------------------


def test_controls_give_their_tag_to_what_is_in_them() -> None:
    inner = control("outer", r("a") + control("inner", r("b")) + control("", r("c")), "<w:alias w:val='x'/>")
    assert pieces(inner + r("d")) == ["'a' key=outer", "'b' key=inner", "'c' key=outer", "'d'"]


def test_the_prompt_of_an_emptied_control_is_no_text() -> None:
    assert pieces(control("k", r("Click or tap here"), "<w:showingPlcHdr/>") + r("a")) == ["'a'"]


@pytest.mark.parametrize("wrapper", ["smartTag", "customXml", "bdo", "dir"])
def test_wrappers_are_seen_through(wrapper: str) -> None:
    assert pieces(control("k", f"<w:{wrapper}>{r('a')}</w:{wrapper}>")) == ["'a' key=k"]


def test_links_lead_to_addresses_and_bookmarks() -> None:
    content = (
        f'<w:hyperlink r:id="rId9">{r("a", "<w:b/>")}{r("b")}</w:hyperlink>'
        f'<w:hyperlink r:id="rId9" w:anchor="top">{control("k", r("c"))}</w:hyperlink>'
        f'<w:hyperlink w:anchor="bw_risk_a">{r("d")}</w:hyperlink>'
    )
    assert pieces(content, _LINK) == [
        "'a' bold -> https://example.org/a",
        "'b' -> https://example.org/a",
        "'c' key=k -> https://example.org/a#top",
        "'d' -> #bw_risk_a",
    ]


def test_links_may_be_fields() -> None:
    def linked(instruction: str) -> str:
        return marks("begin", *instruction.split("|"), "separate") + r("a") + marks("end")

    assert pieces(linked(' HYPERLINK "https://example.org/b?c=d" \\o "tip" ')) == ["'a' -> https://example.org/b?c=d"]
    assert pieces(linked(' HYPER|LINK  "https://example.org" \\l "top"')) == ["'a' -> https://example.org#top"]
    assert pieces(linked(' HYPERLINK \\l "bw_risk_a" ')) == ["'a' -> #bw_risk_a"]
    assert pieces(linked(" HYPERLINK ")) == ["'a'"]
    assert pieces(f'<w:fldSimple w:instr=" HYPERLINK &quot;http://x.org&quot; ">{r("a")}</w:fldSimple>') == [
        "'a' -> http://x.org"
    ]


# ---- fields -----------------------------------------------------------------------------------------------------


def test_what_a_field_shows_is_one_thing_without_its_instruction() -> None:
    shown = marks("begin", " PAGE ", "separate") + r("1") + r("2", "<w:b/>") + marks("end")
    assert pieces(r("a") + control("k", shown) + r("b")) == ["'a'", "field '12' key=k", "'b'"]
    assert pieces(f'<w:fldSimple w:instr=" NUMPAGES ">{r("9")}</w:fldSimple>') == ["field '9'"]
    assert pieces(marks("begin", " SEQ Figure ", "end") + r("b")) == ["'b'"]


def test_fields_that_touch_stay_apart() -> None:
    one = marks("begin", " PAGEREF a ", "separate") + r("1") + marks("end")
    assert pieces(one + one) == ["field '1'", "field '1'"]


@pytest.mark.parametrize("instruction", [" REF a ", r" ref a \h ", r" REF  a \h  \* MERGEFORMAT "])
def test_a_field_that_shows_the_words_of_a_bookmark_is_a_cross_reference(instruction: str) -> None:
    shown = marks("begin", instruction, "separate") + r("Figure ") + r("1") + marks("end")
    assert pieces(control("k", shown)) == ["cross-reference 'Figure 1' key=k -> #a"]
    simple = f'<w:fldSimple w:instr="{instruction}">{r("Figure 1")}</w:fldSimple>'
    assert pieces(simple + r(".")) == ["cross-reference 'Figure 1' -> #a", "'.'"]


@pytest.mark.parametrize("instruction", [r" REF a \p \h ", r" REF a \h \w ", r" REF \h ", " REFERENCE a ", " REF "])
def test_a_field_that_shows_something_else_is_none(instruction: str) -> None:
    shown = marks("begin", instruction, "separate") + r("above") + marks("end")
    assert pieces(shown) == ["field 'above'"]


def test_fields_may_stand_within_fields() -> None:
    inner = marks("begin", " PAGEREF a ", "separate") + r("7") + marks("end")
    in_instruction = marks("begin", " IF ") + inner + marks(" = 7 ", "separate") + r("yes") + marks("end")
    assert pieces(in_instruction) == ["field 'yes'"]
    in_result = marks("begin", " TOC ", "separate") + r("Words ") + inner + marks("end") + r("b")
    assert pieces(in_result) == ["field 'Words 7'", "'b'"]
    in_link = marks("begin", ' HYPERLINK "http://x.org" ', "separate") + r("page ") + inner + marks("end")
    assert pieces(in_link) == ["'page ' -> http://x.org", "field '7'"]


@pytest.mark.parametrize(
    "broken", [("begin",), ("separate",), ("end",), ("begin", "separate"), ("end", "begin", " X ")]
)
def test_a_field_that_lacks_a_half_hides_nothing(broken: tuple[str, ...]) -> None:
    assert pieces(r("a") + marks(*broken) + r("b")) == ["'ab'"]


def test_fields_may_run_over_paragraphs() -> None:
    body = (
        p(marks("begin", " TOC ", "separate") + r("One"))
        + p(f'<w:hyperlink w:anchor="two">{r("Two")}</w:hyperlink>')
        + p(marks("end") + r("After"))
    )
    assert dump(reading(body)).splitlines() == [
        "body Normal",
        "  field 'One'",
        "body Normal",
        "  field 'Two'",
        "body Normal",
        "  'After'",
    ]


def test_a_table_of_contents_in_a_control_is_computed() -> None:
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
    body = control("", p(r("Contents")) + p(r("One") + "<w:r><w:tab/></w:r>" + r("1")), gallery) + p(r("After"))
    assert dump(reading(body)).splitlines() == [
        "body Normal",
        "  field 'Contents'",
        "body Normal",
        r"  field 'One\t1'",
        "body Normal",
        "  'After'",
    ]


# ---- tracked changes --------------------------------------------------------------------------------------------


def test_tracked_words_tell_what_became_of_them_and_who_did_it() -> None:
    content = "".join(change(kind, r(kind)) for kind in ("ins", "del", "moveFrom", "moveTo"))
    assert pieces(content) == [
        f"'ins' inserted {_ADA}",
        f"'del' deleted {_ADA}",
        f"'moveFrom' moved away {_ADA}",
        f"'moveTo' moved here {_ADA}",
    ]


def test_a_change_within_a_change_counts_if_both_go_the_same_way() -> None:
    assert pieces(change("moveTo", change("ins", r("a"), author="Bo"))) == ["'a' inserted by Bo 2026-11-26T10:00:00Z"]
    assert pieces(change("moveFrom", change("del", r("a"), author="Bo"))) == ["'a' deleted by Bo 2026-11-26T10:00:00Z"]


def test_what_one_change_brought_and_another_took_away_is_in_no_version() -> None:
    assert pieces(r("a") + change("ins", change("del", r("b") + call(2))) + r("c"), footnotes=note(2, "")) == ["'ac'"]


def test_a_change_of_the_look_keeps_the_look_before() -> None:
    former = change("rPrChange", "<w:rPr><w:i/></w:rPr>")
    assert pieces(r("a", f"<w:b/>{former}")) == [f"'a' bold formatted {_ADA} was italic"]
    plain = change("rPrChange", "<w:rPr/>")
    assert pieces(change("ins", r("a", f"<w:b/>{plain}"), author="Bo")) == [
        "'a' bold inserted by Bo 2026-11-26T10:00:00Z was regular"
    ]


def test_changes_reach_links_calls_and_things() -> None:
    content = change("del", "<w:r><w:tab/></w:r>" + call(2)) + change(
        "ins", f'<w:hyperlink r:id="rId9">{r("a")}</w:hyperlink>'
    )
    assert pieces(content, _LINK, footnotes=note(2, r("x"))) == [
        rf"tab '\t' deleted {_ADA}",
        f"call 0 deleted {_ADA}",
        f"'a' -> https://example.org/a inserted {_ADA}",
    ]


# ---- notes and objects ------------------------------------------------------------------------------------------


def test_notes_of_both_kinds_are_counted_in_the_order_of_their_parts() -> None:
    rules = '<w:footnote w:type="separator" w:id="0"><w:p/></w:footnote>'
    found = reading(
        p(r("a") + call(1, "endnote") + control("k", call(7)) + call(3) + call(99)),
        footnotes=rules + note(3, r(" Three.")) + note(7, "<w:r><w:tab/></w:r>" + r(" Seven")),
        endnotes=note(1, control("s", r(" One.")), "endnote"),
    )
    assert dump(found).splitlines() == [
        "body Normal",
        "  'a'",
        "  call 2",
        "  call 1 key=k",
        "  call 0",
        "note 0",
        "  note footnote text",
        "    'Three.'",
        "note 1",
        "  note footnote text",
        "    'Seven'",
        "note 2",
        "  note footnote text",
        "    ' One.' key=s",
    ]


def test_pictures_and_objects_are_things() -> None:
    shape = "<wps:wsp><wps:txbx><w:txbxContent>{}</w:txbxContent></wps:txbx></wps:wsp>"
    group = f"<w:drawing><wpg:wgp>{shape.format(p(r('Label')))}{shape.format(p(r('Other')))}</wpg:wgp></w:drawing>"
    assert pieces("<w:r><w:drawing/></w:r>") == ["picture ''"]
    assert pieces("<w:r><w:pict/></w:r><w:r><w:object/></w:r>") == ["picture ''", "object ''"]
    assert pieces(f"<w:r>{group}</w:r>") == [r"picture 'Label\nOther'"]
    assert pieces(f"<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>{r('a')}") == ["object 'x=1'", "'a'"]


def test_the_words_of_a_text_box_are_told_once_and_where_they_stand() -> None:
    text = p(r("Some words")) + p(r("beside"))
    box = f"<w:txbxContent>{text}</w:txbxContent>"
    content = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps">'
        f"<w:drawing><wps:wsp><wps:txbx>{box}</wps:txbx></wps:wsp></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    found, problems = told(p(r("Here it stands.") + content))
    assert dump(found).splitlines() == ["body Normal", "  'Here it stands.'", r"  object 'Some words\nbeside'"]
    assert problems == [
        ("BW811", 'the text box "Some words beside", at the paragraph "Here it stands.", is not read'),
    ]


def test_another_file_within_the_draft_is_refused_where_it_stands() -> None:
    _, problems = told('<w:altChunk r:id="rId9"/>' + p(r("Before.")) + '<w:altChunk r:id="rId9"/>' + p("<w:subDoc/>"))
    assert problems == [
        ("BW810", "another file is placed into the draft, at a paragraph without words"),
        ("BW810", "another file is placed into the draft, at the beginning"),
        ("BW810", 'another file is placed into the draft, at the paragraph "Before."'),
    ]


def test_the_end_of_a_paragraph_may_be_a_change() -> None:
    assert dump(reading(p(r("a"), ended("ins")) + p(r("b"), ended("moveFrom")) + p(r("c")))).splitlines() == [
        f"body Normal end inserted {_ADA}",
        "  'a'",
        f"body Normal end moved away {_ADA}",
        "  'b'",
        "body Normal",
        "  'c'",
    ]
