"""What the brief becomes for each field that the draft changed, removed or printed more than once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from briefwright.revise.compare.account import Fate, Verdict
from briefwright.revise.compare.fields import Field, Kind
from briefwright.revise.compare.rewrite import Names, Printed, UnwritableError, line, prose
from briefwright.revise.compare.tokens import AGAIN
from briefwright.revise.compare.verdicts import APPLIED
from briefwright.revise.edits import Delete, Edit, Replace

ValueOf = Callable[[Field, str], str | None]
"""The text of the YAML for a value that the house prints as these words; None where no value prints so."""


@dataclass(slots=True)
class Places:
    """Where a field is printed: how often as it was, edited, and no more; `unsure` if it may be another passage."""

    kept: int = 0
    edited: list[Printed] = field(default_factory=list)
    gone: int = 0
    unsure: bool = False


@dataclass(frozen=True, slots=True)
class Decision:
    """What becomes of a field: the edit, or none; whether it is to go; and the verdict on what was changed."""

    verdict: Verdict
    edit: Edit | None = None
    goes: bool = False


def decide(found: Field, places: Places, names: Names, value_of: ValueOf) -> Decision:
    """What becomes of one field."""
    if places.unsure:
        hint = "look at both; --unsure take brings the change back, --unsure leave does not"
        return Decision(Verdict(Fate.QUESTION, "it is not sure that this is the same paragraph", hint))
    try:
        texts = {_text(found, printed, names, value_of) for printed in places.edited}
    except UnwritableError as problem:
        return Decision(Verdict(Fate.REFUSED, str(problem), problem.hint))
    if len(texts) > 1:
        hint = "make them alike in the draft, or make the change in the YAML"
        return Decision(Verdict(Fate.QUESTION, "the draft says this at two places, and differently", hint))
    if not texts or texts == {""}:
        return _gone(places)
    (new,) = texts
    if found.kind is Kind.CITATIONS or new == found.text:
        return Decision(APPLIED if found.kind is not Kind.LINE else _looks_refused(places.edited))
    return Decision(APPLIED, Replace(found.path, found.text, new))


def _text(found: Field, printed: Printed, names: Names, value_of: ValueOf) -> str:
    """The new text of a field by one place where it is printed; empty where it is to go."""
    if found.kind is Kind.CITATIONS:
        return _cited(printed, names)
    said = [one for one in printed.said if not one.token.is_space]
    if not said:
        return ""
    if found.kind is Kind.PROSE:
        return prose(found.text, printed, names)
    text = line(printed.said)
    if found.kind is Kind.LINE or text == "":
        return text
    if [one.sense for one in printed.made] == [one.token.sense for one in printed.said]:
        return found.text
    value = value_of(found, text)
    if value is None:
        hint = f'it stands for "{found.text}"; change that value in the YAML'
        raise UnwritableError(f'no value of this field is printed as "{text}"', hint)
    return value


def _cited(printed: Printed, names: Names) -> str:
    """Something where the note of structured citations is called, itself or as a copy of it; empty where none is.

    Raises:
        UnwritableError: another note is called again in its place.
    """
    own = {names.citation(token.note) for token in printed.made if token.note} - {None}
    calls = [one for one in printed.said if one.token.is_call]
    if any(one.made is not None or names.citation(one.token.note or "") in own for one in calls):
        return "kept"
    if any(one.token.sense == AGAIN for one in calls):
        raise UnwritableError("another note is called where these citations stood", "change them in the YAML")
    return ""


def _looks_refused(edited: Sequence[Printed]) -> Verdict:
    """The verdict on a field of plain text whose words are as they were."""
    if any(one.made is not None and not one.is_kept for printed in edited for one in printed.said):
        return Verdict(Fate.REFUSED, "a field of plain text holds no bold, italics or links", "leave it as it was")
    return APPLIED


def _gone(places: Places) -> Decision:
    if places.kept:
        hint = "delete it wherever the draft prints it, or in the YAML"
        return Decision(Verdict(Fate.REFUSED, "this was deleted at one place and stands at another", hint))
    return Decision(APPLIED, goes=True)


def deletions(going: dict[str, Field], printed: dict[str, Field]) -> tuple[list[Delete], dict[str, Verdict]]:
    """The ends of items and fields of which nothing is left in the draft, and a verdict on each that cannot go.

    An item of a list goes whole when nothing of it is left that was printed.
    """
    items: dict[tuple[str | int, ...], None] = {}
    for found in going.values():
        ancestors = [found.path[: end + 1] for end, step in enumerate(found.path) if isinstance(step, int)]
        whole = next((item for item in ancestors if _is_all_gone(item, going, printed)), None)
        if whole is not None:
            items[whole] = None
    verdicts: dict[str, Verdict] = {}
    edits = [Delete(item) for item in items]
    for pointer, found in going.items():
        if any(found.path[: len(item)] == item for item in items):
            verdicts[pointer] = APPLIED
        elif found.required:
            hint = "write what it shall say, or delete all of the part that it belongs to"
            verdicts[pointer] = Verdict(Fate.REFUSED, "the brief cannot do without this field", hint)
        else:
            verdicts[pointer] = APPLIED
            edits.append(Delete(found.path))
    return edits, verdicts


def _is_all_gone(item: tuple[str | int, ...], going: dict[str, Field], printed: dict[str, Field]) -> bool:
    return all(pointer in going for pointer, found in printed.items() if found.path[: len(item)] == item)
