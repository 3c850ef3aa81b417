"""The font families of a theme and where their files are."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field


class FontFamily(BaseModel):
    """A family of faces: the files that hold them, and what Word calls it.

    The files are TrueType, static or variable, inside an installed Python package, so that a build never
    depends on the fonts of the machine.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    package: str = Field(description="The installed package that holds the files.")
    upright: str = Field(description="The file of the upright faces, from the folder of the package.")
    italic: str | None = Field(default=None, description="The file of the italic faces.")
    word: str = Field(description="The name under which Word knows the family.")
    serif: bool = Field(default=False, description="Whether its letters have serifs, as those of a substitute should.")
    substitutes: tuple[str, ...] = Field(default=(), description="Families that Word may use instead, best first.")
    languages: tuple[str, ...] = Field(default=(), description="Languages whose text should prefer this family.")
    extra: str | None = Field(default=None, description="The extra of briefwright that installs the package.")

    @property
    def folder(self) -> Path | None:
        """The folder of the package, or None where it is not installed."""
        return _folder(self.package)

    @property
    def upright_file(self) -> Path | None:
        """The file of the upright faces, or None where the package is not installed."""
        return self.folder / self.upright if self.folder else None

    @property
    def italic_file(self) -> Path | None:
        """The file of the italic faces, or None where there is none."""
        return self.folder / self.italic if self.folder and self.italic else None


@cache
def _folder(package: str) -> Path | None:
    spec = find_spec(package)
    return Path(spec.origin).parent if spec and spec.origin else None
