"""The scale of likelihood shows each band where it lies, and leaves its gaps."""

from __future__ import annotations

import pytest

from briefwright.brief.terms import YARDSTICKS, Yardstick
from briefwright.document.pictures import Band, Scale
from tests.drawing.drawn import areas, drawn, outside, overlaps


def scale(yardstick: Yardstick) -> Scale:
    return Scale(tuple(Band(b.low, b.high, b.terms[0], f"{b.low:g}–{b.high:g}%") for b in YARDSTICKS[yardstick]))


@pytest.mark.parametrize("yardstick", YARDSTICKS)
@pytest.mark.parametrize("width", [400.0, 482.0])
def test_no_words_touch_others_or_leave_the_picture(yardstick: Yardstick, width: float) -> None:
    drawing = drawn(scale(yardstick), width)
    assert overlaps(drawing) == []
    assert outside(drawing) == []


@pytest.mark.parametrize("yardstick", YARDSTICKS)
def test_each_band_lies_between_its_bounds(yardstick: Yardstick) -> None:
    found = areas(drawn(scale(yardstick), 480))
    assert [area.x / 4.8 for area in found] == pytest.approx([b.low for b in YARDSTICKS[yardstick]], abs=0.1)
    ends = [(area.x + area.width) / 4.8 for area in found]
    assert ends == pytest.approx([b.high for b in YARDSTICKS[yardstick]], abs=0.1)
