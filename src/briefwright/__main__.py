"""`python -m briefwright`: the command line, where no script is on the path."""

from briefwright.cli import run

run()
