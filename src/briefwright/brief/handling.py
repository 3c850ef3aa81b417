"""Handling: who may read a brief, in the words of the scheme that governs it. Nothing here is ever derived."""

from __future__ import annotations

from pydantic import Field

from briefwright.brief.dates import ZonedTime
from briefwright.brief.part import ClosedList, Part
from briefwright.brief.text import Label, Line
from briefwright.source.scalars import Flag


class Scheme(ClosedList):
    """A scheme of handling markings."""

    NONE = "none"
    TLP = "tlp"
    UK_GSCP = "uk_gscp"
    US_NSI = "us_nsi"
    US_CUI = "us_cui"
    EU = "eu"
    NATO = "nato"
    CUSTOM = "custom"


LEVELS: dict[Scheme, tuple[str, ...]] = {
    Scheme.NONE: (),
    Scheme.TLP: ("TLP:CLEAR", "TLP:GREEN", "TLP:AMBER", "TLP:AMBER+STRICT", "TLP:RED"),
    Scheme.UK_GSCP: ("OFFICIAL", "OFFICIAL-SENSITIVE", "SECRET", "TOP SECRET"),
    Scheme.US_NSI: ("UNCLASSIFIED", "CONFIDENTIAL", "SECRET", "TOP SECRET"),
    Scheme.US_CUI: ("CUI",),
    Scheme.EU: (
        "RESTREINT UE/EU RESTRICTED",
        "CONFIDENTIEL UE/EU CONFIDENTIAL",
        "SECRET UE/EU SECRET",
        "TRÈS SECRET UE/EU TOP SECRET",
    ),
    Scheme.NATO: (
        "NATO UNCLASSIFIED",
        "NATO RESTRICTED",
        "NATO CONFIDENTIAL",
        "NATO SECRET",
        "COSMIC TOP SECRET",
    ),
}
"""The levels of each published scheme, the least restrictive first."""

_DOUBLE_SLASHED = frozenset({Scheme.US_NSI, Scheme.US_CUI, Scheme.NATO})


class AuthorityBlock(Part):
    """On whose authority a US document is classified, and until when."""

    classified_by: Line | None = Field(default=None, description="Who classified it.", examples=["Name and position"])
    derived_from: Line | None = Field(
        default=None, description="From what its classification derives.", examples=["Guide, date"]
    )
    declassify_on: Line | None = Field(default=None, description="When it is declassified.", examples=["20360331"])


class Handling(Part):
    """Markings and limits on who may read the brief."""

    scheme: Scheme = Field(
        default=Scheme.NONE, description="The scheme of markings; none prints nothing.", examples=["tlp"]
    )
    level: Line | None = Field(
        default=None, description="The level, in the scheme's own words.", examples=["TLP:GREEN"]
    )
    caveats: tuple[Line, ...] = Field(
        default=(), description="Further markings, printed after the level.", examples=[["UK EYES ONLY"]]
    )
    portion_marking: Flag = Field(
        default=False, description="Whether each paragraph carries its own marking.", examples=[True]
    )
    authority_block: AuthorityBlock | None = Field(
        default=None, description="On whose authority the document is classified (US)."
    )
    registration_number: Label | None = Field(
        default=None, description="Registration number printed on each page.", examples=["2026/118"]
    )
    copy_number: Label | None = Field(default=None, description="Number of this copy.", examples=["3 of 10"])
    chatham_house_rule: Flag = Field(
        default=False,
        description="Whether the brief draws on a meeting under the Chatham House Rule.",
        examples=[True],
    )
    embargo_until: ZonedTime | None = Field(
        default=None,
        description="The time before which the brief may not be published, with its zone.",
        examples=["2026-03-31T00:01+01:00"],
    )
    distribution: tuple[Line, ...] = Field(
        default=(), description="Who gets a copy.", examples=[["Minister", "Permanent Secretary"]]
    )

    @property
    def banner(self) -> str | None:
        """The marking for the top and bottom of each page: level and caveats; None if there is no level."""
        if self.scheme is Scheme.NONE or self.level is None:
            return None
        separator = "//" if self.scheme in _DOUBLE_SLASHED else " "
        return separator.join((self.level, *self.caveats))

    @property
    def levels(self) -> tuple[str, ...]:
        """The levels of the scheme, the least restrictive first; none for a custom scheme."""
        return LEVELS.get(self.scheme, ())
