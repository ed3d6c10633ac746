"""Which outcomes are to be asked after now, for pages that list what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from cors.catalogue.choices import Catalogue
from cors.catalogue.schema.entries import OutcomeType
from cors.outcomes.models import Outcome
from cors.outcomes.rules import Check, State


@dataclass(frozen=True, slots=True)
class DueCheck:
    """One question to ask: does this still hold?"""

    outcome: Outcome
    check: Check

    @property
    def label(self) -> str:
        """How it is read out: "13 weeks"."""
        return f"{self.check.weeks} weeks"


def weeks_of(catalogue: Catalogue, outcome_type: str) -> tuple[int, ...]:
    """Return after how many weeks an outcome of this type is asked after."""
    entry = catalogue.entry("outcome_type", outcome_type)
    return entry.sustained_weeks if isinstance(entry, OutcomeType) else ()


def due_checks(outcomes: Iterable[Outcome], catalogue: Catalogue, today: date) -> list[DueCheck]:
    """Return what may be asked today, the one whose time runs out first at the top."""
    found = [
        DueCheck(outcome, check)
        for outcome in outcomes
        for check in outcome.lasting(weeks_of(catalogue, outcome.outcome_type), today)
        if check.state == State.DUE
    ]
    return sorted(found, key=lambda due: due.check.last_date)
