"""`python -m briefwright`: the command line, where no script is on the path."""

from briefwright.cli import main

main(prog_name="briefwright")
