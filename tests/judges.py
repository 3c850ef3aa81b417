"""The outside programs that judge our files: what they need, how they are called, what they answer.

Each function calls one program. Where the program is not installed, the test skips and says so on a user's machine,
and fails in CI (`CI=true`), where `.ci/judges` installs all of them.
"""

from __future__ import annotations

import atexit
import functools
import json
import os
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import Literal

import pytest

Judge = Literal["ooxml-validator", "outloud", "soffice", "soffice-7.4", "uno", "pdftotext", "pdftoppm", "pandoc"]

_ROOT = Path(__file__).resolve().parents[1]
_LONGEST = 120
"""Seconds that a judge may take for one file."""


def require_judge(name: Judge) -> str:
    """The path of the program; without it the test skips, and in CI fails."""
    own = {
        "ooxml-validator": _sdk_binary,
        "outloud": _outloud_binary,
        "soffice-7.4": _older_libreoffice,
        "uno": _uno_python,
    }
    found = own.get(name, lambda: shutil.which(name))()
    if found is None:
        reason = f"the judge {name} is not installed (see .ci/judges)"
        if os.environ.get("CI") == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    return found


def sdk_errors(docx: Path, office: Literal["Microsoft365", "Office2019"] = "Microsoft365") -> list[str]:
    """What the Open XML SDK finds wrong with a DOCX as this Office reads it: one line for each error."""
    answer = json.loads(_run([require_judge("ooxml-validator"), str(docx), office]).stdout)
    return [f"{e['description']} ({e['path']} {e['xPath']})" for e in answer["errors"]]


def accessibility_errors(pdf: Path) -> list[str]:
    """What outloud finds in a PDF that PDF/UA-1 forbids: one line for each error."""
    options = ["--layer", "conformance", "--fail-on", "never", "--quiet", "--json", "-"]
    answer = json.loads(_run([require_judge("outloud"), *options, str(pdf)]).stdout)
    (result,) = answer["results"]
    assert result["error"] is None, result["error"]
    return [f"{one['rule']}: {one['message']}" for one in result["findings"] if one["severity"] == "error"]


def libreoffice_pdf(document: Path, folder: Path) -> Path:
    """The document as LibreOffice lays it out: a PDF of the same name in `folder`."""
    soffice = require_judge("soffice")
    profile = f"-env:UserInstallation={_libreoffice_profile().as_uri()}"
    _run([soffice, "--headless", profile, "--convert-to", "pdf", "--outdir", str(folder), str(document)])
    made = folder / f"{document.stem}.pdf"
    if not made.exists():
        pytest.fail(f"LibreOffice could not open {document.name}", pytrace=False)
    return made


def libreoffice_docx(document: Path, target: Path, *commands: str) -> Path:
    """The document as LibreOffice saves it at `target` after these commands, as `.uno:AcceptAllTrackedChanges`."""
    require_judge("soffice")
    script = str(_ROOT / "tests" / "libreoffice.py")
    profile = _libreoffice_profile().as_uri()
    _run([require_judge("uno"), script, profile, document.as_uri(), target.as_uri(), *commands])
    return target


def pdf_text(pdf: Path, *options: str) -> str:
    """The text of a PDF as poppler reads it; pages end with a form feed."""
    return _run([require_judge("pdftotext"), "-enc", "UTF-8", *options, str(pdf), "-"]).stdout


def pdf_pictures(pdf: Path, folder: Path, dots_per_inch: int = 80) -> list[Path]:
    """The pages of a PDF as PNG files in `folder`, in order."""
    _run([require_judge("pdftoppm"), "-png", "-r", str(dots_per_inch), str(pdf), str(folder / pdf.stem)])
    return sorted(folder.glob(f"{pdf.stem}-*.png"))


def pandoc(text: str, *options: str) -> str:
    """What pandoc writes for `text` under these options."""
    return _run([require_judge("pandoc"), *options], text).stdout


def _run(command: list[str], text: str | None = None) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(command, input=text, capture_output=True, encoding="utf-8", timeout=_LONGEST, check=False)
    if done.returncode != 0:
        pytest.fail(f"{Path(command[0]).name} failed: {done.stderr.strip() or done.stdout.strip()}", pytrace=False)
    return done


def _sdk_binary() -> str | None:
    packages = _ROOT / ".judges" / "node_modules" / "@xarsh"
    binaries = [p for p in sorted(packages.glob("ooxml-validator-*/ooxml-validator*")) if p.is_file()]
    return str(binaries[0]) if binaries else shutil.which("ooxml-validator")


def _uno_python() -> str | None:
    """The Python of the system, if it knows LibreOffice's interface."""
    python = "/usr/bin/python3"
    known = (
        Path(python).exists()
        and not subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode
    )
    return python if known else None


def _older_libreoffice() -> str | None:
    """LibreOffice 7.4, which drops the tags of content controls."""
    own = _ROOT / ".judges" / "libreoffice-7.4" / "soffice"
    return str(own) if own.is_file() else None


def _outloud_binary() -> str | None:
    own = _ROOT / ".judges" / "outloud" / "bin" / "outloud"
    return str(own) if own.is_file() else shutil.which("outloud")


@functools.cache
def _libreoffice_profile() -> Path:
    """A profile for this process alone: LibreOffice refuses to start twice in one."""
    folder = tempfile.TemporaryDirectory(prefix="briefwright-libreoffice-", ignore_cleanup_errors=True)
    atexit.register(folder.cleanup)
    return Path(folder.name)
