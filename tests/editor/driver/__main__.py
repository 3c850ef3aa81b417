"""Edits one document after another, as told line by line in JSON, until there are no more lines.

Run by the Python that knows LibreOffice's interface: `python3 -m tests.editor.driver SOFFICE PROFILE`. A line names
the file to open, the file to save and the steps between; the answer is a line with `error`, null where all went well.
"""

from __future__ import annotations

import json
import sys
import tempfile
import traceback
from pathlib import Path
from typing import Any

from tests.editor.driver.desk import Desk
from tests.editor.driver.office import Office
from tests.editor.driver.perform import perform
from tests.editor.steps import decoded


def main(soffice: str, profile: str) -> None:
    """Answer each line."""
    with Office(soffice, Path(profile)) as office:
        for line in sys.stdin:
            print(json.dumps({"error": _error(office, json.loads(line))}), flush=True)


def _error(office: Office, task: dict[str, Any]) -> str | None:
    """What went wrong with a task; None where nothing did."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            _edit(office, task, Path(folder))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told to whoever asked
        return str(error) if isinstance(error, LookupError) else traceback.format_exc()
    return None


def _edit(office: Office, task: dict[str, Any], folder: Path) -> None:
    desk = Desk(office, Path(task["from"]), folder)
    try:
        for step in task["steps"]:
            perform(decoded(step), desk)
        desk.save(Path(task["to"]))
    except BaseException:
        desk.leave()
        raise


main(*sys.argv[1:])
