"""What reviewers wrote in the margin of a draft, kept beside the brief until it is resolved."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import yaml
from pydantic import BaseModel, ConfigDict, Field

from briefwright.diagnostics import Report
from briefwright.document.reading import Comment
from briefwright.source.reader import read as read_yaml
from briefwright.source.scalars import Flag
from briefwright.source.validate import validate

_HEAD = """\
# What reviewers wrote in the margin of drafts. `briefwright pull` adds to this file; `briefwright check` shows what is
# open. A remark leaves the file when it is resolved in Word. To settle one here, write `resolved: true`: it stays
# listed, so that the next pull of the same draft does not bring it back.
"""

KeyOf = Callable[[Comment], str | None]
"""The key of the field that a comment stands on; None where it stands on text of the house style."""


class _Kept(BaseModel):
    """What stands in the file of remarks."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)


class Reply(_Kept):
    """An answer to a remark."""

    author: str
    text: str
    date: str | None = None


class Remark(_Kept):
    """A remark on the words `quoted` of a field; `field` is its key, None where it is about text of the house style."""

    author: str
    text: str
    date: str | None = None
    field: str | None = None
    quoted: str | None = None
    replies: tuple[Reply, ...] = ()
    resolved: Flag = False

    @property
    def identity(self) -> tuple[str, str | None, str]:
        """What makes two remarks the same one, however the draft went on."""
        return self.author, self.date, self.text


class Remarks(_Kept):
    """The remarks on a brief."""

    remarks: tuple[Remark, ...] = Field(default=())


def remarks_of(comments: Sequence[Comment], key_of: KeyOf) -> tuple[Remark, ...]:
    """The remarks of a draft, each with its replies."""
    replies: dict[int, list[Reply]] = {}
    for comment in comments:
        if comment.replies_to is not None:
            replies.setdefault(_thread(comments, comment), []).append(_reply(comment))
    return tuple(
        Remark(
            author=comment.author,
            text=comment.text,
            date=comment.date,
            field=key_of(comment),
            quoted=comment.quoted or None,
            replies=tuple(replies.get(index, ())),
            resolved=comment.resolved,
        )
        for index, comment in enumerate(comments)
        if comment.replies_to is None
    )


def joined(known: Sequence[Remark], found: Sequence[Remark]) -> tuple[Remark, ...]:
    """The known remarks and those of a draft as one list, without those that the draft resolves.

    What was settled by hand stays settled, whatever the draft says.
    """
    by_identity = {remark.identity: remark for remark in found}
    kept = []
    for old in known:
        new = by_identity.pop(old.identity, old)
        if not new.resolved or old.resolved:
            kept.append(new.model_copy(update={"resolved": old.resolved}))
    return (*kept, *(remark for remark in by_identity.values() if not remark.resolved))


def read(text: str, file: str, report: Report) -> tuple[Remark, ...] | None:
    """The remarks in the text of a file, or None with its problems in the report."""
    source = read_yaml(text, file, report)
    remarks = validate(Remarks, source, report) if source else None
    return None if remarks is None else remarks.remarks


def written(remarks: Sequence[Remark]) -> str:
    """The text of a file that holds these remarks."""
    plain = {"remarks": [_plain(remark.model_dump(exclude_defaults=True)) for remark in remarks]}
    return _HEAD + yaml.safe_dump(plain, allow_unicode=True, sort_keys=False, width=100)


def _thread(comments: Sequence[Comment], comment: Comment) -> int:
    """The number of the comment that begins a thread; a circle ends at where it was noticed."""
    seen: set[int] = set()
    number = -1
    while comment.replies_to is not None and comment.replies_to not in seen:
        number = comment.replies_to
        seen.add(number)
        comment = comments[number]
    return number


def _reply(comment: Comment) -> Reply:
    return Reply(author=comment.author, text=comment.text, date=comment.date)


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value
