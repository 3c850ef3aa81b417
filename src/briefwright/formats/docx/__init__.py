"""DOCX, the draft that is edited in Word: native styles, notes, numbering and tables."""

from briefwright.formats.docx.write import write

__all__ = ["write"]
