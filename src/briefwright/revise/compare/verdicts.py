"""What is said of words that a draft changes and that cannot be taken, or need no taking."""

from __future__ import annotations

from briefwright.revise.compare.account import Fate, Verdict

APPLIED = Verdict(Fate.APPLIED)
UNCHANGED = Verdict(Fate.UNCHANGED)
HOUSE = Verdict(Fate.HOUSE)
OF_THE_HOUSE = Verdict(
    Fate.REFUSED, "this text belongs to the house style, not to the brief", "change it in templates/, or leave it"
)
NOWHERE = Verdict(
    Fate.REFUSED,
    "no list of texts of the brief stands where this was added",
    "copy a whole risk, recommendation or row and write over the copy, write it into a paragraph beside, or add it to "
    "the YAML",
)
UNKNOWN_SOURCE = Verdict(
    Fate.REFUSED,
    "the note calls no source that the brief lists",
    "add the source to the YAML, then write the note as [@id, p. 4] with its id",
)
NOT_IN_PROSE = Verdict(
    Fate.REFUSED,
    "the note was moved, and prose cannot say what its citation says beside the source",
    "move the citation in the YAML",
)
OF_THE_CITATION_STYLE = Verdict(
    Fate.REFUSED,
    "this part of a note is worded by the citation style",
    "change the citation in the YAML, or replace all of the note by [@id, p. 4]",
)
