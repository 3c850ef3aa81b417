"""Comments: who says what of which words, which comment answers which, and which are settled."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml.etree import _Element

from briefwright.document.reading import Comment, Story
from briefwright.formats.docx.reading.names import W14, W15, W
from briefwright.formats.docx.reading.parts import Part


@dataclass(frozen=True, slots=True)
class Quote:
    """The words that a comment is about: the passage where they begin, counted from 0 in its story."""

    story: Story
    passage: int
    words: str


_NOWHERE = Quote(Story.BODY, 0, "")


def read_comments(
    comments: Part, extended: Part | None, quotes: Mapping[str, Quote], texts: Mapping[str, str]
) -> Iterator[Comment]:
    """The comments in the order of their part; `quotes` and `texts` are those of each by its id.

    A comment whose words are gone is about the beginning of the draft.
    """
    elements = list(comments.root.iterchildren(f"{W}comment"))
    places = {_last_paragraph(element): number for number, element in enumerate(elements)}
    threads = {} if extended is None else {one.get(f"{W15}paraId", ""): one for one in extended.root}
    for element in elements:
        quote = quotes.get(element.get(f"{W}id", ""), _NOWHERE)
        thread = threads.get(_last_paragraph(element) or "-")
        yield Comment(
            element.get(f"{W}author", ""),
            texts[element.get(f"{W}id", "")],
            quote.story,
            quote.passage,
            quote.words,
            element.get(f"{W}date"),
            None if thread is None else places.get(thread.get(f"{W15}paraIdParent", "-")),
            thread is not None and thread.get(f"{W15}done", "0") in ("1", "true"),
        )


def _last_paragraph(comment: _Element) -> str:
    """The id of the last paragraph of a comment, by which others refer to it."""
    paragraphs = comment.findall(f"{W}p")
    return paragraphs[-1].get(f"{W14}paraId", "") if paragraphs else ""
