"""Opens the drafts of a folder under limits, as a process of its own: `python opening.py FOLDER`.

It prints the codes that were told of each, and the names of files that came into being.
"""

from __future__ import annotations

import json
import resource
import sys
from pathlib import Path

from briefwright.diagnostics import Report
from briefwright.formats.docx.reading import baseline, open_package, read

_SECONDS = 20
"""How long one draft may take the processor: ten times what it should, since machines differ."""

_MEMORY = 200 << 20


def main(folder: Path) -> None:
    """Open each file of a folder; beyond the limits the process dies."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    limit = pages * resource.getpagesize() + _MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    codes = {}
    for file in sorted(folder.iterdir()):
        used = resource.getrusage(resource.RUSAGE_SELF)
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime) + _SECONDS, resource.RLIM_INFINITY))
        report = Report()
        parts = open_package(file.read_bytes(), file.name, report)
        if parts is not None:
            read(parts, report)
            baseline(parts, report)
        codes[file.name] = [problem.code for problem in report]
    print(json.dumps(codes))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
