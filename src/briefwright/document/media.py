"""What kind of picture some bytes are, told by the bytes themselves and never by a name."""

from __future__ import annotations

_SIGNATURES = {b"\x89PNG\r\n\x1a\n": "image/png", b"\xff\xd8\xff": "image/jpeg"}


def media_type(data: bytes) -> str | None:
    """The media type of a PNG or JPEG picture; None for anything else."""
    return next((kind for signature, kind in _SIGNATURES.items() if data.startswith(signature)), None)
