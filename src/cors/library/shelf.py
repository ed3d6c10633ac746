"""All answers that ship, in their order; and which one belongs to a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cors.library.script import Script, ScriptError, read_script

FOLDER = Path(__file__).parent / "answers"
FIRST = "why-should-we-bother"  # offered where nothing closer belongs


@dataclass(frozen=True)
class Shelf:
    """The answers by slug, and by the page on which each is offered."""

    answers: Mapping[str, Script]
    by_screen: Mapping[str, Script]

    def for_screen(self, screen: str) -> Script:
        """Return the answer that belongs to a page, else the first of them all."""
        return self.by_screen.get(screen) or self.answers[FIRST]


def shelf_of(answers: Iterable[Script]) -> Shelf:
    """Put answers in order; raise ScriptError where two want one page or one names a wrong one."""
    ordered = {each.slug: each for each in sorted(answers, key=lambda each: each.place)}
    by_screen: dict[str, Script] = {}
    for each in ordered.values():
        for slug in each.related:
            if slug not in ordered or slug == each.slug:
                raise ScriptError(f"{each.slug}: related names {slug}, which is no other answer.")
        for screen in each.screens:
            if other := by_screen.get(screen):
                raise ScriptError(f"{each.slug}: {screen} has an answer already, {other.slug}.")
            by_screen[screen] = each
    return Shelf(ordered, by_screen)


@cache
def shelf() -> Shelf:
    """Return the answers that ship."""
    return shelf_of(
        read_script(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.glob("*.md"))
    )
