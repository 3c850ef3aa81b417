"""Lets LibreOffice open a document, obey commands and save it as DOCX.

It is run by the Python of the system, which knows LibreOffice's interface: `python3 libreoffice.py PROFILE FROM TO
COMMAND...`, with commands such as `.uno:AcceptAllTrackedChanges`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from typing import Any

import uno

_WAIT = 0.2
_TRIES = 300
"""How often it is asked whether LibreOffice has started: for a minute."""

_NOT_YET = uno.getClass("com.sun.star.connection.NoConnectException")


def main(profile: str, source: str, target: str, *commands: str) -> None:
    """Open the document at the URL `source`, and save it at the URL `target`."""
    pipe = f"briefwright{os.getpid()}"
    options = ["--headless", "--norestore", f"-env:UserInstallation={profile}", f"--accept=pipe,name={pipe};urp;"]
    with subprocess.Popen(["soffice", *options], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as office:
        context = _connected(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext", office)
        manager = context.ServiceManager
        desktop = manager.createInstanceWithContext("com.sun.star.frame.Desktop", context)
        document = desktop.loadComponentFromURL(source, "_blank", 0, (_value("Hidden", True),))
        dispatcher = manager.createInstanceWithContext("com.sun.star.frame.DispatchHelper", context)
        for command in commands:
            dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, ())
        document.storeToURL(target, (_value("FilterName", "Office Open XML Text"),))
        document.close(True)
        desktop.terminate()


def _connected(address: str, office: subprocess.Popen[bytes]) -> Any:
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", here)
    for _ in range(_TRIES):
        try:
            return resolver.resolve(address)
        except _NOT_YET:
            time.sleep(_WAIT)
    office.terminate()
    raise SystemExit("LibreOffice did not start")


def _value(name: str, value: object) -> Any:
    made = uno.createUnoStruct("com.sun.star.beans.PropertyValue")
    made.Name, made.Value = name, value
    return made


if __name__ == "__main__":
    main(*sys.argv[1:])
