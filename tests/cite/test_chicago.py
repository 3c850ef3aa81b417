"""The Chicago style where no second opinion is asked for: its departures, and sources that lack something."""

from __future__ import annotations

from typing import Any

import pytest

from briefwright.brief.citation import LocatorLabel
from briefwright.brief.citation_syntax import LABELS
from briefwright.brief.sources import Source, SourceType
from briefwright.cite.pieces import tidy, words
from briefwright.cite.places import Place, place_of
from briefwright.cite.styles import STYLES
from briefwright.cite.terms import TERMS, terms_of
from tests.cite.references import BRANDT, CHEN, OKAFOR, RUIZ, source

CHICAGO = STYLES["chicago-notes"]


def full(item: Source, language: str = "en-GB", place: Place | None = None) -> str:
    terms = terms_of(language)
    pieces = tidy((*CHICAGO.full(item, place or Place(), terms), *words(".")), terms)
    return "".join(piece.text for piece in pieces).replace("\u00a0", " ")


def short(item: Source, language: str = "en-GB", place: Place | None = None) -> str:
    terms = terms_of(language)
    pieces = tidy((*CHICAGO.short(item, place or Place(), terms), *words(".")), terms)
    return "".join(piece.text for piece in pieces).replace("\u00a0", " ")


def entry(item: Source, language: str = "en-GB") -> str:
    terms = terms_of(language)
    return "".join(piece.text for piece in tidy(CHICAGO.entry(item, terms), terms)).replace("\u00a0", " ")


@pytest.mark.parametrize("type_", SourceType)
@pytest.mark.parametrize("language", TERMS)
def test_every_type_of_source_has_all_three_forms(type_: SourceType, language: str) -> None:
    item = source(
        "one", type_.value, "Tides", author=[CHEN], publisher="Delta", container_title="Sea", issued="2020-05"
    )
    for form in (full(item, language), short(item, language), entry(item, language)):
        assert "Tides" in form
        assert form.rstrip("”").endswith(".")
        assert not any(slip in form for slip in ("..", ",,", " ,", "()", ", ,", "  "))


@pytest.mark.parametrize("language", TERMS)
def test_every_kind_of_place_has_its_words_in_every_language(language: str) -> None:
    kinds = {label.value for label in LocatorLabel}
    assert terms_of(language).places.keys() == LABELS.keys() == kinds


# ---- people and organisations


@pytest.mark.parametrize(
    ("authors", "in_note", "later", "listed"),
    [
        ([CHEN], "Mei Chen", "Chen", "Chen, Mei"),
        ([CHEN, RUIZ], "Mei Chen and Pablo Ruiz", "Chen and Ruiz", "Chen, Mei, and Pablo Ruiz"),
        ([CHEN, RUIZ, BRANDT], "Mei Chen et al.", "Chen et al.", "Chen, Mei, Pablo Ruiz, and Lukas Brandt"),
        (
            [CHEN, RUIZ, BRANDT, OKAFOR, CHEN, RUIZ, BRANDT],
            "Mei Chen et al.",
            "Chen et al.",
            "Chen, Mei, Pablo Ruiz, Lukas Brandt, et al.",
        ),
        ([{"name": "Port Office"}], "Port Office", "Port Office", "Port Office"),
        (
            [{"name": "Port Office"}, CHEN],
            "Port Office and Mei Chen",
            "Port Office and Chen",
            "Port Office and Mei Chen",
        ),
        (
            [{"name": "Organisation of Ports", "short_name": "OP"}],
            "Organisation of Ports (OP)",
            "OP",
            "Organisation of Ports (OP)",
        ),
    ],
)
def test_names_are_given_in_full_then_short_and_turned_in_the_list(
    authors: list[Any], in_note: str, later: str, listed: str
) -> None:
    item = source("one", "book", "Tides", author=authors, issued="2020")
    assert full(item) == f"{in_note}, Tides (2020)."
    assert short(item) == f"{later}, Tides."
    assert entry(item) == f"{listed.rstrip('.')}. Tides. 2020."


