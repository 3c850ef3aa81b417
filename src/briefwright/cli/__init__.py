"""The command line: arguments, progress, what is printed, exit codes."""

import gc
import os
import sys

# A build makes many objects that live to its end: looking among them for garbage is a tenth of its time.
gc.set_threshold(100_000, 50, 50)

from briefwright.cli.main import main  # noqa: E402 - its imports make many objects too

__all__ = ["main", "run"]


def run() -> None:
    """The command line as a process of its own.

    It ends at once when all is written: taking every object apart before would be a fifteenth of the time of a build.
    """
    try:
        main(prog_name="briefwright")
    except SystemExit as end:
        if not isinstance(end.code, int):
            raise
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(end.code)
