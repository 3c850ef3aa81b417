"""The files that start a brief or a workspace, made from the texts in `templates/_new/`. Nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

from briefwright.workspace import BRIEF_FILE, Workspace, builtin_data, today

FIRST_BRIEF = "first-brief"
"""The slug of the brief in a new workspace."""

SCHEMA = Path("schemas", "brief.schema.json")


def new_brief(workspace: Workspace, slug: str) -> list[Path]:
    """Start a brief, with the schema that its first line names; answers the files made.

    Raises:
        WriteError: a file cannot be written.
    """
    skeleton = _text("brief.yaml").replace("@slug@", slug).replace("@date@", today().isoformat())
    return _create(
        workspace,
        {
            workspace.root / "briefs" / slug / BRIEF_FILE: skeleton,
            workspace.root / SCHEMA: (builtin_data() / SCHEMA).read_text(encoding="utf-8"),
        },
    )


def new_workspace(root: Path) -> list[Path]:
    """Make a workspace with a first brief; answers the files made.

    Raises:
        WriteError: a file cannot be written.
    """
    workspace = Workspace(root)
    made = _create(
        workspace,
        {
            root / "README.md": _text("README.md"),
            root / ".gitignore": "/build/\n",
            root / "build" / ".gitignore": "*\n!.gitignore\n",
            root / "templates" / "README.md": _text("templates.md"),
        },
    )
    return made + (new_brief(workspace, FIRST_BRIEF) if not workspace.slugs() else [])


def _create(workspace: Workspace, texts: dict[Path, str]) -> list[Path]:
    missing = {path: text for path, text in texts.items() if not path.exists()}
    for path, text in missing.items():
        workspace.write(path, text.encode())
    return list(missing)


def _text(name: str) -> str:
    return (builtin_data() / "templates" / "_new" / name).read_text(encoding="utf-8")