def test_names_in_french_are_joined_in_french() -> None:
    item = source("one", "book", "Marées", author=[CHEN, RUIZ], editor=[BRANDT], issued="2020", edition="2")
    assert full(item, "fr") == "Mei Chen et Pablo Ruiz, Marées, 2ᵉ éd., dir. Lukas Brandt (2020)."
    assert entry(item, "fr") == "Chen, Mei, et Pablo Ruiz. Marées. 2ᵉ éd. Sous la direction de Lukas Brandt. 2020."


# ---- titles


@pytest.mark.parametrize(
    ("title", "shortened"),
    [
        ("The Long River", "Long River"),
        ("A River", "River"),
        ("Rivers: A History", "Rivers"),
        ("Anabasis", "Anabasis"),
        ("Is It Over?", "Is It Over?"),
    ],
)
def test_short_titles_drop_first_articles_and_subtitles(title: str, shortened: str) -> None:
    assert short(source("one", "book", title, author=[CHEN])).rstrip(".") == f"Chen, {shortened}"


def test_a_given_short_title_is_kept() -> None:
    assert short(source("one", "book", "The Long River", title_short="The River", author=[CHEN])) == "Chen, The River."


def test_a_title_supplied_by_the_editor_has_brackets_and_no_quotation_marks() -> None:
    assert full(source("one", "webpage", "[Untitled page]", issued="2020", publisher="Delta")) == (
        "[Untitled page], Delta, 2020."
    )


def test_quotation_marks_within_a_quoted_title_become_inner_ones() -> None:
    item = source("one", "article-newspaper", "The “Last” Port", container_title="Sea", issued="2020")
    assert full(item, "en-US") == "“The ‘Last’ Port,” Sea, 2020."
    assert full(item, "en-GB") == "‘The “Last” Port’, Sea, 2020."


def test_a_title_that_ends_with_a_mark_has_no_stop_after_it() -> None:
    item = source("one", "webpage", "Is It Over?", author=[CHEN], issued="2020")
    assert entry(item, "en-US") == "Chen, Mei. “Is It Over?” 2020."
    assert entry(item, "en-GB") == "Chen, Mei. ‘Is It Over?’ 2020."


# ---- dates and addresses


@pytest.mark.parametrize(
    ("language", "expected"), [("en-GB", "19 June 2024"), ("en-US", "June 19, 2024"), ("fr", "19 juin 2024")]
)
def test_days_are_written_as_the_language_has_them(language: str, expected: str) -> None:
    assert expected in full(source("one", "webpage", "Tides", publisher="Delta", issued="2024-06-19"), language)


def test_reports_keep_their_month_and_day() -> None:
    assert full(source("one", "report", "Tides", publisher="Delta", issued="2024-06")) == "Tides (Delta, June 2024)."


def test_an_undated_page_bears_the_day_on_which_it_was_opened() -> None:
    item = source("one", "webpage", "Tides", publisher="Delta", url="https://example.org", accessed="2026-01-14")
    assert full(item) == "‘Tides’, Delta, accessed 14 January 2026, https://example.org."
    assert entry(item) == "‘Tides’. Delta. Accessed 14 January 2026. https://example.org."


def test_a_dated_page_bears_no_day_of_access() -> None:
    item = source("one", "webpage", "Tides", publisher="Delta", url="https://example.org", issued="2024")
    assert full(item) == "‘Tides’, Delta, 2024, https://example.org."


def test_what_bears_no_date_says_so() -> None:
    assert full(source("one", "book", "Tides", publisher="Delta")) == "Tides (Delta, n.d.)."
    assert full(source("one", "book", "Marées", publisher="Delta"), "fr") == "Marées (Delta, s. d.)."


def test_an_archived_copy_follows_the_address() -> None:
    item = source("one", "webpage", "Tides", publisher="Delta", issued="2024", url="https://example.org",
                  archive_url="https://archive.example.org/1", archived="2026-01-15")  # fmt: skip
    assert full(item) == (
        "‘Tides’, Delta, 2024, https://example.org, archived 15 January 2026 at https://archive.example.org/1."
    )
    assert entry(item).endswith("https://example.org. Archived 15 January 2026 at https://archive.example.org/1.")


