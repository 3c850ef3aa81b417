"""The command line: arguments, progress, what is printed, exit codes."""

import gc

# A build makes many objects that live to its end: looking among them for garbage is a tenth of its time.
gc.set_threshold(100_000, 50, 50)

from briefwright.cli.main import main  # noqa: E402 - its imports make many objects too

__all__ = ["main"]
