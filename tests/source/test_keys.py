"""Each value of a file has a short name that does not hang on its place in a list."""

from __future__ import annotations

from briefwright.diagnostics import Report
from briefwright.source.keys import LONGEST, keys
from briefwright.source.reader import read
from briefwright.source.source import Source


def _source(text: str) -> Source:
    source = read(text, "brief.yaml", Report())
    assert source is not None
    return source


def test_records_are_named_by_id_and_other_items_by_number() -> None:
    source = _source("risks:\n- id: spread\n  cause: No end.\n  citations: [a, {source: b}]\npoints: [one]\n")
    assert keys(source) == {
        "/risks": "risks",
        "/risks/0": "risks/spread",
        "/risks/0/id": "risks/spread/id",
        "/risks/0/cause": "risks/spread/cause",
        "/risks/0/citations": "risks/spread/citations",
        "/risks/0/citations/0": "risks/spread/citations/0",
        "/risks/0/citations/1": "risks/spread/citations/1",
        "/risks/0/citations/1/source": "risks/spread/citations/1/source",
        "/points": "points",
        "/points/0": "points/0",
    }


def test_a_record_keeps_its_keys_when_it_moves() -> None:
    before = keys(_source("risks: [{id: a, cause: x}, {id: b, cause: y}]"))
    after = keys(_source("risks: [{id: b, cause: y}, {id: a, cause: x}]"))
    assert before["/risks/0/cause"] == after["/risks/1/cause"] == "risks/a/cause"


def test_long_keys_are_cut_and_stay_apart() -> None:
    long = "recommendations-of-the-committee-on-the-renewal-"
    found = keys(_source(f"options: [{{id: {long}, consequences-of-it: x, consequences-of-if: y}}]"))
    shortened = [key for key in found.values() if "~" in key]
    assert len(set(shortened)) == len(shortened) >= 2
    assert max(map(len, found.values())) <= LONGEST


def test_every_key_names_one_value_of_a_pointer_that_leads_to_it() -> None:
    source = _source("a/b: [{id: x, 'c~d': 1}]\n")
    for pointer in keys(source):
        path = source.follow(pointer)
        assert path is not None
        assert source.has(path)
    assert source.follow("/a~1b/0/nothing") is None
    assert source.follow("/a~1b/7") is None
