"""A brief of any number of chapters, and its draft with a word changed in half of its paragraphs."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from briefwright.pipeline import compile_brief
from briefwright.workspace import Workspace

_STORY = "word/document.xml"
_WORD, _EDITED = "carefully", "with great care"

_CHAPTER = """\
  - id: chapter-{number}
    heading: What chapter {number} tells
    body:
"""
_PARAGRAPH = """\
      - text: >-
          Paragraph {place} repeats, {word}, what {place} is made of: an account of *what {place} knows*,
          of who said {place}, and of [what follows](#chapter-{number}). An article is the source of {place},
          and each statement of {place} names the paragraph that it rests on. [@alliance-article, para. {locator}]
        kind: background
      - text: >-
          A second part weighs {place}. Where the evidence on {place} supports no estimate, {place} says so, and
          keeps what {place} reports apart from what {place} judges; who doubts {place} finds the place.
        kind: judgement
        citations:
          - {{source: alliance-article, locator: "{locator}", locator_label: paragraph}}
"""


def write_long_brief(example: Path, folder: Path, chapters: int) -> Path:
    """Write the example brief with so many chapters more of context into a workspace, and tell where."""
    before, opening, after = example.read_text(encoding="utf-8").partition("\ntables:\n")
    more = "".join(_chapter(number) for number in range(1, chapters + 1))
    file = folder / "briefs" / example.parent.name / example.name
    file.parent.mkdir(parents=True)
    file.write_text(f"{before}{more}{opening}{after}", encoding="utf-8")
    return file


def _chapter(number: int) -> str:
    word = _WORD if number % 2 else "briefly"
    paragraphs = (
        _PARAGRAPH.format(place=f"{number}.{place}", word=word, number=number, locator=place) for place in range(1, 4)
    )
    return _CHAPTER.format(number=number) + "".join(paragraphs)


def edited(text: str) -> str:
    """The text of a long brief or of its draft after a word in half of its paragraphs was changed."""
    return text.replace(_WORD, _EDITED)


def write_edited_draft(workspace: Workspace, brief: Path, draft: Path) -> None:
    """Write the edited draft of a long brief."""
    made = io.BytesIO(compile_brief(workspace, brief, ("docx",)).files["docx"])
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, edited(data.decode()).encode() if name == _STORY else data)
