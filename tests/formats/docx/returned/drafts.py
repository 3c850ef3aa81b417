"""Drafts written by hand, as editors would write them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace

from briefwright.diagnostics import Report
from briefwright.document.reading import Reading
from briefwright.formats.docx.reading import Parts, open_package, read

NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
        "v": "urn:schemas-microsoft-com:vml",
        "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
        "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "wpg": "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup",
        "new": "urn:something-newer",
    }.items()
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_EXTENDED = "http://schemas.microsoft.com/office/2011/relationships"
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr/></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="Heading 1"/><w:basedOn w:val="Normal"/>
  <w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/>
  <w:rPr><w:i w:val="true"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Item"><w:name w:val="Brief List Item"/><w:basedOn w:val="Normal"/>
  <w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Anchor"><w:name w:val="Footnote Anchor"/></w:style>
<w:style w:type="paragraph" w:styleId="Footnote"><w:name w:val="Footnote"/></w:style>
"""
SECTION = "<w:sectPr/>"


def relation(identifier: str, kind: str, target: str, *, external: bool = False) -> str:
    """One relationship; `kind` is the last part of its address."""
    mode = ' TargetMode="External"' if external else ""
    address = _EXTENDED if kind == "commentsExtended" else _KIND
    return f'<Relationship Id="{identifier}" Type="{address}/{kind}" Target="{target}"{mode}/>'


def relations(*entries: str) -> str:
    """A part of relationships."""
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{"".join(entries)}</Relationships>'


def root(name: str, content: str) -> str:
    """The root of a part with all prefixes declared."""
    declared = f'{NAMESPACES} mc:Ignorable="w14 w15 new"'
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:{name} {declared}>{content}</w:{name}>'


def files(body: str, *relationships: str, **parts: str) -> dict[str, str]:
    """The files of a draft with this body; `parts` gives the content of others by the names of their roots."""
    made = {
        "[Content_Types].xml": TYPES,
        "_rels/.rels": relations(relation("rId1", "officeDocument", "word/document.xml")),
        "word/document.xml": root("document", f"<w:body>{body}{SECTION}</w:body>"),
    }
    named = [relation("rIdStyles", "styles", "styles.xml")]
    for name, content in {"styles": STYLES, **parts}.items():
        made[f"word/{name}.xml"] = content if content.startswith("<?xml") else root(name, content)
        if name != "styles":
            named.append(relation(f"rId{name}", name, f"{name}.xml"))
    made["word/_rels/document.xml.rels"] = relations(*named, *relationships)
    return made


def packed(contents: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip file of these files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", method) as archive:
        for name, content in contents.items():
            archive.writestr(name, content)
    return target.getvalue()


def opened(data: bytes) -> Parts:
    """The parts of a draft with which nothing is wrong."""
    report = Report()
    parts = open_package(data, "draft.docx", report)
    assert not list(report)
    assert parts is not None
    return parts


def reading(body: str, *relationships: str, **parts: str) -> Reading:
    """What a draft with this body says, in which nothing was found that cannot be read."""
    report = Report()
    found = read(opened(packed(files(body, *relationships, **parts))), report)
    assert not list(report)
    return found


def told(body: str, **parts: str) -> tuple[Reading, list[tuple[str, str]]]:
    """What a draft with this body says, and what is told of it: codes and messages."""
    report = Report()
    found = read(opened(packed(files(body, **parts))), report)
    return found, [(problem.code, problem.message) for problem in report]


def p(content: str = "", properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p>{f'<w:pPr>{properties}</w:pPr>' if properties else ''}{content}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of words."""
    said = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{said}<w:t xml:space="preserve">{text}</w:t></w:r>'


def change(kind: str, content: str = "", author: str = "Ada", date: str = "2026-11-26T10:00:00Z") -> str:
    """A tracked change: `ins`, `del`, `moveFrom`, `moveTo` or another."""
    content = content.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>") if kind == "del" else content
    return f'<w:{kind} w:id="1" w:author="{author}" w:date="{date}">{content}</w:{kind}>'


def ended(kind: str, author: str = "Ada") -> str:
    """The property of a paragraph whose end is a tracked change."""
    return f"<w:rPr>{change(kind, author=author)}</w:rPr>"


def control(tag: str, content: str, more: str = "") -> str:
    """A content control."""
    return f'<w:sdt><w:sdtPr>{more}<w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def table(*rows: str) -> str:
    """A table of rows."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def row(*cells: str, properties: str = "") -> str:
    """A row of cells."""
    said = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{said}{''.join(cells)}</w:tr>"


def cell(*content: str, properties: str = "") -> str:
    """A cell."""
    said = f"<w:tcPr>{properties}</w:tcPr>" if properties else ""
    return f"<w:tc>{said}{''.join(content)}</w:tc>"


def marks(*kinds: str) -> str:
    """The runs of a complex field: `begin`, `separate` and `end`, and instructions between."""
    known = ("begin", "separate", "end")
    return "".join(
        f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'
        if kind in known
        else f'<w:r><w:instrText xml:space="preserve">{kind}</w:instrText></w:r>'
        for kind in kinds
    )


def note(number: int, content: str, kind: str = "footnote") -> str:
    """A note of one paragraph with its number."""
    paragraph = p(f"<w:r><w:{kind}Ref/></w:r>{content}", '<w:pStyle w:val="Footnote"/>')
    return f'<w:{kind} w:id="{number}">{paragraph}</w:{kind}>'


def call(number: int, kind: str = "footnote") -> str:
    """The call of a note."""
    return f'<w:r><w:rPr><w:rStyle w:val="Anchor"/></w:rPr><w:{kind}Reference w:id="{number}"/></w:r>'


def unchanged(found: Reading) -> Reading:
    """A reading without its comments, to compare texts alone."""
    return replace(found, comments=())
