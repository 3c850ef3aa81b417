"""What makes a draft unreadable: a problem that ends the reading, told to people as a diagnostic."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818
    """A draft, or a part of it, is not read: the code of the diagnostic, what is wrong, and what to do."""

    def __init__(self, code: str, message: str, *hints: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hints = hints
