"""The sources of a brief: what they are, how they were seen, how far they can be relied on."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from briefwright.brief.dates import PartialDate
from briefwright.brief.identifiers import Doi, Isbn, Issn, LanguageTag, Url
from briefwright.brief.part import ClosedList, Id, Record
from briefwright.brief.people import Author
from briefwright.brief.text import Label, Line, Prose, Words
from briefwright.source.scalars import Day, Flag


class SourceType(ClosedList):
    """What kind of thing a source is: the item types of CSL."""

    ARTICLE = "article"
    ARTICLE_JOURNAL = "article-journal"
    ARTICLE_MAGAZINE = "article-magazine"
    ARTICLE_NEWSPAPER = "article-newspaper"
    BILL = "bill"
    BOOK = "book"
    BROADCAST = "broadcast"
    CHAPTER = "chapter"
    COLLECTION = "collection"
    DATASET = "dataset"
    DOCUMENT = "document"
    ENTRY = "entry"
    ENTRY_DICTIONARY = "entry-dictionary"
    ENTRY_ENCYCLOPEDIA = "entry-encyclopedia"
    EVENT = "event"
    FIGURE = "figure"
    GRAPHIC = "graphic"
    HEARING = "hearing"
    INTERVIEW = "interview"
    LEGAL_CASE = "legal_case"
    LEGISLATION = "legislation"
    MANUSCRIPT = "manuscript"
    MAP = "map"
    MOTION_PICTURE = "motion_picture"
    PAMPHLET = "pamphlet"
    PAPER_CONFERENCE = "paper-conference"
    PATENT = "patent"
    PERFORMANCE = "performance"
    PERIODICAL = "periodical"
    PERSONAL_COMMUNICATION = "personal_communication"
    POST = "post"
    POST_WEBLOG = "post-weblog"
    REGULATION = "regulation"
    REPORT = "report"
    REVIEW = "review"
    REVIEW_BOOK = "review-book"
    SOFTWARE = "software"
    SONG = "song"
    SPEECH = "speech"
    STANDARD = "standard"
    THESIS = "thesis"
    TREATY = "treaty"
    WEBPAGE = "webpage"


class Perspective(ClosedList):
    """From where a source speaks."""

    STATE_MEDIA = "state_media"
    GOVERNMENT = "government"
    IGO = "igo"
    NEWS_AGENCY = "news_agency"
    NEWSPAPER = "newspaper"
    THINK_TANK = "think_tank"
    ACADEMIC = "academic"
    NGO = "ngo"
    ADVOCACY = "advocacy"
    INDUSTRY = "industry"
    SOCIAL = "social"
    OTHER = "other"


class SourceLevel(ClosedList):
    """How near a source is to what it tells."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    TERTIARY = "tertiary"


