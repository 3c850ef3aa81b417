"""Citations become numbered notes, and lists of sources are filled."""

from __future__ import annotations

import pytest

from briefwright.brief.sources import Source
from briefwright.cite.cite import cite
from briefwright.document.nodes import (
    Cell,
    Citation,
    Columns,
    Document,
    Emphasis,
    Inline,
    LineBreak,
    Link,
    List,
    ListItem,
    Note,
    Paragraph,
    Row,
    Section,
    Strong,
    Table,
    Text,
)
from briefwright.document.walk import blocks, inlines, own_inlines, plain_text
from tests.cite.references import BRANDT, CHEN, HOUSE, call, citation, document, marked, notes, nowhere, source, text

BOOK = source("book", "book", "The Long River: A History", author=[CHEN], publisher="Delta Press", issued="2020")
PAPER = source("paper", "report", "Trade in Numbers", author=[BRANDT], publisher="Delta", issued="2023-11")
ARTICLE = source("article", "webpage", "What the Alliance Means: A Guide", container_title="A web article")
REUTERS = source("reuters", "document", publisher="Reuters", retrieval="name_only", via="article")
SOURCES = [BOOK, PAPER, ARTICLE, REUTERS]


def cited(*paragraphs: tuple[Inline, ...], language: str = "en-GB", sources: list[Source] = SOURCES) -> Document:
    return cite(document(*paragraphs, language=language), sources, "chicago-notes", nowhere)


def shown(*content: Inline, language: str = "en-GB") -> str:
    (paragraph,) = cited(content, language=language).content
    assert isinstance(paragraph, Paragraph)
    return marked(paragraph.content)


def noted(*content: Inline, language: str = "en-GB", sources: list[Source] = SOURCES) -> list[str]:
    return notes(cited(content, language=language, sources=sources))


# ---- where the call stands


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("claim ", ".", "claim.[1]"),
        ("claim ", ". More", "claim.[1] More"),
        ("claim. ", "", "claim.[1]"),
        ("claim. ", " More", "claim.[1] More"),
        ("claim ", ", and", "claim,[1] and"),
        ("“claim ", ".” More", "“claim.”[1] More"),
        ("‘claim ", "’, he said", "‘claim’,[1] he said"),
        ("claim ", "; more", "claim;[1] more"),
        ("claim ", ": more", "claim:[1] more"),
        ("claim ", "?", "claim?[1]"),
        ("claim ", " – more", "claim[1] – more"),
        ("(claim ", ") more", "(claim[1]) more"),
        ("claim\u00a0", " more", "claim[1] more"),
        ("claim ", "’s", "claim[1]’s"),
    ],
)
def test_a_call_stands_behind_the_punctuation_and_close_to_the_word(before: str, after: str, expected: str) -> None:
    following = (text(after),) if after else ()
    assert shown(text(before), citation("book"), *following) == expected


def test_in_french_a_call_stands_before_the_punctuation() -> None:
    assert shown(text("affirmation "), citation("book"), text(". Suite"), language="fr") == "affirmation[1]. Suite"


def test_in_french_a_call_that_follows_the_punctuation_moves_before_it() -> None:
    assert shown(text("affirmation."), citation("book"), language="fr") == "affirmation[1]."
    assert shown(text("vraiment\u00a0? "), citation("book"), language="fr") == "vraiment[1]\u00a0?"


def test_what_is_moved_keeps_its_place_in_the_file() -> None:
    content = (text("claim "), citation("book"), text(". More"))
    (paragraph,) = cited(content).content
    assert isinstance(paragraph, Paragraph)
    spans = [(part.value, part.origin.span.column) for part in paragraph.content if isinstance(part, Text)]
    assert spans == [("claim", 1), (".", 1), (" More", 2)]


def test_a_citation_at_the_end_of_an_emphasis_moves_out_of_it() -> None:
    emphasis = Emphasis((text("claim "), citation("book")))
    (paragraph,) = cited((emphasis, text("."))).content
    assert isinstance(paragraph, Paragraph)
    assert [type(inline) for inline in paragraph.content] == [Emphasis, Text, Note]
    assert marked(paragraph.content) == "claim.[1]"


