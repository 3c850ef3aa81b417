"""Each element of the markup becomes the block or the inline of its name; what is wrong with it is told at its line."""

from __future__ import annotations

import pytest

from briefwright.compose.vocabulary import ELEMENTS
from briefwright.document.nodes import (
    Block,
    Box,
    Checkbox,
    Citation,
    Columns,
    Contents,
    Emphasis,
    Figure,
    Heading,
    InternalLink,
    Line,
    LineBreak,
    Link,
    List,
    Note,
    PageCount,
    PageNumber,
    Paragraph,
    Section,
    Strong,
    Styled,
    Table,
    Title,
)
from briefwright.document.pictures import Image
from briefwright.document.walk import plain_text
from tests.compose.houses import BRIEF, composed, placed, told, values, written

PLACE = "templates/test/document.xml"


def one(content: str) -> Block:
    [block] = placed(content).content
    return block


def paragraph(content: str) -> Paragraph:
    block = one(f"<p>{content}</p>")
    assert isinstance(block, Paragraph)
    return block


# ---- blocks ----


def test_a_title_a_heading_and_a_paragraph_have_styles_of_their_own() -> None:
    blocks = placed('<title>A</title><heading level="2">B</heading><p>C</p>').content
    assert [type(block) for block in blocks] == [Title, Heading, Paragraph]
    assert [block.style for block in blocks if not isinstance(block, Section | Figure | Contents)] == [
        "title",
        "heading-2",
        "body",
    ]


def test_a_style_that_is_given_counts() -> None:
    blocks = placed('<title style="a">A</title><heading level="2" style="b">B</heading><p style="c">C</p>').content
    assert [block.style for block in blocks if not isinstance(block, Section | Figure | Contents)] == ["a", "b", "c"]


def test_a_style_may_come_from_the_brief() -> None:
    block = one('<p style="status-{{ brief.status }}">A</p>')
    assert isinstance(block, Paragraph)
    assert block.style == "status-draft"


def test_a_line_has_three_sides() -> None:
    line = one('<line style="m"><right>R</right><left>L</left></line>')
    assert isinstance(line, Line)
    assert (plain_text(line.left), plain_text(line.centre), plain_text(line.right)) == ("L", "", "R")


def test_words_of_an_item_become_a_paragraph() -> None:
    block = one('<list style="l"><item>A</item><item style="s">B</item><item><p>C</p>D</item></list>')
    assert isinstance(block, List)
    styles = [[inside.style for inside in item.content if isinstance(inside, Paragraph)] for item in block.items]
    assert styles == [["list-item"], ["s"], ["body", "list-item"]]


def test_words_of_a_cell_become_a_paragraph_of_a_table() -> None:
    block = one(
        '<table style="t"><caption>Title</caption><head><row><cell span="2">H</cell></row></head>'
        '<row><cell header="true">A</cell><cell shade="3" style="s">B</cell></row></table>'
    )
    assert isinstance(block, Table)
    assert plain_text(block.title) == "Title"
    cells = [cell for row in (*block.head, *block.rows) for cell in row.cells]
    assert [(cell.span, cell.shade, cell.header) for cell in cells] == [
        (2, None, False),
        (1, None, True),
        (1, 3, False),
    ]
    styles = [inside.style for cell in cells for inside in cell.content if isinstance(inside, Paragraph)]
    assert styles == ["table-head", "table-cell", "s"]


def test_an_empty_cell_keeps_its_place() -> None:
    block = one('<table style="t"><row><cell></cell><cell>B</cell></row></table>')
    assert isinstance(block, Table)
    assert [len(cell.content) for cell in block.rows[0].cells] == [0, 1]


def test_a_table_has_a_summary_in_the_words_of_the_brief() -> None:
    block = one('<table style="t" summary="{{ words.risks }}: {{ brief.date }}"><row><cell>A</cell></row></table>')
    assert isinstance(block, Table)
    assert block.summary == "Risks: 31 March 2026"


