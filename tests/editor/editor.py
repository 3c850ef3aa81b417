"""The editor as tests have it: one LibreOffice for a session of tests, that edits drafts given as bytes."""

from __future__ import annotations

import json
import os
import selectors
import signal
import subprocess
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from tests.editor.steps import AUTHOR, Step, Track, encoded
from tests.judges import require_judge

_LONGEST = 90.0
"""Seconds that the edits of one document may take, the start of LibreOffice among them."""

_ROOT = Path(__file__).resolve().parents[2]
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
{}
</oor:items>
"""
_SETTING = '<item oor:path="{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
Office = Literal["soffice", "soffice-7.4"]
"""A LibreOffice: the one of the machine, or the older one beside it."""

_PERSON = "/org.openoffice.UserProfile/Data"


class EditError(Exception):
    """An edit that could not be made; it says why."""


class Editor:
    """A LibreOffice, started when the first draft is to be edited, and gone at the end of a `with` block.

    Its profile and its pipe are its own, so that several can run side by side. Where it dies or hangs, the edit fails
    and the next one has a new LibreOffice.
    """

    def __init__(self, office: Office = "soffice") -> None:
        self._office = office
        self._folder = tempfile.TemporaryDirectory(prefix="briefwright-editor-", ignore_cleanup_errors=True)
        self._driver: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()
        self._folder.cleanup()

    def edit(self, draft: bytes, steps: Iterable[Step] = (), *, tracked: bool = False) -> bytes:
        """The DOCX that is saved after these steps; EditError where a step finds no place, or LibreOffice dies."""
        source, target = (Path(self._folder.name) / name for name in ("draft.docx", "saved.docx"))
        source.write_bytes(draft)
        target.unlink(missing_ok=True)
        told = [encoded(step) for step in (Track(tracked), *steps)]
        error = self._answer(json.dumps({"from": str(source), "to": str(target), "steps": told}))
        if error is not None:
            raise EditError(error)
        return target.read_bytes()

    def kill(self) -> None:
        """End LibreOffice as if it had died."""
        if self._driver is not None:
            with suppress(ProcessLookupError):
                os.killpg(self._driver.pid, signal.SIGKILL)

    def _answer(self, line: str) -> str | None:
        """What the driver says went wrong."""
        driver = self._driver = self._driver or self._started()
        assert driver.stdin is not None
        assert driver.stdout is not None
        try:
            driver.stdin.write(f"{line}\n")
            driver.stdin.flush()
        except BrokenPipeError:
            return self._lost()
        with selectors.DefaultSelector() as selector:
            selector.register(driver.stdout, selectors.EVENT_READ)
            answer = driver.stdout.readline() if selector.select(_LONGEST) else ""
        if not answer:
            return self._lost()
        error: str | None = json.loads(answer)["error"]
        if driver.poll() is not None or (error and "DisposedException" in error):
            self._stop()
        return error

    def _started(self) -> subprocess.Popen[str]:
        soffice, python = require_judge(self._office), require_judge("uno")
        profile = Path(tempfile.mkdtemp(dir=self._folder.name))
        _write_settings(profile / "user" / "registrymodifications.xcu")
        with (Path(self._folder.name) / "errors").open("w") as errors:
            return subprocess.Popen(
                [python, "-m", "tests.editor.driver", soffice, str(profile)],
                cwd=_ROOT,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                encoding="utf-8",
                start_new_session=True,
            )

    def _lost(self) -> str:
        """Why there is no answer; the driver is stopped."""
        said = (Path(self._folder.name) / "errors").read_text(encoding="utf-8").strip()
        self._stop()
        return f"LibreOffice died, or took more than {_LONGEST:.0f} seconds. {said}"

    def _stop(self) -> None:
        """End the driver and the LibreOffice that it started: they are one group of processes."""
        if self._driver is None:
            return
        self.kill()
        with suppress(BrokenPipeError):
            self._driver.communicate()
        self._driver = None


def _write_settings(file: Path) -> None:
    given, family = AUTHOR.split()
    settings = [(_PERSON, "givenname", given), (_PERSON, "sn", family)]
    file.parent.mkdir(parents=True)
    file.write_text(_SETTINGS.format("\n".join(_SETTING.format(*one) for one in settings)), encoding="utf-8")
