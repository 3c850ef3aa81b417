"""Metadata: what a file says of itself, the same in its information and in its XMP packet."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from reportlab.pdfbase.pdfdoc import PDFDictionary, PDFString

from briefwright.document.nodes import Metadata
from briefwright.formats.pdf.file import Plain

_PRODUCER = "Briefwright"


def information(metadata: Metadata) -> PDFDictionary:
    """The information of the file; its dates are that of the document, at midnight in UTC."""
    date = PDFString(f"D:{_date(metadata).replace('-', '')}000000Z")
    said = {
        "Title": metadata.title,
        "Author": _authors(metadata),
        "Subject": metadata.subject,
        "Keywords": ", ".join(metadata.keywords),
        "Creator": metadata.publisher,
        "Producer": _PRODUCER,
    }
    entries = {name: PDFString(value) for name, value in said.items() if value}
    return PDFDictionary({**entries, "CreationDate": date, "ModDate": date})


def packet(metadata: Metadata) -> Plain:
    """The XMP packet: the same words, and that the file is PDF/A-2a and PDF/UA-1.

    It is not compressed, so that it can be read by who cannot read the file.
    """
    data = _xmp(metadata).encode("utf-8")
    return Plain(b"<</Type/Metadata/Subtype/XML/Length %d>>\nstream\n%sendstream\n" % (len(data), data))


def _xmp(metadata: Metadata) -> str:
    date = f"{_date(metadata)}T00:00:00Z"
    dublin_core = [
        "<dc:format>application/pdf</dc:format>",
        _element("dc:title", "Alt", [metadata.title], ' xml:lang="x-default"'),
        _element("dc:creator", "Seq", [_authors(metadata)]),
        _element("dc:description", "Alt", [metadata.subject], ' xml:lang="x-default"'),
        _element("dc:subject", "Bag", metadata.keywords),
        _element("dc:publisher", "Bag", [metadata.publisher]),
        _element("dc:language", "Bag", [metadata.language]),
        f"<dc:identifier>{escape(metadata.identifier)}</dc:identifier>" if metadata.identifier else "",
    ]
    basic = [
        f"<xmp:CreateDate>{date}</xmp:CreateDate>",
        f"<xmp:ModifyDate>{date}</xmp:ModifyDate>",
        f"<xmp:CreatorTool>{escape(metadata.publisher)}</xmp:CreatorTool>" if metadata.publisher else "",
    ]
    keywords = escape(", ".join(metadata.keywords))
    adobe = [
        f"<pdf:Producer>{_PRODUCER}</pdf:Producer>",
        f"<pdf:Keywords>{keywords}</pdf:Keywords>" if keywords else "",
    ]
    return _PACKET.format(dublin_core="".join(dublin_core), basic="".join(basic), adobe="".join(adobe))


def _element(name: str, kind: str, values: Iterable[str], attribute: str = "") -> str:
    items = "".join(f"<rdf:li{attribute}>{escape(value)}</rdf:li>" for value in values if value)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>" if items else ""


def _authors(metadata: Metadata) -> str:
    return ", ".join(metadata.authors)


def _date(metadata: Metadata) -> str:
    """The date of the document as a whole day: the first where it names a month or a year."""
    return metadata.date[:10] + "0000-01-01"[len(metadata.date) :]


_PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">{dublin_core}</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">{basic}</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">{adobe}</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>The part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>"""
