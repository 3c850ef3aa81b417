"""How long a build takes and how much memory: `make bench`. Prints a table, writes nothing. POSIX only.

    python -m benchmarks.bench [--runs N] [--batch N]

A cold run is a whole process, from its start to its end, in the state of the caches that the run before it left.
Python keeps the compiled source of modules, unless PYTHONDONTWRITEBYTECODE is set, and the user's cache folder keeps
compiled templates; nothing else is kept between runs.
What is built in one process looks for garbage as seldom as the command line does. docs/analysis/speed.md has the
figures of other tools.
A process begins with the memory of its parent on its account, so nothing large is imported here before the batch.
"""

from __future__ import annotations

import argparse
import io
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from briefwright.workspace import Workspace

ROOT = Path(__file__).resolve().parents[1]
_BYTES_PER_UNIT = 1 if sys.platform == "darwin" else 1024
"""What ru_maxrss counts in."""


_CHAPTERS = (3, 35, 145)
"""The chapters of documents of about 10, 100 and 400 pages."""
_EXAMPLE, _EDITED = "north-korea-russia-alliance", "edited"
_MORE = 50
"""The chapters that make the example brief one of about 40 pages."""


class Cost(NamedTuple):
    """What a process took: seconds of the clock, and the most memory it held, in MB."""

    seconds: float
    megabytes: float


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--runs", type=int, default=7, help="cold runs, of which the median is told")
    parser.add_argument("--batch", type=int, default=100, help="briefs built in one process")
    options = parser.parse_args()
    workspace = Workspace(ROOT)
    brief = ROOT / "briefs" / _EXAMPLE / "brief.yaml"
    print(f"brief: {brief.parent.name}; median of {options.runs} cold runs; batch of {options.batch}\n")
    with tempfile.TemporaryDirectory() as folder:
        for name, arguments in _cold_runs(brief.parent.name, folder).items():
            _row(name, _median(arguments, options.runs))
    _revise(options.runs)
    _growth()
    _batch(workspace, brief, options.batch)


def _cold_runs(slug: str, folder: str) -> dict[str, list[str]]:
    command = [sys.executable, "-m", "briefwright"]
    build = [*command, "build", slug, "--out", folder, "--quiet"]
    return {
        "python -c pass": [sys.executable, "-c", "pass"],
        "briefwright --help": [*command, "--help"],
        "briefwright check": [*command, "check", slug, "--quiet"],
        "build --format pdf": [*build, "--format", "pdf"],
        "build --format docx": [*build, "--format", "docx"],
        "build (both formats)": build,
        "pull --dry-run": [*command, "pull", f"{folder}/{slug}/{slug}.docx", "--dry-run", "--quiet"],
    }


def _row(name: str, cost: Cost, more: str = "") -> None:
    print(f"{name:<28}{cost.seconds:>8.2f} s{cost.megabytes:>9.0f} MB{more}")


def _median(arguments: Sequence[str], runs: int) -> Cost:
    costs = [_run(arguments) for _ in range(runs)]
    return Cost(statistics.median(c.seconds for c in costs), statistics.median(c.megabytes for c in costs))


def _run(arguments: Sequence[str]) -> Cost:
    started = time.perf_counter()
    process = subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(arguments)} ended with exit code {process.returncode}")
    return Cost(seconds, usage.ru_maxrss * _BYTES_PER_UNIT / 2**20)


def _batch(workspace: Workspace, brief: Path, size: int) -> None:
    """Build the brief many times in this process, the first time apart: it pays for the imports."""
    import briefwright.cli  # noqa: F401 - it sets how often Python looks for garbage
    from briefwright import pipeline

    def build() -> bytes:
        return pipeline.compile_brief(workspace, brief).files["pdf"]

    pages = _pages(build())
    seconds = _timed(build, size)
    print(f"\n{'brief of a batch':<28}{seconds / size:>8.2f} s")
    print(f"{'pages, both formats':<28}{pages * size / seconds:>8.0f} a second ({pages} pages in the PDF)")


def _revise(runs: int) -> None:
    """Bring back an edited draft of a long brief, and compare the brief with itself as it then is: whole processes."""
    print()
    with tempfile.TemporaryDirectory() as folder:
        pages = _elsewhere(f"write_versions({folder!r})")
        old, new = (f"{folder}/briefs/{name}/brief.yaml" for name in (_EXAMPLE, _EDITED))
        command = [sys.executable, "-m", "briefwright"]
        pull = [*command, "pull", f"{folder}/draft.docx", "--brief", old, "--dry-run", "--quiet"]
        redline = [*command, "redline", old, new, "--out", folder, "--quiet"]
        _row(f"pull of {pages} pages", _median(pull, runs))
        _row(f"redline of {pages} pages", _median(redline, runs))


def write_versions(folder: str) -> None:
    """Write a long brief, its edited draft and the brief as edited into a folder, and print the pages of its PDF."""
    from briefwright import pipeline
    from tests.long_brief import edited, write_edited_draft, write_long_brief

    workspace = Workspace(Path(folder))
    brief = write_long_brief(ROOT / "briefs" / _EXAMPLE / "brief.yaml", workspace.root, _MORE)
    write_edited_draft(workspace, brief, workspace.root / "draft.docx")
    new = workspace.root / "briefs" / _EDITED / brief.name
    new.parent.mkdir()
    new.write_text(edited(brief.read_text(encoding="utf-8")), encoding="utf-8")
    print(_pages(pipeline.compile_brief(workspace, brief).files["pdf"]))


def _elsewhere(call: str) -> str:
    """What a call of this module prints in a process of its own, so that its memory is not on our account."""
    code = f"from benchmarks.bench import *; {call}"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout.strip()


def _growth() -> None:
    """Write documents of ever more pages, each in a process of its own, so that only its pages cost memory."""
    print()
    least: tuple[int, Cost] | None = None
    for chapters in _CHAPTERS:
        pages, seconds, megabytes = _elsewhere(f"write_long({chapters})").split()
        count, cost = int(pages), Cost(float(seconds), float(megabytes))
        rate = f"{count / cost.seconds:>8.0f} pages a second"
        if least is not None:
            rate += f", {1024 * (cost.megabytes - least[1].megabytes) / (count - least[0]):.0f} KB more a page"
        least = least or (count, cost)
        _row(f"PDF of {count} pages", cost, rate)


def write_long(chapters: int) -> None:
    """Write a document of so many chapters as PDF, and print its pages, the seconds and the most memory in MB."""
    import briefwright.cli  # noqa: F401 - it sets how often Python looks for garbage
    from briefwright.diagnostics import Report
    from briefwright.formats.pdf.write import write
    from tests.formats.docx.building import theme
    from tests.formats.pdf.stress import stress

    document, look = stress(chapters, 5 * chapters), theme()
    started = time.perf_counter()
    data = write(document, look, Report())
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _BYTES_PER_UNIT / 2**20
    print(_pages(data), seconds, memory)


def _timed(act: Callable[[], object], times: int) -> float:
    started = time.perf_counter()
    for _ in range(times):
        act()
    return time.perf_counter() - started


def _pages(pdf: bytes) -> int:
    import pypdf

    return len(pypdf.PdfReader(io.BytesIO(pdf)).pages)


if __name__ == "__main__":
    main()
