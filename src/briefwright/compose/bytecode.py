"""Templates as they were compiled, kept for the briefs and the runs to come."""

from __future__ import annotations

import os
import pickle
import stat
import tempfile
from contextlib import suppress
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from types import CodeType

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

_DAMAGED = (OSError, EOFError, ValueError, TypeError, LookupError, AttributeError, pickle.UnpicklingError)
"""What reading a file may raise that is not there, or not as it was written."""


class CompiledTemplates(BytecodeCache):
    """The bytecode of templates: in memory for this process, and in a folder, where one is given, for the next.

    What is kept counts for the same text under the same name, compiled by the same code. A folder that cannot be read
    or written, that somebody else may write to, or whose files are damaged, is as good as empty.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self._known: dict[tuple[str, str], CodeType] = {}

    def get_source_checksum(self, source: str) -> str:
        """What bytecode must have been made from to be used for this text."""
        return sha256(f"{_compiler()}\n{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the bytecode of a template into its bucket, if there is any."""
        bucket.code = self._known.get((bucket.key, bucket.checksum))
        if bucket.code is None and self._folder is not None and _is_ours(self._folder):
            with suppress(*_DAMAGED):
                bucket.bytecode_from_string((self._folder / bucket.key).read_bytes())

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bytecode of a template."""
        if bucket.code is None:
            return
        self._known[bucket.key, bucket.checksum] = bucket.code
        if self._folder is not None:
            with suppress(OSError):
                self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
                _write(self._folder / bucket.key, bucket.bytecode_to_string())


@cache
def _compiler() -> str:
    """What a template's bytecode depends on beside its text: Jinja, and the environment that it is compiled in."""
    environment = Path(__file__).with_name("environment.py").read_bytes()
    return f"{version('jinja2')} {sha256(environment).hexdigest()}"


def _is_ours(folder: Path) -> bool:
    """Whether nobody but this user can write to a folder, since what lies there will be run."""
    if not hasattr(os, "getuid"):
        return True
    with suppress(OSError):
        found = folder.stat()
        return found.st_uid == os.getuid() and not found.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return False


def _write(file: Path, data: bytes) -> None:
    """Write a file whole: another process may read it now."""
    descriptor, name = tempfile.mkstemp(dir=file.parent)
    with os.fdopen(descriptor, "wb") as made:
        made.write(data)
    Path(name).replace(file)
