"""What all tests share."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Slow tests come last, so that a quick one that fails is seen first."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is not None)
