"""Tagging: what a document says, as a tree that a screen reader follows whatever the pages look like."""
