"""Spaces at which no line ends, where a language keeps two words or a word and a sign together.

Only the kind of a space changes: every character stays where it stood, and with it the origin of every text. What an
author wrote without a space stays without one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from briefwright.document.nodes import (
    Block,
    Document,
    Emphasis,
    Furniture,
    Inline,
    InternalLink,
    Link,
    Note,
    Strong,
    Styled,
    Text,
)
from briefwright.document.walk import map_inlines

NO_BREAK, NARROW = "\u00a0", "\u202f"
_Inlines = tuple[Inline, ...]

_THING = "\ufffc"
"""What stands in the text of a paragraph for an inline that is no text."""


class _Rule(NamedTuple):
    """Where a space becomes another: at the end of whatever the pattern matches."""

    pattern: re.Pattern[str]
    space: str


class _Words(NamedTuple):
    """The words of a language that stay with their neighbours.

    Abbreviations (with their stop) and labels stay with the number after them, titles with the name after them,
    months with the day on either side, units with the number before them.
    """

    abbreviations: str
    labels: str
    titles: str
    months: str
    units: str = ""


_WORDS: Mapping[str, _Words] = {
    "en": _Words(
        "art arts cf ch chs col cols fig figs fol n nn no nos p para paras pp pt ser vol vols",
        "Annex Appendix Article Assumption Box Chapter Clause Document Figure Group Judgement Note Objective Option "
        "Page Paragraph Part Phase Recommendation Resolution Risk Scenario Section Step Table Tier",
        "Capt Col Dr Gen Lt Maj Mr Mrs Ms Prof Sgt St",
        "January February March April May June July August September October November December",
        " bn million billion trillion",
    ),
    "fr": _Words(
        "al art chap col coll ch fig no nos p pp par t vol",
        "Annexe Article Chapitre Document Encadré Figure Groupe Hypothèse Note Objectif Option Page Paragraphe Partie "
        "Phase Recommandation Résolution Risque Scénario Section Tableau Étape",
        "Dr M Me MM Mgr Mlle Mme Pr",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        " million millions milliard milliards euros dollars",
    ),
}

_UNITS = "GW GWh ha kg km km² kW kWh m² MW MWh TWh"


def spaced(document: Document) -> Document:
    """The document with the spaces that its language keeps from breaking."""
    language = document.metadata.language

    def change(content: _Inlines) -> _Inlines:
        return _spaced(content, language)

    def changed(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        return map_inlines(blocks, change)

    old = document.furniture
    furniture = Furniture(
        changed(old.first_header), changed(old.header), changed(old.first_footer), changed(old.footer)
    )
    return replace(document, furniture=furniture, content=changed(document.content))


def _spaced(content: _Inlines, language: str) -> _Inlines:
    """The inlines of one paragraph; the notes that it calls are paragraphs of their own."""
    stretches = list(_stretches(content, language))
    text = "".join(stretch for stretch, _ in stretches)
    languages = {own for _, own in stretches}
    found = {own: dict(_places(text, own)) for own in languages}
    if not any(found.values()) and not any(isinstance(inline, Note) for inline in _all(content)):
        return content
    return tuple(_Respaced(found, language).each(content))


def _all(content: _Inlines) -> Iterator[Inline]:
    for inline in content:
        yield inline
        if isinstance(inline, Emphasis | Strong | Styled | Link | InternalLink):
            yield from _all(inline.content)


def _stretches(content: _Inlines, language: str) -> Iterator[tuple[str, str]]:
    """The text of a paragraph in stretches of one language."""
    for inline in _all(content):
        match inline:
            case Text():
                yield inline.value, inline.language or language
            case Emphasis() | Strong() | Styled() | Link() | InternalLink() | Note():
                pass
            case _:
                yield _THING, language


class _Respaced:
    """Puts spaces into the texts of a paragraph; `places` are those of each language, counted in its whole text."""

    def __init__(self, places: Mapping[str, Mapping[int, str]], language: str) -> None:
        self._places = places
        self._language = language
        self._at = 0

    def each(self, content: _Inlines) -> Iterator[Inline]:
        """The inlines in order."""
        for inline in content:
            match inline:
                case Text():
                    yield self._text(inline)
                case Emphasis() | Strong() | Styled() | Link() | InternalLink():
                    yield replace(inline, content=tuple(self.each(inline.content)))
                case Note():
                    yield replace(inline, content=_spaced(inline.content, self._language))
                case _:
                    self._at += len(_THING)
                    yield inline

    def _text(self, text: Text) -> Text:
        start, self._at = self._at, self._at + len(text.value)
        places = self._places.get(text.language or self._language, {})
        own = {place - start: space for place, space in places.items() if start <= place < self._at}
        if not own:
            return text
        return replace(text, value="".join(own.get(place, char) for place, char in enumerate(text.value)))


def _places(text: str, language: str) -> Iterator[tuple[int, str]]:
    if " " in text:
        for rule in _rules(language.lower().split("-")[0]):
            for match in rule.pattern.finditer(text):
                yield match.end() - 1, rule.space


@lru_cache(maxsize=32)
def _rules(language: str) -> Sequence[_Rule]:
    """The rules of a language; one whose words nobody has listed has those that all languages share."""
    words = _WORDS.get(language)
    units = _UNITS + (words.units if words else "")
    found = [rf"\d (?=(?:{_either(units)})(?!\w)|[%‰°€$£¥])", r"[§¶№] (?=[\dIVX])"]
    if words is not None:
        found += _of_words(words)
    rules = [_Rule(re.compile(pattern), NO_BREAK) for pattern in found]
    if language == "fr":
        rules += [
            _Rule(re.compile(r"(?<=\S) (?=[?!;])|\d (?=\d{3}(?!\d))"), NARROW),
            _Rule(re.compile(r"(?<=\S) (?=[:»])|« |[IVX]e (?=siècle)"), NO_BREAK),
        ]
    return tuple(rules)


def _of_words(words: _Words) -> list[str]:
    """What a language writes before a space that stays, each pattern ending with the space."""
    months = _either(words.months)
    return [
        rf"(?:\d|\b1er) (?=(?:{months})(?!\w))|\b(?:{months}) (?=\d{{1,2}}(?!\d))",
        rf"\b(?i:{_either(words.abbreviations)})\. (?=\d|[ivxlc]+\b)",
        rf"\b(?:{_either(words.labels)})s? (?=\d|[A-Z]\b|[IVXLC]+\b)",
        rf"\b(?:{_either(words.titles)})\.? (?=[A-ZÀ-Þ])",
        r"(?<![\w.])[A-ZÀ-Þ]\. (?=[A-ZÀ-Þ](?:\.|[a-zß-ÿ’']))",
    ]


def _either(words: str) -> str:
    return "|".join(map(re.escape, words.split()))
