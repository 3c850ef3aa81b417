"""Briefwright compiles policy briefs from structured YAML to PDF and DOCX.

The names below are the public interface; everything else may change between versions.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefwright.brief.load import LoadedBrief
    from briefwright.diagnostics import Diagnostic, Report, Severity, Span
    from briefwright.drafts import Choices, Pulled, pull
    from briefwright.pipeline import FORMATS, Checked, Compiled, Loaded, check, compile_brief, load
    from briefwright.versions import Redlined, redline
    from briefwright.workspace import Version, Workspace, WriteError

__version__ = "0.1.0"

__all__ = [
    "FORMATS",
    "Checked",
    "Choices",
    "Compiled",
    "Diagnostic",
    "Loaded",
    "LoadedBrief",
    "Pulled",
    "Redlined",
    "Report",
    "Severity",
    "Span",
    "Version",
    "Workspace",
    "WriteError",
    "check",
    "compile_brief",
    "load",
    "pull",
    "redline",
]

_HOMES = {
    "briefwright.brief.load": ("LoadedBrief",),
    "briefwright.diagnostics": ("Diagnostic", "Report", "Severity", "Span"),
    "briefwright.drafts": ("Choices", "Pulled", "pull"),
    "briefwright.pipeline": ("FORMATS", "Checked", "Compiled", "Loaded", "check", "compile_brief", "load"),
    "briefwright.versions": ("Redlined", "redline"),
    "briefwright.workspace": ("Version", "WriteError", "Workspace"),
}


def __getattr__(name: str) -> Any:
    """The public names, imported when they are first asked for, so that `briefwright --help` starts at once."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