def test_columns_hold_blocks_side_by_side() -> None:
    block = one('<columns style="c"><cell><p>A</p></cell><cell><p>B</p><p>C</p></cell></columns>')
    assert isinstance(block, Columns)
    assert [len(cell) for cell in block.cells] == [1, 2]


def test_boxes_and_sections_hold_blocks() -> None:
    block = one('<section kind="risks" id="s"><box style="b"><p>A</p></box></section>')
    assert isinstance(block, Section)
    assert (block.kind, block.id) == ("risks", "s")
    assert isinstance(block.content[0], Box)


def test_a_figure_takes_its_picture_from_the_brief() -> None:
    block = one(
        "{% set item = brief.figures[0] %}"
        '<figure file="{{ item.file }}" alt="{{ item.alt }}" width="{{ item.width }}"><p>{{ item.title }}</p></figure>'
    )
    assert isinstance(block, Figure)
    assert block.picture == Image(b"map.png", "image/png")
    assert (block.alt, block.width) == ("A map of nine districts", 0.5)
    assert len(block.caption) == 1


def test_a_decorative_figure_has_no_words() -> None:
    block = one(
        '{% set item = brief.figures[1] %}<figure file="{{ item.file }}" alt="{{ item.alt }}"'
        ' decorative="{{ item.decorative }}" width="{{ item.width }}"/>'
    )
    assert isinstance(block, Figure)
    assert (block.alt, block.width) == (None, 1.0)


@pytest.mark.parametrize(
    "empty",
    [
        "<p>{{ brief.subtitle }}</p>",
        "<heading level='1'> {{ brief.subtitle }} </heading>",
        "<title>{{ brief.subtitle }}</title>",
        "<box style='b'><p></p></box>",
        "<section kind='s'></section>",
        "<table style='t'><caption>A</caption></table>",
        "<columns style='c'><cell></cell><cell><p/></cell></columns>",
    ],
)
def test_what_holds_nothing_is_left_out(empty: str) -> None:
    assert placed(empty).content == ()


def test_an_empty_item_is_left_out_and_an_empty_list_kept_for_what_fills_it_later() -> None:
    block = one('<list style="sources"><item>{{ brief.subtitle }}</item></list>')
    assert isinstance(block, List)
    assert block.items == ()


def test_an_empty_line_is_kept_for_its_rules() -> None:
    assert isinstance(one('<line style="rule"></line>'), Line)


# ---- furniture ----


def test_the_first_page_may_have_its_own_header_and_footer() -> None:
    furniture = placed(
        '<header pages="first"><p>A</p></header><header pages="other"><p>B</p></header>'
        '<footer pages="all"><line style="f"><right><page-number/> of <page-count/></right></line></footer>'
    ).document.furniture
    assert [plain_text(block.content) for block in furniture.first_header if isinstance(block, Paragraph)] == ["A"]
    assert [plain_text(block.content) for block in furniture.header if isinstance(block, Paragraph)] == ["B"]
    assert furniture.first_footer == furniture.footer
    [line] = furniture.footer
    assert isinstance(line, Line)
    assert [type(inline) for inline in line.right if isinstance(inline, PageNumber | PageCount)] == [
        PageNumber,
        PageCount,
    ]


# ---- inlines ----


def test_inlines_take_their_names_from_the_elements() -> None:
    content = paragraph(
        '<em>a</em><strong>b</strong><span style="s">c</span><link href="https://example.org">d</link>'
        '<br/><checkbox/><note>e</note><cite of="survey"/>'
    ).content
    kinds = [Emphasis, Strong, Styled, Link, LineBreak, Checkbox, Note, Citation]
    assert [type(inline) for inline in content] == kinds


def test_a_citation_by_the_house_names_a_source() -> None:
    [citation] = paragraph('<cite of="{{ brief.further_reading[0] }}"/>').content
    assert isinstance(citation, Citation)
    assert [source.source for source in citation.sources] == ["survey"]


