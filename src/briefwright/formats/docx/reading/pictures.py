"""Pictures and other objects in the text, and the words that they show."""

from __future__ import annotations

from dataclasses import dataclass

from lxml.etree import _Element

from briefwright.document.reading import ThingKind
from briefwright.formats.docx.reading.names import MC, W, name

_GROUPS = (
    "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}wgp",
    "{http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas}wpc",
    "{urn:schemas-microsoft-com:vml}group",
)


@dataclass(frozen=True, slots=True)
class Shown:
    """What an object is, and the words in it, one line for each paragraph."""

    kind: ThingKind
    text: str


def shown(element: _Element) -> Shown:
    """What a `w:drawing`, `w:pict` or `w:object` shows.

    Words in a group of shapes are labels of a drawing; words in a shape of its own are a text box, which is an object.
    """
    text = "\n".join(_boxes(element))
    is_drawing = name(element) != "object" and (not text or any(True for _ in element.iter(*_GROUPS)))
    return Shown(ThingKind.PICTURE if is_drawing else ThingKind.OBJECT, text)


def _boxes(element: _Element) -> list[str]:
    lines = []
    for box in element.iter(f"{W}txbxContent"):
        if _is_read(box, element):
            lines += ["".join(text.text or "" for text in line.iter(f"{W}t")) for line in box.iter(f"{W}p")]
    return lines


def _is_read(box: _Element, element: _Element) -> bool:
    """Whether a box is no second copy of another, for programs that cannot draw the first, and in no other box."""
    between = []
    for ancestor in box.iterancestors():
        if ancestor is element:
            break
        between.append(ancestor.tag)
    return f"{MC}Fallback" not in between and f"{W}txbxContent" not in between
