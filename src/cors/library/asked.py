"""What is asked: questions that ask the same as one, most asked first."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from cors.access.roles import ROLES
from cors.library.models import Question
from cors.library.script import THEMES

UNSORTED = "Without a theme"


@dataclass(frozen=True)
class Asked:
    """A question and all that ask the same."""

    first: Question
    same: tuple[Question, ...]

    @property
    def times(self) -> int:
        return 1 + len(self.same)

    @property
    def all(self) -> tuple[Question, ...]:
        return (self.first, *self.same)

    @property
    def organisations(self) -> list[tuple[str, int]]:
        """Return where those who asked work, most first."""
        return Counter(each.works_for_name for each in self.all).most_common()

    @property
    def roles(self) -> list[tuple[str, int]]:
        """Return the roles of those who asked, most first."""
        return Counter(ROLES[each.role].name for each in self.all).most_common()

    @property
    def names(self) -> list[str]:
        """Return who asked, of those who agreed to be named."""
        return sorted({each.name for each in self.all if each.name})


@dataclass(frozen=True)
class ThemeAsked:
    """How often a theme was asked about, and how much of it waits."""

    name: str
    times: int
    waiting: int
    answers: int


def asked(questions: Iterable[Question]) -> list[Asked]:
    """Return questions with those that ask the same, most asked first, then the oldest."""
    rows = list(questions)
    same: dict[object, list[Question]] = {}
    for each in rows:
        if each.same_as_id:
            same.setdefault(each.same_as_id, []).append(each)
    first = {each.pk for each in rows}
    found = [
        Asked(each, tuple(same.get(each.pk, ())))
        for each in rows
        if each.same_as_id is None or each.same_as_id not in first
    ]
    return sorted(found, key=lambda each: (-each.times, each.first.created_at))


def waiting(found: Iterable[Asked]) -> list[Asked]:
    """Keep what has no answer yet, of the question or any that asks the same."""
    return [each for each in found if any(one.answered_at is None for one in each.all)]


def by_theme(found: Iterable[Asked], answers: Counter[str]) -> list[ThemeAsked]:
    """Return every theme, also one that nobody asked about; answers: how many each has."""
    rows = list(found)
    open_ones = {each.first.pk for each in waiting(rows)}
    told = []
    for key, name in [*THEMES.items(), ("", UNSORTED)]:
        here = [each for each in rows if each.first.theme == key]
        still = sum(each.times for each in here if each.first.pk in open_ones)
        told.append(ThemeAsked(name, sum(each.times for each in here), still, answers[key]))
    return [each for each in told if each.times or each.name != UNSORTED]