def test_an_address_may_come_from_the_brief() -> None:
    brief = BRIEF.replace("authors:", "contact: {name: Desk, email: desk@example.org}\nauthors:")
    [block] = placed(
        '<p><link href="mailto:{{ brief.contact.email }}">{{ brief.contact.email }}</link></p>', brief
    ).content
    assert isinstance(block, Paragraph)
    [link] = block.content
    assert isinstance(link, Link)
    assert link.href == "mailto:desk@example.org"


# ---- spaces ----


@pytest.mark.parametrize(
    ("content", "result"),
    [
        ("  a \n  b  ", "a b"),
        ("a <em> b </em> c", "a b c"),
        ("<em>a</em> <em>b</em>", "a b"),
        ("<em>a </em> b", "a b"),
        ("a {{ brief.subtitle }} b", "a b"),
        ("{{ brief.short_title }} {{ brief.subtitle }} ", "Repair"),
        ("a <br/> b", "a b"),
        ("a&#160; b", "a\u00a0 b"),
        ("\n{{ brief.short_title }}\n{{ brief.short_title }}\n", "Repair Repair"),
        (" <strong> </strong> a", "a"),
    ],
)
def test_house_text_has_single_spaces_and_none_at_the_edges(content: str, result: str) -> None:
    assert plain_text(paragraph(content).content) == result


def test_no_space_stands_before_the_call_of_a_note() -> None:
    content = paragraph("{{ brief.risks[0].event }}\n{{ brief.risks[0].citations }} Next <note> n </note>.").content
    assert values(content) == ["Leaks go on.", " Next", "."]
    [note] = [inline for inline in content if isinstance(inline, Note)]
    assert values(note.content) == ["n"]


def test_the_characters_of_an_author_stay_as_they_are() -> None:
    brief = BRIEF.replace("short_title: Repair", 'short_title: "a  b"')
    [block] = placed("<p>x {{ brief.short_title }}</p>", brief).content
    assert isinstance(block, Paragraph)
    assert values(block.content) == ["x ", "a  b"]


# ---- cross-references ----


def test_a_cross_reference_prints_the_label_of_its_target() -> None:
    blocks = placed(
        '<p>{{ brief.summary.bluf }}</p><p id="{{ brief.risks[0].id }}" label="{{ words.risk }} A">B</p>'
    ).content
    assert isinstance(blocks[0], Paragraph)
    [link] = [inline for inline in blocks[0].content if isinstance(inline, InternalLink)]
    assert (link.target, plain_text(link.content)) == ("leaks", "Risk A")
    assert link.origin.path == "/summary/bluf"
    assert written(link.origin.span) == "[#leaks]"


def test_a_cross_reference_to_what_the_house_left_out_is_its_title_without_a_link() -> None:
    block = one("<p>{{ brief.summary.bluf }}</p>")
    assert isinstance(block, Paragraph)
    assert plain_text(block.content).endswith("see Leaks go on.")
    assert not [inline for inline in block.content if isinstance(inline, InternalLink)]


def test_a_target_without_a_label_is_called_by_its_title() -> None:
    blocks = placed('<p><ref to="{{ brief.risks[0].id }}"/></p><p id="leaks">B</p>').content
    assert isinstance(blocks[0], Paragraph)
    assert plain_text(blocks[0].content) == "Leaks go on"


def test_a_reference_with_words_keeps_them() -> None:
    content = paragraph('<ref to="leaks"><em>elsewhere</em></ref>').content
    assert plain_text(content) == "elsewhere"


NUMBERED = (
    '<table style="t" id="moves"{}><caption><caption-label of="table">Table</caption-label>: A</caption>'
    '<row><cell>B</cell></row></table><p><ref to="moves"/> <ref to="moves">there</ref></p>'
)


def test_a_reference_to_what_is_numbered_prints_its_label() -> None:
    table, words = placed(NUMBERED.format("")).content
    assert isinstance(table, Table)
    assert isinstance(words, Paragraph)
    assert plain_text(table.title) == "Table\u00a01: A"
    assert plain_text(words.content) == "Table\u00a01 there"
    assert [link.named for link in words.content if isinstance(link, InternalLink)] == [True, False]


