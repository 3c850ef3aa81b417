"""The PDF format: a document laid out on pages, with the notes of each page at its foot."""
