"""What the plain figures are worked out from: rows in memory, walked one by one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from cors.facts.tests.plain_facts import CaseFact, Facts


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
