"""The document tree: what a house template placed, before any format draws it."""
