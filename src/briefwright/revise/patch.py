"""A brief's YAML with only the edited values replaced: everything else stays as it was, to the byte."""

from __future__ import annotations

from collections.abc import Sequence

from briefwright.diagnostics import Report
from briefwright.revise.edits import Edit
from briefwright.revise.habits import habits
from briefwright.revise.layout import layout
from briefwright.revise.outcome import outcome
from briefwright.revise.plan import plan
from briefwright.revise.prepare import prepared
from briefwright.revise.splices import spliced
from briefwright.revise.writer import Writer
from briefwright.source.reader import read
from briefwright.source.source import Source


def patch(source: Source, edits: Sequence[Edit]) -> str:
    """The text of a file with edits of its values.

    Raises `ValueError` if the edits contradict the file or one another, and `RuntimeError` if the text that came of
    them does not say what it should, so that no file is ever half right.
    """
    planned = plan(source, edits)
    if not edits:
        return source.text
    root = layout(source.text)
    ways = habits(source.text, root)
    ready = prepared(source, root, planned, ways)
    if ready is not source:
        root = layout(ready.text)
    text = spliced(ready.text, Writer(ready, root, ways, planned).splices())
    expected = outcome(source, planned)
    ends_openly = not source.text.endswith(("\n", "\r"))
    for result in (text.removesuffix(ways.newline), text) if ends_openly else (text,):
        found = read(result, source.file, Report())
        if found is not None and found.data() == expected:
            return result
    raise RuntimeError(f"the patched text of {source.file} does not say what the edits ask for")
