"""A copy of the shipped definitions that a test may spoil."""

import shutil
from pathlib import Path

from cors.catalogue.shipped import DEFINITIONS, check_definitions


class DefinitionsFolder:
    """A folder of definitions in which one thing after another is changed."""

    def __init__(self, path: Path) -> None:
        self.path = path
        shutil.copytree(DEFINITIONS, path)

    def swap(self, file: str, old: str, new: str) -> None:
        """Change the first place where the old text stands; it must stand there."""
        text = (self.path / file).read_text(encoding="utf-8")
        assert old in text, f"{old} does not stand in {file}"
        (self.path / file).write_text(text.replace(old, new, 1), encoding="utf-8")

    def add(self, file: str, text: str) -> None:
        with (self.path / file).open("a", encoding="utf-8") as opened:
            opened.write(text)

    def says(self) -> list[str]:
        """Return all mistakes as a person reads them."""
        return [str(mistake) for mistake in check_definitions(self.path)]