# ---- laws and treaties


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        (
            {"type": "legislation", "title": "Water Act 2014", "jurisdiction": "GB", "issued": "2014"},
            "Water Act 2014 (GB).",
        ),
        (
            {"type": "legislation", "title": "Resolution 2397", "authority": "UN Security Council",
             "number": "S/RES/2397", "issued": "2017-12-22"},
            "UN Security Council, Resolution 2397, S/RES/2397, 22 December 2017.",
        ),
        (
            {"type": "legislation", "title": "Water Act 2014", "number": "14", "issued": "2014-05"},
            "Water Act 2014, 14, May 2014.",
        ),
        (
            {"type": "regulation", "title": "Council Regulation (EU) 2017/1509", "authority": "Council",
             "number": "2017/1509", "issued": "2017-08-30"},
            "Council Regulation (EU) 2017/1509, 30 August 2017.",
        ),
        (
            {"type": "legal_case", "title": "Example v. Port", "volume": "12", "container_title": "Reports",
             "page": "33", "issued": "1990"},
            "Example v. Port, 1990, 12 Reports 33.",
        ),
    ],
)  # fmt: skip
def test_laws_say_nothing_twice(fields: dict[str, Any], expected: str) -> None:
    item = source("one", **fields)
    assert full(item) == expected
    assert entry(item) == expected


def test_an_article_of_a_treaty_is_its_place() -> None:
    treaty = source("one", "treaty", "Treaty on the Example Strait", issued="1998-06-19")
    place = place_of("4", "article", terms_of("en-GB"))
    assert full(treaty, place=place) == "Treaty on the Example Strait, 19 June 1998, art. 4."
    assert short(treaty, place=place) == "Treaty on the Example Strait, art. 4."


# ---- other departures


def test_a_page_of_a_volume_follows_its_number() -> None:
    item = source("one", "book", "Tides", author=[CHEN], publisher="Delta", issued="2020", volume="2")
    page = place_of("45-46", "page", terms_of("en-GB"))
    assert full(item, place=page) == "Mei Chen, Tides (Delta, 2020), 2:45–46."
    assert full(item) == "Mei Chen, Tides, vol. 2 (Delta, 2020)."


def test_a_broadcast_says_when_it_was_aired() -> None:
    item = source(
        "one", "broadcast", "Port at Night", container_title="Frontline", publisher="Sea TV", issued="2020-01-05"
    )
    assert full(item) == "‘Port at Night’, Frontline, aired 5 January 2020, Sea TV."


def test_a_speech_says_where_it_was_held() -> None:
    item = source("one", "speech", "A Common Harbour", author=[OKAFOR], container_title="Harbour Forum",
                  genre="keynote address", publisher_place="Oslo", issued="2022-09-08")  # fmt: skip
    assert full(item) == "Amina Okafor, ‘A Common Harbour’, keynote address, Harbour Forum, Oslo, 8 September 2022."
    assert entry(item) == "Okafor, Amina. ‘A Common Harbour’. Keynote address. Harbour Forum, Oslo, 8 September 2022."


def test_a_film_and_a_post_are_listed_like_other_sources() -> None:
    assert full(source("one", "motion_picture", "Port at Night", publisher="Delta", issued="2020")) == (
        "Port at Night (Delta, 2020)."
    )
    post = source("two", "post", "Open Again", author=[OKAFOR], container_title="Social", issued="2022-09-08")
    assert entry(post) == "Okafor, Amina. ‘Open Again’. Social, 8 September 2022."


def test_a_number_of_digits_has_its_word() -> None:
    item = source("one", "report", "Tides", publisher="Delta", number="12", genre="Briefing", issued="2020")
    assert full(item) == "Tides, Briefing no. 12 (Delta, 2020)."