def test_a_citation_within_an_emphasis_becomes_a_note_there() -> None:
    assert shown(Strong((text("one "), citation("book"), text(" two")))) == "one[1] two"


def test_citations_at_one_place_become_one_note() -> None:
    assert shown(text("claim "), citation("book"), text(". "), citation("paper"), text(" More")) == "claim.[1] More"
    assert shown(text("claim "), citation("book"), text(" "), citation("paper")) == "claim[1]"


def test_citations_at_two_places_stay_two_notes() -> None:
    assert shown(text("one "), citation("book"), text(", two "), citation("paper"), text(".")) == "one,[1] two.[2]"
    assert shown(text("one "), citation("book"), LineBreak(), citation("paper")) == "one[1][2]"


def test_a_call_that_is_repeated_in_one_note_is_made_once() -> None:
    content = (text("claim "), citation(call("book", "4")), citation("paper", call("book", "4")))
    assert noted(*content) == [
        (
            "Mei Chen, The Long River: A History (Delta Press, 2020), 4; Lukas Brandt, Trade in Numbers (Delta, "
            "November 2023)."
        )
    ]


def test_places_in_one_source_are_collected() -> None:
    content = (text("claim "), citation(call("article", "1", "paragraph"), call("article", "62", "paragraph")))
    assert noted(*content) == ["‘What the Alliance Means: A Guide’, A web article, n.d., paras. 1, 62."]


# ---- what a note says


def test_a_source_is_named_in_full_once_and_shortly_afterwards() -> None:
    content = (text("a"), citation(call("book", "4")), text(" b"), citation("paper"), text(" c"), citation("book"))
    assert noted(*content, text(" d"), citation(call("book", "7-9"))) == [
        "Mei Chen, The Long River: A History (Delta Press, 2020), 4.",
        "Lukas Brandt, Trade in Numbers (Delta, November 2023).",
        "Chen, Long River.",
        "Chen, Long River, 7–9.",
    ]


def test_sources_with_the_same_short_form_keep_the_full_one() -> None:
    twins = [source(name, "book", "Tides", author=[CHEN], issued=year) for name, year in (("a", "2019"), ("b", "2020"))]
    content = (text("a"), citation("a"), text(" b"), citation("b"), text(" c"), citation(call("a", "4")))
    assert noted(*content, sources=twins)[2] == "Mei Chen, Tides (2019), 4."


def test_notes_are_numbered_in_reading_order_through_all_blocks() -> None:
    def paragraph(source: str) -> Paragraph:
        return Paragraph((text("claim"), citation(call(source, source))), "body", HOUSE)

    sources = [source(name, "book", name.upper(), author=[CHEN], issued="2020") for name in "abcdef"]
    table = Table(
        (Row((Cell((paragraph("b"),), HOUSE),), HOUSE),),
        (Row((Cell((paragraph("c"),), HOUSE),), HOUSE),),
        "facts",
        HOUSE,
        title=(text("title"), citation("a")),
    )
    columns = Columns(((paragraph("d"),), (paragraph("e"),)), "beside", HOUSE)
    items = List((ListItem((paragraph("f"),), HOUSE),), "bullets", HOUSE)
    tree = document()
    tree = Document(tree.metadata, tree.furniture, (Section("facts", (table, columns, items), HOUSE),))
    done = cite(tree, sources, "chicago-notes", nowhere)
    found = [n for block in blocks(done.content) for n in inlines(own_inlines(block)) if isinstance(n, Note)]
    assert [(note.number, plain_text(note.content)[10:11]) for note in found] == [
        (1, "A"), (2, "B"), (3, "C"), (4, "D"), (5, "E"), (6, "F"),
    ]  # fmt: skip


