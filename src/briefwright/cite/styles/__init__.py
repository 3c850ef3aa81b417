"""The citation styles by name: each is a module with three functions."""

from __future__ import annotations

from collections.abc import Mapping

from briefwright.cite.style import Style
from briefwright.cite.styles import chicago

STYLES: Mapping[str, Style] = {"chicago-notes": chicago.STYLE}
