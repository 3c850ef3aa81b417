"""Two versions of a document as one DOCX in which every difference is a tracked change."""

from briefwright.formats.docx.redline.write import Redline, write

__all__ = ["Redline", "write"]
