"""The structured citations of a claim as the document calls them."""

from __future__ import annotations

from briefwright.brief.citation import Citation, LocatorLabel
from briefwright.brief.citation_syntax import read_locator
from briefwright.document.nodes import CitedSource, Inline, Origin


def cited_source(
    citation: Citation, origin: Origin, quote: tuple[Inline, ...] = (), note: tuple[Inline, ...] = ()
) -> CitedSource:
    """The source that a structured citation calls; `quote` and `note` are its own, read as prose.

    A locator that names its kind itself (`art. 4`) needs no locator label.
    """
    locator = citation.locator
    label = None if locator is None else citation.locator_label.value
    named = read_locator(locator) if locator is not None and label == LocatorLabel.PAGE else None
    if named is not None:
        locator, label = named
    return CitedSource(
        source=citation.source,
        locator=locator,
        locator_label=label,
        origin=origin,
        relation=citation.relation.value,
        quote=quote,
        note=note,
    )