def test_prefixes_suffixes_and_several_sources_make_one_sentence() -> None:
    see = call("book", "4", prefix="see", suffix=", and more")
    other = call("paper", "2", "table", prefix="compare", suffix="(my emphasis)")
    assert noted(text("a "), citation(see, other)) == [
        (
            "See Mei Chen, The Long River: A History (Delta Press, 2020), 4, and more; compare Lukas Brandt, "
            "Trade in Numbers (Delta, November 2023), table 2 (my emphasis)."
        )
    ]


@pytest.mark.parametrize(
    ("relation", "lead"), [("supports", ""), ("quoted", ""), ("disputes", "But see "), ("context", "For context, see ")]
)
def test_what_a_source_does_for_the_claim_is_said(relation: str, lead: str) -> None:
    (note,) = noted(text("a"), citation(call("book", relation=relation)))
    assert note == f"{lead}Mei Chen, The Long River: A History (Delta Press, 2020)."


def test_a_remark_that_ends_with_a_stop_has_no_second_mark_behind_it() -> None:
    said = call("book", "4", note=(text("Figures for 2023."),))
    assert noted(text("a"), citation(said, call("paper"))) == [
        (
            "Mei Chen, The Long River: A History (Delta Press, 2020), 4. Figures for 2023. "
            "Lukas Brandt, Trade in Numbers (Delta, November 2023)."
        )
    ]


def test_the_quoted_words_and_the_remark_follow_the_reference() -> None:
    said = call("book", "4", quote=(text("losses "), Emphasis((text("rose"),))), note=(text("Figures for 2023."),))
    assert noted(text("a"), citation(said)) == [
        "Mei Chen, The Long River: A History (Delta Press, 2020), 4: ‘losses rose’. Figures for 2023."
    ]


@pytest.mark.parametrize(
    ("locator", "label", "printed"),
    [
        ("4", "page", "4"),
        ("3-5", "page", "3–5"),
        ("101-108", "page", "101–8"),
        ("321-328", "page", "321–28"),
        ("100-104", "page", "100–104"),
        ("iv-vi", "page", "iv–vi"),
        ("12", "paragraph", "para. 12"),
        ("12–14", "paragraph", "paras. 12–14"),
        ("4(2)", "article", "art. 4(2)"),
        ("4 and 5", "article", "arts. 4 and 5"),
        ("IV, para. 2", "chapter", "chap. IV, para. 2"),
        ("A-3", "table", "table A-3"),
        ("3.1", "section", "sec. 3.1"),
        ("12", "note", "n. 12"),
        ("7", "line", "line 7"),
        ("2a", "figure", "fig. 2a"),
        ("00:13:20", "timestamp", "00:13:20"),
    ],
)
def test_a_place_has_the_word_of_its_kind(locator: str, label: str, printed: str) -> None:
    (note,) = noted(text("a"), citation(call("book", locator, label)))
    assert note.endswith(f"(Delta Press, 2020), {printed}.")


def test_words_and_numbers_are_kept_on_one_line() -> None:
    (paragraph,) = cited((text("a"), citation(call("book", "12", "paragraph")))).content
    assert isinstance(paragraph, Paragraph)
    note = paragraph.content[-1]
    assert isinstance(note, Note)
    assert "para.\u00a012" in plain_text(note.content)


# ---- sources that were not seen, or cannot be named


def test_a_source_known_by_name_only_is_cited_through_the_one_that_was_read() -> None:
    assert noted(
        text("a"),
        citation(call("reuters", "3", "paragraph")),
        text(" b"),
        citation("article"),
        text(" c"),
        citation(call("reuters", "9", "paragraph")),
    ) == [
        "Reuters, unidentified item, as cited in ‘What the Alliance Means: A Guide’, A web article, n.d., para. 3.",
        "‘What the Alliance Means’.",
        "Reuters, as cited in ‘What the Alliance Means’, para. 9.",
    ]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"type": "article-newspaper", "container_title": "The Harbour Times", "issued": "2024-03"},
            "The Harbour Times, unidentified article, March 2024, not seen.",
        ),
        (
            {"type": "report", "author": [{"name": "Port Office"}], "container_title": "Port Pages"},
            "Port Office, unidentified report, Port Pages, not seen.",
        ),
        ({"type": "book", "title": "Tides", "author": [CHEN], "issued": "2020"}, "Mei Chen, Tides (2020), not seen."),
    ],
)
def test_what_is_known_of_an_unseen_source_is_said_and_no_more(fields: dict[str, object], expected: str) -> None:
    unseen = source("unseen", retrieval="name_only", **fields)  # type: ignore[arg-type]
    assert noted(text("a"), citation("unseen"), sources=[unseen]) == [expected]


