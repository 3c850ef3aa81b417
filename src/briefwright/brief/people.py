"""People and organisations: authors, publishers, contacts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any, Self

from pydantic import Discriminator, Field, Tag, model_validator

from briefwright.brief.identifiers import Email, Orcid, Ror, Url
from briefwright.brief.part import Part
from briefwright.brief.text import Label, Line, Prose, Words
from briefwright.source.scalars import Day, ill_assorted


class Image(Part):
    """A picture file with its description."""

    file: Line = Field(description="Path of the picture, from the folder of the brief.", examples=["logo.png"])
    alt: Line = Field(
        description="What the picture shows, for readers who cannot see it.",
        examples=["Logo of the Institute"],
    )


class Person(Part):
    """A person: a name as printed, or given and family name."""

    name: Line | None = Field(
        default=None,
        description="The name as it is printed; or use given and family.",
        examples=["Amina Okafor"],
    )
    given: Line | None = Field(default=None, description="Given name or names.", examples=["Amina"])
    family: Line | None = Field(
        default=None, description="Family name, by which lists are ordered.", examples=["Okafor"]
    )
    honorific: Line | None = Field(default=None, description="A title printed before the name.", examples=["Dr"])
    role: Line | None = Field(default=None, description="What the person does there.", examples=["Senior fellow"])
    affiliation: Line | None = Field(
        default=None, description="The organisation the person belongs to.", examples=["Water Institute"]
    )
    email: Email | None = Field(
        default=None, description="E-mail address to be printed.", examples=["a.okafor@example.org"]
    )
    orcid: Orcid | None = Field(
        default=None,
        description="ORCID of the person; its check digit is verified.",
        examples=["0000-0002-1825-0097"],
    )
    bio: Annotated[Prose, Words(80)] | None = Field(
        default=None,
        description="Who the author is, in at most 80 words.",
        examples=["Amina Okafor studies the pricing of drinking water."],
    )
    photo: Image | None = Field(default=None, description="A portrait.")

    @model_validator(mode="after")
    def _has_one_name(self) -> Self:
        parted = self.given is not None or self.family is not None
        if (self.name is not None) == parted:
            raise ill_assorted("a person takes either name, or given and family")
        return self

    @property
    def printed_name(self) -> str:
        """The name in the order in which it is printed."""
        return self.name or " ".join(part for part in (self.given, self.family) if part)


class Organisation(Part):
    """An organisation as author."""

    name: Line = Field(description="Full name.", examples=["Organisation for Economic Co-operation"])
    short_name: Line | None = Field(
        default=None, description="Name or initials used after the first mention.", examples=["OECD"]
    )
    ror: Ror | None = Field(
        default=None,
        description="Address in the Research Organization Registry.",
        examples=["https://ror.org/05dxps055"],
    )
    url: Url | None = Field(default=None, description="Web address.", examples=["https://example.org"])

    @property
    def printed_name(self) -> str:
        """The name as it is printed."""
        return self.name


_OF_ORGANISATIONS = frozenset({"short_name", "ror", "url"})


def _kind_of_author(value: Any) -> str:
    if isinstance(value, Organisation):
        return "an organisation"
    if isinstance(value, Mapping) and _OF_ORGANISATIONS & value.keys():
        return "an organisation"
    return "a person"


Author = Annotated[
    Annotated[Person, Tag("a person")] | Annotated[Organisation, Tag("an organisation")],
    Discriminator(_kind_of_author),
]
"""A person, or an organisation if it has a short name, a registry address or a web address.

A name alone is printed as it stands, whichever it is.
"""


class Publisher(Part):
    """The organisation that publishes the brief."""

    name: Line = Field(description="Full name.", examples=["Water Institute"])
    short_name: Line | None = Field(default=None, description="Short name.", examples=["WI"])
    address: Line | None = Field(
        default=None, description="Postal address on one line.", examples=["1 Canal Street, Delft"]
    )
    url: Url | None = Field(default=None, description="Web address.", examples=["https://example.org"])
    logo: Image | None = Field(default=None, description="Logo for the masthead.")


class Contact(Part):
    """Whom a reader can ask about the brief."""

    name: Line = Field(description="Name of the person or desk.", examples=["Water policy desk"])
    email: Email | None = Field(default=None, description="E-mail address.", examples=["desk@example.org"])
    phone: Label | None = Field(default=None, description="Telephone number.", examples=["+31 15 000 0000"])
    available_until: Day | None = Field(
        default=None,
        description="The last day on which the contact answers while the brief is considered.",
        examples=["2026-04-30"],
    )
