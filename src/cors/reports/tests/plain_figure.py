"""What the plain figures are worked out from: rows in memory, walked one by one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cors.facts.tests.plain_facts import CaseFact, Facts
from cors.reports.figure import Base


@dataclass(frozen=True)
class Period:
    """A first and a last day, both counted."""

    first: date
    last: date

    def holds(self, day: date | None) -> bool:
        """Say whether a day lies in the period."""
        return day is not None and self.first <= day <= self.last

    def meets(self, start: date | None, end: date | None) -> bool:
        """Say whether a spell from start to end (open when None) has a day in the period."""
        return start is not None and start <= self.last and (end is None or end >= self.first)


Labels = Callable[[str, str], str]  # (kind, key) → the organisation's label


@dataclass(frozen=True)
class Material:
    """What figures are worked out from: facts, period, labels and which endings were planned."""

    facts: Facts
    period: Period
    label: Labels
    planned_endings: frozenset[str]

    def supported(self) -> list[CaseFact]:
        """Return the cases that were open on at least one day of the period."""
        return [case for case in self.facts.cases if self.period.meets(case.started, case.ended)]


def of_cases(cases: Iterable[CaseFact]) -> frozenset[UUID]:
    """Return the keys of cases."""
    return frozenset(case.case for case in cases)


def people(cases: Iterable[CaseFact]) -> int:
    """Count people, each once."""
    return len({case.client for case in cases})


def bases(of: int, words: str, of_known: int | None = None, known: str = "") -> tuple[Base, ...]:
    """Return what a figure is a part of: all of them, and those of whom it is known."""
    first = (Base(words, of),)
    return first if of_known is None else (*first, Base(known, of_known))


def said(count: int, what: str, rest: str, be: tuple[str, str] = ("", "")) -> str:
    """Say of how many something holds, in the singular or plural; nothing of nobody."""
    thing = what if count == 1 or not what else f"{what}s"
    words = (str(count), thing, be[0] if count == 1 else be[1], rest)
    return " ".join(word for word in words if word) if count else ""