def test_what_has_a_label_of_its_own_is_called_by_it() -> None:
    words = placed(NUMBERED.format(' label="The moves"')).content[1]
    assert isinstance(words, Paragraph)
    assert plain_text(words.content) == "The moves there"


def test_references_are_found_in_notes_tables_and_footers() -> None:
    outcome = placed(
        '<footer pages="all"><p><ref to="leaks"/></p></footer>'
        '<p id="leaks" label="L">A<note><ref to="leaks"/></note></p>'
        '<table style="t"><caption><ref to="leaks"/></caption>'
        '<row><cell><em><ref to="leaks"/></em></cell></row></table>'
    )
    assert outcome.text.count("link #leaks") == 5


def test_the_label_of_a_caption_cannot_stand_in_a_footer() -> None:
    footer = '<footer pages="all"><p><caption-label of="figure">Figure</caption-label></p></footer>'
    assert told(footer) == [("BW415", f"{PLACE}:2:24")]


# ---- BW410 ----


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        ("<p>A\n<em>B</p>", "3:1", '"em" is still open where "p" is closed'),
        ("<p>A", "2:1", '"p" is still open where "document" is closed'),
        ("<p>A & B</p>", "2:1", "not well-formed"),
        ("<p>A < B</p>", "2:1", "not well-formed"),
        ("<p>A&nbsp;B</p>", "2:1", "undefined entity"),
        ('<p style="a" style="b">A</p>', "2:1", "duplicate attribute"),
        ("<p style=a>A</p>", "2:1", "not well-formed"),
    ],
)
def test_broken_markup_is_told_at_the_line_of_the_template(content: str, place: str, message: str) -> None:
    outcome = placed(content)
    assert outcome.told == [("BW410", f"{PLACE}:{place}")]
    assert message in next(iter(outcome.report)).message


def test_a_document_that_is_never_closed_is_told() -> None:
    assert composed("<document>\n<p>A</p>").told == [("BW410", f"{PLACE}:1:1")]


def test_only_one_element_is_outermost() -> None:
    assert composed("<document></document>\n<document></document>").told == [("BW410", f"{PLACE}:1:1")]


def test_a_template_that_gives_nothing_is_told() -> None:
    [diagnostic] = composed("{# nothing #}").report
    assert (diagnostic.code, diagnostic.message) == ("BW410", "no element found")


def test_document_types_and_entities_are_refused() -> None:
    laughs = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<document><p>&b;</p></document>'
    assert [code for code, _ in composed(laughs).told] == ["BW410"]
    outside = '<!DOCTYPE d SYSTEM "file:///etc/passwd">\n<document/>'
    assert "document type" in next(iter(composed(outside).report)).message


@pytest.mark.parametrize("character", ["\\ud800", "\\x00", "\\x0b", "\\ufffe"])
def test_characters_that_cannot_be_printed_are_told(character: str) -> None:
    assert told(f'<p>A</p>\n<p>{{{{ "{character}" }}}}</p>') == [("BW410", f"{PLACE}:3:1")]


def test_sections_of_unread_characters_are_refused() -> None:
    assert told("<p><![CDATA[ <b> ]]></p>") == [("BW410", f"{PLACE}:2:1")]


def test_comments_are_no_part_of_a_document() -> None:
    assert "'A'" in placed("<!-- <p>not this</p> --><p>A</p>").text


def test_elements_nest_only_so_deep() -> None:
    assert told("<p>" + "<em>" * 100 + "A" + "</em>" * 100 + "</p>")[0][0] == "BW410"


# ---- BW411, BW412, BW413, BW415 ----


def test_an_unknown_element_is_told_with_a_suggestion() -> None:
    [diagnostic] = placed("<p>A</p>\n<headin level='1'>B</headin>").report
    assert (diagnostic.code, str(diagnostic.span)) == ("BW411", f"{PLACE}:3:1")
    assert diagnostic.hints == ('did you mean "heading"?',)


