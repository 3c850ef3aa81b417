"""The words and marks of references, by language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Terms:
    """What a language puts into references.

    `locale` is the one that dates are written in. `places` gives the singular and plural word for each kind of place in
    a source. With `inner_punctuation`, stops and commas go inside the closing quotation mark; with `call_after_stop`,
    the call of a note follows the punctuation of its clause. `articles` are dropped from the front of short titles.
    """

    locale: str
    quotes: tuple[str, str]
    inner_quotes: tuple[str, str]
    inner_punctuation: bool
    call_after_stop: bool
    colon: str
    semicolon: str
    articles: tuple[str, ...]
    places: Mapping[str, tuple[str, str]]
    ordinals: Mapping[int, str]
    later_ordinal: str
    first_day: str | None
    shortened_ranges: bool
    conjunction: str
    serial_comma: bool
    et_al: str
    editor: tuple[str, str]
    edited_by: tuple[str, str]
    translated_by: tuple[str, str]
    edition: str
    volume: str
    number: str
    inside: str
    undated: str
    accessed: str
    archived: str
    aired: str
    at_page: str
    unidentified: Mapping[str, str]
    cited_in: str
    not_seen: str
    confidential: str
    relations: Mapping[str, str]


_BRITISH = Terms(
    locale="en_GB",
    quotes=("‘", "’"),
    inner_quotes=("“", "”"),
    inner_punctuation=False,
    call_after_stop=True,
    colon=": ",
    semicolon="; ",
    articles=("A ", "An ", "The "),
    places={
        "page": ("", ""),
        "paragraph": ("para.", "paras."),
        "section": ("sec.", "secs."),
        "article": ("art.", "arts."),
        "chapter": ("chap.", "chaps."),
        "figure": ("fig.", "figs."),
        "table": ("table", "tables"),
        "line": ("line", "lines"),
        "note": ("n.", "nn."),
        "timestamp": ("", ""),
    },
    ordinals={1: "1st", 2: "2nd", 3: "3rd", 21: "21st", 22: "22nd", 23: "23rd"},
    later_ordinal="{}th",
    first_day=None,
    shortened_ranges=True,
    conjunction="and",
    serial_comma=True,
    et_al="et al.",
    editor=("ed.", "eds."),
    edited_by=("ed.", "edited by"),
    translated_by=("trans.", "translated by"),
    edition="ed.",
    volume="vol.",
    number="no.",
    inside="in",
    undated="n.d.",
    accessed="accessed",
    archived="archived {}at ",
    aired="aired",
    at_page="at ",
    unidentified={"article": "unidentified article", "report": "unidentified report", "item": "unidentified item"},
    cited_in="as cited in",
    not_seen="not seen",
    confidential="confidential source",
    relations={"disputes": "but see", "context": "for context, see"},
)

_AMERICAN = replace(_BRITISH, locale="en_US", quotes=("“", "”"), inner_quotes=("‘", "’"), inner_punctuation=True)

_FRENCH = Terms(
    locale="fr",
    quotes=("«\u00a0", "\u00a0»"),
    inner_quotes=("“", "”"),
    inner_punctuation=False,
    call_after_stop=False,
    colon="\u00a0: ",
    semicolon="\u00a0; ",
    articles=(),
    places={
        "page": ("p.", "p."),
        "paragraph": ("par.", "par."),
        "section": ("sect.", "sect."),
        "article": ("art.", "art."),
        "chapter": ("chap.", "chap."),
        "figure": ("fig.", "fig."),
        "table": ("tableau", "tableaux"),
        "line": ("l.", "l."),
        "note": ("n.", "n."),
        "timestamp": ("", ""),
    },
    ordinals={1: "1ʳᵉ"},
    later_ordinal="{}ᵉ",
    first_day="1er",
    shortened_ranges=False,
    conjunction="et",
    serial_comma=True,
    et_al="et al.",
    editor=("dir.", "dir."),
    edited_by=("dir.", "sous la direction de"),
    translated_by=("trad.", "traduit par"),
    edition="éd.",
    volume="vol.",
    number="nᵒ",
    inside="dans",
    undated="s. d.",
    accessed="consulté le",
    archived="archivé {}à l’adresse ",
    aired="diffusé le",
    at_page="",
    unidentified={
        "article": "article non identifié",
        "report": "rapport non identifié",
        "item": "document non identifié",
    },
    cited_in="cité dans",
    not_seen="non consulté",
    confidential="source confidentielle",
    relations={"disputes": "mais voir", "context": "pour le contexte, voir"},
)

TERMS: Mapping[str, Terms] = {"en": _BRITISH, "en-US": _AMERICAN, "en-CA": _AMERICAN, "fr": _FRENCH}
"""The terms of each language, and of a region of it where that differs."""


def terms_of(language: str) -> Terms:
    """The terms for a BCP 47 tag: those of its region, of its language, or the English ones."""
    parts = language.split("-")
    for length in range(len(parts), 0, -1):
        found = TERMS.get("-".join(parts[:length]))
        if found is not None:
            return found
    return _BRITISH
