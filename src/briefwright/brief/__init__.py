"""The model of a brief: its parts, the rules between them, and how a file becomes one."""
