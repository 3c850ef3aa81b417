"""Turning citations into numbered notes, and sources into a list, in a citation style."""
