"""Briefwright compiles policy briefs from structured YAML to PDF and DOCX."""

__version__ = "0.1.0"