class Reliability(ClosedList):
    """Reliability of a source (Admiralty code); F is not the worst grade but none."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


class Retrieval(ClosedList):
    """How the author came by a source."""

    READ = "read"
    NAME_ONLY = "name_only"
    UNAVAILABLE = "unavailable"
    CONFIDENTIAL = "confidential"


class Source(Record):
    """Something that the brief can cite."""

    type: SourceType = Field(
        description="What kind of thing it is; document if that is not known.", examples=["report", "treaty"]
    )
    title: Line | None = Field(
        default=None,
        description="Title, as it stands on the source. Required unless retrieval is name_only.",
        examples=["Water losses in twelve districts"],
    )
    title_short: Line | None = Field(
        default=None, description="Short title for later notes.", examples=["Water losses"]
    )
    author: tuple[Author, ...] = Field(
        default=(),
        description="Authors: persons (given and family, or name) or organisations (name with short_name or url). "
        "One of author, publisher and container_title is required.",
        examples=[[{"given": "Amina", "family": "Okafor"}]],
    )
    editor: tuple[Author, ...] = Field(
        default=(), description="Editors.", examples=[[{"given": "Ines", "family": "Duarte"}]]
    )
    translator: tuple[Author, ...] = Field(
        default=(), description="Translators.", examples=[[{"given": "Jan", "family": "Smit"}]]
    )
    publisher: Line | None = Field(
        default=None, description="Publisher, institution or site.", examples=["Water Institute"]
    )
    container_title: Line | None = Field(
        default=None,
        description="Title of the journal, newspaper, book or site that holds it.",
        examples=["Journal of Water Policy"],
    )
    collection_title: Line | None = Field(
        default=None, description="Title of the series to which it belongs.", examples=["Working Papers"]
    )
    collection_number: Label | None = Field(default=None, description="Number in that series.", examples=["14"])
    authority: Line | None = Field(
        default=None,
        description="The body that made a law, a decision or a resolution.",
        examples=["UN Security Council"],
    )
    genre: Line | None = Field(
        default=None, description="Kind of work, if the type says too little.", examples=["Briefing"]
    )
    issued: PartialDate | None = Field(
        default=None,
        description="When it was published, as far as known: 2024, 2024-06 or 2024-06-19. "
        "Required unless undated or name_only.",
        examples=["2024-06"],
    )
    undated: Flag = Field(default=False, description="Whether it bears no date.", examples=[True])
    url: Url | None = Field(default=None, description="Web address.", examples=["https://example.org/losses"])
    accessed: Day | None = Field(
        default=None,
        description="The day on which the web address was last opened. Required with url.",
        examples=["2026-01-14"],
    )
    archive_url: Url | None = Field(
        default=None, description="Address of an archived copy.", examples=["https://web.archive.org/web/2026/…"]
    )
    archived: Day | None = Field(
        default=None, description="The day on which the copy was archived.", examples=["2026-01-14"]
    )
    doi: Doi | None = Field(default=None, description="DOI, without an address.", examples=["10.1000/182"])
    isbn: Isbn | None = Field(
        default=None, description="ISBN; its check digit is verified.", examples=["978-0-306-40615-7"]
    )
    issn: Issn | None = Field(default=None, description="ISSN; its check digit is verified.", examples=["0378-5955"])
    number: Label | None = Field(
        default=None, description="Number of a report, law or resolution.", examples=["S/RES/2397"]
    )
    volume: Label | None = Field(default=None, description="Volume.", examples=["12"])
    issue: Label | None = Field(default=None, description="Issue of a periodical.", examples=["3"])
    page: Label | None = Field(default=None, description="Pages that it fills.", examples=["101-118"])
    edition: Label | None = Field(default=None, description="Edition.", examples=["2"])
    publisher_place: Line | None = Field(default=None, description="Place of publication.", examples=["Delft"])
    language: LanguageTag | None = Field(default=None, description="Language in which it is written.", examples=["ko"])
    jurisdiction: Line | None = Field(default=None, description="Jurisdiction of a law or a case.", examples=["GB"])
    perspective: Perspective | None = Field(default=None, description="From where it speaks.", examples=["government"])
    level: SourceLevel | None = Field(
        default=None, description="How near it is to what it tells.", examples=["primary"]
    )
    reliability: Reliability | None = Field(
        default=None,
        description="Reliability of the source (Admiralty code): A completely, B usually, C fairly, "
        "D not usually reliable, E unreliable, F cannot be judged.",
        examples=["B"],
    )
    descriptor: Annotated[Prose, Words(60)] | None = Field(
        default=None,
        description="What bears on its quality, in at most 60 words: access, record, bias, currency.",
        examples=["Audited figures of the regulator; two districts did not answer."],
    )
    via: Id | None = Field(
        default=None,
        description="Id of the source actually read, which cites this one; retrieval is then name_only or unavailable.",
        examples=["survey-2025"],
    )
    retrieval: Retrieval = Field(
        description="How the author came by it: read; name_only (named by another source, not seen); unavailable; "
        "confidential.",
        examples=["read"],
    )
    chatham_house_rule: Flag = Field(
        default=False,
        description="Whether it was said under the Chatham House Rule, which forbids names and affiliations.",
        examples=[True],
    )
    note: Prose | None = Field(default=None, description="A remark for the list of sources.", examples=["In Korean."])
