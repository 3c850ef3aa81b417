"""What a draft carries of its making, if it is whole."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from lxml.etree import _Element

from briefwright.diagnostics import Report, Span
from briefwright.document.reading import Baseline
from briefwright.formats.docx.baseline import NAMESPACE
from briefwright.formats.docx.reading.names import W
from briefwright.formats.docx.reading.parts import Part, Parts
from briefwright.formats.docx.reading.read import read
from briefwright.formats.docx.reading.refused import Refused
from briefwright.formats.docx.reading.xml import parse

_ROLES = {"document": "main", "styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}
_FURNITURE = ("hdr", "ftr")
_HINT = "give a draft that was edited in Word or LibreOffice and saved as DOCX, or make the changes in the YAML by hand"


def baseline(parts: Parts, report: Report) -> Baseline | None:
    """The brief and the draft as they were when the draft was made.

    None where the draft carries nothing of the kind, or, with a diagnostic, where that is damaged.
    """
    if parts.carried is None:
        return None
    try:
        return _baseline(parts.carried, parts.file)
    except Refused as refused:
        report.add(refused.code, Span(parts.file), refused.message, *refused.hints)
        return None


def _baseline(carried: bytes, file: str) -> Baseline:
    try:
        root = parse(carried, "the brief in the draft")
    except Refused as refused:
        raise Refused("BW812", f"what the draft carries of its brief is damaged: {refused.message}", _HINT) from refused
    if root.tag != _named("draft"):
        raise Refused("BW812", "the draft was made by another version of this program", "make a new draft of the brief")
    text = root.findtext(_named("source"), "")
    if hashlib.sha256(text.encode()).hexdigest() != root.get("digest"):
        raise Refused("BW812", "the brief that the draft carries is not the one that it was made from", _HINT)
    return Baseline(
        brief=root.get("brief", ""),
        schema_version=root.get("schema", ""),
        tool_version=root.get("tool", ""),
        house=root.get("house", ""),
        text=text,
        digest=root.get("digest", ""),
        keys=_listed(root, "keys", "name", "field"),
        names=_listed(root, "names", "bookmark", "id"),
        made=read(_made(root, file), Report()),
    )


def _listed(root: _Element, group: str, key: str, value: str) -> dict[str, str]:
    """What the entries of a group say: the one attribute by the other."""
    entries = root.find(_named(group))
    return {} if entries is None else {entry.get(key, ""): entry.get(value, "") for entry in entries}


def _made(root: _Element, file: str) -> Parts:
    """The parts of the draft as they were made, which stand in the part just as they stood in the file."""
    links: dict[str, dict[str, str]] = {}
    for link in root.iterfind(_named("link")):
        links.setdefault(link.get("part", ""), {})[link.get("id", "")] = link.get("href", "")
    roles: dict[str, Part] = {}
    furniture: list[Part] = []
    for holder in root.iterfind(f"{_named('made')}/{_named('part')}"):
        name = holder.get("name", "")
        for held in holder:
            kind = str(held.tag).removeprefix(W)
            part = Part(name, held, links.get(name, {}))
            if kind in _FURNITURE:
                furniture.append(part)
            elif kind in _ROLES:
                roles[_ROLES[kind]] = part
    if "main" not in roles:
        raise Refused("BW812", "what the draft carries of its brief is damaged: its text is missing", _HINT)
    return _parts(file, roles, furniture)


def _parts(file: str, roles: Mapping[str, Part], furniture: list[Part]) -> Parts:
    in_order = tuple(sorted(furniture, key=lambda part: part.name))
    return Parts(
        file, roles["main"], roles.get("styles"), roles.get("footnotes"), roles.get("endnotes"), furniture=in_order
    )


def _named(name: str) -> str:
    return f"{{{NAMESPACE}}}{name}"
