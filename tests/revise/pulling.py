"""A pull of a draft of a brief of this repository, as tests ask of it."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefwright.drafts import pull
from briefwright.workspace import Workspace
from tests.extraction.compiled import ROOT
from tests.revise.yaml_texts import sound


@dataclass(frozen=True)
class Came:
    """What a draft brought: the brief before and after, and every problem told, as `CODE: message`."""

    before: str
    after: str
    told: list[str]

    @property
    def data(self) -> Any:
        """The values of the brief after."""
        return plain(self.after)


def plain(text: str) -> Any:
    """The values of a YAML text, as dicts, lists and texts that can be changed."""
    source = sound(text)
    assert source is not None
    return source.data()


def pulled(brief: str, draft: bytes) -> Came:
    """What comes back from a draft, pulled into a workspace that has only its brief."""
    with tempfile.TemporaryDirectory(prefix="briefwright-") as folder:
        root = Path(folder)
        shutil.copytree(ROOT / "briefs" / brief, root / "briefs" / brief)
        file = root / "draft.docx"
        file.write_bytes(draft)
        came = pull(Workspace(root), file)
    return Came(came.before, came.after, [f"{problem.code}: {problem.message}" for problem in came.report])
