"""What the type, the status and the purpose of a brief require of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from briefwright.brief.brief import Brief
from briefwright.brief.checks.finding import Finding
from briefwright.brief.part import Part
from briefwright.brief.publication import BriefType, Purpose, Stance, Status
from briefwright.brief.summary import Summary
from briefwright.brief.text import Prose, count_words


class _Requirement(NamedTuple):
    """A field that a brief of some kind must give, so many items of it; `asks` is the field that makes the kind."""

    kind: str
    asks: str
    applies: Callable[[Brief], bool]
    field: str
    least: int = 1


def _is(kind: BriefType) -> Callable[[Brief], bool]:
    return lambda brief: brief.type is kind


_ASSESSMENT = ("an intelligence_assessment", "type", _is(BriefType.INTELLIGENCE_ASSESSMENT))
_SUBMISSION = ("a submission", "type", _is(BriefType.SUBMISSION))
_POLICY_BRIEF = ("a policy_brief", "type", _is(BriefType.POLICY_BRIEF))
_FINAL = ("a final brief", "status", lambda brief: brief.status is Status.FINAL)

_REQUIREMENTS = (
    _Requirement(*_ASSESSMENT, "information_cutoff"),
    _Requirement(*_ASSESSMENT, "key_judgements"),
    _Requirement(*_ASSESSMENT, "source_summary"),
    _Requirement(*_SUBMISSION, "contact"),
    _Requirement(*_SUBMISSION, "question"),
    _Requirement(*_SUBMISSION, "options", 2),
    _Requirement(*_SUBMISSION, "recommendations"),
    _Requirement(*_POLICY_BRIEF, "motivations"),
    _Requirement(*_POLICY_BRIEF, "risks"),
    _Requirement(*_POLICY_BRIEF, "recommendations"),
    _Requirement("an evidence_brief", "type", _is(BriefType.EVIDENCE_BRIEF), "options", 2),
    _Requirement(
        "an objective brief",
        "stance",
        lambda brief: (
            brief.stance is Stance.OBJECTIVE and brief.type not in (BriefType.EVIDENCE_BRIEF, BriefType.SUBMISSION)
        ),
        "options",
        2,
    ),
    _Requirement(*_FINAL, "publisher"),
    _Requirement(*_FINAL, "rights"),
    _Requirement("a brief for decision", "purpose", lambda brief: brief.purpose is Purpose.DECIDE, "decision"),
    _Requirement("a superseded brief", "status", lambda brief: brief.status is Status.SUPERSEDED, "superseded_by"),
    _Requirement("a brief with motivations", "motivations", lambda brief: bool(brief.motivations), "actors"),
    _Requirement("a brief with stakeholders", "stakeholders", lambda brief: bool(brief.stakeholders), "actors"),
)


def required_fields_are_given(brief: Brief) -> Iterator[Finding]:
    """A brief gives what its type, status and purpose require."""
    for requirement in _REQUIREMENTS:
        value = getattr(brief, requirement.field)
        count = len(value) if isinstance(value, tuple) else int(value is not None)
        if requirement.applies(brief) and count < requirement.least:
            number = "two " if requirement.least == 2 else ""
            message = f'{requirement.kind} needs {number}"{requirement.field}"'
            described = Brief.model_fields[requirement.field].description
            hints = (f"{requirement.field}: {described}",)
            yield Finding("BW321", (requirement.asks,), message, hints, ((requirement.field,),))


_SHARE = 10
_SHORT_SUMMARY = 220


def the_summary_is_short(brief: Brief) -> Iterator[Finding]:
    """A summary has at most 220 words, or a tenth of the words of the text if that is more."""
    words = sum(count_words(text) for text in _summary_texts(brief.summary))
    bound = max(_SHORT_SUMMARY, _words(brief) // _SHARE)
    if words > bound:
        message = f"the summary has {words} words; at most {bound} suit the length of this brief"
        yield Finding("BW326", ("summary",), message, (), (("context",),))


def _summary_texts(summary: Summary) -> Iterator[str]:
    if summary.three_questions is not None:
        three = summary.three_questions
        yield from (three.whats_new, three.why_it_matters, three.what_should_be_done)
    else:
        yield from (summary.bluf or "", *(summary.key_points or ()))


def _words(brief: Brief) -> int:
    return sum(
        count_words(text)
        for field in Brief.model_fields
        if field not in {"summary", "sources", "lint"}
        for text in _prose(getattr(brief, field))
    )


def _prose(value: object) -> Iterator[str]:
    if isinstance(value, Prose):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from _prose(item)
    elif isinstance(value, Part):
        for field in type(value).model_fields:
            yield from _prose(getattr(value, field))