@pytest.mark.parametrize("name", ["P", "a:p", "w.x", "p2", "_"])
def test_any_name_of_an_element_is_told_at_its_line(name: str) -> None:
    assert told(f"<p>A</p>\n<{name}/>")[0] == ("BW411", f"{PLACE}:3:1")


def test_an_unknown_attribute_is_told_with_a_suggestion() -> None:
    [diagnostic] = placed("<p stile='a'>A</p>").report
    assert (diagnostic.code, str(diagnostic.span)) == ("BW412", f"{PLACE}:2:1")
    assert diagnostic.hints == ('did you mean "style"?',)


def test_the_cell_of_columns_takes_no_attributes_of_tables() -> None:
    assert told('<columns style="c"><cell shade="1"><p>A</p></cell></columns>')[0][0] == "BW412"


def test_a_missing_attribute_is_told() -> None:
    assert told("<heading>A</heading>") == [("BW413", f"{PLACE}:2:1")]


@pytest.mark.parametrize("name", sorted(name for name, rule in ELEMENTS.items() if rule.required))
def test_every_required_attribute_is_asked_for(name: str) -> None:
    parents = [parent for parent, rule in ELEMENTS.items() if name in rule.holds]
    path = [name]
    while parents and path[0] != "document":
        path.insert(0, "document" if "document" in parents else parents[0])
        parents = [parent for parent, rule in ELEMENTS.items() if path[0] in rule.holds]
    markup = "".join(f"<{step}>" for step in path) + "".join(f"</{step}>" for step in reversed(path))
    assert "BW413" in [code for code, _ in composed(markup).told]


@pytest.mark.parametrize(
    ("content", "place", "message"),
    [
        ("text", "1:1", 'the text "text" cannot stand directly in "document"'),
        ("{{ brief.title }}", "1:1", 'a field cannot stand directly in "document"'),
        ("<p><p>A</p></p>", "2:1", '"p" cannot stand in "p"'),
        ("<row><cell>A</cell></row>", "2:1", '"row" cannot stand in "document"'),
        ("<box style='b'><section kind='a'/></box>", "2:16", '"section" cannot stand in "box"'),
        ("<p>Page <page-number/></p>", "2:9", '"page-number" cannot stand in the text of a document'),
        ("<p><note>A<note>B</note></note></p>", "2:4", '"note" cannot stand in "note"'),
        ("<header pages='all'><box style='b'/></header>", "2:21", '"box" cannot stand in "header"'),
        ("<p>{{ '' }}<br>A</br></p>", "2:12", 'the text "A" cannot stand directly in "br"'),
        (
            "<header pages='all'><p>{{ brief.summary.bluf }}</p></header>",
            "",
            "a note cannot stand in a header or a footer",
        ),
        ("<p><note>{{ brief.summary.bluf }}</note></p>", "2:4", "a note cannot hold a note"),
        ("<p><link href='https://example.org'>{{ brief.summary.bluf }}</link></p>", "2:4", "a link cannot hold a"),
        ("<p><ref to='leaks'><em><ref to='leaks'>A</ref></em></ref></p>", "2:1", "a reference cannot hold a link"),
    ],
)
def test_what_is_misplaced_is_told(content: str, place: str, message: str) -> None:
    diagnostics = [one for one in placed(content).report if message in one.message]
    assert {one.code for one in diagnostics} == {"BW415"}
    assert str(diagnostics[0].span) == (f"{PLACE}:{place}" if place else "brief.yaml:20:11")


def test_another_outermost_element_is_told() -> None:
    assert composed("<p>A</p>").told == [("BW415", f"{PLACE}:1:1")]


def test_all_breaches_of_the_vocabulary_are_told_in_one_run() -> None:
    found = told("<p stile='a'>A</p>\n<headin/>\n<heading>B</heading>\ntext")
    assert [code for code, _ in found] == ["BW415", "BW412", "BW411", "BW413"]


