"""All answers that ship, in their order; and which one belongs to a page."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from cors.library.answer import THEMES, Answer, AnswerError, read_answer

FOLDER = Path(__file__).parent / "answers"
FIRST = "why-should-we-bother"  # offered where nothing closer belongs


@dataclass(frozen=True)
class Shelf:
    """The answers by slug, and by the page on which each is offered."""

    answers: Mapping[str, Answer]
    by_screen: Mapping[str, Answer]

    def for_screen(self, screen: str) -> Answer:
        """Return the answer that belongs to a page, else the first of them all."""
        return self.by_screen.get(screen) or self.answers[FIRST]

    def related(self, answer: Answer) -> list[Answer]:
        return [self.answers[slug] for slug in answer.related]

    def by_theme(self, found: Iterable[Answer]) -> list[tuple[str, list[Answer]]]:
        """Return some answers under the names of their themes, in order."""
        known = list(found)
        rows = [
            (name, [each for each in known if each.theme == key]) for key, name in THEMES.items()
        ]
        return [(name, answers) for name, answers in rows if answers]

    def search(self, asked: str) -> list[Answer]:
        """Return the answers in which all these words stand, those with one in the title first."""
        words = asked.casefold().split()
        found = [
            each
            for each in self.answers.values()
            if all(word in f"{each.title}\n{each.text}".casefold() for word in words)
        ]
        return sorted(found, key=lambda each: not any(w in each.title.casefold() for w in words))


def shelf_of(answers: Iterable[Answer]) -> Shelf:
    """Put answers in order; raise AnswerError where two want one page or one names a wrong one."""
    ordered = {each.slug: each for each in sorted(answers, key=lambda each: each.place)}
    by_screen: dict[str, Answer] = {}
    for each in ordered.values():
        for slug in each.related:
            if slug not in ordered or slug == each.slug:
                raise AnswerError(f"{each.slug}: related names {slug}, which is no other answer.")
        for screen in each.screens:
            if other := by_screen.get(screen):
                raise AnswerError(f"{each.slug}: {screen} has an answer already, {other.slug}.")
            by_screen[screen] = each
    return Shelf(ordered, by_screen)


@cache
def shelf() -> Shelf:
    """Return the answers that ship."""
    return shelf_of(
        read_answer(path.stem, path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.glob("*.md"))
    )
