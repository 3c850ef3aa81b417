"""A file becomes a brief, or tells all that keeps it from being one."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefwright.brief.load import load
from briefwright.diagnostics import Report

COMPLETE = (Path(__file__).parent / "complete.yaml").read_text(encoding="utf-8")
TODAY = dt.date(2026, 11, 21)


def _told(text: str, today: dt.date = TODAY) -> list[str]:
    report = Report()
    load(text, "brief.yaml", today, report)
    return [f"{d.code} {d.message}" for d in report]


def test_what_is_broken_does_not_hide_the_rest() -> None:
    broken = (
        COMPLETE.replace("purpose: decide", "purpos: decide")
        .replace("kind: government_body", "kind: municipal")
        .replace("mitigated_by: [open-wednesdays]", "mitigated_by: [open-thursdays]")
        .replace("date: 2026-03-31\ninformation", "date: 31.3.2026\ninformation")
    )
    assert _told(broken) == [
        'BW202 the field "purpose" is missing',
        'BW206 "31.3.2026" is not a date',
        'BW201 there is no field "purpos" here',
        'BW204 "municipal" is not an allowed value',
        'BW302 no recommendation has the id "open-thursdays"',
    ]


def test_a_part_too_broken_to_read_is_known_by_its_id_all_the_same() -> None:
    report = Report()
    broken = COMPLETE.replace("    retrieval: read\n    note: In two parts.\n", "")
    loaded = load(broken, "brief.yaml", TODAY, report)
    assert [d.code for d in report] == ["BW202"]
    assert loaded is not None
    assert not loaded.is_whole
    assert loaded.lost_ids == {"stall-count"}


def test_a_source_cannot_be_opened_after_today() -> None:
    assert _told(COMPLETE, dt.date(2026, 1, 14)) == ["BW304 2026-01-15 has not come yet (today is 2026-01-14)"]


HEAD = COMPLETE[: COMPLETE.index("further_reading")]
REFERENCES = "further_reading:\n" + "".join(f"  - nothing-{number}\n" for number in range(40_000))
STEP = "  - {{id: r{0}, title: T, action: A, actors: [x], instrument: aid, addresses: [x], depends_on: [r{1}]}}\n"
CHAIN = "recommendations:\n" + "".join(STEP.format(number, (number + 1) % 6000) for number in range(6000))


@pytest.mark.parametrize(
    "text",
    [
        "".join(f"key-{number}: x\n" for number in range(45_000)),
        "id: x\n" * 100_000,
        "id: !x y\n" * 50_000,
        "risks:\n" + "  - x\n" * 90_000,
        "risks:\n" + "  - {id: a, id: b}\n" * 40_000,
        HEAD + REFERENCES,
        COMPLETE.replace("next_steps:", f"annexes: []\n{CHAIN}next_steps:").replace(
            "recommendations:\n  - id: open", "x:\n  - id: open"
        ),
        "id: [" + "~," * 90_000 + "]",
    ],
    ids=["unknown keys", "same key", "tags", "wrong items", "keys twice", "unknown ids", "one long circle", "nothing"],
)
def test_a_hostile_file_is_refused_in_time(text: str) -> None:
    begun = time.perf_counter()
    report = Report()
    load(text[: 1 << 20], "brief.yaml", TODAY, report)
    assert report.has_errors
    assert time.perf_counter() - begun < 10


LINES = COMPLETE.splitlines()
MUTATIONS = st.tuples(
    st.integers(0, len(LINES) - 1),
    st.sampled_from(["drop", "twice", "indent", "dedent", "garble", "empty", "swap"]),
    st.text(alphabet="ab:-[]{}'\"#&*!|>%@`?, 1\t", max_size=6),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(MUTATIONS, min_size=1, max_size=4))
def test_no_mutation_of_a_brief_makes_the_loader_fail(mutations: list[tuple[int, str, str]]) -> None:
    lines = list(LINES)
    for number, how, text in mutations:
        line = lines[number]
        key, colon, value = line.partition(":")
        lines[number] = {
            "drop": "",
            "twice": f"{line}\n{line}",
            "indent": f"  {line}",
            "dedent": line[2:],
            "garble": f"{key}{colon} {text}",
            "empty": f"{key}{colon}",
            "swap": f"{value}{colon}{key}",
        }[how]
    report = Report()
    loaded = load("\n".join(lines), "brief.yaml", TODAY, report)
    assert loaded is not None or report.has_errors
    for diagnostic in report:
        assert 1 <= diagnostic.span.line <= len("\n".join(lines).splitlines()) + 1


def test_the_model_is_read_without_what_only_writers_need() -> None:
    code = (
        "import sys, briefwright.brief.load\n"
        "heavy = {'reportlab', 'docx', 'jinja2', 'lxml', 'babel', 'PIL', 'uharfbuzz', 'jsonschema'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
