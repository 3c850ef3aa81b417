"""What reviewers wrote in the margin is kept until it is resolved."""

from __future__ import annotations

from briefwright.diagnostics import Report
from briefwright.document.reading import Comment, Story
from briefwright.revise.remarks import Remark, Reply, joined, read, remarks_of, written


def _comment(text: str, author: str = "Jane Doe", replies_to: int | None = None, resolved: bool = False) -> Comment:
    return Comment(author, text, Story.BODY, 3, "a third", "2026-11-26T10:00:00Z", replies_to, resolved)


def _remark(text: str, resolved: bool = False) -> Remark:
    return Remark(author="Jane Doe", text=text, date="2026-11-26T10:00:00Z", resolved=resolved)


def _texts(remarks: tuple[Remark, ...]) -> list[str]:
    return [remark.text for remark in remarks]


def test_a_remark_knows_its_field_its_words_and_its_replies() -> None:
    comments = [_comment("Source?"), _comment("OECD.", "Kim", 0), _comment("Thanks.", replies_to=1)]
    (remark,) = remarks_of(comments, lambda comment: "summary/bluf")
    assert (remark.field, remark.quoted, remark.text) == ("summary/bluf", "a third", "Source?")
    assert [(reply.author, reply.text) for reply in remark.replies] == [("Kim", "OECD."), ("Jane Doe", "Thanks.")]


def test_replies_in_a_circle_end() -> None:
    comments = [_comment("One", replies_to=1), _comment("Two", replies_to=0), _comment("Three")]
    assert _texts(remarks_of(comments, lambda comment: None)) == ["Three"]


def test_new_remarks_come_after_those_known() -> None:
    assert _texts(joined([_remark("old")], [_remark("new")])) == ["old", "new"]


def test_a_remark_known_already_is_listed_once_with_its_newest_replies() -> None:
    answered = _remark("old").model_copy(update={"replies": (Reply(author="Kim", text="Yes."),)})
    assert joined([_remark("old")], [answered]) == (answered,)


def test_a_remark_resolved_in_the_draft_leaves_the_list() -> None:
    assert joined([_remark("old"), _remark("other")], [_remark("old", resolved=True)]) == (_remark("other"),)


def test_a_remark_resolved_before_it_was_ever_listed_is_not_listed() -> None:
    assert joined([], [_remark("new", resolved=True)]) == ()


def test_what_was_settled_by_hand_is_not_brought_back() -> None:
    settled = _remark("old", resolved=True)
    assert joined([settled], [_remark("old")]) == (settled,)


def test_what_is_written_is_read_back() -> None:
    remarks = (
        Remark(author="김", text="no: # - 'quoted'\n\nsecond paragraph", field="a/b", quoted="  «x» ", date=None),
        Remark(author="Иван", text="yes", replies=(Reply(author="1.10", text="null"),), resolved=True),
        Remark(author="A", text="long " * 60),
    )
    report = Report()
    assert read(written(remarks), "remarks.yaml", report) == remarks
    assert not report


def test_a_spoiled_file_is_told_at_its_line() -> None:
    report = Report()
    assert read("remarks:\n- author: A\n  txt: b\n", "remarks.yaml", report) is None
    assert {(d.code, d.span.line) for d in report} == {("BW201", 3), ("BW202", 2)}
