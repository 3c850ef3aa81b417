"""From a brief and a house template to the document: what the house places where, with the origin of every word."""
