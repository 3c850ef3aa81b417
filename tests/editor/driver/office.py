"""LibreOffice as a program: it is started in a profile of its own, opens documents and saves them."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import uno

FILTERS = {
    "docx": "MS Word 2007 XML",
    "odt": "writer8",
    "fodt": "OpenDocument Text Flat XML",
    "rtf": "Rich Text Format",
}
"""What LibreOffice calls the formats, by their endings."""

_WAIT = 0.1
_TRIES = 600
"""How often it is asked whether LibreOffice has started: for a minute."""

_NOT_YET = uno.getClass("com.sun.star.connection.NoConnectException")


class Office:
    """A LibreOffice that runs until the end of a `with` block; its profile is in this folder."""

    def __init__(self, soffice: str, profile: Path) -> None:
        pipe = f"briefwright-{uuid4().hex}"
        options = ["--headless", "--norestore", "--nologo", "--nodefault", f"--accept=pipe,name={pipe};urp;"]
        command = [soffice, f"-env:UserInstallation={profile.as_uri()}", *options]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._manager = _connected(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext").ServiceManager
        self.desktop = self.service("com.sun.star.frame.Desktop")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        self._process.wait()

    def service(self, name: str) -> Any:
        """A service of LibreOffice by its name."""
        return self._manager.createInstance(name)

    def opened(self, url: str) -> Any:
        """The document at this URL."""
        document = self.desktop.loadComponentFromURL(url, "_blank", 0, (value("Hidden", True),))
        if document is None:
            raise LookupError("LibreOffice cannot open the document")
        return document

    def saved(self, document: Any, file: Path) -> None:
        """Save a document in the format of the file's ending, and close it."""
        document.storeToURL(file.as_uri(), (value("FilterName", FILTERS[file.suffix[1:]]),))
        document.close(True)


def value(name: str, of: object) -> Any:
    """A named value, as LibreOffice takes options."""
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, of
    return made


def _connected(address: str) -> Any:
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(_TRIES):
        try:
            return resolver.resolve(address)
        except _NOT_YET:
            time.sleep(_WAIT)
    raise SystemExit("LibreOffice did not start")
