"""The way back: from a draft that people edited to the YAML of the brief."""
