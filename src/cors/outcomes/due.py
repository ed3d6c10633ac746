"""Which outcomes are to be asked after now, for pages that list what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

from django.db.models import Q

from cors.catalogue.choices import Catalogue
from cors.catalogue.schema.entries import OutcomeType
from cors.outcomes.models import Outcome
from cors.outcomes.rules import Check, State, happened_between


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


def in_time(catalogue: Catalogue, today: date) -> Q:
    """Return the condition on outcomes of which a check may be made today: few among all."""
    types = catalogue.known("outcome_type")
    weeks = {each for key in types for each in weeks_of(catalogue, key)}
    days = (happened_between(each, today) for each in sorted(weeks))
    return reduce(or_, (Q(happened_date__range=each) for each in days), Q(pk__in=[]))


def due_checks(outcomes: Iterable[Outcome], catalogue: Catalogue, today: date) -> list[DueCheck]:
    """Return what may be asked today, the one whose time runs out first at the top."""
    found = [
        DueCheck(outcome, check)
        for outcome in outcomes
        for check in outcome.lasting(weeks_of(catalogue, outcome.outcome_type), today)
        if check.state == State.DUE
    ]
    return sorted(found, key=lambda due: due.check.last_date)
