"""The names by which places in the document are known to Word."""

from __future__ import annotations

import hashlib
import re

from briefwright.document.nodes import Block, Heading, Note
from briefwright.document.numbering import caption_labels
from briefwright.document.walk import blocks, inlines, plain_text

_LONGEST = 40
"""Word cuts or refuses the name of a bookmark beyond this length."""

_COPY = len("_Copy_10")
"""What an editor adds to the name of a bookmark that it copies must find room."""


def bookmark_name(identifier: str) -> str:
    """The bookmark of the block with this id: the same in every build, and of no other id.

    A bookmark takes letters, digits and the underscore. An id of lower-case words with hyphens stays readable;
    any other ends in a digest, because another id could come to the same letters.
    """
    name = "bw_" + re.sub(r"[^A-Za-z0-9]", "_", identifier)
    if len(name) <= _LONGEST and re.fullmatch(r"[a-z0-9-]*", identifier):
        return name
    return f"{name[: _LONGEST - 9]}_{_digest(identifier)}"


def contents_bookmark_name(identifier: str) -> str:
    """The bookmark by which a contents list finds the heading with this id.

    Word makes such names anew whenever it updates a list, and hides what begins with an underscore.
    """
    return f"_Toc{int(_digest(identifier, 12), 16)}"


CALL = "_Ref"
"""How the names of bookmarks begin that stand round the call of a note; Word hides them."""


def call_bookmark_name(key: str, place: int) -> str:
    """The bookmark of the `place`-th of the calls, counted from 1, that the field of this key has more of."""
    return f"{CALL}{int(_digest(f'{key} {place}', 12), 16)}"


def field_bookmark_name(key: str, place: int) -> str:
    """The bookmark of the paragraph where the field of this key stands for the `place`-th time, counted from 1."""
    ending = f"_{_digest(key)}" + (f"_{place}" if place > 1 else "")
    name = "bwf_" + re.sub(r"[^A-Za-z0-9]", "_", key)
    return name[: _LONGEST - _COPY - len(ending)] + ending


def named_words(content: tuple[Block, ...]) -> dict[str, str]:
    """The words in the bookmark of a block, by its id, where a field can show them.

    They are the label of a figure or a table and the text of a heading; one that calls a note would call it again.
    """
    headings = (block for block in blocks(content) if isinstance(block, Heading) and block.id is not None)
    found = {
        heading.id or "": plain_text(heading.content)
        for heading in headings
        if not any(isinstance(inline, Note) for inline in inlines(heading.content))
    }
    return found | {identifier: label.text for identifier, label in caption_labels(content)}


def _digest(identifier: str, digits: int = 8) -> str:
    return hashlib.sha256(identifier.encode()).hexdigest()[:digits]