def test_an_unavailable_source_is_named_with_the_one_that_tells_of_it() -> None:
    lost = source(
        "lost", "book", "Tides", author=[CHEN], issued="2020", publisher="Delta", retrieval="unavailable", via="article"
    )
    assert noted(text("a"), citation(call("lost", "4")), sources=[lost, ARTICLE]) == [
        "Mei Chen, Tides (Delta, 2020), as cited in ‘What the Alliance Means: A Guide’, A web article, n.d., 4."
    ]


def test_a_confidential_source_is_not_named() -> None:
    secret = source("secret", "interview", "Talk", author=[CHEN], issued="2024-03", retrieval="confidential")
    assert noted(text("a"), citation("secret"), text(" b"), citation("secret"), sources=[secret]) == [
        "Confidential source, March 2024.",
        "Confidential source, March 2024.",
    ]


# ---- languages


def test_a_french_document_has_french_words_marks_and_spaces() -> None:
    article = source(
        "article", "article-newspaper", "Les ports ferment", author=[CHEN, BRANDT], container_title="Le Havre libre",
        issued="2024-07-01",
    )  # fmt: skip
    content = (text("a"), citation(call("article", "3-5", prefix="voir")), text(" b"), citation("book"))
    done = cited(content, language="fr", sources=[article, BOOK])
    assert notes(done) == [
        "Voir Mei Chen et Lukas Brandt, « Les ports ferment », Le Havre libre, 1er juillet 2024, p. 3–5.",
        "Mei Chen, The Long River: A History (Delta Press, 2020).",
    ]
    (paragraph,) = done.content
    assert isinstance(paragraph, Paragraph)
    note = paragraph.content[1]
    assert isinstance(note, Note)
    assert "«\u00a0Les ports ferment\u00a0»" in plain_text(note.content)


def test_american_notes_have_commas_within_quotation_marks() -> None:
    assert noted(text("a"), citation("article"), text(" b"), citation("article"), language="en-US") == [
        "“What the Alliance Means: A Guide,” A web article, n.d.",
        "“What the Alliance Means.”",
    ]


def test_a_language_without_terms_takes_the_english_ones() -> None:
    assert noted(text("a"), citation(call("book", "4", "article")), language="sw")[0].endswith("2020), art. 4.")


def test_a_title_in_another_language_says_so() -> None:
    korean = source("paper", "article-newspaper", "조선", container_title="로동신문", issued="2024", language="ko")
    (paragraph,) = cited((text("a"), citation("paper")), sources=[korean]).content
    assert isinstance(paragraph, Paragraph)
    found = {run.value: run.language for run in inlines(paragraph.content) if isinstance(run, Text)}
    assert (found["조선"], found["로동신문"], found["‘"]) == ("ko", "ko", None)


# ---- places and links


def test_the_words_of_a_note_know_the_field_they_come_from() -> None:
    (paragraph,) = cited((text("a"), citation("book"))).content
    assert isinstance(paragraph, Paragraph)
    origins = {run.value: run.origin.path for run in inlines(paragraph.content) if isinstance(run, Text)}
    assert origins["The Long River: A History"] == "/book/title"
    assert origins["Delta Press"] == "/book/publisher"
    assert origins["("] is None


