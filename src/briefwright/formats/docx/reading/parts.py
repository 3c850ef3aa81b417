"""The parts of a draft that are read, found by how they name each other and never by what they are called."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import unquote

from lxml.etree import _Element

from briefwright.diagnostics import Report, Span
from briefwright.formats.docx.baseline import NAMESPACE
from briefwright.formats.docx.reading.archive import Archive
from briefwright.formats.docx.reading.names import W
from briefwright.formats.docx.reading.refused import Refused
from briefwright.formats.docx.reading.xml import parse

_CARRIED = NAMESPACE.rpartition(":")[0].encode()
"""What the namespace begins with of the part in which a draft carries its making, whatever version made it."""

_ROOT = ""
_PEEK = 4096
"""How many bytes of a part must show whether it is that one, in UTF-8 or in UTF-16."""

_TEXT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_AS_DOCX = "open the file in Word and save it as a Word document (.docx)"


@dataclass(frozen=True, slots=True)
class Part:
    """A part with its tree; `links` has the addresses outside the draft that its relationships name, by their ids."""

    name: str
    root: _Element
    links: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Parts:
    """A draft as trees, not yet understood.

    `file` is what people call it. `carried` is the content of the part in which a draft carries its making; it is
    parsed only when it is asked for, since the draft can be read without it.
    """

    file: str
    main: Part
    styles: Part | None = None
    footnotes: Part | None = None
    endnotes: Part | None = None
    comments: Part | None = None
    comments_extended: Part | None = None
    furniture: tuple[Part, ...] = ()
    carried: bytes | None = None


@dataclass(frozen=True, slots=True)
class _Relation:
    kind: str
    target: str
    is_external: bool


def open_package(data: bytes, name: str, report: Report) -> Parts | None:
    """The parts of the draft in the bytes of a file; None, with one diagnostic, if it is none or cannot be trusted.

    Nothing is believed that a file says of itself: names, numbers and sizes are bounded before anything is unpacked or
    parsed, and only what is read is unpacked.
    """
    try:
        return _parts(Archive(data, name), name)
    except Refused as refused:
        report.add(refused.code, Span(name), refused.message, *refused.hints)
        return None


def _parts(archive: Archive, file: str) -> Parts:
    name = _main(archive)
    relations = _relations(archive, name)
    main = _part(archive, name, relations)
    if main.root.tag != f"{W}document":
        raise Refused("BW801", "the file is not a Word document", _AS_DOCX)

    def companion(kind: str) -> Part | None:
        found = [r.target for r in relations.values() if r.kind == kind and not r.is_external and r.target in archive]
        return _part(archive, found[0]) if found else None

    kinds = ("header", "footer")
    furniture = {r.target for r in relations.values() if r.kind in kinds and r.target in archive}
    return Parts(
        file,
        main,
        companion("styles"),
        companion("footnotes"),
        companion("endnotes"),
        companion("comments"),
        companion("commentsExtended"),
        tuple(_part(archive, name) for name in sorted(furniture)),
        _carried(archive, relations),
    )


def _main(archive: Archive) -> str:
    """The name of the part with the text: by the relationship of the package, or else by its content type."""
    for relation in _relations(archive, _ROOT).values():
        if relation.kind == "officeDocument" and relation.target in archive:
            return relation.target
    if "[content_types].xml" in archive:
        for override in parse(archive.read("[Content_Types].xml"), "[Content_Types].xml"):
            name = override.get("PartName", "").lstrip("/")
            if override.get("ContentType") == _TEXT and name in archive:
                return name
    raise Refused("BW801", "the file is a zip file, but not a Word document", _AS_DOCX)


def _part(archive: Archive, name: str, relations: Mapping[str, _Relation] | None = None) -> Part:
    known = _relations(archive, name) if relations is None else relations
    links = {id_: relation.target for id_, relation in known.items() if relation.is_external}
    return Part(f"/{name}", parse(archive.read(name), name), links)


def _relations(archive: Archive, part: str) -> dict[str, _Relation]:
    """The relationships of a part, or of the package, by their ids; targets inside are names of entries."""
    folder, _, base = part.rpartition("/")
    name = posixpath.join(folder, "_rels", f"{base}.rels")
    if name not in archive:
        return {}
    return dict(_each_relation(parse(archive.read(name), name), folder))


def _each_relation(root: _Element, folder: str) -> Iterator[tuple[str, _Relation]]:
    for one in root:
        target, is_external = one.get("Target", ""), one.get("TargetMode") == "External"
        if not is_external:
            path = unquote(target.partition("#")[0])
            target = posixpath.normpath(posixpath.join("/", folder, path)).lstrip("/").lower()
        # Kinds are addresses, of which the strict ones differ from the usual ones in all but their last segment.
        yield one.get("Id", ""), _Relation(one.get("Type", "").rpartition("/")[2], target, is_external)


def _carried(archive: Archive, relations: Mapping[str, _Relation]) -> bytes | None:
    """The part with the making of the draft, wherever an editor has put it."""
    related = [r.target for r in relations.values() if r.kind == "customXml" and not r.is_external]
    loose = [name for name in archive.names if name.startswith(("customxml/", "docprops/")) and name.endswith(".xml")]
    for name in dict.fromkeys([*related, *loose]):
        if name in archive and _CARRIED in archive.peek(name, _PEEK).replace(b"\0", b""):
            return archive.read(name)
    return None
