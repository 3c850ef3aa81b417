"""Instances of a variable font: the font set to one weight and one optical size."""

from __future__ import annotations

from collections.abc import Mapping

import uharfbuzz as hb


def position(font_file: hb.Face, weight: int, size: float) -> dict[str, float]:
    """Where on each axis of a variable font an instance lies; the optical size is in points."""
    wanted = {"wght": float(weight), "opsz": size}
    return {
        axis.tag: min(max(wanted.get(axis.tag, axis.default_value), axis.min_value), axis.max_value)
        for axis in font_file.axis_infos
    }


def pinned(font_file: hb.Face, axes: Mapping[str, float]) -> hb.SubsetInput:
    """What HarfBuzz is asked for when a font is cut at this position; the glyphs are for the caller to name."""
    wanted = hb.SubsetInput()
    for tag, value in axes.items():
        wanted.pin_axis_location(font_file, tag, value)
    return wanted
