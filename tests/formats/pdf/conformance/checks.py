"""All checks of a file: what ISO 14289-1 (PDF/UA-1) and ISO 19005-2 (PDF/A-2, level A) ask of one like ours.

They read the file with pikepdf and know nothing of how it was made. Each names the clauses that it follows.
"""

from __future__ import annotations

from tests.formats.pdf.conformance import archive, content, structure
from tests.formats.pdf.conformance.reading import Opened

CHECKS = {check.__name__: check for check in (*archive.CHECKS, *content.CHECKS, *structure.CHECKS)}


def findings(data: bytes) -> list[str]:
    """What is wrong with a file: the name of the check, and what it says."""
    opened = Opened(data)
    return [f"{name}: {found}" for name, check in CHECKS.items() for found in dict.fromkeys(check(opened))]
