"""The command line: arguments, progress, what is printed, exit codes."""

from briefwright.cli.main import main

__all__ = ["main"]
