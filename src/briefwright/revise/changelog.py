"""What changed from one version of a brief to another as a page of Markdown, for people who decide on the changes.

It is in English, like all that this program says of a brief and does not print in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from itertools import groupby

from briefwright.revise.fields import FieldChange, Step, field_changes
from briefwright.source.source import Source
from briefwright.source.value import Mapping, Scalar, Value

_PLACES = {
    "context": "section",
    "timeline": "event",
    "terminology": "term",
    "body": "block",
    "blocks": "block",
    "boxes": "box",
    "further_reading": "source",
    "audience": "reader",
}
"""What an item of a list is called, where it is not the name of the list without its plural."""

_FEW, _ALIKE = 4, 0.3
"""The words, and the share of them in common, from which a text is marked word by word.

One with less is told as it was and as it is.
"""

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~&$])")
"""The characters that mean something within a line of Markdown."""


def change_log(old: Source, new: Source, files: Sequence[str] = ()) -> str:
    """The page: all changes by part of the brief, in the order of the new version.

    `files` are the names of files beside the brief that have another content.
    """
    changes = list(field_changes(old.root, new.root))
    title = new.root.get("title") if isinstance(new.root, Mapping) else None
    name = title.value.text if title is not None and isinstance(title.value, Scalar) else None
    lines = [f"# Changes: {_escaped(name or new.file)}", "", f"From {_escaped(old.file)} to {_escaped(new.file)}."]
    if not changes and not files:
        lines += ["", "Nothing changed."]
    for part, of_part in groupby(sorted(changes, key=_in_the_order_of_parts(changes)), key=_part):
        lines += ["", f"## {part}", ""]
        lines += [line for change in of_part for line in _told(change)]
    if files:
        lines += ["", "## Files", "", *[f"- {_escaped(file)} has another content." for file in files]]
    return "\n".join(lines) + "\n"


# ---- parts ------------------------------------------------------------------------------------------------------


def _part(change: FieldChange) -> str:
    """The heading under which a change stands: the lists and records of a brief have their own."""
    first = change.trail[0]
    lone = len(change.trail) == 1 and first.place is None and _is_scalar(change)
    return "Brief" if lone else _words(first.key).capitalize()


def _is_scalar(change: FieldChange) -> bool:
    return isinstance(change.new if change.new is not None else change.old, Scalar)


def _in_the_order_of_parts(changes: Sequence[FieldChange]) -> Callable[[FieldChange], int]:
    order = {part: place for place, part in enumerate(dict.fromkeys(["Brief", *map(_part, changes)]))}
    return lambda change: order[_part(change)]


# ---- changes ----------------------------------------------------------------------------------------------------


def _told(change: FieldChange) -> Iterator[str]:
    """The lines that tell a change; a part that came or went is told with all that is in it."""
    place = _place(change.trail)
    if change.moved is not None:
        yield f"- {place} moved from place {change.moved[0]} to place {change.moved[1]}."
    elif change.old is None and change.new is not None:
        yield from _whole(place, "added", change.new, "**")
    elif change.new is None and change.old is not None:
        yield from _whole(place, "removed", change.old, "~~")
    elif isinstance(change.old, Scalar) and isinstance(change.new, Scalar):
        yield f"- {place}{_compared(change.old.text or '', change.new.text or '')}"
    elif change.old is not None and change.new is not None:
        yield from _whole(place, "was", change.old, "~~")
        yield from _whole(place, "is", change.new, "**")


def _place(trail: Sequence[Step]) -> str:
    """Where a change is, in the words of the brief: `Risk *Exemption spreads* (spread), likelihood`."""
    said = ", ".join(map(_step, trail))
    return said[0].upper() + said[1:]


def _step(step: Step) -> str:
    if step.place is None:
        return _words(step.key)
    noun = _noun(step.key)
    called = f"{noun} {step.place}" if step.name is None else f"{noun} *{_escaped(_short(step.name))}*"
    return f"{called} ({_escaped(step.id)})" if step.id else called


def _compared(old: str, new: str) -> str:
    before, after = old.split(), new.split()
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    if min(len(before), len(after)) < _FEW or matcher.ratio() < _ALIKE:
        end = "" if new.endswith((".", "?", "!")) else "."
        return f" was {_marked(before, '*')}, is {_marked(after, '*')}{end}"
    said = []
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            said.append(_escaped(" ".join(after[c:d])))
        else:
            said += [_marked(stretch, mark) for stretch, mark in ((before[a:b], "~~"), (after[c:d], "**")) if stretch]
    return ": " + " ".join(said)


def _whole(place: str, verb: str, value: Value, mark: str) -> Iterator[str]:
    if isinstance(value, Scalar):
        yield f"- {place} {verb}: {_marked((value.text or '').split(), mark)}"
        return
    yield f"- {place} {verb}:"
    yield from _listed(value, mark, "  ")


def _listed(value: Value, mark: str, indent: str) -> Iterator[str]:
    """All that is in a value as a list in a list."""
    if isinstance(value, Mapping):
        inner = [(f"{_words(entry.key.text or '')}:", entry.value) for entry in value.entries]
    elif isinstance(value, Scalar):
        inner = [("", value)]
    else:
        inner = [("", item) for item in value.items]
    for name, found in inner:
        if isinstance(found, Scalar):
            yield f"{indent}- {name} {_marked((found.text or '').split(), mark)}".replace("-  ", "- ")
        else:
            yield f"{indent}- {name or 'item:'}"
            yield from _listed(found, mark, indent + "  ")


# ---- words ------------------------------------------------------------------------------------------------------


def _words(key: str) -> str:
    return key.replace("_", " ")


def _noun(key: str) -> str:
    """What one item of a list is called."""
    if key in _PLACES:
        return _PLACES[key]
    words = _words(key)
    return f"{words[:-3]}y" if words.endswith("ies") else words.removesuffix("s")


def _short(name: str) -> str:
    words = name.split()
    return " ".join(words[:_LONGEST]) + (" …" if len(words) > _LONGEST else "")


_LONGEST = 10
"""The words of a text by which an item is called."""


def _marked(words: Sequence[str], mark: str) -> str:
    """Words between marks, which touch them on the inside and spaces on the outside, as Markdown wants it."""
    return f"{mark}{_escaped(' '.join(words))}{mark}" if words else "(empty)"


def _escaped(text: str) -> str:
    """A text of which Markdown sees no more than its characters."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
