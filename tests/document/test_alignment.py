"""Which items of two sequences belong together."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from briefwright.document.alignment import Step, aligned, overlap


def _key(text: str) -> str | None:
    return None if text.startswith("?") else text


def _likeness(old: str, new: str) -> float | None:
    alike = overlap(Counter(old.split()), Counter(new.split()))
    return alike or None


def _aligned(old: list[str], new: list[str]) -> list[Step]:
    return aligned(old, new, _key, _likeness)


def test_the_same_items_go_together() -> None:
    assert _aligned(["a", "b", "c"], ["a", "x", "c"]) == [(0, 0), (1, None), (None, 1), (2, 2)]


def test_items_without_a_key_go_by_what_stands_around_them() -> None:
    assert _aligned(["?", "a", "?", "b"], ["a", "?", "b", "?"]) == [(0, None), (1, 0), (2, 1), (3, 2), (None, 3)]


def test_between_the_same_items_the_most_alike_go_together() -> None:
    old, new = ["a", "dues rise now", "z"], ["a", "ships wait", "dues rise", "z"]
    assert _aligned(old, new) == [(0, 0), (None, 1), (1, 2), (2, 3)]


def test_old_items_come_before_new_ones_between_pairs() -> None:
    assert _aligned(["a", "b"], ["c", "d"]) == [(0, None), (1, None), (None, 0), (None, 1)]


def test_too_many_pairs_to_weigh_are_no_pairs() -> None:
    old, new = [f"? old {n}" for n in range(600)], [f"? old {n}" for n in range(600)]
    assert all(None in step for step in _aligned(old, new))


_ITEMS = st.lists(st.sampled_from(["a", "b", "c d", "c e", "?", "? d"]), max_size=12)


@given(old=_ITEMS, new=_ITEMS)
def test_every_item_has_one_step_and_both_orders_are_kept(old: list[str], new: list[str]) -> None:
    steps = _aligned(old, new)
    assert [i for i, _ in steps if i is not None] == list(range(len(old)))
    assert [j for _, j in steps if j is not None] == list(range(len(new)))


def test_the_overlap_is_a_share_of_both() -> None:
    assert overlap(Counter("aab"), Counter("abc")) == 2 * 2 / 6
    assert overlap(Counter(), Counter()) == 1.0
