"""The banner is what the author declares, and nothing when nothing is declared."""

from __future__ import annotations

import pytest

from briefwright.brief.handling import LEVELS, Handling, Scheme


def test_nothing_is_marked_unless_the_author_says_so() -> None:
    assert Handling().banner is None
    assert Handling(scheme=Scheme.TLP).banner is None


@pytest.mark.parametrize(
    ("handling", "banner"),
    [
        (Handling(scheme=Scheme.TLP, level="TLP:AMBER+STRICT"), "TLP:AMBER+STRICT"),
        (Handling(scheme=Scheme.UK_GSCP, level="OFFICIAL", caveats=("HANDLE WITH CARE",)), "OFFICIAL HANDLE WITH CARE"),
        (Handling(scheme=Scheme.US_NSI, level="SECRET", caveats=("NOFORN",)), "SECRET//NOFORN"),
        (Handling(scheme=Scheme.CUSTOM, level="Staff only"), "Staff only"),
    ],
)
def test_a_banner_is_level_and_caveats(handling: Handling, banner: str) -> None:
    assert handling.banner == banner


def test_every_scheme_has_its_levels_but_a_custom_one() -> None:
    assert set(Scheme) - set(LEVELS) == {Scheme.CUSTOM}
    assert Handling(scheme=Scheme.CUSTOM).levels == ()