def test_addresses_are_links() -> None:
    paper = source("paper", "article-journal", "Tides", author=[CHEN], container_title="Sea", volume="2", issued="2020",
                   doi="10.1000/sea.2")  # fmt: skip
    done = cited((text("a"), citation("paper")), sources=[paper])
    (paragraph,) = done.content
    assert isinstance(paragraph, Paragraph)
    (link,) = [inline for inline in inlines(paragraph.content) if isinstance(inline, Link)]
    assert (link.href, plain_text(link.content)) == ("https://doi.org/10.1000/sea.2", "https://doi.org/10.1000/sea.2")


# ---- the list of sources


def listed(*sources: Source, language: str = "en-GB") -> tuple[list[str], list[str]]:
    def empty(style: str) -> Section:
        return Section(style, (List((), style, HOUSE),), HOUSE)

    tree = document(language=language)
    tree = Document(tree.metadata, tree.furniture, (empty("sources"), empty("sources-named")))
    read, named = cite(tree, sources, "chicago-notes", nowhere).content
    return _entries(read), _entries(named)


def _entries(section: object) -> list[str]:
    assert isinstance(section, Section)
    entries = [block for block in blocks(section.content) if isinstance(block, Paragraph)]
    assert {entry.style for entry in entries} <= {"source"}
    return [plain_text(entry.content).replace("\u00a0", " ") for entry in entries]


def test_sources_that_were_read_are_listed_by_author_apart_from_those_that_were_not() -> None:
    assert listed(*SOURCES) == (
        [
            "Brandt, Lukas. Trade in Numbers. Delta, November 2023.",
            "Chen, Mei. The Long River: A History. Delta Press, 2020.",
            "‘What the Alliance Means: A Guide’. A web article, n.d.",
        ],
        ["Reuters, unidentified item. As cited in ‘What the Alliance Means’."],
    )


def test_the_list_is_ordered_without_regard_to_accents_articles_and_marks() -> None:
    titles = ["Émeute", "The Dam", "Zone", "‘Ebb’ and Flow", "an eel"]
    read, _ = listed(*(source(f"s{n}", "book", title, publisher="Delta") for n, title in enumerate(titles)))
    assert [entry.split(".")[0] for entry in read] == ["an eel", "The Dam", "‘Ebb’ and Flow", "Émeute", "Zone"]


def test_an_outlet_is_filed_without_its_article() -> None:
    outlets = ("The Guardian", "Reuters", "Al Jazeera")
    _, named = listed(*(source(f"s{n}", "document", publisher=outlet, retrieval="name_only")
                        for n, outlet in enumerate(outlets)))  # fmt: skip
    assert [entry.split(",")[0] for entry in named] == ["Al Jazeera", "The Guardian", "Reuters"]


def test_a_remark_on_a_source_follows_its_entry() -> None:
    read, _ = listed(source("book", "book", "Tides", author=[CHEN], issued="2020", note="In *two* volumes."))
    assert read == ["Chen, Mei. Tides. 2020. In two volumes."]


def test_a_confidential_source_is_listed_without_its_name() -> None:
    secret = source("secret", "interview", "Talk", author=[CHEN], issued="2024-03", retrieval="confidential")
    assert listed(secret) == (["Confidential source, March 2024."], [])


def test_a_list_without_entries_is_left_out() -> None:
    tree = document()
    tree = Document(tree.metadata, tree.furniture, (List((), "sources-named", HOUSE),))
    assert cite(tree, [BOOK], "chicago-notes", nowhere).content == ()


def test_other_lists_are_left_as_they_are() -> None:
    tree = document()
    bullets = List((), "bullets", HOUSE)
    tree = Document(tree.metadata, tree.furniture, (bullets,))
    assert cite(tree, [BOOK], "chicago-notes", nowhere).content == (bullets,)


def test_no_citation_is_left_in_the_document() -> None:
    done = cited((text("a"), citation("book"), Emphasis((text("b"), citation("paper"), text(" c")))))
    assert not [
        inline
        for block in blocks(done.content)
        for inline in inlines(own_inlines(block))
        if isinstance(inline, Citation)
    ]
