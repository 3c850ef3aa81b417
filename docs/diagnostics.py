"""Makes docs/diagnostics.md, the page of every code, from the table of codes: `make docs`."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from briefwright.codes import CODES

RANGES = {
    "1": "Reading a file",
    "2": "The shape of a brief",
    "3": "What the parts of a brief say of each other",
    "4": "House styles",
    "5": "Prose and citations",
    "6": "Fonts and pictures",
    "7": "The workspace",
    "8": "Drafts that come back",
}

HEAD = """# Diagnostics

Every problem that Briefwright can find has a code. An error stops the compile of its brief; a warning does not.
This page is made from `src/briefwright/codes.py` by `make docs`.
"""


def page() -> str:
    """The page as Markdown."""
    ranges = groupby(sorted(CODES), key=lambda code: code[2])
    return HEAD + "".join(f"\n## {RANGES[first]}\n\n{_table(list(codes))}" for first, codes in ranges)


def _table(codes: list[str]) -> str:
    rows = [f"| {code} | {CODES[code].severity} | {CODES[code].title} | {CODES[code].meaning} |\n" for code in codes]
    return "| code | weight | what | why |\n|---|---|---|---|\n" + "".join(rows)


if __name__ == "__main__":
    Path(__file__).with_suffix(".md").write_bytes(page().encode())