# ---- BW414 ----


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("<heading level='7'>A</heading>", "2:1"),
        ("<heading level='one'>A</heading>", "2:1"),
        ("<header pages='even'><p>A</p></header>", "2:1"),
        ("<header pages='all'><p>A</p></header><header pages='first'><p>B</p></header>", "2:1"),
        ("<table style='t'><row><cell span='0'>A</cell></row></table>", "2:23"),
        ("<table style='t'><row><cell header='yes'>A</cell></row></table>", "2:23"),
        ("<p><link href='javascript:alert(1)'>A</link></p>", "2:4"),
        ("<p><link href='example.org'>A</link></p>", "2:4"),
        ("<p><span style=''>A</span></p>", "2:4"),
        ("<box style='{{ brief.subtitle }}'><p>A</p></box>", "2:1"),
        ("<figure file='a.png'/>", "2:1"),
        ("<figure file='a.png' alt='A' decorative='true'/>", "2:1"),
        ("<figure file='' alt='A'/>", "2:1"),
        ("<figure file='a.png' alt='A' width='200'/>", "2:1"),
    ],
)
def test_a_value_that_an_attribute_does_not_take_is_told(content: str, place: str) -> None:
    assert told(content) == [("BW414", f"{PLACE}:{place}")]


def test_the_value_of_a_field_is_told_where_it_was_written() -> None:
    outcome = placed("<heading level='{{ brief.short_title }}'>A</heading>")
    [diagnostic] = outcome.report
    assert (diagnostic.code, written(diagnostic.span)) == ("BW414", "Repair")


# ---- BW416, BW417, BW418, BW419, BW420 ----


def test_an_id_is_placed_once() -> None:
    assert told("<p id='a'>A</p>\n<box style='b' id='a'><p>B</p></box>") == [("BW416", f"{PLACE}:3:1")]


@pytest.mark.parametrize(
    "filtered",
    [
        "{% set x %}{{ brief.title }}{% endset %}<p>{{ x | upper }}</p>",
        "{% filter upper %}<p>{{ brief.title }}</p>{% endfilter %}",
        "{% set x %}{{ brief.title }}{% endset %}<p>{{ x | truncate(3, true, '', 0) }}</p>",
        "{% set x %}{{ brief.title }}{% endset %}<p id='{{ x | replace('t', 'x') }}'>A</p>",
    ],
)
def test_a_field_that_was_placed_cannot_be_filtered(filtered: str) -> None:
    assert {code for code, _ in told(filtered)} <= {"BW417", "BW411"}
    assert told(filtered)[0][1].startswith(f"{PLACE}:")


def test_a_filter_that_cuts_or_turns_a_placed_field_is_told() -> None:
    assert told("{% set x %}{{ brief.title }}{% endset %}<p>{{ x | upper }}</p>") == [("BW417", f"{PLACE}:2:41")]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("<p>{{ brief.risks }}</p>", "/risks is a list, which cannot be printed"),
        ("<p>{{ brief.risks[0] }}</p>", "/risks/0 is a record, which cannot be printed"),
        ("<p>{{ brief.figures[1].decorative }}</p>", "/figures/1/decorative is a yes or no, which cannot be printed"),
        ("<p>{{ brief }}</p>", "the brief is a record, which cannot be printed"),
        ("<p style='{{ brief.risks }}'>A</p>", "/risks: a list or a record has no text of its own"),
    ],
)
def test_a_value_without_a_printed_form_is_told(content: str, message: str) -> None:
    [diagnostic, *_] = placed(content).report
    assert (diagnostic.code, str(diagnostic.span)) == ("BW418", f"{PLACE}:2:1")
    assert diagnostic.message == message


def test_rows_of_unequal_width_are_told() -> None:
    rows = "<row><cell>A</cell><cell>B</cell></row>\n<row><cell span='2'>C</cell></row>\n<row><cell>D</cell></row>"
    assert told(f"<table style='t'>\n{rows}</table>") == [("BW419", f"{PLACE}:5:1")]


def test_a_reference_of_the_house_leads_somewhere() -> None:
    assert told("<p>\n<ref to='nowhere'/></p>") == [("BW420", f"{PLACE}:3:1")]
