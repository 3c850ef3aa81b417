"""Reading a DOCX draft that came back from an editor: from the bytes of a file nobody vouches for to what it says."""

from briefwright.formats.docx.reading.baseline import baseline
from briefwright.formats.docx.reading.parts import Parts, open_package
from briefwright.formats.docx.reading.read import read

__all__ = ["Parts", "baseline", "open_package", "read"]
