"""What ISO 19005-2 (PDF/A-2) and ISO 14289-1 (PDF/UA-1) ask of the file and of what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from tests.formats.pdf.conformance.reading import Opened

_NAMES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfuaid": "http://www.aiim.org/pdfua/ns/id/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
}
_STREAM = re.compile(rb"\d+ 0 obj\s*(<<(?:(?!endobj).)*?>>)\s*stream\r?\n", re.DOTALL)
_FORBIDDEN_KEYS = {
    "/F": "a stream outside the file", "/FFilter": "a stream outside the file",
    "/TR": "a transfer function", "/TR2": "a transfer function", "/HTP": "a halftone",
    "/Alternates": "another picture in place of one", "/OPI": "a picture of a prepress server",
    "/AA": "an action that runs by itself", "/JS": "a script", "/XFA": "a form of XML", "/OC": "optional content",
}  # fmt: skip
_ALLOWED_ACTIONS = {"/GoTo", "/URI"}


def head_is_right(opened: Opened) -> Iterator[str]:
    """ISO 19005-2 6.1.2: the file begins with its version and a comment of bytes that no text has."""
    if not re.match(rb"%PDF-1\.[0-7]\r?\n%[\x80-\xff]{4}", opened.data):
        yield "the head is wrong"


def trailer_is_right(opened: Opened) -> Iterator[str]:
    """ISO 19005-2 6.1.3: the file has an identifier and no encryption, and nothing follows its end."""
    if "/ID" not in opened.pdf.trailer or opened.pdf.is_encrypted:
        yield "the file has no identifier or is encrypted"
    if not re.search(rb"%%EOF\r?\n?\Z", opened.data):
        yield "something follows the end"


def streams_end_rightly(opened: Opened) -> Iterator[str]:
    """ISO 19005-2 6.1.7.1: a stream is as long as it says, and a line ends before its end is told."""
    for match in _STREAM.finditer(opened.data):
        length = re.search(rb"/Length (\d+)(?! 0 R)", match[1])
        after = opened.data[match.end() + int(length[1]) :][:12] if length else b""
        if not re.match(rb"\r?\nendstream", after):
            yield "a stream does not end where it says"


def nothing_is_forbidden(opened: Opened) -> Iterator[str]:
    """ISO 19005-2 6.1.7, 6.2.5, 6.2.8, 6.5, 6.8: no outside streams, transfer functions, scripts, files or LZW."""
    for one in opened.objects():
        for key, kind in _FORBIDDEN_KEYS.items():
            if key in one and not (key == "/F" and one.get("/Type") == "/Annot"):
                yield f"the file has {kind}"
        filters = str(one.get("/Filter", ""))
        if "LZW" in filters or "Crypt" in filters or "ASCII" in filters:
            yield f"a stream is encoded as {filters}"
        if one.get("/Interpolate") is True or one.get("/Subtype") == "/PS":
            yield "a picture is smoothed, or drawn by a program"
        if one.get("/S") in {"/JavaScript", "/Launch", "/Named", "/SubmitForm"} or (
            one.get("/Type") == "/Action" and one.get("/S") not in _ALLOWED_ACTIONS
        ):
            yield "the file has an action that is forbidden"
    names = opened.pdf.Root.get("/Names", {})
    if "/JavaScript" in names or "/EmbeddedFiles" in names or "/OpenAction" in opened.pdf.Root:
        yield "the file has scripts, files inside it, or acts when opened"


def colours_have_a_meaning(opened: Opened) -> Iterator[str]:
    """ISO 19005-2 6.2.3: the output intent has an RGB profile of ICC version 4.2 at most, and dates from no build."""
    intents = [one for one in opened.pdf.Root.get("/OutputIntents", []) if one.get("/S") == "/GTS_PDFA1"]
    if len(intents) != 1 or "/DestOutputProfile" not in intents[0]:
        yield "the colours of the file have no meaning"
        return
    stream = intents[0].DestOutputProfile
    profile = stream.read_bytes()
    if int(stream.N) != 3 or profile[12:20] != b"mntrRGB " or profile[36:40] != b"acsp":
        yield "the profile is none of RGB for screens"
    if profile[8:10] > b"\x04\x20" or int.from_bytes(profile[:4], "big") != len(profile):
        yield "the profile is newer than PDF 1.7, or cut short"


def claims_are_made(opened: Opened) -> Iterator[str]:
    """ISO 19005-2 6.6.2.1, 6.6.2.3, 6.6.4, ISO 14289-1 5: a plain packet of XMP claims PDF/A-2a and PDF/UA-1."""
    packet = _packet(opened)
    if packet is None:
        yield "the file has no readable metadata"
        return
    claims = [packet.findtext(f".//{name}", "", _NAMES).strip() for name in _CLAIMS]
    if claims != list(_CLAIMS.values()):
        yield f"the file claims {claims}"
    if packet.findtext(".//pdfaSchema:namespaceURI", "", _NAMES) != _NAMES["pdfuaid"]:
        yield "the schema of the claim is not described"


def title_is_shown(opened: Opened) -> Iterator[str]:
    """ISO 14289-1 7.1 paragraphs 8 to 10: the file has a title in its metadata and shows it."""
    packet = _packet(opened)
    if packet is None or not packet.findtext(".//dc:title//rdf:li", "", _NAMES).strip():
        yield "the file has no title"
    if opened.pdf.Root.get("/ViewerPreferences", {}).get("/DisplayDocTitle") is not True:
        yield "the title is not shown"


def metadata_agree(opened: Opened) -> Iterator[str]:
    """ISO 19005-2 6.6.2: what the file says of itself in two places is the same in both."""
    packet = _packet(opened)
    info = {str(key): str(value) for key, value in opened.pdf.docinfo.items()}
    for key, name in _SAME.items():
        said = "" if packet is None else packet.findtext(f".//{name}", "", _NAMES).strip()
        if _day(info.get(key, "")) != _day(said):
            yield f"{key} is {info.get(key)!r} here and {said!r} there"


_CLAIMS = {"pdfaid:part": "2", "pdfaid:conformance": "A", "pdfuaid:part": "1"}
_SAME = {
    "/Title": "dc:title//rdf:li", "/Author": "dc:creator//rdf:li", "/Subject": "dc:description//rdf:li",
    "/Keywords": "pdf:Keywords", "/Creator": "xmp:CreatorTool", "/Producer": "pdf:Producer",
    "/CreationDate": "xmp:CreateDate", "/ModDate": "xmp:ModifyDate",
}  # fmt: skip


def _packet(opened: Opened) -> Any:
    stream = opened.pdf.Root.get("/Metadata")
    if stream is None or "/Filter" in stream or stream.get("/Subtype") != "/XML":
        return None
    try:
        return etree.fromstring(stream.read_raw_bytes())
    except etree.XMLSyntaxError:
        return None


def _day(value: str) -> str:
    """A date of either kind in one form; other values as they are."""
    date = re.fullmatch(r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)T?(\d\d):?(\d\d):?(\d\d)Z", value)
    return "-".join(date.groups()) if date else value


CHECKS = (
    head_is_right,
    trailer_is_right,
    streams_end_rightly,
    nothing_is_forbidden,
    colours_have_a_meaning,
    claims_are_made,
    title_is_shown,
    metadata_agree,
)
